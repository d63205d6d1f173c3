import { Actors } from '@gridstaff/identity';
import { PerformanceBook } from '@gridstaff/evaluation';
import { LoadBudget } from '@gridstaff/fund';
import { Jobs } from '@gridstaff/jobs';
import { type Id, invariant, parseYuan } from '@gridstaff/kernel';
import { CalculateRun, CreateRun, RunClock, Schemes } from '@gridstaff/payroll';
import { createScratchDatabase, Database, type FloorTable, measureRawFloor, type ScratchDatabase, type SqlValue } from '@gridstaff/persistence';
import { Agencies, Centres, RosterLoader, Structure } from '@gridstaff/roster';
import { DatabaseSettings, ManualClock, projectRoot, readArea, SystemClock } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { AGENCIES, CERTIFICATES, GRADES, orgUnits, PeopleGenerator } from '../demo/people';
import { SeededRandom } from '../demo/random';
import { toRosterPerson } from '../demo/roster-rows';
import { withApp } from '../run';

export const PERIOD = '2023-05';
const PEOPLE_PER_LOAD = 1_000;
const PATIENCE_MS = 3_600_000;
/** Tables that grow with the number of slips: what the floor writes too. */
const SLIP_TABLES = {
  pay_run_input: ['run_no', 'worker_no'],
  payslip: ['run_no', 'worker_no'],
  payslip_line: ['run_no', 'worker_no', 'item_no'],
  payslip_derivation: ['run_no', 'worker_no'],
  payslip_claim: ['run_no', 'worker_no', 'period', 'source'],
} as const;

export interface PayrollBench {
  database: string;
  staff: number;
  linesPerSlip: number;
  workers: number;
  seconds: { snapshot: number; calculate: number; persist: number; total: number };
  payslipsPerSecond: number;
  bytesPerSlip: number;
  peakRssMb: number;
  floor: { rawInsertSeconds: number };
  ratioToFloor: number;
}

/** Of an even number the lower one. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
export const rounded = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;

/** One regular run end to end, on the configured kind of database, in scratch databases of its own. */
export async function benchPayroll(options: { staff: number; workers: number; repeat: number; say(zh: string, en: string): void }): Promise<PayrollBench> {
  const settings = readArea(DatabaseSettings, process.env);
  const clock = new SystemClock();
  const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-bench-keys-'));
  const scratch = await createScratchDatabase(settings, clock);
  const floorScratch = await createScratchDatabase(settings, clock, false);
  const env = { DATABASE_URL: scratch.url, GRID_KEY_DIR: keys, ...(settings.kind === 'sqlite' ? { REDIS_URL: '' } : {}) };
  const helpers = Array.from({ length: options.workers - 1 }, () =>
    spawn(process.execPath, [path.join(projectRoot(), 'dist/apps/worker/src/main.js')], { env: { ...process.env, ...env }, stdio: 'ignore' }),
  );
  try {
    return await withApp(
      async (app) => {
        options.say(`正在生成 ${options.staff} 人…`, `making ${options.staff} people …`);
        const runId = await populate(app, options.staff);
        const before = await scratch.size();
        const laps = [];
        for (let i = 0; i < options.repeat; i++) laps.push(await calculateOnce(app, runId));
        const lap = laps.sort((a, b) => a.total - b.total)[Math.floor((laps.length - 1) / 2)];
        invariant(lap, 'at least one repetition');
        const bytes = (await scratch.size()) - before;
        const tables = await floorTables(app, runId);
        options.say('正在测量裸写入…', 'measuring the raw insert …');
        const floor = await measureRawFloor(settings.kind, floorScratch.url, tables, options.staff, () => performance.now());
        return {
          database: settings.kind,
          staff: options.staff,
          linesPerSlip: tables.find((t) => t.name === 'payslip_line')?.rowsOfOneSlip.length ?? 0,
          workers: options.workers,
          seconds: { snapshot: rounded(lap.snapshot, 3), calculate: rounded(lap.calculate, 3), persist: rounded(lap.persist, 3), total: rounded(lap.total, 3) },
          payslipsPerSecond: Math.round(options.staff / lap.total),
          bytesPerSlip: Math.round(bytes / options.staff),
          peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
          floor: { rawInsertSeconds: rounded(floor, 3) },
          ratioToFloor: rounded(lap.total / floor, 2),
        };
      },
      { env, clock: new ManualClock(`${PERIOD}-26T09:00:00+08:00`), consumeJobs: true },
    );
  } finally {
    for (const helper of helpers) helper.kill();
    await drop(scratch, floorScratch);
    rmSync(keys, { recursive: true, force: true });
  }
}

