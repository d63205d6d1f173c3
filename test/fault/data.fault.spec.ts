import type { ImportResult } from '@gridstaff/exchange';
import { createTestUrl, testEngine } from '@gridstaff/testing';
import { rosterSheets } from '../../apps/cli/src/demo/roster-rows';
import { COMMIT, killed, part, Program, ProgramGone, type Strike } from './support/program';
import { race } from './support/race';
import { build, deskOf, people, Scene } from './support/scene';

const STATEMENT = { ...part('persistence', 'Database'), method: 'execute', when: 'after' } as const;

beforeAll(build);

describe('a roster of 600 people', () => {
  const PEOPLE = 600;
  const STAFF = 5;
  /** Tables that a roster fills, a row or more for each person. */
  const TABLES = [
    'worker',
    'engagement_fact',
    'assignment_fact',
    'grade_fact',
    'contribution_fact',
    'bank_card_fact',
    'import_batch',
    'audit_entry',
  ];
  let scene: Scene;
  let file: Buffer;

  beforeAll(async () => {
    scene = await Scene.open({ staff: STAFF });
    file = await scene.workbook('roster', { 人员: rosterSheets([], people(PEOPLE, 7), '2023-01-01').人员 });
  });
  afterAll(() => scene?.close());

  const rows = (): Promise<number[]> => Promise.all(TABLES.map((table) => scene.count(table)));
  const importBy = (program: Program): Promise<ImportResult> =>
    deskOf(program).imports.run(scene.office.hr, {
      kind: 'roster',
      centreId: scene.centreId,
      fileName: '花名册.xlsx',
      file,
      dryRun: false,
    });

  test('killed at any statement or before COMMIT nothing of it is there; killed after COMMIT all of it is, and it is not taken twice', async () => {
    const before = await rows();
    const statements = [2, 7, 20, 45].map((nth) => ({ ...STATEMENT, nth, signal: 'SIGKILL' }) as const);
    const strikes: Strike[] = [...statements, { ...COMMIT.before, nth: 1, signal: 'SIGKILL' }];
    for (const strike of strikes) {
      await killedImport(strike);
      expect(await rows()).toEqual(before);
    }
    await killedImport({ ...COMMIT.after, nth: 1, signal: 'SIGKILL' });
    const after = await rows();
    expect(after[0]).toBe(STAFF + PEOPLE);
    const program = await scene.program({ consume: false });
    expect(await importBy(program)).toMatchObject({ batchId: null, created: 0, changed: 0, errors: [] });
    expect(await rows()).toEqual(after);
    expect(await scene.violations()).toEqual([]);
    await program.kill();
  });

  async function killedImport(strike: Strike): Promise<void> {
    const program = await scene.program({ consume: false });
    await program.arm([strike]);
    await expect(importBy(program)).rejects.toThrow(ProgramGone);
  }

  test('one file brought in by two officers at once is written once', async () => {
    const programs = [await scene.program({ consume: false }), await scene.program({ consume: false })];
    const staff = people(STAFF);
    const scores = { 考核结果: staff.map(({ idNumber }) => ({ idNumber, coefficient: '0.7' })) };
    const workbook = await scene.workbook('scores', scores);
    const request = {
      kind: 'scores',
      centreId: scene.centreId,
      period: '2023-06',
      fileName: '绩效.xlsx',
      file: workbook,
      dryRun: false,
    };
    const { won, refused } = await race(
      programs.map((program) => deskOf(program).imports.run(scene.office.hr, request)),
    );
    // The second finds either the same bytes or nothing new in them.
    expect(won.filter(({ batchId }) => batchId !== null)).toHaveLength(1);
    expect(refused).toEqual(refused.map(() => 'IMPORT_REPEATED'));
    expect(await scene.count("import_batch WHERE kind = 'scores' AND period = '2023-06'")).toBe(1);
    expect(await scene.count("performance_fact WHERE period = '2023-06'")).toBe(STAFF);
    await Promise.all(programs.map((program) => program.kill()));
  });
});

describe('migrations', () => {
  interface Schema {
    applied: string[];
    pending: string[];
    unknown: string[];
    drift: string[];
  }

  /** Every statement of a migration goes through it. */
  const RUNNER =
    testEngine() === 'mysql'
      ? { file: 'typeorm/driver/mysql/MysqlQueryRunner', name: 'MysqlQueryRunner', method: 'query' }
      : {
          file: 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner',
          name: 'BetterSqlite3QueryRunner',
          method: 'query',
        };

  async function withEmpty(work: (url: string) => Promise<void>): Promise<void> {
    const { url, dispose } = await createTestUrl({ migrated: false });
    try {
      await work(url);
    } finally {
      await dispose();
    }
  }

  const started: Program[] = [];
  const begin = (): Program => {
    const program = new Program();
    started.push(program);
    return program;
  };
  afterAll(() => Promise.all(started.map((program) => program.kill())));

  const complete = { pending: [], unknown: [], drift: [] };

  test('three processes migrate an empty database at once: each migration is applied once, and all end well', async () => {
    await withEmpty(async (url) => {
      const programs = [begin(), begin(), begin()];
      await Promise.all(programs.map((program) => program.arm([])));
      const applied = await Promise.all(programs.map((program) => program.act<string[]>('migrate', { url })));
      const schema = await (programs[0] as Program).act<Schema>('schema', { url });
      expect(schema).toMatchObject(complete);
      expect(applied.flat().sort()).toEqual([...schema.applied].sort());
    });
  });

  test('killed at any statement, the next process finishes at once what is missing', async () => {
    await withEmpty(async (url) => {
      // Each life dies at a later statement of its own than the one before, so that one of them ends untouched.
      for (let nth = 6; ; nth = Math.ceil(nth * 1.9)) {
        const program = begin();
        await program.arm([{ ...RUNNER, nth, when: 'after', signal: 'SIGKILL' }]);
        if (!(await program.act<string[]>('migrate', { url }).catch(killed))) continue;
        expect(nth).toBeGreaterThan(20);
        expect(await begin().act<Schema>('schema', { url })).toMatchObject(complete);
        break;
      }
    });
  });
});
