import type { Id } from '@gridstaff/kernel';
import { costOf } from '@gridstaff/payroll';
import type { Settlement } from '@gridstaff/settlement';
import { testEngine } from '@gridstaff/testing';
import { startServers } from '../support/private-servers.mjs';
import { part, Program } from './support/program';
import { race } from './support/race';
import { build, type Desk, deskOf, Scene } from './support/scene';
import { CommitProxy } from './support/tcp-proxy';
import { until } from './support/until';

const DEADLINE_MS = 20_000;
const STAFF = 40;
/** Leases are a second: Bull and the database both give up on who is silent for so long. */
const SILENT_MS = 4_000;
const CALCULATE = part('payroll/src/application/pay-calculator', 'PayCalculator');
const CHUNKS = part('jobs', 'Chunks');

const onMysql = testEngine() === 'mysql';

beforeAll(build);

describe('a worker that stands still', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.open({ staff: STAFF });
  });
  afterAll(() => scene?.close());

  test('an event loop blocked past its leases: another worker ends the run, the late one is refused when it wakes, both live on', async () => {
    const expected = await scene.undisturbed();
    const [first, second] = [new Program(), new Program()];
    await first.arm([{ ...CALCULATE, method: 'calculate', nth: 3, when: 'after', signal: SILENT_MS }], [{ ...CHUNKS, method: 'assertFence' }]);
    await scene.program({ consume: true }, first);
    const { id } = await scene.newRun();
    await scene.askToCalculate(id);
    await first.event('struck', 'PayCalculator.calculate');
    await scene.program({ consume: true }, second);
    const run = await scene.calculated(id);
    expect(await first.event('refused', 'Chunks.assertFence')).toMatchObject({ code: 'LEASE_LOST' });
    expect(await scene.results(run)).toEqual(expected);
    expect(await scene.run(id)).toEqual(run);
    expect([first.isGone, second.isGone]).toEqual([false, false]);
    expect(await scene.violations()).toEqual([]);
  });
});

