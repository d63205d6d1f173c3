import { DomainError, invariant } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { type PayRun, type ResultRows, SlipStore, type WorkerRange } from '../domain';
import { PayCalculator } from './pay-calculator';
import { type PayContext, PayContexts } from './pay-contexts';
import { type RetroPlan, RetroPlans } from './retro/retro-plans';
import { yearToDate } from './run-basis';

/** A run with everything that is read once for all its workers. */
export interface OpenRun {
  readonly run: PayRun;
  readonly context: PayContext;
  readonly plan: RetroPlan;
}

/** From a run and a range of its workers to the rows that are stored: reads alone, so it may happen in any thread. */
@Injectable()
export class RunCalculator {
  constructor(
    private readonly contexts: PayContexts,
    private readonly retro: RetroPlans,
    private readonly calculator: PayCalculator,
    private readonly slips: SlipStore,
  ) {}

  /** @throws DomainError RUN_OUTDATED when this process has other parameters or programs than the run was begun with */
  async open(run: PayRun): Promise<OpenRun> {
    const { knownAt, basis } = run;
    invariant(knownAt !== null && basis !== null, `run ${run.no} has no cut-off`);
    const context = await this.contexts.open({ ...run, knownAt, basis: yearToDate(basis) });
    if (context.parameters.fingerprint !== run.parametersHash || context.scheme.id !== run.schemeId) {
      throw new DomainError('RUN_OUTDATED', { run: run.no });
    }
    return { run, context, plan: await this.retro.plan({ ...run, knownAt }) };
  }

  /** Numbers of the workers that the run is about, ascending. */
  workers({ context }: OpenRun): Promise<number[]> {
    return this.calculator.workers(context);
  }

  async rows({ run, context, plan }: OpenRun, range: WorkerRange): Promise<ResultRows> {
    return this.slips.rowsOf(run.no, await this.calculator.calculate(context, range, plan));
  }
}
