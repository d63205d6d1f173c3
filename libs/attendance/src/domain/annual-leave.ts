import { addDays, type DateRange, type LocalDate, addMonths, daysInMonth, intersect, periodOf, rangeDays, wholeYears } from '@gridstaff/kernel';
import type { Absence } from './absence';
import type { LeaveLimit } from './leave-kinds';

/** Work before this centre, as its evidence says. */
export interface PriorService {
  /** Whole months at all employers before the first day here. */
  months: number;
  /** Since when they had worked without a gap when they came; null: there was one. */
  continuousFrom: LocalDate | null;
}

/** Annual leave of a year: what it is, and how it came to be. Days are whole. */
export interface AnnualLeave {
  /** First day with a right to annual leave; null: not within the year. */
  eligibleFrom: LocalDate | null;
  /** Stretches of the year in post, each with the days a whole year would give. */
  tiers: { from: LocalDate; to: LocalDate; days: number; perYear: number }[];
  accrued: number;
  /** Why the year has none. */
  excluded: 'paid_personal' | 'sick' | null;
}

/** Sick leave is counted in months of paid days: (365 − 104) / 12 (人社部发〔2025〕2号). */
const MONTH_DAYS = 2175;

/** The same day some months later; the last of the month where there is none. */
export function monthsLater(date: LocalDate, months: number): LocalDate {
  const period = addMonths(periodOf(date), months);
  const day = Math.min(Number(date.slice(8)), daysInMonth(period));
  return `${period}-${String(day).padStart(2, '0')}`;
}

const monthsWithin = (from: LocalDate, to: LocalDate): number => {
  let months = wholeYears(from, to) * 12;
  while (monthsLater(from, months + 1) <= to) months++;
  return months;
};

/** The first day on which service reaches so many months; undefined when it never does. @param posts in date order, disjoint */
export function serviceReaches(months: number, prior: PriorService | undefined, posts: readonly DateRange[]): LocalDate | undefined {
  let need = months - (prior?.months ?? 0);
  let extraDays = 0;
  for (const { from, to } of posts) {
    if (need <= 0) return from;
    const day = addDays(monthsLater(from, need), -Math.min(extraDays, 30));
    if (day < to) return day < from ? from : day;
    const whole = monthsWithin(from, to);
    need -= whole;
    // Days beyond whole months are carried; thirty of them are a month.
    extraDays += rangeDays({ from: monthsLater(from, whole), to });
    need -= Math.floor(extraDays / 30);
    extraDays %= 30;
  }
  return undefined;
}

/** First day with a right to annual leave: so many months of work without a gap, those at other employers before included. */
function eligibleFrom(rule: LeaveLimit, prior: PriorService | undefined, posts: readonly DateRange[]): LocalDate | undefined {
  let start: LocalDate | undefined;
  let end: LocalDate | undefined;
  for (const [i, { from, to }] of posts.entries()) {
    if (start === undefined || from !== end) start = i === 0 && prior?.continuousFrom ? prior.continuousFrom : from;
    end = to;
    const day = monthsLater(start, rule.continuousMonths ?? 12);
    // Once twelve months are full the right stays, through later gaps too.
    if (day < to) return day < from ? from : day;
  }
  return undefined;
}

const stepAt = <T extends { years: number }>(steps: readonly T[], years: number): T | undefined => steps.findLast((step) => step.years <= years);

/**
 * Annual leave of a calendar year (职工带薪年休假条例 arts. 3–5, 实施办法 arts. 5, 10–12): calendar days in post at the days a year of that length of service
 * gives, over 365 in leap years too, whole days only. A year in which somebody joins, leaves, gains the right or passes ten or twenty years is the same
 * sum with more than one stretch.
 * @param posts engagements in date order, open ones with a far end; suspended days count as employment
 */
export function annualLeave(year: number, rule: LeaveLimit, prior: PriorService | undefined, posts: readonly DateRange[], absences: readonly YearAbsence[]): AnnualLeave {
  const whole = { from: `${year}-01-01`, to: `${year + 1}-01-01` };
  const eligible = eligibleFrom(rule, prior, posts);
  const excluded = exclusionOf(year, rule, prior, posts, absences);
  if (eligible === undefined || eligible >= whole.to) return { eligibleFrom: null, tiers: [], accrued: 0, excluded };
  const steps = rule.steps ?? [];
  const edges = steps.flatMap(({ years, days }) => {
    const from = serviceReaches(years * 12, prior, posts);
    return from === undefined ? [] : [{ from, days }];
  });
  const tiers: AnnualLeave['tiers'] = [];
  for (const post of posts) {
    const piece = intersect(post, { from: eligible > whole.from ? eligible : whole.from, to: whole.to });
    if (!piece) continue;
    const cuts = edges.map(({ from }) => from).filter((from) => from > piece.from && from < piece.to);
    const starts = [piece.from, ...cuts];
    for (const [i, from] of starts.entries()) {
      const to = starts[i + 1] ?? piece.to;
      const perYear = edges.findLast((edge) => edge.from <= from)?.days ?? 0;
      if (perYear > 0) tiers.push({ from, to, days: rangeDays({ from, to }), perYear });
    }
  }
  const sum = tiers.reduce((total, { days, perYear }) => total + days * perYear, 0);
  return { eligibleFrom: eligible, tiers, accrued: excluded ? 0 : Math.floor(sum / (rule.yearDays ?? 365)), excluded };
}

/** An absence as the year counts it; days in hundredths. */
export type YearAbsence = Pick<Absence, 'kind' | 'leaveKind' | 'from' | 'to' | 'days'>;

/**
 * Whether the year has no annual leave (条例 art. 4): too much sick or paid personal leave in it, unless annual leave had been taken before; then the next
 * year has none (实施办法 art. 8). @param absences of this year and the one before
 */
function exclusionOf(year: number, rule: LeaveLimit, prior: PriorService | undefined, posts: readonly DateRange[], absences: readonly YearAbsence[]): AnnualLeave['excluded'] {
  const [now, before] = [year, year - 1].map((y) => crossed(y, rule, prior, posts, absences));
  if (now && !now.taken) return now.why;
  return before?.taken ? before.why : null;
}

function crossed(year: number, rule: LeaveLimit, prior: PriorService | undefined, posts: readonly DateRange[], absences: readonly YearAbsence[]) {
  let [sick, personal, taken] = [0, 0, false];
  const own = absences.filter(({ from }) => from.startsWith(`${year}-`)).sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { kind, leaveKind, to, days } of own) {
    if (leaveKind === 'annual') taken = true;
    if (kind === 'sick') sick += days;
    if (leaveKind === 'personal') personal += days;
    if (personal >= (rule.paidPersonalDays ?? Infinity) * 100) return { why: 'paid_personal' as const, taken };
    const years = (rule.sickMonths ?? []).filter((step) => {
      const from = serviceReaches(step.years * 12, prior, posts);
      return from !== undefined && from < to;
    });
    const months = stepAt(years, Infinity)?.months;
    if (months !== undefined && sick >= months * MONTH_DAYS) return { why: 'sick' as const, taken };
  }
  return undefined;
}
