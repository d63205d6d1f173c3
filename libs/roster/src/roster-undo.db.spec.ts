import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, ImportHistory, ImportService, writeWorkbook } from '@gridstaff/exchange';
import { identityEntities } from '@gridstaff/identity';
import type { Id } from '@gridstaff/kernel';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { Agencies, CardChangeList, CardChanges, Centres, checkDigitOf, rosterEntities, RosterLoader, RosterModule, Structure, WorkerChanges, WorkerDetails, WorkerList } from '.';

const actor = (...permissions: Permission[]): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([['*', new Set(permissions)]]),
});
const HR = actor('centre:manage', 'roster:read', 'roster:write', 'roster:import', 'agency:manage', 'grade:manage');

const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

const PEOPLE = ['姓名', '证件号码', '派遣公司', '入职日期', '网格编码', '岗级', '手机号', '银行卡号', '缴费基数', '生效日期'];
type Row = readonly string[];
const row = (n: number, more: Partial<Record<string, string>> = {}): Row =>
  PEOPLE.map((head) => more[head] ?? ({ 姓名: `测试${n}`, 证件号码: idNumber(n), 派遣公司: 'A1', 入职日期: '2023-01-01', 网格编码: 'G1', 岗级: 'W1' } as Record<string, string>)[head] ?? '');
const book = (sheets: Record<string, { heads: readonly string[]; rows: readonly Row[] }>): Promise<Buffer> =>
  writeWorkbook(Object.entries(sheets).map(([name, { heads, rows }]) => ({ name, columns: heads.map((header) => ({ header, kind: 'text' as const })), rows })));
const people = (...rows: Row[]): Promise<Buffer> => book({ 人员: { heads: PEOPLE, rows } });

