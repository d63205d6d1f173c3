import { type DateRange, dayNumber, DomainError, type LocalDate, addDays, yearOf } from '@gridstaff/kernel';

import { type CalendarDay, type DayKind, isWeekend } from './calendar-year';

/** Days of a range by kind; `scheduled` = workdays + statutory. */
export interface DayCounts {
  readonly calendar: number;
  readonly workdays: number;
  readonly statutory: number;
  readonly restdays: number;
  readonly scheduled: number;
}

/** Cumulated counts of one year: entry `i` counts the days before the day with index `i` (1 January has 0). */
interface YearIndex {
  readonly start: number;
  readonly kinds: DayKind[];
  readonly workdays: Uint16Array;
  readonly statutory: Uint16Array;
}

/**
 * Which days are worked, off or statutory, for the years it covers and no other.
 *
 * **Scheduled days**, over which a month's pay is spread and by which part months are counted, are the workdays and *all*
 * statutory holidays, on weekdays or weekends. A statutory holiday is paid by law (劳动法 art. 51); when it falls on a Saturday or Sunday the
 * State Council gives the day off back on a weekday, which the calendar holds as a plain rest day. Counting the holiday itself and not its
 * substitute keeps every holiday paid exactly once, and gives each year as many scheduled days as it has Mondays to Fridays: the 261 (= 365 − 104)
 * behind 21.75 paid days a month. Counting only holidays on weekdays would lose up to three paid days a year.
 *
 * A range is counted from cumulated sums of each year it touches, so that counting for many people costs no walk over days.
 */
export class WorkCalendar {
  readonly coveredYears: readonly number[];
  private readonly years = new Map<number, YearIndex>();
  private readonly names = new Map<LocalDate, string>();

  /**
   * Days that are not given follow the plain week: Monday to Friday worked, Saturday and Sunday off.
   * @throws DomainError NO_CALENDAR for a day outside `coveredYears`
   */
  constructor(days: Iterable<CalendarDay>, coveredYears: Iterable<number>) {
    this.coveredYears = [...new Set(coveredYears)].sort((a, b) => a - b);
    const given = new Map<LocalDate, DayKind>();
    for (const day of days) {
      if (!this.coveredYears.includes(yearOf(day.date))) throw noCalendar(yearOf(day.date));
      given.set(day.date, day.kind);
      if (day.name) this.names.set(day.date, day.name);
    }
    for (const year of this.coveredYears) this.years.set(year, indexOf(year, given));
  }

  coversYear(year: number): boolean {
    return this.years.has(year);
  }

  /** @throws DomainError NO_CALENDAR */
  kindOf(date: LocalDate): DayKind {
    const year = this.yearIndex(yearOf(date));
    return year.kinds[dayNumber(date) - year.start] as DayKind;
  }

  /** Chinese name of a statutory holiday. */
  nameOf(date: LocalDate): string | undefined {
    return this.names.get(date);
  }

  /** Whether the day counts as scheduled and paid, see the class. @throws DomainError NO_CALENDAR */
  isPaidDay(date: LocalDate): boolean {
    return this.kindOf(date) !== 'restday';
  }

  /** @throws DomainError NO_CALENDAR */
  scheduledDays(range: DateRange): number {
    return this.count(range).scheduled;
  }

  /** @throws DomainError NO_CALENDAR */
  workdays(range: DateRange): number {
    return this.count(range).workdays;
  }

  /** @throws DomainError NO_CALENDAR */
  statutoryDays(range: DateRange): number {
    return this.count(range).statutory;
  }

  /** Counts of the half-open range; an empty one counts nothing. @throws DomainError NO_CALENDAR for any year it touches */
  count(range: DateRange): DayCounts {
    let calendar = 0;
    let workdays = 0;
    let statutory = 0;
    if (range.from < range.to) {
      const from = dayNumber(range.from);
      const to = dayNumber(range.to);
      const lastYear = yearOf(addDays(range.to, -1));
      for (let y = yearOf(range.from); y <= lastYear; y += 1) {
        const year = this.yearIndex(y);
        const a = Math.max(from - year.start, 0);
        const b = Math.min(to - year.start, year.kinds.length);
        calendar += b - a;
        workdays += (year.workdays[b] as number) - (year.workdays[a] as number);
        statutory += (year.statutory[b] as number) - (year.statutory[a] as number);
      }
    }
    return {
      calendar,
      workdays,
      statutory,
      restdays: calendar - workdays - statutory,
      scheduled: workdays + statutory,
    };
  }

  /** The last workday on or before the date: a pay day on a day off is brought forward (工资支付暂行规定 art. 7). @throws DomainError NO_CALENDAR */
  workdayOnOrBefore(date: LocalDate): LocalDate {
    let day = date;
    while (this.kindOf(day) !== 'workday') day = addDays(day, -1);
    return day;
  }

  /** The first workday on or after the date: a time limit that ends on a day off runs on. @throws DomainError NO_CALENDAR */
  workdayOnOrAfter(date: LocalDate): LocalDate {
    let day = date;
    while (this.kindOf(day) !== 'workday') day = addDays(day, 1);
    return day;
  }

  private yearIndex(year: number): YearIndex {
    const index = this.years.get(year);
    if (!index) throw noCalendar(year);
    return index;
  }
}

const noCalendar = (year: number): DomainError => new DomainError('NO_CALENDAR', { year });

function indexOf(year: number, given: ReadonlyMap<LocalDate, DayKind>): YearIndex {
  const first = `${year}-01-01`;
  const start = dayNumber(first);
  const length = dayNumber(`${year + 1}-01-01`) - start;
  const kinds: DayKind[] = [];
  const workdays = new Uint16Array(length + 1);
  const statutory = new Uint16Array(length + 1);
  for (let i = 0, date = first; i < length; i += 1, date = addDays(date, 1)) {
    const kind = given.get(date) ?? (isWeekend(date) ? 'restday' : 'workday');
    kinds.push(kind);
    workdays[i + 1] = (workdays[i] as number) + (kind === 'workday' ? 1 : 0);
    statutory[i + 1] = (statutory[i] as number) + (kind === 'statutory' ? 1 : 0);
  }
  return { start, kinds, workdays, statutory };
}
