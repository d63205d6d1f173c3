import { AssemblyModule } from '@gridstaff/assembly';
import { type Cell, type WorkbookColumn, writeWorkbook } from '@gridstaff/exchange';
import { Actors } from '@gridstaff/identity';
import { Schemes } from '@gridstaff/payroll';
import { Agencies, Centres } from '@gridstaff/roster';
import { projectRoot } from '@gridstaff/runtime';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Env = Record<string, string>;

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

const LAUNCHER = path.join(projectRoot(), 'apps/cli/grid.mjs');

/** Nothing of the shell's own settings: only what a program needs to start, the language, and what the test gives. */
function environment(env: Env): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), LANG: 'C.UTF-8', ...env };
}

/** @param group the program leads a process group of its own, as one started in a terminal does */
export const start = (args: readonly string[], env: Env, { group = false } = {}): ChildProcess =>
  spawn(process.execPath, [LAUNCHER, ...args], { cwd: projectRoot(), env: environment(env), stdio: ['pipe', 'pipe', 'pipe'], detached: group });

/** Runs `grid` as a user would and waits for its end. */
export function grid(args: readonly string[], env: Env, input = ''): Promise<Ended> {
  const child = start(args, env);
  const parts = { out: [] as Buffer[], err: [] as Buffer[] };
  child.stdout?.on('data', (chunk: Buffer) => parts.out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => parts.err.push(chunk));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: Buffer.concat(parts.out).toString('utf8'), err: Buffer.concat(parts.err).toString('utf8') }));
  });
}

/** The one JSON document on standard output; anything beside it fails here. */
export const documentOf = <T = Record<string, unknown>>(ended: Ended): T => {
  if (!ended.out.endsWith('\n') || ended.out.trim() === '') throw new Error(`no document (exit ${ended.code}): ${ended.err}`);
  return JSON.parse(ended.out) as T;
};

/** An installation of its own: folder with keys and files, and a database (of the run's engine) that is still empty. */
export interface Installation {
  env: Env;
  folder: string;
  file(name: string, content: string | Buffer): string;
  dispose(): Promise<void>;
}

export async function install(): Promise<Installation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-cli-'));
  const { url, dispose } = await createTestUrl({ migrated: false });
  const redis: Env = testEngine() === 'mysql' ? { REDIS_URL: process.env.TEST_REDIS_URL ?? '' } : {};
  return {
    env: { DATABASE_URL: url, GRID_KEY_DIR: path.join(folder, 'keys'), ...redis },
    folder,
    file: (name, content) => {
      const target = path.join(folder, name);
      writeFileSync(target, content);
      return target;
    },
    dispose: async () => {
      await dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same rooms in this process, to look at what a command left behind. */
export const openRooms = (env: Env): Promise<INestApplicationContext> =>
  NestFactory.createApplicationContext(AssemblyModule.with({ env: { ...env, GRID_LOG_LEVEL: 'silent' }, consumeJobs: false }), { logger: false, abortOnError: false });

/** What the web app does before the first import: a centre, an agency with its fee, a pay scheme. */
export async function openCentre(app: INestApplicationContext): Promise<void> {
  const system = app.get(Actors).system();
  const centre = await app.get(Centres).create(system, { code: 'SF', name: '测试网格中心', region: '430200' });
  const agency = await app.get(Agencies).create(system, centre.id, { code: 'A', name: '测试派遣公司', licenceUntil: '2026-12-31' });
  await app.get(Agencies).setFee(system, centre.id, agency.id, '2023-01-01', { kind: 'per_head', amount: 6000 });
  await app.get(Schemes).adoptScheme(system, { centreId: centre.id, validFrom: '2023-01' });
}

/** An invented ID number of `serial`, with its check digit (GB 11643). */
export function idNumber(serial: number): string {
  const head = `43020419900101${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(head[i]), 0);
  return head + '10X98765432'.charAt(sum % 11);
}

const column = (header: string, kind: WorkbookColumn['kind'] = 'text'): WorkbookColumn => ({ header, kind });

/** A roster workbook: units, one grade, and these people. @param idKind `int` spoils the ID numbers as spreadsheets do */
export const rosterWorkbook = (people: readonly (readonly Cell[])[], { idKind = 'text', extra = [] }: { idKind?: 'text' | 'int'; extra?: string[] } = {}): Promise<Buffer> =>
  writeWorkbook([
    {
      name: '机构',
      columns: ['机构编码', '机构名称', '类别', '上级编码'].map((header) => column(header)),
      rows: [
        ['S1', '测试街道', '街道', null],
        ['S1-C1', '测试社区', '社区', 'S1'],
        ['S1-C1-G1', '测试网格', '网格', 'S1-C1'],
      ],
    },
    {
      name: '岗级',
      columns: ['岗级编码', '岗级名称', '岗位', '基本工资', '岗位工资', '绩效标准', '生效日期'].map((header) => column(header)),
      rows: [['G1', '网格员', '网格员', '2000.00', '300.00', '500.00', '2023-01-01']],
    },
    {
      name: '人员',
      columns: [column('姓名'), column('证件号码', idKind), ...['派遣公司', '入职日期', '网格编码', '岗级', '参保', '缴费基数', '公积金', ...extra].map((header) => column(header))],
      rows: people,
    },
  ]);
