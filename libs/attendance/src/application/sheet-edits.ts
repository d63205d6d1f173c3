import { DomainError, type Id, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import type { Actor } from '@gridstaff/contracts';
import type { Clock, Ids } from '@gridstaff/runtime';
import { recordedAfter } from '../domain/current';
import type { DayMarksFact } from '../domain/day-marks';
import { changesOf, dateOf, dayOf, isEngaged, type SheetChange } from '../domain/month-sheet';
import { parseCell, type SheetCell } from '../domain/sheet-cell';
import type { AttendanceInput, AttendancePlan } from './attendance-planner';
import type { SheetContent } from './sheet-reader';

export interface SheetEdit {
  workerNo: number;
  /** Of the month, from 1. */
  day: number;
  text: string;
}

export interface CellProblem {
  workerNo: number;
  day: number;
  error: DomainError;
}

export type Cells = Map<number, Map<number, SheetCell>>;

/** Cells by worker and day; the later of two texts for one cell counts. */
export function readEdits({ period, days, kinds, lines }: SheetContent, edits: readonly SheetEdit[]): { cells: Cells; problems: CellProblem[] } {
  const cells: Cells = new Map();
  const problems: CellProblem[] = [];
  for (const { workerNo, day, text } of edits) {
    try {
      const line = lines.get(workerNo);
      if (!line) throw new DomainError('SHEET_NOT_MEMBER', {}, { field: 'workerNo' });
      const kind = days[day - 1];
      if (kind === undefined) throw new DomainError('OUT_OF_RANGE', { value: String(day) }, { field: 'day' });
      const cell = parseCell(text, kinds);
      const date = dateOf(period, day);
      if (text.trim() !== '' && !isEngaged(line.records, date)) throw new DomainError('NOT_ENGAGED', { date });
      if (kind === 'restday' && cell.absences.length > 0) throw new DomainError('SHEET_REST_DAY', { date });
      cells.set(workerNo, (cells.get(workerNo) ?? new Map<number, SheetCell>()).set(day, cell));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push({ workerNo, day, error });
    }
  }
  return { cells, problems };
}

export function changed({ period, days, kinds, lines }: SheetContent, cells: Cells): Map<number, SheetChange> {
  return new Map([...cells].flatMap(([no, changedDays]) => {
    const line = lines.get(no);
    return line ? [[no, changesOf(period, days, line.records, changedDays, kinds)] as const] : [];
  }));
}

export const joined = (changes: ReadonlyMap<number, SheetChange>): Required<AttendanceInput> => ({
  absences: [...changes.values()].flatMap(({ absences }) => absences),
  overtime: [...changes.values()].flatMap(({ overtime }) => overtime),
  heatWork: [...changes.values()].flatMap(({ heatWork }) => heatWork),
});

/** What the facts' own rules refuse, at the changed day it is about, or all changed days of the worker. */
export function problemsOf(period: Period, plan: AttendancePlan, changes: ReadonlyMap<number, SheetChange>, cells: Cells): CellProblem[] {
  const input = joined(changes);
  const told = new Map<number, CellProblem[]>();
  for (const { list, index, error } of plan.problems) {
    const entry = input[list][index];
    if (!entry) continue;
    const changedDays = [...(cells.get(entry.workerNo)?.keys() ?? [])];
    const within = 'from' in entry ? changedDays.filter((day) => dayOf(period, entry.from) <= day && dateOf(period, day) < entry.to) : [];
    const at = within.length > 0 ? within : changedDays;
    told.set(entry.workerNo, [...(told.get(entry.workerNo) ?? []), ...at.map((day) => ({ workerNo: entry.workerNo, day, error }))]);
  }
  // The rest of the worker's cells is not recorded either: their absences hang together.
  for (const [workerNo, list] of told) {
    const first = list[0] as CellProblem;
    for (const day of cells.get(workerNo)?.keys() ?? []) if (!list.some((problem) => problem.day === day)) list.push({ workerNo, day, error: first.error });
  }
  return [...told.values()].flat();
}

/** Marks as they are recorded, for the workers whose marks change. */
export function marksFacts(stamp: { actor: Actor; centreId: Id; clock: Clock; ids: Ids }, content: SheetContent, changes: ReadonlyMap<number, SheetChange>): DayMarksFact[] {
  const { from: validFrom, to: validTo } = rangeOfPeriod(content.period);
  return [...changes].flatMap(([workerNo, { marks }]): DayMarksFact[] => {
    if (!marks) return [];
    const before = content.lines.get(workerNo)?.records.marks as DayMarksFact | undefined;
    const at = { recordedAt: recordedAfter(stamp.clock.millis(), before), recordedBy: stamp.actor.userId, supersedes: before?.id ?? null, retracted: false };
    return [{ id: stamp.ids.next(), centreId: stamp.centreId, validFrom, validTo, ...at, ...marks }];
  });
}
