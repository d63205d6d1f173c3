import { asOf, DomainError, type Fact, firstDay, type Id, type LocalDate, monthOf, type Period, yearOf, addMonths } from '@gridstaff/kernel';

/** 标准工时, 综合计算工时, 不定时 (劳动法 arts. 36 and 39; 劳部发〔1994〕503号). The last two need an approval, which is for a period. */
export const HOURS_SYSTEMS = ['standard', 'comprehensive', 'flexible'] as const;
export type HoursSystem = (typeof HOURS_SYSTEMS)[number];
export const HOURS_CYCLES = ['month', 'quarter', 'year'] as const;
export type HoursCycle = (typeof HOURS_CYCLES)[number];

export interface HoursRule {
  system: HoursSystem;
  /** Over which hours are summed; of comprehensive hours alone. */
  cycle: HoursCycle | null;
  /** Approval of the labour authority; null for standard hours. */
  document: string | null;
}

/** `unit:<id>` for everybody below a unit, `worker:<no>` for one person, which goes before. */
export interface HoursFact extends Fact, HoursRule {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
  subject: string;
}

export const STANDARD: HoursRule = { system: 'standard', cycle: null, document: null };
export const unitSubject = (unitId: Id): string => `unit:${unitId}`;
export const workerSubject = (workerNo: number): string => `worker:${workerNo}`;

/** @throws DomainError HOURS_NEED_APPROVAL, HOURS_NEED_CYCLE */
export function checkHours({ system, cycle, document }: HoursRule): void {
  if (system !== 'standard' && !document?.trim()) throw new DomainError('HOURS_NEED_APPROVAL', {}, { field: 'document' });
  if ((system === 'comprehensive') !== (cycle !== null)) throw new DomainError('HOURS_NEED_CYCLE', {}, { field: 'cycle' });
}

/** What holds for a worker on a day: what is said of the person, else of the nearest unit upwards, else standard hours. */
export function hoursOf(facts: ReadonlyMap<string, readonly HoursFact[]>, subjects: readonly string[], date: LocalDate): HoursRule {
  for (const subject of subjects) {
    const fact = asOf(facts.get(subject) ?? [], date);
    if (fact) return fact;
  }
  return STANDARD;
}

/** The cycle of the calendar that a month belongs to: first day, and the first one after it. */
export function cycleOf(cycle: HoursCycle, period: Period): { from: LocalDate; to: LocalDate; months: number } {
  const months = { month: 1, quarter: 3, year: 12 }[cycle];
  const start = Math.floor((monthOf(period) - 1) / months) * months + 1;
  const first: Period = `${yearOf(period)}-${String(start).padStart(2, '0')}`;
  return { from: firstDay(first), to: firstDay(addMonths(first, months)), months };
}
