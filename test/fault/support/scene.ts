import type { Actor, Role } from '@gridstaff/contracts';
import type { ChangeAppropriation, FundReader, LoadBudget } from '@gridstaff/fund';
import type { Accounts, Actors } from '@gridstaff/identity';
import type { ImportResult, ImportService } from '@gridstaff/exchange';
import { type Id, type Period, periodsBetween } from '@gridstaff/kernel';
import type {
  CalculateRun,
  CancelRun,
  CreateRun,
  DecideRun,
  PayRun,
  RunQueries,
  Schemes,
  SubmitRun,
} from '@gridstaff/payroll';
import { createDataSource } from '@gridstaff/persistence';
import type { VerifyDatabase } from '@gridstaff/reporting';
import type { Agencies, Centres } from '@gridstaff/roster';
import type { ConfirmSettlement, PaySettlement, PrepareSettlements } from '@gridstaff/settlement';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { AGENCIES, type DemoPerson, orgUnits, PeopleGenerator } from '../../../apps/cli/src/demo/people';
import { openingSheets } from '../../../apps/cli/src/demo/opening-rows';
import { SeededRandom } from '../../../apps/cli/src/demo/random';
import { rosterSheets } from '../../../apps/cli/src/demo/roster-rows';
import { killAll, part, Program, type Remote } from './program';
import { until } from './until';

const ROOT = path.resolve(__dirname, '../../..');
const FUND_NAME = '基层社会治理专项';
const YEAR = 2023;
const COEFFICIENTS = ['1', '0.95', '0.9', '0.8', '1.1'];
/** Nobody waits longer than this for anything. */
const DEADLINE_MS = 40_000;

/** Brings `dist/` up to date: the processes under test run the build. */
export const build = (): void =>
  void execFileSync(process.execPath, [path.join(ROOT, 'apps/cli/grid.mjs'), '--build-only'], { stdio: 'ignore' });

const OFFICE = {
  hr: 'hr',
  finance: 'finance',
  leader: 'leader',
  deputy: 'leader',
  cashier: 'finance',
} as const satisfies Record<string, Role>;
type Office = Record<keyof typeof OFFICE, Actor>;

/** The use cases as one process offers them. */
export interface Desk {
  create: Remote<CreateRun>;
  calculate: Remote<CalculateRun>;
  submit: Remote<SubmitRun>;
  decide: Remote<DecideRun>;
  cancel: Remote<CancelRun>;
  runs: Remote<RunQueries>;
  prepare: Remote<PrepareSettlements>;
  confirm: Remote<ConfirmSettlement>;
  pay: Remote<PaySettlement>;
  imports: Remote<ImportService>;
  funds: Remote<ChangeAppropriation>;
}

export const deskOf = (program: Program): Desk => ({
  create: program.remote(part('payroll', 'CreateRun')),
  calculate: program.remote(part('payroll', 'CalculateRun')),
  submit: program.remote(part('payroll', 'SubmitRun')),
  decide: program.remote(part('payroll', 'DecideRun')),
  cancel: program.remote(part('payroll', 'CancelRun')),
  runs: program.remote(part('payroll', 'RunQueries')),
  prepare: program.remote(part('settlement', 'PrepareSettlements')),
  confirm: program.remote(part('settlement', 'ConfirmSettlement')),
  pay: program.remote(part('settlement', 'PaySettlement')),
  imports: program.remote(part('exchange', 'ImportService')),
  funds: program.remote(part('fund', 'ChangeAppropriation')),
});

export interface SceneOptions {
  staff: number;
  /** Months with performance results; the roster begins in January. */
  months?: number;
  env?: Readonly<Record<string, string>>;
  settings?: Readonly<Record<string, string>>;
  /** ISO instant at which the clocks of all processes stand still. */
  now?: string;
  /** The desk works on jobs as well, as the one process of an embedded installation does. */
  deskWorks?: boolean;
}

/** A centre with its office, budget, agencies, scheme and staff on a database of its own, used by as many processes as a test wants. */
export class Scene {
  office: Office;
  system: Actor;
  centreId: Id;
  fundId: Id;
  /** What people use. */
  desk: Desk;
  private readonly keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-keys-'));
  private source: DataSource | undefined;
  private front: Program;

  private constructor(
    readonly url: string,
    private readonly dispose: () => Promise<void>,
    private readonly options: SceneOptions,
  ) {}

