import { addDays, type DateRange, firstDay, endOfPeriod, type LocalDate, type Period, weekday } from '@gridstaff/kernel';
import { cycleOf, type HoursRule } from './hours-system';
import type { SheetDayKind } from './month-sheet';

/** What is planned against the rules of working time: told with the article, never refused. */
export interface PlanFinding {
  code: 'no_rest_day' | 'day_over' | 'day_over_most' | 'week_over' | 'month_over' | 'cycle_over' | 'cycle_over_most' | 'holiday_planned';
  /** Day of the month; null: of the month or the cycle as a whole. */
  day: number | null;
  /** Hundredths of an hour: those of the day, week, or beyond what the cycle has. */
  hours: number;
}

export interface PlannedTime {
  period: Period;
  rule: HoursRule;
  /** Paid hours (hundredths) by date, 0 for a day off; dates of which nothing is planned are absent. Covers the cycle and the week before the month. */
  hours: ReadonlyMap<LocalDate, number>;
  kindOf: (date: LocalDate) => SheetDayKind;
  engaged: readonly DateRange[];
}

/** 国务院关于职工工作时间的规定 art. 3: 8 hours a day, 40 a week. */
const DAY = 800;
const WEEK = 4000;
/** 劳动法 art. 41: three hours more a day at most, 36 a month. */
const DAY_MOST = DAY + 300;
const MONTH_OVERTIME = 3600;
const SUNDAY = 0;

/**
 * - Standard hours: a day off in every week (劳动法 art. 38), 8 hours a day and 40 a week (国务院规定 art. 3), 11 a day and 36 beyond the workdays of the
 *   month at most (劳动法 art. 41).
 * - Comprehensive hours: the sum of the cycle against its workdays of 8 hours (劳部发〔1994〕503号 art. 5); what is beyond is overtime, on average at most 36 a month
 *   (劳动法 art. 41). A day or a week may be longer. Statutory holidays are overtime in any case (劳部发〔1995〕309号 art. 62).
 * - Flexible hours: neither; statutory holidays are named.
 */
export function planFindings({ period, rule, hours, kindOf, engaged }: PlannedTime): PlanFinding[] {
  const month = datesOf(firstDay(period), endOfPeriod(period));
  const holidays = month.flatMap((date): PlanFinding[] => (kindOf(date) === 'statutory' && (hours.get(date) ?? 0) > 0 ? [{ code: 'holiday_planned', day: dayOf(date), hours: hours.get(date) ?? 0 }] : []));
  if (rule.system === 'flexible') return holidays;
  const inPost = (date: LocalDate): boolean => engaged.some(({ from, to }) => from <= date && date < to);
  const beyond = (dates: readonly LocalDate[]): number => {
    const planned = dates.reduce((sum, date) => sum + (kindOf(date) === 'statutory' ? 0 : (hours.get(date) ?? 0)), 0);
    return planned - DAY * dates.filter((date) => kindOf(date) === 'workday' && inPost(date)).length;
  };
  if (rule.system === 'comprehensive' && rule.cycle) {
    const { from, to, months } = cycleOf(rule.cycle, period);
    const over = beyond(datesOf(from, to));
    if (over <= 0) return holidays;
    return [...holidays, { code: over > MONTH_OVERTIME * months ? 'cycle_over_most' : 'cycle_over', day: null, hours: over }];
  }
  const over = beyond(month);
  return [
    ...holidays,
    ...month.flatMap((date) => dayFindings(date, hours.get(date) ?? 0)),
    ...month.flatMap((date) => (weekday(date) === SUNDAY ? weekFindings(date, hours) : [])),
    ...(over > MONTH_OVERTIME ? [{ code: 'month_over' as const, day: null, hours: over }] : []),
  ];
}

function dayFindings(date: LocalDate, hours: number): PlanFinding[] {
  if (hours <= DAY) return [];
  return [{ code: hours > DAY_MOST ? 'day_over_most' : 'day_over', day: dayOf(date), hours }];
}

/** The week that ends on this Sunday. */
function weekFindings(sunday: LocalDate, hours: ReadonlyMap<LocalDate, number>): PlanFinding[] {
  const days = datesOf(addDays(sunday, -6), addDays(sunday, 1)).map((date) => hours.get(date) ?? 0);
  const sum = days.reduce((total, own) => total + own, 0);
  const found: PlanFinding[] = [];
  if (days.every((own) => own > 0)) found.push({ code: 'no_rest_day', day: dayOf(sunday), hours: sum });
  if (sum > WEEK) found.push({ code: 'week_over', day: dayOf(sunday), hours: sum });
  return found;
}

const dayOf = (date: LocalDate): number => Number(date.slice(8));

export function datesOf(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let date = from; date < to; date = addDays(date, 1)) dates.push(date);
  return dates;
}
