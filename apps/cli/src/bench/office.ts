import { Actors } from '@gridstaff/identity';
import { type Id, invariant } from '@gridstaff/kernel';
import { compileScheme, createEngine, type PeriodParameters, type WorkerInput } from '@gridstaff/pay-engine';
import { PreviewPay, RunQueries, Schemes } from '@gridstaff/payroll';
import { createScratchDatabase, Database } from '@gridstaff/persistence';
import { WhatIf } from '@gridstaff/reporting';
import { DatabaseSettings, ManualClock, readArea, SystemClock } from '@gridstaff/runtime';
import type { INestApplicationContext } from '@nestjs/common';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { withApp } from '../run';
import { calculateOnce, median, PERIOD, populate, rounded } from './payroll';

const ENGINE_SECONDS = 3;
/** Before anything is measured: code that is run often is compiled. */
const WARM_UP = 3;

/** What somebody of an office waits for, in milliseconds, and the engine alone. Medians. */
export interface OfficeBench {
  database: string;
  staff: number;
  /** One core, formulas, segments and derivations on. */
  engine: { slipsPerSecond: number; linesPerSlip: number; derivationBytes: number };
  previewMs: number;
  /** Twelve months as they are, and twelve with a raise. */
  whatIfYearMs: number;
}

/** A centre of `staff` people on the configured kind of database, in a scratch database of its own. */
export async function benchOffice({ staff, repeat }: { staff: number; repeat: number }): Promise<OfficeBench> {
  const settings = readArea(DatabaseSettings, process.env);
  const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-bench-keys-'));
  const scratch = await createScratchDatabase(settings, new SystemClock());
  const env = { DATABASE_URL: scratch.url, GRID_KEY_DIR: keys, ...(settings.kind === 'sqlite' ? { REDIS_URL: '' } : {}) };
  try {
    return await withApp(
      async (app) => {
        const runId = await populate(app, staff);
        await calculateOnce(app, runId);
        const system = app.get(Actors).system();
        const { centreId, fundId } = await app.get(RunQueries).get(system, runId);
        const scenario = { raise: { percent: '3', from: `${PERIOD.slice(0, 4)}-07` } };
        return {
          database: settings.kind,
          staff,
          engine: await engineAlone(app, runId),
          previewMs: await timed(repeat, () => app.get(PreviewPay).preview(system, { centreId, period: PERIOD })),
          whatIfYearMs: await timed(repeat, () =>
            app.get(WhatIf).calculate(system, { centreId, fundId, from: `${PERIOD.slice(0, 4)}-01`, scenario }),
          ),
        };
      },
      { env, clock: new ManualClock(`${PERIOD}-26T09:00:00+08:00`), consumeJobs: true },
    );
  } finally {
    await scratch.drop();
    rmSync(keys, { recursive: true, force: true });
  }
}

/** The inputs of a calculated run, calculated again and again from memory. */
async function engineAlone(app: INestApplicationContext, runId: Id): Promise<OfficeBench['engine']> {
  const db = app.get(Database);
  const run = await db.one<{ no: number; schemeId: Id; parameters: string }>(
    'SELECT no, scheme_id AS schemeId, parameters FROM pay_run WHERE id = ?',
    [runId],
  );
  invariant(run, 'the run exists');
  const { definition } = await app.get(Schemes).get(run.schemeId);
  const engine = createEngine(compileScheme(definition), JSON.parse(run.parameters) as PeriodParameters);
  const stored = await db.query<{ input: string }>('SELECT input FROM pay_run_input WHERE run_no = ?', [run.no]);
  const inputs = stored.map(({ input }) => JSON.parse(input) as WorkerInput);
  let [lines, bytes] = [0, 0];
  for (const input of inputs) {
    const slip = engine.calculate(input);
    lines += slip.lines.length;
    bytes += Buffer.byteLength(slip.derivation);
  }
  let slips = 0;
  const started = performance.now();
  while (performance.now() - started < ENGINE_SECONDS * 1000) {
    for (const input of inputs) engine.calculate(input);
    slips += inputs.length;
  }
  return {
    slipsPerSecond: Math.round((slips * 1000) / (performance.now() - started)),
    linesPerSlip: rounded(lines / inputs.length, 1),
    derivationBytes: Math.round(bytes / inputs.length),
  };
}

async function timed(repeat: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let i = 0; i < WARM_UP + repeat; i++) {
    const started = performance.now();
    await work();
    if (i >= WARM_UP) took.push(performance.now() - started);
  }
  return Math.round(median(took));
}
