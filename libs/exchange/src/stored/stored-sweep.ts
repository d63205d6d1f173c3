import { UnitOfWork } from '@gridstaff/persistence';
import { AppLogger, Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ExportTasksTable } from '../lists/export-tasks.repository';
import { SealedParts } from './sealed-parts.repository';

/** A task that is not done after so long is not going to be. */
const GIVEN_UP_MS = 6 * 3_600_000;
const AT_ONCE = 200;

/** Takes away what was kept long enough. Only processes that work on jobs have it; what it has not come to yet is refused by its date. */
@Injectable()
export class StoredSweep {
  constructor(
    private readonly tasks: ExportTasksTable,
    private readonly parts: SealedParts,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {}

  /** Never rejects: what could not be taken away now is the next time. */
  @Cron('*/10 * * * *')
  async sweep(): Promise<void> {
    try {
      const gone = await this.sweepOnce();
      if (gone > 0) this.logger.info({ gone }, 'files that were kept long enough are gone');
    } catch (error) {
      this.logger.error({ error: String(error) }, 'files could not be taken away');
    }
  }

  /** @returns how many files went */
  async sweepOnce(): Promise<number> {
    const now = this.clock.millis();
    const stale = await this.tasks.stale(now, now - GIVEN_UP_MS, AT_ONCE);
    for (const { id, status } of stale)
      await this.uow.run(async () => {
        const change = status === 'done' ? { dataKey: null } : { dataKey: null, errorCode: 'EXPORT_GIVEN_UP', finishedAt: now };
        if (await this.tasks.move(id, [status], status === 'done' ? 'expired' : 'failed', change)) await this.parts.remove(id);
      });
    return stale.length;
  }
}
