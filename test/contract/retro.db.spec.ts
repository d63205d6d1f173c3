import { AttendanceBook } from '@gridstaff/attendance';
import { PerformanceBook } from '@gridstaff/evaluation';
import { addDays, addMonths, DomainError, firstDay, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import {
  CancelRun,
  costOf,
  LateChanges,
  type PayRun,
  PreviewPay,
  RunQueries,
  RunTotals,
  SubmitRun,
} from '@gridstaff/payroll';
import { Database } from '@gridstaff/persistence';
import { VerifyDatabase } from '@gridstaff/reporting';
import { Agencies, RosterLoader, Structure, WorkerChanges } from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';

const PEOPLE = 8;
/** Own pay of the default scheme: neither tax nor differences, bonuses and recovery. */
const FOREIGN = new Set([30, 31, 90, 91, 120, 121, 140, 190, 191, 192, 193, 290, 291, 292]);

/** What does not fit what is known is refused and changes nothing. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}

describe('differences of earlier months', () => {
  let app: INestApplicationContext;
  let close: () => Promise<void>;
  const clock = new ManualClock('2023-01-05T09:00:00+08:00');
  let offices = 0;

  beforeAll(async () => {
    ({ app, close } = await startProduct(clock));
  });
  afterAll(() => close());

  const open = async (): Promise<SmallOffice> => {
    clock.set('2023-01-05T09:00:00+08:00');
    const office = await SmallOffice.open(app, `R${(offices += 1)}`, PEOPLE);
    await app.get(Structure).saveGrades(office.hr, office.centreId, [
      {
        code: 'W2',
        name: '二级',
        postCode: 'W',
        base: 260_000,
        post: 40_000,
        performance: 60_000,
        from: '2022-01-01',
      },
    ]);
    return office;
  };
  const at = (day: string): void => clock.set(`${day}T09:00:00+08:00`);
  const submitted = async (office: SmallOffice, period: Period): Promise<PayRun> => {
    at(`${period}-26`);
    for (const workerNo of office.numbers) {
      const result = { workerNo, period, score: null, coefficient: 9_000, award: 10_000 };
      await app.get(PerformanceBook).record(office.hr, office.centreId, [result]).catch(unlessRefused);
    }
    clock.advance(1000);
    const run = await office.calculate(await office.create(period));
    const byWorker = { field: 'workerNo', descending: false, limit: 100 } as const;
    for (const { workerNo } of (await app.get(RunQueries).exclusions(office.hr, run.id, byWorker)).rows)
      await app.get(SubmitRun).acknowledgeExclusion(office.hr, run.id, workerNo, '全月停职');
    return app.get(SubmitRun).submit(office.hr, run.id);
  };
  const lines = async (office: SmallOffice, run: PayRun, workerNo: number): Promise<Map<number, number>> => {
    const slip = await app.get(RunQueries).slip(office.hr, run.id, workerNo);
    return new Map(slip.lines.map((l) => [l.itemNo, l.amount]));
  };
  const deltas = async (run: PayRun): Promise<{ worker: number; period: string; item: number; amount: number }[]> =>
    (
      await app
        .get(Database)
        .query<Record<string, string | number>>(
          'SELECT worker_no, original_period, item_no, amount FROM retro_delta WHERE run_no = ? ORDER BY worker_no, original_period, item_no',
          [run.no],
        )
    ).map((r) => ({
      worker: Number(r.worker_no),
      period: String(r.original_period),
      item: Number(r.item_no),
      amount: Number(r.amount),
    }));
  const violations = async (office: SmallOffice): Promise<unknown[]> =>
    (await app.get(VerifyDatabase).execute(office.finance, office.centreId)).violations;
  const promote = (office: SmallOffice, workerNo: number, from: string, gradeCode = 'W2') =>
    app.get(WorkerChanges).changeGrade(office.hr, { centreId: office.centreId, workerNo, from, gradeCode });

  it('a promotion backdated three months is paid per original month and taxed in the month of payment', async () => {
    const office = await open();
    const [someone, other] = office.numbers as [number, number];
    for (const period of ['2023-01', '2023-02', '2023-03']) await submitted(office, period);
    at('2023-04-10');
    await promote(office, someone, '2023-02-01');
    const april = await submitted(office, '2023-04');
    expect(await deltas(april)).toEqual(
      ['2023-02', '2023-03'].flatMap((period) => [
        { worker: someone, period, item: 1, amount: 65_000 },
        { worker: someone, period, item: 2, amount: 10_000 },
        // 150 more of performance pay at 0.9
        { worker: someone, period, item: 5, amount: 13_500 },
      ]),
    );
    expect((await lines(office, april, someone)).get(90)).toBe(177_000);
    const slip = await app.get(RunQueries).slip(office.hr, april.id, someone);
    expect(slip.totals.gross).toBe(260_000 + 40_000 + 54_000 + 10_000 + 177_000);
    expect(slip.taxAdded.income).toBe(slip.totals.gross);
    expect((await lines(office, april, other)).has(90)).toBe(false);
    // Nothing changed since: nothing is found again.
    const may = await submitted(office, '2023-05');
    expect(await deltas(may)).toEqual([]);
    // The base run is held while a later one is measured against it.
    await expect(app.get(CancelRun).cancel(office.hr, april.id, '作废')).rejects.toMatchObject({
      code: 'LATER_RUN_COUNTS',
    });
    // Retro of retro: the promotion was one month too early, and is taken back in part.
    at('2023-06-10');
    await promote(office, someone, '2023-02-01', 'W1');
    await promote(office, someone, '2023-03-01');
    const june = await submitted(office, '2023-06');
    expect((await deltas(june)).map((d) => [d.period, d.item, d.amount])).toEqual([
      ['2023-02', 1, -65_000],
      ['2023-02', 2, -10_000],
      ['2023-02', 5, -13_500],
    ]);
    expect((await lines(office, june, someone)).get(90)).toBe(-88_500);
    expect(await violations(office)).toEqual([]);
  });

  it('a leaver is put right by a slip without segments; what exceeds the pay is owed and recovered within the legal limit', async () => {
    const office = await open();
    const [leaver, absent] = office.numbers as [number, number];
    for (const period of ['2023-01', '2023-02']) await submitted(office, period);
    at('2023-03-05');
    const of = { centreId: office.centreId, workerNo: leaver };
    await app.get(WorkerChanges).endEngagement(office.hr, { ...of, lastDay: '2023-02-28', endReason: 'left' });
    const overtime = [{ workerNo: leaver, period: '2023-02', weekday: 800, restday: 0, holiday: 0 }];
    const away = { kind: 'unpaid' as const, leaveKind: null, from: '2023-02-01', to: '2023-03-01', days: 2000 };
    const also = { ...away, from: '2023-01-03', to: '2023-02-01', days: 1800 };
    const absences = [away, also].map((a) => ({ ...a, workerNo: absent }));
    await app.get(AttendanceBook).record(office.hr, office.centreId, { absences, overtime });
    const march = await submitted(office, '2023-03');
    const last = await app.get(RunQueries).slip(office.hr, march.id, leaver);
    expect(last.lines.map((l) => l.itemNo)).toEqual([90, 120]);
    expect(last.totals).toMatchObject({ employeeInsurance: 0, fee: 0 });
    expect(last.totals.gross).toBeGreaterThan(0);
    expect(march.people).toBe(PEOPLE);

    const owing = await app.get(RunQueries).slip(office.hr, march.id, absent);
    expect(owing.totals.net).toBe(0);
    expect(owing.totals.receivable).toBeGreaterThan(0);
    const april = await submitted(office, '2023-04');
    const recovering = await lines(office, april, absent);
    const wage = 195_000 + 30_000 + 40_500 + 10_000;
    const recovered = recovering.get(140) ?? 0;
    expect(recovered).toBeGreaterThan(0);
    expect(recovered).toBeLessThanOrEqual(Math.min(wage * 0.2, owing.totals.receivable));
    expect(await violations(office)).toEqual([]);
  });

  it('somebody entered late, and standards changed late, are found as well', async () => {
    const office = await open();
    const [stays] = office.numbers as [number];
    for (const period of ['2023-01', '2023-02']) await submitted(office, period);
    at('2023-03-05');
    const person = {
      ...{ name: '补录人员', idNumber: '430204198503071239', agency: 'A1', joinedOn: '2023-02-01' },
      ...{ gridCode: 'G1', gradeCode: 'W1', insured: true, insuranceBase: 330_000 },
    };
    const { checkDigitOf } = await import('@gridstaff/roster');
    person.idNumber = person.idNumber.slice(0, 17) + checkDigitOf(person.idNumber.slice(0, 17));
    const { people } = await app.get(RosterLoader).load(office.hr, office.centreId, [person]);
    const late = people[0]?.no ?? 0;
    office.numbers.push(late);
    const results = [{ workerNo: late, period: '2023-02', score: null, coefficient: 9_000, award: 0 }];
    await app.get(PerformanceBook).record(office.hr, office.centreId, results);
    await app.get(Structure).saveGrades(office.hr, office.centreId, [
      {
        code: 'W1',
        name: '一级',
        postCode: 'W',
        base: 200_000,
        post: 30_000,
        performance: 45_000,
        from: '2023-02-01',
      },
    ]);
    const march = await submitted(office, '2023-03');
    const found = await deltas(march);
    expect(found.filter((d) => d.worker === stays)).toEqual([
      { worker: stays, period: '2023-02', item: 1, amount: 5_000 },
    ]);
    expect(found.filter((d) => d.worker === late && d.item === 1)).toMatchObject([
      { period: '2023-02', amount: 200_000 },
    ]);
    // The month is claimed: a supplementary run of it has nobody left to pay.
    const claims = await app
      .get(Database)
      .query('SELECT 1 FROM pay_item_claim WHERE worker_no = ? AND period = ?', [late, '2023-02']);
    expect(claims).toHaveLength(2);
    expect(await violations(office)).toEqual([]);
  });

  it('a fee, a contribution base and the fund of an agency change late: every side and category moves by itself', async () => {
    const office = await open();
    const [member] = office.numbers as [number];
    await submitted(office, '2023-01');
    at('2023-02-05');
    const of = { centreId: office.centreId, workerNo: member };
    const patch = { insuranceBase: 500_000, fundMember: true, fundBase: 500_000 };
    await app.get(WorkerChanges).setContributions(office.hr, { ...of, from: '2023-01-01', patch });
    const [agency] = await app.get(Agencies).list(office.hr, office.centreId);
    await app
      .get(Agencies)
      .setFee(office.hr, office.centreId, agency?.id ?? '', '2023-01-01', { kind: 'per_head', amount: 7_000 });
    const february = await submitted(office, '2023-02');
    const own = await lines(office, february, member);
    // 5,000 instead of 3,770 (the floor): pension 8 %, medical 2 %, unemployment 0.3 % of 1,230; fund 8 % of 1,700; fee 10.
    expect([190, 192, 290, 291, 292].map((item) => own.get(item))).toEqual([
      12_669,
      13_600,
      expect.any(Number),
      13_600,
      1_000,
    ]);
    expect((await lines(office, february, office.numbers[1] as number)).get(292)).toBe(1_000);
    expect(await violations(office)).toEqual([]);
  });

  it('a correction carries only differences of the run it names, and the next regular run finds nothing left', async () => {
    const office = await open();
    const [someone] = office.numbers as [number];
    at('2023-01-26');
    await office.evaluate('2023-01');
    clock.advance(1000);
    const january = await office.calculate(await office.create('2023-01'));
    const correct = (): Promise<PayRun> =>
      office.create('2023-01', office.fundId, { kind: 'correction', correctsRunId: january.id });
    await expect(correct()).rejects.toMatchObject({ code: 'CORRECTS_OPEN_RUN' });
    await expect(office.create('2023-01', office.fundId, { kind: 'correction' })).rejects.toMatchObject({
      code: 'CORRECTION_NAMES_RUN',
    });
    await office.approve(january);
    at('2023-01-29');
    await promote(office, someone, '2023-01-01');
    clock.advance(1000);
    const correction = await office.calculate(await correct());
    expect(correction).toMatchObject({ people: 1, excluded: 0, gross: 88_500, correctsRunId: january.id });
    // Calculated twice before either is submitted: the second one cannot pay it again.
    const twin = await office.calculate(await correct());
    await office.approve(correction);
    await expect(app.get(SubmitRun).submit(office.hr, twin.id)).rejects.toMatchObject({ code: 'RUN_OUTDATED' });
    const nothing = await office.calculate(twin);
    expect(nothing.people).toBe(0);
    const february = await submitted(office, '2023-02');
    expect(await deltas(february)).toEqual([]);
    const slip = await app.get(RunQueries).slip(office.hr, correction.id, someone);
    expect(slip.retro.map((d) => [d.period, d.code, d.amount])).toEqual([
      ['2023-01', 'base', 65_000],
      ['2023-01', 'post', 10_000],
      ['2023-01', 'performance', 13_500],
    ]);
    // What is to come back is nothing an agency can be paid: nothing is reserved, and the next run is paid so much less.
    at('2023-02-27');
    await promote(office, someone, '2023-01-01', 'W1');
    clock.advance(1000);
    const back = await office.calculate(
      await office.create('2023-01', office.fundId, {
        ...{ kind: 'correction', correctsRunId: january.id, payDate: '2023-02-28' },
      }),
    );
    expect(back.gross).toBe(-88_500);
    await office.approve(back);
    const [part] = await app.get(RunTotals).totalsByFund(back.id);
    expect(part).toMatchObject({ cost: -88_500, due: 0, reservationId: null });
    await office.pay(back);
    expect(await violations(office)).toEqual([]);
    const march = await submitted(office, '2023-03');
    const [next] = await app.get(RunTotals).totalsByFund(march.id);
    expect(next).toMatchObject({ cost: costOf(march), due: costOf(march) - 88_500 });
    expect(await violations(office)).toEqual([]);
  });

  it('a late change waits in the inbox: refused it never counts, put off it counts from the open month, undecided it is paid', async () => {
    const office = await open();
    const [refused, later, paid] = office.numbers as [number, number, number];
    await submitted(office, '2023-01');
    const inbox = app.get(LateChanges);
    const of = { centreId: office.centreId };
    const list = async (undecided = false) => (await inbox.list(office.hr, { ...of, undecided })).rows;
    expect(await list()).toEqual([]);
    at('2023-02-06');
    for (const worker of [refused, later, paid]) {
      clock.advance(1000);
      await promote(office, worker, '2023-01-01');
    }
    const away = { kind: 'unpaid' as const, leaveKind: null, from: '2023-01-09', to: '2023-01-10', days: 100 };
    const absences = [{ ...away, workerNo: later }];
    await app.get(AttendanceBook).record(office.hr, office.centreId, { absences, overtime: [] });
    const found = await list();
    expect(found.map((c) => [c.fact.workerNo, c.fact.kind, c.periods])).toEqual([
      [refused, 'grade', ['2023-01']],
      [later, 'grade', ['2023-01']],
      [paid, 'grade', ['2023-01']],
      [later, 'absence', ['2023-01']],
    ]);
    expect(found[0]?.fact.values).toEqual({ gradeCode: 'W2', postCode: 'W' });
    expect(await inbox.undecided(office.centreId)).toBe(4);
    const [first, second, , absence] = found.map((c) => c.fact.id) as [string, string, string, string];
    const decide = (factIds: string[], decision: 'retro' | 'next_month' | 'refuse', reason?: string) =>
      inbox.decide(office.hr, { ...of, factIds, decision, ...(reason !== undefined && { reason }) });
    await expect(decide([first], 'refuse', ' ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await expect(decide([office.centreId], 'retro')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(decide([absence], 'next_month', '下月')).rejects.toMatchObject({ code: 'LATE_NO_LATER_MONTH' });
    await decide([first, absence], 'refuse', '未经批准');
    await decide([second], 'next_month', '二月起执行');
    expect((await list(true)).map((c) => c.fact.workerNo)).toEqual([paid]);

    const february = await submitted(office, '2023-02');
    const base = async (worker: number): Promise<number | undefined> => (await lines(office, february, worker)).get(1);
    expect([await base(refused), await base(later), await base(paid)]).toEqual([195_000, 260_000, 260_000]);
    expect([...new Set((await deltas(february)).map((d) => d.worker))]).toEqual([paid]);
    // Someone relents: what was refused counts from then on, for every month it touches.
    at('2023-03-06');
    await decide([first], 'retro');
    const march = await submitted(office, '2023-03');
    expect((await deltas(march)).filter((d) => d.item === 1)).toEqual([
      { worker: refused, period: '2023-01', item: 1, amount: 65_000 },
      { worker: refused, period: '2023-02', item: 1, amount: 65_000 },
    ]);
    // What never counts, or counts later, stays to be seen.
    expect((await list()).map((c) => [c.fact.workerNo, c.decision?.decision])).toEqual([
      [later, 'next_month'],
      [later, 'refuse'],
    ]);
    expect(await violations(office)).toEqual([]);
  });

  type Change = { worker: number; kind: number; month: number; size: number };
  const change: fc.Arbitrary<Change> = fc.record({
    worker: fc.nat(PEOPLE - 1),
    kind: fc.nat(5),
    month: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 15 }),
  });

  const apply = async (office: SmallOffice, { worker, kind, month, size }: Change): Promise<void> => {
    clock.advance(60_000);
    // Whole months come back from one or two people only: an agency cannot be paid less than nothing.
    const workerNo = office.numbers[kind >= 4 ? kind - 4 : worker] as number;
    const of = { centreId: office.centreId, workerNo };
    const period = `2023-0${month}`;
    const from = addDays(firstDay(period), size);
    const changes = app.get(WorkerChanges);
    try {
      if (kind === 0) await promote(office, workerNo, from, size % 2 === 0 ? 'W2' : 'W1');
      if (kind === 1)
        await changes.setContributions(office.hr, { ...of, from, patch: { insuranceBase: size * 50_000 } });
      if (kind === 2) {
        const { from: first, to } = rangeOfPeriod(period);
        const absence = { kind: 'sick' as const, leaveKind: null, from: first, to, days: size * 100, workerNo };
        await app.get(AttendanceBook).record(office.hr, office.centreId, { absences: [absence], overtime: [] });
      }
      if (kind === 3) {
        const result = { workerNo, period, score: null, coefficient: size * 1_000, award: size * 1_000 };
        await app.get(PerformanceBook).record(office.hr, office.centreId, [result]);
      }
      if (kind === 4)
        await changes.changeStatus(office.hr, { ...of, from, status: size % 2 === 0 ? 'suspended' : 'in_post', statusReason: 'other' });
      if (kind === 5) await changes.endEngagement(office.hr, { ...of, lastDay: from, endReason: 'left' });
    } catch (error) {
      unlessRefused(error);
    }
  };

  /** Everything given for a month by item: slips of its own runs and every later difference. */
  const given = async (office: SmallOffice, period: Period): Promise<Map<string, number>> => {
    const rows = await app.get(Database).query<Record<string, string | number>>(
      `SELECT worker_no, item_no, SUM(amount) AS amount FROM (
         SELECT l.worker_no, l.item_no, l.amount FROM payslip_line l JOIN pay_run r ON r.no = l.run_no WHERE r.centre_id = ? AND r.period = ? AND r.status = 'submitted'
         UNION ALL SELECT d.worker_no, d.item_no, d.amount FROM retro_delta d JOIN pay_run r ON r.no = d.run_no WHERE r.centre_id = ? AND d.original_period = ?
       ) g GROUP BY worker_no, item_no`,
      [office.centreId, period, office.centreId, period],
    );
    const own = rows.filter((r) => !FOREIGN.has(Number(r.item_no)) && Number(r.amount) !== 0);
    return new Map(own.map((r) => [`${r.worker_no} ${r.item_no}`, Number(r.amount)]));
  };

  const directly = async (office: SmallOffice, period: Period): Promise<Map<string, number>> => {
    const { slips, exclusions } = await app.get(PreviewPay).preview(office.hr, { centreId: office.centreId, period });
    expect(exclusions.filter((x) => x.code !== 'ALL_SUSPENDED')).toEqual([]);
    return new Map(
      slips.flatMap(({ workerNo, lines: all }) =>
        all
          .filter((l) => !FOREIGN.has(l.itemNo) && l.amount !== 0)
          .map((l): [string, number] => [`${workerNo} ${l.itemNo}`, l.amount]),
      ),
    );
  };

  it('originals and differences are what a direct calculation with the final facts gives, however often facts change', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        fc.array(change, { maxLength: 8 }),
        async (first, second) => {
          const office = await open();
          for (const period of ['2023-01', '2023-02', '2023-03']) await submitted(office, period);
          for (const [i, changes] of [first, second].entries()) {
            const period = addMonths('2023-04', i);
            at(`${period}-08`);
            for (const one of changes) await apply(office, one);
            await submitted(office, period);
            for (const month of ['2023-01', '2023-02', '2023-03']) {
              expect([...(await given(office, month))].sort()).toEqual([...(await directly(office, month))].sort());
            }
          }
        },
      ),
      { numRuns: 5, seed: 20_231, endOnFailure: true },
    );
  }, 120_000);
});
