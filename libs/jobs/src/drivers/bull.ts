import { DomainError, type Id } from '@gridstaff/kernel';
import { type AppLogger, type Clock } from '@gridstaff/runtime';
import Bull from 'bull';
import { JobPort, type Ring, type RingHandler, ringKey } from '../job-port';

export interface BullOptions {
  redisUrl: string;
  /** Jobs worked on at once in this process. */
  concurrency: number;
  /** How long Bull believes in a silent worker before it gives its ring to another. */
  lockMs: number;
  /** In braces, so that all keys of the queue lie in one slot of a Redis cluster. */
  prefix: string;
  /** How long a ring may wait for Redis to acknowledge it. */
  ringTimeoutMs?: number;
}

const QUEUE = 'jobs';
const RING_TIMEOUT_MS = 5_000;
const CLOSE_TIMEOUT_MS = 2_000;
const RECONNECT_STEP_MS = 100;
const RECONNECT_MAX_MS = 5_000;
const DISCONNECT_TIMEOUT_MS = 300;
const ERROR_LOG_EVERY_MS = 60_000;

/**
 * Rings through Bull. A ring is added under outbox id + ring number, because Bull silently skips an id it has seen, and removed when done.
 * Bull may deliver twice (stalled worker) or lose everything (Redis restarted without its file): both are harmless here.
 */
export class BullPort extends JobPort {
  private readonly queue: Bull.Queue<{ jobId: Id }>;
  private readonly active = new Set<Promise<void>>();
  private readonly ringTimeoutMs: number;
  private lastLogged = -Infinity;
  private unlogged = 0;

  constructor(
    private readonly options: BullOptions,
    private readonly clock: Clock,
    private readonly logger: AppLogger,
  ) {
    super();
    this.ringTimeoutMs = options.ringTimeoutMs ?? RING_TIMEOUT_MS;
    this.queue = new Bull(QUEUE, options.redisUrl, {
      prefix: options.prefix,
      redis: {
        retryStrategy: (times: number) => Math.min(times * RECONNECT_STEP_MS, RECONNECT_MAX_MS),
        disconnectTimeout: DISCONNECT_TIMEOUT_MS,
        // Bull reads host, port, user, password and database from the address, but not that it wants TLS.
        ...(options.redisUrl.startsWith('rediss:') ? { tls: {} } : {}),
      },
      settings: { lockDuration: options.lockMs, stalledInterval: options.lockMs },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    });
    this.queue.on('error', (error: Error) => this.report(error));
    this.queue.on('stalled', (job: Bull.Job) =>
      this.logger.warn({ ring: job.id }, 'a ring stalled: its worker was silent'),
    );
  }

  async ring(ring: Ring): Promise<void> {
    try {
      // ioredis keeps commands while Redis is away: a late ring does no harm, but nobody may wait for it.
      await withTimeout(this.queue.add({ jobId: ring.jobId }, { jobId: ringKey(ring) }), this.ringTimeoutMs);
    } catch (error) {
      throw new DomainError('QUEUE_UNAVAILABLE', {}, {}, [], { cause: error });
    }
  }

  consume(handler: RingHandler): void {
    const work = (job: Bull.Job<{ jobId: Id }>): Promise<void> => {
      const done = handler(job.data.jobId).finally(() => this.active.delete(done));
      this.active.add(done);
      return done;
    };
    this.queue.process(this.options.concurrency, work).catch((error: Error) => this.report(error));
  }

  async stop(): Promise<void> {
    const reachable = this.queue.client.status === 'ready';
    if (reachable) {
      // Waits for the handlers in hand and for Redis to hear that they are done.
      await this.queue.close().catch((error: Error) => this.report(error));
      return;
    }
    await Promise.allSettled(this.active);
    await withTimeout(this.queue.close(true), CLOSE_TIMEOUT_MS).catch((error: Error) => this.report(error));
  }

  /** While Redis is away every reconnection fails: one line a minute with the count is enough. */
  private report(error: Error): void {
    const now = this.clock.millis();
    this.unlogged += 1;
    if (now - this.lastLogged < ERROR_LOG_EVERY_MS) return;
    this.logger.error({ error: error.message, times: this.unlogged }, 'job queue error');
    this.lastLogged = now;
    this.unlogged = 0;
  }
}

async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
