import type { DateRange, Id } from '@gridstaff/kernel';
import type { FeeTier } from '@gridstaff/pay-engine';
import type { FeeRate, HeadCount, WorkerFacts } from './pay-facts';
import { agenciesOf, postsAt } from './segments';

type Posts = Pick<WorkerFacts, 'workerNo' | 'engagements'>;

/**
 * Heads of each agency in a month, for cards whose price depends on them: whoever is in post on some day of the month counts once, at the last
 * agency of the month, which is where a fee per head is paid. The place in the count follows the worker numbers.
 */
export class FeeHeads implements HeadCount {
  private readonly places = new Map<Id, Map<number, number>>();

  constructor(posts: readonly Posts[], month: DateRange) {
    for (const one of [...posts].sort((a, b) => a.workerNo - b.workerNo)) {
      const agencyId = agenciesOf(month, one).at(-1);
      if (agencyId === undefined || !postsAt(one, agencyId).some((piece) => piece.from < month.to && month.from < piece.to)) continue;
      const own = this.places.get(agencyId) ?? new Map<number, number>();
      own.set(one.workerNo, own.size + 1);
      this.places.set(agencyId, own);
    }
  }

  heads(agencyId: Id): number {
    return this.places.get(agencyId)?.size ?? 0;
  }

  place(agencyId: Id, workerNo: number): number | undefined {
    return this.places.get(agencyId)?.get(workerNo);
  }
}

/** The price of one worker's fee by the tiers of a card, with what it rests on. */
export function tierPrice(
  { agencyId, tiers }: Pick<FeeRate, 'agencyId'> & { tiers: NonNullable<FeeRate['tiers']> },
  heads: HeadCount,
  workerNo: number,
): { amount: number; rate: string; tier: FeeTier } {
  const count = heads.heads(agencyId);
  const place = tiers.mode === 'slices' ? heads.place(agencyId, workerNo) : undefined;
  // Somebody who is no head of the month is charged as the last one would be; a month without heads as one with one.
  const reached = Math.max(place ?? count, 1);
  const at = tiers.steps.findLastIndex(({ from }) => from <= reached);
  const step = tiers.steps[at] as (typeof tiers.steps)[number];
  const next = tiers.steps[at + 1];
  const tier = { mode: tiers.mode, heads: count, from: step.from, ...(next && { to: next.from - 1 }), ...(place !== undefined && { place }) };
  return { amount: step.amount, rate: step.rate, tier };
}
