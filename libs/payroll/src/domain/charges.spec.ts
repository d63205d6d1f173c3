import { rangeOfPeriod } from '@gridstaff/kernel';
import type { PayItemDefinition } from '@gridstaff/pay-engine';
import fc from 'fast-check';
import { chargesOf, type ChargeRules, FundBook, itemFunds, storedParts, weightsOf } from './charges';
import { checkShares, formatPoints, type FundSplitPiece, parsePoints, WHOLE } from './fund-split';
import { costOf, type Totals } from './run';

const FUNDS = [
  { id: 'a', code: 'JC', name: '基层社会治理专项', kind: 'project' },
  { id: 'b', code: '网格通', name: '网格通', kind: 'project' },
  { id: 'c', code: 'C', name: '网格信息化建设专项', kind: 'project' },
  { id: 'z', code: '会议费', name: '会议费', kind: 'zero' },
];
const BOOK = new FundBook(FUNDS, 2023);
const MARCH = rangeOfPeriod('2023-03');
const PLAIN: ChargeRules = { itemFunds: new Map(), otherwise: 'a' };
const WHOLE_MONTH = [MARCH];

const totalsOf = (gross: number, employerInsurance = 0, employerFund = 0, fee = 0): Totals => ({
  ...{ gross, employerInsurance, employerFund, fee, net: gross },
  ...{ employeeInsurance: 0, employeeFund: 0, tax: 0, otherDeductions: 0, receivable: 0 },
});
const split = (from: string, to: string, ...shares: [string, number][]): FundSplitPiece => ({
  from,
  to,
  shares: shares.map(([fund, points]) => ({ fund, points })),
});
const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('charging slips to funds', () => {
  it('knows a fund by its code and by its name, in one year, and no zero line', () => {
    expect(BOOK.idOf('JC')).toBe('a');
    expect(BOOK.idOf('基层社会治理专项')).toBe('a');
    expect(codeOf(() => BOOK.idOf('去年的专项'))).toBe('FUND_NOT_IN_YEAR');
    expect(codeOf(() => BOOK.idOf('会议费'))).toBe('FUND_ZERO_LINE');
    // A code goes before a name that reads the same.
    expect(new FundBook([...FUNDS, { id: 'd', code: '网格信息化建设专项', name: 'x', kind: 'project' }], 2023).idOf('网格信息化建设专项')).toBe('d');
  });

  it('counts a split that changes inside the month by calendar days in post, the days without one for the fund of the run', () => {
    const splits = [split('2023-03-11', '2023-03-21', ['C', 6_000], ['JC', 4_000]), split('2023-03-21', '9999-12-31')];
    // Ten days before, ten with the split, eleven after it was taken back.
    expect(weightsOf(MARCH, WHOLE_MONTH, splits, PLAIN, BOOK)).toEqual(
      new Map([
        ['c', 10 * 6_000],
        ['a', 10 * 4_000 + 21 * WHOLE],
      ]),
    );
    const joined = [{ from: '2023-03-16', to: '9999-12-31' }];
    expect(weightsOf(MARCH, joined, splits, PLAIN, BOOK)).toEqual(
      new Map([
        ['c', 5 * 6_000],
        ['a', 5 * 4_000 + 11 * WHOLE],
      ]),
    );
    // Somebody who has left: every day of the month counts.
    const left = [{ from: '2020-01-01', to: '2023-02-01' }];
    expect(weightsOf(MARCH, left, [split('2023-01-01', '9999-12-31', ['C', WHOLE])], PLAIN, BOOK)).toEqual(new Map([['c', 31 * WHOLE]]));
  });

  it('shares the rest by largest remainder after an item with a fund of its own has taken its amount', () => {
    const items = [
      { no: 8, kind: 'earning', fund: '网格通' },
      { no: 9, kind: 'deduction', fund: 'C' },
      { no: 10, kind: 'employer_cost' },
    ] as PayItemDefinition[];
    const rules = { itemFunds: itemFunds(items, BOOK), otherwise: 'a' };
    // Deductions are paid by nobody's fund.
    expect([...rules.itemFunds]).toEqual([[8, 'b']]);
    const weights = weightsOf(MARCH, WHOLE_MONTH, [split('2023-01-01', '9999-12-31', ['C', 3_333], ['JC', 6_667])], rules, BOOK);
    const slip = { totals: totalsOf(300_000, 98_001, 0, 6_000), lines: [{ itemNo: 8, amount: 6_100 }], rules, weights, late: [] };
    // 397,901 × 33.33 % = 132,620.4033 and 265,280.5967.
    expect(chargesOf(slip)).toEqual([
      { fundId: 'a', amount: 265_281 },
      { fundId: 'b', amount: 6_100 },
      { fundId: 'c', amount: 132_620 },
    ]);
  });

  it('charges differences as their original month is, signs included', () => {
    const april = { rules: PLAIN, weights: new Map([['a', 1]]) };
    const deltas = [
      { period: '2023-02', itemNo: 1, category: 'taxable', amount: -10_000 },
      { period: '2023-02', itemNo: 8, category: 'taxable', amount: 500 },
      { period: '2023-02', itemNo: 40, category: 'employeeInsurance', amount: 77 },
      { period: '2023-02', itemNo: 60, category: 'employerInsurance', amount: -1 },
    ] as const;
    const february = { deltas, rules: { itemFunds: new Map([[8, 'b']]), otherwise: 'c' }, weights: new Map([['c', 1]]) };
    expect(chargesOf({ totals: totalsOf(290_500, 9_999), lines: [], ...april, late: [february] })).toEqual([
      { fundId: 'a', amount: 310_000 },
      { fundId: 'b', amount: 500 },
      { fundId: 'c', amount: -10_001 },
    ]);
  });

  it('stores nothing where the fund of the run bears it all', () => {
    expect(storedParts([{ fundId: 'a', amount: 5 }], 'a')).toEqual([]);
    expect(storedParts([{ fundId: 'c', amount: 5 }], 'a')).toHaveLength(1);
    expect(storedParts([], 'a')).toEqual([]);
  });

  it('splits sum to the whole, whatever the amounts, days, shares and items', () => {
    const amount = fc.integer({ min: -5_000_000, max: 50_000_000 });
    const shares = fc
      .integer({ min: 1, max: WHOLE - 2 })
      .chain((one) => fc.integer({ min: 1, max: WHOLE - one - 1 }).map((two) => [['JC', one], ['网格通', two], ['C', WHOLE - one - two]] as [string, number][]));
    const day = fc.integer({ min: 1, max: 31 }).map((d) => `2023-03-${String(d).padStart(2, '0')}`);
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount), shares, shares, day, day, amount, amount, (parts, first, second, cut, joined, item, delta) => {
        const splits = [split('2023-01-01', cut, ...first), split(cut, '9999-12-31', ...second)].filter((s) => s.from < s.to);
        const rules = { itemFunds: new Map([[8, 'b']]), otherwise: 'a' };
        const weights = weightsOf(MARCH, [{ from: joined, to: '9999-12-31' }], splits, rules, BOOK);
        const late = [{ deltas: [{ period: '2023-02', itemNo: 1, category: 'fee' as const, amount: delta }], rules, weights: new Map([['c', 2], ['a', 1]]) }];
        const totals = totalsOf(...parts);
        const charged = chargesOf({ totals, lines: [{ itemNo: 8, amount: item }], rules, weights, late });
        expect(charged.reduce((sum, part) => sum + part.amount, 0)).toBe(costOf(totals));
        expect(new Set(charged.map((part) => part.fundId)).size).toBe(charged.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('shares of funds', () => {
  it('are per cent with at most two decimals that add up to exactly 100', () => {
    expect([parsePoints('33.33'), parsePoints('100'), parsePoints('0.01')]).toEqual([3_333, 10_000, 1]);
    for (const wrong of ['0', '-1', '100.01', '33.333']) expect(codeOf(() => parsePoints(wrong))).toBe('OUT_OF_RANGE');
    expect(codeOf(() => parsePoints('half'))).toBe('NOT_A_NUMBER');
    expect([1, 3_333, 10_000].map(formatPoints)).toEqual(['0.01', '33.33', '100']);
    const of = (...points: number[]) => codeOf(() => checkShares(points.map((own, i) => ({ fund: `F${i}`, points: own }))));
    expect(of()).toBeUndefined();
    expect(of(3_333, 6_667)).toBeUndefined();
    expect(of(3_333, 6_666)).toBe('FUND_SPLIT_SUM');
    expect(codeOf(() => checkShares([{ fund: 'F', points: 5_000 }, { fund: 'F', points: 5_000 }]))).toBe('FUND_SPLIT_TWICE');
    expect(of(...Array.from({ length: 11 }, () => 1))).toBe('OUT_OF_RANGE');
  });
});
