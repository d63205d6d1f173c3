import { ManualClock } from '@gridstaff/runtime';
import { TEST_NOW, testEngine } from '@gridstaff/testing';
import { randomBytes } from 'node:crypto';
import Redis from 'ioredis';
import { BullPort } from './drivers/bull';
import { InProcessPort } from './drivers/in-process';
import type { JobPort, Ring } from './job-port';

const redisUrl = (): string => {
  const url = process.env.TEST_REDIS_URL;
  if (!url) throw new Error('TEST_REDIS_URL is not set: run the database tests through `npm test`');
  return url;
};

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const newPrefix = (): string => `{test-${process.pid}-${randomBytes(4).toString('hex')}}`;
const bull = (prefix: string, concurrency = 2): BullPort =>
  new BullPort({ redisUrl: redisUrl(), concurrency, lockMs: 30_000, prefix }, new ManualClock(TEST_NOW), quiet);

async function dropKeys(prefix: string): Promise<number> {
  const redis = new Redis(redisUrl());
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(...keys);
  await redis.quit();
  return keys.length;
}

const DRIVERS: [string, (concurrency: number, prefix: string) => JobPort][] = [
  ['in-process', (concurrency) => new InProcessPort(concurrency)],
];
if (testEngine() === 'mysql') DRIVERS.push(['bull', (concurrency, prefix) => bull(prefix, concurrency)]);

const ringOf = (name: string, no = 1): Ring => ({ outboxId: `outbox-${name}`, jobId: name, no });

/** Collects deliveries; `reached(n)` resolves with the n-th. */
class Deliveries {
  readonly seen: string[] = [];
  private readonly waiting: { count: number; resolve: () => void }[] = [];

  add(jobId: string): void {
    this.seen.push(jobId);
    for (const w of this.waiting.filter((x) => x.count <= this.seen.length)) w.resolve();
  }

  reached(count: number): Promise<void> {
    if (this.seen.length >= count) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push({ count, resolve }));
  }
}

function gate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

describe.each(DRIVERS)('job port contract: %s', (driver, create) => {
  let prefix: string;
  let port: JobPort;
  const begin = (concurrency = 2): JobPort => (port = create(concurrency, prefix));

  beforeEach(() => {
    prefix = newPrefix();
  });

  afterEach(async () => {
    await port.stop();
    if (driver === 'bull') await dropKeys(prefix);
  });

  it('delivers every ring, also those given before anybody listens', async () => {
    begin(4);
    const got = new Deliveries();
    const names = Array.from({ length: 60 }, (_, i) => `job-${i}`);
    await Promise.all(names.slice(0, 30).map((name) => port.ring(ringOf(name))));
    port.consume(async (jobId) => got.add(jobId));
    await Promise.all(names.slice(30).map((name) => port.ring(ringOf(name))));
    await got.reached(60);
    expect([...got.seen].sort()).toEqual([...names].sort());
  });

  it('counts the same ring once while it is under way, and the next number as a new one', async () => {
    begin(1);
    const got = new Deliveries();
    const held = gate();
    port.consume(async (jobId) => {
      got.add(jobId);
      if (got.seen.length === 1) await held.passed;
    });
    await port.ring(ringOf('first'));
    await got.reached(1);
    for (const ring of [ringOf('first'), ringOf('a'), ringOf('a'), ringOf('a', 2), ringOf('last')])
      await port.ring(ring);
    held.open();
    await got.reached(4);
    expect([...got.seen].sort()).toEqual(['a', 'a', 'first', 'last']);
    await port.ring(ringOf('a'));
    await got.reached(5);
    expect(got.seen.at(-1)).toBe('a');
  });

  it('runs as many handlers at once as it was told, no more', async () => {
    begin(3);
    const got = new Deliveries();
    const gates = new Map(Array.from({ length: 7 }, (_, i) => [`job-${i}`, gate()]));
    let running = 0;
    let most = 0;
    const over = new Deliveries();
    port.consume(async (jobId) => {
      most = Math.max(most, ++running);
      got.add(jobId);
      await gates.get(jobId)?.passed;
      running -= 1;
      over.add(jobId);
    });
    for (const name of gates.keys()) await port.ring(ringOf(name));
    for (let n = 1; n <= 7; n++) {
      await got.reached(Math.min(7, n + 2));
      gates.get(got.seen[n - 1] as string)?.open();
      await over.reached(n);
    }
    expect(most).toBe(3);
  });

  it('goes on after a handler that throws', async () => {
    begin(1);
    const got = new Deliveries();
    port.consume(async (jobId) => {
      got.add(jobId);
      if (jobId === 'bad') throw new Error('handler');
    });
    await port.ring(ringOf('bad'));
    await port.ring(ringOf('good'));
    await got.reached(2);
    expect(got.seen).toEqual(['bad', 'good']);
  });

  it('waits for the handler in hand when it stops, and takes no more', async () => {
    begin(1);
    const got = new Deliveries();
    const held = gate();
    let finished = false;
    port.consume(async (jobId) => {
      got.add(jobId);
      await held.passed;
      finished = true;
    });
    await port.ring(ringOf('in-hand'));
    await got.reached(1);
    await port.ring(ringOf('waiting'));
    let stopped = false;
    const stopping = port.stop().then(() => (stopped = true));
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    held.open();
    await stopping;
    expect([finished, got.seen]).toEqual([true, ['in-hand']]);
  });
});

if (testEngine() === 'mysql') {
  describe('bull driver', () => {
    it('carries rings from a program that only produces to one that consumes, each once', async () => {
      const prefix = newPrefix();
      const [api, first, second] = [bull(prefix), bull(prefix), bull(prefix)];
      const got = new Deliveries();
      first.consume(async (jobId) => got.add(jobId));
      second.consume(async (jobId) => got.add(jobId));
      const names = Array.from({ length: 30 }, (_, i) => `job-${i}`);
      await Promise.all(names.map((name) => api.ring(ringOf(name))));
      await got.reached(30);
      await Promise.all([api.stop(), first.stop(), second.stop()]);
      expect([...got.seen].sort()).toEqual([...names].sort());
      expect(await dropKeys(prefix)).toBeGreaterThan(0);
    });

    it('forgets a ring with its keys and delivers the next number', async () => {
      const prefix = newPrefix();
      const port = bull(prefix);
      await port.ring(ringOf('a'));
      expect(await dropKeys(prefix)).toBeGreaterThan(0);
      const got = new Deliveries();
      port.consume(async (jobId) => got.add(jobId));
      await port.ring(ringOf('a', 2));
      await got.reached(1);
      await port.stop();
      expect(got.seen).toEqual(['a']);
      await dropKeys(prefix);
    });
  });
}

describe('bull driver without Redis', () => {
  it('refuses the ring soon, logs little and stops', async () => {
    const lines: string[] = [];
    const logger = { ...quiet, error: (_: object, message: string) => void lines.push(message) };
    const options = {
      redisUrl: 'redis://127.0.0.1:1',
      concurrency: 1,
      lockMs: 1_000,
      prefix: newPrefix(),
      ringTimeoutMs: 200,
    };
    const port = new BullPort(options, new ManualClock(TEST_NOW), logger);
    port.consume(async () => undefined);
    await expect(port.ring(ringOf('a'))).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
    await port.stop();
    expect(lines).toEqual(['job queue error']);
  });
});
