import { createTestDatabase, createTestUrl, type TestDatabase } from '@gridstaff/testing';
import { ManualClock } from '@gridstaff/runtime';
import { createDataSource, isRetryable, mapDriverError, Migrator } from '.';

describe('persistence', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await createTestDatabase([]);
    await test.uow.run(async () => {
      await test.db.execute(
        'CREATE TABLE account (id int NOT NULL PRIMARY KEY, code varchar(20) NOT NULL, fen bigint NOT NULL, CONSTRAINT account_not_negative CHECK (fen >= 0))',
      );
    });
  });

  afterAll(() => test.close());

  beforeEach(() =>
    test.uow.run(async () => {
      await test.db.execute('DELETE FROM account');
      await test.db.insert('account', ['id', 'code', 'fen'], [[1, 'a', 1000]]);
    }),
  );

  const balance = async (id = 1): Promise<number | undefined> =>
    (await test.db.one<{ fen: number }>('SELECT fen FROM account WHERE id = ?', [id]))?.fen;

  it('loses no update when twenty units read, wait and write', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        test.uow.run(async () => {
          const row = await test.db.one<{ fen: number }>(`SELECT fen FROM account WHERE id = 1${test.db.forUpdate}`);
          await new Promise(setImmediate);
          await test.db.execute('UPDATE account SET fen = ? WHERE id = 1', [(row?.fen ?? 0) + 1]);
        }),
      ),
    );
    expect(await balance()).toBe(1020);
  });

  it('rolls back alone: a neighbour that reported success keeps its rows', async () => {
    const failing = test.uow.run(async () => {
      await test.db.execute('UPDATE account SET fen = 0 WHERE id = 1');
      await new Promise(setImmediate);
      throw new Error('stop');
    });
    const passing = test.uow.run(() => test.db.insert('account', ['id', 'code', 'fen'], [[2, 'b', 5]]));
    await expect(failing).rejects.toThrow('stop');
    await passing;
    expect(await balance(1)).toBe(1000);
    expect(await balance(2)).toBe(5);
  });

  it('nests as a plain call and shows outsiders committed rows only', async () => {
    await test.uow.run(async () => {
      await test.uow.run(() => test.db.execute('UPDATE account SET fen = 7 WHERE id = 1'));
      expect(await balance()).toBe(7);
      const [outside] = await test.db.reader.query<{ fen: number }[]>('SELECT fen FROM account WHERE id = 1');
      expect(outside?.fen).toBe(1000);
    });
    expect(await balance()).toBe(7);
  });

  it('binds booleans, and reads a column that was added after the statement was first used', async () => {
    const all = 'SELECT * FROM flagged WHERE flag = ?';
    await test.uow.run(async () => {
      await test.db.execute('CREATE TABLE flagged (id int NOT NULL PRIMARY KEY, flag smallint NOT NULL)');
      await test.db.insert('flagged', ['id', 'flag'], [[1, true], [2, false]]);
    });
    expect(await test.db.query(all, [true])).toEqual([{ id: 1, flag: 1 }]);
    await test.uow.run(() => test.db.execute('ALTER TABLE flagged ADD COLUMN note varchar(20) NULL'));
    expect(await test.db.query(all, [false])).toEqual([{ id: 2, flag: 0, note: null }]);
  });

  it('refuses to write outside a unit', async () => {
    await expect(test.db.execute('UPDATE account SET fen = 1')).rejects.toMatchObject({ code: 'BUG' });
    expect(await balance()).toBe(1000);
  });

  it('maps driver errors alike on both engines', async () => {
    await expect(
      test.uow.run(() => test.db.insert('account', ['id', 'code', 'fen'], [[1, 'x', 1]])),
    ).rejects.toMatchObject({ code: 'DUPLICATE_KEY' });
    await expect(
      test.uow.run(() => test.db.execute('UPDATE account SET fen = fen - 2000 WHERE id = 1')),
    ).rejects.toMatchObject({
      code: 'CHECK_VIOLATED',
      params: { check: 'account_not_negative' },
    });
    expect(await balance()).toBe(1000);
  });

  it('retries a whole unit after a deadlock, at most three times, and then reports busy', async () => {
    const deadlock = Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK', errno: 1213 });
    expect(isRetryable(deadlock)).toBe(true);
    let calls = 0;
    const value = await test.uow.run(async () => {
      await test.db.execute('UPDATE account SET fen = fen + 1 WHERE id = 1');
      calls += 1;
      if (calls < 3) throw deadlock;
      return calls;
    });
    expect([value, await balance()]).toEqual([3, 1001]);
    calls = 0;
    await expect(test.uow.run(async () => ((calls += 1), Promise.reject(deadlock)))).rejects.toMatchObject({
      code: 'DATABASE_BUSY',
    });
    expect(calls).toBe(4);
    expect(mapDriverError(new Error('other'))).toEqual(new Error('other'));
  });

  it('bulk-inserts any number of rows, keeps existing ones on request, and runs afterCommit only on commit', async () => {
    const rows = Array.from({ length: 257 }, (_, i) => [i + 10, `c${i}`, 9_007_199_254_740_991 - i] as const);
    const seen: string[] = [];
    await test.uow.run(async () => {
      await test.db.insert('account', ['id', 'code', 'fen'], rows);
      await test.db.insertMissing(
        'account',
        ['id', 'code', 'fen'],
        [
          [10, 'other', 0],
          [9, 'new', 0],
        ],
      );
      test.db.afterCommit(() => void seen.push('committed'));
    });
    await expect(
      test.uow.run(async () => {
        test.db.afterCommit(() => void seen.push('never'));
        await Promise.reject(new Error('stop'));
      }),
    ).rejects.toThrow('stop');
    const counted = await test.db.one<{ n: number; code: string }>(
      'SELECT COUNT(*) AS n, MAX(CASE WHEN id = 10 THEN code END) AS code FROM account',
    );
    expect(counted).toEqual({ n: 259, code: 'c0' });
    expect(await balance(10)).toBe(9_007_199_254_740_991);
    expect(seen).toEqual(['committed']);
  });
});

describe('migrations', () => {
  it('go up, down and up again; a newer database and a missing migration are refused', async () => {
    const { url, dispose } = await createTestUrl({ migrated: false });
    const kind = url.startsWith('sqlite:') ? ('sqlite' as const) : ('mysql' as const);
    const source = await createDataSource({ kind, pool: 2, url }, []).initialize();
    const migrator = new Migrator(source, new ManualClock('2023-01-05T09:00:00+08:00'));
    await expect(migrator.assertCurrent()).rejects.toMatchObject({ code: 'SCHEMA_OUTDATED' });
    const names = await migrator.migrate();
    await migrator.assertCurrent();
    await migrator.revertAll();
    expect((await migrator.status()).applied).toEqual([]);
    expect(await migrator.migrate()).toEqual(names);
    expect(await migrator.migrate()).toEqual([]);
    await source.query(
      "INSERT INTO schema_migration (timestamp, name) VALUES (9999999999999, 'from_the_future_9999999999999')",
    );
    await expect(migrator.assertCurrent()).rejects.toMatchObject({
      code: 'SCHEMA_NEWER',
      params: { migration: 'from_the_future_9999999999999' },
    });
    await expect(migrator.migrate()).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
    await source.destroy();
    await dispose();
  });
});
