import { FundLedger, FundReader, LoadBudget } from '@gridstaff/fund';
import { DomainError, type Id, type Period } from '@gridstaff/kernel';
import {
  BonusRecords,
  CancelRun,
  costOf,
  DecideRun,
  PackDesk,
  PayForecast,
  type ReachedCentre,
  FundSplits,
  type FundSplitChange,
  type PayRun,
  readSchemeFile,
  defaultSchemeFile,
  RunQueries,
  RunTotals,
  Schemes,
  SubmitRun,
} from '@gridstaff/payroll';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { type Scenario, VerifyDatabase, WhatIf } from '@gridstaff/reporting';
import { Structure, WorkerChanges } from '@gridstaff/roster';
import { ManualClock, projectRoot } from '@gridstaff/runtime';
import { ConfirmSettlement, PaySettlement, PrepareSettlements, SettlementReader } from '@gridstaff/settlement';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PAY = '基层社会治理专项';
const INFO = '网格信息化建设专项';
const HALL = '“放管服”改革保障经费专项';
const PHONE = '网格通手机套餐资费服务专项';
const stated = (key: string, value: string, from = '2023-01', to = '2024-01'): string =>
  `layer: '430000'\nparameters:\n  ${key}:\n    - { valid_from: ${from}, valid_to: ${to}, source: 湘人社函〔2023〕9号, confidence: confirmed, value: ${value} }\n`;
const byWorker = { field: 'workerNo', descending: false, limit: 100 } as const;

