import { DomainError, type Id } from '@gridstaff/kernel';
import type { FileSettings } from '@gridstaff/runtime';
import type { Socket } from 'node:net';

/** One person may hold this part of all slots: the others stay for the rest of the office. */
const OWN_PART = 3;
/** How long the answer to a slow upload has to get out before its connection is closed. */
const ANSWER_MS = 1000;

/** Uploads under way in this process. A file is held in memory until it is checked, so their number and their time are bounded. */
export class UploadSlots {
  private readonly byPerson = new Map<Id, number>();
  private all = 0;

  constructor(private readonly settings: Pick<FileSettings, 'uploadsAtOnce' | 'uploadSeconds'>) {}

  /** @throws DomainError UPLOADS_BUSY, UPLOAD_TOO_SLOW, and what `read` throws */
  async run<T>(person: Id, socket: Socket, read: () => Promise<T>): Promise<T> {
    const { uploadsAtOnce: all } = this.settings;
    const own = Math.floor(all / OWN_PART);
    const held = this.byPerson.get(person) ?? 0;
    if (this.all >= all || held >= own) throw new DomainError('UPLOADS_BUSY', { own, all });
    this.all += 1;
    this.byPerson.set(person, held + 1);
    try {
      return await this.inTime(socket, read());
    } finally {
      this.all -= 1;
      const left = (this.byPerson.get(person) ?? 1) - 1;
      if (left === 0) this.byPerson.delete(person);
      else this.byPerson.set(person, left);
    }
  }

  private async inTime<T>(socket: Socket, reading: Promise<T>): Promise<T> {
    const seconds = this.settings.uploadSeconds;
    let timer: NodeJS.Timeout | undefined;
    const tooSlow = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new DomainError('UPLOAD_TOO_SLOW', { seconds }, { field: 'file' }));
        setTimeout(() => socket.destroy(), ANSWER_MS).unref();
      }, seconds * 1000);
    });
    // Whoever reads on after the time is over fails with the connection; nobody waits for that.
    reading.catch(() => undefined);
    return Promise.race([reading, tooSlow]).finally(() => clearTimeout(timer));
  }
}
