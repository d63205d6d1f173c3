import type { Actor } from '@gridstaff/contracts';
import { canonicalJson } from '@gridstaff/kernel';
import { createDataSource } from '@gridstaff/persistence';
import { KeyRing } from '@gridstaff/runtime';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { AuditChainCheck } from '@gridstaff/verifier';
import { createHash } from 'node:crypto';
import { applicationGrants, auditEntities, AuditLog, AuditReader, AuditSigner, SYSTEM_SCOPE } from '.';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const CENTRE = '0190a000-0000-7000-8000-000000000001';
const OTHER = '0190a000-0000-7000-8000-000000000002';

describe('audit log', () => {
  let test: TestDatabase;
  let log: AuditLog;
  let reader: AuditReader;
  let signer: AuditSigner;
  const keys = KeyRing.ephemeral();
  const actor: Actor = {
    userId: '0190a000-0000-7000-8000-00000000000a',
    personId: '0190a000-0000-7000-8000-00000000000b',
    grants: new Map([[CENTRE, new Set(['audit:read'])]]),
    osUser: 'li',
  };

  const append = (subjectId: string, centreId: string | null = CENTRE): Promise<void> =>
    test.uow.run(() =>
      log.append({
        actor,
        centreId,
        action: 'run.approved',
        subjectType: 'run',
        subjectId,
        data: { total: 123_456, b: null, a: ['x'] },
        reason: '复核\ud800',
      }),
    );

  beforeEach(async () => {
    test = await createTestDatabase(auditEntities);
    log = new AuditLog(test.db, test.clock);
    reader = new AuditReader(test.db, keys);
    signer = new AuditSigner(test.db, test.uow, test.clock, keys);
  });

  afterEach(() => test.close());

  const tamper = (sql: string, values: (string | number)[] = []): Promise<number> =>
    test.uow.run(() => test.db.execute(sql, values));

  it('chains entries per centre, agrees with the independent verifier, and pages for readers of that centre alone', async () => {
    for (let i = 1; i <= 5; i++) await append(`r${i}`);
    await append('x', OTHER);
    await append('y', null);
    expect(await reader.scopes()).toEqual([CENTRE, OTHER, SYSTEM_SCOPE]);
    expect(await reader.verifyChain(CENTRE)).toEqual({ scope: CENTRE, checked: 5 });
    const check = new AuditChainCheck(CENTRE, sha256);
    for await (const page of reader.entries(CENTRE)) page.forEach((entry) => check.add(entry));
    expect([check.end(), check.checked]).toEqual([undefined, 5]);

    const latest = { field: 'seq', descending: true, limit: 2 } as const;
    const page = await reader.page(actor, { scope: CENTRE }, latest);
    expect(page.rows.map((e) => e.seq)).toEqual([5, 4]);
    expect(page.rows[0]).toMatchObject({
      action: 'run.approved',
      data: '{"a":["x"],"b":null,"total":123456}',
      osUser: 'li',
      reason: '复核\ufffd',
    });
    expect(
      (await reader.page(actor, { scope: CENTRE, subjectType: 'run', subjectId: 'r2' })).rows.map((e) => e.seq),
    ).toEqual([2]);
    const older = await reader.page(actor, { scope: CENTRE }, { ...latest, after: { value: 3, key: 3 } });
    expect([older.rows.map((e) => e.seq), older.next]).toEqual([[2, 1], null]);
    const oldest = await reader.page(actor, { scope: CENTRE }, { ...latest, descending: false });
    expect([oldest.rows.map((e) => e.seq), oldest.next]).toEqual([[1, 2], { value: 2, key: 2 }]);
    await expect(reader.page(actor, { scope: OTHER })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(reader.page(actor, { scope: SYSTEM_SCOPE })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps one unbroken chain when twenty units append at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => append(`p${i}`)));
    expect(await reader.verifyChain(CENTRE)).toEqual({ scope: CENTRE, checked: 20 });
  });

  it('S57: an act that cannot be recorded does not happen, and no act is recorded that does not happen', async () => {
    await append('r1');
    await tamper('UPDATE audit_head SET seq = 0 WHERE scope = ?', [CENTRE]);
    const business = test.uow.run(async () => {
      await test.db.insert(
        'idempotency_key',
        ['user_id', 'request_key', 'command', 'body_hash', 'answer', 'at'],
        [['u', 'business', 'c', 'h', '1', 1]],
      );
      await log.append({ actor, centreId: CENTRE, action: 'run.approved', subjectType: 'run', subjectId: 'r2' });
    });
    await expect(business).rejects.toMatchObject({ code: 'DUPLICATE_KEY' });
    expect(await test.db.query('SELECT 1 FROM idempotency_key')).toEqual([]);
    await tamper('UPDATE audit_head SET seq = 1 WHERE scope = ?', [CENTRE]);

    const failing = test.uow.run(async () => {
      await log.append({ actor, centreId: CENTRE, action: 'run.approved', subjectType: 'run', subjectId: 'r2' });
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    await expect(
      log.append({ actor, centreId: CENTRE, action: 'a.b', subjectType: 'run', subjectId: 'r' }),
    ).rejects.toMatchObject({ code: 'BUG' });
    expect(await reader.verifyChain(CENTRE)).toEqual({ scope: CENTRE, checked: 1 });
  });

  const independent = async (anchors: { seq: number; hash: string }[] = []): Promise<unknown> => {
    const check = new AuditChainCheck(CENTRE, sha256, anchors);
    for await (const page of reader.entries(CENTRE)) page.forEach((entry) => check.add(entry));
    const found = check.end();
    return found && [found.seq, found.fault];
  };

  it.each([
    ['a changed amount', "UPDATE audit_entry SET data = '{}' WHERE scope = ? AND seq = 3", 3, 'changed'],
    ['a changed person', "UPDATE audit_entry SET person_id = 'x' WHERE scope = ? AND seq = 2", 2, 'changed'],
    ['a deleted entry', 'DELETE FROM audit_entry WHERE scope = ? AND seq = 4', 4, 'missing'],
    ['a cut tail', 'DELETE FROM audit_entry WHERE scope = ? AND seq > 4', 5, 'cut'],
  ] as const)('S56: names the first bad entry after %s', async (_what, sql, seq, fault) => {
    for (let i = 1; i <= 6; i++) await append(`r${i}`);
    const [head] = await signer.signHeads('2023-01-05');
    await tamper(sql, [CENTRE]);
    expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq, fault });
    expect(await independent(head && [head])).toEqual([seq, fault]);
  });

  it('S56: finds swapped and re-hashed entries', async () => {
    for (let i = 1; i <= 4; i++) await append(`r${i}`);
    for (const [from, to] of [
      [2, 99],
      [3, 2],
      [99, 3],
    ])
      await tamper('UPDATE audit_entry SET seq = ? WHERE scope = ? AND seq = ?', [
        to as number,
        CENTRE,
        from as number,
      ]);
    expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq: 2, fault: 'changed' });
  });

  it('S56: finds a chain re-forged from the middle, and a tail cut together with its head, by the signed heads', async () => {
    for (let i = 1; i <= 3; i++) await append(`r${i}`);
    const [signed] = await signer.signHeads('2023-01-05');
    expect(await signer.signHeads('2023-01-05')).toEqual([]);
    await append('r4');
    expect(await reader.verifyChain(CENTRE)).toEqual({ scope: CENTRE, checked: 4 });

    // A forger who recomputes every hash from entry 3 on and moves the head.
    let prev = '';
    for await (const page of reader.entries(CENTRE)) {
      for (const e of page.filter((entry) => entry.seq >= 2)) {
        if (e.seq > 2) {
          const data = e.seq === 3 ? '{"total":1}' : e.data;
          const hash = sha256(
            `${prev}\n${canonicalJson([e.scope, e.seq, e.at, e.userId, e.personId, e.osUser, e.action, e.subjectType, e.subjectId, data, e.reason])}`,
          );
          await tamper('UPDATE audit_entry SET data = ?, prev_hash = ?, hash = ? WHERE scope = ? AND seq = ?', [
            data,
            prev,
            hash,
            CENTRE,
            e.seq,
          ]);
          prev = hash;
        } else prev = e.hash;
      }
    }
    await tamper('UPDATE audit_head SET hash = ? WHERE scope = ?', [prev, CENTRE]);
    expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq: 3, fault: 'signature' });
    expect(await independent(signed && [signed])).toEqual([3, 'anchor']);

    // Without the signing key the signature cannot be adjusted either.
    const forged = await reader.entries(CENTRE).next();
    await tamper('UPDATE audit_signature SET hash = ? WHERE scope = ?', [forged.value?.[2]?.hash ?? '', CENTRE]);
    expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq: 3, fault: 'signature' });

    // Cut everything, signatures too: the printed head remains.
    const kept = signed ? [signed] : [];
    await tamper('DELETE FROM audit_entry WHERE scope = ? AND seq > 1', [CENTRE]);
    await tamper('DELETE FROM audit_signature WHERE scope = ?', [CENTRE]);
    const first = (await reader.entries(CENTRE).next()).value?.[0]?.hash ?? '';
    await tamper('UPDATE audit_head SET seq = 1, hash = ? WHERE scope = ?', [first, CENTRE]);
    expect(await reader.verifyChain(CENTRE)).toEqual({ scope: CENTRE, checked: 1 });
    expect((await reader.verifyChain(CENTRE, kept)).bad).toEqual({ seq: 2, fault: 'cut' });
  });

  it('does not sign a head that does not match its entry, and notices a moved or missing head', async () => {
    await append('r1');
    await append('r2');
    await tamper("UPDATE audit_head SET hash = 'f' WHERE scope = ?", [CENTRE]);
    await expect(signer.signHeads('2023-01-05')).rejects.toMatchObject({
      code: 'AUDIT_HEAD_BROKEN',
      params: { scope: CENTRE, seq: 2 },
    });
    expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq: 2, fault: 'head' });
    await tamper('DELETE FROM audit_head WHERE scope = ?', [CENTRE]);
    expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq: 2, fault: 'head' });
    expect(await reader.scopes()).toEqual([CENTRE]);
  });

  it('S55: the application account cannot change or delete entries where the engine has accounts; elsewhere the chain tells', async () => {
    await append('r1');
    if (test.engine === 'sqlite') {
      await tamper('DELETE FROM audit_entry');
      expect((await reader.verifyChain(CENTRE)).bad).toEqual({ seq: 1, fault: 'cut' });
      return;
    }
    const url = new URL(test.url);
    const user = `app_${process.pid}`;
    const tables = await test.db.query<{ t: string }>(
      'SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    await test.db.writer.query(`CREATE USER '${user}'@'%' IDENTIFIED BY 'a-Test-1'`);
    for (const sql of applicationGrants(
      url.pathname.slice(1),
      { user, host: '%' },
      tables.map((r) => r.t),
    ))
      await test.db.writer.query(sql);
    url.username = user;
    url.password = 'a-Test-1';
    const app = await createDataSource({ kind: 'mysql', pool: 1, url: url.href }, []).initialize();
    try {
      for (const sql of [
        "UPDATE audit_entry SET reason = 'x'",
        'DELETE FROM audit_entry',
        'DELETE FROM audit_signature',
        'TRUNCATE TABLE audit_entry',
        'DROP TABLE audit_entry',
      ]) {
        await expect(app.query(sql)).rejects.toMatchObject({ errno: 1142 });
      }
      await app.query('UPDATE audit_head SET seq = seq');
      expect(await app.query('SELECT COUNT(*) AS n FROM audit_entry')).toEqual([{ n: 1 }]);
    } finally {
      await app.destroy();
      await test.db.writer.query(`DROP USER '${user}'@'%'`);
    }
  });
});
