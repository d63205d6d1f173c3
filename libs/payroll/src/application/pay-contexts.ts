import { Calendars } from '@gridstaff/calendar';
import { FundReader } from '@gridstaff/fund';
import { addMonths, endOfPeriod, firstDay, type Id, monthOf, type Period, yearOf } from '@gridstaff/kernel';
import { type BonusMethod, type PayEngine, type PeriodParameters, tableChanges } from '@gridstaff/pay-engine';
import { Policies, type PolicyPacks } from '@gridstaff/policy';
import { Centres, PayFactsReader, type PayFactsWindow } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import {
  type ChargeRules,
  FeeHeads,
  FundBook,
  itemFunds,
  type PayMonth,
  payMonth,
  type PayScheme,
  RateBook,
  type RunKind,
} from '../domain';
import { supposedParameters, type Supposition } from './forecast/change-set';
import { EngineShelf } from './forecast/engine-shelf';
import { toPeriodParameters } from './parameter-mapping';
import { IgnoredFacts } from './retro/ignored-facts';
import { Schemes } from './schemes';

export interface PayQuestion {
  centreId: Id;
  period: Period;
  taxMonth: Period;
  kind: RunKind;
  /** Epoch milliseconds: nothing recorded later is seen. */
  knownAt: number;
  /** Numbers of the runs whose slips are the year to date. */
  basis: readonly number[];
  /** The fund that bears what no item or split charges elsewhere, and the year whose funds are meant; left out: nothing is charged. */
  fundId?: Id;
  fiscalYear?: number;
  /** What is calculated with as if it had been recorded; never of a run. */
  supposed?: Supposition;
}

/** Everything about a month that does not depend on the worker, read once. */
export interface PayContext extends PayQuestion {
  month: PayMonth;
  scheme: PayScheme;
  parameters: PeriodParameters;
  engine: PayEngine;
  /** From the first day that year-to-date figures need to the end of the month. */
  window: PayFactsWindow;
  /** Facts that do not count for the month, by id. */
  ignored: ReadonlySet<Id> | undefined;
  /** How slips are charged to funds. */
  charging: { book: FundBook; rules: ChargeRules } | undefined;
  /** First month whose unpaid one-off items a regular run pays. */
  lookBack: Period;
  /** Of bonuses whose sheet leaves it open. */
  bonusMethod: BonusMethod;
}

@Injectable()
export class PayContexts {
  constructor(
    private readonly centres: Centres,
    private readonly calendars: Calendars,
    private readonly policies: Policies,
    private readonly schemes: Schemes,
    private readonly roster: PayFactsReader,
    private readonly ignoring: IgnoredFacts,
    private readonly engines: EngineShelf,
    private readonly funds: FundReader,
  ) {}

  /** What the packs known at an instant say. @throws DomainError NO_PARAMETERS */
  async parameters(
    region: string,
    { period, taxMonth, knownAt }: Pick<PayQuestion, 'period' | 'taxMonth' | 'knownAt'>,
  ): Promise<PeriodParameters> {
    const law = await this.policies.knownAt(knownAt);
    return toPeriodParameters(law.parametersFor(region, period), law.parametersFor(region, taxMonth), taxMonth);
  }

  /**
   * @param packs what to calculate with instead of the packs known at the cut-off: the preview of a pack that is not in force
   * @throws DomainError NO_CALENDAR, NO_PARAMETERS, NO_PAY_SCHEME, and FUND_NOT_IN_YEAR or FUND_ZERO_LINE for the fund of a pay item
   */
  async open(question: PayQuestion, packs?: PolicyPacks): Promise<PayContext> {
    const { centreId, period, taxMonth, knownAt, supposed } = question;
    const { region, settings } = await this.centres.byId(centreId);
    const law = packs ?? (await this.policies.knownAt(knownAt));
    const work = law.parametersFor(region, period);
    const lawful = toPeriodParameters(work, law.parametersFor(region, taxMonth), taxMonth);
    const parameters = supposedParameters(lawful, supposed?.parameters ?? []);
    const days = await this.calendars.calendarFor(yearOf(period), yearOf(period));
    const scheme = await this.scheme(question);
    const ignored = await this.ignoring.of(centreId, period, knownAt);
    const monthWindow = {
      centreId,
      knownAt,
      from: firstDay(period),
      to: endOfPeriod(period),
      supposed: supposed?.roster,
      ignored,
    };
    const fees = await this.roster.agencyFees(monthWindow);
    const tiered = fees.some(({ tiers }) => tiers !== undefined);
    const rates = new RateBook(
      await this.roster.gradeStandards(monthWindow),
      await this.roster.certificateStandards(monthWindow),
      fees,
      tiered ? new FeeHeads(await this.roster.postsOf(monthWindow), monthWindow) : undefined,
    );
    const january = `${yearOf(taxMonth)}-01`;
    const window = {
      ...monthWindow,
      from: firstDay(january < period ? january : period),
      to: firstDay(addMonths(taxMonth > period ? taxMonth : period, 1)),
    };
    const month = payMonth({
      period,
      taxMonth,
      days,
      rates,
      insuredWhenJoining: work.insurance.contributesInJoiningMonth.value,
      insuredWhenLeaving: work.insurance.contributesInLeavingMonth.value,
      tableChanges: tableChanges(scheme.definition, period),
      heat: parameters.labour.heatAllowance?.value.months.includes(monthOf(period)) ?? false,
    });
    const engine = this.engines.get(scheme.definition, parameters);
    const charging = await this.charging(question, scheme);
    const { bonusMethod } = settings;
    const lookBack = `${yearOf(period) - settings.retroYears}-01`;
    return { ...question, month, scheme, parameters, engine, window, ignored, charging, lookBack, bonusMethod };
  }

  private async charging(
    { centreId, fundId, fiscalYear }: PayQuestion,
    { definition }: PayScheme,
  ): Promise<PayContext['charging']> {
    if (fundId === undefined || fiscalYear === undefined) return undefined;
    const book = new FundBook(await this.funds.ofYear(centreId, fiscalYear), fiscalYear);
    return { book, rules: { itemFunds: itemFunds(definition.items, book), otherwise: fundId } };
  }

  private async scheme({ centreId, period, knownAt, supposed }: PayQuestion): Promise<PayScheme> {
    const adopted = await this.schemes.forMonth(centreId, period, knownAt);
    const other = supposed?.scheme;
    return other && other.from <= period ? { ...adopted, definition: other.definition } : adopted;
  }
}
