import { DomainError, type Id } from '@gridstaff/kernel';
import { JobSettings, ManualClock } from '@gridstaff/runtime';
import { createTestDatabase, type TestDatabase, testEngine } from '@gridstaff/testing';
import { spawnSync } from 'node:child_process';
import { type Chunk, Chunks } from './chunks';
import { JobDispatcher } from './dispatcher';
import { BullPort } from './drivers/bull';
import { InProcessPort } from './drivers/in-process';
import { jobsEntities } from './job.entity';
import type { JobPort, Ring } from './job-port';
import { JobStore, MAX_ATTEMPTS } from './job-store';
import { Jobs } from './jobs';
import { Owners } from './owners';
import { type JobContext, JobRegistry } from './registry';
import { JobSignals } from './signals';
import { Sweep } from './sweep';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const PATIENCE_MS = 20_000;
const BY = '0190a000-0000-7000-8000-000000000001';
const CENTRE = '0190a000-0000-7000-8000-000000000002';

type Run = (context: JobContext) => Promise<void>;

/** A queue that keeps what it was told and delivers nothing: the test decides. */
class SilentPort {
  readonly rings: Ring[] = [];
  ring(ring: Ring): Promise<void> {
    this.rings.push(ring);
    return Promise.resolve();
  }
  consume(): void {}
  stop(): Promise<void> {
    return Promise.resolve();
  }
}