describe('a run that is paid out of several funds', () => {
  let app: INestApplicationContext;
  let close: () => Promise<void>;
  const clock = new ManualClock('2023-01-05T09:00:00+08:00');
  let offices = 0;

  beforeAll(async () => {
    ({ app, close } = await startProduct(clock));
  });
  afterAll(() => close());

  const at = (day: string): void => clock.set(`${day}T09:00:00+08:00`);
  const open = async (people: number): Promise<SmallOffice> => {
    at('2023-01-05');
    return SmallOffice.open(app, `F${(offices += 1)}`, people);
  };
  const codeOf = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'passed',
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );
  const fund = async (office: SmallOffice, name: string, year = 2023): Promise<Id> =>
    (await app.get(FundReader).named(office.centreId, year, name))?.id as Id;
  const share = (office: SmallOffice, ...changes: [number, string, ...[string, number][]][]): Promise<void> =>
    app.get(FundSplits).record(
      office.finance,
      office.centreId,
      changes.map(([workerNo, from, ...shares]): FundSplitChange => ({
        ...{ workerNo, from },
        shares: shares.map(([code, percent]) => ({ fund: code, points: percent * 100 })),
      })),
    );
  const balances = async (office: SmallOffice, name: string) => app.get(FundLedger).balances(await fund(office, name));
  const parts = async (office: SmallOffice, run: PayRun): Promise<Record<string, [number, number, boolean]>> =>
    Object.fromEntries(
      (await app.get(RunQueries).funds(office.hr, run.id)).map((f) => [
        f.fundName,
        [f.people, f.cost, f.reservationId !== null],
      ]),
    );
  const partsOf = async (run: PayRun, workerNo: number): Promise<Record<string, number>> => {
    const sql =
      'SELECT f.name, p.amount FROM payslip_fund p JOIN fund f ON f.id = p.fund_id WHERE p.run_no = ? AND p.worker_no = ?';
    const rows = await app.get(Database).query<{ name: string; amount: number }>(sql, [run.no, workerNo]);
    return Object.fromEntries(rows.map((row) => [row.name, Number(row.amount)]));
  };
  const costOfSlip = async (office: SmallOffice, run: PayRun, workerNo: number): Promise<number> =>
    costOf((await app.get(RunQueries).slip(office.hr, run.id, workerNo)).totals);
  const calculated = async (office: SmallOffice, period: Period): Promise<PayRun> => {
    await office.evaluate(period);
    clock.advance(1000);
    return office.calculate(await office.create(period));
  };
  const violations = async (office: SmallOffice): Promise<unknown[]> =>
    (await app.get(VerifyDatabase).execute(office.finance, office.centreId)).violations;

  it('reserves, settles, pays and ties per fund, to the fen', async () => {
    const office = await open(3);
    const [whole, changing, plain] = office.numbers as [number, number, number];
    await share(office, [whole, '2022-05-01', [PAY, 60], [INFO, 40]], [changing, '2023-01-11', [INFO, 100]]);
    at('2023-01-26');
    const run = await calculated(office, '2023-01');
    const [a, b, c] = [
      await costOfSlip(office, run, whole),
      await costOfSlip(office, run, changing),
      await costOfSlip(office, run, plain),
    ];
    const info = Math.round(a * 0.4);
    expect(await partsOf(run, whole)).toEqual({ [INFO]: info, [PAY]: a - info });
    // Ten days of January for the fund of the run, twenty-one for the other.
    const later = Math.round((b * 21) / 31);
    expect(await partsOf(run, changing)).toEqual({ [INFO]: later, [PAY]: b - later });
    expect(await partsOf(run, plain)).toEqual({});
    expect(await parts(office, run)).toEqual({
      [INFO]: [2, info + later, false],
      [PAY]: [3, a - info + b - later + c, false],
    });
    await office.approve(run);
    expect([(await balances(office, INFO)).reserved, (await balances(office, PAY)).reserved]).toEqual([
      info + later,
      costOf(run) - info - later,
    ]);
    const [settlement] = await app.get(PrepareSettlements).run(office.finance, run.id);
    const { id, funds } = settlement as NonNullable<typeof settlement>;
    expect(funds.map((f) => f.amount).reduce((x, y) => x + y)).toBe(costOf(run));
    await app.get(ConfirmSettlement).run(office.finance, id);
    const pay = (documentNo: string, more: object = {}) =>
      app.get(PaySettlement).run(office.cashier, {
        settlementId: id,
        documentNo,
        paidOn: '2023-01-28',
        key: `${office.centreId}-${documentNo}`,
        ...more,
      });
    await expect(pay('D0')).rejects.toMatchObject({ code: 'PAYMENT_NAMES_FUND' });
    const fundId = await fund(office, INFO);
    expect(await codeOf(pay('D1', { fundId, amount: info + later + 1 }))).toBe('PAYMENT_EXCEEDS_SETTLEMENT');
    expect(await codeOf(pay('D2', { fundId: await fund(office, HALL) }))).toBe('NOT_FOUND');
    expect(await pay('D3', { fundId, amount: 100 })).toMatchObject({ amount: 100, status: 'confirmed' });
    // The fund's last payment: what it was not asked for returns to it.
    expect(await pay('D4', { fundId, amount: info + later - 150, final: true, reason: '核减' })).toMatchObject({
      status: 'confirmed',
    });
    expect(await codeOf(pay('D5', { fundId, amount: 1 }))).toBe('PAYMENT_EXCEEDS_SETTLEMENT');
    // One fund is left, so it need not be named.
    expect(await pay('D6')).toMatchObject({
      fundId: await fund(office, PAY),
      amount: costOf(run) - info - later,
      status: 'paid',
    });
    expect(await balances(office, INFO)).toMatchObject({ reserved: 0, paid: info + later - 50 });
    expect(await balances(office, PAY)).toMatchObject({ reserved: 0, paid: costOf(run) - info - later });
    expect((await app.get(RunQueries).get(office.hr, run.id)).status).toBe('paid');
    const detail = await app.get(SettlementReader).get(office.finance, id);
    expect(detail.funds.map((f) => [f.name, f.paid, f.ended]).sort()).toEqual(
      [
        [PAY, costOf(run) - info - later, true],
        [INFO, info + later - 50, true],
      ].sort(),
    );
    expect(await violations(office)).toEqual([]);
    // Each way in which the parts could cease to tie is found.
    for (const [sql, code] of [
      ['UPDATE payslip_fund SET amount = amount + 1 WHERE run_no = ? AND worker_no = ?', 'SLIP_FUNDS'],
      ['UPDATE pay_run_fund SET cost = cost + 1 WHERE run_no = ? AND people = 2 + 0 * ?', 'RUN_FUND_TOTAL'],
      [
        'UPDATE settlement_fund SET paid_fen = paid_fen - 1 WHERE paid_fen > 0 AND settlement_id IN (SELECT id FROM settlement WHERE run_no = ? AND 0 < ?)',
        'SETTLEMENT_FUND_PAID',
      ],
    ] as const) {
      const change = (text: string) => app.get(UnitOfWork).run(() => app.get(Database).execute(text, [run.no, whole]));
      await change(sql);
      expect(JSON.stringify(await violations(office))).toContain(code);
      const back = sql.includes('+ 1') ? sql.replace('+ 1', '- 1') : sql.replace('- 1', '+ 1');
      await change(back);
      expect(await violations(office)).toEqual([]);
    }
  });

  it('is refused with the fund named when any one is short, and holds nothing of the others; cancelled, it gives all of them back', async () => {
    const office = await open(40);
    await share(
      office,
      ...office.numbers.map((no): [number, string, ...[string, number][]] => [
        no,
        '2023-01-01',
        [HALL, 70],
        [PAY, 20],
        [PHONE, 10],
      ]),
    );
    at('2023-01-26');
    const run = await calculated(office, '2023-01');
    // 70 % of forty people are more than the 100,000 of the line.
    const hash = run.hash ?? '';
    await app.get(SubmitRun).submit(office.hr, run.id);
    await app.get(DecideRun).check(office.finance, run.id, hash);
    const approve = (key: string) =>
      app.get(DecideRun).approve(office.leader, run.id, hash, `${office.centreId}-${key}`);
    await expect(approve('short')).rejects.toMatchObject({ code: 'FUND_SHORT', params: { fund: HALL } });
    for (const name of [PAY, HALL, PHONE]) expect((await balances(office, name)).reserved).toBe(0);
    expect((await app.get(RunTotals).totalsByFund(run.id)).every((f) => f.reservationId === null)).toBe(true);
    await app.get(DecideRun).returnRun(office.leader, run.id, 'calculated', '资金不足');
    // What is recorded now counts for what is calculated from now on.
    clock.advance(1000);
    await share(
      office,
      ...office.numbers.map((no): [number, string, ...[string, number][]] => [
        no,
        '2023-01-01',
        [HALL, 33],
        [PAY, 34],
        [PHONE, 33],
      ]),
    );
    clock.advance(1000);
    const again = await office.calculate(run);
    await office.approve(again);
    const reserved = await Promise.all([PAY, HALL, PHONE].map(async (name) => (await balances(office, name)).reserved));
    expect(reserved.every((amount) => amount > 0)).toBe(true);
    expect(reserved.reduce((x, y) => x + y)).toBe(costOf(again));
    expect(await violations(office)).toEqual([]);
    await app.get(CancelRun).cancel(office.hr, run.id, '作废重算');
    for (const name of [PAY, HALL, PHONE]) expect((await balances(office, name)).reserved).toBe(0);
    expect(await violations(office)).toEqual([]);
  });

  it('approves runs that share funds at the same moment without waiting for each other in a circle', async () => {
    const office = await open(12);
    const [first, second] = [office.numbers.slice(0, 6), office.numbers.slice(6)];
    await share(
      office,
      ...first.map((no): [number, string, ...[string, number][]] => [no, '2023-01-01', [PAY, 50], [INFO, 50]]),
      ...second.map((no): [number, string, ...[string, number][]] => [no, '2023-01-01', [INFO, 50], [PHONE, 50]]),
    );
    at('2023-01-26');
    const checked = async (run: PayRun): Promise<PayRun> => {
      await app.get(SubmitRun).submit(office.hr, run.id);
      return app.get(DecideRun).check(office.finance, run.id, run.hash ?? '');
    };
    const january = await checked(await calculated(office, '2023-01'));
    await app.get(BonusRecords).record(
      ...([office.hr, office.centreId, '2023-01'] as const),
      office.numbers.map((workerNo) => ({ workerNo, amount: 100_000, method: 'together' as const })),
    );
    clock.advance(1000);
    const bonus = await checked(
      await office.calculate(await office.create('2023-01', await fund(office, PHONE), { kind: 'bonus' })),
    );
    const approve = ({ id, hash }: PayRun) =>
      codeOf(app.get(DecideRun).approve(office.leader, id, hash ?? '', `approve-${id}`));
    expect(await Promise.all([january, bonus, january, bonus].map(approve))).toEqual([
      'passed',
      'passed',
      'passed',
      'passed',
    ]);
    expect(await parts(office, bonus)).toEqual({
      [PAY]: [6, 300_000, true],
      [INFO]: [12, 600_000, true],
      [PHONE]: [6, 300_000, true],
    });
    const reserved = await Promise.all([PAY, INFO, PHONE].map(async (name) => (await balances(office, name)).reserved));
    expect(reserved.reduce((x, y) => x + y)).toBe(costOf(january) + costOf(bonus));
    expect(await violations(office)).toEqual([]);
    const cancel = ({ id }: PayRun) => codeOf(app.get(CancelRun).cancel(office.hr, id, '作废'));
    expect(await cancel(bonus)).toBe('passed');
    expect(await cancel(january)).toBe('passed');
    for (const name of [PAY, INFO, PHONE]) expect((await balances(office, name)).reserved).toBe(0);
    expect(await violations(office)).toEqual([]);
  });

  it('charges an item with a fund of its own there, whatever the worker’s split', async () => {
    const office = await open(2);
    const [someone, other] = office.numbers as [number, number];
    const { nameZh, nameEn, definition } = readSchemeFile(defaultSchemeFile());
    const items = definition.items.map((item) => (item.no === 2 ? { ...item, fund: PHONE } : item));
    const adopt = (code: string) =>
      app.get(Schemes).adoptScheme(office.hr, {
        centreId: office.centreId,
        validFrom: '2023-01',
        scheme: {
          nameZh,
          nameEn,
          definition: { ...definition, items: items.map((i) => (i.fund ? { ...i, fund: code } : i)) },
        },
      });
    clock.advance(1000);
    await adopt('没有的资金');
    await office.evaluate('2023-01');
    clock.advance(1000);
    expect(await codeOf(office.create('2023-01'))).toBe('FUND_NOT_IN_YEAR');
    clock.advance(1000);
    await adopt(PHONE);
    await share(office, [someone, '2023-01-01', [INFO, 100]]);
    at('2023-01-26');
    const run = await calculated(office, '2023-01');
    const [a, b] = [await costOfSlip(office, run, someone), await costOfSlip(office, run, other)];
    // Post pay of 300.00.
    expect(await partsOf(run, someone)).toEqual({ [PHONE]: 30_000, [INFO]: a - 30_000 });
    expect(await partsOf(run, other)).toEqual({ [PHONE]: 30_000, [PAY]: b - 30_000 });
    await office.approve(run);
    expect(await violations(office)).toEqual([]);
  });

  it('charges differences to the funds of their original month', async () => {
    const office = await open(2);
    const [someone, other] = office.numbers as [number, number];
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
    await share(office, [someone, '2023-01-01', [INFO, 100]], [other, '2023-01-01', [INFO, 50], [PAY, 50]]);
    clock.advance(1000);
    await share(office, [someone, '2023-02-01', [PAY, 100]]);
    at('2023-01-26');
    await office.month('2023-01');
    at('2023-02-10');
    for (const workerNo of [someone, other])
      await app
        .get(WorkerChanges)
        .changeGrade(office.hr, { centreId: office.centreId, workerNo, from: '2023-01-01', gradeCode: 'W2' });
    at('2023-02-26');
    const february = await calculated(office, '2023-02');
    const delta = 65_000 + 10_000 + 13_500;
    expect(await partsOf(february, someone)).toEqual({
      [INFO]: delta,
      [PAY]: (await costOfSlip(office, february, someone)) - delta,
    });
    const cost = await costOfSlip(office, february, other);
    // Two sums, each shared by itself: the month's own cost and the difference.
    const half = Math.ceil((cost - delta) / 2) + delta / 2;
    const shares = await partsOf(february, other);
    expect(Object.values(shares).reduce((x, y) => x + y)).toBe(cost);
    expect([half, cost - half]).toContain(shares[INFO]);
    await office.approve(february);
    expect(await violations(office)).toEqual([]);
  });

  it('keeps what comes back to a fund as a credit, until the fund has something to pay the agency again', async () => {
    const office = await open(2);
    const [someone] = office.numbers as [number];
    await app
      .get(Structure)
      .saveGrades(office.hr, office.centreId, [
        {
          code: 'W0',
          name: '见习',
          postCode: 'W',
          base: 190_000,
          post: 30_000,
          performance: 45_000,
          from: '2022-01-01',
        },
      ]);
    await share(office, [someone, '2023-01-01', [INFO, 100]]);
    clock.advance(1000);
    await share(office, [someone, '2023-02-01', [PAY, 100]]);
    clock.advance(1000);
    await share(office, [someone, '2023-03-01', [INFO, 50], [PAY, 50]]);
    const info = await fund(office, INFO);
    const payAll = async (run: PayRun): Promise<void> => {
      await office.approve(run);
      await office.pay(run);
    };
    at('2023-01-26');
    await payAll(await calculated(office, '2023-01'));
    at('2023-02-10');
    await app
      .get(WorkerChanges)
      .changeGrade(office.hr, { centreId: office.centreId, workerNo: someone, from: '2023-01-01', gradeCode: 'W0' });
    at('2023-02-26');
    const february = await calculated(office, '2023-02');
    const of = async (run: PayRun) =>
      (await app.get(RunTotals).totalsByFund(run.id))
        .map((f) => [f.fundId === info ? INFO : PAY, f.cost, f.due])
        .sort();
    // Fifty a month too much in January, which the information line bore: it has nothing else to pay in February.
    expect(await of(february)).toEqual(
      [
        [PAY, costOf(february) + 5_000, costOf(february)],
        [INFO, -5_000, 0],
      ].sort(),
    );
    await payAll(february);
    expect(await violations(office)).toEqual([]);
    at('2023-03-26');
    const march = await calculated(office, '2023-03');
    const half = (await partsOf(march, someone))[INFO] as number;
    expect(await of(march)).toEqual(
      [
        [PAY, costOf(march) - half, costOf(march) - half + 5_000],
        [INFO, half, half - 5_000],
      ].sort(),
    );
    await payAll(march);
    // Over the three months each fund has paid what it bears.
    const borne = await app
      .get(Database)
      .query<{ fund_id: string; cost: number; carried: number }>(
        'SELECT p.fund_id, SUM(p.cost) AS cost, SUM(p.carried) AS carried FROM pay_run_fund p JOIN pay_run r ON r.no = p.run_no WHERE r.centre_id = ? GROUP BY p.fund_id',
        [office.centreId],
      );
    expect(borne.map((b) => Number(b.carried))).toEqual([0, 0]);
    for (const { fund_id: fundId, cost } of borne)
      expect(await app.get(FundLedger).balances(fundId)).toMatchObject({ paid: Number(cost), reserved: 0 });
    expect(await violations(office)).toEqual([]);
  });

  it('forecasts, and tells what a pack would cost, per fund', async () => {
    const office = await open(4);
    const [someone] = office.numbers as [number];
    await share(office, [someone, '2023-01-01', [INFO, 100]]);
    at('2023-01-26');
    const run = await calculated(office, '2023-01');
    await office.approve(run);
    at('2023-02-10');
    const ask = (scenario: Scenario) =>
      app.get(WhatIf).calculate(office.finance, { centreId: office.centreId, fundId: office.fundId, scenario });
    const answer = await ask({ raise: { percent: '10', from: '2023-02' } });
    const [own, other, ...rest] = answer.funds;
    expect([own?.name, other?.name, rest]).toEqual([PAY, INFO, []]);
    expect((own?.now ?? 0) + (other?.now ?? 0)).toBe(answer.now.total);
    expect((own?.then ?? 0) + (other?.then ?? 0)).toBe(answer.then.total);
    const { byWorker } = await app
      .get(PayForecast)
      .costToYearEnd(office.hr, { centreId: office.centreId, from: '2023-02' });
    expect(other?.now).toBe(byWorker.get(someone));
    expect(other?.leftNow).toBe((await balances(office, INFO)).available - (byWorker.get(someone) ?? 0));
    expect(answer.fund).toMatchObject({ leftNow: own?.leftNow, leftThen: own?.leftThen });
    const effect = await app.get(PackDesk).effect(office.finance, stated('insurance.floor', "'3870'"));
    const { funds, periods } = effect.centres.find((c) => c.centreId === office.centreId) as ReachedCentre;
    const counted = periods.filter((p) => p.state !== 'ahead').reduce((sum, p) => sum + p.difference.cost, 0);
    expect(funds.map((f) => f.name).sort()).toEqual([INFO, PAY].sort());
    expect(funds.reduce((sum, f) => sum + f.difference, 0)).toBe(counted);
    const alone = (name: string): number => funds.find((f) => f.name === name)?.difference ?? 0;
    expect(alone(INFO)).toBeGreaterThan(0);
    expect(alone(PAY)).toBe(3 * alone(INFO));
  });

  it('leaves out whoever’s split names a fund that the year of the pay day does not have, and no one else', async () => {
    const office = await open(2);
    const [someone] = office.numbers as [number];
    const document = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8')) as {
      projects: { name: string }[];
    };
    const projects = document.projects.map((p) => (p.name === INFO ? { ...p, name: '网格信息化' } : p));
    const next = { ...document, projects, fiscalYear: 2024 };
    await app
      .get(LoadBudget)
      .run(office.finance, { centreId: office.centreId, document: next, key: `next-${office.centreId}` });
    await share(office, [someone, '2023-01-01', [INFO, 25], [PAY, 75]]);
    at('2024-01-05');
    await office.evaluate('2023-12');
    clock.advance(1000);
    const run = await office.calculate(
      await office.create('2023-12', await fund(office, PAY, 2024), { payDate: '2024-01-10' }),
    );
    const left = await app.get(RunQueries).exclusions(office.hr, run.id, byWorker);
    expect(left.rows.map((x) => [x.workerNo, x.code, x.params])).toEqual([
      [someone, 'FUND_NOT_IN_YEAR', { code: INFO, year: 2024 }],
    ]);
    expect(run.people).toBe(1);
  });

  it('refuses splits that cannot be charged, and tells what holds when', async () => {
    const office = await open(2);
    const [someone, other] = office.numbers as [number, number];
    const code = (...change: [number, string, ...[string, number][]]): Promise<string> => codeOf(share(office, change));
    expect(await code(someone, '2023-01-01', [PAY, 60], [INFO, 39.99])).toBe('FUND_SPLIT_SUM');
    expect(await code(someone, '2023-01-01', [PAY, 50], [PAY, 50])).toBe('FUND_SPLIT_TWICE');
    expect(await code(someone, '2023-01-01', ['没有的资金', 100])).toBe('FUND_NOT_IN_YEAR');
    expect(await code(someone, '2023-01-01', ['三公经费', 100])).toBe('FUND_ZERO_LINE');
    expect(await code(someone, '2023-02-30', [PAY, 100])).toBe('NOT_A_DATE');
    expect(await code(999_999, '2023-01-01', [PAY, 100])).toBe('UNKNOWN_WORKER');
    expect(
      await codeOf(
        app
          .get(FundSplits)
          .record({ ...office.hr, grants: new Map([[office.centreId, new Set(['fund:read'])]]) }, office.centreId, [
            { workerNo: someone, from: '2023-01-01', shares: [] },
          ]),
      ),
    ).toBe('FORBIDDEN');
    await share(office, [someone, '2023-06-01', [INFO, 100]], [other, '2023-01-01', [PHONE, 100]]);
    clock.advance(1000);
    await share(office, [someone, '2023-03-01', [INFO, 50], [PAY, 50]]);
    clock.advance(1000);
    await share(office, [someone, '2023-09-01']);
    const pieces = await app.get(FundSplits).of(office.hr, office.centreId, someone);
    // A change reaches to the next one that was known.
    expect(pieces.map((p) => [p.from, p.to, p.shares.map((s) => [s.fund, s.points])])).toEqual([
      [
        '2023-03-01',
        '2023-06-01',
        [
          [INFO, 5_000],
          [PAY, 5_000],
        ],
      ],
      ['2023-06-01', '2023-09-01', [[INFO, 10_000]]],
      ['2023-09-01', '9999-12-31', []],
    ]);
  });
});
