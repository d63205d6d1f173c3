import { type Actor, requirePermission } from '@gridstaff/contracts';
import { FundReader, type FundView } from '@gridstaff/fund';
import {
  addMonths,
  DomainError,
  type Fen,
  type Id,
  OPEN_END,
  parsePeriod,
  type Period,
  firstDay,
} from '@gridstaff/kernel';
import {
  type ChangeSet,
  type CostFigures,
  fingerprintOf,
  type Forecast,
  type ForecastMonth,
  PayForecast,
  RunQueries,
  Schemes,
  usualPayDate,
} from '@gridstaff/payroll';
import { Centres, PayFactsReader } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { changesOf, type Scenario } from './scenario';

export interface WhatIfRequest {
  centreId: Id;
  fundId: Id;
  /** First month that is forecast; left out: the one after the last approved run of the fund's year. */
  from?: Period;
  scenario: Scenario;
}

export interface WhatIfMonth {
  period: Period;
  payDate: string;
  now: ForecastMonth;
  then: ForecastMonth;
  difference: CostFigures;
}

/** What the months to come take of one fund, as things are and in the scenario, and what is left of it then. */
export interface WhatIfFund {
  fundId: Id;
  name: string;
  available: Fen;
  now: Fen;
  then: Fen;
  leftNow: Fen;
  leftThen: Fen;
}

export interface WhatIfAnswer {
  from: Period;
  fiscalYear: number;
  months: WhatIfMonth[];
  now: CostFigures;
  then: CostFigures;
  difference: CostFigures;
  fund: Pick<FundView, 'id' | 'name' | 'balances' | 'timeProgressPct'> & {
    /** Available when every month is paid: as things are, and in the scenario. Below nought: so much is missing. */
    leftNow: Fen;
    leftThen: Fen;
  };
  /** Every fund that bears a part of the months, the asked one first. */
  funds: WhatIfFund[];
  /** What would have to be recorded for the scenario to come true. */
  changes: ChangeSet;
  /** Names exactly these changes: adopting asks for it. */
  changesHash: string;
  leftOut: Forecast['leftOut'];
}

const APPROVED = ['approved', 'settled', 'paid', 'closed'];
const RUNS_OF_YEAR = { field: 'no', descending: true, limit: 500 } as const;

/** 测算: the rest of the year on the real engine, as it is and in a scenario, against the real fund. Reads only. */
@Injectable()
export class WhatIf {
  constructor(
    private readonly forecast: PayForecast,
    private readonly funds: FundReader,
    private readonly runs: RunQueries,
    private readonly schemes: Schemes,
    private readonly centres: Centres,
    private readonly roster: PayFactsReader,
    private readonly clock: Clock,
  ) {}

  /**
   * Needs `run:read` and `fund:read`.
   * @throws DomainError NOT_FOUND, FUND_YEAR when the first month is not paid out of the fund's year, NO_PARAMETERS, NO_CALENDAR, NO_PAY_SCHEME,
   * FORBIDDEN, and those that recording the scenario would throw
   */
  async calculate(actor: Actor, request: WhatIfRequest): Promise<WhatIfAnswer> {
    const { centreId, fundId } = request;
    const { fund, from, changes } = await this.plan(actor, request);
    const now = await this.forecast.costToYearEnd(actor, { centreId, from, fundId });
    const then = await this.forecast.costToYearEnd(actor, { centreId, from, fundId, changes });
    const { id, name, balances, timeProgressPct } = fund;
    const borne = (forecast: Forecast, fundOf: Id): Fen => forecast.byFund.get(fundOf) ?? 0;
    const all = await this.funds.list(actor, centreId, fund.fiscalYear);
    const others = all.filter((own) => own.id !== id && (now.byFund.has(own.id) || then.byFund.has(own.id)));
    const funds = [fund, ...others].map((own): WhatIfFund => {
      const part = { available: own.balances.available, now: borne(now, own.id), then: borne(then, own.id) };
      const left = { leftNow: part.available - part.now, leftThen: part.available - part.then };
      return { fundId: own.id, name: own.name, ...part, ...left };
    });
    const { leftNow, leftThen } = funds[0] as WhatIfFund;
    return {
      ...{ from, fiscalYear: now.fiscalYear, changes, changesHash: fingerprintOf(changes), leftOut: then.leftOut },
      months: now.months.map((month, i) => compared(month, then.months[i] as ForecastMonth)),
      ...{ now: now.total, then: then.total, difference: minus(then.total, now.total) },
      fund: { id, name, balances, timeProgressPct, leftNow, leftThen },
      funds,
    };
  }

