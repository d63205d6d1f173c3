import { approvalEntities, Approvals } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, type ParsedRow } from '@gridstaff/exchange';
import { Accounts, identityEntities } from '@gridstaff/identity';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import {
  Agencies,
  CARD_CHANGE,
  CardChangeList,
  CardChanges,
  Centres,
  checkDigitOf,
  PayFactsReader,
  rosterEntities,
  RosterLoader,
  RosterModule,
  type RosterPerson,
  Structure,
  WorkerChanges,
  WorkerDetails,
} from '.';
import { RosterImport } from './application/imports/roster-import';

const CARDS = ['6222021234567890128', '8100123456789012', '8100123456789013', '8100123456789014'] as const;
const [FIRST, SECOND, THIRD, FOURTH] = CARDS;
const OFFICE: readonly Permission[] = [
  ...(['roster:read', 'roster:write', 'roster:import', 'worker:reveal', 'card:approve'] as const),
  ...(['agency:manage', 'grade:manage', 'centre:manage', 'user:manage'] as const),
];
const PEOPLE = 40;
/** A few days before the clock of the test. */
const CHANGED = '2023-01-03';
const idOf = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};
const person = (n: number, more: Partial<RosterPerson> = {}): RosterPerson => ({
  ...{ name: `测试${n}`, idNumber: idOf(n), agency: 'A1', joinedOn: '2023-01-01', gridCode: 'G1', gradeCode: 'W1' },
  ...more,
});

