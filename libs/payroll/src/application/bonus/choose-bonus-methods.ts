import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import type { BonusMethod } from '@gridstaff/pay-engine';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { assertStep, type Bonus, BonusStore, type PayRun, RunStore } from '../../domain';
import { CalculateRun } from '../calculate-run';
import { BonusRecords } from './bonus-records';

export interface BonusMethodChoice {
  workerNo: number;
  method: BonusMethod;
}

/** Changes how bonuses of a run are taxed, before it is submitted: the bonuses are recorded anew with the other method, and the run is calculated from them. */
@Injectable()
export class ChooseBonusMethods {
  constructor(
    private readonly runs: RunStore,
    private readonly bonuses: BonusStore,
    private readonly records: BonusRecords,
    private readonly calculating: CalculateRun,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * All or none; where every method is as chosen already, only calculates.
   * @returns the run, its `jobId` naming the calculation
   * @throws DomainError BONUS_RUN_ONLY, NOT_FOUND (run, or a worker without a bonus in its month), WRONG_STEP, CALCULATION_RUNNING, PERIOD_LOCKED, FORBIDDEN
   */
  async choose(actor: Actor, runId: Id, choices: readonly BonusMethodChoice[]): Promise<PayRun> {
    const { centreId } = await this.runs.get(runId);
    requirePermission(actor, 'run:prepare', centreId, 'pay run');
    return this.uow.run(async () => {
      const run = await this.runs.get(runId);
      if (run.kind !== 'bonus') throw new DomainError('BONUS_RUN_ONLY', { run: run.no, kind: run.kind });
      assertStep(run, 'calculate');
      await this.records.record(actor, centreId, run.period, await this.changed(run, choices));
      return this.calculating.calculate(actor, runId);
    });
  }

  private async changed({ centreId, period }: PayRun, choices: readonly BonusMethodChoice[]): Promise<Bonus[]> {
    const methodOf = new Map(choices.map(({ workerNo, method }) => [workerNo, method]));
    if (methodOf.size === 0) return [];
    const numbers = [...methodOf.keys()];
    const range = { fromNo: Math.min(...numbers), toNo: Math.max(...numbers) };
    const known = await this.bonuses.known({ centreId, period, knownAt: this.clock.millis() }, range);
    const byWorker = new Map(known.filter(({ amount }) => amount > 0).map((bonus) => [bonus.workerNo, bonus]));
    return [...methodOf].flatMap(([workerNo, method]) => {
      const bonus = byWorker.get(workerNo);
      if (!bonus) throw new DomainError('NOT_FOUND', { what: 'bonus' }, { workerNo });
      return bonus.method === method ? [] : [{ ...bonus, method }];
    });
  }
}
