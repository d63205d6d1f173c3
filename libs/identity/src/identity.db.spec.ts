import { auditEntities, AuditLog, AuditReader } from '@gridstaff/audit';
import { type Actor, can } from '@gridstaff/contracts';
import { sqliteFile } from '@gridstaff/persistence';
import { KeyRing, SecuritySettings } from '@gridstaff/runtime';
import { createTestDatabase, type TestDatabase } from '@gridstaff/testing';
import { existsSync, readFileSync } from 'node:fs';
import { Accounts, Actors, identityEntities, PersonDirectory, Sessions, Tokens } from '.';
import { AccountStore } from './account-store';
import { LoginGuard } from './login-guard';
import { PasswordHasher } from './passwords';
import { SessionStore } from './session-store';

const CENTRE = '0190a000-0000-7000-8000-000000000001';
const OTHER = '0190a000-0000-7000-8000-000000000002';
const MINUTE = 60_000;
const GOOD = '湘江边的柳树去年冬天又长高了';

/** Counts how often a password was really checked. */
class CountingHasher extends PasswordHasher {
  checks = 0;

  override verify(stored: string | null, password: string): Promise<boolean> {
    this.checks += 1;
    return super.verify(stored, password);
  }
}

describe('identity', () => {
  let test: TestDatabase;
  let accounts: Accounts;
  let sessions: Sessions;
  let tokens: Tokens;
  let actors: Actors;
  let people: PersonDirectory;
  let reader: AuditReader;
  let operator: Actor;
  const hasher = new CountingHasher();

  beforeEach(async () => {
    test = await createTestDatabase([...auditEntities, ...identityEntities]);
    const { db, uow, clock, ids } = test;
    const audit = new AuditLog(db, clock);
    const store = new AccountStore(db);
    const guard = new LoginGuard(db, clock);
    const rows = new SessionStore(db, clock, new SecuritySettings());
    actors = new Actors(db);
    people = new PersonDirectory(db);
    accounts = new Accounts(store, uow, clock, ids, hasher, rows, guard, audit);
    sessions = new Sessions(db, uow, clock, hasher, rows, guard, audit, actors);
    tokens = new Tokens(db, uow, clock, ids, store, audit);
    reader = new AuditReader(db, KeyRing.ephemeral());
    operator = actors.system('root');
  });

  afterEach(() => test.close());

  const newUser = async (
    name: string,
    role = 'hr',
  ): Promise<{ userId: string; personId: string; password: string }> => {
    const made = await accounts.create(operator, { name, displayName: name });
    await accounts.grantRole(operator, made.userId, role, CENTRE);
    return { ...made, password: made.password ?? '' };
  };

  /** A user who has left the initial password behind. */
  const settled = async (name: string, role = 'hr'): Promise<{ userId: string; personId: string }> => {
    const made = await newUser(name, role);
    await accounts.changePassword(await actors.forUser(made.userId), made.password, GOOD);
    return made;
  };

  const actions = async (): Promise<string[]> =>
    (
      await reader.page(
        { ...operator, grants: new Map([['*', new Set(['audit:read'])]]) },
        { scope: 'system' },
        { field: 'seq', descending: true, limit: 200 },
      )
    ).rows
      .map((e) => e.action)
      .reverse();
  const failure = { code: 'SIGN_IN_FAILED', params: {} };

  it('S01: locks after five wrong tries, refuses the right password while locked, opens after 15 minutes, tells nothing to guessers', async () => {
    await settled('li');
    for (let i = 0; i < 5; i++)
      await expect(sessions.signIn('li', `wrong password ${i}`, '10.0.0.1')).rejects.toMatchObject(failure);
    await expect(sessions.signIn('li', GOOD, '10.0.0.1')).rejects.toMatchObject(failure);
    test.clock.advance(14 * MINUTE);
    await expect(sessions.signIn('li', GOOD, '10.0.0.1')).rejects.toMatchObject(failure);
    test.clock.advance(1 * MINUTE);
    expect((await sessions.signIn(' LI ', GOOD, '10.0.0.1')).token).toMatch(/^[\w-]{43}$/);
    const before = hasher.checks;
    await expect(sessions.signIn('nobody', GOOD, '10.0.0.1')).rejects.toMatchObject(failure);
    expect(hasher.checks).toBe(before + 1);
    expect((await actions()).filter((a) => a.startsWith('session.'))).toEqual([
      ...Array.from({ length: 7 }, () => 'session.refused'),
      'session.opened',
      'session.refused',
    ]);
    expect(JSON.stringify(await test.db.query('SELECT * FROM audit_entry'))).not.toMatch(/nobody|wrong password/);
  });

  it('S01: a burst of parallel guesses uses up the same five tries; one right try in between starts the count again', async () => {
    const li = await settled('li');
    const guard = new LoginGuard(test.db, test.clock);
    const tries = await Promise.all(Array.from({ length: 8 }, () => test.uow.run(() => guard.countTry(li.userId))));
    expect(tries.filter(Boolean)).toHaveLength(5);
    await expect(sessions.signIn('li', GOOD, 'x')).rejects.toMatchObject(failure);
    test.clock.advance(16 * MINUTE);
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) await expect(sessions.signIn('li', 'wrong', 'x')).rejects.toMatchObject(failure);
      await sessions.signIn('li', GOOD, 'x');
    }
  });

  it('S05: an initial password lets nothing be done but changing it, and expires', async () => {
    const li = await newUser('li');
    const { token, mustChangePassword } = await sessions.signIn('li', li.password, 'x');
    expect(mustChangePassword).toBe(true);
    const signedIn = await sessions.authenticate(token);
    expect(signedIn).toMatchObject({ mustChangePassword: true, name: 'li' });
    expect(can(signedIn.actor, 'roster:read', CENTRE)).toBe(false);
    await expect(accounts.changePassword(signedIn.actor, li.password, 'Shifeng123')).rejects.toMatchObject({
      code: 'PASSWORD_TOO_SHORT',
    });
    await expect(accounts.changePassword(signedIn.actor, li.password, li.password)).rejects.toMatchObject({
      code: 'PASSWORD_UNCHANGED',
    });
    await expect(accounts.changePassword(signedIn.actor, 'wrong', GOOD)).rejects.toMatchObject({
      code: 'PASSWORD_WRONG',
    });
    await accounts.changePassword(signedIn.actor, li.password, GOOD);
    const after = await sessions.authenticate((await sessions.signIn('li', GOOD, 'x')).token);
    expect([
      after.mustChangePassword,
      can(after.actor, 'roster:read', CENTRE),
      can(after.actor, 'roster:read', OTHER),
    ]).toEqual([false, true, false]);

    const { password } = await accounts.reset(operator, li.userId);
    test.clock.advance(7 * 24 * 60 * MINUTE);
    await expect(sessions.signIn('li', password, 'x')).rejects.toMatchObject(failure);
    await expect(sessions.signIn('li', GOOD, 'x')).rejects.toMatchObject(failure);
  });

  it('S07: every sign-in makes a new token, and tokens that were never issued are nothing', async () => {
    await settled('li');
    const made = await Promise.all([1, 2, 3].map(() => sessions.signIn('li', GOOD, 'x')));
    expect(new Set(made.map((s) => s.token)).size).toBe(3);
    for (const token of ['', 'preset', 'A'.repeat(43), "' OR 1=1 --"])
      await expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('S08: a session ends at once with sign-out, password change, reset and disabling; role changes count from the next request', async () => {
    const li = await settled('li');
    const open = async (): Promise<string> => (await sessions.signIn('li', GOOD, 'x')).token;
    const ended = async (token: string): Promise<void> =>
      expect(sessions.authenticate(token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });

    const first = await open();
    const second = await open();
    await sessions.signOut(first);
    await sessions.signOut(first);
    await ended(first);
    const { actor } = await sessions.authenticate(second);

    await accounts.grantRole(operator, li.userId, 'finance', OTHER);
    expect(can((await sessions.authenticate(second)).actor, 'run:check', OTHER)).toBe(true);
    await accounts.revokeRole(operator, li.userId, 'finance', OTHER);
    expect((await sessions.authenticate(second)).actor.grants.has(OTHER)).toBe(false);

    await accounts.changePassword(actor, GOOD, `${GOOD}！`);
    await ended(second);
    const third = (await sessions.signIn('li', `${GOOD}！`, 'x')).token;
    await accounts.disable(operator, li.userId);
    await ended(third);
    await expect(sessions.signIn('li', `${GOOD}！`, 'x')).rejects.toMatchObject(failure);
    await expect(actors.forUserName('li')).rejects.toMatchObject({ code: 'ACCOUNT_DISABLED' });
    await accounts.enable(operator, li.userId);
    await ended(third);
    const fourth = (await sessions.signIn('li', `${GOOD}！`, 'x')).token;
    await accounts.reset(operator, li.userId);
    await ended(fourth);
  });

  it('S09: a session ends after 30 idle minutes and after 8 hours of constant use', async () => {
    await settled('li');
    const idle = (await sessions.signIn('li', GOOD, 'x')).token;
    test.clock.advance(29 * MINUTE);
    await sessions.authenticate(idle);
    test.clock.advance(29 * MINUTE);
    await sessions.authenticate(idle);
    test.clock.advance(31 * MINUTE);
    await expect(sessions.authenticate(idle)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });

    const busy = (await sessions.signIn('li', GOOD, 'x')).token;
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      test.clock.advance(10 * MINUTE);
      await sessions.authenticate(busy);
    }
    test.clock.advance(10 * MINUTE);
    await expect(sessions.authenticate(busy)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('S22: one person, in whatever accounts, never gets two roles that watch each other; nobody grants to themselves', async () => {
    const li = await newUser('li', 'system_admin');
    const second = await accounts.create(operator, { name: 'li-2', displayName: 'li', samePersonAs: li.userId });
    expect(second.personId).toBe(li.personId);
    await expect(accounts.grantRole(operator, second.userId, 'audit_admin', OTHER)).rejects.toMatchObject({
      code: 'ROLES_INCOMPATIBLE',
      params: { role: 'audit_admin', other: 'system_admin' },
    });

    const wang = await newUser('wang', 'security_admin');
    await expect(accounts.grantRole(operator, wang.userId, 'audit_admin', '*')).rejects.toMatchObject({
      code: 'ROLES_INCOMPATIBLE',
    });
    const security = await actors.forUser(wang.userId);
    await expect(accounts.grantRole(security, wang.userId, 'leader', CENTRE)).rejects.toMatchObject({
      code: 'ROLE_OWN',
    });
    await expect(accounts.grantRole(security, li.userId, 'hr', OTHER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(accounts.grantRole(security, li.userId, 'king', CENTRE)).rejects.toMatchObject({
      code: 'ROLE_UNKNOWN',
    });
    await accounts.grantRole(security, li.userId, 'hr', CENTRE);
    await expect(accounts.create(security, { name: 'x1', displayName: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(accounts.grantRole(await actors.forUser(li.userId), wang.userId, 'hr', CENTRE)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('S22: two such grants to two accounts of one person at once: one is refused', async () => {
    const a = await accounts.create(operator, { name: 'zhao', displayName: 'zhao' });
    const b = await accounts.create(operator, { name: 'zhao-2', displayName: 'zhao', samePersonAs: a.userId });
    const results = await Promise.allSettled([
      accounts.grantRole(operator, a.userId, 'system_admin', '*'),
      accounts.grantRole(operator, b.userId, 'audit_admin', '*'),
    ]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((results.find((r) => r.status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
      code: 'ROLES_INCOMPATIBLE',
    });
    expect(await test.db.query('SELECT role FROM user_role')).toHaveLength(1);
  });

  it('keeps one account per name and worker, and tells who is paid in a centre', async () => {
    const li = await accounts.create(operator, { name: 'Li', displayName: '李', centreId: CENTRE, workerNo: 17 });
    await accounts.disable(operator, li.userId);
    await expect(accounts.create(operator, { name: 'ＬＩ', displayName: '李' })).rejects.toMatchObject({
      code: 'USER_NAME_TAKEN',
    });
    await expect(
      accounts.create(operator, { name: 'wang', displayName: '王', centreId: CENTRE, workerNo: 17 }),
    ).rejects.toMatchObject({ code: 'WORKER_HAS_ACCOUNT', params: { workerNo: 17 } });
    const wang = await accounts.create(operator, { name: 'wang', displayName: '王' });
    await expect(accounts.linkWorker(operator, wang.userId, { centreId: CENTRE, workerNo: 17 })).rejects.toMatchObject({
      code: 'WORKER_HAS_ACCOUNT',
    });
    await accounts.linkWorker(operator, wang.userId, { centreId: CENTRE, workerNo: 3 });
    expect(await people.paidPersons(CENTRE)).toEqual([
      { personId: wang.personId, workerNo: 3 },
      { personId: li.personId, workerNo: 17 },
    ]);
    expect(await people.paidPersons(OTHER)).toEqual([]);
    const inOffice = async (): Promise<string[]> =>
      (await people.office(operator, CENTRE)).map(({ displayName }) => displayName);
    expect(await inOffice()).toEqual([]);
    await accounts.linkWorker(operator, wang.userId, null);
    await accounts.grantRole(operator, wang.userId, 'finance', CENTRE);
    expect(await inOffice()).toEqual(['王']);
    const byName = { field: 'name', descending: false, limit: 1 } as const;
    const first = await accounts.list(operator, CENTRE, byName);
    const second = await accounts.list(operator, CENTRE, { ...byName, after: first.next ?? undefined });
    const listed = [...first.rows, ...second.rows];
    expect(listed.map((u) => [u.name, u.workerNo, u.disabled])).toEqual([
      ['li', 17, true],
      ['wang', null, false],
    ]);
    expect([listed.map((u) => u.roles.length), second.next]).toEqual([[0, 1], null]);
    expect(JSON.stringify(listed)).not.toContain('argon2');
  });

  it('issues tokens to machines only, until they expire, are revoked or their account is disabled', async () => {
    const person = await newUser('li');
    await expect(tokens.issue(operator, { userId: person.userId, name: 't', days: 30 })).rejects.toMatchObject({
      code: 'NOT_A_MACHINE',
    });
    const machine = await accounts.create(operator, { name: 'gateway', displayName: 'gateway', machine: true });
    expect(machine.password).toBeNull();
    await expect(accounts.grantRole(operator, machine.userId, 'leader', CENTRE)).rejects.toMatchObject({
      code: 'ROLE_NOT_FOR_MACHINES',
    });
    await expect(accounts.reset(operator, machine.userId)).rejects.toMatchObject({ code: 'NOT_A_HUMAN' });
    await expect(sessions.signIn('gateway', '', 'x')).rejects.toMatchObject(failure);
    await accounts.grantRole(operator, machine.userId, 'hr', CENTRE);
    for (const days of [0, 367, 1.5])
      await expect(tokens.issue(operator, { userId: machine.userId, name: 't', days })).rejects.toMatchObject({
        code: 'EXPIRY_OUT_OF_RANGE',
      });
    await expect(
      tokens.issue(await actors.forUser(person.userId), { userId: machine.userId, name: 't', days: 1 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });

    const a = await tokens.issue(operator, { userId: machine.userId, name: 'a', days: 1 });
    const b = await tokens.issue(operator, { userId: machine.userId, name: 'b', days: 2 });
    expect(can((await tokens.authenticate(a.token)).actor, 'roster:read', CENTRE)).toBe(true);
    await expect(sessions.authenticate(a.token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    test.clock.advance(24 * 60 * MINUTE);
    await expect(tokens.authenticate(a.token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await tokens.authenticate(b.token);
    await tokens.revoke(operator, b.id);
    await expect(tokens.authenticate(b.token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(tokens.revoke(operator, b.id)).rejects.toMatchObject({ code: 'STALE' });
    const c = await tokens.issue(operator, { userId: machine.userId, name: 'c', days: 2 });
    await accounts.disable(operator, machine.userId);
    await expect(tokens.authenticate(c.token)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('S46: stores no password and no token, and records every act in an unbroken chain', async () => {
    const li = await newUser('li');
    const { token } = await sessions.signIn('li', li.password, 'x');
    const machine = await accounts.create(operator, { name: 'gateway', displayName: 'gateway', machine: true });
    const api = await tokens.issue(operator, { userId: machine.userId, name: 'a', days: 1 });
    const tables = ['app_user', 'user_session', 'api_token', 'audit_entry'];
    const dump = JSON.stringify(await Promise.all(tables.map((t) => test.db.query(`SELECT * FROM ${t}`))));
    const files =
      test.engine === 'sqlite'
        ? [sqliteFile(test.url), `${sqliteFile(test.url)}-wal`].filter(existsSync).map((f) => readFileSync(f, 'latin1'))
        : [];
    const raw = dump + files.join('');
    expect(raw).toContain(li.userId);
    for (const secret of [li.password, token, api.token, api.token.slice(4)]) expect(raw.includes(secret)).toBe(false);
    expect(await actions()).toEqual(['user.created', 'role.granted', 'session.opened', 'user.created', 'token.issued']);
    expect((await reader.verifyChain('system')).bad).toBeUndefined();
  });

  it('gives the system every right but those that people must use, and one query per user elsewhere', async () => {
    expect(can(operator, 'run:prepare', CENTRE)).toBe(true);
    for (const right of ['run:check', 'run:approve', 'settlement:pay', 'worker:reveal'] as const)
      expect(can(operator, right, CENTRE)).toBe(false);
    await expect(actors.forUserName('nobody')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const li = await newUser('li');
    expect(await actors.forUserName('LI', 'root')).toMatchObject({
      userId: li.userId,
      personId: li.personId,
      osUser: 'root',
    });
    expect((await actors.forUsers([li.userId, 'none'])).map((a) => a.userId)).toEqual([li.userId]);
  });
});