if (onMysql) {
  describe('answers that never arrive', () => {
    let scene: Scene;
    let proxy: CommitProxy;
    let desk: Desk;
    let expected: object;

    beforeAll(async () => {
      scene = await Scene.open({ staff: STAFF });
      expected = await scene.undisturbed();
      proxy = await CommitProxy.open(scene.url);
      const through = { ...scene.settings, DATABASE_URL: proxy.url };
      desk = deskOf(await new Program().open(through, { consume: false }));
      await new Program().open(through, { consume: true });
    });
    afterAll(async () => {
      await scene?.close();
      await proxy?.close();
    });
    afterEach(async () => expect(await scene.violations()).toEqual([]));

    const audited = (runId: Id, action: string): Promise<number> =>
      scene.count('audit_entry WHERE subject_id = ? AND action = ?', [runId, action]);

    test('chunks of a run whose COMMIT was done but not answered are not done again, and the run ends the same', async () => {
      const { id } = await scene.newRun();
      const before = proxy.lost;
      proxy.loseAnswers('payslip_line', 5);
      await scene.askToCalculate(id);
      expect(await scene.results(await scene.calculated(id))).toEqual(expected);
      expect(proxy.lost - before).toBe(5);
      await scene.cancel(id);
    });

    test('the COMMIT that ends a run was not answered: the run is calculated once', async () => {
      const { id } = await scene.newRun();
      const before = proxy.lost;
      proxy.loseAnswers('pay_run_agency');
      await scene.askToCalculate(id);
      expect(await scene.results(await scene.calculated(id))).toEqual(expected);
      expect(proxy.lost - before).toBe(1);
      expect(await audited(id, 'run.calculated')).toBe(1);
      await scene.cancel(id);
    });

    test('an approval and a payment are answered all the same, and reserve and pay once', async () => {
      const run = await scene.checked();
      const before = await scene.balances();
      const lost = proxy.lost;
      proxy.loseAnswers('reservation');
      const approved = await desk.decide.approve(scene.office.leader, run.id, run.hash ?? '', 'lost-answer-1');
      expect(proxy.lost).toBe(lost + 1);
      expect(approved).toMatchObject({ status: 'approved', version: run.version + 1 });
      expect(await audited(run.id, 'run.approved')).toBe(1);
      expect((await scene.balances()).reserved).toBe(before.reserved + costOf(run));

      const settlements = await scene.desk.prepare.run(scene.office.finance, run.id);
      for (const { id } of settlements) await scene.desk.confirm.run(scene.office.finance, id);
      for (const [i, settlement] of settlements.entries()) {
        proxy.loseAnswers('payment');
        const paid = await pay(desk, scene, settlement, `lost-payment-${i}`);
        expect(paid).toMatchObject({ attempt: 1, amount: settlement.total, status: 'paid' });
        expect(await pay(desk, scene, settlement, `lost-payment-${i}`)).toEqual(paid);
      }
      expect(proxy.lost).toBe(lost + 1 + settlements.length);
      expect(await scene.count('payment')).toBe(settlements.length);
      expect((await scene.balances()).paid).toBe(before.paid + costOf(run));
    });
  });

  describe('the database server dies', () => {
    let servers: Awaited<ReturnType<typeof startServers>>;
    let scene: Scene;
    let expected: object;
    let worker: Program;
    const shared = process.env.TEST_MYSQL_URL;

    beforeAll(async () => {
      servers = await startServers();
      process.env.TEST_MYSQL_URL = servers.mysqlUrl;
      scene = await Scene.open({ staff: STAFF });
      expected = await scene.undisturbed();
      worker = await scene.program({ consume: true });
    }, 60_000);
    afterAll(async () => {
      await scene?.close();
      process.env.TEST_MYSQL_URL = shared;
      await servers?.stop();
    });

    test('killed twice in the middle of a calculation and started again: the same processes end the run by themselves', async () => {
      const { id } = await scene.newRun();
      const jobId = await scene.askToCalculate(id);
      for (const moment of [2, 5]) {
        await until(`${moment} chunks done`, DEADLINE_MS, async () => (await scene.doneChunks(jobId)) >= moment);
        await servers.mysql.stop();
        await servers.mysql.start();
      }
      expect(await scene.results(await scene.calculated(id))).toEqual(expected);
      expect(worker.isGone).toBe(false);
      expect(await scene.violations()).toEqual([]);
      await scene.cancel(id);
    });

    test('killed while payments are sent: each is paid once or not at all, and goes through when sent again with its key', async () => {
      const run = await scene.checked();
      await scene.desk.decide.approve(scene.office.leader, run.id, run.hash ?? '', 'death-approve');
      const settlements = await scene.desk.prepare.run(scene.office.finance, run.id);
      for (const { id } of settlements) await scene.desk.confirm.run(scene.office.finance, id);
      const before = await scene.balances();
      const payAll = (): Promise<{ paymentId: Id }>[] => settlements.map((it, i) => pay(scene.desk, scene, it, `death-payment-${i}`));
      const sent = race(payAll());
      await servers.mysql.stop();
      const { won, refused } = await sent;
      await servers.mysql.start();
      expect(won.length + refused.length).toBe(settlements.length);
      for (const code of refused) expect(['DATABASE_UNAVAILABLE', 'DATABASE_BUSY']).toContain(code);
      await until('the desk answers again', DEADLINE_MS, () => scene.run(run.id).then(() => true, () => false));
      const again = await Promise.all(payAll());
      for (const { paymentId } of won) expect(again.map((it) => it.paymentId)).toContain(paymentId);
      expect(await scene.count('payment')).toBe(settlements.length);
      expect((await scene.balances()).paid).toBe(before.paid + costOf(run));
      expect(await scene.violations()).toEqual([]);
    });
  });
}

function pay(desk: Desk, scene: Scene, settlement: Settlement, key: string): ReturnType<Desk['pay']['run']> {
  return desk.pay.run(scene.office.cashier, { settlementId: settlement.id, documentNo: `演练-${key}`, paidOn: '2023-01-28', key });
}
