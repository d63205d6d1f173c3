import { DomainError, type Id, invariant, type Json } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { Clock, JobSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { isOver, type JobState, JobStore } from './job-store';

export interface Chunk<P extends Json = Json> {
  jobId: Id;
  no: number;
  payload: P;
  /** Number of this claim: an older claim can no longer write. */
  fence: number;
}

/** A chunk claimed so often without an end kills its workers: the job fails instead of going round for ever. */
const MAX_CLAIMS = 10;

/**
 * Work of a job in parts that are claimed in the database, one worker each, any number of workers at once. A claim is a lease with a fence
 * number; a chunk is done in the same unit that writes its results, so a repeat is harmless and a worker that woke up too late is refused.
 */
@Injectable()
export class Chunks {
  private readonly fenced = new WeakSet<Chunk>();
  private stopping = false;

  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
    private readonly store: JobStore,
  ) {}

  /** Once per job: chunks 1…n with their small payloads; a repeat changes nothing, whatever it says. Joins the caller's unit. */
  async plan(jobId: Id, payloads: readonly Json[]): Promise<void> {
    await this.uow.run(async () => {
      await this.db.one(`SELECT id FROM job WHERE id = ?${this.db.forUpdate}`, [jobId]);
      if (await this.db.one('SELECT no FROM job_chunk WHERE job_id = ? LIMIT 1', [jobId])) return;
      const rows = payloads.map((payload, i) => [jobId, i + 1, 'free', JSON.stringify(payload), 0]);
      await this.db.insert('job_chunk', ['job_id', 'no', 'state', 'payload', 'fence'], rows);
    });
  }

  /**
   * Claims chunk after chunk and has `handle` do them; `handle` opens its own unit and calls `assertFence(chunk)` in it. While it works,
   * nobody leads the job and others may join; between chunks the event loop gets its turn.
   *
   * @param owner `context.owner` of the handler
   * @returns true to exactly one caller once all chunks are done: it leads the job again and finishes it. False to all others, who just return
   * @throws DomainError JOB_STOPPED on request, JOB_CHUNK_STUCK, and what `handle` threw
   */
  async work<P extends Json>(jobId: Id, owner: string, handle: (chunk: Chunk<P>) => Promise<void>): Promise<boolean> {
    await this.store.releaseLead(jobId, owner);
    while (!this.stopping) {
      const chunk = await this.claim<P>(jobId, owner);
      if (!chunk) return this.store.takeFinish(jobId, owner);
      await this.handleOne(chunk, handle);
      await new Promise(setImmediate);
    }
    await this.store.ringAt(jobId, this.clock.millis());
    return false;
  }

  /** In the unit that writes the chunk's results: marks it done if this claim is the latest. @throws DomainError LEASE_LOST */
  async assertFence(chunk: Chunk): Promise<void> {
    const affected = await this.db.execute(
      "UPDATE job_chunk SET state = 'done', lease_owner = NULL, lease_until = NULL WHERE job_id = ? AND no = ? AND fence = ? AND state = 'leased'",
      [chunk.jobId, chunk.no, chunk.fence],
    );
    if (affected !== 1) throw new DomainError('LEASE_LOST', { what: `chunk ${chunk.no}` });
    this.fenced.add(chunk);
  }

  /** No more claims in this process; the chunk in hand is finished. */
  stop(): void {
    this.stopping = true;
  }

  private async handleOne<P extends Json>(chunk: Chunk<P>, handle: (chunk: Chunk<P>) => Promise<void>): Promise<void> {
    try {
      await handle(chunk);
      invariant(this.fenced.has(chunk), 'handled a chunk without assertFence');
    } catch (error) {
      // Another worker has the chunk, or the commit went through although its answer was lost: nothing left to do here.
      if (error instanceof DomainError && error.code === 'LEASE_LOST') return;
      await this.giveBack(chunk).catch(() => undefined);
      throw error;
    }
  }

  private claim<P extends Json>(jobId: Id, owner: string): Promise<Chunk<P> | undefined> {
    return this.uow.run(async () => {
      const job = await this.db.one<{ state: JobState; stop_requested: number }>(
        'SELECT state, stop_requested FROM job WHERE id = ?',
        [jobId],
      );
      if (!job || isOver(job.state)) return undefined;
      if (Number(job.stop_requested) === 1) throw new DomainError('JOB_STOPPED');
      const now = this.clock.millis();
      const row = await this.db.one<{ no: number; payload: string; fence: number }>(
        "SELECT no, payload, fence FROM job_chunk WHERE job_id = ? AND (state = 'free' OR (state = 'leased' AND lease_until <= ?)) " +
          `ORDER BY no LIMIT 1${this.db.forUpdateSkipLocked}`,
        [jobId, now],
      );
      if (!row) return undefined;
      const no = Number(row.no);
      const claims = Number(row.fence);
      if (claims >= MAX_CLAIMS) throw new DomainError('JOB_CHUNK_STUCK', { no, claims });
      const affected = await this.db.execute(
        "UPDATE job_chunk SET state = 'leased', lease_owner = ?, lease_until = ?, fence = ? WHERE job_id = ? AND no = ? AND fence = ?",
        [owner, now + this.settings.leaseSeconds * 1000, claims + 1, jobId, no, claims],
      );
      invariant(affected === 1, `chunk ${no} is held by this unit`);
      return { jobId, no, payload: JSON.parse(row.payload) as P, fence: claims + 1 };
    });
  }

  /** After an error nobody needs to wait for the lease. */
  private async giveBack(chunk: Chunk): Promise<void> {
    await this.uow.run(() =>
      this.db.execute(
        "UPDATE job_chunk SET state = 'free', lease_owner = NULL, lease_until = NULL WHERE job_id = ? AND no = ? AND fence = ? AND state = 'leased'",
        [chunk.jobId, chunk.no, chunk.fence],
      ),
    );
  }
}
