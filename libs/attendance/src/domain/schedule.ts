import { addDays, type Fact, firstDay, type Id, type LocalDate, type Period } from '@gridstaff/kernel';

/** What a worker is planned to do in a month: code of a shift, or `OFF`, by day; nothing is said of the other days. */
export interface Schedule {
  workerNo: number;
  period: Period;
  days: ReadonlyMap<number, string>;
}

export interface ScheduleFact extends Fact, Schedule {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

export const scheduleKey = ({ workerNo, period }: Pick<Schedule, 'workerNo' | 'period'>): string => `${workerNo}|${period}`;

/** `01:D,02:-` */
export const scheduleText = (days: ReadonlyMap<number, string>): string =>
  [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, code]) => `${String(day).padStart(2, '0')}:${code}`)
    .join(',');

export const readSchedule = (text: string): Map<number, string> =>
  new Map(
    text
      .split(',')
      .filter((part) => part !== '')
      .map((part): [number, string] => [Number(part.slice(0, 2)), part.slice(3)]),
  );

/** A worker's plan as single dates, over any number of months. */
export type PlannedDates = ReadonlyMap<LocalDate, string>;

export function plannedDates(schedules: readonly Schedule[]): Map<number, Map<LocalDate, string>> {
  const plans = new Map<number, Map<LocalDate, string>>();
  for (const { workerNo, period, days } of schedules) {
    const plan = plans.get(workerNo) ?? new Map<LocalDate, string>();
    for (const [day, code] of days) plan.set(addDays(firstDay(period), day - 1), code);
    plans.set(workerNo, plan);
  }
  return plans;
}

/** Rotation: the pattern goes round from the first of these days; each further person begins `stagger` days later in it. */
export function byPattern(pattern: readonly string[], dates: readonly LocalDate[], position: number, stagger: number): Map<LocalDate, string> {
  return new Map(dates.map((date, i) => [date, pattern[(i + position * stagger) % pattern.length] as string]));
}

const FOUR_WEEKS = 28;

/** What stood four weeks earlier, so that weekdays stay where they are; for the last days of a long month what was just copied. */
export function fromFourWeeksAgo(before: PlannedDates, dates: readonly LocalDate[]): Map<LocalDate, string> {
  const copied = new Map<LocalDate, string>();
  for (const date of dates) {
    const earlier = addDays(date, -FOUR_WEEKS);
    const code = copied.get(earlier) ?? before.get(earlier);
    if (code !== undefined) copied.set(date, code);
  }
  return copied;
}
