import {
  type DateRange,
  DomainError,
  type Fen,
  type Id,
  intersect,
  rangeDays,
  splitByLargestRemainder,
} from '@gridstaff/kernel';
import type { PayItemDefinition, RetroCategory } from '@gridstaff/pay-engine';
import { type FundSplitPiece, WHOLE } from './fund-split';
import type { Piece } from './pay-facts';
import type { RetroDelta } from './retro';
import { costOf, type Totals } from './run';

/** What one fund bears of a slip, fen. */
export interface FundPart {
  readonly fundId: Id;
  readonly amount: Fen;
}

/** A budget line by what a charge needs to know of it. */
export interface Chargeable {
  readonly id: Id;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** Spreadsheets change full-width signs of names. */
const plainText = (name: string): string => name.normalize('NFKC').trim();

/** The funds of a fiscal year by code or name. */
export class FundBook {
  private readonly byCode: ReadonlyMap<string, Chargeable>;

  constructor(
    funds: readonly Chargeable[],
    readonly fiscalYear: number,
  ) {
    // A code goes before a name that reads the same.
    const byName = funds.map((fund) => [plainText(fund.name), fund] as const);
    this.byCode = new Map([...byName, ...funds.map((fund) => [plainText(fund.code), fund] as const)]);
  }

  /** @throws DomainError FUND_NOT_IN_YEAR, FUND_ZERO_LINE */
  idOf(code: string): Id {
    const fund = this.byCode.get(plainText(code));
    if (!fund) throw new DomainError('FUND_NOT_IN_YEAR', { code, year: this.fiscalYear }, { field: 'fund' });
    if (fund.kind === 'zero')
      throw new DomainError('FUND_ZERO_LINE', { fund: fund.name, year: this.fiscalYear }, { field: 'fund' });
    return fund.id;
  }
}

/** How a month is charged: items with a fund of their own, and the fund of what neither item nor split names. */
export interface ChargeRules {
  readonly itemFunds: ReadonlyMap<number, Id>;
  readonly otherwise: Id;
}

/** Shares of funds in what a worker costs in a month: non-negative whole numbers, at least one above zero. */
export type Weights = ReadonlyMap<Id, number>;

/** Items that are paid in money of the centre: what others do with it (tax, deductions) and information is charged to nobody. */
export const isCost = ({ kind }: Pick<PayItemDefinition, 'kind'>): boolean =>
  kind === 'earning' || kind === 'employer_cost';

/** The funds that items of a scheme name, by item number. @throws DomainError FUND_NOT_IN_YEAR, FUND_ZERO_LINE */
export function itemFunds(items: readonly PayItemDefinition[], book: FundBook): Map<number, Id> {
  const funds = new Map<number, Id>();
  for (const item of items) if (item.fund !== undefined && isCost(item)) funds.set(item.no, book.idOf(item.fund));
  return funds;
}

/**
 * A worker's split of a month: the shares of each day in post at the agency count once, so a split that changes inside the month counts by
 * calendar days. Without such days (pay after leaving, bonuses) every day of the month counts.
 */
export function weightsOf(
  month: DateRange,
  posts: readonly Piece[],
  splits: readonly FundSplitPiece[],
  rules: ChargeRules,
  book: FundBook,
): Weights {
  const inPost = posts.flatMap((post) => intersect(post, month) ?? []);
  const weights = new Map<Id, number>();
  const add = (fundId: Id, weight: number): void => void weights.set(fundId, (weights.get(fundId) ?? 0) + weight);
  for (const range of inPost.length > 0 ? inPost : [month]) {
    let open = rangeDays(range);
    for (const piece of splits) {
      const part = intersect(piece, range);
      if (!part || piece.shares.length === 0) continue;
      const days = rangeDays(part);
      open -= days;
      for (const { fund, points } of piece.shares) add(book.idOf(fund), days * points);
    }
    if (open > 0) add(rules.otherwise, open * WHOLE);
  }
  return weights;
}

/** Differences that the centre owes; the other categories are between worker and agency. */
const COST_CATEGORIES: ReadonlySet<RetroCategory> = new Set<RetroCategory>([
  'taxable',
  'nonTaxable',
  'employerInsurance',
  'employerFund',
  'fee',
]);

/** A month's differences on a slip, and how that month is charged. */
export interface ChargedMonth {
  readonly deltas: readonly RetroDelta[];
  readonly rules: ChargeRules;
  readonly weights: Weights;
}

export interface ChargedSlip {
  readonly totals: Totals;
  readonly lines: readonly { itemNo: number; amount: Fen }[];
  readonly rules: ChargeRules;
  readonly weights: Weights;
  /** Months whose differences the slip pays. */
  readonly late: readonly ChargedMonth[];
}

/**
 * Shares what a slip costs the centre among funds: an item with a fund of its own goes there whole, everything else of a month is one sum that
 * the worker's split of that month shares by largest remainder, in the order of fund ids. Differences are charged as their original month
 * is. The parts sum to the slip to the fen.
 */
export function chargesOf({ totals, lines, rules, weights, late }: ChargedSlip): FundPart[] {
  const parts = new Map<Id, Fen>();
  const add = (fundId: Id, amount: Fen): void => void parts.set(fundId, (parts.get(fundId) ?? 0) + amount);
  const share = (amount: Fen, among: Weights): void => {
    const funds = [...among.keys()].sort();
    const shares = splitByLargestRemainder(
      amount,
      funds.map((id) => among.get(id) ?? 0),
    );
    funds.forEach((id, i) => add(id, shares[i] ?? 0));
  };
  let own = costOf(totals);
  for (const month of late) {
    let rest = 0;
    for (const { itemNo, category, amount } of month.deltas) {
      if (!COST_CATEGORIES.has(category)) continue;
      own -= amount;
      const fundId = month.rules.itemFunds.get(itemNo);
      if (fundId === undefined) rest += amount;
      else add(fundId, amount);
    }
    share(rest, month.weights);
  }
  for (const { itemNo, amount } of lines) {
    const fundId = rules.itemFunds.get(itemNo);
    if (fundId === undefined) continue;
    own -= amount;
    add(fundId, amount);
  }
  share(own, weights);
  return [...parts]
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fundId, amount]) => ({ fundId, amount }));
}

/** What is stored of the parts: nothing where the fund of the run bears the whole slip. */
export const storedParts = (parts: readonly FundPart[], runFundId: Id): readonly FundPart[] =>
  parts.every(({ fundId }) => fundId === runFundId) ? [] : parts;

/** All parts again, from what is stored; none where it is not said which fund the run has. */
export const wholeOf = (stored: readonly FundPart[], cost: Fen, runFundId: Id | undefined): readonly FundPart[] =>
  stored.length > 0 || runFundId === undefined ? stored : [{ fundId: runFundId, amount: cost }];
