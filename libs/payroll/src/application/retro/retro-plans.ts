import { addMonths, firstDay, type Id, type Period, yearOf } from '@gridstaff/kernel';
import type { PayItemDefinition, PeriodParameters } from '@gridstaff/pay-engine';
import { Centres, PayFactsReader } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import {
  isOwnPay,
  LateStore,
  type PaidRun,
  payLaw,
  type PayRun,
  RetroStore,
  RunStore,
  schemeFor,
  SchemeStore,
  TouchedMonth,
} from '../../domain';
import { type PayContext, PayContexts } from '../pay-contexts';
import { LateFacts } from './late-facts';

/** A paid month that late changes touch, with everything to calculate it anew. */
export interface RetroPeriod {
  readonly period: Period;
  readonly touched: TouchedMonth;
  readonly context: PayContext;
  /** Runs that paid the month's own pay. */
  readonly runNos: readonly number[];
  /** The fund of the first of them. */
  readonly fundId: Id;
  /** Items of the schemes it was and is to be calculated with, by number. */
  readonly items: ReadonlyMap<number, PayItemDefinition>;
  /** Items that are no part of the month's own pay. */
  readonly foreign: ReadonlySet<number>;
  /** Whether only those count who were given something by these runs: a correction carries nothing but differences. */
  readonly correction: boolean;
}

export interface RetroPlan {
  /** Differences paid by runs of periods before this one are given already. */
  readonly until: Period;
  /** Oldest first. */
  readonly periods: readonly RetroPeriod[];
}

const LAST_PERIOD = '9999-12';

export type RetroQuestion = Pick<PayRun, 'kind' | 'correctsRunId' | 'centreId' | 'period'> & { knownAt: number };

/** Finds the paid months that facts recorded since touch. */
@Injectable()
export class RetroPlans {
  constructor(
    private readonly store: RetroStore,
    private readonly runs: RunStore,
    private readonly centres: Centres,
    private readonly contexts: PayContexts,
    private readonly schemes: SchemeStore,
    private readonly late: LateFacts,
    private readonly decisions: LateStore,
    private readonly roster: PayFactsReader,
  ) {}

  /**
   * Months looked back at, [from, to): a regular run puts right all earlier months of the look-back window, a correction its own month.
   * Undefined for kinds that carry no differences.
   */
  async window(run: Pick<PayRun, 'kind' | 'centreId' | 'period'>): Promise<{ from: Period; to: Period } | undefined> {
    if (run.kind === 'correction') return { from: run.period, to: addMonths(run.period, 1) };
    if (run.kind !== 'regular') return undefined;
    const { settings } = await this.centres.byId(run.centreId);
    return { from: `${yearOf(run.period) - settings.retroYears}-01`, to: run.period };
  }

  async plan(question: RetroQuestion): Promise<RetroPlan> {
    const window = await this.window(question);
    // Corrections of a month stand in that month themselves.
    const until = question.kind === 'correction' ? LAST_PERIOD : question.period;
    const none = { until, periods: [] };
    if (!window) return none;
    const { correctsRunId } = question;
    const runs = await this.store.paidRuns(question.centreId, window.from, window.to);
    const paid = byPeriod(correctsRunId === null ? runs : runs.filter((r) => r.id === correctsRunId));
    if (paid.length === 0) return none;
    const touched = await this.touched(question, window, paid);
    const periods: RetroPeriod[] = [];
    for (const [period, runs] of paid) {
      const month = touched.get(period);
      if (month && !month.nobody) periods.push(await this.open(question, month, runs));
    }
    return { until, periods };
  }

  private async touched(
    { centreId, knownAt }: RetroQuestion,
    window: { from: Period; to: Period },
    paid: readonly [Period, PaidRun[]][],
  ): Promise<Map<Period, TouchedMonth>> {
    const { region } = await this.centres.byId(centreId);
    const schemes = await this.schemes.versions(centreId);
    const months: [Period, TouchedMonth][] = [];
    for (const [period, runs] of paid) {
      const scheme = schemeFor(schemes, period, knownAt)?.id;
      let everyone = false;
      for (const run of runs) everyone ||= run.schemeId !== scheme || (await this.otherLaw(region, run, knownAt));
      months.push([period, new TouchedMonth(period, cutOff(runs), everyone)]);
    }
    const since = Math.min(...paid.map(([, runs]) => cutOff(runs)));
    const query = { centreId, from: firstDay(window.from), to: firstDay(window.to), since, knownAt };
    const late = [
      ...(await this.late.ofWorkers(query)),
      ...(await this.late.ofStandards(query)),
      ...(await this.decisions.decided(query)),
    ];
    const counted = await this.countedOnHeads({ centreId, knownAt }, window);
    for (const fact of late) {
      for (const [, month] of months) {
        month.add(fact);
        // Who comes or goes late changes the head count, and with it what everybody at the agency costs.
        if (fact.kind === 'engagement') for (const key of counted) month.add({ ...fact, kind: 'agency_fee', workerNo: null, key });
      }
    }
    return new Map(months);
  }

  /** Agencies whose price depends on the head count on some day of the window. */
  private async countedOnHeads({ centreId, knownAt }: Pick<RetroQuestion, 'centreId' | 'knownAt'>, window: { from: Period; to: Period }): Promise<Id[]> {
    const fees = await this.roster.agencyFees({ centreId, knownAt, from: firstDay(window.from), to: firstDay(window.to) });
    return [...new Set(fees.flatMap(({ agencyId, tiers }) => (tiers ? [agencyId] : [])))];
  }

  private async open(
    { centreId, knownAt, kind }: RetroQuestion,
    touched: TouchedMonth,
    runs: readonly PaidRun[],
  ): Promise<RetroPeriod> {
    const { period } = touched;
    const { taxMonth, fundId } = runs[0] as PaidRun;
    const correction = kind === 'correction';
    const context = await this.contexts.open({ centreId, period, taxMonth, kind: 'regular', knownAt, basis: [] });
    const items = new Map<number, PayItemDefinition>();
    const foreign = new Set<number>();
    for (const id of new Set([...runs.map((r) => r.schemeId), context.scheme.id])) {
      for (const item of (await this.schemes.get(id)).definition.items) {
        items.set(item.no, item);
        if (!isOwnPay(item)) foreign.add(item.no);
      }
    }
    return { period, touched, context, runNos: runs.map((r) => r.no), fundId, items, foreign, correction };
  }

  /** Whether the month would be calculated under other values today. */
  private async otherLaw(region: string, run: PaidRun, knownAt: number): Promise<boolean> {
    const { period, taxMonth } = run;
    const now = await this.contexts.parameters(region, { period, taxMonth, knownAt });
    if (now.fingerprint === run.parametersHash) return false;
    const text = await this.runs.parametersOf(run.id);
    return text !== null && payLaw(JSON.parse(text) as PeriodParameters) !== payLaw(now);
  }
}

const cutOff = (runs: readonly PaidRun[]): number => Math.min(...runs.map((r) => r.knownAt));

function byPeriod(runs: readonly PaidRun[]): [Period, PaidRun[]][] {
  const periods = new Map<Period, PaidRun[]>();
  for (const run of runs) {
    const own = periods.get(run.period);
    if (own) own.push(run);
    else periods.set(run.period, [run]);
  }
  return [...periods].sort(([a], [b]) => (a < b ? -1 : 1));
}
