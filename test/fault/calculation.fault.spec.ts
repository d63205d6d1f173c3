import { testEngine } from '@gridstaff/testing';
import Redis from 'ioredis';
import { SeededRandom } from '../../apps/cli/src/demo/random';
import { killed, part, Program, type Strike } from './support/program';
import { build, Scene } from './support/scene';
import { until } from './support/until';

const DEADLINE_MS = 20_000;
const STATEMENT = { ...part('persistence', 'Database'), method: 'execute', when: 'after' } as const;
/** A run of 200 people in 40 chunks writes about 1,700 statements: three lives together never reach its end. */
const STATEMENTS_PER_LIFE = 450;

/** Before its nth chunk the process stands still, so that a test can end it there however slow the machine is. */
const holdAt = (nth: number): Strike => ({
  ...part('payroll/src/application/pay-calculator', 'PayCalculator'),
  method: 'calculate',
  nth,
  when: 'before',
  signal: 'SIGSTOP',
});
const HELD = 'PayCalculator.calculate';

/** A database of Redis that nothing but this specification uses: its keys may be thrown away. */
const redisUrl = (): string => `${process.env.TEST_REDIS_URL ?? ''}/9`;
const settings: Readonly<Record<string, string>> = testEngine() === 'mysql' ? { REDIS_URL: redisUrl() } : {};

beforeAll(build);

describe('200 people in 40 chunks', () => {
  let scene: Scene;
  let expected: object;

  beforeAll(async () => {
    scene = await Scene.open({ staff: 200, settings });
    expected = await scene.undisturbed();
  });
  afterAll(() => scene?.close());

  test.each([1, 2, 3])(
    'a worker killed three times amid statements drawn with seed %i is replaced and the run ends as if undisturbed',
    async (seed) => {
      const random = new SeededRandom(seed);
      const moments = Array.from({ length: 3 }, () => random.int(1, STATEMENTS_PER_LIFE));
      // Loaded beforehand, so that the next life begins soon.
      const lives = moments.map(() => new Program());
      const last = new Program();
      const { id } = await scene.newRun();
      await scene.askToCalculate(id);
      for (const [i, worker] of lives.entries()) {
        await worker.arm([{ ...STATEMENT, nth: moments[i] as number, signal: 'SIGKILL' }]);
        await scene.program({ consume: true }, worker).catch(killed);
        await worker.gone;
        // What follows is the work of the next life.
        expect((await scene.run(id)).status).toBe('draft');
      }
      await scene.program({ consume: true }, last);
      expect(await scene.results(await scene.calculated(id))).toEqual(expected);
      expect(await scene.violations()).toEqual([]);
      await last.kill();
      await scene.cancel(id);
    },
  );

  test('two workers share a run, both are killed at once, and one that comes later ends it', async () => {
    const [first, second, later] = [new Program(), new Program(), new Program()];
    await Promise.all([first, second].map((worker) => worker.arm([holdAt(6)])));
    await Promise.all([first, second].map((worker) => scene.program({ consume: true }, worker)));
    const { id } = await scene.newRun();
    const jobId = await scene.askToCalculate(id);
    await Promise.all([first, second].map((worker) => worker.event('struck', HELD)));
    expect(await scene.doneChunks(jobId)).toBeGreaterThanOrEqual(10);
    await Promise.all([first.kill(), second.kill()]);
    expect((await scene.run(id)).status).toBe('draft');
    await scene.program({ consume: true }, later);
    expect(await scene.results(await scene.calculated(id))).toEqual(expected);
    expect(await scene.violations()).toEqual([]);
    await later.kill();
    await scene.cancel(id);
  });

  test('a run that is cancelled while its worker is dead stays cancelled', async () => {
    const [worker, next] = [new Program(), new Program()];
    await worker.arm([holdAt(4)]);
    await scene.program({ consume: true }, worker);
    const { id } = await scene.newRun();
    const jobId = await scene.askToCalculate(id);
    await worker.event('struck', HELD);
    await worker.kill();
    await scene.cancel(id);
    await scene.program({ consume: true }, next);
    await until(
      'job over',
      DEADLINE_MS,
      async () => (await scene.count("job WHERE id = ? AND state = 'cancelled'", [jobId])) === 1,
    );
    expect(await scene.run(id)).toMatchObject({ status: 'cancelled', hash: null });
    expect(await scene.violations()).toEqual([]);
    await next.kill();
  });

  if (testEngine() === 'mysql') {
    describe('with servers that fail', () => {
      let redis: Redis;

      beforeAll(() => {
        redis = new Redis(redisUrl());
      });
      afterAll(() => redis.disconnect());

      test('a ring lost with everything else in Redis is given again by the sweep of a running worker', async () => {
        const worker = await scene.program({ consume: true });
        worker.freeze();
        const { id } = await scene.newRun();
        const jobId = await scene.askToCalculate(id);
        await until('the ring in Redis', DEADLINE_MS, async () => (await redis.dbsize()) > 0);
        await redis.flushdb();
        worker.thaw();
        const run = await scene.calculated(id);
        expect(await scene.results(run)).toEqual(expected);
        expect(await scene.count('outbox WHERE job_id = ? AND rings >= 2', [jobId])).toBe(1);
        expect(await scene.violations()).toEqual([]);
        await worker.kill();
        await scene.cancel(id);
      });

      test('every connection to the database cut three times in the middle of a run: the worker lives and ends it', async () => {
        const worker = await scene.program({ consume: true });
        const { id } = await scene.newRun();
        const jobId = await scene.askToCalculate(id);
        for (const moment of [5, 15, 25]) {
          await until(`${moment} chunks done`, DEADLINE_MS, async () => (await scene.doneChunks(jobId)) >= moment);
          await scene.cutConnections();
        }
        expect(await scene.results(await scene.calculated(id))).toEqual(expected);
        expect(await scene.violations()).toEqual([]);
        await worker.kill();
        await scene.cancel(id);
      });

      test('Redis emptied and the working process killed in the middle: another worker that runs already ends it', async () => {
        const [working, other] = [await scene.program({ consume: true }), await scene.program({ consume: true })];
        other.freeze();
        await working.arm([holdAt(10)]);
        const { id } = await scene.newRun();
        await scene.askToCalculate(id);
        await working.event('struck', HELD);
        await redis.flushdb();
        await working.kill();
        expect((await scene.run(id)).status).toBe('draft');
        other.thaw();
        expect(await scene.results(await scene.calculated(id))).toEqual(expected);
        expect(await scene.violations()).toEqual([]);
        await other.kill();
        await scene.cancel(id);
      });
    });
  }
});
