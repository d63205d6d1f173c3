import type { Id } from '@gridstaff/kernel';
import { costOf, type PayRun } from '@gridstaff/payroll';
import type { Settlement } from '@gridstaff/settlement';
import { COMMIT, part, Program, ProgramGone } from './support/program';
import { race, TOO_LATE } from './support/race';
import { build, type Desk, deskOf, Scene } from './support/scene';

const MONTHS = 12;

/** Its room keeps it to itself; only the way in matters here. */
interface Dispatcher {
  deliver(jobId: Id): Promise<void>;
}

beforeAll(build);

describe('several processes at once', () => {
  let scene: Scene;
  /** Two more processes in which people click. */
  let programs: [Program, Program];
  let desks: [Desk, Desk];

  beforeAll(async () => {
    scene = await Scene.open({ staff: 15, months: MONTHS, deskWorks: true });
    programs = [new Program(), new Program()];
    await Promise.all(programs.map((program) => scene.program({ consume: true }, program)));
    desks = [deskOf(programs[0]), deskOf(programs[1])];
  });
  afterAll(() => scene?.close());
  afterEach(async () => expect(await scene.violations()).toEqual([]));

  const audited = (runId: Id, action: string): Promise<number> =>
    scene.count('audit_entry WHERE subject_id = ? AND action = ?', [runId, action]);
  const newKey = (
    (n) => (): string =>
      `fault-key-${n++}`
  )(1);

  test('one job delivered ten times at once, and again when it is done or its run cancelled, has one effect', async () => {
    const dispatchers = programs.map((program) =>
      program.remote<Dispatcher>(part('jobs/src/dispatcher', 'JobDispatcher')),
    );
    const everywhere = (jobId: Id): Promise<unknown> =>
      Promise.all([1, 2, 3, 4, 5].flatMap(() => dispatchers.map((it) => it.deliver(jobId))));
    const { id } = await scene.newRun();
    const jobId = await scene.askToCalculate(id);
    await everywhere(jobId);
    const run = await scene.calculated(id);
    expect(await scene.results(run)).toMatchObject({
      derivations: 15,
      slips: 15,
      steps: ['create', 'calculate', 'calculated'],
    });
    await everywhere(jobId);
    expect(await scene.run(id)).toEqual(run);
    expect(await audited(id, 'run.calculated')).toBe(1);
    const cancelled = await scene.cancel(id);
    await everywhere(jobId);
    expect(await scene.run(id)).toEqual(cancelled);
  });

  test('two approvers at once, 20 rounds: one approves, the other is told, the money is reserved once', async () => {
    for (let round = 0; round < 20; round++) {
      const run = await scene.checked();
      const before = await scene.balances();
      const { won, refused } = await race([
        desks[0].decide.approve(scene.office.leader, run.id, run.hash ?? '', newKey()),
        desks[1].decide.approve(scene.office.deputy, run.id, run.hash ?? '', newKey()),
      ]);
      expect(won).toHaveLength(1);
      expect(TOO_LATE).toContain(refused[0]);
      const now = await scene.run(run.id);
      expect(now).toMatchObject({ status: 'approved', version: run.version + 1 });
      expect([scene.office.leader.userId, scene.office.deputy.userId]).toContain(now.approvedBy);
      expect(await audited(run.id, 'run.approved')).toBe(1);
      const { available, reserved } = await scene.balances();
      expect({ available, reserved }).toEqual({
        available: before.available - costOf(run),
        reserved: before.reserved + costOf(run),
      });
      await scene.cancel(run.id);
      expect(await scene.balances()).toEqual(before);
    }
  });

  test('approve against return, 20 rounds: one wins, and only an approval holds money', async () => {
    for (let round = 0; round < 20; round++) {
      const run = await scene.checked();
      const before = await scene.balances();
      const approve = (): Promise<PayRun> =>
        desks[0].decide.approve(scene.office.leader, run.id, run.hash ?? '', newKey());
      const giveBack = (): Promise<PayRun> =>
        desks[1].decide.returnRun(scene.office.deputy, run.id, 'calculated', '金额待核');
      // Whoever is first in the list has a head start, so both get their chance.
      const { won, refused } = await race(
        (round % 2 === 0 ? [approve, giveBack] : [giveBack, approve]).map((click) => click()),
      );
      expect(won).toHaveLength(1);
      expect(TOO_LATE).toContain(refused[0]);
      const { status } = await scene.run(run.id);
      const approved = status === 'approved';
      expect(status).toBe(approved ? 'approved' : 'calculated');
      expect([await audited(run.id, 'run.approved'), await audited(run.id, 'run.returned')]).toEqual(
        approved ? [1, 0] : [0, 1],
      );
      expect((await scene.balances()).reserved).toBe(before.reserved + (approved ? costOf(run) : 0));
      await scene.cancel(run.id);
      expect(await scene.balances()).toEqual(before);
    }
  });

  test('approve, return and cancel at once, 20 rounds: what happened is one legal sequence, each step audited once', async () => {
    for (let round = 0; round < 20; round++) {
      const run = await scene.checked();
      const before = await scene.balances();
      const { won, refused } = await race([
        (round % 2 === 0 ? desks[0] : desks[1]).decide.approve(scene.office.leader, run.id, run.hash ?? '', newKey()),
        (round % 2 === 0 ? desks[1] : desks[0]).decide.returnRun(scene.office.deputy, run.id, 'calculated', '金额待核'),
        scene.desk.cancel.cancel(scene.office.finance, run.id, '重复编制'),
      ]);
      const steps = (
        await scene.query<{ step: string }>(
          "SELECT step FROM pay_run_event WHERE run_no = ? AND step IN ('approve', 'return', 'cancel') ORDER BY seq",
          [run.no],
        )
      ).map(({ step }) => step);
      // An approved or returned run may still be cancelled, and nothing follows a cancellation.
      expect([['approve'], ['return'], ['cancel'], ['approve', 'cancel'], ['return', 'cancel']]).toContainEqual(steps);
      expect(won).toHaveLength(steps.length);
      for (const code of refused) expect(TOO_LATE).toContain(code);
      const audits = await scene.count(
        "audit_entry WHERE subject_id = ? AND action IN ('run.approved', 'run.returned', 'run.cancelled')",
        [run.id],
      );
      expect(audits).toBe(steps.length);
      const { status } = await scene.run(run.id);
      expect((await scene.balances()).reserved).toBe(before.reserved + (status === 'approved' ? costOf(run) : 0));
      if (status !== 'cancelled') await scene.cancel(run.id);
    }
  });

  test('an approval whose answer was lost is answered when it is sent again with its key, and reserves once', async () => {
    const run = await scene.checked();
    const before = await scene.balances();
    const key = newKey();
    const approve = (desk: Desk): Promise<PayRun> =>
      desk.decide.approve(scene.office.leader, run.id, run.hash ?? '', key);
    const lives = [COMMIT.before, COMMIT.after].map((moment) => ({ moment, program: new Program() }));
    for (const { moment, program } of lives) {
      await scene.program({ consume: false }, program);
      await program.arm([{ ...moment, nth: 1, signal: 'SIGKILL' }]);
      await expect(approve(deskOf(program))).rejects.toThrow(ProgramGone);
      const done = moment === COMMIT.after;
      expect((await scene.run(run.id)).status).toBe(done ? 'approved' : 'checked');
      expect((await scene.balances()).reserved).toBe(before.reserved + (done ? costOf(run) : 0));
    }
    const answers = await Promise.all([...desks, ...desks].map(approve));
    for (const answer of answers) expect(answer).toMatchObject({ status: 'approved', version: run.version + 1 });
    expect((await scene.balances()).reserved).toBe(before.reserved + costOf(run));
    expect(await audited(run.id, 'run.approved')).toBe(1);
    await scene.cancel(run.id);
  });

  test('twelve runs that together exceed the fund, approved at once: as many as it bears, the others are as they were', async () => {
    const runs: PayRun[] = [];
    for (let month = 1; month <= MONTHS; month++)
      runs.push(await scene.checked(`2023-${String(month).padStart(2, '0')}`));
    const costs = runs.map(costOf).sort((a, b) => b - a);
    const { available } = await scene.balances();
    // Enough for the three dearest and half of another: three are possible whichever come first.
    const left =
      (costs[0] as number) + (costs[1] as number) + (costs[2] as number) + Math.floor((costs.at(-1) as number) / 2);
    const change = { fundId: scene.fundId, documentNo: '演练〔2023〕1号', effectiveOn: '2023-12-31', reason: '演练' };
    await scene.desk.funds.appropriate(scene.office.finance, {
      ...change,
      kind: 'reduction',
      amount: left - available,
      key: newKey(),
    });
    const before = await scene.balances();
    const all = [...desks, scene.desk];
    const approve = (run: PayRun, i: number): Promise<PayRun> =>
      (all[i % all.length] as Desk).decide.approve(scene.office.leader, run.id, run.hash ?? '', newKey());
    const { won, refused } = await race(runs.map(approve));
    expect(refused).toEqual(refused.map(() => 'FUND_SHORT'));
    expect(won.length).toBeGreaterThanOrEqual(3);
    const spent = won.reduce((sum, run) => sum + costOf(run), 0);
    expect(await scene.balances()).toEqual({ ...before, available: left - spent, reserved: before.reserved + spent });
    const losers = runs.filter((run) => !won.some(({ id }) => id === run.id));
    for (const loser of losers) {
      expect(left - spent).toBeLessThan(costOf(loser));
      expect(await scene.run(loser.id)).toEqual(loser);
      expect(await audited(loser.id, 'approval.passed')).toBe(1);
      expect(await scene.count('reservation WHERE run_id = ?', [loser.id])).toBe(0);
    }
    // Nothing of the refusal stays behind: with money each of them is approved.
    await scene.desk.funds.appropriate(scene.office.finance, {
      ...change,
      kind: 'supplement',
      amount: available - left,
      documentNo: '演练〔2023〕2号',
      key: newKey(),
    });
    expect((await race(losers.map(approve))).refused).toEqual([]);
    for (const run of [...runs].reverse()) await scene.cancel(run.id);
    expect(await scene.balances()).toMatchObject({ available, reserved: before.reserved });
  });

  test('a payment sent five times with its key, and twice with others, pays once; killed around its COMMIT it still does', async () => {
    const run = await scene.checked();
    await scene.desk.decide.approve(scene.office.leader, run.id, run.hash ?? '', newKey());
    const settlements = await scene.desk.prepare.run(scene.office.finance, run.id);
    for (const { id } of settlements) await scene.desk.confirm.run(scene.office.finance, id);
    const [first, second] = settlements as [Settlement, Settlement];
    const pay = (desk: Desk, settlement: Settlement, key: string): ReturnType<Desk['pay']['run']> =>
      desk.pay.run(scene.office.cashier, {
        settlementId: settlement.id,
        documentNo: `演练-${key}`,
        paidOn: '2023-01-28',
        key,
      });
    const [key, other, another] = [newKey(), newKey(), newKey()];
    const before = await scene.balances();
    const { won, refused } = await race([
      ...[...desks, ...desks, scene.desk].map((desk) => pay(desk, first, key)),
      pay(desks[0], first, other),
      pay(desks[1], first, another),
    ]);
    expect(new Set(won.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(refused).toEqual(refused.map(() => 'WRONG_STEP'));
    expect(won.length + refused.length).toBe(7);
    expect(await scene.balances()).toMatchObject({
      paid: before.paid + first.total,
      reserved: before.reserved - first.total,
    });

    const last = newKey();
    for (const moment of [COMMIT.before, COMMIT.after]) {
      const program = await scene.program({ consume: false });
      await program.arm([{ ...moment, nth: 1, signal: 'SIGKILL' }]);
      await expect(pay(deskOf(program), second, last)).rejects.toThrow(ProgramGone);
      const rows = await scene.count('payment WHERE settlement_id = ?', [second.id]);
      expect(rows).toBe(moment === COMMIT.after ? 1 : 0);
    }
    const again = await Promise.all(desks.map((desk) => pay(desk, second, last)));
    expect(again[0]).toEqual(again[1]);
    expect(again[0]).toMatchObject({ attempt: 1, amount: second.total, status: 'paid' });
    await expect(
      scene.desk.pay.run(scene.office.cashier, {
        settlementId: second.id,
        documentNo: '另一份',
        paidOn: '2023-01-28',
        key: last,
      }),
    ).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(await scene.count('payment')).toBe(2);
    expect(await scene.run(run.id)).toMatchObject({ status: 'paid' });
    expect(await scene.balances()).toMatchObject({ paid: before.paid + first.total + second.total });
  });
});