  /**
   * What would have to be recorded, once more, for whoever has looked at it.
   * @throws DomainError SCENARIO_STALE when it is no longer what was looked at, and those of `calculate`
   */
  async changesSeen(actor: Actor, request: WhatIfRequest, seen: string): Promise<ChangeSet> {
    const { changes } = await this.plan(actor, request);
    if (fingerprintOf(changes) !== seen) throw new DomainError('SCENARIO_STALE', {}, { field: 'changesHash' });
    return changes;
  }

  private async plan(
    actor: Actor,
    { centreId, fundId, scenario, from: asked }: WhatIfRequest,
  ): Promise<{ fund: FundView; from: Period; changes: ChangeSet }> {
    requirePermission(actor, 'run:read', centreId);
    const fund = await this.fund(actor, centreId, fundId);
    const from = asked === undefined ? await this.firstOpen(actor, fund) : parsePeriod(asked, 'from');
    const { fiscalYear, periods } = await this.forecast.monthsFrom(centreId, from);
    if (fiscalYear !== fund.fiscalYear) {
      const { settings } = await this.centres.byId(centreId);
      const payDate = usualPayDate(settings, from);
      throw new DomainError('FUND_YEAR', { fund: fund.name, year: fund.fiscalYear, payDate }, { field: 'from' });
    }
    const changes = await this.changes(centreId, from, periods.at(-1) ?? from, scenario);
    return { fund, from, changes };
  }

  private async changes(centreId: Id, from: Period, last: Period, scenario: Scenario): Promise<ChangeSet> {
    const knownAt = this.clock.millis();
    const window = { centreId, knownAt, from: firstDay(from), to: OPEN_END };
    const { definition } = await this.schemes.forMonth(centreId, scenario.item?.from ?? from, knownAt);
    const standards = await this.roster.gradeStandards(window);
    const people = await this.roster.payFacts(window, 1, LAST_NO);
    return changesOf(scenario, { standards, people, scheme: definition, last });
  }

  private async fund(actor: Actor, centreId: Id, fundId: Id): Promise<FundView> {
    const head = await this.funds.find(fundId);
    if (head?.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'fund' });
    const fund = (await this.funds.list(actor, centreId, head.fiscalYear)).find(({ id }) => id === fundId);
    if (!fund) throw new DomainError('NOT_FOUND', { what: 'fund' });
    return fund;
  }

  /** What is approved is reserved already: the forecast begins after it. */
  private async firstOpen(actor: Actor, { centreId, fiscalYear }: FundView): Promise<Period> {
    const { rows: runs } = await this.runs.list(actor, { centreId }, RUNS_OF_YEAR);
    const approved = runs.filter(
      (run) => run.kind === 'regular' && run.fiscalYear === fiscalYear && APPROVED.includes(run.status),
    );
    const last = approved
      .map(({ period }) => period)
      .sort()
      .at(-1);
    if (last !== undefined) return addMonths(last, 1);
    const { settings } = await this.centres.byId(centreId);
    return addMonths(`${fiscalYear}-01`, -settings.payMonthOffset);
  }
}

const LAST_NO = 1_999_999_999;

const minus = (a: CostFigures, b: CostFigures): CostFigures => ({
  gross: a.gross - b.gross,
  employer: a.employer - b.employer,
  fee: a.fee - b.fee,
  total: a.total - b.total,
});

const compared = (now: ForecastMonth, then: ForecastMonth): WhatIfMonth => ({
  ...{ period: now.period, payDate: now.payDate, now, then },
  difference: minus(then, now),
});
