import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { identityEntities } from '@gridstaff/identity';
import { Database, PersistenceModule, UnitOfWork } from '@gridstaff/persistence';
import { Ids, ManualClock, RuntimeModule } from '@gridstaff/runtime';
import { createTestUrl, TEST_NOW, testEngine } from '@gridstaff/testing';
import { Test, type TestingModule } from '@nestjs/testing';

import { PackChanges, Policies, policyEntities, PolicyModule, type StoredPack } from '.';

const ENTITIES = [...auditEntities, ...identityEntities, ...approvalEntities, ...policyEntities];

const CENTRE = '0190a000-0000-7000-8000-000000000001';
const floor = (from: string, to: string, amount: string): string =>
  `layer: '430000'\nparameters:\n  insurance.floor:\n    - { valid_from: ${from}, valid_to: ${to}, source: 湘人社函, confidence: confirmed, value: '${amount}' }\n`;

const house = (url: string, clock: ManualClock): ReturnType<typeof Test.createTestingModule> => {
  const redis = testEngine() === 'mysql' ? process.env.TEST_REDIS_URL : undefined;
  const env = { NODE_ENV: 'test', GRID_LOG_LEVEL: 'silent', DATABASE_URL: url, REDIS_URL: redis };
  return Test.createTestingModule({
    imports: [RuntimeModule.from({ env, clock }), PersistenceModule.with(ENTITIES), PolicyModule],
  });
};

