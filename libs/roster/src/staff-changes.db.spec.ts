import { auditEntities } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { DispatchModule, dispatchEntities, DispatchMatters, Returns } from '@gridstaff/dispatch';
import { exchangeEntities, writeWorkbook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import {
  Agencies,
  Centres,
  checkDigitOf,
  rosterEntities,
  RosterLoader,
  RosterModule,
  StaffChangeHistory,
  StaffChangePeople,
  type StaffChangeRequest,
  StaffChanges,
  Structure,
  Units,
  WorkerChanges,
  WorkerDetails,
  WorkerTerms,
} from '.';

const actor = (n: string, ...permissions: Permission[]): Actor => ({
  userId: `01850000-0000-7000-8000-00000000000${n}`,
  personId: `01850000-0000-7000-8000-00000000001${n}`,
  grants: new Map([['*', new Set(permissions)]]),
});
const HR = actor('a', 'centre:manage', 'roster:read', 'roster:write', 'roster:import', 'agency:manage', 'grade:manage');
const OTHER = actor('b', 'roster:read', 'roster:write');
const READER = actor('c', 'roster:read', 'run:read');

const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};
interface Piece {
  said: string;
  from: string;
  to: string;
}

/** Neighbours that say the same are one: what holds, whatever rows it rests on. */
function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of [...pieces].sort((x, y) => (`${x.said} ${x.from}` < `${y.said} ${y.from}` ? -1 : 1))) {
    const last = found.at(-1);
    if (last?.said === piece.said && last.to === piece.from) last.to = piece.to;
    else found.push({ ...piece });
  }
  return found;
}

const REASON = { reason: '年度调整', documentNo: '石网〔2024〕3号' };

