import type { Id } from '@gridstaff/kernel';
import { JobPort, type Ring, type RingHandler, ringKey } from '../job-port';

/** The queue of the embedded pair: a list in memory, a number of handlers at once. What a dead process forgets, the sweep rings again. */
export class InProcessPort extends JobPort {
  private readonly waiting = new Map<string, Id>();
  private readonly active = new Map<string, Promise<void>>();
  private handler: RingHandler | undefined;
  private stopped = false;

  constructor(private readonly concurrency: number) {
    super();
  }

  ring(ring: Ring): Promise<void> {
    const key = ringKey(ring);
    if (!this.stopped && !this.active.has(key)) {
      this.waiting.set(key, ring.jobId);
      this.pump();
    }
    return Promise.resolve();
  }

  consume(handler: RingHandler): void {
    this.handler = handler;
    this.pump();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.waiting.clear();
    await Promise.all(this.active.values());
  }

  private pump(): void {
    const { handler } = this;
    if (!handler) return;
    for (const [key, jobId] of this.waiting) {
      if (this.active.size >= this.concurrency) return;
      this.waiting.delete(key);
      const done = (): void => {
        this.active.delete(key);
        this.pump();
      };
      // Never in the caller's own turn: the one who rings must not wait for the work.
      this.active.set(key, new Promise(setImmediate).then(() => handler(jobId)).then(done, done));
    }
  }
}
