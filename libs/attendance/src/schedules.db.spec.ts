import { approvalEntities } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import { calendarEntities } from '@gridstaff/calendar';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities } from '@gridstaff/exchange';
import { Accounts, Actors, identityEntities } from '@gridstaff/identity';
import type { DomainError, Id } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, rosterEntities, RosterLoader, type RosterPerson, Structure } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { attendanceEntities, AttendanceModule, MonthClose, MonthSheets, type PlanCell, Schedules, type Shift, ShiftBook, TeamDesk } from '.';

const JANUARY = '2023-01';
const DAY: Shift = { code: 'D', name: '白班', mark: '白', starts: 510, ends: 1050, rest: 60, paid: 800, colour: 'blue' };
const NIGHT: Shift = { code: 'N', name: '夜班', mark: '夜', starts: 1260, ends: 1740, rest: 0, paid: 800, colour: 'violet' };
const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('schedules', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let schedules: Schedules;
  let book: ShiftBook;
  let centreId: Id;
  let [hr, head, other, reader] = [] as unknown as [Actor, Actor, Actor, Actor];
  let [a, b] = [0, 0];
  let unit: Record<string, Id>;

  beforeAll(async () => {
    const entities = [...auditEntities, ...approvalEntities, ...calendarEntities, ...exchangeEntities, ...identityEntities, ...rosterEntities, ...attendanceEntities];
    test = await createTestDatabase(entities, '2023-02-02T09:00:00+08:00');
    rooms = await startRooms(test, [AttendanceModule]);
    [schedules, book] = [rooms.get(Schedules), rooms.get(ShiftBook)];
    const system = rooms.get(Actors).system('test');
    const boss: Actor = { ...system, grants: new Map([['*', new Set<Permission>(['centre:manage', 'agency:manage', 'grade:manage', 'roster:write', 'roster:import', 'roster:read'])]]) };
    centreId = (await rooms.get(Centres).create(boss, { code: 'C1', name: '网格中心', region: '430200' })).id;
    const account = async (name: string, role: 'hr' | 'head' | 'finance'): Promise<Actor> => {
      const { userId } = await rooms.get(Accounts).create(system, { name, displayName: name, centreId });
      await rooms.get(Accounts).grantRole(system, userId, role, centreId);
      return rooms.get(Actors).forUser(userId);
    };
    [hr, head, other, reader] = [await account('hr', 'hr'), await account('head', 'head'), await account('other', 'head'), await account('finance', 'finance')];
    await rooms.get(Agencies).create(boss, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(boss, centreId, [
      { code: 'S1', name: '一街道', kind: 'street' },
      { code: 'S2', name: '二街道', kind: 'street' },
      { code: 'Q1', name: '一社区', kind: 'community', parentCode: 'S1' },
      { code: 'Q2', name: '二社区', kind: 'community', parentCode: 'S2' },
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'Q1' },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'Q1' },
      { code: 'G3', name: '三网格', kind: 'grid', parentCode: 'Q2' },
    ]);
    unit = Object.fromEntries((await rooms.get(Structure).units(boss, centreId)).map(({ code, id }) => [code, id]));
    await rooms.get(Structure).saveGrades(boss, centreId, [{ code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' }]);
    const person = (n: number, gridCode: string, joinedOn = '2022-01-01'): RosterPerson => ({ name: `员${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn, gridCode, gradeCode: 'W1' });
    const { people } = await rooms.get(RosterLoader).load(boss, centreId, [person(1, 'G1'), person(2, 'G2', '2023-01-16'), person(3, 'G3')]);
    [a, b] = people.map((p) => p.no) as [number, number, number];
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.S1 as Id, [head.userId]);
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.S2 as Id, [other.userId]);
  });

  afterAll(() => test.close());

  const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'fine', (error: DomainError) => error.code);
  const save = (by: Actor, ...cells: PlanCell[]) => schedules.save(by, centreId, JANUARY, unit.S1 as Id, cells);
  const cell = (workerNo: number, day: number, text: string): PlanCell => ({ workerNo, day, text });
  const get = (by: Actor) => schedules.get(by, centreId, JANUARY, unit.S1 as Id);
  const lineOf = async (no: number) => (await get(hr)).lines.find(({ line }) => line.records.workerNo === no);

  it('shifts are defined by the office, from a date on; their marks mean one thing', async () => {
    await book.record(hr, centreId, DAY, '2022-12-01');
    await book.record(hr, centreId, NIGHT, '2022-12-01');
    expect(await codeOf(book.record(head, centreId, DAY, '2022-12-01'))).toBe('FORBIDDEN');
    expect(await codeOf(book.record(hr, centreId, { ...NIGHT, code: 'X', name: '晚' }, '2023-01-01'))).toBe('SHIFT_MARK_TAKEN');
    await book.record(hr, centreId, { ...DAY, paid: 750 }, '2023-02-01');
    expect((await book.shifts(head, centreId, '2023-01-31')).map(({ code, paid }) => [code, paid])).toEqual([['D', 800], ['N', 800]]);
    expect((await book.shifts(head, centreId, '2023-02-01')).map(({ code, paid }) => [code, paid])).toEqual([['D', 750], ['N', 800]]);
    await book.keepPattern(hr, centreId, { name: '两白一夜一休', codes: ['白', '白', '夜', '休'] });
    expect(await book.patterns(head, centreId)).toEqual([{ name: '两白一夜一休', codes: ['D', 'D', 'N', '-'] }]);
    expect(await codeOf(book.keepPattern(hr, centreId, { name: 'x', codes: ['白', '晚'] }))).toBe('SHIFT_UNKNOWN');
  });

  it('a head plans own people alone; what is wrong is told by cell, the rest is recorded', async () => {
    const { saved, problems } = await save(head, cell(a, 1, '白'), cell(a, 2, '休'), cell(a, 3, '晚'), cell(b, 2, '白'), cell(b, 16, 'N'), cell(999, 1, '白'));
    expect([saved, problems.map(({ workerNo, day, error }) => [workerNo, day, error.code])]).toEqual([3, [[a, 3, 'SHIFT_UNKNOWN'], [b, 2, 'NOT_ENGAGED'], [999, 1, 'SHEET_NOT_MEMBER']]]);
    expect((await lineOf(a))?.cells.slice(0, 4)).toEqual(['白', '休', '', '']);
    expect(await codeOf(save(other, cell(a, 4, '白')))).toBe('NOT_FOUND');
    expect(await codeOf(save(reader, cell(a, 4, '白')))).toBe('FORBIDDEN');
    // The same again records nothing; an emptied cell is planned no more.
    const before = await test.db.query('SELECT id FROM schedule_fact');
    await save(head, cell(a, 1, '白班'), cell(b, 16, '夜'));
    expect(await test.db.query('SELECT id FROM schedule_fact')).toHaveLength(before.length);
    await save(head, cell(a, 1, ''), cell(a, 2, ''), cell(b, 16, ''));
    expect((await lineOf(a))?.cells.every((text) => text === '')).toBe(true);
  });

  it('proposes a rotation or last month’s plan, and writes nothing by itself', async () => {
    const fill = (by: Actor, request: Parameters<Schedules['fill']>[4]) => schedules.fill(by, centreId, JANUARY, unit.S1 as Id, request);
    const proposed = await fill(head, { by: 'pattern', codes: ['白', '白', '夜', '休'], fromDay: 1, stagger: 1 });
    expect(proposed.filter(({ workerNo }) => workerNo === a).slice(0, 5).map(({ text }) => text)).toEqual(['白', '白', '夜', '休', '白']);
    expect(proposed.filter(({ workerNo }) => workerNo === b).slice(0, 2)).toEqual([cell(b, 16, '白'), cell(b, 17, '白')]);
    expect((await lineOf(a))?.shifts).toBe(0);
    expect(await codeOf(fill(other, { by: 'copy' }))).toBe('NOT_FOUND');
    await schedules.save(hr, centreId, '2022-12', unit.S1 as Id, [cell(a, 5, '夜'), cell(a, 8, '休')]);
    expect(await fill(head, { by: 'copy' })).toEqual([cell(a, 2, '夜'), cell(a, 5, '休'), cell(a, 30, '夜')]);
  });

  it('shows what is planned beside what was recorded, who covers which grid, and makes the close find missing days', async () => {
    // 1 January 2023 is a Sunday and a statutory holiday; 28 and 29 January are workdays in place of the festival.
    await save(hr, cell(a, 1, '白'), cell(a, 3, '休'), cell(a, 4, '夜'), cell(a, 7, '白'), cell(b, 17, '夜'));
    const sheets = rooms.get(MonthSheets);
    await sheets.save(hr, centreId, JANUARY, unit.S1 as Id, [{ workerNo: a, day: 3, text: '√' }, { workerNo: a, day: 4, text: '√' }]);
    const { lines, coverage } = await get(head);
    const mine = lines.find(({ line }) => line.records.workerNo === a);
    expect(mine).toMatchObject({ shifts: 3, hours: 2400, unplanned: [3] });
    // The holiday and the Saturday with a shift are due; the workday off is not; the others as the calendar has them.
    expect(mine?.missing.slice(0, 5)).toEqual([1, 5, 6, 7, 9]);
    expect(mine?.findings.map(({ code, day }) => [code, day])).toEqual([['holiday_planned', 1]]);
    expect(coverage.map(({ code, planned }) => [code, planned[0], planned[16]])).toEqual([['G1', 1, 0], ['G2', 0, 1]]);
    const { unmarkedDays } = await rooms.get(MonthClose).completeness(hr, centreId, JANUARY);
    const every = (await Promise.all(['S1', 'S2'].map((code) => sheets.get(hr, centreId, JANUARY, unit[code] as Id)))).flatMap((sheet) => sheet.lines);
    expect(unmarkedDays).toBe(every.reduce((sum, { line }) => sum + line.unmarked.length, 0));
    expect(every.find(({ line }) => line.records.workerNo === a)?.line.unmarked).toEqual(mine?.missing);
  });

  it('comprehensive hours of a unit, with their approval, change what is found; the person goes before the unit', async () => {
    const long = Array.from({ length: 31 }, (_, i) => cell(a, i + 1, (i + 1) % 2 === 0 ? '白' : '夜'));
    await save(hr, ...long);
    const codes = async () => [...new Set((await lineOf(a))?.findings.map(({ code }) => code))].sort();
    expect(await codes()).toEqual(['holiday_planned', 'month_over', 'no_rest_day', 'week_over']);
    const entry = { system: 'comprehensive', cycle: 'quarter', document: '株人社工时〔2023〕1号', from: '2023-01-01', until: '2023-12-31' } as const;
    expect(await codeOf(book.recordHours(head, centreId, { unitId: unit.S1 as Id }, entry))).toBe('FORBIDDEN');
    expect(await codeOf(book.recordHours(hr, centreId, { unitId: unit.S1 as Id }, { ...entry, document: '' }))).toBe('HOURS_NEED_APPROVAL');
    await book.recordHours(hr, centreId, { unitId: unit.S1 as Id }, entry);
    expect((await lineOf(a))?.rule).toMatchObject({ system: 'comprehensive', cycle: 'quarter', document: entry.document });
    // The quarter has room for a month of 31 shifts.
    expect(await codes()).toEqual(['holiday_planned']);
    await book.recordHours(hr, centreId, { workerNo: a }, { system: 'standard', cycle: null, document: null, from: '2023-01-01', until: null });
    expect((await lineOf(a))?.rule.system).toBe('standard');
    expect((await book.hours(head, centreId, '2023-06-01')).map(({ subject, system, until }) => [subject.split(':')[0], system, until])).toEqual([['unit', 'comprehensive', '2023-12-31'], ['worker', 'standard', null]]);
  });

  it('nothing is planned in a closed month', async () => {
    await rooms.get(MonthClose).close(hr, centreId, JANUARY, '测试');
    expect(await codeOf(save(head, cell(a, 1, '白')))).toBe('ATTENDANCE_CLOSED');
  });
});
