import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import { type Actor, type Permission, toProblem } from '@gridstaff/contracts';
import { exchangeEntities, type ImportResult, ImportService, type ParsedRow, writeWorkbook } from '@gridstaff/exchange';
import { identityEntities } from '@gridstaff/identity';
import { DomainError, type LocalDate, type Position } from '@gridstaff/kernel';
import { Database, sqliteFile, UnitOfWork } from '@gridstaff/persistence';
import { RuntimeModule } from '@gridstaff/runtime';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  Agencies,
  type Agency,
  CardChanges,
  type Centre,
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
  WorkerDirectory,
  WorkerList,
  WorkerNames,
  type WorkerSort,
} from '.';
import { BasesImport } from './application/imports/bases-import';
import { RosterImport } from './application/imports/roster-import';

const ALL: readonly Permission[] = [
  'centre:manage',
  'roster:read',
  'roster:write',
  'roster:import',
  'agency:manage',
  'grade:manage',
  'worker:reveal',
];
const ENTITIES = [...identityEntities, ...auditEntities, ...approvalEntities, ...exchangeEntities, ...rosterEntities];
const actorFor = (scope: string, permissions: readonly Permission[] = ALL): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([[scope, new Set(permissions)]]),
});
const ADMIN = actorFor('*');

/** A valid number of the district for someone born on the date. */
const idOf = (n: number, birth = '19900307'): string => {
  const first17 = `430204${birth}${String(n % 1000).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};
const manyId = (n: number): string => idOf(n, `19${70 + (Math.floor(n / 1000) % 20)}0307`);
const person = (n: number, more: Partial<RosterPerson> = {}): RosterPerson => ({
  name: `测试${n}`,
  idNumber: idOf(n),
  agency: 'A1',
  joinedOn: '2023-01-01',
  gridCode: 'G1',
  gradeCode: 'W1',
  ...more,
});
const KNOWN_NOW = Number.MAX_SAFE_INTEGER;

describe('roster', () => {
  let test: TestDatabase;
  let centre: Centre;
  let agency: Agency;
  let hr: Actor;
  let centres: Centres;
  let agencies: Agencies;
  let structure: Structure;
  let loader: RosterLoader;
  let changes: WorkerChanges;
  let details: WorkerDetails;
  let list: WorkerList;
  let directory: WorkerDirectory;
  let names: WorkerNames;
  let cards: CardChanges;
  let pay: PayFactsReader;
  let rosterImport: RosterImport;
  let basesImport: BasesImport;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase(ENTITIES);
    const rooms = await startRooms(test, [RosterModule]);
    pay = rooms.get(PayFactsReader);
    centres = rooms.get(Centres);
    agencies = rooms.get(Agencies);
    structure = rooms.get(Structure);
    loader = rooms.get(RosterLoader);
    changes = rooms.get(WorkerChanges);
    cards = rooms.get(CardChanges);
    details = rooms.get(WorkerDetails);
    list = rooms.get(WorkerList);
    directory = rooms.get(WorkerDirectory);
    names = rooms.get(WorkerNames);
    rosterImport = rooms.get(RosterImport, { strict: false });
    basesImport = rooms.get(BasesImport, { strict: false });
  });

  afterAll(() => test.close());

  /** A centre of its own for each test, so that none sees another's people. */
  beforeEach(async () => {
    centre = await centres.create(ADMIN, { code: `C${++codes}`, name: '网格中心', region: '430200' });
    hr = actorFor(centre.id);
    agency = await agencies.create(hr, centre.id, { code: 'A1', name: '甲派遣公司' });
    await agencies.create(hr, centre.id, { code: 'A2', name: '乙派遣公司' });
    await structure.saveUnits(hr, centre.id, [
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'Q1', households: 400 },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'Q2' },
      { code: 'Q1', name: '一社区', kind: 'community', parentCode: 'S1' },
      { code: 'Q2', name: '二社区', kind: 'community', parentCode: 'S1' },
      { code: 'S1', name: '街道', kind: 'street' },
    ]);
    await structure.saveGrades(hr, centre.id, [
      { code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' },
      { code: 'W2', name: '二级', postCode: 'W', base: 210_000, post: 60_000, performance: 80_000, from: '2022-01-01' },
    ]);
    await structure.saveCertificateStandards(hr, centre.id, [{ code: 'SW', amount: 20_000, from: '2023-01-01' }]);
  });

  const window = (from: LocalDate, to: LocalDate, knownAt = KNOWN_NOW) => ({ centreId: centre.id, from, to, knownAt });
  const YEAR = (knownAt = KNOWN_NOW) => window('2023-01-01', '2024-01-01', knownAt);
  const payOf = async (workerNo: number, knownAt = KNOWN_NOW) =>
    (await pay.payFacts(YEAR(knownAt), workerNo, workerNo))[0];
  const target = (workerNo: number) => ({ centreId: centre.id, workerNo });
  const auditOf = async (action: string) =>
    (
      await test.db.query<{ data: string; reason: string | null }>(
        'SELECT data, reason FROM audit_entry WHERE scope = ? AND action = ? ORDER BY seq',
        [centre.id, action],
      )
    ).map(({ data, reason }) => ({ ...(JSON.parse(data) as Record<string, unknown>), reason }));
  const hire = async (n: number, more: Partial<RosterPerson> = {}): Promise<number> =>
    (await loader.hire(hr, centre.id, person(n, more))).no;
  const tick = (): number => {
    test.clock.advance(60_000);
    return test.clock.millis();
  };

  it('recomputes a past month as known on that day: a back-dated grade is seen only from when it was recorded', async () => {
    const no = await hire(1);
    const before = tick();
    tick();
    await changes.changeGrade(hr, { ...target(no), from: '2023-02-16', gradeCode: 'W2', reason: '晋级' });
    const grades = (facts: Awaited<ReturnType<typeof payOf>>) => facts?.grades.map((g) => [g.from, g.to, g.gradeCode]);
    expect(grades(await payOf(no, before))).toEqual([['2023-01-01', '2024-01-01', 'W1']]);
    expect(grades(await payOf(no))).toEqual([
      ['2023-01-01', '2023-02-16', 'W1'],
      ['2023-02-16', '2024-01-01', 'W2'],
    ]);
    const shown = await details.get(hr, { ...target(no), knownAt: before });
    expect(shown.timeline.filter((row) => row.kind === 'grade')).toHaveLength(1);
    const now = await details.get(hr, target(no));
    expect(now.timeline.filter((row) => row.kind === 'grade')).toMatchObject([
      { values: { gradeCode: 'W1' }, inForce: [{ from: '2023-01-01', to: '2023-02-16' }] },
      {
        values: { gradeCode: 'W2' },
        reason: '晋级',
        supersedes: now.timeline.find((r) => r.kind === 'grade')?.factId,
        knownSince: test.clock.millis(),
      },
    ]);
    const wrong = now.timeline.filter((row) => row.kind === 'grade')[1]?.factId ?? '';
    await changes.retract(hr, { ...target(no), kind: 'grade', factId: wrong, reason: '录错人员' });
    expect(grades(await payOf(no))).toEqual([['2023-01-01', '2024-01-01', 'W1']]);
    const rows = await test.db.query<{ n: number }>('SELECT COUNT(*) AS n FROM grade_fact WHERE worker_no = ?', [no]);
    expect(Number(rows[0]?.n)).toBe(4);
    expect(await auditOf('worker.fact-retracted')).toMatchObject([
      { workerNo: no, kind: 'grade', factId: wrong, reason: '录错人员' },
    ]);
  });

  it('puts wrong facts right with a reason: the day of joining, a contribution base', async () => {
    const no = await hire(1, { insuranceBase: 405_300 });
    const rows = (await details.get(hr, target(no))).timeline;
    const idOfKind = (kind: string): string => rows.find((row) => row.kind === kind)?.factId ?? '';
    await expect(
      changes.correct(hr, {
        ...target(no),
        kind: 'engagement',
        factId: idOfKind('engagement'),
        from: '2023-01-09',
        reason: ' ',
      }),
    ).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await changes.correct(hr, {
      ...target(no),
      kind: 'engagement',
      factId: idOfKind('engagement'),
      from: '2023-01-09',
      reason: '合同日期',
    });
    // The clock stands still: who reads at this very instant sees what was just recorded.
    expect(await payOf(no, test.clock.millis())).toMatchObject({
      engagements: [{ from: '2023-01-09', joinedOn: '2023-01-09' }],
      grades: [{ from: '2023-01-09' }],
    });
    const base = (await details.get(hr, target(no))).timeline.find(
      (row) => row.kind === 'contribution' && row.inForce.length > 0,
    );
    await changes.correct(hr, {
      ...target(no),
      kind: 'contribution',
      factId: base?.factId ?? '',
      values: { insuranceBase: 430_800 },
      reason: '录入错误',
    });
    expect((await payOf(no))?.contributions).toMatchObject([{ from: '2023-01-09', insuranceBase: 430_800 }]);
    await expect(
      changes.correct(hr, {
        ...target(no),
        kind: 'contribution',
        factId: base?.factId ?? '',
        values: {},
        reason: '再改',
      }),
    ).rejects.toMatchObject({ code: 'FACT_NOT_IN_FORCE' });
    await changes.correctName(hr, { ...target(no), name: '测试甲', reason: '更名' });
    expect(await auditOf('worker.name-corrected')).toEqual([{ workerNo: no, reason: '更名' }]);
    expect((await details.get(hr, target(no))).name).toBe('测试甲');
  });

  it('re-hires the same person under the same number, never twice at once', async () => {
    const no = await hire(1, { phone: '13812345678' });
    await expect(hire(1, { joinedOn: '2023-05-01' })).rejects.toMatchObject({
      code: 'ENGAGEMENT_OVERLAP',
      place: { field: 'joinedOn' },
    });
    const returned = { ...target(no), lastDay: '2023-04-30', reason: '考核不合格' };
    expect(() => changes.endEngagement(hr, { ...returned, endReason: 'returned_to_agency' })).toThrow(
      expect.objectContaining({ code: 'RETURN_NEEDS_GROUND' }) as Error,
    );
    await changes.returnToAgency(hr, returned);
    expect(await hire(1, { joinedOn: '2023-06-01', agency: '乙派遣公司' })).toBe(no);
    const facts = await payOf(no);
    expect(facts?.engagements.map((e) => [e.from, e.to, e.joinedOn])).toEqual([
      ['2023-01-01', '2023-05-01', '2023-01-01'],
      ['2023-06-01', '2024-01-01', '2023-06-01'],
    ]);
    expect(facts?.assignments.map((a) => [a.from, a.to, a.gridCode])).toEqual([
      ['2023-01-01', '2023-05-01', 'G1'],
      ['2023-06-01', '2024-01-01', 'G1'],
    ]);
    expect(await auditOf('worker.hired')).toMatchObject([{ again: false }, { again: true }]);
    expect(await pay.workersInPost(window('2023-05-01', '2023-06-01'))).toEqual([]);
    expect(await pay.workersInPost(window('2023-05-01', '2023-06-02'))).toEqual([no]);
  });

  it('gives payroll every kind of piece, clipped to the window, and the standards beside them', async () => {
    const no = await hire(1, {
      ...{ joinedOn: '2022-03-01', certificate: 'SW', bankCard: '6222021234567890128', bankName: '建设银行' },
      ...{
        insuranceBase: 405_300,
        fundMember: true,
        fundBase: 300_000,
        fundEmployerRate: '0.050',
        fundEmployeeRate: '0.05',
      },
    });
    await changes.move(hr, { ...target(no), from: '2023-03-10', gridCode: 'G2' });
    await changes.changeStatus(hr, { ...target(no), from: '2023-09-01', status: 'suspended', statusReason: 'unpaid_leave' });
    await changes.setContributions(hr, {
      ...target(no),
      from: '2023-07-01',
      patch: { insuranceBase: 430_800, fundMember: false },
    });
    await agencies.setFee(hr, centre.id, agency.id, '2023-01-01', { kind: 'per_head', amount: 6000 });
    await agencies.setFee(hr, centre.id, agency.id, '2023-07-01', { kind: 'rate', rate: '0.018' });
    await structure.saveGrades(hr, centre.id, [
      { code: 'W1', name: '一级', postCode: 'W', base: 200_000, post: 50_000, performance: 60_000, from: '2023-10-01' },
    ]);
    const feeOn = async (on: LocalDate) => (await agencies.feesOn(hr, centre.id, on)).get(agency.id);
    expect([await feeOn('2022-12-31'), await feeOn('2023-06-30'), await feeOn('2023-07-01')]).toMatchObject([
      ...[undefined, { kind: 'per_head', amount: 6000 }],
      { kind: 'rate', rate: '0.018' },
    ]);
    expect(await structure.certificateStandards(hr, centre.id, '2022-12-31')).toEqual([]);
    expect(await structure.certificateStandards(hr, centre.id, '2023-01-01')).toMatchObject([
      { code: 'SW', amount: 20_000 },
    ]);
    const facts = await payOf(no);
    expect(facts).toMatchObject({
      workerNo: no,
      engagements: [
        { from: '2023-01-01', to: '2023-09-01', agencyId: agency.id, status: 'in_post', joinedOn: '2022-03-01' },
        { from: '2023-09-01', to: '2024-01-01', status: 'suspended' },
      ],
      assignments: [
        { to: '2023-03-10', gridCode: 'G1' },
        { from: '2023-03-10', gridCode: 'G2' },
      ],
      grades: [{ from: '2023-01-01', to: '2024-01-01', gradeCode: 'W1', postCode: 'W' }],
      certificates: [{ from: '2023-01-01', to: '2024-01-01', code: 'SW' }],
      contributions: [
        {
          from: '2023-01-01',
          to: '2023-07-01',
          insured: true,
          insuranceBase: 405_300,
          fundMember: true,
          fundBase: 300_000,
          fundEmployerRate: '0.05',
          fundEmployeeRate: '0.05',
        },
        {
          from: '2023-07-01',
          to: '2024-01-01',
          insured: true,
          insuranceBase: 430_800,
          fundMember: false,
          fundBase: 0,
          fundEmployerRate: '0',
          fundEmployeeRate: '0',
        },
      ],
    });
    expect([...(await pay.cards(YEAR(), no, no))]).toMatchObject([[no, [{ from: '2023-01-01', to: '2024-01-01' }]]]);
    expect(await pay.gradeStandards(YEAR())).toEqual([
      { from: '2023-01-01', to: '2023-10-01', gradeCode: 'W1', base: 190_000, post: 50_000, performance: 60_000 },
      { from: '2023-10-01', to: '2024-01-01', gradeCode: 'W1', base: 200_000, post: 50_000, performance: 60_000 },
      { from: '2023-01-01', to: '2024-01-01', gradeCode: 'W2', base: 210_000, post: 60_000, performance: 80_000 },
    ]);
    expect(await pay.certificateStandards(YEAR())).toEqual([
      { from: '2023-01-01', to: '2024-01-01', code: 'SW', amount: 20_000 },
    ]);
    expect(await pay.agencyFees(YEAR())).toEqual([
      { from: '2023-01-01', to: '2023-07-01', agencyId: agency.id, kind: 'per_head', amount: 6000, rate: '0' },
      { from: '2023-07-01', to: '2024-01-01', agencyId: agency.id, kind: 'rate', amount: 0, rate: '0.018' },
    ]);
  });

  it('assigns to grids that exist then, and to one at a time unless covering', async () => {
    await structure.saveUnits(hr, centre.id, [
      { code: 'G9', name: '新网格', kind: 'grid', parentCode: 'Q1', from: '2023-06-01' },
    ]);
    await expect(hire(1, { gridCode: 'Q1' })).rejects.toMatchObject({
      code: 'NOT_A_GRID',
      place: { field: 'gridCode' },
    });
    await expect(hire(1, { gridCode: 'G9' })).rejects.toMatchObject({ code: 'GRID_NOT_VALID' });
    await expect(hire(1, { gridCode: 'G7' })).rejects.toMatchObject({ code: 'UNKNOWN_GRID' });
    const no = await hire(1);
    await expect(
      changes.assign(hr, { ...target(no), from: '2023-07-01', gridCode: 'G9', covering: false }),
    ).rejects.toMatchObject({ code: 'ASSIGNMENT_OVERLAP' });
    expect(
      await changes.assign(hr, { ...target(no), from: '2023-07-01', to: '2023-08-01', gridCode: 'G9', covering: true }),
    ).toBe(true);
    expect(await changes.move(hr, { ...target(no), from: '2023-07-01', gridCode: 'G1' })).toBe(false);
    expect((await payOf(no))?.assignments.map((a) => a.gridCode)).toEqual(['G1']);
  });

  it('refuses bad fields by name, all at once, and writes nothing', async () => {
    const people = [
      person(1),
      person(2, {
        idNumber: idOf(2).slice(0, 17) + (idOf(2).endsWith('1') ? '2' : '1'),
        phone: '123',
        joinedOn: '2023-02-31',
      }),
      person(3, { name: '=cmd' }),
    ];
    const error = (await loader.load(hr, centre.id, people).catch((e: unknown) => e)) as DomainError;
    expect(error).toMatchObject({ code: 'ROSTER_INVALID', params: { count: 4 } });
    expect(error.details.map((d) => [d.place.row, d.place.field, d.code])).toEqual([
      [2, 'idNumber', 'ID_CHECK_DIGIT'],
      [2, 'phone', 'PHONE_INVALID'],
      [2, 'joinedOn', 'NOT_A_DATE'],
      [3, 'name', 'TEXT_INVALID'],
    ]);
    expect(toProblem(error).details.every((p) => p.code !== 'BUG')).toBe(true);
    await expect(hire(4, { idNumber: idOf(4, '20070302') })).rejects.toMatchObject({ code: 'WORKER_TOO_YOUNG' });
    await expect(hire(4, { fundMember: true, fundBase: 100_000, fundEmployerRate: '0.05' })).rejects.toMatchObject({
      code: 'MISSING_FIELD',
      params: { name: 'fundEmployeeRate' },
    });
    await expect(hire(4, { certificate: 'XX' })).rejects.toMatchObject({ code: 'UNKNOWN_CERTIFICATE' });
    expect(await test.db.query('SELECT no FROM worker WHERE centre_id = ?', [centre.id])).toEqual([]);
  });

  it('shows people of another centre to nobody', async () => {
    const no = await hire(1);
    const stranger = actorFor('01850000-0000-7000-8000-0000000000ff');
    const other = await centres.create(ADMIN, { code: `X${codes}`, name: '另一中心', region: '430200' });
    const theirs = actorFor(other.id);
    await expect(details.get(stranger, target(no))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(details.get(theirs, { centreId: other.id, workerNo: no })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      params: { what: 'worker' },
    });
    await expect(
      changes.changeGrade(theirs, { centreId: other.id, workerNo: no, from: '2023-02-01', gradeCode: 'W2' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      agencies.setFee(theirs, other.id, agency.id, '2023-01-01', { kind: 'rate', rate: '0.01' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await list.page(theirs, { centreId: other.id, search: idOf(1) })).rows).toEqual([]);
    expect(await directory.byNumbers(other.id, [no])).toEqual(new Map());
    expect((await pay.payFacts({ ...YEAR(), centreId: other.id }, no, no)).length).toBe(0);
    await expect(list.page(actorFor(centre.id, ['run:read']), { centreId: centre.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(centres.byCode(theirs, centre.code)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await centres.list(theirs)).map((c) => c.id)).toEqual([other.id]);
  });

  it('masks personal values everywhere and reveals one for a purpose that the log keeps', async () => {
    const no = await hire(1, { phone: '13812345678', bankCard: '6222021234567890128' });
    const detail = await details.get(hr, target(no));
    expect(detail).toMatchObject({ idNumberMasked: `430***********${idOf(1).slice(-4)}`, birthDate: '1990-03-07' });
    const text = JSON.stringify([detail, await list.page(hr, { centreId: centre.id })]);
    for (const secret of [idOf(1), '13812345678', '6222021234567890128']) expect(text).not.toContain(secret);
    expect(text).toContain('138****5678');
    expect(text).toContain('**** 0128');
    expect(await details.reveal(hr, { ...target(no), what: 'idNumber', purpose: '社保申报' })).toBe(idOf(1));
    expect(await details.reveal(hr, { ...target(no), what: 'bankCard', purpose: '退票核对' })).toBe(
      '6222021234567890128',
    );
    await expect(details.reveal(hr, { ...target(no), what: 'phone', purpose: ' ' })).rejects.toMatchObject({
      code: 'MISSING_FIELD',
    });
    await expect(
      details.reveal(actorFor(centre.id, ['roster:read']), { ...target(no), what: 'phone', purpose: '联系' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await auditOf('worker.revealed')).toEqual([
      { workerNo: no, what: 'idNumber', reason: '社保申报' },
      { workerNo: no, what: 'bankCard', reason: '退票核对' },
    ]);
  });

  it('stores no ID number, phone or card that could be read', async () => {
    const no = await hire(1, { phone: '13912345678', bankCard: '6222021234567890128' });
    await changes.changePhone(hr, { ...target(no), from: '2023-02-01', phone: '15012345678' });
    const second = await cards.enter(hr, { ...target(no), from: '2023-02-01', bankCard: '8100123456789012' });
    expect(second).toMatchObject({ outcome: 'proposed' });
    const dump: unknown[] = [];
    for (const table of ['worker', 'phone_fact', 'bank_card_fact', 'card_change', 'audit_entry'])
      dump.push(await test.db.query(`SELECT * FROM ${table}`));
    const files =
      test.engine === 'sqlite'
        ? [sqliteFile(test.url), `${sqliteFile(test.url)}-wal`].filter(existsSync).map((f) => readFileSync(f, 'latin1'))
        : [];
    const raw = JSON.stringify(dump) + files.join('');
    for (const secret of [
      idOf(1),
      idOf(1).slice(6, 14),
      '13912345678',
      '15012345678',
      '6222021234567890128',
      '8100123456789012',
    ])
      expect(raw.includes(secret)).toBe(false);
    expect((await pay.cards(YEAR(), no, no)).get(no)).toHaveLength(1);
  });

  it('sorts by what is in force on the date, and its pages neither repeat nor skip anybody', async () => {
    const grids = ['G2', 'G1', 'G2', 'G1', 'G1'];
    const people = [1, 2, 3, 4, 5].map((n) => person(n, { gridCode: grids[n - 1], agency: n % 2 === 0 ? 'A2' : 'A1' }));
    await loader.load(hr, centre.id, people);
    const numbers = (await list.page(hr, { centreId: centre.id })).rows.map((w) => w.no);
    await changes.endEngagement(hr, { ...target(numbers[0] ?? 0), lastDay: '2023-02-28', endReason: 'left' });
    await changes.move(hr, { ...target(numbers[1] ?? 0), from: '2023-03-01', gridCode: 'G2' });
    await changes.correctName(hr, { ...target(numbers[4] ?? 0), name: '阿五', reason: '改名' });
    const sorted = async (field: WorkerSort, descending: boolean, on: LocalDate): Promise<string> => {
      const names: string[] = [];
      for (let after: Position | undefined; ;) {
        const page = await list.page(hr, { centreId: centre.id, on, page: { field, descending, after, limit: 2 } });
        names.push(...page.rows.map((w) => w.name.slice(-1)));
        if (!page.next) return names.join('');
        after = page.next;
      }
    };
    expect(await sorted('workerNo', true, '2023-03-15')).toBe('五4321');
    // By pinyin: 阿 comes before 测, whatever their code points.
    expect(await sorted('name', false, '2023-03-15')).toBe('五1234');
    expect(await sorted('name', true, '2023-03-15')).toBe('4321五');
    expect(await sorted('grid', false, '2023-02-15')).toBe('24五13');
    expect(await sorted('agency', false, '2023-02-15')).toBe('13五24');
    // From March the first has left: no grid, no agency, no day of joining.
    expect(await sorted('grid', false, '2023-03-15')).toBe('14五23');
    expect(await sorted('grid', true, '2023-03-15')).toBe('32五41');
    expect(await sorted('agency', false, '2023-03-15')).toBe('13五24');
    expect(await sorted('joinedOn', true, '2023-03-15')).toBe('五4321');
    const tooMany = list.page(hr, { centreId: centre.id, page: { field: 'name', descending: false, limit: 501 } });
    await expect(tooMany).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
  });

  it('lists page by page, filtered and searched, as of a date', async () => {
    await loader.load(
      hr,
      centre.id,
      [1, 2, 3, 4, 5].map((n) =>
        person(n, { phone: `1380000000${n}`, gridCode: n > 3 ? 'G2' : 'G1', agency: n === 5 ? 'A2' : 'A1' }),
      ),
    );
    const byNumber = { field: 'workerNo', descending: false, limit: 3 } as const;
    const all = await list.page(hr, { centreId: centre.id, page: byNumber });
    const third = all.rows[2]?.no ?? 0;
    expect([all.rows.map((w) => w.name), all.next]).toEqual([
      ['测试1', '测试2', '测试3'],
      { value: third, key: third },
    ]);
    const rest = await list.page(hr, { centreId: centre.id, page: { ...byNumber, after: all.next ?? undefined } });
    expect([rest.rows.map((w) => w.name), rest.next]).toEqual([['测试4', '测试5'], null]);
    await changes.move(hr, { ...target(third), from: '2023-03-01', gridCode: 'G2' });
    await changes.changePhone(hr, { ...target(third), from: '2023-03-01', phone: '13800000009' });
    await changes.endEngagement(hr, { ...target(third + 1), lastDay: '2023-02-28', endReason: 'left' });
    const found = async (query: object, on: LocalDate) =>
      (await list.page(hr, { centreId: centre.id, on, ...query })).rows.map((w) => w.name.slice(2)).join();
    expect(await found({ unitCode: 'Q2' }, '2023-02-15')).toBe('4,5');
    expect(await found({ unitCode: 'Q2' }, '2023-03-15')).toBe('3,5');
    expect(await found({ unitCode: 'S1' }, '2023-03-15')).toBe('1,2,3,5');
    expect(await found({ agency: '乙派遣公司' }, '2023-03-15')).toBe('5');
    expect(await found({ engagedOnly: true }, '2022-12-31')).toBe('');
    expect(await found({ engagedOnly: true }, '2023-03-01')).toBe('1,2,3,5');
    expect(await found({ search: '13800000003' }, '2023-02-15')).toBe('3');
    expect(await found({ search: '13800000003' }, '2023-03-15')).toBe('');
    expect(await found({ search: '138 0000 0009' }, '2023-03-15')).toBe('3');
    expect(await found({ search: idOf(2).toLowerCase() }, '2023-03-15')).toBe('2');
    expect(await found({ search: '测试' }, '2023-03-15')).toBe('1,2,3,4,5');
    expect(await found({ search: '试' }, '2023-03-15')).toBe('');
    expect(await found({ search: String(third) }, '2023-03-15')).toBe('3');
    expect(rest.rows[1]).toMatchObject({
      agencyCode: 'A2',
      gridCode: 'G2',
      gradeCode: 'W1',
      postCode: 'W',
      status: 'in_post',
      joinedOn: '2023-01-01',
      phoneMasked: '138****0005',
    });
  });

  it('loads people with a number of reads that goes by slices of them, not by heads, and resolves them in bulk', async () => {
    const people = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) =>
        person(from + i, { idNumber: manyId(from + i), phone: `139${String(from + i).padStart(8, '0')}` }),
      );
    const statements = async (work: () => Promise<unknown>): Promise<{ reads: number; writes: number }> => {
      const query = jest.spyOn(test.db, 'query');
      const execute = jest.spyOn(test.db, 'execute');
      await work();
      const counted = { reads: query.mock.calls.length, writes: execute.mock.calls.length };
      query.mockRestore();
      execute.mockRestore();
      return counted;
    };
    const thousand = await statements(() => loader.load(hr, centre.id, people(0, 1000)));
    let loaded: Awaited<ReturnType<RosterLoader['load']>> | undefined;
    const twoThousand = await statements(async () => (loaded = await loader.load(hr, centre.id, people(1000, 2000))));
    expect(loaded).toMatchObject({ created: 2000, changed: 0, same: 0 });
    // Each slice of 500 people asks as often as any other, whatever their number.
    expect(thousand.reads).toBeLessThanOrEqual(2 * 20);
    expect(twoThousand.reads).toBeLessThanOrEqual(2 * thousand.reads);
    // Terms of names are no round number: what is left of a hundred goes in one by one.
    expect(twoThousand.writes).toBeLessThanOrEqual((11 * 2000) / 100 + 4 * 120);
    const again = await statements(async () => (loaded = await loader.load(hr, centre.id, people(0, 2000))));
    expect(loaded).toMatchObject({ created: 0, changed: 0, same: 2000 });
    expect(again.reads).toBeLessThanOrEqual(4 * 60);
    const numbers = loaded?.people.map((p) => p.no) ?? [];
    expect(new Set(numbers).size).toBe(2000);
    const range = [Math.min(...numbers), Math.max(...numbers)] as const;
    const few = await statements(() => pay.payFacts(YEAR(), range[0], range[0]));
    let facts: Awaited<ReturnType<typeof pay.payFacts>> = [];
    expect(await statements(async () => (facts = await pay.payFacts(YEAR(), ...range)))).toEqual(few);
    expect([facts.length, facts.every((f) => f.grades.length === 1 && f.assignments.length === 1)]).toEqual([
      2000,
      true,
    ]);
    expect((await pay.workersInPost(YEAR())).length).toBe(3000);
    const resolved = await directory.resolve(centre.id, [
      { idNumber: manyId(5).toLowerCase() },
      { workerNo: numbers[6] },
      { workerNo: numbers[0], idNumber: manyId(1) },
      { idNumber: manyId(5000) },
    ]);
    expect(resolved).toMatchObject([
      { worker: { no: numbers[5] } },
      { name: '测试6' },
      { wrong: 'WORKER_NO_DIFFERS' },
      { wrong: 'UNKNOWN_WORKER' },
    ]);
    expect((await names.names(centre.id, numbers.slice(0, 2))).get(numbers[1] as number)).toBe('测试1');
  });

  it('gives two loaders at the same time different numbers, and one person one number', async () => {
    const load = (from: number) =>
      loader.load(
        hr,
        centre.id,
        [1, 2, 3].map((n) => person(from + n)),
      );
    const [a, b] = await Promise.all([load(10), load(20)]);
    expect(new Set([...a.people, ...b.people].map((p) => p.no)).size).toBe(6);
    const twice = await Promise.allSettled([hire(50), hire(50)]);
    expect(twice.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(
      await test.db.query('SELECT no FROM worker WHERE centre_id = ? AND name = ?', [centre.id, '测试50']),
    ).toHaveLength(1);
  });

  describe('import', () => {
    const rowsOf = (sheet: string, rows: ParsedRow['values'][]): ParsedRow[] =>
      rows.map((values, i) => ({ sheet, row: i + 2, values }));
    const run = async (
      handler: RosterImport | BasesImport,
      rows: ParsedRow[],
      dryRun = false,
    ): Promise<Omit<ImportResult, 'batchId' | 'wrong'>> =>
      test.uow.run(async () => {
        const { apply, ...plan } = await handler.plan({ actor: hr, centreId: centre.id }, rows);
        if (!dryRun && plan.errors.length === 0) await apply();
        return plan;
      });
    const row = (n: number, more: ParsedRow['values'] = {}): ParsedRow['values'] => ({
      name: `测试${n}`,
      idNumber: idOf(n),
      agency: '甲派遣公司',
      joinedOn: '2023-01-01',
      gridCode: 'G1',
      gradeCode: 'W1',
      ...more,
    });
    const people = (...rows: ParsedRow['values'][]) => rowsOf('人员', rows);
    const countRows = async () =>
      Number(
        (await test.db.one<{ n: number }>('SELECT COUNT(*) AS n FROM grade_fact WHERE centre_id = ?', [centre.id]))?.n,
      );

    it('comes in as a workbook through the module: dry run, cell errors, then all of it', async () => {
      const store = [
        { provide: Database, useValue: test.db },
        { provide: UnitOfWork, useValue: test.uow },
      ];
      @Global()
      @Module({ providers: store, exports: [Database, UnitOfWork] })
      class StoreModule {}
      const keys = mkdtempSync(path.join(tmpdir(), 'gridstaff-keys-'));
      const env = { DATABASE_URL: test.url, GRID_KEY_DIR: keys };
      const app = await Test.createTestingModule({
        imports: [RuntimeModule.from({ env, clock: test.clock }), StoreModule, RosterModule],
      }).compile();
      await app.init();
      const imports = app.get(ImportService, { strict: false });
      const text = (header: string) => ({ header, kind: 'text' as const });
      const file = (rows: (string | number)[][], idKind: 'text' | 'int' = 'text') =>
        writeWorkbook([
          {
            name: 'Sheet1',
            columns: [
              text('姓名'),
              { header: '证件号码', kind: idKind },
              ...['派遣公司', '入职日期', '网格编码', '岗级'].map(text),
            ],
            rows,
          },
        ]);
      const bring = async (fileOf: Promise<Buffer>, dryRun: boolean) =>
        imports.run(hr, { kind: 'roster', centreId: centre.id, fileName: '花名册.xlsx', file: await fileOf, dryRun });
      const line = (n: number, joinedOn = '2023-01-01') => [`测试${n}`, idOf(n), '甲派遣公司', joinedOn, 'G1', 'W1'];
      expect(
        await bring(file([['测试1', 430204199003070000, 'A1', '2023-01-01', 'G1', 'W1']], 'int'), false),
      ).toMatchObject({ batchId: null, errors: [{ row: 2, column: '证件号码', code: 'NUMERIC_ID_CELL' }] });
      expect(await bring(file([line(1), line(2, '2023-02-30')]), false)).toMatchObject({
        batchId: null,
        wrong: 1,
        errors: [{ row: 3, column: '入职日期', code: 'NOT_A_DATE' }],
      });
      expect(await bring(file([line(1), line(2)]), true)).toMatchObject({ batchId: null, created: 2, errors: [] });
      expect(await pay.workersInPost(YEAR())).toEqual([]);
      expect(await bring(file([line(1), line(2)]), false)).toMatchObject({ created: 2, errors: [] });
      expect(await app.get(PayFactsReader).workersInPost(YEAR())).toHaveLength(2);
      expect(await imports.template('bases')).toBeInstanceOf(Buffer);
      expect(await auditOf('roster.loaded')).toEqual([{ created: 2, changed: 0, same: 0, reason: null }]);
      await app.close();
      rmSync(keys, { recursive: true });
    });

    it('fills a fresh centre from one file: units, grades, allowances and people', async () => {
      const file = [
        ...rowsOf('机构', [
          { code: 'G5', name: '五网格', kind: '网格', parentCode: 'Q5', quota: 1 },
          { code: 'Q5', name: '五社区', kind: 'community', parentCode: 'S1' },
          { code: 'S1', name: '街道', kind: '街道' },
        ]),
        ...rowsOf('岗级', [
          {
            code: 'W3',
            name: '三级',
            postCode: 'W',
            base: 230_000,
            post: 70_000,
            performance: 90_000,
            from: '2023-01-01',
          },
        ]),
        ...rowsOf('证书津贴', [{ code: 'SW2', amount: 30_000, from: '2023-01-01' }]),
        ...people(row(1, { gridCode: 'G5', gradeCode: 'W3', certificate: 'SW2', insured: '否', status: '试用' })),
      ];
      expect(await run(rosterImport, file)).toEqual({ created: 5, changed: 0, same: 1, errors: [] });
      const [no] = await pay.workersInPost(YEAR());
      expect(await payOf(no as number)).toMatchObject({
        engagements: [{ status: 'probation' }],
        assignments: [{ gridCode: 'G5' }],
        certificates: [{ code: 'SW2' }],
        contributions: [{ insured: false }],
      });
      expect((await structure.units(hr, centre.id)).find((u) => u.code === 'G5')).toMatchObject({
        kind: 'grid',
        quota: 1,
      });
      expect(await run(rosterImport, file)).toEqual({ created: 0, changed: 0, same: 6, errors: [] });
    });

    it('reports each wrong cell by sheet, row and column and writes nothing', async () => {
      await hire(1);
      const before = await countRows();
      const wrongCheck = idOf(3).slice(0, 17) + (idOf(3).endsWith('5') ? '6' : '5');
      const result = await run(
        rosterImport,
        people(
          row(2),
          row(3, { idNumber: wrongCheck }),
          row(2, { name: '别人' }),
          row(4, { agency: '丙公司', gridCode: 'Q1', gradeCode: 'W9' }),
          row(1, { name: '改名' }),
          row(1, { gradeCode: 'W2' }),
          row(5, { bankCard: '62220212345678901', phone: '23812345678', joinedOn: '2203-01-01' }),
          row(6, { gridCode: 'Q1' }),
          row(7, { idNumber: '430204900307152', workerNo: 99 }),
        ),
      );
      expect(result.errors.map((e) => [e.row, e.column, e.code, e.value])).toEqual([
        [3, '证件号码', 'ID_CHECK_DIGIT', `***${wrongCheck.slice(-4)}`],
        [5, '派遣公司', 'UNKNOWN_AGENCY', '丙公司'],
        [5, '岗级', 'UNKNOWN_GRADE', 'W9'],
        [8, '手机号', 'PHONE_INVALID', '***5678'],
        [8, '入职日期', 'OUT_OF_RANGE', '2203-01-01'],
        [8, '银行卡号', 'BANK_CARD_INVALID', '***8901'],
        [10, '证件号码', 'ID_FIFTEEN_DIGITS', '***7152'],
        [4, '证件号码', 'ROSTER_DUPLICATE_ROW', `***${idOf(2).slice(-4)}`],
        [7, '证件号码', 'ROSTER_DUPLICATE_ROW', `***${idOf(1).slice(-4)}`],
        [6, '姓名', 'WORKER_NAME_DIFFERS', '改名'],
        [9, '网格编码', 'NOT_A_GRID', 'Q1'],
      ]);
      expect(result.errors.find((e) => e.row === 7)?.params).toEqual({ row: 6 });
      expect(await countRows()).toBe(before);
    });

    it('changes known people from the effective date alone and asks for it', async () => {
      const no = await hire(1, { phone: '13812345678' });
      expect((await run(rosterImport, people(row(1, { gradeCode: 'W2' })))).errors).toMatchObject([
        { row: 2, column: '生效日期', code: 'EFFECTIVE_DATE_REQUIRED' },
      ]);
      const change = people(
        row(1, { gradeCode: 'W2', phone: '13900000000', insuranceBase: 500_000, effectiveFrom: '2023-04-01' }),
      );
      expect(await run(rosterImport, change, true)).toMatchObject({ changed: 1, errors: [] });
      expect((await payOf(no))?.grades).toHaveLength(1);
      expect(await run(rosterImport, change)).toMatchObject({ created: 0, changed: 1, same: 0 });
      expect((await payOf(no))?.grades.map((g) => [g.from, g.gradeCode])).toEqual([
        ['2023-01-01', 'W1'],
        ['2023-04-01', 'W2'],
      ]);
      expect(await run(rosterImport, change)).toMatchObject({ changed: 0, same: 1 });
      expect(
        (await run(rosterImport, people(row(1, { gradeCode: 'W1', effectiveFrom: '2022-12-01' })))).errors,
      ).toMatchObject([{ column: '生效日期', code: 'NOT_ENGAGED' }]);
      expect((await run(rosterImport, people(row(1, { joinedOn: '2023-02-01' })))).errors).toMatchObject([
        { column: '入职日期', code: 'ENGAGEMENT_DATES_DIFFER' },
      ]);
      const leaving = people(
        row(1, { gradeCode: 'W2', phone: '13900000000', lastDay: '2023-06-30', endReason: '退回派遣公司' }),
      );
      expect(await run(rosterImport, leaving)).toMatchObject({ changed: 1, errors: [] });
      expect(await run(rosterImport, leaving)).toMatchObject({ same: 1, errors: [] });
      expect((await payOf(no))?.engagements).toMatchObject([{ to: '2023-07-01' }]);
      expect(await run(rosterImport, people(row(1, { joinedOn: '2023-09-01', agency: 'A2' })))).toMatchObject({
        created: 0,
        changed: 1,
        errors: [],
      });
      expect((await payOf(no))?.engagements).toHaveLength(2);
    });

    it('sets contribution bases by either key and leaves what is empty', async () => {
      const [a, b] = [
        await hire(1),
        await hire(2, { fundMember: true, fundBase: 300_000, fundEmployerRate: '0.05', fundEmployeeRate: '0.05' }),
      ];
      const rows = rowsOf('缴费基数', [
        { idNumber: idOf(1), insuranceBase: 430_800, from: '2023-07-01' },
        { workerNo: b, insuranceBase: 440_000, fundBase: 320_000, from: '2023-07-01' },
      ]);
      expect(await run(basesImport, rows)).toEqual({ created: 0, changed: 2, same: 0, errors: [] });
      expect(await run(basesImport, rows)).toEqual({ created: 0, changed: 0, same: 2, errors: [] });
      expect((await payOf(a))?.contributions[1]).toMatchObject({
        from: '2023-07-01',
        insuranceBase: 430_800,
        insured: true,
      });
      expect((await payOf(b))?.contributions[1]).toMatchObject({
        fundMember: true,
        fundBase: 320_000,
        fundEmployerRate: '0.05',
      });
      const wrong = await run(
        basesImport,
        rowsOf('缴费基数', [
          { idNumber: idOf(3), from: '2023-07-01' },
          { from: '2023-07-01' },
          { workerNo: a, idNumber: idOf(2), from: '2023-07-01' },
          { workerNo: a, from: '2022-07-01' },
          { workerNo: b, insuranceBase: -1, from: '2023-07-01' },
          { workerNo: b, from: '2023-08-01' },
        ]),
      );
      expect(wrong.errors.map((e) => [e.row, e.column, e.code]).sort()).toEqual([
        [2, '证件号码', 'UNKNOWN_WORKER'],
        [3, '证件号码', 'MISSING_FIELD'],
        [4, '工号', 'WORKER_NO_DIFFERS'],
        [5, '生效日期', 'NOT_ENGAGED'],
        [6, '缴费基数', 'NEGATIVE_AMOUNT'],
        [7, '', 'ROSTER_DUPLICATE_ROW'],
      ]);
    });
  });
});
