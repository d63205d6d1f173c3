import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import { calendarEntities } from '@gridstaff/calendar';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, ImportHistory, ImportService } from '@gridstaff/exchange';
import { Accounts, Actors, identityEntities } from '@gridstaff/identity';
import type { DomainError, Id } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, rosterEntities, RosterLoader, type RosterPerson, Structure } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import ExcelJS from 'exceljs';
import { attendanceEntities, AttendanceModule, MonthSheets, SheetApproval, SheetPapers, TeamDesk } from '.';

const JANUARY = '2023-01';
const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('month sheets as files', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let centreId: Id;
  let [hr, head, other] = [] as unknown as [Actor, Actor, Actor];
  let [a, b] = [0, 0];
  let unit: Record<string, Id>;

  beforeAll(async () => {
    const entities = [...auditEntities, ...approvalEntities, ...calendarEntities, ...exchangeEntities, ...identityEntities, ...rosterEntities, ...attendanceEntities];
    test = await createTestDatabase(entities, '2023-02-02T09:00:00+08:00');
    rooms = await startRooms(test, [AttendanceModule]);
    const system = rooms.get(Actors).system('test');
    const boss: Actor = { ...system, grants: new Map([['*', new Set<Permission>(['centre:manage', 'agency:manage', 'grade:manage', 'roster:write', 'roster:import', 'roster:read'])]]) };
    centreId = (await rooms.get(Centres).create(boss, { code: 'C1', name: '网格中心', region: '430200' })).id;
    const account = async (name: string, role: 'hr' | 'head'): Promise<Actor> => {
      const { userId } = await rooms.get(Accounts).create(system, { name, displayName: name, centreId });
      await rooms.get(Accounts).grantRole(system, userId, role, centreId);
      return rooms.get(Actors).forUser(userId);
    };
    [hr, head, other] = [await account('hr', 'hr'), await account('head', 'head'), await account('other', 'head')];
    await rooms.get(Agencies).create(boss, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(boss, centreId, [
      { code: 'S1', name: '一街道', kind: 'street' },
      { code: 'S2', name: '二街道', kind: 'street' },
      { code: 'Q1', name: '一社区', kind: 'community', parentCode: 'S1' },
      { code: 'Q2', name: '二社区', kind: 'community', parentCode: 'S2' },
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'Q1' },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'Q2' },
    ]);
    unit = Object.fromEntries((await rooms.get(Structure).units(boss, centreId)).map(({ code, id }) => [code, id]));
    await rooms.get(Structure).saveGrades(boss, centreId, [{ code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' }]);
    const person = (n: number, name: string, gridCode: string): RosterPerson => ({ name, idNumber: idNumber(n), agency: 'A1', joinedOn: '2022-01-01', gridCode, gradeCode: 'W1' });
    const { people } = await rooms.get(RosterLoader).load(boss, centreId, [person(1, '张三', 'G1'), person(2, '李四', 'G1'), person(3, '李四', 'G2'), person(4, '王五', 'G2')]);
    [a, b] = people.map((p) => p.no) as [number, number];
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.S1 as Id, [head.userId]);
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.S2 as Id, [other.userId]);
    const text = (workerNo: number, day: number, mark: string) => ({ workerNo, day, text: mark });
    const { problems } = await rooms.get(MonthSheets).save(hr, centreId, JANUARY, unit.S1 as Id, [text(a, 3, '√'), text(a, 4, '病'), text(a, 5, '事0.5√'), text(a, 7, '加8'), text(b, 3, '√加1.5')]);
    expect(problems).toEqual([]);
  });

  afterAll(() => test.close());

  const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'fine', (error: DomainError) => error.code);
  const make = (by: Actor, format: 'xlsx' | 'pdf' = 'xlsx', language: 'zh' | 'en' = 'zh') => rooms.get(SheetPapers).make(by, centreId, JANUARY, unit.S1 as Id, { format, language });
  const bring = (file: Buffer, dryRun = false, by = hr) => rooms.get(ImportService).run(by, { kind: 'month_sheet', centreId, period: JANUARY, fileName: '考勤.xlsx', file, dryRun });
  const open = async (file: Buffer): Promise<ExcelJS.Worksheet> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
    return workbook.worksheets[0] as ExcelJS.Worksheet;
  };
  const cellsOf = async (workerNo: number, code = 'S1') => {
    const { lines, content } = await rooms.get(MonthSheets).get(hr, centreId, JANUARY, unit[code] as Id);
    const line = lines.find((one) => one.line.records.workerNo === workerNo)?.line;
    return line?.cells.map((cell) => `${cell.present ? '√' : ''}${cell.absences.map(({ code: kind, days }) => `${content.kinds.byCode(kind)?.mark}${days}`).join('')}${cell.overtime > 0 ? `加${cell.overtime}` : ''}`);
  };
  const book = async (rows: unknown[][]): Promise<Buffer> => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('1月');
    for (const row of rows) sheet.addRow(row as ExcelJS.CellValue[]);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  };

  it('the paper is A4 landscape with heads on every page, totals, the marks that occur and signatures, for who may see the sheet', async () => {
    const { content, fileName, rows } = await make(head);
    const sheet = await open(content);
    expect([fileName, rows]).toEqual(['一街道 2023-01 考勤表.xlsx', 2]);
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:3' });
    expect([1, 2, 3, 4, 33].map((at) => sheet.getRow(3).getCell(at).text)).toEqual(['工号', '姓名', '1 日', '2 一', '31 二']);
    expect([5, 6, 7, 9].map((at) => sheet.getRow(4).getCell(at).text)).toEqual(['√', '病', '事0.5√', '加8']);
    const below = [6, 7, 8, 9].map((row) => sheet.getRow(row).getCell(1).text);
    expect(below).toEqual(['合计', expect.stringMatching(/^符号说明：√ .*加 .*事 .*病 |^符号说明：√ .*加 .*病 .*事 /), expect.stringMatching(/^制表：.*单位盖章：/), expect.stringContaining('导出人：')]);
    expect((await make(hr, 'pdf')).content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await codeOf(make(other))).toBe('NOT_FOUND');
  });

  it.each(['zh', 'en'] as const)('the file of the product (%s) comes back without a change', async (language) => {
    const { content } = await make(hr, 'xlsx', language);
    expect(await bring(content)).toMatchObject({ batchId: null, created: 0, changed: 0, same: 5, wrong: 0, errors: [] });
  });

  it('a changed file is recorded as if it had been typed, told by cell what is wrong, and taken back whole', async () => {
    const sheet = await open((await make(hr)).content);
    sheet.getRow(4).getCell(8).value = '√';
    sheet.getRow(5).getCell(6).value = '年';
    sheet.getRow(5).getCell(9).value = '病';
    const wrong = Buffer.from(await sheet.workbook.xlsx.writeBuffer());
    const told = await bring(wrong);
    expect([told.batchId, told.errors.map(({ row, column, code }) => [row, column, code])]).toEqual([null, [[5, '7 六', 'SHEET_REST_DAY']]]);
    sheet.getRow(5).getCell(9).value = null;
    const before = [await cellsOf(a), await cellsOf(b)];
    const done = await bring(Buffer.from(await sheet.workbook.xlsx.writeBuffer()));
    expect(done).toMatchObject({ created: 2, changed: 0, same: 5, errors: [] });
    expect([(await cellsOf(a))?.[5], (await cellsOf(b))?.[3]]).toEqual(['√', '年100']);
    await rooms.get(ImportHistory).undo(hr, centreId, done.batchId as Id, '导错了');
    expect([await cellsOf(a), await cellsOf(b)]).toEqual(before);
  });

  it('a street’s own sheet names people alone: one of that name is found, two are told', async () => {
    const days = Array.from({ length: 31 }, (_, i) => i + 1);
    const rows = (marks: Record<string, string>) => [['二街道考勤'], ['姓名', ...days], [null, ...days.map((day) => '日一二三四五六'[(day - 1) % 7])], ...Object.entries(marks).map(([name, mark]) => [name, null, null, mark]), ['制表：某某']];
    expect(await bring(await book(rows({ 王五: '√' })))).toMatchObject({ created: 1, errors: [] });
    const { errors } = await bring(await book(rows({ 李四: '√', 赵六: '√', 王五: '病' })));
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([[4, '姓名', 'NAME_NOT_UNIQUE'], [5, '姓名', 'NAME_UNKNOWN']]);
    expect(await codeOf(bring(await book(rows({ 王五: '√' })), false, head))).toBe('FORBIDDEN');
  });

  it('a sheet that waits for approval takes no file', async () => {
    await rooms.get(SheetApproval).submit(hr, centreId, JANUARY, unit.S1 as Id, '未登记的为休息');
    const { errors } = await bring((await make(hr)).content);
    expect(errors.map(({ code }) => code)).toEqual(['SHEET_SUBMITTED', 'SHEET_SUBMITTED']);
  });
});
