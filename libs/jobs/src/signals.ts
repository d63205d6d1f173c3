import type { Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { EventEmitter } from 'node:events';

/** Tells waiters in this process at once that a job is over; other processes look at the row. */
@Injectable()
export class JobSignals {
  private readonly events = new EventEmitter().setMaxListeners(0);

  over(jobId: Id): void {
    this.events.emit(jobId);
  }

  /** Calls `listener` once; the answer takes it back. */
  onceOver(jobId: Id, listener: () => void): () => void {
    this.events.once(jobId, listener);
    return () => void this.events.off(jobId, listener);
  }
}
