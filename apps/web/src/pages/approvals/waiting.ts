import type { Todo } from '../../shared/api';

/** Subject types of matters that wait. */
export const RUN = 'pay_run';
const CARD_CHANGE = 'card_change';
const EXPORT_TASK = 'export_task';
/** Sheets and closes of months are decided on the page of the month. */
const OF_MONTH: readonly string[] = ['month_sheet', 'month_close'];

/** One line of what waits: a matter, or all changes of cards of a centre, which are decided on one page. */
export type Waiting = Todo & { count: number };

/** Hundreds of cards may have changed with one import. */
export function grouped(todos: readonly Todo[]): Waiting[] {
  const cards = new Map<string, Waiting>();
  const lines: Waiting[] = [];
  for (const todo of todos) {
    const line = todo.subjectType === CARD_CHANGE ? cards.get(todo.centreId) : undefined;
    if (line) {
      line.count += 1;
      continue;
    }
    const next = { ...todo, count: 1 };
    if (todo.subjectType === CARD_CHANGE) cards.set(todo.centreId, next);
    lines.push(next);
  }
  return lines;
}

/** The page on which the matter is decided. */
export function placeOf({ subjectType, subjectId }: Pick<Todo, 'subjectType' | 'subjectId'>): string {
  if (subjectType === CARD_CHANGE) return '/card-changes';
  if (subjectType === EXPORT_TASK) return '/exports';
  if (OF_MONTH.includes(subjectType)) return `/month?matter=${subjectId}`;
  return subjectType === 'policy_pack' ? `/policy/${subjectId}` : `/runs/${subjectId}`;
}
