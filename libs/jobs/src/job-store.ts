import type { JobName } from '@gridstaff/contracts';
import { DomainError, type ErrorParams, type ErrorPlace, type Id, invariant, type Json } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { Clock, JobSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { Ring } from './job-port';
import { JobSignals } from './signals';

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export const isOver = (state: JobState): boolean => state === 'done' || state === 'failed' || state === 'cancelled';

/** So many attempts that went wrong for operational reasons, then the job fails. */
export const MAX_ATTEMPTS = 5;

export interface NewJob {
  id: Id;
  outboxId: Id;
  name: JobName;
  payload: Json;
  centreId: Id | null;
  requestedBy: Id;
}

export interface StoredJob {
  id: Id;
  name: string;
  centreId: Id | null;
  payload: unknown;
  state: JobState;
  requestedBy: Id;
  createdAt: number;
  startedAt: number | null;
  finishedAt: number | null;
  attempts: number;
  stopRequested: boolean;
  leaseOwner: string | null;
  leaseUntil: number;
  error: DomainError | null;
}

interface Raw {
  id: Id;
  name: string;
  centre_id: Id | null;
  payload: string;
  state: JobState;
  requested_by: Id;
  created_at: number;
  started_at: number | null;
  finished_at: number | null;
  attempts: number;
  stop_requested: number;
  lease_owner: string | null;
  lease_until: number | null;
  error_code: string | null;
  error: string | null;
}

const SELECT =
  'SELECT id, name, centre_id, payload, state, requested_by, created_at, started_at, finished_at, attempts, stop_requested, lease_owner, ' +
  'lease_until, error_code, error FROM job WHERE id = ?';

/** The statements about jobs and their outbox rows. Every change is guarded by the state or the lease it starts from. */
@Injectable()
export class JobStore {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
    private readonly signals: JobSignals,
  ) {}

  /** In the caller's unit. @returns the first ring, to be given after the commit; the sweep gives the next when it got lost */
  async add(job: NewJob): Promise<Ring> {
    const now = this.clock.millis();
    await this.db.insert(
      'job',
      ['id', 'name', 'centre_id', 'payload', 'state', 'requested_by', 'created_at', 'attempts', 'stop_requested'],
      [[job.id, job.name, job.centreId, JSON.stringify(job.payload), 'queued', job.requestedBy, now, 0, 0]],
    );
    await this.db.insert(
      'outbox',
      ['id', 'job_id', 'rings', 'created_at', 'next_ring_at'],
      [[job.outboxId, job.id, 1, now, now + this.settings.sweepSeconds * 1000]],
    );
    return { outboxId: job.outboxId, jobId: job.id, no: 1 };
  }

  async find(jobId: Id): Promise<StoredJob | undefined> {
    const raw = await this.db.one<Raw>(SELECT, [jobId]);
    return raw && stored(raw);
  }

  async chunkCounts(jobId: Id): Promise<{ total: number; done: number }> {
    const row = await this.db.one<{ total: number; done: number | null }>(
      "SELECT COUNT(*) AS total, SUM(CASE WHEN state = 'done' THEN 1 ELSE 0 END) AS done FROM job_chunk WHERE job_id = ?",
      [jobId],
    );
    return { total: Number(row?.total ?? 0), done: Number(row?.done ?? 0) };
  }

  /**
   * Makes `owner` the leader, unless the job is over or led by another whose lease is valid. A job that was to stop is cancelled now; one
   * whose leaders died too often fails with JOB_GAVE_UP.
   */
  takeLead(jobId: Id, owner: string): Promise<StoredJob | undefined> {
    return this.uow.run(async () => {
      const raw = await this.db.one<Raw>(SELECT + this.db.forUpdate, [jobId]);
      if (!raw) return undefined;
      const job = stored(raw);
      const now = this.clock.millis();
      if (isOver(job.state) || (job.leaseOwner !== null && job.leaseUntil > now)) return undefined;
      if (job.stopRequested) {
        await this.conclude(jobId, 'cancelled', null);
        return undefined;
      }
      const attempts = job.attempts + (job.leaseOwner === null ? 0 : 1);
      if (attempts >= MAX_ATTEMPTS) {
        await this.conclude(jobId, 'failed', new DomainError('JOB_GAVE_UP', { attempts }));
        return undefined;
      }
      await this.db.execute(
        "UPDATE job SET state = 'running', started_at = COALESCE(started_at, ?), attempts = ?, lease_owner = ?, lease_until = ? WHERE id = ?",
        [now, attempts, owner, this.leaseEnd(), jobId],
      );
      return job;
    });
  }

  /** After the last chunk: exactly one of the workers becomes the leader again. */
  takeFinish(jobId: Id, owner: string): Promise<boolean> {
    return this.uow.run(async () => {
      const affected = await this.db.execute(
        "UPDATE job SET lease_owner = ?, lease_until = ? WHERE id = ? AND state = 'running' AND (lease_owner IS NULL OR lease_until <= ?) " +
          "AND NOT EXISTS (SELECT 1 FROM job_chunk c WHERE c.job_id = job.id AND c.state <> 'done')",
        [owner, this.leaseEnd(), jobId, this.clock.millis()],
      );
      return affected === 1;
    });
  }

  /** Lets others join: from now on the leases of the chunks decide. */
  async releaseLead(jobId: Id, owner: string): Promise<void> {
    await this.uow.run(() =>
      this.db.execute('UPDATE job SET lease_owner = NULL, lease_until = NULL WHERE id = ? AND lease_owner = ?', [
        jobId,
        owner,
      ]),
    );
  }

  /** @returns whether `owner` still leads; its lease is longer then */
  async renewLead(jobId: Id, owner: string): Promise<boolean> {
    const affected = await this.uow.run(() =>
      this.db.execute("UPDATE job SET lease_until = ? WHERE id = ? AND lease_owner = ? AND state = 'running'", [
        this.leaseEnd(),
        jobId,
        owner,
      ]),
    );
    return affected === 1;
  }

  /** The handler returned: done, if `owner` leads; otherwise other workers still have chunks in hand and one of them will end it. */
  finish(jobId: Id, owner: string): Promise<boolean> {
    return this.uow.run(async () => {
      if (!(await this.conclude(jobId, 'done', null, owner))) return false;
      const { total, done } = await this.chunkCounts(jobId);
      invariant(total === done, `handler returned with ${total - done} chunks not done`);
      return true;
    });
  }

  /** Ends a job in whatever state it is; chunks not done are dropped and fenced off. @returns false when it was over already */
  async conclude(jobId: Id, state: JobState, error: DomainError | null, owner?: string): Promise<boolean> {
    return this.uow.run(async () => {
      const now = this.clock.millis();
      const affected = await this.db.execute(
        'UPDATE job SET state = ?, finished_at = ?, error_code = ?, error = ?, lease_owner = NULL, lease_until = NULL ' +
          `WHERE id = ? AND state IN ('queued', 'running')${owner === undefined ? '' : ' AND lease_owner = ?'}`,
        [state, now, error?.code ?? null, errorText(error), jobId, ...(owner === undefined ? [] : [owner])],
      );
      if (affected === 0) return false;
      await this.db.execute('UPDATE outbox SET done_at = ? WHERE job_id = ?', [now, jobId]);
      if (state !== 'done') {
        await this.db.execute(
          "UPDATE job_chunk SET state = 'dropped', lease_owner = NULL, lease_until = NULL, fence = fence + 1 WHERE job_id = ? AND state <> 'done'",
          [jobId],
        );
      }
      this.db.afterCommit(() => this.signals.over(jobId));
      return true;
    });
  }

  /**
   * An attempt went wrong for an operational reason: it is rung again after a pause that doubles each time, or the job fails after
   * MAX_ATTEMPTS. @returns milliseconds until the next attempt, or undefined when there is none
   */
  retryLater(jobId: Id, owner: string, error: DomainError): Promise<number | undefined> {
    return this.uow.run(async () => {
      const raw = await this.db.one<Raw>(SELECT + this.db.forUpdate, [jobId]);
      if (!raw || isOver(raw.state)) return undefined;
      const attempts = Number(raw.attempts) + 1;
      if (attempts >= MAX_ATTEMPTS) {
        await this.conclude(jobId, 'failed', error);
        return undefined;
      }
      await this.db.execute('UPDATE job SET attempts = ?, error_code = ?, error = ? WHERE id = ?', [
        attempts,
        error.code,
        errorText(error),
        jobId,
      ]);
      await this.releaseLead(jobId, owner);
      const pause = this.settings.sweepSeconds * 1000 * 2 ** (attempts - 1);
      await this.ringAt(jobId, this.clock.millis() + pause);
      return pause;
    });
  }

  /** Epoch milliseconds from which the sweep rings the job again. */
  async ringAt(jobId: Id, instant: number): Promise<void> {
    await this.uow.run(() =>
      this.db.execute('UPDATE outbox SET next_ring_at = ? WHERE job_id = ? AND done_at IS NULL', [instant, jobId]),
    );
  }

  /** Marks the wish; a job nobody has begun is cancelled at once. */
  async requestStop(jobId: Id): Promise<void> {
    await this.uow.run(async () => {
      const raw = await this.db.one<Raw>(SELECT + this.db.forUpdate, [jobId]);
      if (!raw) throw new DomainError('NOT_FOUND', { what: 'job' });
      if (raw.state === 'queued') await this.conclude(jobId, 'cancelled', null);
      else await this.db.execute("UPDATE job SET stop_requested = 1 WHERE id = ? AND state = 'running'", [jobId]);
    });
  }

  private leaseEnd(): number {
    return this.clock.millis() + this.settings.leaseSeconds * 1000;
  }
}

