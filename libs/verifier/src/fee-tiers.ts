/**
 * Fees whose price depends on the head count of the agency in the month, re-checked from plain data: heads are counted anew, each place and price is
 * looked up anew. Shares no code with the room that priced them. Amounts in fen, days half-open.
 */
export interface FeeTierData {
  month: { from: string; to: string };
  posts: readonly { workerNo: number; engagements: readonly { from: string; to: string; agencyId: string; status: string }[] }[];
  cards: readonly {
    agencyId: string;
    kind: string;
    tiers?: { mode: string; steps: readonly { from: number; amount: number; rate: string }[] };
  }[];
  /** Slips whose fee says that it rests on a head count. */
  slips: readonly StoredTierFee[];
}

export interface StoredTierFee {
  workerNo: number;
  agencyId: string;
  kind: string;
  /** Fen of `per_head`, decimal text of `rate`. */
  price: number | string;
  tier: { mode: string; heads: number; from: number; to?: number; place?: number };
}

export interface FeeTierFinding {
  code: 'FEE_HEADS' | 'FEE_PLACE' | 'FEE_PRICE';
  workerNo: number;
  found: string;
  expected: string;
}

export function checkFeeTiers({ month, posts, cards, slips }: FeeTierData): FeeTierFinding[] {
  const heads = headsOf(posts, month);
  return slips.flatMap((slip) => {
    const counted = heads.get(slip.agencyId) ?? [];
    const finding = (code: FeeTierFinding['code'], found: unknown, expected: unknown): FeeTierFinding => {
      return { code, workerNo: slip.workerNo, found: String(found), expected: String(expected) };
    };
    const { tier } = slip;
    if (tier.heads !== counted.length) return [finding('FEE_HEADS', tier.heads, counted.length)];
    const at = counted.indexOf(slip.workerNo) + 1;
    const place = tier.mode === 'slices' && at > 0 ? at : undefined;
    if (tier.place !== place) return [finding('FEE_PLACE', tier.place, place)];
    const prices = cards.flatMap((card) => (card.agencyId === slip.agencyId && card.kind === slip.kind ? pricesOf(card, place ?? counted.length, tier) : []));
    return prices.includes(slip.price) ? [] : [finding('FEE_PRICE', slip.price, prices.join(' or '))];
  });
}

/** Who is in post on a day of the month, once, at the agency of the last such day; by agency, in order of the numbers. */
function headsOf(posts: FeeTierData['posts'], month: FeeTierData['month']): Map<string, number[]> {
  const heads = new Map<string, number[]>();
  for (const { workerNo, engagements } of posts) {
    const here = engagements.filter((e) => e.status !== 'suspended' && e.from < month.to && e.to > month.from);
    const last = here.reduce<(typeof here)[number] | undefined>((latest, e) => (latest === undefined || e.from > latest.from ? e : latest), undefined);
    if (last) heads.set(last.agencyId, [...(heads.get(last.agencyId) ?? []), workerNo]);
  }
  for (const numbers of heads.values()) numbers.sort((a, b) => a - b);
  return heads;
}

/** What a card that holds on some day of the month asks for the count; only a step that begins and ends as the slip says. */
function pricesOf({ kind, tiers }: FeeTierData['cards'][number], count: number, said: StoredTierFee['tier']): (number | string)[] {
  if (!tiers || tiers.mode !== said.mode) return [];
  const reached = tiers.steps.filter(({ from }) => from <= Math.max(count, 1));
  const step = reached[reached.length - 1];
  const next = tiers.steps[reached.length];
  if (!step || step.from !== said.from || (next === undefined ? undefined : next.from - 1) !== said.to) return [];
  return [kind === 'per_head' ? step.amount : step.rate];
}
