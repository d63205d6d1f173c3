import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseYuan } from '@gridstaff/kernel';
import { checkFeeTiers } from '@gridstaff/verifier';
import { parse } from 'yaml';
import { FeeHeads, tierPrice } from './fee-heads';
import type { WorkerFacts } from './pay-facts';

interface Golden {
  cards: Record<string, { mode: 'whole' | 'slices'; kind: 'per_head' | 'rate'; steps: [number, string][] }>;
  cases: { card: string; heads: number; total?: string; at: Record<string, string> }[];
}

const golden = parse(readFileSync(path.join(__dirname, '../../../../test/golden/fees/tiers.yaml'), 'utf8')) as Golden;
const MONTH = { from: '2023-03-01', to: '2023-04-01' };
const AGENCY = 'a1';
type Stay = WorkerFacts['engagements'][number];
const stay = (agencyId = AGENCY, from = '2022-01-01', to = '9999-12-31', status: Stay['status'] = 'in_post'): Stay => ({ agencyId, from, to, status, joinedOn: from });
const office = (heads: number) => Array.from({ length: heads }, (_, i) => ({ workerNo: 10 + i * 3, engagements: [stay()] }));

function cardOf(name: string) {
  const { mode, kind, steps } = golden.cards[name] as Golden['cards'][string];
  const priced = steps.map(([from, price]) => ({ from, ...(kind === 'per_head' ? { amount: parseYuan(price), rate: '0' } : { amount: 0, rate: price }) }));
  return { agencyId: AGENCY, kind, tiers: { mode, steps: priced } };
}

describe('a fee by the head count of the month', () => {
  it.each(golden.cases)('$card with $heads heads', ({ card: name, heads, total, at }) => {
    const card = cardOf(name);
    const posts = office(heads);
    const counted = new FeeHeads(posts, MONTH);
    const slips = posts.map(({ workerNo }) => {
      const { amount, rate, tier } = tierPrice(card, counted, workerNo);
      return { workerNo, agencyId: AGENCY, kind: card.kind, price: card.kind === 'per_head' ? amount : rate, tier };
    });
    if (total !== undefined) expect(slips.reduce((sum, { price }) => sum + Number(price), 0)).toBe(parseYuan(total));
    for (const [place, price] of Object.entries(at))
      expect([place, slips[Number(place) - 1]?.price]).toEqual([place, card.kind === 'per_head' ? parseYuan(price) : price]);
    // The verifier, which shares no code with this, finds the same.
    expect(checkFeeTiers({ month: MONTH, posts, cards: [card], slips })).toEqual([]);
  });

  it('counts whoever is in post on a day of the month, once, at the last agency', () => {
    const posts = [
      { workerNo: 1, engagements: [stay()] },
      { workerNo: 2, engagements: [stay(AGENCY, '2022-01-01', '2023-03-02')] },
      { workerNo: 3, engagements: [stay(AGENCY, '2022-01-01', '2023-03-01')] },
      { workerNo: 4, engagements: [stay(AGENCY, '2022-01-01', '2023-03-10'), stay('b', '2023-03-10')] },
      { workerNo: 5, engagements: [stay(AGENCY, '2022-01-01', '9999-12-31', 'suspended')] },
      { workerNo: 6, engagements: [stay(AGENCY, '2023-03-31')] },
    ];
    const counted = new FeeHeads(posts, MONTH);
    expect([counted.heads(AGENCY), counted.heads('b'), counted.heads('none')]).toEqual([3, 1, 0]);
    expect([1, 2, 3, 4, 5, 6].map((no) => counted.place(AGENCY, no))).toEqual([1, 2, undefined, undefined, undefined, 3]);
  });

  it.each([
    ['FEE_HEADS', { heads: 4 }, {}],
    ['FEE_PLACE', { place: 3 }, {}],
    ['FEE_PRICE', {}, { price: 1 }],
    ['FEE_PRICE', { from: 51 }, {}],
    ['FEE_PRICE', { mode: 'whole', place: undefined }, {}],
  ])('the verifier finds %s where %j %j was stored', (code, tier, fee) => {
    const card = cardOf('slices');
    const posts = office(5);
    const right = tierPrice(card, new FeeHeads(posts, MONTH), 10);
    const slip = { workerNo: 10, agencyId: AGENCY, kind: 'per_head', price: right.amount, ...fee, tier: { ...right.tier, ...tier } };
    expect(checkFeeTiers({ month: MONTH, posts, cards: [card], slips: [slip] }).map((found) => found.code)).toEqual([code]);
  });
});
