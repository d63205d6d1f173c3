import { asOf, DomainError, type Fact, type Id, type LocalDate } from '@gridstaff/kernel';

/** When people work on a day, and how many hours of it are paid. */
export interface Shift {
  /** Names it for ever; its times may change from a date on. */
  code: string;
  name: string;
  /** One or two letters for the cells of a schedule. */
  mark: string;
  /** Minutes after midnight of the day that it belongs to. */
  starts: number;
  /** The same; beyond 1440 where it ends on the following day. */
  ends: number;
  /** Unpaid minutes in between. */
  rest: number;
  /** Hundredths of an hour. */
  paid: number;
  colour: ShiftColour;
}

export const SHIFT_COLOURS = ['blue', 'green', 'amber', 'violet', 'teal', 'grey'] as const;
export type ShiftColour = (typeof SHIFT_COLOURS)[number];

export interface ShiftFact extends Fact, Shift {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** Planned to be off. */
export const OFF = '-';
export const OFF_MARK = '休';
const OFF_SPELLINGS = new Set([OFF, OFF_MARK, '休息', 'OFF', 'R', '/', '公休', '轮休']);

const DAY = 24 * 60;
const MINUTES_OF_A_HUNDREDTH = 0.6;

/** @throws DomainError SHIFT_TIMES, SHIFT_MARK_TAKEN for a mark that means something else, FIELD_TEXT */
export function checkShift({ code, name, mark, starts, ends, rest, paid }: Shift): void {
  if (!/^[A-Z0-9]{1,8}$/.test(code)) throw new DomainError('SHIFT_CODE', { value: code.slice(0, 20) }, { field: 'code' });
  if (name.trim() === '') throw new DomainError('MISSING_FIELD', { name: 'name' }, { field: 'name' });
  if (!/^[\p{L}\p{N}]{1,2}$/u.test(mark) || OFF_SPELLINGS.has(mark.toUpperCase())) throw new DomainError('SHIFT_MARK', { value: mark.slice(0, 20) }, { field: 'mark' });
  const length = ends - starts;
  const sound = [starts, ends, rest, paid].every((value) => Number.isSafeInteger(value) && value >= 0);
  // At most a whole day, and no more hours paid than it has.
  if (!sound || starts >= DAY || length <= 0 || length > DAY || rest >= length) throw new DomainError('SHIFT_TIMES', {}, { field: 'ends' });
  if (paid * MINUTES_OF_A_HUNDREDTH > length) throw new DomainError('SHIFT_TIMES', {}, { field: 'paid' });
}

/** The shifts in force on a day, by code. */
export function shiftsOn(facts: readonly ShiftFact[], date: LocalDate): Map<string, ShiftFact> {
  const byCode = new Map<string, ShiftFact[]>();
  for (const fact of facts) byCode.set(fact.code, [...(byCode.get(fact.code) ?? []), fact]);
  const inForce = [...byCode.values()].flatMap((own) => asOf(own, date) ?? []);
  return new Map(inForce.sort((a, b) => (a.code < b.code ? -1 : 1)).map((fact) => [fact.code, fact]));
}

/** What was typed or pasted into a cell of a schedule: mark, code or name of a shift, `OFF`, or nothing. @throws DomainError SHIFT_UNKNOWN */
export function readShift(text: string, shifts: ReadonlyMap<string, Shift>): string | undefined {
  const key = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (key === '') return undefined;
  if (OFF_SPELLINGS.has(key)) return OFF;
  const found = [...shifts.values()].find(({ code, mark, name }) => [code, mark, name].some((word) => word.normalize('NFKC').toUpperCase() === key));
  if (!found) throw new DomainError('SHIFT_UNKNOWN', { text: text.slice(0, 20) });
  return found.code;
}