function stored(raw: Raw): StoredJob {
  return {
    id: raw.id,
    name: raw.name,
    centreId: raw.centre_id,
    payload: JSON.parse(raw.payload) as unknown,
    state: raw.state,
    requestedBy: raw.requested_by,
    createdAt: Number(raw.created_at),
    startedAt: raw.started_at === null ? null : Number(raw.started_at),
    finishedAt: raw.finished_at === null ? null : Number(raw.finished_at),
    attempts: Number(raw.attempts),
    stopRequested: Number(raw.stop_requested) === 1,
    leaseOwner: raw.lease_owner,
    leaseUntil: Number(raw.lease_until ?? 0),
    error: raw.error_code === null ? null : storedError(raw.error_code, raw.error),
  };
}

/** The column is TEXT: of a long list of findings the first ones are kept. */
const DETAILS_KEPT = 50;

interface ErrorText {
  code: string;
  params: ErrorParams;
  place: ErrorPlace;
  details: ErrorText[];
}

const plain = (error: DomainError): ErrorText => ({
  code: error.code,
  // What a bug says of itself goes to the log alone.
  params: error.code === 'BUG' ? {} : error.params,
  place: error.place,
  details: error.details.slice(0, DETAILS_KEPT).map((d) => ({ ...plain(d), details: [] })),
});

const errorText = (error: DomainError | null): string | null => error && JSON.stringify(plain(error));

const restored = (e: ErrorText): DomainError => new DomainError(e.code, e.params, e.place, e.details.map(restored));

const storedError = (code: string, text: string | null): DomainError =>
  text === null ? new DomainError(code) : restored(JSON.parse(text) as ErrorText);
