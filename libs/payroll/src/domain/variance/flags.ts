import { covers, firstDay, endOfPeriod, lastDay, type Period, addMonths } from '@gridstaff/kernel';
import type { PaySchemeDefinition, PeriodParameters, WorkerInput } from '@gridstaff/pay-engine';
import type { Piece } from '../pay-facts';
import type { Amounts } from './amounts';

/** What people look for first among the changes. */
export const VARIANCE_FLAGS = [
  'joined',
  'left',
  'moved',
  'large',
  'negative',
  'below_minimum',
  'excluded',
  'unexplained',
] as const;

export type VarianceFlag = (typeof VARIANCE_FLAGS)[number];

/** Where somebody was employed, on which grid and in which grade over the two months. */
export interface Whereabouts {
  readonly engagements: readonly Piece[];
  readonly assignments: readonly (Piece & { gridCode: string })[];
  readonly grades: readonly (Piece & { gradeCode: string; postCode: string })[];
}

/** From what happened to the person: joined or left since the last day of last month, moved to another grid, post or grade. */
export function movements(facts: Whereabouts, period: Period): VarianceFlag[] {
  const before = addMonths(period, -1);
  const on = (day: string): boolean => facts.engagements.some((piece) => covers(piece, day));
  const here = facts.engagements.some((e) => e.from < endOfPeriod(period) && e.to > firstDay(period));
  const flags: VarianceFlag[] = [];
  if (here && !on(lastDay(before))) flags.push('joined');
  if (!on(lastDay(period))) flags.push('left');
  // A change inside last month shows in both: it was paid in part then and in full now.
  const changes = (pieces: readonly Piece[]): boolean =>
    pieces.some(({ from }, i) => from > firstDay(before) && pieces[i - 1]?.to === from);
  if (changes(facts.assignments) || changes(facts.grades)) flags.push('moved');
  return flags;
}

/** More than a fifth of last month's net. */
export const isLarge = (before: Amounts, after: Amounts): boolean =>
  before.net !== after.net && Math.abs(after.net - before.net) * 5 > before.net;

/** Overtime, differences of earlier months and bonuses are not compared unless the scheme says so. */
const NOT_COMPARED = /^(?:overtime|retro|bonus)\./;

/**
 * 最低工资规定 art. 12: what counts of the pay against the minimum wage of the days worked; days away do not count, whatever they keep.
 * A slip without wages of the month is not compared.
 */
export function isBelowMinimum(
  slip: { input: WorkerInput; items: ReadonlyMap<number, number> },
  scheme: PaySchemeDefinition,
  { labour }: PeriodParameters,
): boolean {
  const counts = scheme.items.filter(
    (item) => item.kind === 'earning' && (item.countsForMinimumWage ?? !NOT_COMPARED.test(item.rule ?? '')),
  );
  const counted = counts.reduce((sum, { no }) => sum + (slip.items.get(no) ?? 0), 0);
  const { scheduledDays } = slip.input;
  const segments = slip.input.segments.filter(({ elsewhere }) => elsewhere !== true);
  const away = segments.flatMap((s) => s.absences).reduce((n, { kind, days }) => n + (kind === 'paid' ? 0 : days), 0);
  const worked = segments.reduce((n, s) => n + s.scheduledDays * 100, 0) - away;
  return worked > 0 && counted * scheduledDays * 100 < labour.minimumWage.value * worked;
}
