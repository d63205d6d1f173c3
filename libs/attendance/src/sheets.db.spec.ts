import { approvalEntities, Approvals } from '@gridstaff/approval';
import { auditEntities } from '@gridstaff/audit';
import { calendarEntities } from '@gridstaff/calendar';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, ImportHistory, ImportService, writeWorkbook } from '@gridstaff/exchange';
import { Accounts, Actors, identityEntities } from '@gridstaff/identity';
import type { DomainError, Id } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, rosterEntities, RosterLoader, type RosterPerson, Structure } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { AttendanceBook, attendanceEntities, AttendanceModule, MonthClose, MonthFacts, MonthSheets, SheetApproval, type SheetEdit, TeamDesk } from '.';

const JANUARY = '2023-01';
const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('month sheets', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let sheets: MonthSheets;
  let approval: SheetApproval;
  let close: MonthClose;
  let centreId: Id;
  let hr: Actor;
  let head: Actor;
  let other: Actor;
  let leader: Actor;
  /** Two of street S1, one of community Q2 in S1, one of street S2. */
  let [a, b, c, d] = [0, 0, 0, 0];
  let unit: Record<string, Id>;
  let codes = 0;

  beforeAll(async () => {
    const entities = [...auditEntities, ...approvalEntities, ...calendarEntities, ...exchangeEntities, ...identityEntities, ...rosterEntities, ...attendanceEntities];
    test = await createTestDatabase(entities, '2023-02-02T09:00:00+08:00');
    rooms = await startRooms(test, [AttendanceModule]);
    [sheets, approval, close] = [rooms.get(MonthSheets), rooms.get(SheetApproval), rooms.get(MonthClose)];
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    const system = rooms.get(Actors).system('test');
    codes += 1;
    const boss: Actor = { ...system, grants: new Map([['*', new Set<Permission>(['centre:manage', 'agency:manage', 'grade:manage', 'roster:write', 'roster:import', 'roster:read'])]]) };
    centreId = (await rooms.get(Centres).create(boss, { code: `C${codes}`, name: '网格中心', region: '430200' })).id;
    const account = async (name: string, role: 'hr' | 'head' | 'leader'): Promise<Actor> => {
      const { userId } = await rooms.get(Accounts).create(system, { name: `${name}${codes}`, displayName: name, centreId });
      await rooms.get(Accounts).grantRole(system, userId, role, centreId);
      return rooms.get(Actors).forUser(userId);
    };
    [hr, head, other, leader] = [await account('hr', 'hr'), await account('head', 'head'), await account('other', 'head'), await account('leader', 'leader')];
    await rooms.get(Agencies).create(boss, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(boss, centreId, [
      { code: 'S1', name: '一街道', kind: 'street' },
      { code: 'S2', name: '二街道', kind: 'street' },
      { code: 'Q1', name: '一社区', kind: 'community', parentCode: 'S1' },
      { code: 'Q2', name: '二社区', kind: 'community', parentCode: 'S1' },
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'Q1' },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'Q2' },
      { code: 'G3', name: '三网格', kind: 'grid', parentCode: 'S2' },
    ]);
    unit = Object.fromEntries((await rooms.get(Structure).units(boss, centreId)).map(({ code, id }) => [code, id]));
    await rooms.get(Structure).saveGrades(boss, centreId, [{ code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' }]);
    const person = (n: number, gridCode: string, joinedOn = '2022-01-01'): RosterPerson => ({ name: `员${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn, gridCode, gradeCode: 'W1' });
    const { people } = await rooms.get(RosterLoader).load(boss, centreId, [person(1, 'G1'), person(2, 'G1', '2023-01-30'), person(3, 'G2'), person(4, 'G3')]);
    [a, b, c, d] = people.map((p) => p.no) as [number, number, number, number];
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.S1 as Id, [head.userId]);
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.S2 as Id, [other.userId]);
  });

  const save = (by: Actor, unitCode: string, ...edits: SheetEdit[]) => sheets.save(by, centreId, JANUARY, unit[unitCode] as Id, edits);
  const cell = (workerNo: number, day: number, text: string): SheetEdit => ({ workerNo, day, text });
  const sheet = (by: Actor, unitCode = 'S1') => sheets.get(by, centreId, JANUARY, unit[unitCode] as Id);
  const codeOf = (work: Promise<unknown>): Promise<string> => work.then(() => 'fine', (error: DomainError) => error.code);
  const teamsOf = async (by: Actor) => (await sheets.list(by, centreId, JANUARY)).teams.map(({ team }) => [team.unit.code, team.members.map((m) => m.workerNo)]);
  /** Every workday of January, for everybody of the unit. */
  const fill = async (by: Actor, unitCode: string) => {
    const { lines } = await sheet(by, unitCode);
    const edits = lines.flatMap(({ line }) => line.unmarked.map((day) => cell(line.records.workerNo, day, '√')));
    expect((await save(by, unitCode, ...edits)).problems).toEqual([]);
  };
  const submit = (by: Actor, unitCode: string, reason?: string) => approval.submit(by, centreId, JANUARY, unit[unitCode] as Id, reason);
  const decide = async (by: Actor, unitCode: string, decision: 'pass' | 'return' = 'pass', opinion?: string) =>
    approval.decide(by, centreId, JANUARY, unit[unitCode] as Id, { decision, hash: (await sheet(hr, unitCode)).state.hash, opinion });

  it('divide people by the nearest unit with a head, or the street; a head sees own units alone', async () => {
    expect(await teamsOf(hr)).toEqual([['S1', [a, b, c]], ['S2', [d]]]);
    expect([await teamsOf(head), await teamsOf(other), await teamsOf(leader)]).toEqual([[['S1', [a, b, c]]], [['S2', [d]]], [['S1', [a, b, c]], ['S2', [d]]]]);
    await rooms.get(TeamDesk).setHeads(hr, centreId, unit.Q2 as Id, [other.userId]);
    expect(await teamsOf(hr)).toEqual([['Q2', [c]], ['S1', [a, b]], ['S2', [d]]]);
    expect(await teamsOf(head)).toEqual([['Q2', [c]], ['S1', [a, b]]]);
    expect(await teamsOf(other)).toEqual([['Q2', [c]], ['S2', [d]]]);
    expect(await codeOf(sheet(head, 'S2'))).toBe('NOT_FOUND');
    expect(await codeOf(save(head, 'S2', cell(d, 3, '√')))).toBe('NOT_FOUND');
    expect(await codeOf(rooms.get(TeamDesk).setHeads(head, centreId, unit.S2 as Id, [head.userId]))).toBe('FORBIDDEN');
    expect(await codeOf(rooms.get(TeamDesk).setHeads(hr, centreId, unit.G1 as Id, [head.userId]))).toBe('OUT_OF_RANGE');
    expect(await codeOf(rooms.get(AttendanceBook).month(head, centreId, JANUARY))).toBe('FORBIDDEN');
  });

  it('save what was typed as facts that pay reads, and tell what is wrong cell by cell', async () => {
    const edits = [cell(a, 3, '√加2'), cell(a, 4, '病'), cell(a, 5, '病'), cell(a, 6, '事0.5√'), cell(a, 7, '加8'), cell(c, 9, '√热')];
    const wrong = [cell(a, 8, '病'), cell(a, 10, '什么'), cell(b, 4, '√'), cell(d, 4, '√'), cell(a, 40, '√')];
    const { saved, problems } = await save(head, 'S1', ...edits, ...wrong);
    expect(saved).toBe(6);
    expect(problems.map(({ workerNo, day, error }) => [workerNo, day, error.code])).toEqual([
      [a, 8, 'SHEET_REST_DAY'],
      [a, 10, 'SHEET_CELL_UNREADABLE'],
      [b, 4, 'NOT_ENGAGED'],
      [d, 4, 'SHEET_NOT_MEMBER'],
      [a, 40, 'OUT_OF_RANGE'],
    ]);
    const facts = await rooms.get(MonthFacts).load({ centreId, period: JANUARY, knownAt: Number.MAX_SAFE_INTEGER, fromNo: 0, toNo: 1_000_000 });
    expect(facts.get(a)).toEqual({
      absences: [
        { kind: 'sick', from: '2023-01-04', to: '2023-01-06', days: 200 },
        { kind: 'unpaid', from: '2023-01-06', to: '2023-01-07', days: 50 },
      ],
      overtime: { weekday: 200, restday: 800, holiday: 0, restdayOff: 0 },
      heatDays: 0,
    });
    expect(facts.get(c)).toMatchObject({ heatDays: 100 });
    const { lines } = await sheet(head);
    expect(lines.map(({ name }) => name)).toEqual(['员1', '员2', '员3']);
    expect(lines[0]?.line.findings.map(({ code, day }) => [code, day])).toEqual([['over_day', 3], ['restday_not_offset', null]]);
    expect(lines[1]?.line.unmarked).toEqual([30, 31]);
    // Emptied again, nothing is left of it.
    test.clock.advance(1000);
    await save(head, 'S1', ...edits.map(({ workerNo, day }) => cell(workerNo, day, '')));
    expect((await rooms.get(MonthFacts).load({ centreId, period: JANUARY, knownAt: Number.MAX_SAFE_INTEGER, fromNo: 0, toNo: 1_000_000 })).get(a)).toBeUndefined();
  });

  it('leave one worker’s wrong facts out, and record the others', async () => {
    const { saved, problems } = await save(hr, 'S1', cell(a, 3, '休'), cell(a, 4, '√'), cell(c, 3, '√'));
    expect([saved, problems.map(({ workerNo, day, error }) => [workerNo, day, error.code])]).toEqual([1, [[a, 3, 'LEAVE_BALANCE_EXCEEDED'], [a, 4, 'LEAVE_BALANCE_EXCEEDED']]]);
    expect((await sheet(hr)).lines.map(({ line }) => line.cells[2]?.present)).toEqual([false, false, true]);
  });

  it('are submitted, approved by another person for exactly what was submitted, or returned with a reason', async () => {
    expect(await codeOf(submit(head, 'S1'))).toBe('SHEET_UNMARKED');
    await fill(head, 'S1');
    await submit(head, 'S1');
    const approvals = rooms.get(Approvals);
    expect([(await approvals.todosFor(head)).length, (await approvals.todosFor(other)).length, (await approvals.todosFor(leader)).length]).toEqual([0, 0, 1]);
    expect(await codeOf(save(hr, 'S1', cell(a, 3, '病')))).toBe('SHEET_SUBMITTED');
    expect(await codeOf(decide(head, 'S1'))).toBe('SEPARATION_OF_DUTIES');
    expect(await codeOf(decide(other, 'S1'))).toBe('NOT_FOUND');
    expect(await codeOf(decide(hr, 'S1'))).toBe('FORBIDDEN');
    expect(await codeOf(decide(leader, 'S1', 'return'))).toBe('REASON_MISSING');
    await decide(leader, 'S1', 'return', '员1 的病假没有证明');
    expect((await sheet(head)).state).toMatchObject({ status: 'returned', changed: false });
    await submit(hr, 'S1');
    expect((await approvals.todosFor(head)).length).toBe(1);
    // A fact recorded past the sheet makes it another one.
    await rooms.get(AttendanceBook).record(hr, centreId, { absences: [], overtime: [{ workerNo: a, period: JANUARY, weekday: 400, restday: 0, holiday: 0 }] });
    expect((await sheet(head)).state).toMatchObject({ status: 'submitted', changed: true });
    expect(await codeOf(decide(head, 'S1'))).toBe('SHEET_CHANGED');
    await approval.withdraw(hr, centreId, JANUARY, unit.S1 as Id, '补登加班');
    await submit(hr, 'S1');
    await decide(head, 'S1');
    expect((await sheet(head)).state).toMatchObject({ status: 'approved', changed: false });
    expect((await approval.trail(head, centreId, JANUARY, unit.S1 as Id)).map(({ round, roundStatus, decision }) => [round, roundStatus, decision])).toEqual([
      [1, 'returned', 'return'],
      [2, 'withdrawn', null],
      [3, 'passed', 'pass'],
    ]);
  });

  it('whoever is on the sheet decides nothing about it', async () => {
    await rooms.get(Accounts).linkWorker(rooms.get(Actors).system('test'), leader.userId, { centreId, workerNo: a });
    await submit(hr, 'S1', '补登中');
    expect(await codeOf(decide(leader, 'S1'))).toBe('SEPARATION_OF_DUTIES');
    await decide(head, 'S1');
  });

  it('the month closes when complete, or with what is open recorded; then it takes nothing until another person opens it', async () => {
    expect(await codeOf(close.close(hr, centreId, '2023-02'))).toBe('MONTH_NOT_OVER');
    expect(await codeOf(close.close(hr, centreId, JANUARY))).toBe('CLOSE_INCOMPLETE');
    expect(await codeOf(close.close(head, centreId, JANUARY, '先结'))).toBe('FORBIDDEN');
    await fill(hr, 'S1');
    await submit(hr, 'S1');
    await decide(head, 'S1');
    expect(await close.completeness(hr, centreId, JANUARY)).toMatchObject({ openTeams: 1, unmarkedPeople: 1, teams: [{ code: 'S1', status: 'approved', unmarkedDays: 0 }, { code: 'S2', status: 'open', unmarkedPeople: 1 }] });
    const closed = await close.close(hr, centreId, JANUARY, '二街道迟交，先发工资');
    expect(closed).toMatchObject({ status: 'closed', reason: '二街道迟交，先发工资', exceptions: { openTeams: 1, unmarkedPeople: 1, teams: ['S2'] } });
    expect(await codeOf(save(hr, 'S2', cell(d, 3, '√')))).toBe('ATTENDANCE_CLOSED');
    const absence = { workerNo: d, kind: 'unpaid' as const, leaveKind: null, from: '2023-01-09', to: '2023-01-10', days: 100 };
    const record = () => rooms.get(AttendanceBook).record(hr, centreId, { absences: [absence], overtime: [] });
    expect(await codeOf(record())).toBe('ATTENDANCE_CLOSED');
    expect(await codeOf(close.close(hr, centreId, JANUARY, '再结'))).toBe('ATTENDANCE_CLOSED');
    expect(await codeOf(close.askToReopen(hr, centreId, JANUARY, ' '))).toBe('REASON_MISSING');
    await close.askToReopen(hr, centreId, JANUARY, '补登事假');
    expect(await codeOf(record())).toBe('ATTENDANCE_CLOSED');
    expect(await codeOf(close.decideReopening(hr, centreId, JANUARY, 'pass'))).toBe('FORBIDDEN');
    expect((await rooms.get(Approvals).todosFor(leader)).map(({ kind }) => kind)).toEqual(['month_reopened']);
    await close.decideReopening(leader, centreId, JANUARY, 'return', '下月再补');
    expect((await close.state(centreId, JANUARY)).status).toBe('closed');
    await close.askToReopen(hr, centreId, JANUARY, '补登事假');
    await close.decideReopening(leader, centreId, JANUARY, 'pass');
    expect(await record()).toMatchObject({ created: 1 });
    expect((await close.trail(hr, centreId, JANUARY)).map(({ roundStatus }) => roundStatus)).toEqual(['returned', 'passed']);
  });

  it('a closed month takes no import, and an import of before is not taken back', async () => {
    const headers = ['工号', '缺勤类型', '开始日期', '结束日期', '天数'].map((header) => ({ header, kind: 'text' as const }));
    const file = (day: string) => writeWorkbook([{ name: '缺勤', columns: headers, rows: [[d, '事假', day, day, '1']] }]);
    const run = async (day: string) => rooms.get(ImportService).run(hr, { kind: 'attendance', centreId, period: JANUARY, fileName: 'a.xlsx', file: await file(day), dryRun: false });
    const { batchId } = await run('2023-01-09');
    const undo = () => rooms.get(ImportHistory).undo(hr, centreId, batchId ?? '', '导错了文件');
    await close.close(hr, centreId, JANUARY, '先结');
    expect([await codeOf(run('2023-01-10')), await codeOf(undo())]).toEqual(['ATTENDANCE_CLOSED', 'ATTENDANCE_CLOSED']);
    expect((await sheet(hr, 'S2')).closed).toBe(true);
    await close.askToReopen(hr, centreId, JANUARY, '导错了文件');
    await close.decideReopening(leader, centreId, JANUARY, 'pass');
    await undo();
    expect((await sheet(hr, 'S2')).lines[0]?.line.records.absences).toEqual([]);
  });

  it('two who ask and decide at once: one reopening, one answer', async () => {
    await close.close(hr, centreId, JANUARY, '先结');
    const asked = await Promise.all([1, 2, 3].map(() => codeOf(close.askToReopen(hr, centreId, JANUARY, '补登'))));
    expect(asked.filter((code) => code === 'fine')).toHaveLength(1);
    const decided = await Promise.all([1, 2, 3].map(() => codeOf(close.decideReopening(leader, centreId, JANUARY, 'pass'))));
    expect(decided.filter((code) => code === 'fine')).toHaveLength(1);
    expect((await close.state(centreId, JANUARY)).status).toBe('open');
  });

  it('lists and saves five hundred people in as many statements as a few', async () => {
    const query = jest.spyOn(test.db, 'query');
    await sheets.list(hr, centreId, JANUARY);
    const few = query.mock.calls.length;
    const boss = rooms.get(Actors).system('test');
    const person = (n: number): RosterPerson => ({ name: `员${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn: '2022-01-01', gridCode: 'G1', gradeCode: 'W1' });
    const { people } = await rooms.get(RosterLoader).load(boss, centreId, Array.from({ length: 500 }, (_, i) => person(i + 100)));
    query.mockClear();
    await sheets.list(hr, centreId, JANUARY);
    expect(query.mock.calls.length).toBe(few);
    query.mockRestore();
    const { lines } = await sheet(hr);
    const edits = lines.flatMap(({ line }) => line.unmarked.map((day) => cell(line.records.workerNo, day, day === 4 ? '病' : '√')));
    const began = performance.now();
    expect(await save(hr, 'S1', ...edits)).toMatchObject({ saved: edits.length, problems: [] });
    process.stdout.write(`500 people: ${edits.length} cells saved in ${Math.round(performance.now() - began)} ms\n`);
    expect(people).toHaveLength(500);
    expect((await sheet(hr)).lines.every(({ line }) => line.unmarked.length === 0)).toBe(true);
  });
});