  static async open(options: SceneOptions): Promise<Scene> {
    const { url, dispose } = await createTestUrl();
    const scene = new Scene(url, dispose, options);
    try {
      await scene.setUp();
      return scene;
    } catch (error) {
      await scene.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await killAll();
    await this.source?.destroy();
    await this.dispose();
    rmSync(this.keys, { recursive: true, force: true });
  }

  /** Chunks of five people and leases of a second, so that a run has many moments to die at. */
  get settings(): Record<string, string> {
    return {
      NODE_ENV: 'test',
      DATABASE_URL: this.url,
      REDIS_URL: testEngine() === 'mysql' ? (process.env.TEST_REDIS_URL ?? '') : '',
      GRID_KEY_DIR: this.keys,
      GRID_CHUNK_SIZE: '5',
      GRID_JOB_LEASE_SECONDS: '1',
      GRID_JOB_SWEEP_SECONDS: '1',
      ...this.options.settings,
    };
  }

  /** Another process on the same database. */
  async program(options: { consume: boolean }, program = new Program(this.options.env)): Promise<Program> {
    return program.open(this.settings, { ...options, now: this.options.now });
  }

  /** Reads what is committed, past the product. */
  query<T extends object>(sql: string, values: readonly (string | number)[] = []): Promise<T[]> {
    return (this.source as DataSource).query<T[]>(sql, [...values]);
  }

  async count(from: string, values: readonly (string | number)[] = []): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT COUNT(*) AS n FROM ${from}`, values);
    return Number(row?.n);
  }

  newRun(period: Period = `${YEAR}-01`): Promise<PayRun> {
    const { centreId, fundId } = this;
    return this.desk.create.create(this.office.hr, {
      centreId,
      period,
      kind: 'regular',
      payDate: `${period}-28`,
      fundId,
    });
  }

  /** @returns the id of the job that somebody now has to work on */
  async askToCalculate(runId: Id): Promise<Id> {
    return (await this.desk.calculate.calculate(this.office.hr, runId)).jobId as Id;
  }

  /** Waits for the end of the job; the run is calculated then. @throws Error with what the job met */
  async calculated(runId: Id): Promise<PayRun> {
    const { jobId, no } = await this.run(runId);
    const job = async (): Promise<{ state: string; error_code: string | null }[]> =>
      this.query('SELECT state, error_code FROM job WHERE id = ?', [jobId ?? '']);
    await until(
      `the job of run ${no} over`,
      DEADLINE_MS,
      async () => !['queued', 'running'].includes((await job())[0]?.state ?? ''),
    );
    const run = await this.run(runId);
    if (run.status !== 'calculated')
      throw new Error(`run ${no} is ${run.status}, its job ${JSON.stringify(await job())}`);
    return run;
  }

  /** What a run of January holds that nothing disturbs; the run is cancelled afterwards. */
  async undisturbed(): Promise<object> {
    const worker = await this.program({ consume: true });
    const { id } = await this.newRun();
    await deskOf(worker).calculate.calculate(this.office.hr, id);
    const results = await this.results(await this.calculated(id));
    await this.cancel(id);
    await worker.kill();
    return results;
  }

  /** What the run holds, counted and summed past the product: two sets of lines would show. */
  async results(run: Pick<PayRun, 'no' | 'hash'>): Promise<object> {
    const one = async (what: string): Promise<number> =>
      Number((await this.query<{ n: number }>(`SELECT ${what} WHERE run_no = ?`, [run.no]))[0]?.n);
    const slips = await one('COUNT(*) AS n FROM payslip');
    const net = await one('SUM(net) AS n FROM payslip');
    const lines = await one('COUNT(*) AS n FROM payslip_line');
    const amounts = await one('SUM(amount) AS n FROM payslip_line');
    const derivations = await one('COUNT(*) AS n FROM payslip_derivation');
    const steps = await this.query<{ step: string }>('SELECT step FROM pay_run_event WHERE run_no = ? ORDER BY seq', [
      run.no,
    ]);
    return { hash: run.hash, slips, net, lines, amounts, derivations, steps: steps.map(({ step }) => step) };
  }

  /** Calculated by some consuming process, submitted and checked. */
  async checked(period?: Period): Promise<PayRun> {
    const { id } = await this.newRun(period);
    await this.askToCalculate(id);
    await this.calculated(id);
    return this.check(await this.desk.submit.submit(this.office.hr, id));
  }

  check(run: PayRun): Promise<PayRun> {
    return this.desk.decide.check(this.office.finance, run.id, run.hash ?? '');
  }

  run(runId: Id): Promise<PayRun> {
    return this.desk.runs.get(this.office.hr, runId);
  }

  cancel(runId: Id): Promise<PayRun> {
    return this.desk.cancel.cancel(this.office.hr, runId, '演练结束');
  }

  /** MySQL: ends the connections of every process to this database but our own, as a restart of the server or the network would. */
  async cutConnections(): Promise<void> {
    const others = await this.query<{ id: number }>(
      'SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND command <> ? AND id <> CONNECTION_ID()',
      ['Killed'],
    );
    // One that has ended by itself in the meantime cannot be killed any more.
    for (const { id } of others) await this.query(`KILL CONNECTION ${Number(id)}`).catch(() => undefined);
  }

  /** Chunks of a job that are done. */
  doneChunks(jobId: Id): Promise<number> {
    return this.count("job_chunk WHERE job_id = ? AND state = 'done'", [jobId]);
  }

  /** Fen of the fund: granted, available, reserved, paid. */
  async balances(): Promise<Awaited<ReturnType<FundReader['list']>>[number]['balances']> {
    const funds = await this.front
      .remote<FundReader>(part('fund', 'FundReader'))
      .list(this.office.finance, this.centreId, YEAR);
    return (funds.find((fund) => fund.id === this.fundId) as (typeof funds)[number]).balances;
  }

  /** Every invariant of the product, on the whole database. */
  async violations(): Promise<unknown[]> {
    const verify = this.front.remote<VerifyDatabase>(part('reporting', 'VerifyDatabase'));
    return (await verify.execute(this.system, null)).violations;
  }

  workbook(kind: string, sheets: object): Promise<Buffer> {
    return this.front.act<Buffer>('workbook', { kind, sheets });
  }

  async import(kind: string, sheets: object, period?: Period): Promise<ImportResult> {
    const file = Buffer.from(await this.workbook(kind, sheets));
    const request = { kind, centreId: this.centreId, period, fileName: `${kind}.xlsx`, file, dryRun: false };
    const result = await this.desk.imports.run(this.office.hr, request);
    if (result.errors.length > 0) throw new Error(`${kind}: ${JSON.stringify(result.errors.slice(0, 3))}`);
    return result;
  }

  private async setUp(): Promise<void> {
    this.front = await this.program({ consume: this.options.deskWorks ?? false });
    this.desk = deskOf(this.front);
    const kind = testEngine();
    this.source = await createDataSource({ kind, pool: 2, url: this.url }, [], kind === 'sqlite').initialize();
    await this.openOffice();
    await this.openFunds();
    const agencies = this.front.remote<Agencies>(part('roster', 'Agencies'));
    for (const { code, name } of AGENCIES) {
      const { id } = await agencies.create(this.office.hr, this.centreId, { code, name, licenceUntil: '2026-12-31' });
      await agencies.setFee(this.office.hr, this.centreId, id, `${YEAR}-01-01`, { kind: 'per_head', amount: 60_00 });
    }
    await this.front
      .remote<Schemes>(part('payroll', 'Schemes'))
      .adoptScheme(this.office.hr, { centreId: this.centreId, validFrom: `${YEAR}-01` });
    await this.enterStaff(people(this.options.staff));
  }

  private async openOffice(): Promise<void> {
    const actors = this.front.remote<Actors>(part('identity', 'Actors'));
    const accounts = this.front.remote<Accounts>(part('identity', 'Accounts'));
    this.system = await actors.system();
    const centres = this.front.remote<Centres>(part('roster', 'Centres'));
    this.centreId = (
      await centres.create(this.system, { code: 'SF', name: '演练网格化服务中心', region: '430200' })
    ).id;
    const office: Partial<Office> = {};
    for (const [name, role] of Object.entries(OFFICE) as [keyof Office, Role][]) {
      const { userId } = await accounts.create(this.system, { name, displayName: name, centreId: this.centreId });
      await accounts.grantRole(this.system, userId, role, this.centreId);
      office[name] = await actors.forUserName(name);
    }
    this.office = office as Office;
  }

  private async openFunds(): Promise<void> {
    const document: unknown = JSON.parse(readFileSync(path.join(ROOT, 'config/demo/budget-2023.json'), 'utf8'));
    const load = this.front.remote<LoadBudget>(part('fund', 'LoadBudget'));
    const { funds } = await load.run(this.office.finance, { centreId: this.centreId, document, key: 'fault-budget' });
    this.fundId = (funds.find(({ name }) => name === FUND_NAME) as (typeof funds)[number]).id;
  }

  private async enterStaff(staff: readonly DemoPerson[]): Promise<void> {
    await this.import('roster', rosterSheets(orgUnits(), staff, `${YEAR}-01-01`));
    await this.import('opening', openingSheets(staff));
    for (const period of periodsBetween(`${YEAR}-01`, `${YEAR}-12`).slice(0, this.options.months ?? 1)) {
      const scores = staff.map(({ idNumber }, i) => ({
        idNumber,
        coefficient: COEFFICIENTS[i % COEFFICIENTS.length],
        award: `${i % 7}00.00`,
      }));
      await this.import('scores', { 考核结果: scores }, period);
    }
  }
}

/** The same people for the same number. */
export function people(count: number, seed = YEAR): DemoPerson[] {
  const grids = orgUnits()
    .filter((unit) => unit.kind === 'grid')
    .map((unit) => unit.code);
  return new PeopleGenerator(new SeededRandom(seed), grids).staff(count);
}
