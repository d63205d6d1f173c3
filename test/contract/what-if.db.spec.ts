import { PerformanceBook } from '@gridstaff/evaluation';
import { FundReader } from '@gridstaff/fund';
import {
  type Adopted,
  AdoptChanges,
  type ChangeSet,
  costOf,
  type Forecast,
  type Newcomer,
  PayForecast,
  type PayPreview,
  PreviewPay,
} from '@gridstaff/payroll';
import { Database } from '@gridstaff/persistence';
import { type Scenario, WhatIf, type WhatIfAnswer } from '@gridstaff/reporting';
import { checkDigitOf, RosterLoader, Structure, WorkerChanges } from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct, testEngine } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { createHash } from 'node:crypto';

const PEOPLE = 300;
/** One of them is paid well above the tax threshold. */
const CHIEF = 7;

const newcomer = {
  ...{ agency: 'A1', joinedOn: '2023-05-15', gridCode: 'G1', gradeCode: 'W1', insured: true, insuranceBase: 330_000 },
};

describe('what would be', () => {
  let app: INestApplicationContext;
  let office: SmallOffice;
  let close: () => Promise<void>;
  const no = (i: number): number => office.numbers[i] as number;

  beforeAll(async () => {
    const clock = new ManualClock('2023-01-26T09:00:00+08:00');
    ({ app, close } = await startProduct(clock));
    office = await SmallOffice.open(app, 'D1', PEOPLE);
    const { hr, centreId } = office;
    const chief = {
      code: 'W9',
      name: '片长',
      postCode: 'L',
      base: 900_000,
      post: 300_000,
      performance: 200_000,
      from: '2022-01-01',
    };
    await app.get(Structure).saveGrades(hr, centreId, [chief]);
    await app
      .get(WorkerChanges)
      .changeGrade(hr, { centreId, workerNo: no(CHIEF), from: '2023-01-01', gradeCode: 'W9' });
    await office.evaluate('2023-01');
    await office.approve(await office.calculate(await office.create('2023-01')));
    clock.set('2023-02-20T09:00:00+08:00');
  });

  afterAll(() => close());

  const whatIf = (scenario: Scenario): Promise<WhatIfAnswer> =>
    app.get(WhatIf).calculate(office.hr, { centreId: office.centreId, fundId: office.fundId, scenario });
  const preview = (period: string, changes?: ChangeSet): Promise<PayPreview> =>
    app.get(PreviewPay).preview(office.hr, { centreId: office.centreId, period, changes });

  async function everyTable(): Promise<Record<string, string>> {
    const db = app.get(Database);
    const mysql = testEngine() === 'mysql';
    const sql = mysql
      ? 'SHOW TABLES'
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    const tables = (await db.query<Record<string, string>>(sql)).map((row) => Object.values(row)[0] as string).sort();
    const hashes: Record<string, string> = {};
    for (const table of tables) {
      const rows = (await db.query<Record<string, unknown>>(`SELECT * FROM ${table}`))
        .map((row) => JSON.stringify(row))
        .sort();
      hashes[table] = `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`;
    }
    return hashes;
  }

  it('touches nothing real: every table is as it was, row by row', async () => {
    const before = await everyTable();
    expect(Object.keys(before).length).toBeGreaterThan(30);
    await whatIf({
      raise: { percent: '5', from: '2023-03' },
      hires: { ...newcomer, count: 3 },
      leavers: { count: 2, lastDay: '2023-06-30' },
      leaving: { percent: '0.5', from: '2023-07' },
      base: { amount: 400_000, from: '2023-04' },
      bounds: { from: '2023-07', insuranceFloor: 400_000 },
      item: { code: 'village', nameZh: '驻村补贴', nameEn: 'village allowance', amount: 15_000, from: '2023-07' },
    });
    await preview('2023-02', { workers: [{ kind: 'grade', workerNo: no(0), from: '2023-02-11', gradeCode: 'W9' }] });
    expect(await everyTable()).toEqual(before);
  });

  it('is what it is without a scenario, and starts after the approved month', async () => {
    const answer = await whatIf({});
    expect(answer.from).toBe('2023-02');
    expect(answer.months.map(({ period }) => period)).toEqual(
      Array.from({ length: 11 }, (_, i) => `2023-${String(i + 2).padStart(2, '0')}`),
    );
    expect(answer.then).toEqual(answer.now);
    const [fund] = (await app.get(FundReader).list(office.hr, office.centreId, 2023)).filter(
      ({ id }) => id === office.fundId,
    );
    expect(answer.fund.leftNow).toBe((fund?.balances.available ?? 0) - answer.now.total);
    expect(answer.leftOut).toEqual([]);
  });

  it('raises by hand: 10 % of 1,950 + 300 + 0.9 × 450 for each, tax and insurance of the centre untouched', async () => {
    const answer = await whatIf({ raise: { percent: '10', from: '2023-06', grades: ['W1'] } });
    const each = 19_500 + 3_000 + 4_050;
    for (const { period, difference } of answer.months) {
      const people = period < '2023-06' ? 0 : PEOPLE - 1;
      expect(difference).toEqual({ gross: people * each, employer: 0, fee: 0, total: people * each });
    }
    expect(answer.fund.leftThen).toBe(answer.fund.leftNow - 7 * (PEOPLE - 1) * each);
  });

  it('lets people leave by hand: 1 % of 300 a month, whole people, the rest carried', async () => {
    const answer = await whatIf({ leaving: { percent: '1', from: '2023-02' } });
    expect(answer.months.map(({ then }) => then.people).slice(0, 4)).toEqual([300, 297, 295, 292]);
    // 300 × 1 % = 3; 297 × 1 % = 2.97 → 2; 295 × 1 % + 0.97 = 3.92 → 3; and so on.
    const left = answer.changes.workers?.filter(({ from }) => from === '2023-03-31').length;
    expect(left).toBe(2);
  });

  it('gives, adopted, the same amounts to the fen', async () => {
    const { hr, centreId } = office;
    const scenario: Scenario = {
      raise: { percent: '3.7', from: '2023-02' },
      hires: { ...newcomer, joinedOn: '2023-02-13', count: 1 },
      base: { amount: 391_234, from: '2023-02' },
    };
    const answer = await whatIf(scenario);
    const february = { workerNo: 2_000_000_001, period: '2023-02', coefficient: '0.9', award: 10_000 };
    await office.evaluate('2023-02');
    const changes: ChangeSet = {
      ...answer.changes,
      workers: [
        ...(answer.changes.workers ?? []),
        { kind: 'grade', workerNo: no(3), from: '2023-02-11', gradeCode: 'W9' },
      ],
      months: [february],
    };
    const supposed = await preview('2023-02', changes);
    const forecast = await app.get(PayForecast).costToYearEnd(hr, { centreId, from: '2023-02', changes });

    const grades = await app.get(Structure).grades(hr, centreId);
    await app.get(Structure).saveGrades(
      hr,
      centreId,
      (answer.changes.grades ?? []).map((grade) => ({
        ...(grades.find(({ code }) => code === grade.code) as (typeof grades)[number]),
        ...grade,
      })),
    );
    for (const change of answer.changes.workers ?? []) {
      if (change.kind === 'contribution')
        await app
          .get(WorkerChanges)
          .setContributions(hr, { centreId, workerNo: change.workerNo, from: change.from, patch: change.patch });
    }
    await app.get(WorkerChanges).changeGrade(hr, { centreId, workerNo: no(3), from: '2023-02-11', gradeCode: 'W9' });
    const first17 = '43020419900101001';
    const hired = { ...newcomer, joinedOn: '2023-02-13', name: '新人', idNumber: first17 + checkDigitOf(first17) };
    const { people } = await app.get(RosterLoader).load(hr, centreId, [hired]);
    const workerNo = people[0]?.no as number;
    await app
      .get(PerformanceBook)
      .record(hr, centreId, [{ workerNo, period: '2023-02', score: null, coefficient: 9_000, award: 10_000 }]);

    const real = await preview('2023-02');
    expect(supposed.exclusions).toEqual([]);
    const lines = ({ slips }: PayPreview): unknown => slips.map(({ workerNo: _, ...slip }) => slip);
    expect(lines(supposed)).toEqual(lines(real));
    const afterwards = await app.get(PayForecast).costToYearEnd(hr, { centreId, from: '2023-02' });
    expect(forecast.months).toEqual(afterwards.months);
    expect(forecast.byWorker.get(2_000_000_001)).toBe(afterwards.byWorker.get(workerNo));
  });

  it('forecasts what the runs then give, tax of the year included', async () => {
    const { hr, centreId } = office;
    const forecast = await app.get(PayForecast).costToYearEnd(hr, { centreId, from: '2023-02' });
    const chief = await app.get(PayForecast).costToYearEnd(hr, { centreId, from: '2023-02', workers: [no(CHIEF)] });
    expect(chief.total.total).toBe(forecast.byWorker.get(no(CHIEF)));
    const [february, march] = [await office.calculate(await office.create('2023-02')), await preview('2023-03')];
    expect([forecast.months[0]?.total, forecast.months[0]?.people]).toEqual([costOf(february), february.people]);
    // Nobody is evaluated in March yet: the preview leaves people out, the forecast assumes the last coefficient.
    expect(march.exclusions).toHaveLength(PEOPLE + 1);
    expect(forecast.months[1]?.people).toBe(PEOPLE + 1);
  });

  describe('adopted as a whole', () => {
    const scenario: Scenario = {
      raise: { percent: '2.3', from: '2023-03', grades: ['W1'] },
      hires: { ...newcomer, joinedOn: '2023-03-09', count: 2 },
      leavers: { count: 3, lastDay: '2023-05-31' },
      leaving: { percent: '0.5', from: '2023-08' },
      base: { amount: 402_345, from: '2023-04' },
      item: { code: 'village', nameZh: '驻村补贴', nameEn: 'village allowance', amount: 15_000, from: '2023-06' },
    };
    const newcomers = [2, 3].map((i) => {
      const first17 = `4302041990010100${i}`;
      return { name: `新人${i}`, idNumber: first17 + checkDigitOf(first17) };
    });
    const adopt = (
      { changes }: Pick<WhatIfAnswer, 'changes'>,
      people: readonly Newcomer[] = newcomers,
      actor = office.hr,
    ): Promise<Adopted> =>
      app.get(AdoptChanges).adopt(actor, { centreId: office.centreId, changes, people, reason: '党组会 2023-3' });
    const seen = (answer: WhatIfAnswer): Promise<ChangeSet> =>
      app
        .get(WhatIf)
        .changesSeen(office.hr, { centreId: office.centreId, fundId: office.fundId, scenario }, answer.changesHash);
    const forecast = (changes?: ChangeSet): Promise<Forecast> =>
      app.get(PayForecast).costToYearEnd(office.hr, { centreId: office.centreId, from: '2023-02', changes });

    it('refuses without a trace what cannot be recorded as a whole', async () => {
      const answer = await whatIf(scenario);
      const before = await everyTable();
      const [first, second] = newcomers as [Newcomer, Newcomer];
      // The second one's number is mistyped: the standards and leavers before it are not recorded either.
      const mistyped = {
        ...second,
        idNumber: second.idNumber.slice(0, -1) + (second.idNumber.endsWith('1') ? '2' : '1'),
      };
      await expect(adopt(answer, [first, mistyped])).rejects.toMatchObject({
        code: expect.stringMatching(/^ID_/) as string,
      });
      await expect(adopt(answer, [first])).rejects.toMatchObject({ code: 'SCENARIO_PEOPLE' });
      await expect(adopt({ changes: {} }, [])).rejects.toMatchObject({ code: 'SCENARIO_NOTHING' });
      const bounds = { changes: { parameters: [{ from: '2023-07', insuranceFloor: 400_000 }] } };
      await expect(adopt(bounds, [])).rejects.toMatchObject({ code: 'SCENARIO_NOT_FACTS' });
      const grants = new Map([[office.centreId, new Set(['run:read', 'roster:write', 'roster:read'] as const)]]);
      await expect(adopt(answer, newcomers, { ...office.hr, grants })).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await everyTable()).toEqual(before);
    });

    it('records the very facts of the scenario: the same amounts to the fen, and nothing more to record', async () => {
      const answer = await whatIf(scenario);
      const supposed = await forecast(answer.changes);
      const changes = await seen(answer);
      expect(await adopt({ changes })).toEqual({
        ...{ workers: expect.any(Number) as number, gradeStandards: 1, certificateStandards: 0, agencyFees: 0 },
        ...{ hired: 2, scheme: true },
      });
      const real = await forecast();
      expect(real.months).toEqual(supposed.months);
      expect(real.total).toEqual(supposed.total);
      expect(real.months.map(({ people }) => people)).toEqual(answer.months.map(({ then }) => then.people));
      // What was looked at is not what would be recorded now.
      await expect(seen(answer)).rejects.toMatchObject({ code: 'SCENARIO_STALE' });
    });
  });
});
