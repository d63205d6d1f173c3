import { ERRORS, type ErrorKind, type JobName, type JobPayloads } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { mapDriverError } from '@gridstaff/persistence';
import { AppLogger, JobSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { JobStore, type StoredJob } from './job-store';
import { Owners } from './owners';
import { type JobContext, type JobHandler, JobRegistry } from './registry';

const kindOf = (error: DomainError): ErrorKind => ERRORS[error.code]?.kind ?? 'bug';

/** From a ring to the end of a job: takes the lead, runs the handler, stores how it ended. Safe to call any number of times at once. */
@Injectable()
export class JobDispatcher {
  constructor(
    private readonly store: JobStore,
    private readonly registry: JobRegistry,
    private readonly owners: Owners,
    private readonly settings: JobSettings,
    private readonly logger: AppLogger,
  ) {}

  /** Never rejects: what cannot be stored now (database away) is found by the sweep when the lease has run out. */
  async deliver(jobId: Id): Promise<void> {
    const owner = this.owners.next();
    try {
      const job = await this.store.takeLead(jobId, owner);
      if (!job) return;
      const handler = this.registry.find(job.name);
      if (handler) await this.run(job, handler, owner);
      else {
        this.logger.warn({ jobId, name: job.name }, 'a job of a newer program: left to its workers');
        await this.store.releaseLead(jobId, owner);
      }
    } catch (error) {
      this.logger.error({ jobId, error: String(error) }, 'a ring could not be answered; it will be repeated');
    }
  }

  private async run(job: StoredJob, handler: JobHandler, owner: string): Promise<void> {
    const heart = new Heartbeat(() => this.store.renewLead(job.id, owner), (this.settings.leaseSeconds * 1000) / 3);
    try {
      await handler.run(this.contextOf(job, owner));
      await this.store.finish(job.id, owner);
    } catch (error) {
      await this.settle(job, owner, error);
    } finally {
      await heart.stop();
    }
  }

  private contextOf(job: StoredJob, owner: string): JobContext {
    return {
      jobId: job.id,
      name: job.name as JobName,
      payload: job.payload as JobPayloads[JobName],
      centreId: job.centreId,
      requestedBy: job.requestedBy,
      owner,
      assertLead: async () => {
        if (!(await this.store.renewLead(job.id, owner))) throw new DomainError('LEASE_LOST', { what: 'lead' });
      },
    };
  }

  /** user: the caller must mend it, failed at once; operational: tried again; everything else is our mistake. */
  private async settle(job: StoredJob, owner: string, error: unknown): Promise<void> {
    const place = { jobId: job.id, name: job.name };
    // Reads through entities outside a unit throw what the driver says: a server that went away is no bug of the handler.
    const mapped = mapDriverError(error);
    const known = mapped instanceof DomainError ? mapped : new DomainError('BUG', {}, {}, [], { cause: error });
    if (known.code === 'LEASE_LOST') {
      this.logger.info(place, 'another worker took the job over');
    } else if (known.code === 'JOB_STOPPED') {
      await this.store.conclude(job.id, 'cancelled', null);
    } else if (kindOf(known) === 'operational') {
      const pauseMs = await this.store.retryLater(job.id, owner, known);
      this.logger.warn(
        { ...place, code: known.code, pauseMs },
        pauseMs === undefined ? 'job failed' : 'job will be tried again',
      );
    } else {
      if (kindOf(known) === 'bug')
        this.logger.error({ ...place, code: known.code, stack: (error as Error)?.stack }, 'job failed');
      await this.store.conclude(job.id, 'failed', known);
    }
  }
}

/** Keeps the lease of a leader that works longer than one; without effect while the chunks are worked on. */
class Heartbeat {
  private beating: Promise<unknown> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(renew: () => Promise<unknown>, everyMs: number) {
    this.timer = setInterval(() => {
      // A failed renewal needs no answer: either the next one succeeds or the fence refuses the writes.
      this.beating = this.beating.then(renew).catch(() => undefined);
    }, everyMs);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }
}
