import type { Id } from '@gridstaff/kernel';
import type { PayRun } from '@gridstaff/payroll';
import type { WorkerChanges } from '@gridstaff/roster';
import { COMMIT, killed, part, Program } from './support/program';
import { race, TOO_LATE } from './support/race';
import { build, deskOf, Scene } from './support/scene';

const CALCULATOR = part('payroll/src/application/pay-calculator', 'PayCalculator');
const FINISHER = part('payroll/src/application/finish-run', 'FinishRun');
const CHUNKS = part('jobs', 'Chunks');

/** A test that starts some twenty processes one after the other. */
const MANY_LIVES_MS = 300_000;

beforeAll(build);

describe('10 people in 2 chunks', () => {
  let scene: Scene;
  let expected: object;

  beforeAll(async () => {
    scene = await Scene.open({ staff: 10 });
    expected = await scene.undisturbed();
  });
  afterAll(() => scene?.close());

  test('a calculation asked for in three tabs at once is begun once', async () => {
    const tabs = [new Program(), new Program()];
    await Promise.all(tabs.map((tab) => scene.program({ consume: false }, tab)));
    const desks = [...tabs.map(deskOf), scene.desk];
    for (let round = 0; round < 5; round++) {
      const { id } = await scene.newRun();
      const { won, refused } = await race(desks.map((desk) => desk.calculate.calculate(scene.office.hr, id)));
      expect(won).toHaveLength(1);
      for (const code of refused) expect([...TOO_LATE, 'CALCULATION_RUNNING']).toContain(code);
      expect(await scene.run(id)).toMatchObject({ calcNo: 1, jobId: won[0]?.jobId });
      expect(await scene.count("audit_entry WHERE subject_id = ? AND action = 'run.calculation_requested'", [id])).toBe(
        1,
      );
      await scene.cancel(id);
    }
    // Each run had its one job, cancelled with it.
    expect(await scene.count("job WHERE state IN ('queued', 'running')")).toBe(0);
    await Promise.all(tabs.map((tab) => tab.kill()));
  });

  /** Killed before its nth COMMIT: n − 1 units are in the database, one more is lost. n grows until the run ends untouched. */
  test(
    'a process killed before each single COMMIT leaves a run that the next one ends',
    async () => {
      let worker = await scene.program({ consume: true });
      let lives = 0;
      for (let nth = 1, untouched = false; !untouched; nth++) {
        const spare = new Program();
        const { id } = await scene.newRun();
        await worker.arm([{ ...COMMIT.before, nth, signal: 'SIGKILL' }]);
        const asked = await deskOf(worker)
          .calculate.calculate(scene.office.hr, id)
          .then(() => true, killed);
        await Promise.race([worker.gone, asked ? scene.calculated(id) : undefined]);
        untouched = !worker.isGone;
        if (untouched) await spare.kill();
        else {
          lives += 1;
          worker = await scene.program({ consume: true }, spare);
          // The order itself was lost with its COMMIT: the person who never got an answer gives it again.
          if (!asked) await deskOf(worker).calculate.calculate(scene.office.hr, id);
        }
        await endsAsExpected(id);
        await scene.cancel(id);
      }
      await worker.kill();
      // The order, the lead, the plan, a claim and a write for each chunk, the last two of the run: fewer would mean that nobody was killed.
      expect(lives).toBeGreaterThanOrEqual(10);
      expect(await scene.violations()).toEqual([]);
    },
    MANY_LIVES_MS,
  );

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
    await zombie.arm(
      [{ ...FINISHER, method: 'hashOf', nth: 1, when: 'after', signal: 'SIGSTOP' }],
      [{ ...FINISHER, method: 'finish' }],
    );
    const run = await overtaken(zombie, 'FinishRun.hashOf');
    zombie.thaw();
    expect(await zombie.event('refused', 'FinishRun.finish')).toMatchObject({ code: 'LEASE_LOST' });
    await staysAsItIs(run, zombie);
  });

  test('what officers enter while a run is calculated is not in it', async () => {
    const worker = await scene.program({ consume: true });
    await worker.arm([{ ...CALCULATOR, method: 'calculate', nth: 1, when: 'before', signal: 'SIGSTOP' }]);
    const { id } = await scene.newRun();
    await deskOf(worker).calculate.calculate(scene.office.hr, id);
    await worker.event('struck', 'PayCalculator.calculate');
    const desk = await scene.program({ consume: false });
    const entered = desk.remote<WorkerChanges>(part('roster', 'WorkerChanges'));
    for (const workerNo of [1, 2, 7]) {
      await entered.endEngagement(scene.office.hr, {
        centreId: scene.centreId,
        workerNo,
        lastDay: '2023-01-10',
        endReason: 'left',
        reason: '个人原因',
      });
    }
    worker.thaw();
    await endsAsExpected(id);
    await worker.kill();
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
