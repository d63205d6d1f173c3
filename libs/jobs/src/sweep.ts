import type { Id } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { AppLogger, Clock, JobSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { JobPort } from './job-port';
import { JobStore } from './job-store';
import { Owners } from './owners';

/** Jobs rung per sweep at most: more would only pile up in the queue. */
const BATCH = 500;

interface Due {
  id: Id;
  job_id: Id;
  rings: number;
}

/**
 * Repairs what the queue and dead processes left behind: rings again what is not over and was not rung for a while, and frees leases of
 * processes of this host that are gone. Any number of processes may sweep; a guarded update lets one of them ring.
 */
@Injectable()
export class Sweep {
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: JobSettings,
    private readonly store: JobStore,
    private readonly port: JobPort,
    private readonly owners: Owners,
    private readonly logger: AppLogger,
  ) {}

  /** At once for everything unfinished (this process may have died with it), then every `sweepSeconds`. */
  start(): void {
    this.next(true);
    this.timer = setInterval(() => this.next(false), this.settings.sweepSeconds * 1000);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** @param everything also what was rung a moment ago. @returns rings given */
  async sweepOnce(everything = false): Promise<number> {
    await this.freeGone();
    const now = this.clock.millis();
    const due = await this.db.query<Due>(
      `SELECT id, job_id, rings FROM outbox WHERE done_at IS NULL AND next_ring_at <= ? ORDER BY next_ring_at LIMIT ${BATCH}`,
      [everything ? Number.MAX_SAFE_INTEGER : now],
    );
    let given = 0;
    for (const row of due) {
      const no = Number(row.rings) + 1;
      const affected = await this.uow.run(() =>
        this.db.execute(
          'UPDATE outbox SET rings = ?, next_ring_at = ? WHERE id = ? AND rings = ? AND done_at IS NULL',
          [no, now + this.settings.sweepSeconds * 1000, row.id, row.rings],
        ),
      );
      if (affected === 0) continue;
      await this.port.ring({ outboxId: row.id, jobId: row.job_id, no });
      given += 1;
    }
    return given;
  }

  /** A process killed on this host is seen to be gone; of one on another host only the end of its leases tells. */
  private async freeGone(): Promise<void> {
    const held = await this.db.query<{ job_id: Id; owner: string }>(
      "SELECT id AS job_id, lease_owner AS owner FROM job WHERE state = 'running' AND lease_until > 0 " +
        'UNION SELECT c.job_id, c.lease_owner FROM job_chunk c INNER JOIN job j ON j.id = c.job_id ' +
        "WHERE j.state = 'running' AND c.state = 'leased' AND c.lease_until > 0",
    );
    for (const { job_id, owner } of held.filter((h) => this.owners.isGone(h.owner))) {
      await this.uow.run(async () => {
        await this.db.execute('UPDATE job SET lease_until = 0 WHERE id = ? AND lease_owner = ?', [job_id, owner]);
        await this.db.execute('UPDATE job_chunk SET lease_until = 0 WHERE job_id = ? AND lease_owner = ?', [
          job_id,
          owner,
        ]);
        await this.store.ringAt(job_id, this.clock.millis());
      });
      this.logger.warn({ jobId: job_id, owner }, 'freed a job of a process that is gone');
    }
  }

  private next(everything: boolean): void {
    this.sweeping = this.sweeping
      .then(() => this.sweepOnce(everything))
      .then(
        () => undefined,
        (error: unknown) => this.logger.warn({ error: String(error) }, 'sweep failed, the next one repeats it'),
      );
  }
}
