import { addDays, type DateRange, dayNumber, firstDay, type LocalDate, type Period } from '@gridstaff/kernel';
import type { Absence, AbsenceFact } from './absence';
import { type DayMarks, hasDay, withDay } from './day-marks';
import type { HeatWork } from './heat-work';
import type { LeaveKinds } from './leave-kinds';
import { MONTHLY_LIMIT, type Overtime } from './overtime';
import { OFF } from './shift';
import { absentDays, EMPTY_CELL, type SheetCell } from './sheet-cell';

export type SheetDayKind = 'workday' | 'restday' | 'statutory';

/** Days of the month by kind, from the 1st. */
export type SheetDays = readonly SheetDayKind[];

/** Everything recorded of one worker in the month. */
export interface WorkerRecords {
  workerNo: number;
  /** Pieces of the month in which the worker was engaged. */
  engaged: readonly DateRange[];
  absences: readonly AbsenceFact[];
  marks: DayMarks | undefined;
  overtime: Overtime | undefined;
  heat: HeatWork | undefined;
}

export interface SheetFinding {
  code: 'over_day' | 'over_day_most' | 'over_month' | 'restday_not_offset' | 'hours_without_days';
  /** Day of the month; null: of the month as a whole. */
  day: number | null;
  /** Hundredths of an hour. */
  hours: number;
}

/** 劳动法 art. 41: one hour a day as a rule, three at most; 36 a month stand in `MONTHLY_LIMIT`. Recorded all the same, because owed. */
const DAY_LIMIT = 100;
const DAY_MOST = 300;
const WHOLE_DAY = 100;

export const dateOf = (period: Period, day: number): LocalDate => addDays(firstDay(period), day - 1);
export const dayOf = (period: Period, date: LocalDate): number => dayNumber(date) - dayNumber(firstDay(period)) + 1;
export const isEngaged = ({ engaged }: Pick<WorkerRecords, 'engaged'>, date: LocalDate): boolean => engaged.some(({ from, to }) => from <= date && date < to);

/**
 * The cells of a worker, from the 1st. An absence stands on the scheduled days of its range from the first on, a part of a day on the last it reaches;
 * a kind that counts calendar days stands on the days off between them too, for the eye alone.
 */
export function cellsOf(period: Period, days: SheetDays, records: WorkerRecords, kinds: LeaveKinds): SheetCell[] {
  const absences = days.map((): { code: string; days: number }[] => []);
  for (const fact of records.absences) {
    const code = kinds.of(fact)?.code ?? 'other';
    let rest = fact.days;
    for (const day of scheduledIn(period, days, fact)) {
      const free = WHOLE_DAY - absentDays({ ...EMPTY_CELL, absences: absences[day - 1] ?? [] });
      const share = Math.min(rest, free);
      if (share <= 0) continue;
      absences[day - 1]?.push({ code, days: share });
      rest -= share;
    }
  }
  const { marks } = records;
  return days.map((_, i) => {
    const day = i + 1;
    return { present: marks !== undefined && hasDay(marks.present, day), heat: marks !== undefined && hasDay(marks.heat, day), absences: absences[i] ?? [], overtime: marks?.overtime.get(day) ?? 0 };
  });
}

const scheduledIn = (period: Period, days: SheetDays, { validFrom, validTo }: { validFrom: LocalDate; validTo: LocalDate }): number[] => {
  const list: number[] = [];
  for (let day = Math.max(1, dayOf(period, validFrom)); day <= days.length && dateOf(period, day) < validTo; day++) if (days[day - 1] !== 'restday') list.push(day);
  return list;
};

/**
 * Days in post that nobody said anything about: neither there nor away for the whole day. Where the schedule plans a day, it is one on which a shift is
 * planned; of the other days it is the workdays. Statutory holidays need no mark unless a shift is planned.
 */
export function unmarkedDays(period: Period, days: SheetDays, records: WorkerRecords, cells: readonly SheetCell[], planned?: ReadonlyMap<number, string>): number[] {
  return days.flatMap((kind, i) => {
    const code = planned?.get(i + 1);
    const due = code === undefined ? kind === 'workday' : code !== OFF;
    return due && !isTold(cells[i] ?? EMPTY_CELL) && isEngaged(records, dateOf(period, i + 1)) ? [i + 1] : [];
  });
}

export const isTold = (cell: SheetCell): boolean => cell.present || absentDays(cell) >= WHOLE_DAY;

/** What of a worker changes when cells do. */
export interface SheetChange {
  absences: Absence[];
  overtime: Overtime[];
  heatWork: HeatWork[];
  /** Nothing when the marks stay as they are. */
  marks: DayMarks | undefined;
}

/**
 * Facts from changed cells. An absence that no changed day lies in stays as it was recorded; of the others what their cells say afterwards is recorded anew,
 * neighbouring scheduled days of one kind as one absence. Hours and days in heat of the month change by the difference of the cells, so that hours that
 * were recorded for the month as a whole stay.
 * @param changed cells by day of the month
 */