describe('packs brought in at run time', () => {
  let database: Awaited<ReturnType<typeof createTestUrl>>;
  let clock: ManualClock;
  let rooms: TestingModule;
  let changes: PackChanges;
  let policies: Policies;

  beforeEach(async () => {
    database = await createTestUrl();
    clock = new ManualClock(TEST_NOW);
    rooms = await neighbour();
    changes = rooms.get(PackChanges);
    policies = rooms.get(Policies);
  });

  afterEach(async () => {
    await rooms.close();
    await database.dispose();
  });

  /** A process on the database. */
  const neighbour = async (): Promise<TestingModule> => (await house(database.url, clock).compile()).init();
  const nextId = (): string => rooms.get(Ids, { strict: false }).next();
  const person = (...permissions: Permission[]): Actor => ({
    ...{ userId: nextId(), personId: nextId() },
    grants: new Map([[CENTRE, new Set(permissions)]]),
  });
  const maker = (): Actor => person('policy:propose', 'policy:activate');
  const propose = (text: string, by = maker()): Promise<StoredPack> =>
    changes.propose(by, { centreId: CENTRE, text, reason: '新文件' });
  const activate = async (pack: StoredPack, by = maker(), basis?: string): Promise<StoredPack> =>
    changes.activate(by, { packId: pack.id, hash: pack.hash, basis: basis ?? (await policies.standing()).basis });
  const floorOf = async (period: string, at?: number): Promise<number> =>
    (at === undefined ? await policies.now() : await policies.knownAt(at)).parametersFor('430200', period).insurance
      .floor.value;
  /** As somebody with a database client would; the application has no statement for it. */
  const tamper = (sql: string, ...values: string[]): Promise<unknown> =>
    rooms.get(UnitOfWork, { strict: false }).run(() => rooms.get(Database, { strict: false }).execute(sql, values));

  it('hold from their activation on, for every reader, and not for what is asked as known before', async () => {
    const other = await neighbour();
    const old = await floorOf('2025-04');
    const pack = await propose(floor('2025-04', '2025-07', '4200'));
    expect(pack).toMatchObject({ status: 'proposed', layer: '430000', seq: null });
    expect(await floorOf('2025-04')).toBe(old);
    const before = clock.millis();
    clock.advance(60_000);
    const active = await activate(pack);
    expect(active).toMatchObject({ status: 'activated', seq: 1 });
    expect(await floorOf('2025-04')).toBe(420_000);
    expect((await other.get(Policies).now()).parametersFor('430200', '2025-04').insurance.floor.value).toBe(420_000);
    const known = active.decidedAt as number;
    expect([await floorOf('2025-04', before), await floorOf('2025-04', known - 1)]).toEqual([old, old]);
    expect(await floorOf('2025-04', known)).toBe(420_000);
    expect((await changes.trail(pack.id)).map((s) => [s.kind, s.decision])).toEqual([['activate', 'pass']]);
    await other.close();
  });

  it('stand upon each other in the order of activation, at instants that differ, whatever the clock says', async () => {
    const first = await activate(await propose(floor('2025-01', '2026-01', '4100')));
    const second = await activate(await propose(floor('2025-03', '2025-04', '4150')));
    expect([first.seq, second.seq]).toEqual([1, 2]);
    expect(second.decidedAt).toBe((first.decidedAt as number) + 1);
    expect(await Promise.all(['2025-02', '2025-03', '2025-04'].map((m) => floorOf(m)))).toEqual([
      410_000, 415_000, 410_000,
    ]);
    expect(await floorOf('2025-03', first.decidedAt as number)).toBe(410_000);
    const other = await neighbour();
    const { basis } = await other.get(Policies).standing();
    expect(basis).toBe((await policies.standing()).basis);
    await other.close();
  });

  it('need another person than the proposer, also under another account, and the database says so too', async () => {
    const by = maker();
    const pack = await propose(floor('2025-04', '2025-07', '4200'), by);
    const twin: Actor = { ...maker(), personId: by.personId };
    await expect(activate(pack, by)).rejects.toMatchObject({ code: 'SEPARATION_OF_DUTIES' });
    await expect(activate(pack, twin)).rejects.toMatchObject({ code: 'SEPARATION_OF_DUTIES' });
    await expect(activate(pack, person('policy:propose'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const columns = 'pack_id, outcome, seq, hash, proposed_person, decided_by, decided_person, recorded_at';
    const forged = `INSERT INTO policy_pack_decision (${columns}) VALUES (?, 'activated', 1, ?, ?, ?, ?, 1)`;
    await expect(tamper(forged, pack.id, pack.hash, by.personId, by.userId, by.personId)).rejects.toMatchObject({
      code: 'CHECK_VIOLATED',
    });
    expect((await changes.get(pack.id)).status).toBe('proposed');
  });

  it('of two people who activate one pack at once, one does', async () => {
    const pack = await propose(floor('2025-04', '2025-07', '4200'));
    const { basis } = await policies.standing();
    const results = await Promise.allSettled([activate(pack, maker(), basis), activate(pack, maker(), basis)]);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    const [refused] = results.filter((r) => r.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'WRONG_STEP' });
    expect((await policies.standing()).count).toBe(1);
  });

  it('of two packs that are activated at once, one has to be looked at again', async () => {
    const [one, two] = [
      await propose(floor('2025-04', '2025-07', '4200')),
      await propose(floor('2025-05', '2025-08', '4300')),
    ];
    const { basis } = await policies.standing();
    const results = await Promise.allSettled([activate(one, maker(), basis), activate(two, maker(), basis)]);
    const [refused] = results.filter((r) => r.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'POLICY_BASE_CHANGED' });
    expect((await policies.standing()).count).toBe(1);
    const left = (await changes.list()).find((p) => p.status === 'proposed') as StoredPack;
    expect((await activate(left)).seq).toBe(2);
  });

  it('are refused when the text, its hash or the law changed since they were looked at', async () => {
    const pack = await propose(floor('2025-04', '2025-07', '4200'));
    await expect(activate({ ...pack, hash: 'f'.repeat(64) })).rejects.toMatchObject({ code: 'APPROVAL_STALE' });
    await expect(activate(pack, maker(), 'f'.repeat(64))).rejects.toMatchObject({ code: 'POLICY_BASE_CHANGED' });
    const changed = floor('2025-04', '2025-07', '4900');
    await tamper('UPDATE policy_pack SET text = ? WHERE id = ?', changed, pack.id);
    await expect(activate(pack)).rejects.toMatchObject({ code: 'POLICY_PACK_CHANGED' });
    // Text and hash forged together are still not what the round was opened for.
    const forged = (await changes.check(changed)).hash;
    await tamper('UPDATE policy_pack SET hash = ? WHERE id = ?', forged, pack.id);
    await expect(activate({ ...pack, hash: forged })).rejects.toMatchObject({ code: 'APPROVAL_STALE' });
    expect((await policies.standing()).count).toBe(0);
  });

  it('are no law any more when their text is changed after activation', async () => {
    const pack = await activate(await propose(floor('2025-04', '2025-07', '4200')));
    await tamper('UPDATE policy_pack SET text = ? WHERE id = ?', floor('2025-04', '2025-07', '4900'), pack.id);
    const other = await neighbour();
    await expect(other.get(Policies).now()).rejects.toMatchObject({ code: 'POLICY_PACK_CHANGED' });
    await other.close();
  });

  it('are returned or withdrawn with a reason, once, and are then over', async () => {
    const [one, two] = [
      await propose(floor('2025-04', '2025-07', '4200')),
      await propose(floor('2025-05', '2025-08', '4300')),
    ];
    await expect(changes.sendBack(maker(), one.id, ' ')).rejects.toMatchObject({ code: 'REASON_MISSING' });
    expect(await changes.sendBack(maker(), one.id, '文号有误')).toMatchObject({
      status: 'returned',
      opinion: '文号有误',
    });
    await expect(activate(one)).rejects.toMatchObject({ code: 'WRONG_STEP' });
    expect(await changes.withdraw(maker(), two.id, '重复')).toMatchObject({ status: 'withdrawn', seq: null });
    await expect(changes.sendBack(maker(), two.id, '再来')).rejects.toMatchObject({ code: 'WRONG_STEP' });
    expect((await changes.list()).map((p) => p.status)).toEqual(['withdrawn', 'returned']);
  });

  it('that say nothing new or something wrong are not stored', async () => {
    await expect(propose("layer: '430200'")).rejects.toMatchObject({ code: 'POLICY_NO_CHANGE' });
    await expect(propose(floor('2025-04', '2025-07', '99999999'))).rejects.toMatchObject({
      code: 'POLICY_INVALID',
      details: [{ code: 'POLICY_BOUNDS_CROSSED' }],
    });
    await expect(
      changes.propose(maker(), { centreId: CENTRE, text: floor('2025-04', '2025-07', '4200'), reason: ' ' }),
    ).rejects.toMatchObject({ code: 'REASON_MISSING' });
    const [one, same] = [
      await propose(floor('2025-04', '2025-07', '4200')),
      await propose(floor('2025-04', '2025-07', '4200')),
    ];
    await activate(one);
    await expect(activate(same)).rejects.toMatchObject({ code: 'POLICY_NO_CHANGE' });
    expect(await changes.list()).toHaveLength(2);
  });
});
