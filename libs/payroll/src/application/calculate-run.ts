import { Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { Jobs } from '@gridstaff/jobs';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { assertStep, type PayRun, RunStore, SlipStore } from '../domain';
import { sha256 } from './parameter-mapping';
import { PayContexts } from './pay-contexts';
import { RunBasis, yearToDate } from './run-basis';
import { RunJournal } from './run-journal';

const OVER: readonly string[] = ['done', 'failed', 'cancelled'];

@Injectable()
export class CalculateRun {
  constructor(
    private readonly runs: RunStore,
    private readonly basis: RunBasis,
    private readonly slips: SlipStore,
    private readonly contexts: PayContexts,
    private readonly periods: Periods,
    private readonly jobs: Jobs,
    private readonly journal: RunJournal,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Fixes the cut-off, scheme, parameters and the earlier runs that count, and has the run calculated in the background: it is a draft until
   * that is done. May be repeated until submission; acknowledgements of exclusions are then asked for anew.
   * @returns the run, its `jobId` naming the job
   * @throws DomainError WRONG_STEP, CALCULATION_RUNNING, NO_CALENDAR, NO_PARAMETERS, NO_PAY_SCHEME, PERIOD_LOCKED, FORBIDDEN, NOT_FOUND
   */
  async calculate(actor: Actor, runId: Id): Promise<PayRun> {
    const before = await this.runs.get(runId);
    requirePermission(actor, 'run:prepare', before.centreId, 'pay run');
    return this.uow.run(async () => {
      await this.periods.holdOpen(before.centreId, before.period);
      const run = await this.runs.get(runId);
      assertStep(run, 'calculate');
      await this.refuseSecond(run);
      const basis = await this.basis.of(run);
      const knownAt = this.clock.millis();
      const context = await this.contexts.open({ ...run, knownAt, basis: yearToDate(basis) });
      const programs = context.engine.programs();
      const programHash = sha256(programs);
      await this.slips.keepPrograms(programHash, programs);
      const jobId = await this.jobs.enqueue(
        'payroll.calculate',
        { runId },
        { centreId: run.centreId, requestedBy: actor.userId },
      );
      const parametersHash = context.parameters.fingerprint;
      const fixed = {
        knownAt,
        engineVersion: context.engine.version,
        schemeId: context.scheme.id,
        parametersHash,
        programHash,
        basis,
      };
      return this.journal.move(
        actor,
        run,
        'calculate',
        'draft',
        {
          ...fixed,
          parameters: JSON.stringify(context.parameters),
          jobId,
          calcNo: run.calcNo + 1,
          hash: null,
          editedPerson: actor.personId,
        },
        { data: { calcNo: run.calcNo + 1, jobId, knownAt, schemeId: context.scheme.id, parametersHash } },
      );
    });
  }

  /** Asks a running calculation to end before its next chunk. @throws DomainError FORBIDDEN, NOT_FOUND, WRONG_STEP */
  async stop(actor: Actor, runId: Id): Promise<void> {
    const run = await this.runs.get(runId);
    requirePermission(actor, 'run:prepare', run.centreId, 'pay run');
    if (run.status !== 'draft' || run.jobId === null) {
      throw new DomainError('WRONG_STEP', { what: `run ${run.no}`, status: run.status, step: 'stop' });
    }
    const { jobId } = run;
    await this.uow.run(() => this.jobs.requestStop(jobId));
  }

  private async refuseSecond(run: PayRun): Promise<void> {
    if (run.status !== 'draft' || run.jobId === null) return;
    const job = await this.jobs.get(run.jobId);
    if (!OVER.includes(job.state))
      throw new DomainError('CALCULATION_RUNNING', { run: run.no, done: job.done, total: job.total });
  }
}
