import { approvalEntities } from '@gridstaff/approval';
import { AttendanceBook, attendanceEntities } from '@gridstaff/attendance';
import { auditEntities, AuditReader } from '@gridstaff/audit';
import { calendarEntities, Calendars, defaultCalendarDir, Periods, readCalendarFiles } from '@gridstaff/calendar';
import { type Actor, type Permission, PERMISSIONS } from '@gridstaff/contracts';
import { evaluationEntities, PerformanceBook } from '@gridstaff/evaluation';
import { exchangeEntities, ImportService, ListExportsModule, type ParsedRow } from '@gridstaff/exchange';
import { FundLedger, fundEntities, LoadBudget } from '@gridstaff/fund';
import { Accounts, identityEntities } from '@gridstaff/identity';
import { Chunks, type JobContext, Jobs, jobsEntities, JobsModule } from '@gridstaff/jobs';
import { DomainError, type Id, invariant } from '@gridstaff/kernel';
import { Database, PersistenceModule, UnitOfWork } from '@gridstaff/persistence';
import {
  Agencies,
  Centres,
  checkDigitOf,
  CardChangeList,
  CardChanges,
  rosterEntities,
  RosterLoader,
  type RosterPerson,
  Structure,
  WorkerChanges,
} from '@gridstaff/roster';
import { Ids, JobSettings, ManualClock, projectRoot, RuntimeModule } from '@gridstaff/runtime';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import { createSlipVerifier } from '@gridstaff/verifier';
import { type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  CalculateRun,
  Calculators,
  CancelRun,
  costOf,
  CreateRun,
  DecideRun,
  defaultSchemeFile,
  OwnPayslips,
  type PayRun,
  payrollEntities,
  PayrollModule,
  PreviewPay,
  readSchemeFile,
  Readiness,
  RecheckRun,
  RunClock,
  RunProgress,
  RunProof,
  RunQueries,
  RunTotals,
  Schemes,
  SubmitRun,
} from '.';
import { FinishRun } from './application/finish-run';
import { DeductionsImport } from './application/imports/deductions-import';
import { OpeningImport } from './application/imports/opening-import';
import { PayCalculator } from './application/pay-calculator';
import { RunCalculator } from './application/run-calculator';
import { PayContexts } from './application/pay-contexts';
import { RetroPlans } from './application/retro/retro-plans';
import { RunStore, SlipStore, TaxStore } from './domain';
import { CalculateHandler } from './jobs/calculate-handler';

const ENTITIES = [
  ...[
    ...jobsEntities,
    ...auditEntities,
    ...identityEntities,
    ...approvalEntities,
    ...calendarEntities,
    ...exchangeEntities,
  ],
  ...[...rosterEntities, ...attendanceEntities, ...evaluationEntities, ...fundEntities, ...payrollEntities],
];
const PAY_FUND = '基层社会治理专项';
const SMALL_FUND = '“放管服”改革保障经费专项';
const CHUNK = 7;
/** UnionPay numbers with their check digits. */
const CARDS = ['6228480402564890018', '6222020200112230012'];
const byWorker = { field: 'workerNo', descending: false, limit: 100 } as const;
const newest = { field: 'runNo', descending: true, limit: 10 } as const;
const ALL = Object.keys(PERMISSIONS) as Permission[];

/** The program with its own database, as an office has it. */
class House {
  centres = 0;

  private constructor(
    readonly app: INestApplicationContext,
    readonly clock: ManualClock,
    private readonly dispose: () => Promise<void>,
  ) {}

  static async open(consume: boolean): Promise<House> {
    const { url, dispose } = await createTestUrl();
    const clock = new ManualClock('2023-01-03T09:00:00+08:00');
    const env = {
      ...{ NODE_ENV: 'test', GRID_LOG_LEVEL: 'silent', DATABASE_URL: url, GRID_CHUNK_SIZE: String(CHUNK) },
      REDIS_URL: testEngine() === 'mysql' ? process.env.TEST_REDIS_URL : undefined,
    };
    const app = await Test.createTestingModule({
      imports: [
        RuntimeModule.from({ env, clock }),
        PersistenceModule.with(ENTITIES),
        JobsModule.with({ consume }),
        ListExportsModule,
        PayrollModule,
      ],
    }).compile();
    await app.init();
    const house = new House(app, clock, dispose);
    await house.get(Calendars).seed(readCalendarFiles(defaultCalendarDir()));
    return house;
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(token, { strict: false });
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dispose();
  }
}

