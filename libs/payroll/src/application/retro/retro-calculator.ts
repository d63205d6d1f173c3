import { ERRORS } from '@gridstaff/contracts';
import { DomainError, type Fen, type Id, overlaps, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import { PayFactsReader } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import {
  agenciesOf,
  type Amounts,
  buildInput,
  difference,
  type Given,
  type GivenDelta,
  type MonthRecord,
  NO_TAX_RECORD,
  postsAt,
  retroCategoryOf,
  type RetroMonth,
  RetroStore,
  type RunNote,
  SlipStore,
  type WorkerFacts,
  type WorkerRange,
} from '../../domain';
import { MonthRecords, NO_RECORD } from '../month-records';
import type { PayContext } from '../pay-contexts';
import type { RetroPeriod, RetroPlan } from './retro-plans';

export interface RetroResult {
  /** What workers owe from earlier slips, by agency, fen. */
  readonly debts: ReadonlyMap<number, ReadonlyMap<Id, Fen>>;
  /** Differences by worker, oldest month first. */
  readonly months: ReadonlyMap<number, readonly RetroMonth[]>;
  readonly notes: readonly RunNote[];
}

/** What was given for one month: amounts by worker and agency, own pay only, and how often it was put right. */
class GivenMonth {
  private readonly amounts = new Map<string, Map<number, Fen>>();
  private readonly rounds = new Map<string, Set<number>>();
  private readonly agencies = new Map<number, Set<Id>>();

  add({ workerNo, agencyId, itemNo, amount }: Given): void {
    const key = `${workerNo} ${agencyId}`;
    const own = this.amounts.get(key) ?? new Map<number, Fen>();
    this.amounts.set(key, own.set(itemNo, (own.get(itemNo) ?? 0) + amount));
    this.agencies.set(workerNo, (this.agencies.get(workerNo) ?? new Set()).add(agencyId));
  }

  addDelta(delta: GivenDelta): void {
    this.add(delta);
    const key = `${delta.workerNo} ${delta.agencyId}`;
    this.rounds.set(key, (this.rounds.get(key) ?? new Set()).add(delta.runNo));
  }

  of(workerNo: number, agencyId: Id): { amounts: Amounts; rounds: number } {
    const key = `${workerNo} ${agencyId}`;
    return { amounts: this.amounts.get(key) ?? new Map<number, Fen>(), rounds: this.rounds.get(key)?.size ?? 0 };
  }

  agenciesOf(workerNo: number): readonly Id[] {
    return [...(this.agencies.get(workerNo) ?? [])];
  }
}

/**
 * Signed differences of earlier months: each touched month is calculated as it should have been (the run's own functions, facts as known at
 * the new cut-off, law and scheme of that month), less everything already given for it. Constant numbers of statements per month touched.
 */
@Injectable()
export class RetroCalculator {
  constructor(
    private readonly roster: PayFactsReader,
    private readonly records: MonthRecords,
    private readonly store: RetroStore,
    private readonly slips: SlipStore,
  ) {}

  async read({ centreId }: PayContext, range: WorkerRange, plan?: RetroPlan): Promise<RetroResult> {
    const months = new Map<number, RetroMonth[]>();
    const notes: RunNote[] = [];
    for (const period of plan?.periods ?? []) {
      const within = period.touched.within(range);
      if (within) await this.period(plan?.until ?? period.period, period, within, months, notes);
    }
    return { months, notes, debts: await this.store.debts(centreId, range) };
  }

  private async period(
    until: Period,
    retro: RetroPeriod,
    range: WorkerRange,
    months: Map<number, RetroMonth[]>,
    notes: RunNote[],
  ): Promise<void> {
    const { period, context } = retro;
    const { centreId, knownAt, ignored } = context;
    const facts = await this.roster.payFacts(context.window, range.fromNo, range.toNo);
    const records = await this.records.load({ centreId, period, knownAt, ignored }, range);
    const given = await this.given(until, retro, range);
    const claimed = await this.slips.claimedAgencies(period, range);
    for (const worker of facts) {
      const { workerNo } = worker;
      if (!retro.touched.concerns(worker)) continue;
      const engaged = worker.engagements.some((e) => overlaps(e, rangeOfPeriod(period)));
      const due = engaged ? agenciesOf(rangeOfPeriod(period), worker) : [];
      const paid = given.agenciesOf(workerNo);
      for (const agencyId of new Set(retro.correction ? paid : [...due, ...paid])) {
        try {
          const record = records.get(workerNo) ?? NO_RECORD;
          const should = due.includes(agencyId) ? this.should(retro, worker, record, agencyId) : new Map<number, Fen>();
          const { amounts, rounds } = given.of(workerNo, agencyId);
          const deltas = this.deltas(retro, should, amounts);
          if (deltas.length === 0) continue;
          const unpaid = !(claimed.get(workerNo) ?? []).includes(agencyId);
          const month = { period, agencyId, deltas, before: rounds, unpaid, posts: postsAt(worker, agencyId) };
          const own = months.get(workerNo);
          if (own) own.push(month);
          else months.set(workerNo, [month]);
        } catch (error) {
          if (!(error instanceof DomainError) || ERRORS[error.code]?.kind !== 'user') throw error;
          notes.push({ workerNo, period, code: error.code, params: error.params });
        }
      }
    }
  }

  /** Own pay of the month at one agency as it should have been, by item. Tax is none of it, so its inputs stay empty. */
  private should(
    { context, foreign }: RetroPeriod,
    facts: WorkerFacts,
    record: MonthRecord,
    agencyId: Id,
  ): Map<number, Fen> {
    const amounts = new Map<number, Fen>();
    try {
      const { input } = buildInput(context.month, { facts, record, tax: NO_TAX_RECORD }, agencyId);
      for (const { itemNo, amount } of context.engine.calculate(input).lines) amounts.set(itemNo, amount);
    } catch (error) {
      // A month of nothing but suspension pays nothing: what was given comes back.
      if (!(error instanceof DomainError) || error.code !== 'ALL_SUSPENDED') throw error;
    }
    for (const itemNo of amounts.keys()) if (foreign.has(itemNo)) amounts.delete(itemNo);
    return amounts;
  }

  private async given(until: Period, retro: RetroPeriod, range: WorkerRange): Promise<GivenMonth> {
    const { period, context, foreign } = retro;
    const given = new GivenMonth();
    for (const line of await this.store.lines(retro.runNos, range)) if (!foreign.has(line.itemNo)) given.add(line);
    for (const delta of await this.store.deltas(context.centreId, period, until, range)) given.addDelta(delta);
    return given;
  }

  private deltas({ period, context, items }: RetroPeriod, should: Amounts, given: Amounts): RetroMonth['deltas'] {
    return difference(should, given).map(({ itemNo, amount }) => {
      const item = items.get(itemNo);
      const category = item ? retroCategoryOf(item, context.parameters.insurance) : null;
      if (category === null) throw new DomainError('RETRO_ITEM_GONE', { item: itemNo, period });
      return { period, itemNo, category, amount };
    });
  }
}
