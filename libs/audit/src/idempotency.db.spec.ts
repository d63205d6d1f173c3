import type { Actor } from '@gridstaff/contracts';
import { expectOne } from '@gridstaff/persistence';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { auditEntities, Idempotency } from '.';

const actorOf = (userId: string): Actor => ({ userId, personId: userId, grants: new Map() });

describe('idempotency', () => {
  let test: TestDatabase;
  let idempotency: Idempotency;
  const li = actorOf('0190a000-0000-7000-8000-00000000000a');

  beforeAll(async () => {
    test = await createTestDatabase(auditEntities);
    idempotency = new Idempotency(test.db, test.uow, test.clock);
    await test.uow.run(() =>
      test.db.execute('CREATE TABLE effect (id int NOT NULL PRIMARY KEY, state varchar(10) NOT NULL, n int NOT NULL)'),
    );
  });

  beforeEach(() =>
    test.uow.run(async () => {
      await test.db.execute('DELETE FROM effect');
      await test.db.insert('effect', ['id', 'state', 'n'], [[1, 'open', 0]]);
    }),
  );

  afterAll(() => test.close());

  const effects = async (): Promise<number> =>
    Number((await test.db.one<{ n: number }>('SELECT n FROM effect WHERE id = 1'))?.n);
  /** A guarded change, as money commands make it: a second one would be refused as stale. */
  const pay = async (): Promise<{ paid: number }> => {
    expectOne(
      await test.db.execute("UPDATE effect SET state = 'paid', n = n + 1 WHERE id = 1 AND state = 'open'"),
      'effect',
    );
    await new Promise(setImmediate);
    return { paid: 5 };
  };

  it('sent five times in parallel, has one effect and five equal answers', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => idempotency.once(li, 'parallel-1', 'run.pay', { run: 1 }, pay)),
    );
    expect(answers).toEqual(Array.from({ length: 5 }, () => ({ paid: 5 })));
    expect(await effects()).toBe(1);
    expect(await idempotency.once(li, 'parallel-1', 'run.pay', { run: 1 }, pay)).toEqual({ paid: 5 });
    await expect(idempotency.once(li, 'parallel-2', 'run.pay', { run: 1 }, pay)).rejects.toMatchObject({
      code: 'STALE',
    });
  });

  it('refuses the key for another body or command, whatever the order of members; other users have keys of their own', async () => {
    await idempotency.once(li, 'mismatch', 'run.pay', { run: 1, sum: 2 }, pay);
    expect(await idempotency.once(li, 'mismatch', 'run.pay', { sum: 2, run: 1 }, pay)).toEqual({ paid: 5 });
    await expect(idempotency.once(li, 'mismatch', 'run.pay', { run: 1, sum: 3 }, pay)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    await expect(idempotency.once(li, 'mismatch', 'run.post', { run: 1, sum: 2 }, pay)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    });
    expect(
      await idempotency.once(actorOf('0190a000-0000-7000-8000-00000000000c'), 'mismatch', 'x', null, async () => 'own'),
    ).toBe('own');
    expect(await effects()).toBe(1);
  });

  it('stores nothing when the work fails, alone or with its outer unit: the key can be used again', async () => {
    const failing = idempotency.once(li, 'retry-key', 'run.pay', {}, async () => {
      await pay();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    const outer = test.uow.run(async () => {
      await idempotency.once(li, 'retry-key', 'run.pay', {}, pay);
      throw new Error('outer');
    });
    await expect(outer).rejects.toThrow('outer');
    expect(await effects()).toBe(0);
    expect(await idempotency.once(li, 'retry-key', 'run.pay', {}, pay)).toEqual({ paid: 5 });
    expect(await effects()).toBe(1);
  });

  it.each(['', 'short', 'with space', 'x'.repeat(101), 'newline\n1234'])('refuses the key %j', async (key) => {
    await expect(idempotency.once(li, key, 'run.pay', {}, pay)).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_INVALID',
    });
    expect(await effects()).toBe(0);
  });
});
