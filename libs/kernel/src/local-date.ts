import { DomainError } from './errors';

/** A civil date `YYYY-MM-DD` in Asia/Shanghai; text order is date order. No time, no zone, no instant. */
export type LocalDate = string;
/** A work month `YYYY-MM`. */
export type Period = string;
/** Valid-to of an open fact (exclusive). */
export const OPEN_END: LocalDate = '9999-12-31';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const PERIOD = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const pad = (n: number): string => String(n).padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(period: Period): number {
  const { year, month } = splitPeriod(period);
  return month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] as number);
}

export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string') return false;
  const match = DATE.exec(text);
  if (!match || !PERIOD.test(text.slice(0, 7))) return false;
  const day = Number(match[3]);
  return day >= 1 && day <= daysInMonth(text.slice(0, 7));
}

/** @throws DomainError NOT_A_DATE for anything that is not a date of the calendar (31 February included). */
export function parseDate(text: unknown, field?: string): LocalDate {
  if (!isLocalDate(text)) throw new DomainError('NOT_A_DATE', { value: String(text).slice(0, 40) }, { field });
  return text;
}

export const isPeriod = (text: unknown): text is Period => typeof text === 'string' && PERIOD.test(text);

/** @throws DomainError NOT_A_PERIOD */
export function parsePeriod(text: unknown, field?: string): Period {
  if (!isPeriod(text)) throw new DomainError('NOT_A_PERIOD', { value: String(text).slice(0, 40) }, { field });
  return text;
}

export function splitPeriod(period: Period): { year: number; month: number } {
  return { year: Number(period.slice(0, 4)), month: Number(period.slice(5, 7)) };
}

export const periodOf = (date: LocalDate): Period => date.slice(0, 7);
export const yearOf = (dateOrPeriod: LocalDate | Period): number => Number(dateOrPeriod.slice(0, 4));
export const monthOf = (dateOrPeriod: LocalDate | Period): number => Number(dateOrPeriod.slice(5, 7));

export function addMonths(period: Period, months: number): Period {
  const { year, month } = splitPeriod(period);
  const index = year * 12 + (month - 1) + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${pad((((index % 12) + 12) % 12) + 1)}`;
}

export const firstDay = (period: Period): LocalDate => `${period}-01`;
export const lastDay = (period: Period): LocalDate => `${period}-${pad(daysInMonth(period))}`;
/** First day after the month: the exclusive end of its range. */
export const endOfPeriod = (period: Period): LocalDate => firstDay(addMonths(period, 1));

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant's civil algorithm): no `Date`, so no zone. */
export function dayNumber(date: LocalDate): number {
  const y0 = Number(date.slice(0, 4));
  const m = Number(date.slice(5, 7));
  const d = Number(date.slice(8, 10));
  const y = m <= 2 ? y0 - 1 : y0;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d - 1;
  const doe = yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy;
  return era * 146_097 + doe - 719_468;
}

export function dateOfDayNumber(day: number): LocalDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp + (mp < 10 ? 3 : -9);
  const year = yoe + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(doy - Math.floor((153 * mp + 2) / 5) + 1)}`;
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days);
/** Days from `from` to `to`, exclusive of `to`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);
/** 0 Sunday … 6 Saturday. */
export const weekday = (date: LocalDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The same day so many months later, or the last day of a shorter month: 31 January + 1 month = 28 February. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const period = addMonths(periodOf(date), months);
  const same = `${period}${date.slice(7)}`;
  return same <= lastDay(period) ? same : lastDay(period);
}

/** Whole years from `from` to `on` (civil: the anniversary counts). */
export function wholeYears(from: LocalDate, on: LocalDate): number {
  const years = yearOf(on) - yearOf(from);
  return on.slice(5) >= from.slice(5) ? years : years - 1;
}

/** Every period from `from` to `to`, both included. */
export function periodsBetween(from: Period, to: Period): Period[] {
  const result: Period[] = [];
  for (let p = from; p <= to; p = addMonths(p, 1)) result.push(p);
  return result;
}
