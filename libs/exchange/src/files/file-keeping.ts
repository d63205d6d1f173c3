import { Actors } from '@gridstaff/identity';
import type { Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { AppLogger, Clock, FileSettings } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { StoredFileRepository } from './stored-files.repository';
import { StoredFiles } from './stored-files';

const DAY = 24 * 3600 * 1000;
const FILES_PER_UNIT = 20;
const FILES_PER_PAGE = 200;

export interface FileFault {
  fileId: Id;
  fault: string;
}

/** What is done with all files rather than with one: their time is over, and are they whole. */
@Injectable()
export class FileKeeping {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: StoredFiles,
    private readonly rows: StoredFileRepository,
    private readonly actors: Actors,
    private readonly settings: FileSettings,
    private readonly clock: Clock,
  ) {}

  /** Erases what was withdrawn longer ago than files are kept. @returns how many */
  async eraseOverdue(): Promise<number> {
    const actor = this.actors.system();
    const before = this.clock.millis() - this.settings.keepDays * DAY;
    for (let erased = 0; ;) {
      const done = await this.uow.run(async () => {
        const due = await this.rows.withdrawnBefore(before, FILES_PER_UNIT);
        for (const row of due) await this.files.erase(actor, row);
        return due.length;
      });
      erased += done;
      if (done < FILES_PER_UNIT) return erased;
    }
  }

  /** Every stored content against its digest; of all centres where none is named. */
  async verify(centreId: Id | null): Promise<{ checked: number; faults: FileFault[] }> {
    const faults: FileFault[] = [];
    let checked = 0;
    for (let after = ''; ;) {
      const page = await this.rows.page(centreId, after, FILES_PER_PAGE);
      for (const row of page) {
        const fault = await this.files.faultOf(row);
        if (fault) faults.push({ fileId: row.id, fault });
      }
      checked += page.length;
      after = page.at(-1)?.id ?? after;
      if (page.length < FILES_PER_PAGE) break;
    }
    if (!centreId)
      for (const fileId of await this.rows.strayChunks()) faults.push({ fileId, fault: 'chunks without a file' });
    return { checked, faults };
  }
}

/** Nightly; only processes that work on jobs have it. Never rejects: what could not be erased tonight is erased tomorrow. */
@Injectable()
export class NightlyFileErasure {
  constructor(
    private readonly keeping: FileKeeping,
    private readonly logger: AppLogger,
  ) {}

  @Cron('35 2 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      const erased = await this.keeping.eraseOverdue();
      this.logger.info({ erased }, 'withdrawn files erased');
    } catch (error) {
      this.logger.error({ error: String(error) }, 'withdrawn files could not be erased');
    }
  }
}
