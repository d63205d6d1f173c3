import {
  addDays,
  DomainError,
  type ErrorParams,
  isLocalDate,
  type LocalDate,
  weekday,
  yearOf,
} from '@gridstaff/kernel';

/** `statutory`: a holiday of 全国年节及纪念日放假办法, paid, 300 % when worked (劳动法 art. 44); not the same as a day off. */
export type DayKind = 'workday' | 'restday' | 'statutory';

export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** Name of the holiday, only on statutory days. */
  readonly name?: string;
  readonly nameEn?: string;
}

export interface StatutoryDay {
  readonly date: LocalDate;
  readonly name: string;
  readonly nameEn: string;
}

/** One year of the national calendar as its file states it: only the days that differ from the plain week. */
export interface CalendarYear {
  readonly year: number;
  /** The notice and the law it is taken from. */
  readonly source: string;
  /** Days off that the plain week would work. */
  readonly rest: readonly LocalDate[];
  /** Weekend days worked by swap (调休上班). */
  readonly work: readonly LocalDate[];
  readonly statutory: readonly StatutoryDay[];
}

const FIELDS = ['year', 'source', 'rest', 'work', 'statutory'];
const STATUTORY_FIELDS = ['date', 'name', 'name_en'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isWeekend = (date: LocalDate): boolean => weekday(date) === 0 || weekday(date) === 6;

/**
 * Checks the content of a calendar file, already read from YAML into plain values (dates as text).
 * @throws DomainError CALENDAR_INVALID with every finding as a detail, each at its path
 */
export function parseCalendarYear(content: unknown, file = 'calendar'): CalendarYear {
  const check = new YearCheck(file);
  const result = check.read(content);
  if (!result || check.findings.length > 0) {
    const first = check.findings[0]?.place ?? {};
    throw new DomainError(
      'CALENDAR_INVALID',
      { file, count: check.findings.length },
      { ...first, file },
      check.findings,
    );
  }
  return result;
}

/** Every day of the year in order, as it is stored. */
export function daysOfYear(calendar: CalendarYear): CalendarDay[] {
  const work = new Set(calendar.work);
  const rest = new Set(calendar.rest);
  const statutory = new Map(calendar.statutory.map((day) => [day.date, day]));
  const days: CalendarDay[] = [];
  for (let date = `${calendar.year}-01-01`; yearOf(date) === calendar.year; date = addDays(date, 1)) {
    const holiday = statutory.get(date);
    if (holiday) days.push({ date, kind: 'statutory', name: holiday.name, nameEn: holiday.nameEn });
    else days.push({ date, kind: rest.has(date) || (isWeekend(date) && !work.has(date)) ? 'restday' : 'workday' });
  }
  return days;
}

class YearCheck {
  readonly findings: DomainError[] = [];
  private readonly seen = new Set<LocalDate>();
  private year = 0;

  constructor(private readonly file: string) {}

  read(content: unknown): CalendarYear | undefined {
    if (!isRecord(content)) return this.wrong('mapping', '');
    this.noOthers(content, FIELDS, '');
    this.year = this.readYear(content.year);
    const source = this.readText(content, 'source', '');
    const rest = this.readDates(content, 'rest');
    const work = this.readDates(content, 'work');
    work.forEach((date, i) => {
      if (!isWeekend(date)) this.add('CALENDAR_NOT_A_WEEKEND', { date }, `work[${i}]`);
    });
    const statutory = this.readList(content, 'statutory').map((item, i) => this.readStatutory(item, `statutory[${i}]`));
    // A year without its holidays is a file that was not finished: every later month would be paid by the plain week.
    if (Array.isArray(content.statutory) && statutory.length === 0)
      this.add('MISSING_FIELD', { name: 'statutory' }, 'statutory');
    return { year: this.year, source, rest, work, statutory };
  }

  private readYear(value: unknown): number {
    if (value === undefined || value === null) this.add('MISSING_FIELD', { name: 'year' }, 'year');
    else if (typeof value !== 'number' || !Number.isInteger(value)) this.wrong('integer', 'year');
    else if (value < 1950 || value > 2999) this.add('OUT_OF_RANGE', { value }, 'year');
    else return value;
    return 0;
  }

  private readStatutory(item: unknown, path: string): StatutoryDay {
    if (!isRecord(item)) {
      this.wrong('mapping', path);
      return { date: '', name: '', nameEn: '' };
    }
    this.noOthers(item, STATUTORY_FIELDS, `${path}.`);
    const name = this.readText(item, 'name', `${path}.`);
    const nameEn = this.readText(item, 'name_en', `${path}.`);
    return { date: this.readDate(item.date, `${path}.date`) ?? '', name, nameEn };
  }

  private readDates(content: Record<string, unknown>, field: string): LocalDate[] {
    return this.readList(content, field).flatMap((value, i) => this.readDate(value, `${field}[${i}]`) ?? []);
  }

  private readDate(value: unknown, path: string): LocalDate | undefined {
    if (!isLocalDate(value)) {
      this.add('NOT_A_DATE', { value: String(value).slice(0, 40) }, path);
      return undefined;
    }
    if (this.year !== 0 && yearOf(value) !== this.year)
      this.add('CALENDAR_DATE_OTHER_YEAR', { date: value, year: this.year }, path);
    if (this.seen.has(value)) this.add('CALENDAR_DATE_TWICE', { date: value }, path);
    this.seen.add(value);
    return value;
  }

  private readList(content: Record<string, unknown>, field: string): unknown[] {
    const value = content[field];
    if (Array.isArray(value)) return value;
    if (value === undefined || value === null) this.add('MISSING_FIELD', { name: field }, field);
    else this.wrong('list', field);
    return [];
  }

  private readText(content: Record<string, unknown>, field: string, prefix: string): string {
    const value = content[field];
    if (typeof value === 'string' && value.trim() !== '') return value;
    if (value === undefined || value === null || value === '')
      this.add('MISSING_FIELD', { name: field }, prefix + field);
    else this.wrong('text', prefix + field);
    return '';
  }

  private noOthers(content: Record<string, unknown>, allowed: readonly string[], prefix: string): void {
    for (const name of Object.keys(content))
      if (!allowed.includes(name)) this.add('UNKNOWN_FIELD', { name: name.slice(0, 40) }, prefix + name);
  }

  private wrong(expected: string, path: string): undefined {
    this.add('CALENDAR_WRONG_TYPE', { expected }, path);
  }

  private add(code: string, params: ErrorParams, path: string): void {
    this.findings.push(new DomainError(code, params, { file: this.file, path }));
  }
}
