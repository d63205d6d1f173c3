import { Actors } from '@gridstaff/identity';
import { LoadBudget, FundReader } from '@gridstaff/fund';
import { type Fen, invariant, monthOf, parseYuan } from '@gridstaff/kernel';
import { costOf, type PayRun, Schemes } from '@gridstaff/payroll';
import { type Verification, VerifyDatabase } from '@gridstaff/reporting';
import { Agencies, Centres } from '@gridstaff/roster';
import { ManualClock, projectRoot } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { withApp } from '../run';
import { DemoFiles } from './files';
import { DemoMonth, type DemoScene } from './month';
import { openOffice } from './office';
import { openingSheets } from './opening-rows';
import { AGENCIES, type DemoPerson, orgUnits, PeopleGenerator } from './people';
import { SeededRandom } from './random';
import { rosterSheets } from './roster-rows';
import { planYear } from './year-plan';

const FUND_NAME = '基层社会治理专项';
const YEAR = 2023;
/** Part of the fund that the year aims to use, in thousandths; the rest stays for late items. */
const TARGET_PER_MILLE = 955;
/** A small staff could not use up the fund with any decent award: fen a head and month at most. */
const AWARD_CEILING: Fen = 60_000;

export interface DemoRow {
  run: PayRun;
  /** Paid out of the fund so far, fen. */
  fundUsed: Fen;
}

export interface DemoResult {
  centre: string;
  fund: { name: string; appropriation: Fen };
  months: DemoRow[];
  files: string[];
  verify: Verification;
}

export interface DemoOptions {
  /** Replaced as a whole; left out: var/demo. Not for users: what stood there is gone. */
  folder?: string;
  staff: number;
  seed: number;
  /** Told after each month. */
  progress(row: DemoRow): void;
}

const demoFolder = (): string => path.join(projectRoot(), 'var', 'demo');

/** Always the embedded pair, whatever the shell has set: the demo replaces this database and no other. */
export const DEMO_DATABASE = 'sqlite:var/demo/grid.db';

/** @param folder where the demo lives, if not in var/demo */
export const demoEnvironment = (folder?: string): Record<string, string> => ({
  DATABASE_URL: folder === undefined ? DEMO_DATABASE : `sqlite:${path.join(folder, 'grid.db')}`,
  MIGRATE_DATABASE_URL: '',
  REDIS_URL: '',
  GRID_KEY_DIR: path.join(folder ?? demoFolder(), 'keys'),
  NODE_ENV: 'development',
});

/** The main job on real input: the published budget, a generated roster, a year of pay by different persons, and the proof. */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const folder = options.folder ?? demoFolder();
  rmSync(folder, { recursive: true, force: true });
  const clock = new ManualClock(`${YEAR}-01-01T08:00:00+08:00`);
  return withApp(async (app) => liveYear(app, clock, folder, options), { env: demoEnvironment(options.folder), clock, consumeJobs: true });
}

async function liveYear(app: INestApplicationContext, clock: ManualClock, folder: string, options: DemoOptions): Promise<DemoResult> {
  const random = new SeededRandom(options.seed);
  const units = orgUnits();
  const people = new PeopleGenerator(random, units.filter((u) => u.kind === 'grid').map((u) => u.code));
  const staff = people.staff(options.staff);
  const { scene, appropriation, centre } = await setUp(app, clock, folder, staff);
  await scene.files.importWorkbook(scene.office.hr, 'roster', '花名册.xlsx', rosterSheets(units, staff, `${YEAR}-01-01`));
  await scene.files.importWorkbook(scene.office.hr, 'opening', '期初数据.xlsx', openingSheets(staff));

  const target = Math.floor((appropriation * TARGET_PER_MILLE) / 1000);
  const month = new DemoMonth(scene);
  const rows: DemoRow[] = [];
  for (const plan of planYear(staff, people, random)) {
    const used = rows.at(-1)?.fundUsed ?? 0;
    const monthsLeft = 13 - monthOf(plan.period);
    // What is left after this and every later month has cost what this one costs without awards, shared over the months left.
    const run = await month.live(plan, (cost) =>
      Math.min(AWARD_CEILING * plan.coefficients.size, Math.max(0, Math.floor((target - used - cost * monthsLeft) / monthsLeft))),
    );
    const row = { run, fundUsed: used + costOf(run) };
    rows.push(row);
    options.progress(row);
  }
  const verify = await app.get(VerifyDatabase).execute(app.get(Actors).system(), null);
  return { centre, fund: { name: FUND_NAME, appropriation }, months: rows, files: scene.files.written, verify };
}

/** Centre, office, budget, agencies with their fees, and the pay scheme. */
async function setUp(app: INestApplicationContext, clock: ManualClock, folder: string, staff: readonly DemoPerson[]): Promise<{ scene: DemoScene; appropriation: Fen; centre: string }> {
  const document = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8')) as { centre: string; region: string };
  const system = app.get(Actors).system();
  const centre = await app.get(Centres).create(system, { code: 'SF', name: document.centre, region: document.region });
  const office = await openOffice(app, centre.id);
  await app.get(LoadBudget).run(office.finance, { centreId: centre.id, document, key: 'demo-budget' });
  const fund = (await app.get(FundReader).list(office.finance, centre.id, YEAR)).find((f) => f.name === FUND_NAME);
  invariant(fund, `the published budget has a line ${FUND_NAME}`);
  for (const { code, name, fee } of AGENCIES) {
    const agency = await app.get(Agencies).create(office.hr, centre.id, { code, name, licenceUntil: '2026-12-31' });
    const input = fee.kind === 'per_head' ? { kind: fee.kind, amount: parseYuan(fee.value) } : { kind: fee.kind, rate: fee.value };
    await app.get(Agencies).setFee(office.hr, centre.id, agency.id, `${YEAR}-01-01`, input);
  }
  await app.get(Schemes).adoptScheme(office.hr, { centreId: centre.id, validFrom: `${YEAR}-01` });
  const files = new DemoFiles(app, folder, centre.id);
  return { scene: { app, clock, centreId: centre.id, fundId: fund.id, office, files, staff }, appropriation: fund.balances.granted, centre: centre.name };
}