async function drop(...scratches: ScratchDatabase[]): Promise<void> {
  for (const scratch of scratches) await scratch.drop();
}

/** A centre with `staff` people in post, a coefficient each, and a draft run of one month. @returns the run */
export async function populate(app: INestApplicationContext, staff: number): Promise<Id> {
  const system = app.get(Actors).system();
  const document = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8')) as { centre: string; region: string };
  const centre = await app.get(Centres).create(system, { code: 'BENCH', name: document.centre, region: document.region });
  const { funds } = await app.get(LoadBudget).run(system, { centreId: centre.id, document, key: 'bench-budget' });
  const from = '2013-01-01';
  const units = orgUnits();
  const structure = app.get(Structure);
  await structure.saveUnits(system, centre.id, units.map(({ code, name, kind, parentCode }) => ({ code, name, kind, parentCode: parentCode ?? undefined, from })));
  await structure.saveGrades(
    system,
    centre.id,
    GRADES.map((g) => ({ code: g.code, name: g.name, postCode: g.post, base: parseYuan(g.base), post: parseYuan(g.postPay), performance: parseYuan(g.performance), from })),
  );
  await structure.saveCertificateStandards(system, centre.id, CERTIFICATES.map((c) => ({ code: c.code, amount: parseYuan(c.amount), from })));
  for (const { code, name, fee } of AGENCIES) {
    const agency = await app.get(Agencies).create(system, centre.id, { code, name });
    await app.get(Agencies).setFee(system, centre.id, agency.id, from, fee.kind === 'per_head' ? { kind: fee.kind, amount: parseYuan(fee.value) } : { kind: fee.kind, rate: fee.value });
  }
  await app.get(Schemes).adoptScheme(system, { centreId: centre.id, validFrom: '2023-01' });
  const people = new PeopleGenerator(new SeededRandom(7), units.filter((u) => u.kind === 'grid').map((u) => u.code));
  const everybody = people.staff(staff);
  for (let at = 0; at < staff; at += PEOPLE_PER_LOAD) {
    const loaded = await app.get(RosterLoader).load(system, centre.id, everybody.slice(at, at + PEOPLE_PER_LOAD).map(toRosterPerson));
    const results = loaded.people.map(({ no }, i) => ({ workerNo: no, period: PERIOD, score: null, coefficient: i % 4 === 0 ? 9_000 : 10_000, award: 30_000 }));
    await app.get(PerformanceBook).record(system, centre.id, results);
  }
  const fund = funds.find((f) => f.name === '基层社会治理专项');
  invariant(fund, 'the published budget has the payroll line');
  const run = await app.get(CreateRun).create(system, { centreId: centre.id, period: PERIOD, kind: 'regular', payDate: `${PERIOD}-28`, fundId: fund.id });
  return run.id;
}

export async function calculateOnce(app: INestApplicationContext, runId: Id): Promise<PayrollBench['seconds']> {
  const clock = app.get(RunClock);
  clock.reset();
  const started = performance.now();
  const { jobId } = await app.get(CalculateRun).calculate(app.get(Actors).system(), runId);
  invariant(jobId !== null, 'a calculation has a job');
  const job = await app.get(Jobs).waitFor(jobId, PATIENCE_MS);
  if (job.state !== 'done') throw job.error ?? new Error(job.state);
  return { ...clock.seconds(), total: (performance.now() - started) / 1000 };
}

/** The rows of one slip as stored, with the very column types of their tables narrowed to what both raw drivers understand. */
async function floorTables(app: INestApplicationContext, runId: Id): Promise<FloorTable[]> {
  const db = app.get(Database);
  const run = await db.one<{ no: number; worker: number }>(
    'SELECT r.no, (SELECT MIN(s.worker_no) FROM payslip s WHERE s.run_no = r.no) AS worker FROM pay_run r WHERE r.id = ?',
    [runId],
  );
  invariant(run, 'the run exists');
  const tables: FloorTable[] = [];
  for (const [name, key] of Object.entries(SLIP_TABLES)) {
    const rows = await db.query<Record<string, SqlValue>>(`SELECT * FROM ${name} WHERE run_no = ? AND worker_no = ?`, [run.no, run.worker]);
    const first = rows[0] ?? {};
    tables.push({
      name,
      columns: Object.entries(first).map(([column, value]) => ({ name: column, type: typeOf(value) })),
      key: [...key],
      workerColumn: 'worker_no',
      rowsOfOneSlip: rows.map((row) => Object.values(row)),
    });
  }
  return tables;
}

const typeOf = (value: SqlValue): string => (typeof value === 'number' ? 'bigint' : String(value).length > 64 ? 'text' : 'varchar(64)');
