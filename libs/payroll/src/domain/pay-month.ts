import {
  addMonths,
  type DateRange,
  daysInMonth,
  lastDay,
  type LocalDate,
  monthOf,
  type Period,
  rangeOfPeriod,
  yearOf,
} from '@gridstaff/kernel';
import type { RateBook } from './rate-book';
import type { DayCounter } from './segments';

export interface MonthRules {
  readonly period: Period;
  readonly taxMonth: Period;
  readonly days: DayCounter;
  readonly rates: RateBook;
  /** Whether contributions are owed for the month of joining and of leaving (parameters of the region). */
  readonly insuredWhenJoining: boolean;
  readonly insuredWhenLeaving: boolean;
  /** Whether a heat allowance is due in this month. */
  readonly heat: boolean;
  /** Dates inside the month from which a formula reads another version of a table. */
  readonly tableChanges: readonly LocalDate[];
}

/** What is the same for every worker of a run, worked out once. */
export interface PayMonth extends MonthRules {
  readonly range: DateRange;
  readonly lastDay: LocalDate;
  readonly scheduledDays: number;
  readonly calendarDays: number;
  /** The months of the tax year from January to the tax month. */
  readonly taxMonths: readonly DateRange[];
}

export function payMonth(rules: MonthRules): PayMonth {
  const { period, taxMonth } = rules;
  const range = rangeOfPeriod(period);
  const january = `${yearOf(taxMonth)}-01`;
  const days = new KnownDays(rules.days);
  return {
    ...rules,
    days,
    range,
    lastDay: lastDay(period),
    scheduledDays: days.scheduledDays(range),
    calendarDays: daysInMonth(period),
    taxMonths: Array.from({ length: monthOf(taxMonth) }, (_, i) => rangeOfPeriod(addMonths(january, i))),
  };
}

/** The same few ranges come again and again: most workers have the whole month. */
class KnownDays implements DayCounter {
  private readonly known = new Map<string, number>();

  constructor(private readonly days: DayCounter) {}

  scheduledDays(range: DateRange): number {
    const key = range.from + range.to;
    let count = this.known.get(key);
    if (count === undefined) {
      count = this.days.scheduledDays(range);
      this.known.set(key, count);
    }
    return count;
  }
}
