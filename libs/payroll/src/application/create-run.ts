import { Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import {
  DomainError,
  firstDay,
  type Id,
  type LocalDate,
  parseDate,
  parsePeriod,
  type Period,
  periodOf,
  yearOf,
} from '@gridstaff/kernel';
import { FundReader } from '@gridstaff/fund';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type PayRun, type RunKind, type RunStatus, RunStore } from '../domain';
import { PayContexts } from './pay-contexts';
import { RunJournal } from './run-journal';

export interface RunRequest {
  centreId: Id;
  period: Period;
  kind: RunKind;
  payDate: LocalDate;
  fundId: Id;
  /** A cancelled run that this one takes the place of. */
  replacesRunId?: Id;
  /** For a correction: the run of the same month that it puts right. */
  correctsRunId?: Id;
}

/** Months between the work month and a pay date, beyond which it is taken for a slip of the pen. */
const LATEST_MONTHS = 24;
/** Before approval a run is returned and calculated again instead. */
const FINAL: readonly RunStatus[] = ['approved', 'settled', 'paid', 'closed'];

@Injectable()
export class CreateRun {
  constructor(
    private readonly runs: RunStore,
    private readonly contexts: PayContexts,
    private readonly periods: Periods,
    private readonly funds: FundReader,
    private readonly journal: RunJournal,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Opens a draft; nothing is calculated yet. The month needs calendar, parameters and scheme, and must be open.
   * @throws DomainError NOT_A_PERIOD, NOT_A_DATE, PAY_DATE_RANGE, FUND_YEAR, NO_CALENDAR, NO_PARAMETERS, NO_PAY_SCHEME, FUND_NOT_IN_YEAR,
   * PAY_DATE_ORDER, REPLACES_LIVE_RUN, CORRECTION_NAMES_RUN, CORRECTS_OPEN_RUN, PERIOD_LOCKED, FORBIDDEN, NOT_FOUND
   */
  async create(actor: Actor, request: RunRequest): Promise<PayRun> {
    requirePermission(actor, 'run:prepare', request.centreId);
    const { centreId, kind, fundId } = request;
    const period = parsePeriod(request.period, 'period');
    const payDate = parseDate(request.payDate, 'payDate');
    assertPayDate(period, payDate);
    const taxMonth = periodOf(payDate);
    await this.assertFund(centreId, fundId, payDate);
    const now = this.clock.millis();
    await this.contexts.open({
      centreId,
      period,
      taxMonth,
      kind,
      knownAt: now,
      basis: [],
      fundId,
      fiscalYear: yearOf(payDate),
    });
    return this.uow.run(async () => {
      await this.periods.holdOpen(centreId, period);
      const replacesRunId = request.replacesRunId ?? null;
      if (replacesRunId !== null) await this.assertReplaceable(replacesRunId, centreId);
      const correctsRunId = await this.corrected(request, period);
      const run = await this.runs.insert({
        ...{
          id: this.ids.next(),
          centreId,
          period,
          kind,
          payDate,
          taxMonth,
          fiscalYear: yearOf(payDate),
          fundId,
          replacesRunId,
          correctsRunId,
        },
        ...{ preparedBy: actor.userId, preparedPerson: actor.personId, createdAt: now },
      });
      const later = await this.runs.laterRun(run, false);
      if (later !== undefined) throw new DomainError('PAY_DATE_ORDER', { payDate, run: later }, { field: 'payDate' });
      await this.journal.opened(actor, run);
      return run;
    });
  }

  /** The money comes from the appropriation of the year in which it is paid. */
  private async assertFund(centreId: Id, fundId: Id, payDate: LocalDate): Promise<void> {
    const fund = await this.funds.find(fundId);
    if (fund?.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'fund' });
    if (fund.fiscalYear !== yearOf(payDate)) {
      throw new DomainError('FUND_YEAR', { fund: fund.name, year: fund.fiscalYear, payDate }, { field: 'payDate' });
    }
  }

  /** A correction names a run of the same month whose pay is final; no other kind does. */
  private async corrected({ kind, centreId, correctsRunId }: RunRequest, period: Period): Promise<Id | null> {
    if ((kind === 'correction') !== (correctsRunId !== undefined))
      throw new DomainError('CORRECTION_NAMES_RUN', {}, { field: 'correctsRunId' });
    if (correctsRunId === undefined) return null;
    const old = await this.runs.get(correctsRunId);
    if (old.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'pay run' });
    const final = FINAL.includes(old.status) && (old.kind === 'regular' || old.kind === 'supplementary');
    if (!final || old.period !== period)
      throw new DomainError('CORRECTS_OPEN_RUN', { run: old.no, status: old.status, period: old.period });
    return old.id;
  }

  private async assertReplaceable(runId: Id, centreId: Id): Promise<void> {
    const old = await this.runs.get(runId);
    if (old.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'pay run' });
    if (old.status !== 'cancelled') throw new DomainError('REPLACES_LIVE_RUN', { run: old.no, status: old.status });
  }
}

/** Pay for a month is not paid before it began, nor years later. */
function assertPayDate(period: Period, payDate: LocalDate): void {
  const months = (yearOf(payDate) - yearOf(period)) * 12 + Number(payDate.slice(5, 7)) - Number(period.slice(5, 7));
  if (payDate < firstDay(period) || months > LATEST_MONTHS) {
    throw new DomainError('PAY_DATE_RANGE', { period, payDate }, { field: 'payDate' });
  }
}