describe('changes of many people in one act', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let centreId: Id;
  let codes = 0;
  let numbers: number[];

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...exchangeEntities, ...rosterEntities, ...dispatchEntities]);
    rooms = await startRooms(test, [RosterModule, DispatchModule]);
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    centreId = (await rooms.get(Centres).create(HR, { code: `C${++codes}`, name: '网格中心', region: '430200' })).id;
    await rooms.get(Agencies).create(HR, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(HR, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      ...['G1', 'G2', 'G3'].map((code) => ({ code, name: code, kind: 'grid' as const, parentCode: 'S1' })),
    ]);
    const standard = { post: 50_000, performance: 60_000, from: '2022-01-01' };
    await rooms.get(Structure).saveGrades(HR, centreId, [
      { code: 'W1', name: '一级', postCode: 'W', base: 190_000, ...standard },
      { code: 'W2', name: '二级', postCode: 'W', base: 210_000, ...standard },
      { code: 'Z1', name: '组长', postCode: 'Z', base: 260_000, ...standard },
    ]);
    const people = [1, 2, 3, 4].map((n) => ({
      ...{ name: `测试${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn: '2023-01-01', gridCode: 'G1', gradeCode: 'W1' },
    }));
    numbers = (await rooms.get(RosterLoader).load(HR, centreId, people)).people.map(({ no }) => no);
    test.clock.advance(1000);
  });

  const preview = (request: Omit<StaffChangeRequest, 'centreId' | 'reason'>, by = HR) =>
    rooms.get(StaffChanges).preview(by, { centreId, ...REASON, ...request });
  /** Looks and carries out what was seen. */
  const carryOut = async (request: Omit<StaffChangeRequest, 'centreId' | 'reason'>, by = HR) => {
    const { lines } = await preview(request, by);
    const seen = new Map(lines.map((line) => [line.workerNo, line.seen]));
    const done = await rooms.get(StaffChanges).carryOut(by, {
      ...{ centreId, ...REASON, ...request },
      lines: request.lines.map((line) => ({ ...line, seen: seen.get(line.workerNo) as string })),
    });
    test.clock.advance(1000);
    return done;
  };
  const transfer = (gridCode: string, of = numbers) => ({ kind: 'transfer' as const, date: '2024-03-01', lines: of.map((workerNo) => ({ workerNo, gridCode })) });
  const codesOf = (lines: readonly { problems: readonly { code: string }[] }[]) => lines.map(({ problems }) => problems.map(({ code }) => code));

  /** What is in force of everybody, and what lists and checks are made from. */
  const state = async (): Promise<unknown> => {
    const pieces: Piece[] = [];
    for (const workerNo of numbers) {
      const { timeline } = await rooms.get(WorkerDetails).get(HR, { centreId, workerNo });
      for (const { kind, values, inForce } of timeline)
        pieces.push(...inForce.map(({ from, to }) => ({ said: `${workerNo} ${kind} ${JSON.stringify(values)}`, from, to })));
    }
    const rows = await test.db.query<{ valid_from: string; valid_to: string }>('SELECT * FROM worker_standing WHERE centre_id = ?', [centreId]);
    const standing = rows.map(({ valid_from: from, valid_to: to, ...says }) => ({ said: JSON.stringify(says), from, to }));
    const query = { centreId, on: '2024-06-01', page: { field: 'key', descending: false, limit: 100 } } as const;
    return { people: joined(pieces), standing: joined(standing), findings: await rooms.get(DispatchMatters).findings(HR, query) };
  };

  it('moves everybody in one act, shows from and to, and takes it back so that everything holds that held before', async () => {
    const before = await state();
    const looked = await preview(transfer('G2'));
    expect(looked.ready).toBe(4);
    expect(looked.lines[0]).toMatchObject({ name: '测试1', before: { gridCode: 'G1', gradeCode: 'W1' }, after: { gridCode: 'G2', gradeCode: 'W1' }, problems: [] });
    expect(await state()).toEqual(before);
    const { id, people } = await carryOut(transfer('G2'));
    expect(people).toBe(4);
    expect(await state()).not.toEqual(before);
    const [facts] = await test.db.query<{ n: number; reason: string }>(
      `SELECT COUNT(*) AS n, MIN(t.reason) AS reason FROM assignment_fact t JOIN batch_row r ON r.row_id = t.id WHERE r.batch_id = ?`,
      [id],
    );
    expect({ ...facts, n: Number(facts?.n) }).toEqual({ n: 4, reason: '年度调整（石网〔2024〕3号）' });
    const history = rooms.get(StaffChangeHistory);
    const { change, lines } = await history.get(HR, centreId, id);
    expect(change).toMatchObject({ kind: 'transfer', date: '2024-03-01', documentNo: '石网〔2024〕3号', people: 4, undo: null });
    expect(lines[3]).toMatchObject({ name: '测试4', before: { gridCode: 'G1' }, after: { gridCode: 'G2' } });
    expect(await history.previewUndo(HR, centreId, id)).toMatchObject({ rows: 4, people: 4, uses: [] });
    await history.undo(HR, centreId, id, '文件撤回');
    expect(await state()).toEqual(before);
    const newest = { field: 'recordedAt', descending: true, limit: 5 } as const;
    expect((await history.list(READER, centreId, newest)).rows).toMatchObject([{ id, undo: { reason: '文件撤回', taken: 4 } }]);
    await expect(history.undo(HR, centreId, id, '再来')).rejects.toMatchObject({ code: 'BATCH_UNDONE' });
    const audit = await test.db.query<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = ? ORDER BY seq', [id]);
    expect(audit.map(({ action }) => action)).toEqual(['roster.changed-in-bulk', 'roster.bulk-change-undone']);
  });

  it('is not taken back while a later change of one of them rests on it', async () => {
    const { id } = await carryOut(transfer('G2'));
    await rooms.get(WorkerChanges).move(HR, { centreId, workerNo: numbers[1] as number, from: '2024-05-01', gridCode: 'G3' });
    test.clock.advance(1000);
    await expect(rooms.get(StaffChangeHistory).undo(HR, centreId, id, '撤回')).rejects.toMatchObject({
      ...{ code: 'BATCH_USED', details: [expect.objectContaining({ code: 'BATCH_CHANGED_SINCE', place: { workerNo: numbers[1] } })] },
    });
  });

  it('says of each person why not, and carries out nobody while one is refused', async () => {
    const [first, second, third, fourth] = numbers as [number, number, number, number];
    await rooms.get(WorkerChanges).assign(HR, { centreId, workerNo: first, from: '2024-01-01', gridCode: 'G2', covering: true });
    await rooms.get(WorkerChanges).endEngagement(HR, { centreId, workerNo: second, lastDay: '2024-01-31', endReason: 'left' });
    await rooms.get(WorkerChanges).move(HR, { centreId, workerNo: third, from: '2024-03-01', gridCode: 'G2' });
    await rooms.get(WorkerChanges).move(HR, { centreId, workerNo: fourth, from: '2024-09-01', gridCode: 'G3' });
    test.clock.advance(1000);
    const { lines, ready } = await preview(transfer('G2'));
    expect(codesOf(lines)).toEqual([['STAFF_CHANGE_COVERS'], ['NOT_ENGAGED'], ['STAFF_CHANGE_NOTHING'], ['STAFF_CHANGE_LATER']]);
    expect(ready).toBe(1);
    const before = await state();
    await expect(carryOut(transfer('G2'))).rejects.toMatchObject({ code: 'STAFF_CHANGE_REFUSED', params: { count: 3 } });
    expect(await state()).toEqual(before);
    expect((await carryOut(transfer('G2', [fourth]))).people).toBe(1);
    await expect(preview(transfer('NONE', [first]))).resolves.toMatchObject({ lines: [{ problems: [{ code: 'UNKNOWN_GRID' }] }] });
    await expect(preview(transfer('G2', [first, first]))).rejects.toMatchObject({ code: 'STAFF_CHANGE_TWICE' });
    await expect(preview(transfer('G2', [999_999]))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(preview(transfer('G2'), READER)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('seats no more people than the unit has seats, by post where it counts by post', async () => {
    await rooms.get(Units).setSeats(HR, centreId, [{ unitCode: 'G2', postCode: 'W', seats: 3, from: '2023-01-01' }]);
    expect(codesOf((await preview(transfer('G2'))).lines)).toEqual([[], [], [], ['SEATS_FULL']]);
    await carryOut(transfer('G2', numbers.slice(0, 3)));
    const other = { kind: 'grade' as const, date: '2024-04-01', lines: [{ workerNo: numbers[0] as number, gradeCode: 'Z1' }] };
    expect(codesOf((await preview(other)).lines)).toEqual([['SEATS_FULL']]);
  });

  it('raises grades, and warns where the new standard is lower', async () => {
    const raise = (gradeCode: string, date: string) => ({ kind: 'grade' as const, date, lines: numbers.map((workerNo) => ({ workerNo, gradeCode })) });
    await carryOut(raise('W2', '2024-03-01'));
    const { lines } = await preview(raise('W1', '2024-05-01'));
    expect(lines[0]).toMatchObject({ before: { gradeCode: 'W2' }, after: { gradeCode: 'W1', postCode: 'W' }, problems: [{ severity: 'warning', code: 'GRADE_FALLS' }] });
    expect((await rooms.get(StaffChanges).supposed(HR, { centreId, ...REASON, ...raise('Z1', '2024-05-01') })).workers).toContainEqual({
      ...{ workerNo: numbers[0], from: '2024-05-01', kind: 'grade', gradeCode: 'Z1', postCode: 'Z' },
    });
  });

  it('renews contracts from the day after the last one, within the law of dispatch', async () => {
    const [first, second, third] = numbers as [number, number, number, number];
    const terms = rooms.get(WorkerTerms);
    const contract = { centreId, postKind: 'auxiliary' as const, startsOn: '2023-01-01', endsOn: '2024-12-31' };
    await terms.addContract(HR, { ...contract, workerNo: first });
    await terms.addContract(HR, { ...contract, workerNo: second });
    await terms.addContract(HR, { ...contract, workerNo: third, endsOn: undefined });
    test.clock.advance(1000);
    const renewal = (of: number[], months: number) => ({ kind: 'renewal' as const, date: '2024-12-01', lines: of.map((workerNo) => ({ workerNo, months })) });
    const short = await preview(renewal(numbers, 12));
    expect(codesOf(short.lines)).toEqual([['CONTRACT_TERM_SHORT'], ['CONTRACT_TERM_SHORT'], ['RENEWAL_OPEN_ENDED'], ['RENEWAL_NO_CONTRACT']]);
    const before = await state();
    const { lines } = await preview(renewal([first, second], 24));
    expect(lines[0]).toMatchObject({ before: { contractTo: '2024-12-31' }, after: { contractFrom: '2025-01-01', contractTo: '2026-12-31' }, problems: [] });
    const { id } = await carryOut(renewal([first, second], 24));
    expect(codesOf((await preview(renewal([first], 24))).lines)).toEqual([[]]);
    await rooms.get(StaffChangeHistory).undo(HR, centreId, id, '条款有误');
    expect(await state()).toEqual(before);
  });

  it('returns only those whose ground is in evidence and whom nothing protects; taken back, nobody was returned', async () => {
    const [first, second, third] = numbers as [number, number, number, number];
    const evidence = (workerNo: number) =>
      rooms.get(Returns).addEvidence(HR, { centreId, workerNo, kind: 'agreement_ended', happenedOn: '2022-12-31', document: '协议期满函' });
    await evidence(first);
    await evidence(second);
    await rooms.get(WorkerTerms).protect(HR, { centreId, workerNo: second, from: '2023-01-01', ground: 'pregnancy', evidence: '孕检证明' });
    test.clock.advance(1000);
    const back = (...of: number[]) => ({ kind: 'return' as const, date: '2024-02-29', lines: of.map((workerNo) => ({ workerNo, ground: 'rule12_3' })) });
    const { lines } = await preview(back(first, second, third));
    expect(codesOf(lines)).toEqual([[], ['RETURN_PROTECTED'], ['RETURN_EVIDENCE_MISSING']]);
    expect(codesOf((await preview({ ...back(first), lines: [{ workerNo: first, ground: 'whim' }] })).lines)).toEqual([['INVALID_INPUT']]);
    const before = await state();
    const { id } = await carryOut(back(first));
    expect(JSON.stringify((await state()) as object)).not.toContain('RETURN_WITHOUT_GROUND');
    await rooms.get(StaffChangeHistory).undo(HR, centreId, id, '协议续签');
    expect(await state()).toEqual(before);
    // The ground that was taken back gives no other return a ground.
    await rooms.get(WorkerChanges).returnToAgency(HR, { centreId, workerNo: first, lastDay: '2024-02-29', reason: '补录' });
    expect(JSON.stringify((await state()) as object)).toContain('RETURN_WITHOUT_GROUND');
  });

  it('of two clerks who have seen the same, one wins and the other is refused with nothing half written', async () => {
    const seen = new Map((await preview(transfer('G2'))).lines.map((line) => [line.workerNo, line.seen]));
    const act = (by: Actor, gridCode: string) =>
      rooms.get(StaffChanges).carryOut(by, {
        ...{ centreId, ...REASON, ...transfer(gridCode) },
        lines: numbers.map((workerNo) => ({ workerNo, gridCode, seen: seen.get(workerNo) as string })),
      });
    const outcomes = await Promise.allSettled([act(HR, 'G2'), act(OTHER, 'G3')]);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as { code: string; details: unknown[] }] : []));
    expect(refused).toMatchObject([{ code: 'STAFF_CHANGE_STALE', params: { count: 4 } }]);
    expect(refused[0]?.details).toHaveLength(4);
    const grids = await test.db.query<{ code: string; n: number }>(
      'SELECT unit_code AS code, COUNT(*) AS n FROM worker_standing WHERE centre_id = ? AND valid_from = ? GROUP BY unit_code',
      [centreId, '2024-03-01'],
    );
    expect(grids.map(({ n }) => Number(n))).toEqual([4]);
    expect((await rooms.get(StaffChangeHistory).list(HR, centreId, { field: 'recordedAt', descending: true, limit: 5 })).rows).toHaveLength(1);
  });

  it('finds whom a filter, a pasted list or a file means, and says what it does not find', async () => {
    const people = rooms.get(StaffChangePeople);
    await rooms.get(RosterLoader).hire(HR, centreId, { name: '测试1', idNumber: idNumber(9), agency: 'A1', joinedOn: '2023-01-01', gridCode: 'G3', gradeCode: 'W1' });
    const named = await people.byTexts(HR, centreId, ['测试2', `${numbers[2]}`, idNumber(4).toLowerCase(), '测试1', '无此人', idNumber(88), '']);
    expect(named.map(({ worker, problem }) => worker?.workerNo ?? problem?.code)).toEqual([
      ...[numbers[1], numbers[2], numbers[3], 'STAFF_CHANGE_NAMESAKES', 'STAFF_CHANGE_NAME', 'STAFF_CHANGE_NAME'],
    ]);
    expect(named[5]?.text).toBe(`…${idNumber(88).slice(-4)}`);
    expect((await people.byFilter(HR, { centreId, on: '2024-01-01', unitCode: 'G1' })).map(({ worker }) => worker?.workerNo)).toEqual(numbers);
    const columns = ['工号', '姓名', '调入网格', '备注'].map((header) => ({ header, kind: 'text' as const }));
    const file = await writeWorkbook([{ name: '名单', columns, rows: [[`${numbers[0]}`, '测试1', 'G3', ''], ['', '测试3', '', '组长']] }]);
    const listed = await people.byFile(HR, centreId, file);
    expect(listed.map(({ row, worker, target }) => [row, worker?.workerNo, target.gridCode])).toEqual([[2, numbers[0], 'G3'], [3, numbers[2], undefined]]);
    await expect(people.byTexts(READER, centreId, ['测试2'])).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