const idOf = (n: number): string => {
  const first17 = `430204${1970 + (n % 25)}0307${String(n % 1000).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

/** A centre with its budget, agencies, grades and people; evaluation of the months asked for. */
class Office {
  readonly hr: Actor;
  readonly finance: Actor;
  readonly leader: Actor;
  funds = new Map<string, Id>();
  numbers: number[] = [];

  private constructor(
    readonly house: House,
    readonly centreId: Id,
  ) {
    this.hr = this.actor();
    this.finance = this.actor();
    this.leader = this.actor();
  }

  static async open(
    house: House,
    people: number,
    months: readonly string[],
    special: (n: number) => Partial<RosterPerson> = () => ({}),
  ): Promise<Office> {
    house.clock.set('2023-01-03T09:00:00+08:00');
    const no = (house.centres += 1);
    const admin = {
      userId: house.get(Ids).next(),
      personId: house.get(Ids).next(),
      grants: new Map([['*' as const, new Set(ALL)]]),
    };
    const { id } = await house.get(Centres).create(admin, { code: `C${no}`, name: '网格中心', region: '430200' });
    const office = new Office(house, id);
    await office.furnish(no);
    const persons = Array.from({ length: people }, (_, i) => ({ ...person(no * 100 + i, i), ...special(i) }));
    const loaded = await house.get(RosterLoader).load(office.hr, id, persons);
    office.numbers = loaded.people.map((p) => p.no);
    for (const month of months) await office.evaluate(month, office.numbers);
    return office;
  }

  actor(permissions: readonly Permission[] = ALL): Actor {
    const ids = this.house.get(Ids);
    return { userId: ids.next(), personId: ids.next(), grants: new Map([[this.centreId, new Set(permissions)]]) };
  }

  private async furnish(no: number): Promise<void> {
    const { house, centreId, hr } = this;
    const document: unknown = JSON.parse(
      readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'),
    );
    const { funds } = await house.get(LoadBudget).run(hr, { centreId, document, key: `test-budget-${no}` });
    this.funds = new Map(funds.map((f) => [f.name, f.id]));
    const agencies = house.get(Agencies);
    const a1 = await agencies.create(hr, centreId, { code: 'A1', name: '甲派遣公司' });
    const a2 = await agencies.create(hr, centreId, { code: 'A2', name: '乙派遣公司' });
    await agencies.setFee(hr, centreId, a1.id, '2023-01-01', { kind: 'per_head', amount: 6_000 });
    await agencies.setFee(hr, centreId, a2.id, '2023-01-01', { kind: 'rate', rate: '0.015' });
    const structure = house.get(Structure);
    await structure.saveUnits(hr, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'Q1', name: '社区', kind: 'community', parentCode: 'S1' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'Q1' },
    ]);
    await structure.saveGrades(hr, centreId, [
      { code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' },
      {
        code: 'W9',
        name: '片长',
        postCode: 'L',
        base: 500_000,
        post: 200_000,
        performance: 100_000,
        from: '2022-01-01',
      },
    ]);
    await house.get(Schemes).adoptScheme(hr, { centreId, validFrom: '2023-01' });
  }

  async evaluate(period: string, numbers: readonly number[], award = 10_000): Promise<void> {
    const list = numbers.map((workerNo) => ({ workerNo, period, score: null, coefficient: 9_000, award }));
    await this.house.get(PerformanceBook).record(this.hr, this.centreId, list);
  }

  fund(name = PAY_FUND): Id {
    const id = this.funds.get(name);
    invariant(id, `fund ${name}`);
    return id;
  }

  create(
    period: string,
    more: { kind?: 'regular' | 'supplementary'; fund?: string; payDate?: string } = {},
  ): Promise<PayRun> {
    const { kind = 'regular', fund, payDate = `${period}-28` } = more;
    return this.house
      .get(CreateRun)
      .create(this.hr, { centreId: this.centreId, period, kind, payDate, fundId: this.fund(fund) });
  }

  async calculate(run: PayRun, actor = this.hr): Promise<PayRun> {
    const { jobId } = await this.house.get(CalculateRun).calculate(actor, run.id);
    const job = await this.house.get(Jobs).waitFor(jobId as Id, 20_000);
    if (job.state !== 'done') throw job.error ?? new DomainError(job.state);
    return this.run(run);
  }

  run(run: PayRun): Promise<PayRun> {
    return this.house.get(RunQueries).get(this.hr, run.id);
  }

  async submitted(period: string, more: Parameters<Office['create']>[1] = {}): Promise<PayRun> {
    const run = await this.calculate(await this.create(period, more));
    return this.house.get(SubmitRun).submit(this.hr, run.id);
  }

  async approved(period: string): Promise<PayRun> {
    const run = await this.submitted(period);
    await this.house.get(DecideRun).check(this.finance, run.id, run.hash as string);
    return this.house.get(DecideRun).approve(this.leader, run.id, run.hash as string, `test-approve-${run.no}`);
  }

  available(name = PAY_FUND): Promise<number> {
    return this.house
      .get(FundLedger)
      .balances(this.fund(name))
      .then((b) => b.available);
  }

  async count(table: string, run: PayRun): Promise<number> {
    const row = await this.house
      .get(Database)
      .one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE run_no = ?`, [run.no]);
    return Number(row?.n);
  }
}