export function changesOf(period: Period, days: SheetDays, records: WorkerRecords, changed: ReadonlyMap<number, SheetCell>, kinds: LeaveKinds): SheetChange {
  const { workerNo } = records;
  const before = cellsOf(period, days, records, kinds);
  const after = before.map((cell, i) => changed.get(i + 1) ?? cell);
  const touched = records.absences.filter((fact) => [...changed.keys()].some((day) => fact.validFrom <= dateOf(period, day) && dateOf(period, day) < fact.validTo));
  const open = new Set([...changed.keys(), ...touched.flatMap((fact) => scheduledIn(period, days, fact))]);
  const kept = records.absences.filter((fact) => !touched.includes(fact));
  const target = absencesFrom(workerNo, period, days, after, open, kept, kinds);
  const keyOf = (a: Pick<Absence, 'kind' | 'leaveKind' | 'from' | 'to'>): string => [a.kind, a.leaveKind, a.from, a.to].join('|');
  const wanted = new Set(target.map(keyOf));
  const gone = touched.map(({ kind, leaveKind, validFrom, validTo }) => ({ workerNo, kind, leaveKind, from: validFrom, to: validTo, days: 0 })).filter((a) => !wanted.has(keyOf(a)));
  return { absences: [...gone, ...target], ...hoursOf(period, days, records, before, after), marks: marksOf(period, records, changed) };
}

function absencesFrom(workerNo: number, period: Period, days: SheetDays, cells: readonly SheetCell[], open: ReadonlySet<number>, kept: readonly AbsenceFact[], kinds: LeaveKinds): Absence[] {
  const keptOn = (day: number, code: string): boolean => kept.some((fact) => kinds.of(fact)?.code === code && fact.validFrom <= dateOf(period, day) && dateOf(period, day) < fact.validTo);
  const list: Absence[] = [];
  for (const { code, pay, leave } of kinds.all) {
    let run: { from: number; to: number; days: number } | undefined;
    const close = (): void => {
      if (run) list.push({ workerNo, kind: pay, leaveKind: leave, from: dateOf(period, run.from), to: dateOf(period, run.to + 1), days: run.days });
      run = undefined;
    };
    days.forEach((kind, i) => {
      const day = i + 1;
      const share = cells[i]?.absences.find((a) => a.code === code)?.days ?? 0;
      const counts = share > 0 && open.has(day) && !keptOn(day, code);
      if (counts && run && share === WHOLE_DAY && run.days % WHOLE_DAY === 0) run = { from: run.from, to: day, days: run.days + share };
      else if (counts) {
        close();
        run = { from: day, to: day, days: share };
        // A part of a day is an absence of its own: it says exactly which day.
        if (share !== WHOLE_DAY) close();
      } else if (kind !== 'restday' || share > 0) close();
    });
    close();
  }
  return list;
}

function hoursOf(period: Period, days: SheetDays, { workerNo, overtime, heat }: WorkerRecords, before: readonly SheetCell[], after: readonly SheetCell[]): Pick<SheetChange, 'overtime' | 'heatWork'> {
  const difference = (of: SheetDayKind): number => days.reduce((sum, kind, i) => (kind === of ? sum + (after[i]?.overtime ?? 0) - (before[i]?.overtime ?? 0) : sum), 0);
  const [weekday, restday, holiday] = [difference('workday'), difference('restday'), difference('statutory')];
  const now = { weekday: Math.max(0, (overtime?.weekday ?? 0) + weekday), restday: Math.max(0, (overtime?.restday ?? 0) + restday), holiday: Math.max(0, (overtime?.holiday ?? 0) + holiday) };
  const hot = after.filter((cell) => cell.heat).length - before.filter((cell) => cell.heat).length;
  return {
    overtime: weekday !== 0 || restday !== 0 || holiday !== 0 ? [{ workerNo, period, ...now, restdayOff: Math.min(overtime?.restdayOff ?? 0, now.restday) }] : [],
    heatWork: hot === 0 ? [] : [{ workerNo, period, days: Math.max(0, (heat?.days ?? 0) + hot * WHOLE_DAY) }],
  };
}

function marksOf(period: Period, { workerNo, marks }: WorkerRecords, changed: ReadonlyMap<number, SheetCell>): DayMarks | undefined {
  let [present, heat] = [marks?.present ?? 0, marks?.heat ?? 0];
  const overtime = new Map(marks?.overtime ?? []);
  for (const [day, cell] of changed) {
    present = withDay(present, day, cell.present);
    heat = withDay(heat, day, cell.heat);
    if (cell.overtime > 0) overtime.set(day, cell.overtime);
    else overtime.delete(day);
  }
  const same = present === (marks?.present ?? 0) && heat === (marks?.heat ?? 0) && overtime.size === (marks?.overtime.size ?? 0) && [...overtime].every(([day, hours]) => marks?.overtime.get(day) === hours);
  return same ? undefined : { workerNo, period, present, heat, overtime };
}

/** Overtime above what the law allows, and rest-day work that was not given back: found, never refused. */
export function overtimeFindings(days: SheetDays, { overtime }: Pick<WorkerRecords, 'overtime'>, cells: readonly SheetCell[]): SheetFinding[] {
  const findings: SheetFinding[] = [];
  cells.forEach((cell, i) => {
    if (days[i] !== 'workday' || cell.overtime <= DAY_LIMIT) return;
    findings.push({ code: cell.overtime > DAY_MOST ? 'over_day_most' : 'over_day', day: i + 1, hours: cell.overtime });
  });
  if (!overtime) return findings;
  const { weekday, restday, holiday, restdayOff = 0 } = overtime;
  const all = weekday + restday + holiday;
  if (all > MONTHLY_LIMIT) findings.push({ code: 'over_month', day: null, hours: all });
  if (restday > restdayOff) findings.push({ code: 'restday_not_offset', day: null, hours: restday - restdayOff });
  const onDays = cells.reduce((sum, cell) => sum + cell.overtime, 0);
  if (all > onDays) findings.push({ code: 'hours_without_days', day: null, hours: all - onDays });
  return findings;
}
