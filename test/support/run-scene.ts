import { approvalEntities } from '@gridstaff/approval';
import { attendanceEntities } from '@gridstaff/attendance';
import { auditEntities } from '@gridstaff/audit';
import { calendarEntities, Calendars, defaultCalendarDir, readCalendarFiles } from '@gridstaff/calendar';
import { type Actor, type Permission, PERMISSIONS } from '@gridstaff/contracts';
import { evaluationEntities, PerformanceBook } from '@gridstaff/evaluation';
import { exchangeEntities, type ExportedFile, type ExportRequest, ExportService, ListExportsModule } from '@gridstaff/exchange';
import { fundEntities, LoadBudget } from '@gridstaff/fund';
import { Accounts, identityEntities } from '@gridstaff/identity';
import { Jobs, jobsEntities, JobsModule } from '@gridstaff/jobs';
import { type Id, invariant } from '@gridstaff/kernel';
import { PersistenceModule } from '@gridstaff/persistence';
import {
  CalculateRun,
  CreateRun,
  DecideRun,
  type PayRun,
  payrollEntities,
  RunQueries,
  Schemes,
  type SlipDetail,
  SubmitRun,
  TaxRecords,
} from '@gridstaff/payroll';
import {
  Agencies,
  Centres,
  checkDigitOf,
  rosterEntities,
  RosterLoader,
  type RosterPerson,
  Structure,
} from '@gridstaff/roster';
import { ManualClock, projectRoot, RuntimeModule } from '@gridstaff/runtime';
import { settlementEntities, SettlementModule } from '@gridstaff/settlement';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import { Test, type TestingModule } from '@nestjs/testing';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ENTITIES = [
  ...[...jobsEntities, ...auditEntities, ...identityEntities, ...approvalEntities, ...calendarEntities],
  ...[...exchangeEntities, ...rosterEntities, ...attendanceEntities, ...evaluationEntities, ...fundEntities],
  ...[...payrollEntities, ...settlementEntities],
];
export const ALL = Object.keys(PERMISSIONS) as Permission[];
export const PEOPLE = 9;
/** Which of the people is special: the chief pays tax and has special deductions. */
export const CHIEF = 1;
export const CARDLESS = 4;
export const UNINSURED = 6;

export const idOf = (i: number): string => {
  const first17 = `4302041980030700${i}`;
  return first17 + checkDigitOf(first17);
};

/** With its check digit (Luhn). */
export function cardOf(i: number): string {
  const digits = `62170000290000000${i}`;
  const weighed = [...digits].reverse().map((d, n) => Number(d) * (n % 2 === 0 ? 2 : 1));
  const sum = weighed.reduce((total, n) => total + (n > 9 ? n - 9 : n), 0);
  return digits + ((10 - (sum % 10)) % 10);
}

const person = (i: number): RosterPerson => ({
  ...{ name: `测试${'甲乙丙丁戊己庚辛壬'[i] ?? ''}`, idNumber: idOf(i), joinedOn: '2022-05-01' },
  ...{ agency: i % 3 === 0 ? 'A2' : 'A1', gridCode: i % 2 === 0 ? 'G1' : 'G2', gradeCode: i === CHIEF ? 'W9' : 'W1' },
  ...{ insured: i !== UNINSURED, insuranceBase: i === 2 ? 0 : 500_000 },
  ...(i !== CARDLESS && { bankCard: cardOf(i), bankName: '演示银行' }),
});

/** January of a small centre with two agencies, from the roster to an approved run, on a database of its own. */
export class RunScene {
  centreId: Id = '';
  agencies = new Map<string, Id>();
  numbers: number[] = [];
  private fundId: Id = '';
  private shown: PayRun | undefined;
  private manager: Actor | undefined;
  slips: SlipDetail[] = [];

  private constructor(
    private readonly app: TestingModule,
    readonly clock: ManualClock,
    private readonly dispose: () => Promise<void>,
  ) {}

  static async open(): Promise<RunScene> {
    const { url, dispose } = await createTestUrl();
    const clock = new ManualClock('2023-01-03T09:00:00+08:00');
    const env = {
      ...{ NODE_ENV: 'test', GRID_LOG_LEVEL: 'silent', DATABASE_URL: url },
      REDIS_URL: testEngine() === 'mysql' ? process.env.TEST_REDIS_URL : undefined,
    };
    const modules = [RuntimeModule.from({ env, clock }), PersistenceModule.with(ENTITIES)];
    const app = await Test.createTestingModule({
      imports: [...modules, JobsModule.with({ consume: true }), ListExportsModule, SettlementModule],
    }).compile();
    await app.init();
    const scene = new RunScene(app, clock, dispose);
    await scene.get(Calendars).seed(readCalendarFiles(defaultCalendarDir()));
    await scene.furnish();
    return scene;
  }

