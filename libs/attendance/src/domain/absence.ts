import { addDays, type DateRange, DomainError, type Fact, type Id, lastDay, type LocalDate, type Period, periodOf } from '@gridstaff/kernel';

/**
 * How an absence is paid (shares are settings of the pay scheme). A day of `maternity` is paid by the insurance fund and not by the centre;
 * maternity leave that the centre pays itself is `paid` leave.
 */
export const ABSENCE_KINDS = ['unpaid', 'sick', 'absent_without_leave', 'paid', 'maternity'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** What a paid leave is for; it does not change the pay. */
export const LEAVE_KINDS = [
  ...(['annual', 'personal', 'marriage', 'bereavement', 'maternity', 'paternity', 'childcare', 'nursing', 'prenatal'] as const),
  ...(['work_injury', 'time_off', 'other'] as const),
] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** Someone was away from `from` to `to` (exclusive), both within one month. */
export interface Absence {
  workerNo: number;
  kind: AbsenceKind;
  /** Only with kind `paid`. */
  leaveKind: LeaveKind | null;
  from: LocalDate;
  to: LocalDate;
  /** Hundredths of a scheduled day; 0 takes an earlier entry back. */
  days: number;
}

export interface AbsenceFact extends Fact, Pick<Absence, 'workerNo' | 'kind' | 'leaveKind' | 'days'> {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** Scheduled days of a range, as the work calendar counts them. */
export type ScheduledDays = (range: DateRange) => number;

/** Natural key: a later row with the same key replaces the earlier one. */
export const absenceKey = (a: Pick<Absence, 'workerNo' | 'kind' | 'leaveKind' | 'from' | 'to'>): string =>
  [a.workerNo, a.kind, a.leaveKind ?? '', a.from, a.to].join('|');

export const keyOfFact = (fact: AbsenceFact): string => absenceKey({ ...fact, from: fact.validFrom, to: fact.validTo });

export const absencePeriod = (absence: Pick<Absence, 'from'>): Period => periodOf(absence.from);

/**
 * @throws DomainError EMPTY_RANGE, ABSENCE_CROSSES_MONTH, OUT_OF_RANGE, LEAVE_KIND_WRONG, ABSENCE_TOO_LONG, NO_CALENDAR
 */
export function checkAbsence(absence: Absence, scheduled: ScheduledDays): void {
  const { from, to, days } = absence;
  if (to <= from) throw new DomainError('EMPTY_RANGE', { from, to }, { field: 'to' });
  const end = lastDay(periodOf(from));
  if (addDays(to, -1) > end) throw new DomainError('ABSENCE_CROSSES_MONTH', { lastDay: end }, { field: 'to' });
  if (!Number.isSafeInteger(days) || days < 0) throw new DomainError('OUT_OF_RANGE', { value: String(days / 100) }, { field: 'days' });
  if ((absence.kind === 'paid') !== (absence.leaveKind !== null)) throw new DomainError('LEAVE_KIND_WRONG', {}, { field: 'leaveKind' });
  const most = scheduled({ from, to });
  if (days > most * 100) throw new DomainError('ABSENCE_TOO_LONG', { days: days / 100, scheduled: most }, { field: 'days' });
}

/**
 * Absences that touch the same days must fit into them together: half a day of sick leave and half a day unpaid do, two full days on one do
 * not. @returns the groups that do not fit, each with the error
 */
export function misfits(absences: readonly Absence[], scheduled: ScheduledDays): { absences: Absence[]; error: DomainError }[] {
  const groups: { from: LocalDate; to: LocalDate; absences: Absence[] }[] = [];
  for (const absence of [...absences].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = groups.at(-1);
    if (last && absence.from < last.to) {
      last.absences.push(absence);
      if (absence.to > last.to) last.to = absence.to;
    } else groups.push({ from: absence.from, to: absence.to, absences: [absence] });
  }
  return groups.flatMap((group) => {
    const days = group.absences.reduce((sum, a) => sum + a.days, 0);
    const most = scheduled(group);
    if (days <= most * 100) return [];
    const params = { from: group.from, to: addDays(group.to, -1), days: days / 100, scheduled: most };
    return [{ absences: group.absences, error: new DomainError('ABSENCE_OVERLAP', params, { field: 'from' }) }];
  });
}
