import { type Actor, ERRORS, requirePermission } from '@gridstaff/contracts';
import {
  addMonths,
  DomainError,
  type Fen,
  type Id,
  type LocalDate,
  parsePeriod,
  type Period,
  periodOf,
  yearOf,
} from '@gridstaff/kernel';
import { Centres, PayFactsReader, type PayFactsWindow } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import {
  agenciesOf,
  buildInput,
  type MonthRecord,
  NO_TAX_RECORD,
  usualPayDate,
  wholeOf,
  RunStore,
  type TaxRecord,
  type TaxSums,
  TaxStore,
  type WorkerFacts,
} from '../../domain';
import { MonthRecords, NO_RECORD } from '../month-records';
import { type Charge, SlipCharges } from '../charges/slip-charges';
import { EVERYONE } from '../pay-calculator';
import { taxAdded } from '../slip-record';
import { type PayContext, PayContexts } from '../pay-contexts';
import { type ChangeSet, ChangeSets, supposedRecord, type Supposition } from './change-set';

/** Fen. `total` is what the fund pays: gross + employer + fee. */
export interface CostFigures {
  gross: Fen;
  /** Insurance and housing fund of the employer. */
  employer: Fen;
  fee: Fen;
  total: Fen;
}

export interface ForecastMonth extends CostFigures {
  period: Period;
  payDate: LocalDate;
  people: number;
}

export interface Forecast {
  fiscalYear: number;
  months: ForecastMonth[];
  total: CostFigures;
  /** Cost of all the months by worker number, fen; supposed workers have supposed numbers. */
  byWorker: ReadonlyMap<number, Fen>;
  /** Cost of all the months by fund, when the request names the fund of the runs to come; fen. */
  byFund: ReadonlyMap<Id, Fen>;
  /** Who could not be calculated, and is in no figure. */
  leftOut: { period: Period; workerNo: number; code: string }[];
}

export interface ForecastRequest {
  centreId: Id;
  /** First work month. */
  from: Period;
  /** The fund that the months are paid out of where no split and no item says otherwise. */
  fundId?: Id;
  /** These workers alone; left out: everybody in post. */
  workers?: readonly number[];
  changes?: ChangeSet;
}

type Sums = Forecast & { byWorker: Map<number, Fen>; byFund: Map<Id, Fen> };
type Paid = TaxSums & { agencyId: Id };

/** Workers calculated before others get their turn. */
const AT_A_TIME = 100;

/** What is read once for all months. */
interface Known {
  readonly contexts: readonly PayContext[];
  readonly facts: readonly WorkerFacts[];
  readonly records: readonly ReadonlyMap<number, MonthRecord>[];
  readonly taxes: ReadonlyMap<number, Omit<TaxRecord, 'paid'>>;
  /** Year to date, carried from month to month. */
  readonly paid: Map<number, Paid[]>;
  /** How each month is charged to funds. */
  readonly charges: readonly Charge[];
  /** Coefficient last given, carried from month to month. */
  readonly coefficients: Map<number, string>;
}

/**
 * The months to come by the functions of the run, for as many people as asked: facts are read once for all months, engines are reused, and the
 * year-to-date figures of each month are those of the months before. Nothing is saved. What nobody knows yet is assumed: the performance
 * coefficient last given (1 where none was), no absence, no overtime, no award; prices and people stay as they are recorded.
 */
@Injectable()
export class PayForecast {
  constructor(
    private readonly centres: Centres,
    private readonly contexts: PayContexts,
    private readonly roster: PayFactsReader,
    private readonly records: MonthRecords,
    private readonly taxes: TaxStore,
    private readonly runs: RunStore,
    private readonly changeSets: ChangeSets,
    private readonly charging: SlipCharges,
    private readonly clock: Clock,
  ) {}

  /** The work months from one on that are paid out of the same fiscal year. @throws DomainError NOT_A_PERIOD, NOT_FOUND */
  async monthsFrom(centreId: Id, first: Period): Promise<{ fiscalYear: number; periods: Period[] }> {
    const from = parsePeriod(first, 'from');
    const { settings } = await this.centres.byId(centreId);
    const fiscalYear = yearOf(usualPayDate(settings, from));
    const periods: Period[] = [];
    for (let p = from; yearOf(usualPayDate(settings, p)) === fiscalYear; p = addMonths(p, 1)) periods.push(p);
    return { fiscalYear, periods };
  }

  /**
   * From a work month to the last one that is paid out of the same fiscal year, which follows the pay date.
   * @throws DomainError NOT_A_PERIOD, NO_CALENDAR, NO_PARAMETERS, NO_PAY_SCHEME, FORBIDDEN, and those of the change-set
   */
  async costToYearEnd(actor: Actor, request: ForecastRequest): Promise<Forecast> {
    const { centreId, changes } = request;
    requirePermission(actor, 'run:read', centreId);
    const { settings } = await this.centres.byId(centreId);
    const { fiscalYear, periods } = await this.monthsFrom(centreId, request.from);
    const supposed = changes && (await this.changeSets.resolve(actor, centreId, changes));
    const payDate = (p: Period): LocalDate => usualPayDate(settings, p);
    const known = await this.read(request, { fiscalYear, periods, payDate }, supposed);
    const result: Sums = {
      ...{ fiscalYear, months: [], total: nothing(), byWorker: new Map(), byFund: new Map(), leftOut: [] },
    };
    for (const [i, context] of known.contexts.entries()) {
      const month = {
        period: context.period,
        payDate: usualPayDate(settings, context.period),
        people: 0,
        ...nothing(),
      };
      const records = known.records[i + 1] ?? new Map<number, MonthRecord>();
      for (const [at, facts] of known.facts.entries()) {
        if (at % AT_A_TIME === 0) await yieldToOthers();
        this.worker(known, context, { records, charge: known.charges[i] as Charge }, facts, month, result);
      }
      result.months.push(month);
      add(result.total, month);
    }
    return result;
  }