  /** With every right in the centre. */
  get hr(): Actor {
    invariant(this.manager, 'the scene is furnished');
    return this.manager;
  }

  get run(): PayRun {
    invariant(this.shown, 'there is a run');
    return this.shown;
  }

  get<T>(token: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(token, { strict: false });
  }

  actor(permissions: readonly Permission[], centre: Id | '*' = this.centreId): Actor {
    return { userId: randomUUID(), personId: randomUUID(), grants: new Map([[centre, new Set(permissions)]]) };
  }

  make(kind: string, more: Partial<ExportRequest> = {}): Promise<ExportedFile> {
    return this.get(ExportService).run(this.hr, { kind, runId: this.run.id, purpose: '测试用途', ...more });
  }

  async calculate(): Promise<void> {
    const { hr, centreId, fundId } = this;
    const request = { centreId, fundId, period: '2023-01', kind: 'regular', payDate: '2023-01-28' } as const;
    const draft = await this.get(CreateRun).create(hr, request);
    const { jobId } = await this.get(CalculateRun).calculate(hr, draft.id);
    const job = await this.get(Jobs).waitFor(jobId as Id, 20_000);
    invariant(job.state === 'done', `calculation ${job.state}`);
    this.shown = await this.get(RunQueries).get(hr, draft.id);
  }

  async approve(): Promise<void> {
    const { id, hash } = await this.get(SubmitRun).submit(this.hr, this.run.id);
    await this.get(DecideRun).check(this.actor(ALL), id, hash as string);
    this.shown = await this.get(DecideRun).approve(this.actor(ALL), id, hash as string, 'test-approve-1');
    this.slips = await this.get(RunQueries).slipPageWithLines(this.hr, id, 0, 100);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.dispose();
  }

  private async furnish(): Promise<void> {
    const admin = this.actor(ALL, '*');
    this.centreId = (await this.get(Centres).create(admin, { code: 'C1', name: '网格中心', region: '430200' })).id;
    const { centreId } = this;
    const { userId, personId } = await this.get(Accounts).create(admin, {
      name: 'hr01',
      displayName: '王人事',
      centreId,
    });
    const hr: Actor = { userId, personId, grants: new Map([[centreId, new Set(ALL)]]) };
    this.manager = hr;
    const document: unknown = JSON.parse(
      readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8'),
    );
    const { funds } = await this.get(LoadBudget).run(hr, { centreId, document, key: 'test-budget-1' });
    this.fundId = funds.find((fund) => fund.name === '基层社会治理专项')?.id ?? '';
    const a1 = await this.get(Agencies).create(hr, centreId, { code: 'A1', name: '甲派遣公司' });
    const a2 = await this.get(Agencies).create(hr, centreId, { code: 'A2', name: '乙派遣公司' });
    this.agencies = new Map([
      ['A1', a1.id],
      ['A2', a2.id],
    ]);
    for (const id of this.agencies.values())
      await this.get(Agencies).setFee(hr, centreId, id, '2023-01-01', { kind: 'per_head', amount: 6_000 });
    await this.get(Structure).saveUnits(hr, centreId, [
      { code: 'S1', name: '东街道', kind: 'street' },
      { code: 'S2', name: '西街道', kind: 'street' },
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'S1' },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'S2' },
    ]);
    const grade = { from: '2022-01-01', postCode: 'W' };
    await this.get(Structure).saveGrades(hr, centreId, [
      { ...grade, code: 'W1', name: '一级', base: 190_000, post: 50_000, performance: 60_000 },
      { ...grade, code: 'W9', name: '片长', base: 700_000, post: 200_000, performance: 100_000 },
    ]);
    await this.get(Schemes).adoptScheme(hr, { centreId, validFrom: '2023-01' });
    const people = Array.from({ length: PEOPLE }, (_, i) => person(i));
    this.numbers = (await this.get(RosterLoader).load(hr, centreId, people)).people.map((p) => p.no);
    const results = this.numbers.map((workerNo) => ({
      workerNo,
      period: '2023-01',
      score: null,
      coefficient: 9_000,
      award: 0,
    }));
    await this.get(PerformanceBook).record(hr, centreId, results);
    const chief = this.numbers[CHIEF] as number;
    await this.get(TaxRecords).recordDeductions(hr, centreId, '2023-01', [
      { workerNo: chief, toDate: 300_000, categories: { childEducation: 100_000, elderlyCare: 200_000 } },
    ]);
    const evidence = { rehire: 'touched', mode: 'prior_year_60000', priorGross: 3_600_000, sameUnitEveryMonth: true } as const;
    await this.get(TaxRecords).recordProfiles(hr, centreId, 2023, [
      { workerNo: this.numbers[0] as number, agencyId: a2.id, ...evidence },
    ]);
  }
}