describe('a bank card changed by two', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let cards: CardChanges;
  let open: CardChangeList;
  let centreId: string;
  let hr: Actor;
  let finance: Actor;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase([
      ...[...identityEntities, ...auditEntities, ...approvalEntities, ...exchangeEntities, ...rosterEntities],
    ]);
    rooms = await startRooms(test, [RosterModule]);
    cards = rooms.get(CardChanges);
    open = rooms.get(CardChangeList);
  });

  afterAll(() => test.close());

  const actor = (permissions: readonly Permission[] = OFFICE, centre = centreId): Actor => ({
    ...{ userId: test.ids.next(), personId: test.ids.next(), grants: new Map([[centre, new Set(permissions)]]) },
  });

  beforeEach(async () => {
    const admin = actor(OFFICE, '*');
    centreId = (await rooms.get(Centres).create(admin, { code: `K${++codes}`, name: '中心', region: '430200' })).id;
    hr = actor();
    finance = actor(['roster:read', 'card:approve']);
    await rooms.get(Agencies).create(hr, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(hr, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
    ]);
    const standard = { base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' };
    await rooms.get(Structure).saveGrades(hr, centreId, [{ code: 'W1', name: '一级', postCode: 'W', ...standard }]);
  });

  const hire = async (n: number, more: Partial<RosterPerson> = {}): Promise<number> =>
    (await rooms.get(RosterLoader).hire(hr, centreId, person(n, more))).no;
  const enter = (no: number, bankCard: string, from = CHANGED) =>
    cards.enter(hr, { centreId, workerNo: no, from, bankCard, bankName: '演示银行' });
  const propose = async (no: number, bankCard: string): Promise<{ changeId: string; hash: string }> => {
    const entered = await enter(no, bankCard);
    const changeId = entered.outcome === 'proposed' ? entered.changeId : '';
    const hash = (await open.ofWorker(hr, { centreId, workerNo: no })).find(({ id }) => id === changeId)?.hash ?? '';
    return { changeId, hash };
  };
  const held = async (no: number): Promise<string> =>
    rooms.get(WorkerDetails).reveal(hr, { centreId, workerNo: no, what: 'bankCard', purpose: '核对' });
  const pieces = async (no: number): Promise<number> => {
    const window = { centreId, from: '2023-01-01', to: '2024-01-01', knownAt: Number.MAX_SAFE_INTEGER };
    return (await rooms.get(PayFactsReader).cards(window, no, no)).get(no)?.length ?? 0;
  };
  const audited = async (action: string): Promise<number> =>
    (await test.db.query('SELECT seq FROM audit_entry WHERE scope = ? AND action = ?', [centreId, action])).length;

  it('records the first card at once, and another only when a second person has approved it', async () => {
    const no = await hire(1);
    expect(await enter(no, FIRST, '2023-01-01')).toEqual({ outcome: 'recorded' });
    expect(await enter(no, FIRST)).toEqual({ outcome: 'same' });
    const { changeId, hash } = await propose(no, SECOND);
    expect(await held(no)).toBe(FIRST);
    expect(await open.open(finance, centreId)).toMatchObject([
      { id: changeId, bankCardMasked: '**** 9012', presentMasked: '**** 0128', status: 'proposed' },
    ]);
    for (const card of CARDS) expect(JSON.stringify(await open.open(finance, centreId))).not.toContain(card);

    await expect(cards.approve(hr, { centreId, changeId, hash })).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
    });
    const otherAccount = { ...actor(), personId: hr.personId };
    await expect(cards.approve(otherAccount, { centreId, changeId, hash })).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
    });
    await expect(cards.approve(actor(['roster:read']), { centreId, changeId, hash })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(cards.approve(finance, { centreId, changeId, hash: 'x' })).rejects.toMatchObject({
      code: 'APPROVAL_STALE',
    });
    expect(await held(no)).toBe(FIRST);
    await cards.approve(finance, { centreId, changeId, hash, opinion: '已核对卡面' });
    expect(await held(no)).toBe(SECOND);
    expect(await pieces(no)).toBe(2);
    const [history] = await open.ofWorker(hr, { centreId, workerNo: no });
    expect(history).toMatchObject({
      ...{ status: 'approved', from: CHANGED, presentMasked: '**** 0128', opinion: '已核对卡面' },
      ...{ proposedBy: hr.userId, decidedBy: finance.userId },
    });
    const { timeline } = await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: no });
    expect(timeline.find(({ factId }) => factId === history?.factId)).toMatchObject({
      ...{ kind: 'bankCard', recordedBy: finance.userId, from: CHANGED },
    });
    await expect(cards.approve(actor(), { centreId, changeId, hash })).rejects.toMatchObject({ code: 'WRONG_STEP' });
    expect([await audited('worker.card-proposed'), await audited('worker.card-changed')]).toEqual([1, 1]);
  });

  it('lets nobody decide about the card that they are paid to', async () => {
    const no = await hire(1, { bankCard: FIRST });
    const { changeId, hash } = await propose(no, SECOND);
    const { changeId: other } = { changeId: test.ids.next() };
    const admin = actor(OFFICE, '*');
    const account = await rooms
      .get(Accounts)
      .create(admin, { name: `card.paid.${codes}`, displayName: '本人', centreId, workerNo: no });
    await cards.withdraw(hr, { centreId, changeId, reason: '重新提出' });
    const again = await propose(no, THIRD);
    const paid: Actor = { ...finance, userId: account.userId, personId: account.personId };
    await expect(cards.approve(paid, { centreId, ...again })).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      params: { part: 'paid' },
    });
    await expect(cards.approve(finance, { centreId, changeId: other, hash })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await cards.approve(finance, { centreId, ...again });
    expect(await held(no)).toBe(THIRD);
  });

  it('has one change of a person waiting at a time; returned and withdrawn ones leave the card as it is', async () => {
    const no = await hire(1, { bankCard: FIRST });
    const { changeId, hash } = await propose(no, SECOND);
    await expect(enter(no, THIRD)).rejects.toMatchObject({ code: 'CARD_CHANGE_OPEN' });
    await expect(cards.sendBack(finance, { centreId, changeId, hash, reason: ' ' })).rejects.toMatchObject({
      code: 'REASON_MISSING',
    });
    await cards.sendBack(finance, { centreId, changeId, hash, reason: '卡主不是本人' });
    const third = await propose(no, THIRD);
    await expect(cards.withdraw(finance, { centreId, changeId: third.changeId, reason: '无权' })).rejects.toMatchObject(
      { code: 'FORBIDDEN' },
    );
    await cards.withdraw(hr, { centreId, changeId: third.changeId, reason: '填错' });
    expect(await held(no)).toBe(FIRST);
    expect((await open.ofWorker(hr, { centreId, workerNo: no })).map(({ status }) => status)).toEqual([
      'returned',
      'withdrawn',
    ]);
    expect(await open.open(hr, centreId)).toEqual([]);
    const stranger = actor(OFFICE, 'another');
    await expect(open.ofWorker(stranger, { centreId, workerNo: no })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(cards.approve(stranger, { centreId, ...(await propose(no, FOURTH)) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('leaves no way round: a card is neither corrected nor taken back by one person, nor brought in by a second hiring', async () => {
    const no = await hire(1, { bankCard: FIRST, lastDay: '2023-03-31' });
    const { timeline } = await rooms.get(WorkerDetails).get(hr, { centreId, workerNo: no });
    const factId = timeline.find(({ kind }) => kind === 'bankCard')?.factId ?? '';
    const changes = rooms.get(WorkerChanges);
    const wrong = { centreId, workerNo: no, kind: 'bankCard', factId, reason: '填错' } as const;
    await expect(changes.retract(hr, wrong)).rejects.toMatchObject({ code: 'CARD_CHANGE_BY_TWO' });
    await expect(changes.correct(hr, { ...wrong, from: '2023-02-01' })).rejects.toMatchObject({
      code: 'CARD_CHANGE_BY_TWO',
    });
    await hire(1, { joinedOn: '2023-06-01', bankCard: SECOND });
    expect(await held(no)).toBe(FIRST);
    expect(await open.open(hr, centreId)).toMatchObject([{ workerNo: no, from: '2023-06-01', status: 'proposed' }]);
  });

  it('proposes the changed cards of an import in a few statements, and takes no second one while one waits', async () => {
    const people = Array.from({ length: PEOPLE }, (_, i) => person(i + 1, { bankCard: String(810012345000000 + i) }));
    await rooms.get(RosterLoader).load(hr, centreId, people);
    const row = (n: number, card: string): ParsedRow => ({
      ...{ sheet: '人员', row: n + 1 },
      values: { ...(person(n) as object), bankCard: card, effectiveFrom: '2023-06-01' },
    });
    const handler = rooms.get(RosterImport, { strict: false });
    const plan = (rows: ParsedRow[]) => test.uow.run(() => handler.plan({ actor: hr, centreId }, rows));
    const bring = async (rows: ParsedRow[]) => {
      const planned = await plan(rows);
      if (planned.errors.length === 0) await test.uow.run(() => planned.apply());
      return planned;
    };
    const changed = people.map((_, i) => row(i + 1, String(820012345000000 + i)));
    // Inserts are bulk calls; the database splits them into statements of one shape.
    const asked = [jest.spyOn(test.db, 'query'), jest.spyOn(test.db, 'insert')];
    await bring(changed);
    const statements = asked.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    for (const spy of asked) spy.mockRestore();
    expect(statements).toBeLessThan(PEOPLE);
    expect(await open.open(hr, centreId)).toHaveLength(PEOPLE);
    expect(await rooms.get(Approvals).todosFor(finance)).toHaveLength(PEOPLE);
    expect((await rooms.get(Approvals).todosFor(finance))[0]).toMatchObject({ subjectType: CARD_CHANGE, kind: 'card' });
    expect(await audited('approvals.opened')).toBe(1);
    expect(await plan(changed)).toMatchObject({ created: 0, changed: 0, same: PEOPLE, errors: [] });
    expect(await plan([row(1, String(830012345000000))])).toMatchObject({
      errors: [{ row: 2, column: '银行卡号', code: 'CARD_CHANGE_OPEN', value: '***0000' }],
    });
    const [one] = await open.open(hr, centreId);
    await cards.approve(finance, { centreId, changeId: one?.id ?? '', hash: one?.hash ?? '' });
    expect(await open.open(hr, centreId)).toHaveLength(PEOPLE - 1);
  });
});
