import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type LocalDate, parseDate, parsePeriod, type Period, periodOf } from '@gridstaff/kernel';
import { Centres } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type ExclusionRecord, RunStore, type Totals, usualPayDate } from '../domain';
import { type ChangeSet, ChangeSets } from './forecast/change-set';
import { EVERYONE, PayCalculator } from './pay-calculator';
import { rangeOf } from './forecast/pay-forecast';
import { PayContexts } from './pay-contexts';
import { RetroPlans } from './retro/retro-plans';
import { pick, type SlipLine } from './run-queries';

export interface PreviewSlip extends Totals {
  workerNo: number;
  agencyId: Id;
  lines: SlipLine[];
}

export interface PayPreview {
  period: Period;
  payDate: LocalDate;
  slips: PreviewSlip[];
  exclusions: ExclusionRecord[];
}

/** Calculates a month without saving anything: the functions of the run, on everything known now. */
@Injectable()
export class PreviewPay {
  constructor(
    private readonly centres: Centres,
    private readonly contexts: PayContexts,
    private readonly calculator: PayCalculator,
    private readonly retro: RetroPlans,
    private readonly runs: RunStore,
    private readonly changeSets: ChangeSets,
    private readonly clock: Clock,
  ) {}

  /**
   * A regular run of the month, of all workers, one or some, as it is or with changes as if they had been recorded. Without a pay date the
   * centre's own rule gives it. Of some, whoever is not in post is in neither list.
   * @throws DomainError NOT_A_PERIOD, NOT_A_DATE, NO_CALENDAR, NO_PARAMETERS, NO_PAY_SCHEME, FORBIDDEN, NOT_FOUND (also a worker not in post)
   */
  async preview(
    actor: Actor,
    request: { centreId: Id; period: Period; payDate?: LocalDate; workerNo?: number; workers?: readonly number[]; changes?: ChangeSet },
  ): Promise<PayPreview> {
    const { centreId, workerNo, workers } = request;
    requirePermission(actor, 'run:read', centreId);
    const period = parsePeriod(request.period, 'period');
    const payDate =
      request.payDate === undefined
        ? usualPayDate((await this.centres.byId(centreId)).settings, period)
        : parseDate(request.payDate, 'payDate');
    const taxMonth = periodOf(payDate);
    // A month that has been run already is previewed as it would be run, not on top of itself.
    const basis = (await this.runs.basis({ no: 0, centreId, taxMonth }, period)).map((b) => b.no);
    const context = await this.contexts.open({
      centreId,
      period,
      taxMonth,
      kind: 'regular',
      knownAt: this.clock.millis(),
      basis,
      supposed: request.changes && (await this.changeSets.resolve(actor, centreId, request.changes)),
    });
    const range = workers ? rangeOf(workers) : workerNo === undefined ? EVERYONE : { fromNo: workerNo, toNo: workerNo };
    const plan = await this.retro.plan({ ...context, correctsRunId: null });
    const calculated = await this.calculator.calculate(context, range, plan);
    const wanted = workers && new Set(workers);
    const asked = <T extends { workerNo: number }>(rows: readonly T[]): T[] => rows.filter((row) => wanted?.has(row.workerNo) ?? true);
    const [slips, exclusions] = [asked(calculated.slips), asked(calculated.exclusions)];
    if (workerNo !== undefined && slips.length + exclusions.length === 0) {
      throw new DomainError('NOT_FOUND', { what: 'worker in post' }, { workerNo });
    }
    const items = new Map(context.scheme.definition.items.map((item) => [item.no, item]));
    return {
      period,
      payDate,
      slips: slips.map((slip) => ({
        workerNo: slip.workerNo,
        agencyId: slip.agencyId,
        ...slip.totals,
        lines: slip.lines.flatMap(({ itemNo, amount }) => {
          const item = items.get(itemNo);
          return item ? [{ itemNo, amount, ...pick(item) }] : [];
        }),
      })),
      exclusions,
    };
  }
}
