import type { Actor } from '@gridstaff/contracts';
import { ImportService, writeWorkbook } from '@gridstaff/exchange';
import { Actors } from '@gridstaff/identity';
import { addDays, type Id } from '@gridstaff/kernel';
import { createScratchDatabase } from '@gridstaff/persistence';
import { Agencies, Centres, checkDigitOf, Structure } from '@gridstaff/roster';
import { DatabaseSettings, ManualClock, readArea, SystemClock } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { nameFrom } from '../demo/people';
import { SeededRandom } from '../demo/random';
import { withApp } from '../run';
import { rounded } from './payroll';
import { unitsFor } from './search';

const NOW = '2023-05-26T09:00:00+08:00';
const FROM = '2013-01-01';
const PEOPLE_PER_GRID = 20;
const HEADS = [
  ...['姓名', '证件号码', '手机号', '派遣公司', '入职日期', '网格编码', '岗级', '状态', '参保', '缴费基数'],
  ...['公积金', '公积金基数', '公积金单位比例', '公积金个人比例', '银行卡号', '开户行', '备注'],
];

/** What the process that imports may have of heap, MB: the whole of it then fits beside a database on the smallest server. */
const HEAP_MB = 160;

/** From the bytes of the file to the commit: gate, reading, checks, sealing, writing, batch, audit. */
export interface ImportBench {
  database: string;
  rows: number;
  seconds: number;
  /** Highest resident memory of the process that imports, from its start; the workbook is made by this one. */
  peakRssMb: number;
  errors: number;
}

/** A roster of so many new people, imported by a process of its own into an empty centre. */
export async function benchImport(rows: number): Promise<ImportBench> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-bench-'));
  try {
    const file = path.join(folder, 'roster.xlsx');
    writeFileSync(file, await rosterFile(rows));
    const args = [`--max-old-space-size=${HEAP_MB}`, process.argv[1] as string, 'bench', 'import', '--rows', String(rows), '--file', file, '--json'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as ImportBench;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The part that is measured, on the configured kind of database, in a scratch database of its own. */
export async function importHere(rows: number, file: string): Promise<ImportBench> {
  const settings = readArea(DatabaseSettings, process.env);
  const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-bench-keys-'));
  const scratch = await createScratchDatabase(settings, new SystemClock());
  const env = { DATABASE_URL: scratch.url, GRID_KEY_DIR: keys, ...(settings.kind === 'sqlite' ? { REDIS_URL: '' } : {}) };
  try {
    return await withApp(
      async (app) => {
        const system = app.get(Actors).system();
        const request = { kind: 'roster', centreId: await furnish(app, system, rows), fileName: 'bench.xlsx', file: readFileSync(file), dryRun: false };
        const started = performance.now();
        const { errors } = await app.get(ImportService).run(system, request);
        const seconds = rounded((performance.now() - started) / 1000, 2);
        return { database: settings.kind, rows, seconds, peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024), errors: errors.length };
      },
      { env, clock: new ManualClock(NOW), consumeJobs: false },
    );
  } finally {
    await scratch.drop();
    rmSync(keys, { recursive: true, force: true });
  }
}

async function furnish(app: INestApplicationContext, system: Actor, rows: number): Promise<Id> {
  const { id: centreId } = await app.get(Centres).create(system, { code: 'BENCH', name: '演示中心', region: '430200' });
  const units = unitsFor(Math.ceil(rows / PEOPLE_PER_GRID));
  await app.get(Structure).saveUnits(system, centreId, units);
  const standard = { postCode: 'G1', base: 195_000, post: 30_000, performance: 45_000, from: FROM };
  await app.get(Structure).saveGrades(system, centreId, ['G1', 'G2'].map((code) => ({ code, name: code, ...standard })));
  for (let i = 1; i <= 3; i++) await app.get(Agencies).create(system, centreId, { code: `A${i}`, name: `演示派遣${i}` });
  return centreId;
}

/** The workbook that is imported. */
function rosterFile(rows: number): Promise<Buffer> {
  const grids = unitsFor(Math.ceil(rows / PEOPLE_PER_GRID)).flatMap(({ kind, code }) => (kind === 'grid' ? [code] : []));
  const random = new SeededRandom(7);
  function* people(): Generator<string[]> {
    for (let n = 0; n < rows; n++) {
      // A thousand people a day of birth: no two share a number.
      const first17 = `430204${addDays('1970-01-01', Math.floor(n / 1000)).replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`;
      yield [
        ...[nameFrom(random), first17 + checkDigitOf(first17), `138${String((n * 7919) % 100_000_000).padStart(8, '0')}`, `A${1 + (n % 3)}`],
        ...[addDays('2014-03-01', random.int(0, 3100)), grids[n % grids.length] as string, n % 5 === 0 ? 'G2' : 'G1', '在岗', '是', '4053.00'],
        ...['是', '3000.00', '0.05', '0.05', cardOf(n), '演示银行', ''],
      ];
    }
  }
  const columns = HEADS.map((header) => ({ header, kind: 'text' as const }));
  return writeWorkbook([{ name: '人员', columns, rows: people() }]);
}

/** With its check digit (Luhn). */
function cardOf(n: number): string {
  const digits = `6217000029${String(n).padStart(8, '0')}`;
  const weighed = [...digits].reverse().map((d, i) => Number(d) * (i % 2 === 0 ? 2 : 1));
  const sum = weighed.reduce((total, d) => total + (d > 9 ? d - 9 : d), 0);
  return digits + ((10 - (sum % 10)) % 10);
}