const person = (id: number, i: number): RosterPerson => ({
  name: `测试${id}`,
  idNumber: idOf(id),
  agency: i % 3 === 0 ? 'A2' : 'A1',
  joinedOn: '2022-05-01',
  gridCode: 'G1',
  gradeCode: i === 1 ? 'W9' : 'W1',
  insuranceBase: 400_000,
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'passed',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe('a pay run', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open(true);
  });
  afterAll(() => house.close());

  it('says beforehand what a month still misses, and then the run finds nothing else', async () => {
    const office = await Office.open(house, 6, [], (n) =>
      n < 2 ? { bankCard: CARDS[0] } : n === 2 ? { bankCard: CARDS[1] } : {},
    );
    const readiness = house.get(Readiness);
    const of = async (period = '2023-01'): Promise<Map<string, object>> => {
      const { items } = await readiness.of(office.hr, { centreId: office.centreId, period, kind: 'regular' });
      return new Map(items.map((item) => [item.check + (item.code ?? ''), item]));
    };
    const before = await of();
    expect(before.get('factsNO_COEFFICIENT')).toMatchObject({ level: 'left_out', count: 6 });
    expect(before.get('attendance')).toMatchObject({ level: 'warn', count: 0 });
    expect(before.get('period')).toMatchObject({ level: 'warn' });
    expect(before.get('cards')).toMatchObject({ level: 'warn', count: 3 });
    expect(before.get('shared_cards')).toMatchObject({
      count: 2,
      who: [{ no: office.numbers[0] }, { no: office.numbers[1] }],
    });

    await office.evaluate('2023-01', office.numbers.slice(0, 5));
    await house.get(AttendanceBook).record(office.hr, office.centreId, {
      absences: [],
      overtime: [{ workerNo: office.numbers[0] as number, period: '2023-01', weekday: 100, restday: 0, holiday: 0 }],
    });
    await house.get(Periods).setCutOff(office.hr, office.centreId, '2023-01', Date.parse('2023-02-01T00:00:00+08:00'));
    const after = await of();
    const [sixth] = [office.numbers[5] as number];
    expect(after.get('factsNO_COEFFICIENT')).toMatchObject({
      count: 1,
      who: [{ no: sixth, name: '测试' + String(house.centres * 100 + 5) }],
    });
    expect(after.get('attendance')).toMatchObject({ level: 'ok', count: 1 });
    expect(after.get('period')).toMatchObject({ level: 'ok' });
    const { exclusions } = await house
      .get(PreviewPay)
      .preview(office.hr, { centreId: office.centreId, period: '2023-01' });
    expect(exclusions.map(({ workerNo, code }) => [workerNo, code])).toEqual([[sixth, 'NO_COEFFICIENT']]);

    // The scheme begins in 2023-01: a month before it cannot be calculated at all, and the list says so instead of failing.
    expect((await of('2022-12')).get('rulesNO_PARAMETERS')).toMatchObject({ level: 'block' });
    await house.get(Periods).lock(office.hr, office.centreId, '2023-01');
    expect((await of()).get('periodPERIOD_LOCKED')).toMatchObject({ level: 'block' });
    const stranger = { ...office.hr, grants: new Map() };
    expect(
      await codeOf(readiness.of(stranger, { centreId: office.centreId, period: '2023-01', kind: 'regular' })),
    ).toBe('NOT_FOUND');
  });

  it('S59: says whose card is another one since the last pay, and whose change still waits for a second person', async () => {
    const office = await Office.open(house, 3, ['2023-01', '2023-02'], (n) => (n < 2 ? { bankCard: CARDS[n] } : {}));
    const [first, , third] = office.numbers as [number, number, number];
    const cards = house.get(CardChanges);
    const of = async (): Promise<Map<string, object>> => {
      const request = { centreId: office.centreId, period: '2023-02', kind: 'regular' } as const;
      return new Map((await house.get(Readiness).of(office.hr, request)).items.map((item) => [item.check, item]));
    };
    await office.approved('2023-01');
    const from = '2023-02-01';
    const target = { centreId: office.centreId, from, bankCard: '8100123456789012' };
    await cards.enter(office.hr, { ...target, workerNo: third });
    await cards.enter(office.hr, { ...target, workerNo: first });
    const waiting = await of();
    expect(waiting.get('waiting_cards')).toMatchObject({ level: 'warn', count: 1, who: [{ no: first }] });
    // The third had no card before: nobody's pay is diverted.
    expect(waiting.has('changed_cards')).toBe(false);
    house.clock.advance(60_000);
    const [change] = await house.get(CardChangeList).open(office.leader, office.centreId);
    await cards.approve(office.leader, {
      ...{ centreId: office.centreId, changeId: change?.id ?? '', hash: change?.hash ?? '' },
    });
    const changed = await of();
    expect(changed.get('changed_cards')).toMatchObject({ level: 'warn', count: 1, who: [{ no: first }] });
    expect(changed.has('waiting_cards')).toBe(false);
  });

  it('goes from draft to closed; every figure ties', async () => {
    const office = await Office.open(house, 30, ['2023-01']);
    const before = await office.available();
    const run = await office.approved('2023-01');
    expect(run).toMatchObject({ status: 'approved', people: 30, excluded: 0, taxMonth: '2023-01', fiscalYear: 2023 });

    const slips = await house.get(RunQueries).slipPageWithLines(office.hr, run.id, 0, 100);
    const agencies = await house.get(RunTotals).totalsByAgency(run.id);
    for (const key of ['gross', 'net', 'tax', 'employeeInsurance', 'employerInsurance', 'fee'] as const) {
      expect(slips.reduce((sum, s) => sum + s.totals[key], 0)).toBe(run[key]);
      expect(agencies.reduce((sum, a) => sum + a[key], 0)).toBe(run[key]);
    }
    for (const { lines, totals } of slips) {
      const of = (kind: string): number => lines.filter((l) => l.kind === kind).reduce((sum, l) => sum + l.amount, 0);
      expect([of('earning'), of('deduction'), of('employer_cost')]).toEqual([
        totals.gross,
        totals.gross - totals.net + totals.receivable,
        costOf(totals) - totals.gross,
      ]);
    }
    // 1,900 + 500 + no whole year yet + 600 × 0.9 + award 100; 片长 5,000 + 2,000 + 1,000 × 0.9 + 100, 3 % above 5,000 and the insurance.
    expect(slips[0]?.totals).toMatchObject({ gross: 304_000, tax: 0 });
    expect(slips[1]?.totals).toMatchObject({ gross: 800_000, employeeInsurance: 42_700, tax: 7_764 });

    expect(agencies.map((a) => a.people).sort()).toEqual([10, 20]);
    const held = await house.get(RunTotals).totalsByFund(run.id);
    expect(held.map((f) => [f.people, f.reservationId !== null]).sort()).toEqual([
      [10, true],
      [20, true],
    ]);
    expect(before - (await office.available())).toBe(costOf(run));

    const progress = house.get(RunProgress);
    expect(await codeOf(progress.markPaid(office.finance, run.id))).toBe('WRONG_STEP');
    await progress.markSettled(office.finance, run.id);
    const own = { centreId: office.centreId, workerNo: office.numbers[0] as number };
    expect(await house.get(OwnPayslips).list(office.hr, own, newest)).toEqual({ rows: [], next: null });
    expect(await codeOf(house.get(OwnPayslips).get(office.hr, own, run.no, 'zh'))).toBe('NOT_FOUND');
    await progress.markPaid(office.finance, run.id);
    expect((await house.get(OwnPayslips).list(office.hr, own, newest)).rows).toMatchObject([
      { run: { no: run.no }, slip: { totals: slips[0]?.totals } },
    ]);
    expect((await house.get(OwnPayslips).get(office.hr, own, run.no, 'zh')).slip).toEqual(slips[0]);
    expect(await codeOf(house.get(CancelRun).cancel(office.hr, run.id, '作废'))).toBe('WRONG_STEP');
    await progress.close(office.finance, run.id);
    const history = await house.get(RunQueries).history(office.hr, run.id);
    expect(history.map((e) => e.step)).toEqual([
      'create',
      'calculate',
      'calculated',
      'submit',
      'check',
      'approve',
      'settle',
      'pay',
      'close',
    ]);
    const audit = await house
      .get(AuditReader)
      .page(office.hr, { scope: office.centreId, subjectType: 'pay_run', subjectId: run.id });
    expect(audit.rows.filter((e) => e.action.startsWith('run.'))).toHaveLength(history.length);
  });

  it('keeps slips that the verifier accepts and that explain themselves', async () => {
    const office = await Office.open(house, 8, ['2023-01']);
    const run = await office.submitted('2023-01');
    const store = house.get(SlipStore);
    const verifier = createSlipVerifier(await store.programs(run.programHash as string));
    for (const slip of await store.slips(run.no, 0, 100)) {
      const lines = await store.lines(run.no, { fromNo: slip.workerNo, toNo: slip.workerNo });
      const derivation = (await store.derivation(run.no, slip.workerNo)) as string;
      expect(verifier.verify({ workerNo: slip.workerNo, lines, totals: slip.totals, derivation })).toEqual([]);
      const explained = await house.get(RunQueries).explain(office.hr, run.no, slip.workerNo, 'zh');
      for (const { itemNo, amount } of lines) expect(explained.find((l) => l.itemNo === itemNo)?.amount).toBe(amount);
    }
  });

  it('can be calculated again from what it stored; a changed input, slip or exclusion shows', async () => {
    const office = await Office.open(house, 8, []);
    const [left, second, third] = office.numbers as [number, number, number];
    await office.evaluate('2023-01', office.numbers.slice(1));
    const run = await office.calculate(await office.create('2023-01'));
    const recheck = house.get(RecheckRun);
    const proof = house.get(RunProof);
    expect(await recheck.recheck(run.id)).toMatchObject({ checked: 7, differing: [] });
    expect(await proof.check(run.id)).toEqual({ workerNos: [], runHashHolds: true });
    const tamper = (sql: string, ...values: (string | number)[]) =>
      house.get(UnitOfWork).run(() => house.get(Database).execute(sql, [...values, run.no]));
    const input = JSON.stringify(await house.get(SlipStore).input(run.no, second)).replace(
      '"award":10000',
      '"award":10001',
    );
    await tamper('UPDATE pay_run_input SET input = ? WHERE worker_no = ? AND run_no = ?', input, second);
    await tamper(
      'UPDATE payslip_line SET amount = amount + 1 WHERE worker_no = ? AND item_no = 1 AND run_no = ?',
      third,
    );
    expect(await recheck.recheck(run.id)).toMatchObject({ checked: 7, differing: [second] });
    expect(await proof.check(run.id)).toEqual({ workerNos: [third], runHashHolds: true });
    await tamper('DELETE FROM pay_exclusion WHERE worker_no = ? AND run_no = ?', left);
    expect((await proof.check(run.id)).runHashHolds).toBe(false);
  });

  it('gives the same hash when calculated again, another when a fact changes, and the preview gives the same slips', async () => {
    const office = await Office.open(house, 16, ['2023-02']);
    house.clock.set('2023-02-20T09:00:00+08:00');
    const first = await office.calculate(await office.create('2023-02'));
    house.clock.advance(60_000);
    const again = await office.calculate(first);
    expect([again.hash, again.calcNo]).toEqual([first.hash, 2]);

    const absence = {
      kind: 'sick' as const,
      leaveKind: null,
      from: '2023-02-06',
      to: '2023-02-11',
      days: 500,
      workerNo: office.numbers[4] as number,
    };
    await house.get(AttendanceBook).record(office.hr, office.centreId, { absences: [absence], overtime: [] });
    house.clock.advance(60_000);
    const changed = await office.calculate(first);
    expect(changed.hash).not.toBe(first.hash);
    expect(changed.gross).toBeLessThan(first.gross);

    const preview = await house.get(PreviewPay).preview(office.hr, { centreId: office.centreId, period: '2023-02' });
    const slips = await house.get(RunQueries).slipPageWithLines(office.hr, first.id, 0, 100);
    expect(preview.slips.map(({ workerNo, net, lines }) => ({ workerNo, net, lines }))).toEqual(
      slips.map(({ workerNo, totals, lines }) => ({ workerNo, net: totals.net, lines })),
    );
    expect(preview.payDate).toBe('2023-02-28');
    expect(
      await codeOf(
        house.get(PreviewPay).preview(office.hr, { centreId: office.centreId, period: '2023-02', workerNo: 999_999 }),
      ),
    ).toBe('NOT_FOUND');
    expect(
      await codeOf(house.get(PreviewPay).preview(office.hr, { centreId: office.centreId, period: '2027-02' })),
    ).toBe('NO_PARAMETERS');
  });

  it('excludes whoever cannot be calculated, pays the others, and a supplementary run pays the rest', async () => {
    const office = await Office.open(house, 15, []);
    const [bad] = office.numbers.splice(3, 1) as [number];
    await office.evaluate('2023-03', office.numbers);
    const run = await office.calculate(await office.create('2023-03'));
    expect([run.people, run.excluded]).toEqual([14, 1]);
    const submit = house.get(SubmitRun);
    expect(await codeOf(submit.submit(office.hr, run.id))).toBe('EXCLUSIONS_OPEN');
    expect(await codeOf(submit.acknowledgeExclusion(office.hr, run.id, bad, ' '))).toBe('REASON_MISSING');
    expect(await codeOf(submit.acknowledgeExclusion(office.hr, run.id, office.numbers[0] as number, '补发'))).toBe(
      'NOT_FOUND',
    );
    await submit.acknowledgeExclusion(office.hr, run.id, bad, '考核未完成，下次补发');
    await submit.submit(office.hr, run.id);
    expect((await house.get(RunQueries).exclusions(office.hr, run.id, byWorker)).rows).toMatchObject([
      { workerNo: bad, code: 'NO_COEFFICIENT', reason: '考核未完成，下次补发' },
    ]);

    await office.evaluate('2023-03', [bad]);
    const rest = await office.calculate(await office.create('2023-03', { kind: 'supplementary' }));
    expect((await house.get(RunQueries).slipPage(office.hr, rest.id, byWorker)).rows.map((s) => s.workerNo)).toEqual([
      bad,
    ]);
    expect(rest.excluded).toBe(0);
  });

  it('a scheme comes back as it was adopted, with what each item is charged to and counts for', async () => {
    const office = await Office.open(house, 1, []);
    const shipped = readSchemeFile(defaultSchemeFile());
    const special = { inInsuranceBase: false, countsForMinimumWage: false, fund: 'AWARDS' };
    const items = shipped.definition.items.map((item) => (item.code === 'award_pay' ? { ...item, ...special } : item));
    const scheme = { ...shipped, definition: { ...shipped.definition, items } };
    const of = { centreId: office.centreId, validFrom: '2023-02' };
    const id = await house.get(Schemes).adoptScheme(office.hr, { ...of, scheme });
    const stored = (await house.get(Schemes).get(id)).definition.items;
    expect(stored).toEqual([...items].sort((a, b) => a.no - b.no));
  });

  it('pays a month at two agencies with two slips, each part once', async () => {
    const office = await Office.open(house, 4, ['2023-03']);
    const [, , moves] = office.numbers as [number, number, number];
    house.clock.set('2023-03-15T09:00:00+08:00');
    const of = { centreId: office.centreId, workerNo: moves };
    await house.get(WorkerChanges).endEngagement(office.hr, { ...of, lastDay: '2023-03-12', endReason: 'left' });
    const again = { ...person(house.centres * 100 + 2, 2), agency: 'A2', joinedOn: '2023-03-13' };
    expect((await house.get(RosterLoader).load(office.hr, office.centreId, [again])).people[0]?.no).toBe(moves);
    house.clock.advance(1000);
    const queries = house.get(RunQueries);
    const regular = await office.submitted('2023-03');
    const second = await queries.slip(office.hr, regular.id, moves);
    const extra = await office.submitted('2023-03', { kind: 'supplementary' });
    expect((await queries.slipPage(office.hr, extra.id, byWorker)).rows.map((s) => s.workerNo)).toEqual([moves]);
    const first = await queries.slip(office.hr, extra.id, moves);
    expect(first.agencyId).not.toBe(second.agencyId);
    const base = [first, second].map((slip) => slip.lines.find((l) => l.itemNo === 1)?.amount ?? 0);
    expect(base).toEqual([66_087, 123_913]);
    expect([first, second].map((s) => s.totals.employeeInsurance > 0)).toEqual([false, true]);
    expect(await office.count('pay_item_claim', extra)).toBe(1);
    // Nothing of the month is left, and no second slip can claim a part once more.
    const nothing = await office.calculate(await office.create('2023-03', { kind: 'supplementary' }));
    expect([nothing.people, nothing.excluded]).toEqual([0, 0]);
    const twice = await office.calculate(await office.create('2023-03'));
    expect(await codeOf(house.get(SubmitRun).submit(office.hr, twice.id))).toBe('ALREADY_CLAIMED');
  });

  it('is approved by nobody who prepared, calculated or is paid by it, in the database too', async () => {
    const office = await Office.open(house, 5, ['2023-01']);
    const installer: Actor = { ...office.actor(), grants: new Map([['*', new Set(ALL)]]) };
    const paid = await house.get(Accounts).create(installer, {
      ...{
        name: `paid${house.centres}`,
        displayName: '在岗人员',
        centreId: office.centreId,
        workerNo: office.numbers[0],
      },
    });
    const colleague = office.actor();
    const run = await office.calculate(await office.create('2023-01'), colleague);
    const { hash } = await house.get(SubmitRun).submit(office.hr, run.id);
    const decide = house.get(DecideRun);
    const worker: Actor = { ...office.actor(), userId: paid.userId, personId: paid.personId };
    for (const actor of [office.hr, colleague, worker]) {
      expect(await codeOf(decide.check(actor, run.id, hash as string))).toBe('SEPARATION_OF_DUTIES');
    }
    expect(await codeOf(decide.check(office.finance, run.id, 'f'.repeat(64)))).toBe('APPROVAL_STALE');
    expect(await codeOf(decide.approve(office.leader, run.id, hash as string, 'key-too-early'))).toBe('WRONG_STEP');
    await decide.check(office.finance, run.id, hash as string, '已核对');
    for (const actor of [office.hr, colleague, worker]) {
      expect(await codeOf(decide.approve(actor, run.id, hash as string, `key-of-${actor.userId}`))).toBe(
        'SEPARATION_OF_DUTIES',
      );
    }
    const late = await house.get(Accounts).create(installer, {
      ...{
        name: `late${house.centres}`,
        displayName: '后绑定账号',
        centreId: office.centreId,
        workerNo: office.numbers[1],
      },
    });
    const linkedLater: Actor = { ...office.actor(), userId: late.userId, personId: late.personId };
    expect(await codeOf(decide.approve(linkedLater, run.id, hash as string, 'key-linked-later'))).toBe(
      'SEPARATION_OF_DUTIES',
    );
    for (const person of [office.hr.personId, colleague.personId]) {
      const forced = house
        .get(UnitOfWork)
        .run(() =>
          house
            .get(Database)
            .execute("UPDATE pay_run SET status = 'approved', approved_person = ? WHERE id = ?", [person, run.id]),
        );
      await expect(forced).rejects.toMatchObject({ code: 'CHECK_VIOLATED' });
    }
    const auditor = office.actor(['run:read']);
    expect(await codeOf(decide.approve(auditor, run.id, hash as string, 'key-auditor-1'))).toBe('FORBIDDEN');
    const outsider: Actor = { ...office.actor(), grants: new Map() };
    expect(await codeOf(house.get(RunQueries).get(outsider, run.id))).toBe('NOT_FOUND');
  });

  it('stays checked when the fund is short, and can be returned', async () => {
    const office = await Office.open(house, 30, ['2023-01']);
    const before = await office.available(SMALL_FUND);
    const run = await office.submitted('2023-01', { fund: SMALL_FUND });
    expect(costOf(run)).toBeGreaterThan(before);
    const decide = house.get(DecideRun);
    await decide.check(office.finance, run.id, run.hash as string);
    expect(await codeOf(decide.approve(office.leader, run.id, run.hash as string, `test-short-${run.no}`))).toBe(
      'FUND_SHORT',
    );
    expect((await office.run(run)).status).toBe('checked');
    expect(await office.available(SMALL_FUND)).toBe(before);
    expect((await house.get(RunTotals).totalsByFund(run.id)).every((f) => f.reservationId === null)).toBe(true);

    expect(await codeOf(decide.returnRun(office.leader, run.id, 'calculated', ' '))).toBe('REASON_MISSING');
    await decide.returnRun(office.leader, run.id, 'submitted', '请再核一次');
    expect(await office.run(run)).toMatchObject({
      status: 'submitted',
      checkedPerson: null,
      submittedPerson: office.hr.personId,
    });
    await decide.returnRun(office.hr, run.id, 'calculated', '资金不足，改用其他资金');
    expect(await office.run(run)).toMatchObject({ status: 'calculated', submittedPerson: null });
    expect(await office.count('pay_item_claim', run)).toBe(0);
    // The way is free for a run of the same month on the right fund.
    await house.get(CancelRun).cancel(office.hr, run.id, '资金不足');
    expect((await office.approved('2023-01')).status).toBe('approved');
  });

  it('pays a month once; cancellation gives claims and money back', async () => {
    const office = await Office.open(house, 9, ['2023-01']);
    const before = await office.available();
    const first = await office.approved('2023-01');
    const second = await office.calculate(await office.create('2023-01'));
    await expect(house.get(SubmitRun).submit(office.hr, second.id)).rejects.toMatchObject({
      code: 'ALREADY_CLAIMED',
      params: { period: '2023-01', run: first.no, people: 9 },
    });
    expect((await office.run(second)).status).toBe('calculated');
    expect(await codeOf(house.get(CancelRun).cancel(office.hr, first.id, ''))).toBe('REASON_MISSING');
    await house.get(CancelRun).cancel(office.hr, first.id, '发错月份');
    expect(await office.available()).toBe(before);
    expect(await office.count('pay_item_claim', first)).toBe(0);
    // Calculated on top of the cancelled one, so its year to date is no longer true.
    expect(await codeOf(house.get(SubmitRun).submit(office.hr, second.id))).toBe('RUN_OUTDATED');
    await office.calculate(second);
    await house.get(SubmitRun).submit(office.hr, second.id);
    expect(await office.count('pay_item_claim', second)).toBe(9);
    const third = {
      centreId: office.centreId,
      period: '2023-01',
      kind: 'regular' as const,
      payDate: '2023-01-28',
      fundId: office.fund(),
    };
    expect(await codeOf(house.get(CreateRun).create(office.hr, { ...third, replacesRunId: second.id }))).toBe(
      'REPLACES_LIVE_RUN',
    );
    const replacing = await house.get(CreateRun).create(office.hr, { ...third, replacesRunId: first.id });
    expect(replacing).toMatchObject({ seq: 3, replacesRunId: first.id });
  });

  it('approves once for one key, however often it is sent', async () => {
    const office = await Office.open(house, 5, ['2023-01']);
    const before = await office.available();
    const run = await office.submitted('2023-01');
    const decide = house.get(DecideRun);
    await decide.check(office.finance, run.id, run.hash as string);
    const approve = (): Promise<PayRun> =>
      decide.approve(office.leader, run.id, run.hash as string, `test-once-${run.no}`);
    const answers = await Promise.all([approve(), approve(), approve(), approve(), approve()]);
    expect(answers.map((a) => a.status)).toEqual(Array(5).fill('approved'));
    expect(before - (await office.available())).toBe(costOf(run));
    expect((await house.get(RunQueries).history(office.hr, run.id)).filter((e) => e.step === 'approve')).toHaveLength(
      1,
    );
    expect(await codeOf(decide.approve(office.leader, run.id, run.hash as string, `test-other-${run.no}`))).toBe(
      'WRONG_STEP',
    );
  });

  it('builds the year to date on earlier runs and keeps them while it counts them', async () => {
    const office = await Office.open(house, 6, ['2023-01', '2023-02']);
    const january = await office.approved('2023-01');
    const february = await office.approved('2023-02');
    const manager = office.numbers[1] as number;
    const input = async (run: PayRun) =>
      (await house.get(SlipStore).input(run.no, manager)) as { tax: { monthsEmployed: number; before: object } };
    const slip = await house.get(RunQueries).slip(office.hr, january.id, manager);
    expect((await input(january)).tax).toMatchObject({ monthsEmployed: 1, before: { income: 0, tax: 0 } });
    expect((await input(february)).tax).toMatchObject({
      monthsEmployed: 2,
      before: { income: 800_000, special: slip.taxAdded.special, tax: slip.totals.tax },
    });
    expect(february.basis).toEqual([{ no: january.no, hash: january.hash }]);
    await expect(house.get(CancelRun).cancel(office.hr, january.id, '作废')).rejects.toMatchObject({
      code: 'LATER_RUN_COUNTS',
      params: { run: january.no, later: february.no },
    });
    expect(await codeOf(office.create('2023-01', { kind: 'supplementary' }))).toBe('PAY_DATE_ORDER');
    await house.get(CancelRun).cancel(office.hr, february.id, '作废');
    await house.get(CancelRun).cancel(office.hr, january.id, '作废');
  });

  it('is refused where calendar, fund year, dates or order do not fit', async () => {
    const office = await Office.open(house, 3, []);
    expect(await codeOf(office.create('2027-01'))).toBe('FUND_YEAR');
    expect(await codeOf(office.create('2023-12', { payDate: '2024-01-10' }))).toBe('FUND_YEAR');
    expect(await codeOf(office.create('2022-12', { payDate: '2023-01-10' }))).toBe('NO_PARAMETERS');
    expect(await codeOf(office.create('2023-05', { payDate: '2023-04-28' }))).toBe('PAY_DATE_RANGE');
    expect(await codeOf(office.create('2023-02', { payDate: '2023-02-29' }))).toBe('NOT_A_DATE');
    const run = await office.create('2023-01');
    expect(await codeOf(house.get(SubmitRun).submit(office.hr, run.id))).toBe('WRONG_STEP');
    const empty = await office.calculate(run);
    expect([empty.people, empty.excluded]).toEqual([0, 3]);
    expect(await codeOf(house.get(SubmitRun).submit(office.hr, run.id))).toBe('RUN_EMPTY');
    await house.get(CancelRun).cancel(office.hr, run.id, '数据未齐');
    expect(await codeOf(house.get(CalculateRun).calculate(office.hr, run.id))).toBe('WRONG_STEP');
  });

  it('pays joiners and leavers of the month, and not those who left before', async () => {
    const office = await Office.open(house, 4, [], (i) => (i === 2 ? { joinedOn: '2023-03-13' } : {}));
    const [stays, , joins, leaves] = office.numbers as [number, number, number, number];
    house.clock.set('2023-03-20T09:00:00+08:00');
    await house.get(WorkerChanges).endEngagement(office.hr, {
      centreId: office.centreId,
      workerNo: leaves,
      lastDay: '2023-03-10',
      endReason: 'left',
    });
    await office.evaluate('2023-03', office.numbers);
    await office.evaluate('2023-04', office.numbers.slice(0, 3));
    const base = async (run: PayRun, no: number): Promise<number | undefined> =>
      (await house.get(RunQueries).slip(office.hr, run.id, no)).lines.find((l) => l.itemNo === 1)?.amount;
    const march = await office.calculate(await office.create('2023-03'));
    // 23 scheduled days: 15 from the 13th on, 8 up to the 10th.
    expect([await base(march, stays), await base(march, joins), await base(march, leaves)]).toEqual([
      190_000, 123_913, 66_087,
    ]);
    const april = await office.calculate(await office.create('2023-04'));
    expect([april.people, april.excluded]).toEqual([3, 0]);
  });

  describe('imports', () => {
    const rows = (sheet: string, ...values: Record<string, string | number>[]): ParsedRow[] =>
      values.map((v, i) => ({ sheet, row: i + 2, values: v }));

    it('take special deductions by worker or ID number, month by month', async () => {
      const office = await Office.open(house, 3, []);
      const [first, second] = office.numbers as [number, number, number];
      const handler = house.get(DeductionsImport);
      const context = { actor: office.hr, centreId: office.centreId, period: '2023-02' };
      const plan = (list: ParsedRow[]) => house.get(UnitOfWork).run(() => handler.plan(context, list));
      const sheet = '专项附加扣除';
      const wrong = await plan(
        rows(
          sheet,
          { workerNo: 999_999 },
          { childEducation: 100 },
          { workerNo: first, housingRent: -1 },
          { workerNo: second },
          { workerNo: second },
          {
            ...{ workerNo: office.numbers[2] as number, mode: '一次扣除6万元', priorGross: 6_000_001, sameUnit: '是' },
          },
        ),
      );
      expect(wrong.errors.map((e) => [e.row, e.column, e.code])).toEqual([
        [2, '工号', 'UNKNOWN_WORKER'],
        [3, '证件号码', 'MISSING_FIELD'],
        [6, '工号', 'DUPLICATE'],
        [7, '计税方式', 'TAX_MODE_EVIDENCE'],
        [4, '累计住房租金', 'NEGATIVE_AMOUNT'],
      ]);
      const good = rows(
        sheet,
        { workerNo: first, childEducation: 200_000, elderlyCare: 100_000 },
        {
          ...{ idNumber: idOf(house.centres * 100 + 1), mode: '一次扣除6万元', priorGross: 6_000_000, sameUnit: '是' },
        },
      );
      const taken = await plan(good);
      expect([taken.created, taken.errors]).toEqual([2, []]);
      await house.get(UnitOfWork).run(() => taken.apply());
      expect(await plan(good)).toMatchObject({ created: 0, changed: 0, same: 2 });
      const facts = await house
        .get(TaxStore)
        .facts(
          { centreId: office.centreId, taxYear: 2023, knownAt: house.clock.millis() },
          { fromNo: first, toNo: second },
        );
      expect(facts.get(first)?.deductions).toEqual([{ month: '2023-02', toDate: 300_000 }]);
      expect(facts.get(second)?.profiles).toMatchObject([{ mode: 'prior_year_60000' }]);
      expect((await house.get(ImportService).template('deductions')).length).toBeGreaterThan(1000);
    });

    it('take opening figures, leave and spent fund together', async () => {
      const office = await Office.open(house, 2, ['2023-03']);
      const [first, second] = office.numbers as [number, number];
      const handler = house.get(OpeningImport);
      const context = { actor: office.hr, centreId: office.centreId };
      const before = await office.available();
      const tax = { taxYear: 2023, throughMonth: 2, months: 2, income: 1_600_000, special: 85_400, tax: 15_528 };
      const list = [
        ...rows('计税期初', { workerNo: second, ...tax }, { workerNo: first, ...tax, months: 3 }),
        ...rows('假期余额', { workerNo: first, year: 2023, days: '5.5' }),
        ...rows(
          '资金已支出',
          { fiscalYear: 2023, fund: PAY_FUND, amount: 272_300_000, spentUntil: '2023-02-28' },
          {
            ...{ fiscalYear: 2023, fund: '无此资金', amount: 1, spentUntil: '2023-02-28' },
          },
        ),
      ];
      const plan = (rowsOf: ParsedRow[]) => house.get(UnitOfWork).run(() => handler.plan(context, rowsOf));
      expect((await plan(list)).errors.map((e) => [e.sheet, e.row, e.code])).toEqual([
        ['计税期初', 3, 'OPENING_MONTHS'],
        ['资金已支出', 3, 'NOT_FOUND'],
      ]);
      const good = await plan(list.filter((row) => row.row === 2));
      expect([good.created, good.errors]).toEqual([3, []]);
      await house.get(UnitOfWork).run(() => good.apply());
      expect(before - (await office.available())).toBe(272_300_000);
      const run = await office.calculate(await office.create('2023-03'));
      const input = (await house.get(SlipStore).input(run.no, second)) as { tax: object };
      expect(input.tax).toMatchObject({
        monthsEmployed: 3,
        before: { income: 1_600_000, special: 85_400, tax: 15_528 },
      });
      expect((await house.get(ImportService).template('opening')).length).toBeGreaterThan(1000);
    });
  });

  it('calculators answer from the packs', async () => {
    const someone: Actor = { userId: '1', personId: '1', grants: new Map([['*', new Set(['calculator:use'])]]) };
    const [answer, refused] = await house.get(Calculators).runFor(
      someone,
      [
        { id: 1, op: 'si_month', input: { wage: '3000', region: '430200', on: '2023-05' } },
        { id: 2, op: 'si_month', input: { wage: '3000', region: '430200', on: '2019-05' } },
      ],
      'en',
    );
    expect(answer?.output).toMatchObject({ base: '3770.00' });
    expect(refused?.error).toMatchObject({ code: 'NO_PARAMETERS' });
  });
});

