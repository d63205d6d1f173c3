import { addMonths, type FactNotice, type Id, overlaps, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import type { RunKind } from './run';

/** What happens with a fact that was recorded after the cut-off of a month it touches; without a decision it is `retro`. */
export type LateDecisionKind = 'retro' | 'next_month' | 'refuse';

export interface LateDecision {
  factId: Id;
  decision: LateDecisionKind;
  /** For `next_month`: the first month for which the fact counts. */
  fromPeriod: Period | null;
  reason: string | null;
  decidedAt: number;
  decidedBy: Id;
}

/** A run whose inputs are cut off, submitted or not. */
export interface CutRun {
  kind: RunKind;
  period: Period;
  knownAt: number;
  frozen: boolean;
}

export interface LateChange {
  fact: FactNotice;
  /** Months that the fact touches and that were cut off before it was recorded, as long as no later run has put them right. */
  periods: Period[];
  decision: LateDecision | null;
}

/** The first month whose inputs are still open; undefined where no month was ever cut off. */
export function openMonth(runs: readonly CutRun[]): Period | undefined {
  const last = runs.map((r) => r.period).sort().at(-1);
  return last === undefined ? undefined : addMonths(last, 1);
}

/**
 * The months that a fact touches, cut off before it was recorded, and that nothing has put right since. What was refused or put off stays, so
 * that whoever recorded it sees it and the decision can be changed.
 */
export function lateMonths(fact: FactNotice, runs: readonly CutRun[], decision: LateDecision | null): Period[] {
  const range = { from: fact.validFrom, to: fact.validTo };
  const months = new Set(runs.filter((r) => r.knownAt < fact.recordedAt).map((r) => r.period));
  const since = Math.max(fact.recordedAt, decision?.decidedAt ?? 0);
  const putRight = (period: Period): boolean =>
    (decision === null || decision.decision === 'retro') &&
    runs.some((r) => r.frozen && r.kind === 'regular' && r.period > period && r.knownAt >= since);
  return [...months].filter((p) => overlaps(range, rangeOfPeriod(p)) && !putRight(p)).sort();
}

/** Whether a fact counts for a month under the decision about it. */
export const counts = ({ decision, fromPeriod }: LateDecision, period: Period): boolean =>
  decision === 'retro' || (decision === 'next_month' && fromPeriod !== null && period >= fromPeriod);
