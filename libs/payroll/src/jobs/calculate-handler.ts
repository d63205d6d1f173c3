import { DomainError, type Id } from '@gridstaff/kernel';
import { type Chunk, Chunks, type JobContext, type JobHandler } from '@gridstaff/jobs';
import { UnitOfWork } from '@gridstaff/persistence';
import { JobSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { FinishRun } from '../application/finish-run';
import { EVERYONE } from '../application/pay-calculator';
import { type OpenRun, RunCalculator } from '../application/run-calculator';
import { RunClock } from '../application/run-clock';
import { RunStore, SlipStore } from '../domain';

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
    private readonly calculator: RunCalculator,
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
    const opened = await this.calculator.open(run);
    await yieldToOthers();
    const workers = await this.calculator.workers(opened);
    await yieldToOthers();
    await this.chunks.plan(job.jobId, rangesOf(workers, this.settings.chunkSize));
    const handle = (chunk: Chunk<RangePayload>): Promise<void> => this.chunk(opened, job.jobId, chunk);
    if (!(await this.chunks.work(job.jobId, job.owner, handle))) return;
    const requester = { userId: job.requestedBy, personId: run.editedPerson, grants: new Map() };
    await this.finisher.finish(requester, run, workers, () => job.assertLead());
  }

  private async chunk(opened: OpenRun, jobId: Id, chunk: Chunk<RangePayload>): Promise<void> {
    const { run } = opened;
    const rows = await this.calculator.rows(opened, chunk.payload);
    // SQLite answers without giving the event loop a turn: whoever reads meanwhile gets it here, and between chunks.
    await yieldToOthers();
    const write = async (): Promise<void> => {
      await this.chunks.assertFence(chunk);
      await this.slips.replace(run.no, chunk.payload, rows);
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
