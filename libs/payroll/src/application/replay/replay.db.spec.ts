import { AssemblyModule } from '@gridstaff/assembly';
import type { PayEngine, PaySchemeDefinition, PeriodParameters } from '@gridstaff/pay-engine';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { defaultPolicyDir, POLICY_DIR, readPackFiles } from '@gridstaff/policy';
import { VerifyDatabase } from '@gridstaff/reporting';
import { ManualClock } from '@gridstaff/runtime';
import { createTestUrl, SmallOffice, testEngine } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EngineShelf } from '../forecast/engine-shelf';
import { OneOffRecords } from '../one-off/one-off-records';
import { type Replay, ReplayRuns } from './replay-runs';

const PEOPLE = 6;
const POST_PAY = 2;

/** The product as it was: its engine took one yuan a month off the post pay, and said so in its version. */
class OlderShelf extends EngineShelf {
  override get(definition: PaySchemeDefinition, parameters: PeriodParameters): PayEngine {
    const items = definition.items.map((item) =>
      item.no === POST_PAY ? { ...item, formula: `(${item.formula ?? ''}) - 100` } : item,
    );
    const engine = super.get({ ...definition, items }, parameters);
    return { version: '0', calculate: (input) => engine.calculate(input), programs: () => engine.programs() };
  }
}

describe('stored months recalculated by a newer product', () => {
  let url: string;
  let dispose: () => Promise<void>;
  let office: SmallOffice;
  let policies: string;
  const clock = new ManualClock('2023-01-05T09:00:00+08:00');
  let app: INestApplicationContext | undefined;

  const start = async (older: boolean): Promise<INestApplicationContext> => {
    const env = {
      ...{ NODE_ENV: 'test', GRID_LOG_LEVEL: 'silent', DATABASE_URL: url },
      REDIS_URL: testEngine() === 'mysql' ? process.env.TEST_REDIS_URL : undefined,
    };
    const building = Test.createTestingModule({ imports: [AssemblyModule.with({ env, clock, consumeJobs: true })] });
    if (older) building.overrideProvider(EngineShelf).useClass(OlderShelf);
    building.overrideProvider(POLICY_DIR).useValue(policies);
    app = await building.compile();
    await app.init();
    return app;
  };
  const closed = async (): Promise<void> => {
    await app?.close();
    app = undefined;
  };
  const replayed = async (period?: string): Promise<Replay[]> => {
    const found: Replay[] = [];
    for await (const one of (app as INestApplicationContext)
      .get(ReplayRuns)
      .replay(office.finance, { centreId: office.centreId, period }))
      found.push(one);
    return found;
  };
  const write = (sql: string): Promise<unknown> => {
    const [db, uow] = [
      (app as INestApplicationContext).get(Database),
      (app as INestApplicationContext).get(UnitOfWork),
    ];
    return uow.run(() => db.execute(sql, []));
  };

  /** January by the older product, February by the present one, on the same database. */
  beforeAll(async () => {
    const made = await createTestUrl();
    ({ url, dispose } = made);
    policies = mkdtempSync(path.join(tmpdir(), 'gridstaff-policy-'));
    cpSync(defaultPolicyDir(), policies, { recursive: true });
    const older = await start(true);
    office = await SmallOffice.open(older, 'E1', PEOPLE);
    clock.set('2023-01-26T09:00:00+08:00');
    await office.month('2023-01');
    await closed();
    const present = await start(false);
    office = Object.assign(Object.create(SmallOffice.prototype) as SmallOffice, office, { app: present });
    clock.set('2023-02-26T09:00:00+08:00');
    // Somebody has a loss to make good: it comes of what was claimed, not of the month alone.
    const loss = { kind: 'loss' as const, workerNo: office.numbers[0] as number, amount: 5_000, evidence: '赔偿单 1' };
    await present.get(OneOffRecords).record(office.hr, office.centreId, '2023-02', [loss]);
    await office.month('2023-02');
  });

  afterAll(async () => {
    await closed();
    rmSync(policies, { recursive: true, force: true });
    await dispose();
  });

  it('account for every difference by person and item; the month of the same version has none', async () => {
    const [january, february, ...none] = await replayed();
    expect(none).toEqual([]);
    expect(january).toMatchObject({ period: '2023-01', madeWith: '0', slips: PEOPLE, same: 0, refused: [] });
    expect(january?.engine).not.toBe('0');
    // One yuan of post pay for each; nobody is near the tax threshold.
    expect(
      january?.differences.map(({ workerNo, itemNo, amount, cause }) => [workerNo, itemNo, amount, cause]),
    ).toEqual(office.numbers.map((no) => [no, POST_PAY, 100, 'engine']));
    expect(february).toMatchObject({
      madeWith: february?.engine,
      slips: PEOPLE,
      same: PEOPLE,
      differences: [],
      refused: [],
    });
    expect((await replayed('2023-02')).map(({ runNo }) => runNo)).toEqual([february?.runNo]);
    // What was stored stays what was approved: its own proofs and hashes hold.
    const { violations } = await (app as INestApplicationContext)
      .get(VerifyDatabase)
      .execute(office.finance, office.centreId);
    expect(violations).toEqual([]);
  });

  it('tell apart what facts that were known then make of it now', async () => {
    // Somebody has changed a recorded row behind the product's back: nothing that appends could do that.
    await write('UPDATE grade_standard_fact SET base = base + 700');
    try {
      const [january, february] = await replayed();
      const byCause = (replay: Replay | undefined) => (cause: string) =>
        replay?.differences
          .filter((d) => d.cause === cause)
          .map(({ workerNo, itemNo, amount }) => [workerNo, itemNo, amount]);
      expect(byCause(january)('engine')).toEqual(office.numbers.map((no) => [no, POST_PAY, 100]));
      expect(byCause(january)('facts')).toEqual(office.numbers.map((no) => [no, 1, 700]));
      expect(byCause(february)('facts')).toEqual(office.numbers.map((no) => [no, 1, 700]));
      expect(byCause(february)('engine')).toEqual([]);
    } finally {
      await write('UPDATE grade_standard_fact SET base = base - 700');
    }
    expect((await replayed('2023-02'))[0]?.same).toBe(PEOPLE);
  });

  it('tell apart packs that are others now', async () => {
    const floor = readPackFiles(policies).find(({ text }) => /insurance\.floor/.test(text));
    expect(floor).toBeDefined();
    await closed();
    const { name, text } = floor as { name: string; text: string };
    writeFileSync(path.join(policies, name), text.replaceAll("'3770'", "'3870'").replaceAll('3770', '3870'));
    const present = await start(false);
    office = Object.assign(Object.create(SmallOffice.prototype) as SmallOffice, office, { app: present });
    const [january, february] = await replayed();
    const lawful = (replay: Replay | undefined): Set<string | undefined> =>
      new Set(replay?.differences.filter((d) => d.cause === 'law').map((d) => d.code));
    expect(lawful(january)).toEqual(lawful(february));
    expect(lawful(february).size).toBeGreaterThan(3);
    expect(february?.differences.every(({ cause }) => cause === 'law')).toBe(true);
    // 8 % of 100 more.
    const pension = february?.differences.filter(({ code }) =>
      /pension.*employee|employee.*pension|pension$/.test(code),
    );
    expect(pension?.map(({ amount }) => amount)).toEqual(expect.arrayContaining([800]));
  });
});