  private async read(
    { centreId, workers, fundId }: ForecastRequest,
    {
      fiscalYear,
      periods,
      payDate,
    }: { fiscalYear: number; periods: readonly Period[]; payDate: (p: Period) => LocalDate },
    supposed: Supposition | undefined,
  ): Promise<Known> {
    const knownAt = this.clock.millis();
    const [first, last] = [periods[0] as Period, periods.at(-1) as Period];
    const taxMonth = periodOf(payDate(last));
    const basis = (await this.runs.basis({ no: 0, centreId, taxMonth }, first)).map((b) => b.no);
    const question = { centreId, kind: 'regular' as const, knownAt, basis, fundId, fiscalYear, supposed };
    const contexts: PayContext[] = [];
    for (const period of periods)
      contexts.push(await this.contexts.open({ ...question, period, taxMonth: periodOf(payDate(period)) }));
    const [begin, end] = [contexts[0]?.window, contexts.at(-1)?.window];
    const range = workers ? rangeOf(workers) : EVERYONE;
    const charges: Charge[] = [];
    for (const context of contexts) charges.push(await this.charging.of(context, range));
    const window = { ...(begin as PayFactsWindow), to: (end as PayFactsWindow).to };
    const wanted = workers && new Set(workers);
    const all = await this.roster.payFacts(window, range.fromNo, range.toNo);
    const records: ReadonlyMap<number, MonthRecord>[] = [];
    // The month before tells the coefficient that the first one assumes.
    for (const period of [addMonths(first, -1), ...periods])
      records.push(await this.records.load({ centreId, period, knownAt }, range));
    const coefficients = new Map<number, string>();
    for (const [no, { coefficient }] of records[0] ?? []) if (coefficient !== null) coefficients.set(no, coefficient);
    return {
      ...{
        contexts,
        records,
        charges,
        coefficients,
        facts: wanted ? all.filter(({ workerNo }) => wanted.has(workerNo)) : all,
      },
      taxes: await this.taxes.facts({ centreId, taxYear: yearOf(taxMonth), knownAt }, range),
      paid: await this.taxes.paid(basis, range),
    };
  }

  private worker(
    known: Known,
    context: PayContext,
    { records, charge }: { records: ReadonlyMap<number, MonthRecord>; charge: Charge },
    facts: WorkerFacts,
    month: ForecastMonth,
    result: Sums,
  ): void {
    const { workerNo } = facts;
    const agencies = agenciesOf(context.month.range, facts);
    if (agencies.length === 0) return;
    const given = supposedRecord(
      records.get(workerNo) ?? NO_RECORD,
      workerNo,
      context.period,
      context.supposed?.months ?? [],
    );
    if (given.coefficient !== null) known.coefficients.set(workerNo, given.coefficient);
    const record = { ...given, coefficient: given.coefficient ?? known.coefficients.get(workerNo) ?? '1' };
    const paid = [...(known.paid.get(workerNo) ?? [])];
    const tax = { ...(known.taxes.get(workerNo) ?? NO_TAX_RECORD), paid };
    const cost = nothing();
    const borne = new Map<Id, Fen>();
    try {
      // The last agency of the month is paid first, as by the runs; the others follow.
      for (const agency of [...agencies].reverse()) {
        const { agencyId, input } = buildInput(context.month, { facts, record, tax }, agency);
        const slip = context.engine.calculate(input);
        const { gross, employerInsurance, employerFund, fee } = slip.totals;
        const employer = employerInsurance + employerFund;
        const total = gross + employer + fee;
        add(cost, { gross, employer, fee, total });
        for (const { fundId, amount } of wholeOf(charge({ facts, agencyId, slip }), total, context.fundId))
          borne.set(fundId, (borne.get(fundId) ?? 0) + amount);
        carry(paid, agencyId, taxAdded(input.tax, slip));
      }
      month.people += 1;
      add(month, cost);
      for (const [fundId, amount] of borne) result.byFund.set(fundId, (result.byFund.get(fundId) ?? 0) + amount);
      result.byWorker.set(workerNo, (result.byWorker.get(workerNo) ?? 0) + cost.total);
      known.paid.set(workerNo, paid);
    } catch (error) {
      if (!(error instanceof DomainError) || ERRORS[error.code]?.kind !== 'user') throw error;
      result.leftOut.push({ period: context.period, workerNo, code: error.code });
    }
  }
}

/** The smallest range that holds them; nobody has the number 0. */
export const rangeOf = (workers: readonly number[]): { fromNo: number; toNo: number } => ({
  fromNo: workers.reduce((a, b) => Math.min(a, b), workers[0] ?? 0),
  toNo: workers.reduce((a, b) => Math.max(a, b), 0),
});

const nothing = (): CostFigures => ({ gross: 0, employer: 0, fee: 0, total: 0 });

function add(sum: CostFigures, { gross, employer, fee, total }: CostFigures): void {
  sum.gross += gross;
  sum.employer += employer;
  sum.fee += fee;
  sum.total += total;
}

function carry(paid: Paid[], agencyId: Id, added: TaxSums): void {
  const at = paid.findIndex((own) => own.agencyId === agencyId);
  const before = paid[at];
  if (!before) {
    paid.push({ agencyId, ...added });
    return;
  }
  paid[at] = {
    agencyId,
    income: before.income + added.income,
    exempt: before.exempt + added.exempt,
    special: before.special + added.special,
    other: before.other + added.other,
    relief: before.relief + added.relief,
    tax: before.tax + added.tax,
  };
}