function gate(): { passed: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

describe('jobs', () => {
  let test: TestDatabase;
  let port: SilentPort;
  const settings = Object.assign(new JobSettings(), { leaseSeconds: 30, sweepSeconds: 30, concurrency: 4 });

  beforeAll(async () => {
    test = await createTestDatabase(jobsEntities);
    await test.uow.run(() =>
      test.db.execute(
        'CREATE TABLE sink (job_id varchar(36) NOT NULL, no int NOT NULL, writer varchar(20) NOT NULL, PRIMARY KEY (job_id, no))',
      ),
    );
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    port = new SilentPort();
    await test.uow.run(() => test.db.execute('UPDATE outbox SET done_at = 1 WHERE done_at IS NULL'));
  });

  /** One program: everything of its own but the database. */
  function program(run: Run, queue: JobPort = port) {
    const store = new JobStore(test.db, test.uow, test.clock, settings, new JobSignals());
    const chunks = new Chunks(test.db, test.uow, test.clock, settings, store);
    const registry = new JobRegistry();
    registry.register({ name: 'payroll.calculate', run });
    const owners = new Owners(test.ids);
    const logged: object[] = [];
    const logger = { ...quiet, error: (fields: object) => void logged.push(fields) };
    const dispatcher = new JobDispatcher(store, registry, owners, settings, logger);
    const jobs = new Jobs(test.db, store, queue, new JobSignals(), test.ids, quiet);
    const sweep = new Sweep(test.db, test.uow, test.clock, settings, store, queue, owners, quiet);
    return { store, chunks, dispatcher, jobs, sweep, owners, logged, deliver: (id: Id) => dispatcher.deliver(id) };
  }

  type Program = ReturnType<typeof program>;

  const enqueue = ({ jobs }: Program): Promise<Id> =>
    test.uow.run(() => jobs.enqueue('payroll.calculate', { runId: CENTRE }, { centreId: CENTRE, requestedBy: BY }));

  /** Writes one row per chunk, whose key refuses a second one. */
  const write = (p: Program, chunk: Chunk, writer: string): Promise<void> =>
    test.uow.run(async () => {
      await p.chunks.assertFence(chunk);
      await test.db.insert('sink', ['job_id', 'no', 'writer'], [[chunk.jobId, chunk.no, writer]]);
    });

  const written = async (id: Id): Promise<[number, string][]> =>
    (
      await test.db.query<{ no: number; writer: string }>('SELECT no, writer FROM sink WHERE job_id = ? ORDER BY no', [
        id,
      ])
    ).map((r) => [r.no, r.writer]);

  const numbers = (count: number) => Array.from({ length: count }, (_, i) => ({ from: i * 10, to: i * 10 + 10 }));

  const drivers: [string, () => JobPort][] = [['in-process', () => new InProcessPort(4)]];
  if (testEngine() === 'mysql') {
    const redisUrl = process.env.TEST_REDIS_URL as string;
    const prefix = `{test-jobs-${process.pid}}`;
    drivers.push([
      'bull',
      () =>
        new BullPort(
          { redisUrl, concurrency: 4, lockMs: 30_000, prefix },
          new ManualClock('2023-01-05T09:00:00+08:00'),
          quiet,
        ),
    ]);
  }

  it.each(drivers)(
    'runs chunks on several workers at once, each chunk and the end exactly once: %s',
    async (_, createPort) => {
      const queue = createPort();
      const allJoined = gate();
      let joined = 0;
      let finishes = 0;
      const payloads: unknown[] = [];
      const p = program(async (context) => {
        await p.chunks.plan(context.jobId, numbers(25));
        if (++joined === 4) allJoined.open();
        const finish = await p.chunks.work(context.jobId, context.owner, async (chunk) => {
          await allJoined.passed;
          payloads.push(chunk.payload);
          await write(p, chunk, 'worker');
        });
        if (finish) await test.uow.run(async () => ((finishes += 1), context.assertLead()));
      }, queue);
      queue.consume(p.deliver);
      const id = await enqueue(p);
      // Each sweep brings a helper, once the leader has planned.
      while (joined < 4) {
        await p.sweep.sweepOnce(true);
        await new Promise(setImmediate);
      }
      const end = await p.jobs.waitFor(id, PATIENCE_MS);
      await queue.stop();
      expect(end).toMatchObject({ state: 'done', total: 25, done: 25, error: null, centreId: CENTRE, requestedBy: BY });
      expect(finishes).toBe(1);
      expect(payloads).toHaveLength(25);
      expect(await written(id)).toHaveLength(25);
      test.clock.advance(3_600_000);
      expect(await p.sweep.sweepOnce()).toBe(0);
    },
  );

  it('rings after the commit, never for a unit that rolled back, and refuses to enqueue outside one', async () => {
    const p = program(async () => undefined);
    const options = { centreId: null, requestedBy: BY };
    let lost: Id = '';
    const failing = test.uow.run(async () => {
      lost = await p.jobs.enqueue('payroll.calculate', { runId: CENTRE }, options);
      throw new DomainError('FUND_SHORT');
    });
    await expect(failing).rejects.toMatchObject({ code: 'FUND_SHORT' });
    await expect(p.jobs.get(lost)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(p.jobs.enqueue('payroll.calculate', { runId: CENTRE }, options)).rejects.toMatchObject({
      code: 'BUG',
    });
    expect(port.rings).toEqual([]);
    await test.uow.run(async () => {
      const id = await p.jobs.enqueue('payroll.calculate', { runId: CENTRE }, options);
      expect(port.rings).toEqual([]);
      lost = id;
    });
    expect(port.rings).toMatchObject([{ jobId: lost, no: 1 }]);
    expect(await p.jobs.get(lost)).toMatchObject({ state: 'queued', total: 0, done: 0, attempts: 0 });
  });

  it('is not moved by duplicate rings, nor by rings for a job that is over or unknown', async () => {
    let runs = 0;
    const hold = gate();
    const p = program(async (context) => {
      runs += 1;
      await hold.passed;
      expect(context).toMatchObject({ payload: { runId: CENTRE }, centreId: CENTRE, requestedBy: BY });
    });
    const id = await enqueue(p);
    const rings = Array.from({ length: 5 }, () => p.deliver(id));
    await Promise.race(rings);
    hold.open();
    await Promise.all(rings);
    await Promise.all([p.deliver(id), p.deliver(test.ids.next())]);
    expect(runs).toBe(1);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'done', error: null });

    const stopped = await enqueue(p);
    await p.jobs.requestStop(stopped);
    await Promise.all([p.deliver(stopped), p.deliver(stopped)]);
    expect(runs).toBe(1);
    expect(await p.jobs.waitFor(stopped, PATIENCE_MS)).toMatchObject({ state: 'cancelled' });
    await expect(p.jobs.requestStop(test.ids.next())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives the chunk of a vanished worker to another, and refuses the late write by its fence', async () => {
    const frozen = gate();
    const claimed = gate();
    const refused: unknown[] = [];
    const run =
      (self: () => Program, writer: string): Run =>
      async (context) => {
        await self().chunks.plan(context.jobId, numbers(4));
        await self().chunks.work(context.jobId, context.owner, async (chunk) => {
          if (writer === 'zombie' && chunk.no === 2) {
            claimed.open();
            await frozen.passed;
          }
          await write(self(), chunk, writer).catch((error: DomainError) => {
            refused.push(error.code);
            throw error;
          });
        });
      };
    const zombie: Program = program(run(() => zombie, 'zombie'));
    const other: Program = program(run(() => other, 'other'));
    const id = await enqueue(zombie);
    const sleeping = zombie.deliver(id);
    await claimed.passed;
    await other.deliver(id);
    expect(await other.jobs.get(id)).toMatchObject({ state: 'running', total: 4, done: 3 });
    test.clock.advance(settings.leaseSeconds * 1000);
    expect(await other.sweep.sweepOnce()).toBe(1);
    await other.deliver(port.rings.at(-1)?.jobId as Id);
    expect(await other.jobs.get(id)).toMatchObject({ state: 'done', done: 4 });
    frozen.open();
    await sleeping;
    expect(refused).toEqual(['LEASE_LOST']);
    expect(await written(id)).toEqual([
      [1, 'zombie'],
      [2, 'other'],
      [3, 'other'],
      [4, 'other'],
    ]);
    expect(await other.jobs.get(id)).toMatchObject({ state: 'done', error: null });
  });

  it('lets a chunk that took longer than its lease count when nobody else took it', async () => {
    const p: Program = program(async (context) => {
      await p.chunks.plan(context.jobId, numbers(2));
      await p.chunks.work(context.jobId, context.owner, async (chunk) => {
        test.clock.advance(settings.leaseSeconds * 2000);
        await write(p, chunk, 'slow');
      });
    });
    const id = await enqueue(p);
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'done', done: 2 });
  });

  it('replaces a vanished leader, refuses its late writes, and gives up when leaders keep dying', async () => {
    const frozen = gate();
    const started = gate();
    let late: unknown;
    const zombie = program(async (context) => {
      started.open();
      await frozen.passed;
      await test.uow
        .run(() => context.assertLead())
        .catch((error: DomainError) => {
          late = error.code;
          throw error;
        });
    });
    const other = program((context) => test.uow.run(() => context.assertLead()));
    const id = await enqueue(zombie);
    const sleeping = zombie.deliver(id);
    await started.passed;
    await other.deliver(id);
    expect(await other.jobs.get(id)).toMatchObject({ state: 'running', attempts: 0 });
    test.clock.advance(settings.leaseSeconds * 1000);
    await other.deliver(id);
    frozen.open();
    await sleeping;
    expect(late).toBe('LEASE_LOST');
    expect(await other.jobs.get(id)).toMatchObject({ state: 'done', attempts: 1, error: null });

    const poison = await enqueue(other);
    for (let n = 0; n < MAX_ATTEMPTS; n++) {
      expect(await other.store.takeLead(poison, other.owners.next())).toBeDefined();
      test.clock.advance(settings.leaseSeconds * 1000);
    }
    await other.deliver(poison);
    expect(await other.jobs.get(poison)).toMatchObject({
      state: 'failed',
      error: { code: 'JOB_GAVE_UP', params: { attempts: MAX_ATTEMPTS } },
    });
  });

  it('frees the leases of a killed process of this host without waiting for them', async () => {
    const p: Program = program((context) => test.uow.run(() => context.assertLead()));
    const id = await enqueue(p);
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const owner = p.owners.next().split(':');
    await p.store.takeLead(id, [owner[0], dead, ...owner.slice(2)].join(':'));
    await p.deliver(id);
    expect((await p.jobs.get(id)).state).toBe('running');
    expect(await p.sweep.sweepOnce()).toBe(1);
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'done', attempts: 1 });
    const here = p.owners.next();
    expect([
      p.owners.isGone(here),
      p.owners.isGone(here.replace(/^[^:]+/, 'elsewhere')),
      p.owners.isGone(here.replace(/:\d+:\d+:/, `:${process.pid}:1:`)),
    ]).toEqual([false, false, true]);
  });

  it('rings again what the queue lost, once however many sweep, and everything at start', async () => {
    const p = program(async () => undefined);
    const id = await enqueue(p);
    port.rings.length = 0;
    expect(await p.sweep.sweepOnce()).toBe(0);
    test.clock.advance(settings.sweepSeconds * 1000);
    const given = await Promise.all([p.sweep.sweepOnce(), program(async () => undefined).sweep.sweepOnce()]);
    expect(given.sort()).toEqual([0, 1]);
    expect(await p.sweep.sweepOnce(true)).toBe(1);
    expect(port.rings.map((r) => [r.jobId, r.no])).toEqual([
      [id, 2],
      [id, 3],
    ]);
    await p.deliver(id);
    expect(await p.sweep.sweepOnce(true)).toBe(0);
  });

  it('keeps the job when the queue refuses the ring', async () => {
    const away: JobPort = {
      ring: () => Promise.reject(new DomainError('QUEUE_UNAVAILABLE')),
      consume: () => undefined,
      stop: async () => undefined,
    };
    const p = program(async () => undefined, away);
    const id = await enqueue(p);
    await p.jobs.settled();
    expect((await p.jobs.get(id)).state).toBe('queued');
    await expect(p.jobs.waitFor(id, 0)).rejects.toMatchObject({
      code: 'JOB_NOT_FINISHED',
      params: { state: 'queued' },
    });
    test.clock.advance(settings.sweepSeconds * 1000);
    await expect(p.sweep.sweepOnce()).rejects.toMatchObject({ code: 'QUEUE_UNAVAILABLE' });
    test.clock.advance(settings.sweepSeconds * 1000);
    expect(await program(async () => undefined).sweep.sweepOnce()).toBe(1);
    expect(port.rings).toMatchObject([{ jobId: id, no: 3 }]);
  });

  it('fails at once on a user error, with its code, place and details', async () => {
    const detail = new DomainError('NOT_A_DATE', { value: 'x' }, { row: 3 });
    const p = program(() =>
      Promise.reject(new DomainError('NO_CALENDAR', { year: 2030 }, { field: 'period' }, [detail])),
    );
    const id = await enqueue(p);
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({
      state: 'failed',
      error: {
        code: 'NO_CALENDAR',
        params: { year: 2030 },
        place: { field: 'period' },
        details: [{ code: 'NOT_A_DATE', place: { row: 3 } }],
      },
    });
    expect(p.logged).toEqual([]);
  });

  it('tries again after operational errors with growing pauses, and fails in the end', async () => {
    const p = program(() => Promise.reject(new DomainError('DATABASE_BUSY')));
    const id = await enqueue(p);
    const pauses: number[] = [];
    for (let n = 1; n < MAX_ATTEMPTS; n++) {
      await p.deliver(id);
      expect(await p.jobs.get(id)).toMatchObject({ state: 'running', attempts: n, error: { code: 'DATABASE_BUSY' } });
      const before = test.clock.millis();
      while ((await p.sweep.sweepOnce()) === 0) test.clock.advance(settings.sweepSeconds * 1000);
      pauses.push((test.clock.millis() - before) / 1000);
    }
    await p.deliver(id);
    expect(pauses).toEqual([30, 60, 120, 240]);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'failed', error: { code: 'DATABASE_BUSY' } });
  });

  it('tries again when the server went away during a read through an entity, which no unit maps', async () => {
    const gone = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    const p = program(() => Promise.reject(Object.assign(new Error('query failed'), { driverError: gone })));
    const id = await enqueue(p);
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'running', attempts: 1, error: { code: 'DATABASE_UNAVAILABLE' } });
  });

  it('fails with BUG on our own mistakes: logged, never shown', async () => {
    const forgetful: Program = program(async (context) => {
      await forgetful.chunks.plan(context.jobId, numbers(1));
      await forgetful.chunks.work(context.jobId, context.owner, async () => undefined);
    });
    const idle: Program = program((context) => forgetful.chunks.plan(context.jobId, numbers(1)));
    const broken = program(() => Promise.reject(new TypeError('secret')));
    for (const p of [forgetful, idle, broken]) {
      const id = await enqueue(p);
      await p.deliver(id);
      expect(await p.jobs.get(id)).toMatchObject({ state: 'failed', error: { code: 'BUG', params: {} } });
      expect(p.logged).toMatchObject([{ jobId: id, code: 'BUG' }]);
    }
    const row = await test.db.one<{ n: number }>("SELECT COUNT(*) AS n FROM job WHERE error LIKE '%secret%'");
    expect(Number(row?.n)).toBe(0);
  });

  it('gives a chunk back after an error, and fails when it is claimed for ever', async () => {
    let calls = 0;
    const p: Program = program(async (context) => {
      await p.chunks.plan(context.jobId, numbers(2));
      await p.chunks.work(context.jobId, context.owner, async (chunk) => {
        calls += 1;
        if (calls === 1) throw new DomainError('DATABASE_BUSY');
        await write(p, chunk, 'again');
      });
    });
    const id = await enqueue(p);
    await p.deliver(id);
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'done', done: 2, attempts: 1 });

    const stuck = await enqueue(p);
    await test.uow.run(async () => {
      await p.chunks.plan(stuck, numbers(1));
      await test.db.execute('UPDATE job_chunk SET fence = 10 WHERE job_id = ?', [stuck]);
    });
    await p.deliver(stuck);
    expect(await p.jobs.get(stuck)).toMatchObject({
      state: 'failed',
      error: { code: 'JOB_CHUNK_STUCK', params: { no: 1, claims: 10 } },
    });
  });

  it('stops on request before the next chunk, and fences off the chunk another has in hand', async () => {
    const inHand = gate();
    const claimed = gate();
    const worker = (name: string): Program => {
      const p: Program = program(async (context) => {
        await p.chunks.plan(context.jobId, numbers(5));
        await p.chunks.work(context.jobId, context.owner, async (chunk) => {
          if (name === 'slow') {
            claimed.open();
            await inHand.passed;
          } else await p.jobs.requestStop(context.jobId);
          await write(p, chunk, name);
        });
      });
      return p;
    };
    const [slow, quick] = [worker('slow'), worker('quick')];
    const id = await enqueue(slow);
    const working = slow.deliver(id);
    await claimed.passed;
    await quick.deliver(id);
    expect(await quick.jobs.get(id)).toMatchObject({
      state: 'cancelled',
      stopRequested: true,
      total: 5,
      done: 1,
      error: null,
    });
    inHand.open();
    await working;
    expect(await written(id)).toEqual([[2, 'quick']]);
    await slow.deliver(id);
    expect((await slow.jobs.get(id)).state).toBe('cancelled');
  });

  it('ends gracefully: finishes the chunk in hand, leaves the rest to whoever comes next', async () => {
    const p: Program = program(async (context) => {
      await p.chunks.plan(context.jobId, numbers(3));
      await p.chunks.plan(context.jobId, numbers(9));
      await p.chunks.work(context.jobId, context.owner, async (chunk) => {
        p.chunks.stop();
        await write(p, chunk, 'first');
      });
    });
    const next: Program = program(async (context) => {
      await next.chunks.work(context.jobId, context.owner, (chunk) => write(next, chunk, 'next'));
    });
    const id = await enqueue(p);
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'running', total: 3, done: 1, attempts: 0 });
    expect(await next.sweep.sweepOnce()).toBe(1);
    await next.deliver(id);
    expect(await next.jobs.get(id)).toMatchObject({ state: 'done', done: 3, attempts: 0 });
    expect(await written(id)).toEqual([
      [1, 'first'],
      [2, 'next'],
      [3, 'next'],
    ]);
  });

  it('leaves a job of a newer program to its own workers', async () => {
    const p = program(async () => undefined);
    const id = await enqueue(p);
    await test.uow.run(() => test.db.execute("UPDATE job SET name = 'from.the.future' WHERE id = ?", [id]));
    await p.deliver(id);
    expect(await p.jobs.get(id)).toMatchObject({ state: 'running', attempts: 0, error: null });
    await test.uow.run(() => test.db.execute("UPDATE job SET name = 'payroll.calculate' WHERE id = ?", [id]));
    await p.deliver(id);
    expect((await p.jobs.get(id)).state).toBe('done');
  });
});
