import type { JobName, JobPayloads } from '@gridstaff/contracts';
import { DomainError, type Id, invariant } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { AppLogger, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { performance } from 'node:perf_hooks';
import { JobPort, type Ring } from './job-port';
import { isOver, type JobState, JobStore } from './job-store';
import { JobSignals } from './signals';

export interface JobProgress {
  id: Id;
  name: string;
  centreId: Id | null;
  state: JobState;
  requestedBy: Id;
  /** Epoch milliseconds. */
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  attempts: number;
  stopRequested: boolean;
  /** Chunks planned and done; 0 for a job without chunks or not planned yet. */
  total: number;
  done: number;
  /** Why it failed; of a running job, what the last attempt met. */
  error: DomainError | null;
}

/** How often the row of a job that runs in another process is looked at. */
const POLL_MS = 100;

/** The producing side: background work begins as a row in the caller's unit. */
@Injectable()
export class Jobs {
  private readonly ringing = new Set<Promise<void>>();

  constructor(
    private readonly db: Database,
    private readonly store: JobStore,
    private readonly port: JobPort,
    private readonly signals: JobSignals,
    private readonly ids: Ids,
    private readonly logger: AppLogger,
  ) {}

  /** Inside the caller's unit; the queue is rung after its commit, never when it rolls back. @returns the job's id */
  async enqueue<N extends JobName>(
    name: N,
    payload: JobPayloads[N],
    options: { centreId: Id | null; requestedBy: Id },
  ): Promise<Id> {
    const id = this.ids.next();
    const ring = await this.store.add({ id, outboxId: this.ids.next(), name, payload, ...options });
    this.db.afterCommit(() => this.ring(ring));
    return id;
  }

  /** @throws DomainError NOT_FOUND */
  async get(id: Id): Promise<JobProgress> {
    const job = await this.store.find(id);
    if (!job) throw new DomainError('NOT_FOUND', { what: 'job' });
    const { leaseOwner: _owner, leaseUntil: _until, payload: _payload, ...progress } = job;
    return { ...progress, ...(await this.store.chunkCounts(id)) };
  }

  /**
   * A waiting job is cancelled at once, a running one before its next chunk; without effect when it is over. Joins the caller's unit.
   * @throws DomainError NOT_FOUND
   */
  async requestStop(id: Id): Promise<void> {
    await this.store.requestStop(id);
  }

  /**
   * Resolves when the job is done, failed or cancelled. `withinMs` is the patience of the one who waits, in real milliseconds whatever the
   * clock says; the job goes on after it. @throws DomainError NOT_FOUND, JOB_NOT_FINISHED
   */
  async waitFor(id: Id, withinMs: number): Promise<JobProgress> {
    invariant(!this.db.inUnit, 'waiting for a job inside a unit would block the job');
    const end = performance.now() + withinMs;
    for (;;) {
      const look = this.nextLook(id);
      try {
        const job = await this.get(id);
        if (isOver(job.state)) return job;
        if (performance.now() >= end) {
          throw new DomainError('JOB_NOT_FINISHED', { seconds: Math.round(withinMs / 1000), state: job.state });
        }
        await look.due;
      } finally {
        look.cancel();
      }
    }
  }

  /** Rings that were given and not yet taken by the queue: awaited before the process ends. */
  async settled(): Promise<void> {
    await Promise.all(this.ringing);
  }

  /** Not awaited by the caller, whose work is committed: while the queue is away people must not wait for it. */
  private ring(ring: Ring): void {
    const given = this.port
      .ring(ring)
      .catch((error: unknown) =>
        this.logger.warn({ jobId: ring.jobId, error: String(error) }, 'ring lost, the sweep will repeat it'),
      )
      .finally(() => this.ringing.delete(given));
    this.ringing.add(given);
  }

  /** Begun before the row is read, so that an end in between is not missed. */
  private nextLook(id: Id): { due: Promise<void>; cancel(): void } {
    let cancel = (): void => undefined;
    const due = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      const forget = this.signals.onceOver(id, resolve);
      cancel = () => {
        clearTimeout(timer);
        forget();
      };
    });
    return { due, cancel };
  }
}
