import type { Id } from '@gridstaff/kernel';
import type { PayRun } from '@gridstaff/payroll';
import { testEngine } from '@gridstaff/testing';
import Redis from 'ioredis';
import { SeededRandom } from '../../apps/cli/src/demo/random';
import { COMMIT, part, Program, ProgramGone } from './support/program';
import { build, deskOf, Scene } from './support/scene';
import { until } from './support/until';

const DEADLINE_MS = 20_000;
const CALCULATOR = part('payroll/src/application/pay-calculator', 'PayCalculator');
const FINISHER = part('payroll/src/application/finish-run', 'FinishRun');
const CHUNKS = part('jobs', 'Chunks');

/** Nothing but this specification uses it: its keys may be thrown away. */
const OWN_REDIS = '9';
const redisUrl = (): string => `${process.env.TEST_REDIS_URL ?? ''}/${OWN_REDIS}`;

beforeAll(build);

async function undisturbed(scene: Scene): Promise<object> {
  const worker = await scene.program({ consume: true });
  const { id } = await scene.newRun();
  await deskOf(worker).calculate.calculate(scene.office.hr, id);
  const results = await scene.results(await scene.calculated(id));
  await scene.cancel(id);
  await worker.kill();
  return results;
}

describe('200 people in 40 chunks', () => {
  let scene: Scene;
  let expected: object;

  beforeAll(async () => {
    scene = await Scene.open({ staff: 200 });
    expected = await undisturbed(scene);
  });
  afterAll(() => scene.close());

  test.each([1, 2, 3])('a worker killed three times at moments of seed %i is replaced and the run ends as if undisturbed', async (seed) => {
    const random = new SeededRandom(seed);
    const moments = Array.from({ length: 3 }, () => random.int(0, 36)).sort((a, b) => a - b);
    // Loaded beforehand, so that the next life begins soon.
    const lives = [...moments, 40].map(() => new Program());
    const { id } = await scene.newRun();
    const jobId = await scene.askToCalculate(id);
    for (const [i, moment] of moments.entries()) {
      const worker = await scene.program({ consume: true }, lives[i]);
      await until(`${moment} chunks done (seed ${seed}); ${worker.log}`, DEADLINE_MS, async () => (await scene.doneChunks(jobId)) >= moment);
      await worker.kill();
      // It died on the way: what follows is work of the next life.
      expect((await scene.run(id)).status).toBe('draft');
    }
    await scene.program({ consume: true }, lives.at(-1));
    const run = await scene.calculated(id);
    expect(await scene.results(run)).toEqual(expected);
    expect(await scene.violations()).toEqual([]);
    await scene.cancel(id);
  });

  test('two workers share a run, both are killed at once, and one that comes later ends it', async () => {
    const [first, second, later] = [new Program(), new Program(), new Program()];
    await Promise.all([first, second].map((worker) => scene.program({ consume: true }, worker)));
    const { id } = await scene.newRun();
    const jobId = await scene.askToCalculate(id);
    await until('under way', DEADLINE_MS, async () => (await scene.doneChunks(jobId)) >= 8);
    await Promise.all([first.kill(), second.kill()]);
    expect((await scene.run(id)).status).toBe('draft');
    await scene.program({ consume: true }, later);
    expect(await scene.results(await scene.calculated(id))).toEqual(expected);
    expect(await scene.violations()).toEqual([]);
    await scene.cancel(id);
  });

  test('a run that is cancelled while its worker is dead stays cancelled', async () => {
    const [worker, next] = [new Program(), new Program()];
    await scene.program({ consume: true }, worker);
    const { id } = await scene.newRun();
    const jobId = await scene.askToCalculate(id);
    await until('under way', DEADLINE_MS, async () => (await scene.doneChunks(jobId)) >= 3);
    await worker.kill();
    await scene.cancel(id);
    await scene.program({ consume: true }, next);
    await until('job over', DEADLINE_MS, async () => (await scene.count("job WHERE id = ? AND state = 'cancelled'", [jobId])) === 1);
    expect(await scene.run(id)).toMatchObject({ status: 'cancelled', hash: null });
    expect(await scene.violations()).toEqual([]);
  });
});

