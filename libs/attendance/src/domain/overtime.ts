import { DomainError, type Fact, type Id, type Period } from '@gridstaff/kernel';

/** Hours worked beyond the schedule in a month, hundredths of an hour, by the kind of day they are paid for (150 / 200 / 300 %). */
export interface Overtime {
  workerNo: number;
  period: Period;
  /** All three 0 take an earlier entry back. */
  weekday: number;
  restday: number;
  holiday: number;
  /** Of the rest-day hours those taken as time off: they are not paid (劳动法 art. 44). Nothing: none. */
  restdayOff?: number;
}

export interface OvertimeFact extends Fact, Overtime {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** 劳动法 art. 41: at most 36 hours a month. Practice exceeds it and the hours are owed all the same: recorded, counted and told, not refused. */
export const MONTHLY_LIMIT = 3600;

export const overtimeKey = ({ workerNo, period }: Pick<Overtime, 'workerNo' | 'period'>): string => `${workerNo}|${period}`;
export const totalHours = (o: Overtime): number => o.weekday + o.restday + o.holiday;
export const sameHours = (a: Overtime, b: Overtime): boolean => a.weekday === b.weekday && a.restday === b.restday && a.holiday === b.holiday && (a.restdayOff ?? 0) === (b.restdayOff ?? 0);

/**
 * A month has no more hours than its days: hours on statutory holidays in a month without one are a slip of the pen.
 * @param days of the month by kind
 * @throws DomainError OUT_OF_RANGE, OVERTIME_TOO_LONG, TIME_OFF_TOO_LONG
 */
export function checkOvertime(overtime: Overtime, days: { workdays: number; restdays: number; statutory: number }): void {
  const limits = [
    ['weekday', days.workdays],
    ['restday', days.restdays],
    ['holiday', days.statutory],
  ] as const;
  for (const [field, count] of limits) {
    const hours = overtime[field];
    if (!Number.isSafeInteger(hours) || hours < 0) throw new DomainError('OUT_OF_RANGE', { value: String(hours / 100) }, { field });
    if (hours > count * 2400) throw new DomainError('OVERTIME_TOO_LONG', { hours: hours / 100, days: count, period: overtime.period }, { field });
  }
  const { restdayOff = 0, restday } = overtime;
  if (!Number.isSafeInteger(restdayOff) || restdayOff < 0) throw new DomainError('OUT_OF_RANGE', { value: String(restdayOff / 100) }, { field: 'restdayOff' });
  if (restdayOff > restday) throw new DomainError('TIME_OFF_TOO_LONG', { hours: restdayOff / 100, restday: restday / 100 }, { field: 'restdayOff' });
}