describe('calculation under faults', () => {
  let house: House;
  let deliveries = 0;

  beforeAll(async () => {
    house = await House.open(false);
  });
  afterAll(() => house.close());

  const handlerWith = (
    parts: { calculator?: PayCalculator; slips?: SlipStore; chunkSize?: number } = {},
  ): CalculateHandler => {
    const settings = Object.assign(new JobSettings(), { chunkSize: parts.chunkSize ?? CHUNK });
    const slips = parts.slips ?? house.get(SlipStore);
    const calculator = parts.calculator ?? house.get(PayCalculator);
    return new CalculateHandler(
      ...([
        house.get(RunStore),
        slips,
        new RunCalculator(house.get(PayContexts), house.get(RetroPlans), calculator, slips),
        house.get(FinishRun),
        house.get(Chunks),
        house.get(UnitOfWork),
        settings,
        house.get(RunClock),
      ] as const),
    );
  };

  /** One delivery of the run's job to a worker, given whether or not another one leads: harsher than the dispatcher. */
  const deliver = async (run: PayRun, handler = handlerWith()): Promise<void> => {
    const jobId = (await house.get(RunStore).get(run.id)).jobId as Id;
    const owner = `worker-${(deliveries += 1)}`;
    const context: JobContext<'payroll.calculate'> = {
      ...{ jobId, name: 'payroll.calculate', payload: { runId: run.id }, centreId: run.centreId },
      ...{ requestedBy: run.preparedBy, owner, assertLead: async () => undefined },
    };
    const write = (sql: string, ...values: string[]) =>
      house.get(UnitOfWork).run(() => house.get(Database).execute(sql, values));
    await write("UPDATE job SET state = 'running' WHERE id = ? AND state = 'queued'", jobId);
    await handler.run(context);
    await write("UPDATE job SET state = 'done' WHERE id = ? AND lease_owner = ?", jobId, owner);
  };

  const begin = async (office: Office, period = '2023-01'): Promise<PayRun> =>
    house.get(CalculateRun).calculate(office.hr, (await office.create(period)).id);

  it('delivered five times at once and once more later: one set of lines, one hash', async () => {
    const office = await Office.open(house, 25, ['2023-01']);
    const run = await begin(office);
    expect(await codeOf(house.get(CalculateRun).calculate(office.hr, run.id))).toBe('CALCULATION_RUNNING');
    await Promise.all([1, 2, 3, 4, 5].map(() => deliver(run)));
    await deliver(run);
    const done = await office.run(run);
    expect([done.status, done.people]).toEqual(['calculated', 25]);
    expect(await office.count('payslip', run)).toBe(25);
    expect(await office.count('pay_run_input', run)).toBe(25);
    const history = await house.get(RunQueries).history(office.hr, run.id);
    expect(history.filter((e) => e.step === 'calculated')).toHaveLength(1);
  });

  it('lets others have the event loop between reading, arithmetic and writing of every chunk', async () => {
    const office = await Office.open(house, 25, ['2023-01']);
    const run = await begin(office);
    let turns = 0;
    const count = (): NodeJS.Immediate => setImmediate(() => ((turns += 1), (next = count())));
    let next = count();
    await deliver(run);
    clearImmediate(next);
    expect((await office.run(run)).status).toBe('calculated');
    expect(turns).toBeGreaterThanOrEqual(3 * Math.ceil(25 / CHUNK));
  });

  it('killed in a chunk, it goes on where it stopped and ends with the same hash', async () => {
    const office = await Office.open(house, 25, ['2023-01']);
    const undisturbed = await begin(office);
    await deliver(undisturbed);
    const expected = (await office.run(undisturbed)).hash;

    const run = await begin(office);
    const slips = house.get(SlipStore);
    let writes = 0;
    const killed = Object.assign(Object.create(slips) as SlipStore, {
      replace: async (...args: Parameters<SlipStore['replace']>) => {
        await slips.replace(...args);
        writes += 1;
        if (writes === 3) throw new Error('killed');
      },
    });
    await expect(deliver(run, handlerWith({ slips: killed }))).rejects.toThrow('killed');
    expect(await office.count('payslip', run)).toBe(2 * CHUNK);
    expect((await office.run(run)).status).toBe('draft');
    await deliver(run);
    expect(await office.run(run)).toMatchObject({ status: 'calculated', people: 25, hash: expected });
    expect(await office.count('payslip', run)).toBe(25);
  });

  it('a worker that sleeps past its lease writes nothing', async () => {
    const office = await Office.open(house, 25, ['2023-01']);
    const run = await begin(office);
    const calculator = house.get(PayCalculator);
    let wake = (): void => undefined;
    const asleep = new Promise<void>((resolve) => (wake = resolve));
    let fellAsleep = (): void => undefined;
    const sleeping = new Promise<void>((resolve) => (fellAsleep = resolve));
    const sleepy = Object.assign(Object.create(calculator) as PayCalculator, {
      calculate: async (...args: Parameters<PayCalculator['calculate']>) => {
        const result = await calculator.calculate(...args);
        fellAsleep();
        await asleep;
        return { ...result, slips: [] };
      },
    });
    const zombie = deliver(run, handlerWith({ calculator: sleepy }));
    await sleeping;
    house.clock.advance(house.get(JobSettings).leaseSeconds * 1000 + 1);
    await deliver(run);
    const done = await office.run(run);
    wake();
    await zombie;
    expect(await office.count('payslip', run)).toBe(25);
    expect(await office.run(run)).toEqual(done);
  });

  it('leaves nothing of an earlier calculation behind', async () => {
    const office = await Office.open(house, 10, ['2023-01']);
    const run = await begin(office);
    await deliver(run);
    house.clock.advance(1000);
    await house.get(WorkerChanges).endEngagement(office.hr, {
      ...{ centreId: office.centreId, workerNo: office.numbers[9] as number, lastDay: '2022-12-31', endReason: 'left' },
    });
    house.clock.advance(1000);
    await house.get(CalculateRun).calculate(office.hr, run.id);
    await deliver(run);
    expect(await office.run(run)).toMatchObject({ people: 9, excluded: 0 });
    expect(await office.count('payslip', run)).toBe(9);
  });

  it('reads a constant number of times per chunk, whatever its size', async () => {
    const office = await Office.open(house, 40, ['2023-01']);
    const calculator = house.get(PayCalculator);
    const run = await begin(office);
    const context = await house.get(PayContexts).open({ ...run, knownAt: run.knownAt as number, basis: [1, 2, 3] });
    const reads = jest.spyOn(house.get(Database), 'query');
    const counts: number[] = [];
    for (const size of [1, 10, 40]) {
      reads.mockClear();
      const { slips } = await calculator.calculate(context, {
        fromNo: office.numbers[0] as number,
        toNo: office.numbers[size - 1] as number,
      });
      expect(slips).toHaveLength(size);
      counts.push(reads.mock.calls.length);
    }
    reads.mockRestore();
    expect(new Set(counts).size).toBe(1);
  });
});