describe('12 people in 3 chunks', () => {
  let scene: Scene;
  let expected: object;

  beforeAll(async () => {
    scene = await Scene.open({ staff: 12 });
    expected = await undisturbed(scene);
  });
  afterAll(() => scene.close());

  /** Killed before its nth COMMIT: n − 1 units are in the database, one more is lost. n grows until the run ends untouched. */
  test('a process killed before each single COMMIT leaves a run that the next one ends', async () => {
    let spare = new Program();
    let lives = 0;
    for (let nth = 1, untouched = false; !untouched; nth++) {
      const process = await scene.program({ consume: true }, spare);
      spare = new Program();
      const { id } = await scene.newRun();
      await process.arm([{ ...COMMIT.before, nth, signal: 'SIGKILL' }]);
      const asked = await deskOf(process)
        .calculate.calculate(scene.office.hr, id)
        .then(() => true, killed);
      await Promise.race([process.gone, asked ? scene.calculated(id) : undefined]);
      untouched = !process.isGone;
      if (process.isGone) {
        lives += 1;
        const next = await scene.program({ consume: true }, spare);
        spare = new Program();
        // The order itself was lost with its COMMIT: the person who never got an answer gives it again.
        if (!asked) await deskOf(next).calculate.calculate(scene.office.hr, id);
        await endsAsExpected(id);
        await next.kill();
      } else {
        await endsAsExpected(id);
        await process.kill();
      }
      await scene.cancel(id);
    }
    // The order, the lead, the plan, a claim and a write for each chunk, the last two of the run: fewer would mean that nobody was killed.
    expect(lives).toBeGreaterThanOrEqual(10);
    expect(await scene.violations()).toEqual([]);
  });

  test('a worker frozen before its chunk wakes up after another has done it: its write is refused', async () => {
    const zombie = await scene.program({ consume: true });
    const strike = { ...CALCULATOR, method: 'calculate', nth: 2, when: 'before', signal: 'SIGSTOP' } as const;
    await zombie.arm([strike], [{ ...CHUNKS, method: 'assertFence' }]);
    const run = await overtaken(zombie, 'PayCalculator.calculate');
    zombie.thaw();
    expect(await zombie.event('refused', 'Chunks.assertFence')).toMatchObject({ code: 'LEASE_LOST' });
    await staysAsItIs(run, zombie);
  });

  test('a worker frozen before the totals wakes up after another has written them: it no longer leads', async () => {
    const zombie = await scene.program({ consume: true });
    await zombie.arm([{ ...FINISHER, method: 'hashOf', nth: 1, when: 'after', signal: 'SIGSTOP' }], [{ ...FINISHER, method: 'finish' }]);
    const run = await overtaken(zombie, 'FinishRun.hashOf');
    zombie.thaw();
    expect(await zombie.event('refused', 'FinishRun.finish')).toMatchObject({ code: 'LEASE_LOST' });
    await staysAsItIs(run, zombie);
  });

  /** Begins with the zombie, which freezes; another process waits for its lease to run out and ends the run. */
  async function overtaken(zombie: Program, at: string): Promise<PayRun> {
    const next = new Program();
    const { id } = await scene.newRun();
    await deskOf(zombie).calculate.calculate(scene.office.hr, id);
    await zombie.event('struck', at);
    await scene.program({ consume: true }, next);
    const run = await endsAsExpected(id);
    await next.kill();
    return run;
  }

  async function staysAsItIs(run: PayRun, zombie: Program): Promise<void> {
    // The zombie is healthy again and takes the next order; whatever it still held of the old one is behind it then.
    const { id } = await scene.newRun();
    await deskOf(zombie).calculate.calculate(scene.office.hr, id);
    await endsAsExpected(id);
    await zombie.kill();
    expect(await scene.run(run.id)).toEqual(run);
    expect(await scene.results(run)).toEqual(expected);
    expect(await scene.violations()).toEqual([]);
    await scene.cancel(id);
    await scene.cancel(run.id);
  }

  async function endsAsExpected(id: Id): Promise<PayRun> {
    const run = await scene.calculated(id);
    expect(await scene.results(run)).toEqual(expected);
    return run;
  }
});

if (testEngine() === 'mysql') {
  describe('a queue that forgets', () => {
    let scene: Scene;
    let redis: Redis;
    let expected: object;

    beforeAll(async () => {
      redis = new Redis(redisUrl());
      scene = await Scene.open({ staff: 200, settings: { REDIS_URL: redisUrl() } });
      expected = await undisturbed(scene);
    });
    afterAll(async () => {
      await scene.close();
      await redis.flushdb();
      redis.disconnect();
    });

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

    test('Redis emptied and the working process killed in the middle: another worker that runs already ends it', async () => {
      const [working, other] = [await scene.program({ consume: true }), await scene.program({ consume: true })];
      other.freeze();
      const { id } = await scene.newRun();
      const jobId = await scene.askToCalculate(id);
      await until('under way', DEADLINE_MS, async () => (await scene.doneChunks(jobId)) >= 10);
      await redis.flushdb();
      await working.kill();
      expect((await scene.run(id)).status).toBe('draft');
      other.thaw();
      expect(await scene.results(await scene.calculated(id))).toEqual(expected);
      expect(await scene.violations()).toEqual([]);
      await scene.cancel(id);
    });
  });
}

/** Only an answer that never came is expected here. */
function killed(error: unknown): false {
  if (!(error instanceof ProgramGone)) throw error;
  return false;
}
