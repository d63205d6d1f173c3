import { type Fund, FundReader } from '@gridstaff/fund';
import { endOfPeriod, firstDay, type Id, invariant, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import {
  type ChargeRules,
  chargesOf,
  type FundBook,
  type FundPart,
  type FundSplitPiece,
  FundSplitStore,
  itemFunds,
  postsAt,
  type RetroMonth,
  storedParts,
  type Totals,
  weightsOf,
  type WorkerFacts,
  type WorkerRange,
} from '../../domain';
import type { PayContext } from '../pay-contexts';
import type { RetroPlan } from '../retro/retro-plans';

/** A calculated slip, and the months whose differences it pays. */
export interface SlipToCharge {
  readonly facts: Pick<WorkerFacts, 'workerNo' | 'engagements'>;
  readonly agencyId: Id;
  readonly slip: { readonly totals: Totals; readonly lines: readonly { itemNo: number; amount: number }[] };
  readonly late?: readonly RetroMonth[];
}

/** @throws DomainError FUND_NOT_IN_YEAR, FUND_ZERO_LINE when a split names a fund that the year of the pay day does not have */
export type Charge = (slip: SlipToCharge) => readonly FundPart[];

/** Which fund bears which part of a slip, for the workers of a range: a constant number of statements. */
@Injectable()
export class SlipCharges {
  constructor(
    private readonly splits: FundSplitStore,
    private readonly funds: FundReader,
  ) {}

  /** @param plan earlier months that the run puts right */
  async of(context: PayContext, range: WorkerRange, plan?: RetroPlan): Promise<Charge> {
    const { centreId, knownAt, period, charging } = context;
    if (!charging) return () => [];
    const { book, rules } = charging;
    const periods = [period, ...(plan?.periods.map((p) => p.period) ?? [])].sort();
    const from = firstDay(periods[0] as Period);
    const to = endOfPeriod(periods.at(-1) as Period);
    const known = await this.splits.known({ centreId, from, to, knownAt }, range);
    const lateRules = await this.lateRules(charging, plan);
    const plain = rules.itemFunds.size === 0 && lateRules.size === 0;
    return ({ facts, agencyId, slip, late = [] }) => {
      const splits = known.get(facts.workerNo) ?? NO_SPLIT;
      if (plain && splits.every((piece) => piece.shares.length === 0)) return [];
      const weights = weightsOf(rangeOfPeriod(period), postsAt(facts, agencyId), splits, rules, book);
      const months = late.map((month) => {
        const own = lateRules.get(month.period)?.() ?? { ...NO_ITEMS, otherwise: rules.otherwise };
        return {
          ...{ deltas: month.deltas, rules: own },
          weights: weightsOf(rangeOfPeriod(month.period), month.posts, splits, own, book),
        };
      });
      return storedParts(chargesOf({ ...slip, rules, weights, late: months }), rules.otherwise);
    };
  }

  /**
   * Months that are not charged as if the run's fund bore them all: the fund that paid the month bears it again, in another fiscal year the one of
   * the same code. Resolved per slip, so that a code that is missing leaves out the worker and not the run.
   */
  private async lateRules(
    { book, rules: { otherwise } }: { book: FundBook; rules: ChargeRules },
    plan?: RetroPlan,
  ): Promise<Map<Period, () => ChargeRules>> {
    const periods = plan?.periods ?? [];
    const named = periods.filter(
      ({ fundId, items }) => fundId !== otherwise || [...items.values()].some((item) => item.fund !== undefined),
    );
    const paid = new Map<Id, Fund>();
    for (const { fundId } of named) {
      const fund = paid.get(fundId) ?? (await this.funds.find(fundId));
      invariant(fund, 'a run has a fund');
      paid.set(fundId, fund);
    }
    return new Map(
      named.map(({ period, fundId, items }) => {
        const { fiscalYear, code } = paid.get(fundId) as Fund;
        const rules = (): ChargeRules => ({
          itemFunds: itemFunds([...items.values()], book),
          otherwise: fiscalYear === book.fiscalYear ? fundId : book.idOf(code),
        });
        return [period, rules];
      }),
    );
  }
}

const NO_SPLIT: readonly FundSplitPiece[] = [];
const NO_ITEMS = { itemFunds: new Map<number, Id>() };
