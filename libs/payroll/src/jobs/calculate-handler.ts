import { DomainError, type Id, invariant } from '@gridstaff/kernel';
import { type Chunk, Chunks, type JobContext, type JobHandler } from '@gridstaff/jobs';
import { UnitOfWork } from '@gridstaff/persistence';
import { JobSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { FinishRun } from '../application/finish-run';
import { EVERYONE, PayCalculator } from '../application/pay-calculator';
import { type PayContext, PayContexts } from '../application/pay-contexts';
import { type RetroPlan, RetroPlans } from '../application/retro/retro-plans';
import { yearToDate } from '../application/run-basis';
import { RunClock } from '../application/run-clock';
import { type PayRun, RunStore, SlipStore } from '../domain';

/** Worker numbers, both ends included: together the chunks of a run cover every number, so that leavers of an earlier calculation vanish. */
type RangePayload = { fromNo: number; toNo: number; workers: number };

/**
 * Calculates a run in chunks of worker numbers. Each chunk reads its facts in a constant number of statements and writes in one unit that
 * first deletes what the run had for its range: a repeat, a second delivery or a killed worker leaves one set of lines.
 */
@Injectable()
export class CalculateHandler implements JobHandler<'payroll.calculate'> {
  readonly name = 'payroll.calculate';

  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly contexts: PayContexts,
    private readonly calculator: PayCalculator,
    private readonly retro: RetroPlans,
    private readonly finisher: FinishRun,
    private readonly chunks: Chunks,
    private readonly uow: UnitOfWork,
    private readonly settings: JobSettings,
    private readonly clock: RunClock,
  ) {}

  async run(job: JobContext<'payroll.calculate'>): Promise<void> {
    const run = await this.runs.get(job.payload.runId);
    // Asked for anew or cancelled since: this delivery has nothing to do.
    if (run.jobId !== job.jobId || run.status !== 'draft') return;
    const context = await this.open(run);
    await yieldToOthers();
    const workers = await this.calculator.workers(context);
    await yieldToOthers();
    const plan = await this.retro.plan({ ...run, knownAt: context.knownAt });
    await yieldToOthers();
    await this.chunks.plan(job.jobId, rangesOf(workers, this.settings.chunkSize));
    const last = await this.chunks.work<RangePayload>(job.jobId, job.owner, (chunk) =>
      this.chunk(run, job.jobId, { context, plan }, chunk),
    );
    if (!last) return;
    const requester = { userId: job.requestedBy, personId: run.editedPerson, grants: new Map() };
    await this.finisher.finish(requester, run, workers, () => job.assertLead());
  }

  /** @throws DomainError RUN_OUTDATED when this process has other parameters or programs than the run was begun with */
  private async open(run: PayRun): Promise<PayContext> {
    const { knownAt, basis } = run;
    invariant(knownAt !== null && basis !== null, `run ${run.no} has no cut-off`);
    const context = await this.contexts.open({ ...run, knownAt, basis: yearToDate(basis) });
    if (context.parameters.fingerprint !== run.parametersHash || context.scheme.id !== run.schemeId) {
      throw new DomainError('RUN_OUTDATED', { run: run.no });
    }
    return context;
  }

  private async chunk(
    run: PayRun,
    jobId: Id,
    { context, plan }: { context: PayContext; plan: RetroPlan },
    chunk: Chunk<RangePayload>,
  ): Promise<void> {
    const { slips, exclusions, notes } = await this.calculator.calculate(context, chunk.payload, plan);
    // SQLite answers without giving the event loop a turn: whoever reads meanwhile gets it here, and between chunks.
    await yieldToOthers();
    const write = async (): Promise<void> => {
      await this.chunks.assertFence(chunk);
      await this.slips.replace(run.no, chunk.payload, slips, exclusions, notes);
      // Last, when our rows are locked: a worker that slept while the run was calculated anew must not overwrite the newer result.
      const now = await this.runs.get(run.id);
      if (now.jobId !== jobId || now.status !== 'draft') throw new DomainError('LEASE_LOST', { what: `run ${run.no}` });
    };
    await this.clock.lap('persist', () => this.uow.run(write));
  }
}

function rangesOf(workers: readonly number[], size: number): RangePayload[] {
  const ranges: RangePayload[] = [];
  for (let at = 0; at < workers.length; at += size) {
    const next = workers[at + size];
    ranges.push({
      fromNo: at === 0 ? EVERYONE.fromNo : (workers[at] as number),
      toNo: next === undefined ? EVERYONE.toNo : next - 1,
      workers: Math.min(size, workers.length - at),
    });
  }
  return ranges.length > 0 ? ranges : [{ ...EVERYONE, workers: 0 }];
}