describe('undoing an import of the roster', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let centreId: Id;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase([...identityEntities, ...auditEntities, ...approvalEntities, ...exchangeEntities, ...rosterEntities]);
    rooms = await startRooms(test, [RosterModule]);
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    centreId = (await rooms.get(Centres).create(HR, { code: `C${++codes}`, name: '网格中心', region: '430200' })).id;
    await rooms.get(Agencies).create(HR, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(HR, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
      { code: 'G2', name: '网格二', kind: 'grid', parentCode: 'S1' },
    ]);
    const standard = { base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' };
    await rooms.get(Structure).saveGrades(HR, centreId, ['W1', 'W2'].map((code) => ({ code, name: code, postCode: 'W', ...standard })));
    test.clock.advance(1000);
  });

  const bringIn = async (file: Buffer, kind = 'roster'): Promise<Id> => {
    const { batchId, errors } = await rooms.get(ImportService).run(HR, { kind, centreId, fileName: 'a.xlsx', file, dryRun: false });
    expect(errors).toEqual([]);
    test.clock.advance(1000);
    return batchId as Id;
  };
  const undo = async (batchId: Id) => {
    const done = await rooms.get(ImportHistory).undo(HR, centreId, batchId, '导错了文件');
    test.clock.advance(1000);
    return done;
  };
  const page = () => rooms.get(WorkerList).page(HR, { centreId });
  const numbers = async (): Promise<number[]> => (await page()).rows.map(({ no }) => no);
  /** What is in force of a worker, whatever rows it rests on: neighbours that say the same are one. */
  const state = async (workerNo: number): Promise<string[]> => {
    const { timeline } = await rooms.get(WorkerDetails).get(HR, { centreId, workerNo });
    const pieces = timeline.flatMap(({ kind, values, inForce }) => inForce.map(({ from, to }) => ({ said: `${kind} ${JSON.stringify(values)}`, from, to })));
    const joined: typeof pieces = [];
    for (const piece of pieces.sort((x, y) => (`${x.said} ${x.from}` < `${y.said} ${y.from}` ? -1 : 1))) {
      const last = joined.at(-1);
      if (last?.said === piece.said && last.to === piece.from) last.to = piece.to;
      else joined.push({ ...piece });
    }
    return joined.map(({ said, from, to }) => `${said} ${from} ${to}`);
  };

  it('restores what held of people who were known, and removes those whom it entered', async () => {
    await bringIn(await people(row(1), row(2, { 手机号: '13800000001' })));
    const [first, second] = (await numbers()) as [number, number];
    const before = [await state(first), await state(second)];
    const file = await people(row(1, { 岗级: 'W2', 网格编码: 'G2', 生效日期: '2023-03-01' }), row(2, { 手机号: '13800000002', 缴费基数: '4500.00', 生效日期: '2023-04-01' }), row(3));
    const batchId = await bringIn(file);
    const after = [await state(first), await state(second)];
    expect([after[0] === before[0], (await numbers()).length]).toEqual([false, 3]);
    const preview = await rooms.get(ImportHistory).previewUndo(HR, centreId, batchId);
    expect(preview).toMatchObject({ people: 3, entered: 1, uses: [] });
    expect(await undo(batchId)).toEqual(preview);
    expect([await state(first), await state(second)]).toEqual(before);
    expect(await numbers()).toEqual([first, second]);
    await expect(undo(batchId)).rejects.toMatchObject({ code: 'BATCH_UNDONE' });
    const newest = { field: 'recordedAt', descending: true, limit: 5 } as const;
    const [record] = (await rooms.get(ImportHistory).list(HR, centreId, 'roster', newest)).rows;
    expect(record).toMatchObject({ id: batchId, recorded: true, undo: { reason: '导错了文件', taken: preview.rows } });
    const [entry] = await test.db.query<{ action: string; reason: string }>("SELECT action, reason FROM audit_entry WHERE action = 'import.undone' AND subject_id = ?", [batchId]);
    expect(entry).toMatchObject({ reason: '导错了文件' });
    // The same file may come again, also with another name of whom it entered.
    await bringIn(file);
    expect([await state(first), await state(second)]).toEqual(after);
    expect((await numbers()).length).toBe(3);
  });

  it('lets a wrong name be put right by importing again: nothing of the person is left', async () => {
    const batchId = await bringIn(await people(row(5, { 姓名: '错名', 手机号: '13800000001' })));
    const [no] = (await numbers()) as [number];
    await undo(batchId);
    expect(await test.db.one('SELECT no FROM worker WHERE centre_id = ?', [centreId])).toBeUndefined();
    // What was recorded is still there, sealed under a key that is gone.
    expect(await test.db.query('SELECT id FROM phone_fact WHERE worker_no = ?', [no])).toHaveLength(2);
    await bringIn(await people(row(5, { 姓名: '对名' })));
    expect((await page()).rows.map(({ name }) => name)).toEqual(['对名']);
  });

  it('is refused, whole, when anything was built on it, and names whose facts', async () => {
    const batchId = await bringIn(await people(row(1), row(2)));
    const [first, second] = (await numbers()) as [number, number];
    await rooms.get(WorkerChanges).changeGrade(HR, { centreId, workerNo: second, from: '2023-05-01', gradeCode: 'W2' });
    test.clock.advance(1000);
    const refused = await rooms.get(ImportHistory).undo(HR, centreId, batchId, '误').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BATCH_USED', details: [{ code: 'BATCH_CHANGED_SINCE', params: { workerNo: second } }] });
    expect((await state(first)).length).toBeGreaterThan(0);
    expect(await numbers()).toEqual([first, second]);
  });

  it('takes the last of two back first, then the one beneath', async () => {
    await bringIn(await people(row(1)));
    const [no] = (await numbers()) as [number];
    const before = await state(no);
    const one = await bringIn(await people(row(1, { 岗级: 'W2', 生效日期: '2023-03-01' })));
    const middle = await state(no);
    const two = await bringIn(await people(row(1, { 岗级: 'W1', 生效日期: '2023-06-01' })));
    await expect(undo(one)).rejects.toMatchObject({ code: 'BATCH_USED' });
    await undo(two);
    expect(await state(no)).toEqual(middle);
    await undo(one);
    expect(await state(no)).toEqual(before);
  });

  it('takes back units, grades and standards, unless somebody rests on them', async () => {
    const units = { heads: ['机构编码', '机构名称', '类别', '上级编码'], rows: [['G9', '新网格', '网格', 'S1']] };
    const grades = { heads: ['岗级编码', '岗级名称', '岗位', '基本工资', '岗位工资', '绩效标准', '生效日期'], rows: [['W9', '九级', 'W', '1', '2', '3', '2023-01-01'], ['W1', 'W1', 'W', '2000', '500', '600', '2023-07-01']] };
    const file = await book({ 人员: { heads: PEOPLE, rows: [row(1, { 网格编码: 'G9', 岗级: 'W9' })] }, 机构: units, 岗级: grades });
    const view = async () => ({
      units: (await rooms.get(Structure).units(HR, centreId, '2023-12-31')).map(({ code, name }) => `${code} ${name}`),
      grades: (await rooms.get(Structure).grades(HR, centreId)).map(({ code }) => code),
      standards: (await test.db.query<{ base: number; retracted: number }>("SELECT base, retracted FROM grade_standard_fact WHERE centre_id = ? AND grade_code = 'W1' ORDER BY recorded_at, id", [centreId])).length,
    });
    const before = await view();
    const batchId = await bringIn(file);
    expect(await view()).not.toEqual(before);
    await rooms.get(RosterLoader).hire(HR, centreId, { name: '测试2', idNumber: idNumber(2), agency: 'A1', joinedOn: '2023-02-01', gridCode: 'G9', gradeCode: 'W9' });
    test.clock.advance(1000);
    const refused = await rooms.get(ImportHistory).undo(HR, centreId, batchId, '误').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BATCH_USED' });
    expect((refused as { details: { params: object }[] }).details.map(({ params }) => params)).toEqual(expect.arrayContaining([{ code: 'G9' }, { code: 'W9' }]));
    const [, second] = (await numbers()) as [number, number];
    await rooms.get(WorkerChanges).move(HR, { centreId, workerNo: second, from: '2023-02-01', gridCode: 'G1' });
    await rooms.get(WorkerChanges).changeGrade(HR, { centreId, workerNo: second, from: '2023-02-01', gradeCode: 'W1' });
    test.clock.advance(1000);
    await undo(batchId);
    const after = await view();
    expect({ units: after.units, grades: after.grades }).toEqual({ units: before.units, grades: before.grades });
    // The changed standard is taken back by a row of its own.
    expect(after.standards).toBe(before.standards + 2);
    expect(await bringIn(await book({ 机构: units, 岗级: { ...grades, rows: grades.rows.slice(0, 1) } }))).toBeTruthy();
    expect((await view()).units).toContain('G9 新网格');
  });

  it('takes contribution bases back', async () => {
    await bringIn(await people(row(1, { 缴费基数: '4053.00' }), row(2)));
    const [first, second] = (await numbers()) as [number, number];
    const before = [await state(first), await state(second)];
    const heads = ['工号', '缴费基数', '生效日期'];
    const bases = await book({ 缴费基数: { heads, rows: [[String(first), '5000', '2023-07-01'], [String(second), '6000', '2023-07-01']] } });
    const batchId = await bringIn(bases, 'bases');
    expect(await state(first)).not.toEqual(before[0]);
    expect(await undo(batchId)).toMatchObject({ rows: 2, people: 2, entered: 0 });
    expect([await state(first), await state(second)]).toEqual(before);
  });

  it('imports good rows of more than a slice, and takes exactly these back', async () => {
    const rows = Array.from({ length: 620 }, (_, n) => row(n, n % 100 === 50 ? { 岗级: 'W7' } : {}));
    const file = await people(...rows);
    const request = { kind: 'roster', centreId, fileName: 'a.xlsx', file, dryRun: false };
    expect(await rooms.get(ImportService).run(HR, request)).toMatchObject({ batchId: null, created: 614, wrong: 6 });
    expect(await numbers()).toEqual([]);
    const { batchId, created, wrong, errors } = await rooms.get(ImportService).run(HR, { ...request, goodRows: true });
    expect([created, wrong, errors.map((e) => e.row)]).toEqual([614, 6, [52, 152, 252, 352, 452, 552]]);
    expect((await test.db.one<{ n: number }>('SELECT COUNT(*) AS n FROM worker WHERE centre_id = ?', [centreId]))?.n).toBe(614);
    test.clock.advance(1000);
    expect(await undo(batchId as Id)).toMatchObject({ people: 614, entered: 614, uses: [] });
    expect((await test.db.one<{ n: number }>('SELECT COUNT(*) AS n FROM worker WHERE centre_id = ?', [centreId]))?.n).toBe(0);
  });

  it('withdraws the changes of cards that it proposed, unless a second person has approved one', async () => {
    const [first, second] = ['8100123456789011', '8100123456789012'];
    await bringIn(await people(row(1, { 银行卡号: first }), row(2, { 银行卡号: first })));
    const proposing = () => people(row(1, { 银行卡号: second, 生效日期: '2023-03-01' }), row(2, { 银行卡号: second, 生效日期: '2023-03-01' }));
    const batchId = await bringIn(await proposing());
    expect((await rooms.get(CardChangeList).open(HR, centreId)).length).toBe(2);
    expect(await rooms.get(ImportHistory).previewUndo(HR, centreId, batchId)).toMatchObject({ rows: 2, people: 2, uses: [] });
    await undo(batchId);
    expect(await rooms.get(CardChangeList).open(HR, centreId)).toEqual([]);
    const rounds = await test.db.query<{ status: string }>("SELECT status FROM approval WHERE centre_id = ? AND subject_type = 'card_change'", [centreId]);
    expect(rounds.map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn']);
    // The file may come again, and propose again.
    const again = await bringIn(await proposing());
    const [change] = await rooms.get(CardChangeList).open(HR, centreId);
    const leader = { ...actor('roster:read', 'card:approve'), userId: test.ids.next(), personId: test.ids.next() };
    await rooms.get(CardChanges).approve(leader, { centreId, changeId: change?.id as Id, hash: change?.hash as string });
    test.clock.advance(1000);
    const refused = await rooms.get(ImportHistory).undo(HR, centreId, again, '误').catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'BATCH_USED', details: [{ code: 'BATCH_CHANGED_SINCE', params: { workerNo: change?.workerNo } }] });
    expect((await rooms.get(CardChangeList).open(HR, centreId)).length).toBe(1);
  });
});
