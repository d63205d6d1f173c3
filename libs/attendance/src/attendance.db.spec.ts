import { auditEntities } from '@gridstaff/audit';
import { calendarEntities, Periods } from '@gridstaff/calendar';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, ImportService, writeWorkbook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, rosterEntities, RosterLoader, type RosterPerson, Structure } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { type Absence, AttendanceBook, attendanceEntities, AttendanceModule, LeaveBalances, MonthFacts } from '.';

const actor = (...permissions: Permission[]): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([['*', new Set(permissions)]]),
});
const HR = actor('centre:manage', 'roster:write', 'roster:import', 'agency:manage', 'grade:manage', 'calendar:manage', 'attendance:read', 'attendance:write');
const KNOWN_NOW = Number.MAX_SAFE_INTEGER;

const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('attendance', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let book: AttendanceBook;
  let facts: MonthFacts;
  let periods: Periods;
  let centreId: Id;
  /** In post from 2022 on; from 5 January 2023; until 20 January 2023. */
  let worker: number;
  let joiner: number;
  let leaver: number;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...calendarEntities, ...exchangeEntities, ...rosterEntities, ...attendanceEntities]);
    rooms = await startRooms(test, [AttendanceModule]);
    book = rooms.get(AttendanceBook);
    facts = rooms.get(MonthFacts);
    periods = rooms.get(Periods);
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    centreId = (await rooms.get(Centres).create(HR, { code: `C${++codes}`, name: '网格中心', region: '430200' })).id;
    await rooms.get(Agencies).create(HR, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(HR, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'Q1', name: '社区', kind: 'community', parentCode: 'S1' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'Q1' },
    ]);
    await rooms.get(Structure).saveGrades(HR, centreId, [{ code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2022-01-01' }]);
    const person = (n: number, name: string, joinedOn: string, lastDay?: string): RosterPerson => ({
      ...{ name, idNumber: idNumber(n), agency: 'A1', joinedOn, lastDay, gridCode: 'G1', gradeCode: 'W1' },
    });
    const { people } = await rooms
      .get(RosterLoader)
      .load(HR, centreId, [person(1, '测试甲', '2022-01-01'), person(2, '测试乙', '2023-01-05'), person(3, '测试丙', '2022-01-01', '2023-01-20')]);
    [worker, joiner, leaver] = people.map((p) => p.no) as [number, number, number];
  });

  const month = (knownAt = KNOWN_NOW, period = '2023-01') => facts.load({ centreId, period, knownAt, fromNo: 0, toNo: 1_000_000 });
  const away = (workerNo: number, from: string, to: string, days: number, more: Partial<Absence> = {}): Absence => ({
    ...{ workerNo, kind: 'unpaid', leaveKind: null, from, to, days },
    ...more,
  });
  const overtime = (workerNo: number, weekday: number, restday = 0, holiday = 0) => ({ workerNo, period: '2023-01', weekday, restday, holiday });
  const absences = (...list: Absence[]) => book.record(HR, centreId, { absences: list, overtime: [] });

  it('appends what is new, replaces what is corrected, and remembers what was known', async () => {
    const first = { absences: [away(worker, '2023-01-09', '2023-01-11', 200)], overtime: [overtime(worker, 400), overtime(leaver, 0, 800, 2400)] };
    expect(await book.record(HR, centreId, first)).toEqual({ created: 3, changed: 0, same: 0, overLimit: 0 });
    const known = test.clock.millis();
    test.clock.advance(1000);
    const second = { absences: [away(worker, '2023-01-09', '2023-01-11', 150), away(joiner, '2023-01-16', '2023-01-17', 50, { kind: 'paid', leaveKind: 'annual' })], overtime: [overtime(worker, 4000), overtime(leaver, 0)] };
    expect(await book.record(HR, centreId, second)).toEqual({ created: 1, changed: 3, same: 0, overLimit: 1 });
    expect(await book.record(HR, centreId, second)).toEqual({ created: 0, changed: 0, same: 4, overLimit: 1 });
    const before = { kind: 'unpaid', from: '2023-01-09', to: '2023-01-11', days: 200 };
    expect(await month(known)).toEqual(
      new Map([
        [worker, { absences: [before], overtime: { weekday: 400, restday: 0, holiday: 0, restdayOff: 0 }, heatDays: 0 }],
        [leaver, { absences: [], overtime: { weekday: 0, restday: 800, holiday: 2400, restdayOff: 0 }, heatDays: 0 }],
      ]),
    );
    expect(await month()).toEqual(
      new Map([
        [worker, { absences: [{ ...before, days: 150 }], overtime: { weekday: 4000, restday: 0, holiday: 0, restdayOff: 0 }, heatDays: 0 }],
        [joiner, { absences: [{ kind: 'paid', from: '2023-01-16', to: '2023-01-17', days: 50 }], overtime: { weekday: 0, restday: 0, holiday: 0, restdayOff: 0 }, heatDays: 0 }],
      ]),
    );
    expect(await month(known - 1)).toEqual(new Map());
    expect(await month(KNOWN_NOW, '2023-02')).toEqual(new Map());
    const rows = await test.db.query<{ n: number }>('SELECT COUNT(*) AS n FROM absence_fact WHERE centre_id = ?', [centreId]);
    expect(Number(rows[0]?.n)).toBe(3);
    const [entry] = await test.db.query<{ data: string }>("SELECT data FROM audit_entry WHERE scope = ? AND action = 'attendance.recorded' ORDER BY seq DESC", [centreId]);
    expect(JSON.parse(entry?.data ?? '')).toEqual({ created: 1, changed: 3, same: 0, overLimit: 1, periods: ['2023-01'] });
  });

  it('refuses what cannot be, all of it at once, and writes nothing', async () => {
    await absences(away(worker, '2023-01-09', '2023-01-11', 200));
    const error = await absences(
      away(999_999, '2023-01-09', '2023-01-10', 100),
      away(joiner, '2023-01-04', '2023-01-06', 200),
      away(leaver, '2023-01-20', '2023-01-31', 100),
      away(worker, '2023-01-10', '2023-01-11', 100, { kind: 'sick' }),
      away(worker, '2023-01-21', '2023-01-22', 200),
      away(joiner, '2023-01-09', '2023-01-10', 100),
      away(joiner, '2023-01-09', '2023-01-10', 50),
      away(joiner, '2023-01-31', '2029-02-02', 100),
    ).catch((e: unknown) => e);
    const details = (error as { details: { code: string; place: { path: string; field: string } }[] }).details;
    expect(details.map((d) => [d.place.path, d.place.field, d.code])).toEqual([
      ['absences[0]', 'workerNo', 'UNKNOWN_WORKER'],
      ['absences[1]', 'from', 'NOT_ENGAGED'],
      ['absences[2]', 'from', 'NOT_ENGAGED'],
      ['absences[4]', 'days', 'ABSENCE_TOO_LONG'],
      ['absences[6]', '', 'DUPLICATE_ROW'],
      ['absences[7]', 'to', 'ABSENCE_CROSSES_MONTH'],
      ['absences[3]', 'from', 'ABSENCE_OVERLAP'],
    ]);
    await expect(book.record(HR, centreId, { absences: [], overtime: [{ ...overtime(joiner, 0, 0, 1), period: '2022-12' }] })).rejects.toMatchObject({ code: 'NO_CALENDAR' });
    await expect(book.record(HR, centreId, { absences: [], overtime: [{ ...overtime(leaver, 100), period: '2023-02' }] })).rejects.toMatchObject({ code: 'NOT_ENGAGED' });
    await expect(book.record(HR, centreId, { absences: [], overtime: [{ ...overtime(worker, 0, 0, 100), period: '2023-03' }] })).rejects.toMatchObject({ code: 'OVERTIME_TOO_LONG' });
    await expect(absences(away(worker, '2023-02-31', '2023-03-01', 100))).rejects.toMatchObject({ code: 'NOT_A_DATE' });
    await expect(book.record(actor('attendance:read'), centreId, { absences: [], overtime: [] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect([...(await month()).keys()]).toEqual([worker]);
  });

  it('lets a changed kind of absence in once the wrong entry is taken back', async () => {
    await absences(away(worker, '2023-01-09', '2023-01-10', 100));
    const sick = away(worker, '2023-01-09', '2023-01-10', 100, { kind: 'sick' });
    await expect(absences(sick)).rejects.toMatchObject({ code: 'ABSENCE_OVERLAP' });
    expect(await absences(away(worker, '2023-01-09', '2023-01-10', 0), sick)).toMatchObject({ created: 1, changed: 1 });
    const { absences: now } = await book.month(HR, centreId, '2023-01');
    expect(now.map((a) => a.kind)).toEqual(['sick']);
    const [fact] = now;
    await expect(book.retractAbsence(HR, centreId, fact?.id ?? '', ' ')).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await book.retractAbsence(HR, centreId, fact?.id ?? '', '登记错误');
    await expect(book.retractAbsence(HR, centreId, fact?.id ?? '', '再来')).rejects.toMatchObject({ code: 'STALE' });
    await expect(book.retractAbsence(HR, test.ids.next(), fact?.id ?? '', '别处')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(book.retractOvertime(HR, centreId, worker, '2023-01', '没有')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await month()).size).toBe(0);
  });

  it('takes nothing for a locked month', async () => {
    await absences(away(worker, '2023-01-09', '2023-01-10', 100));
    await periods.lock(HR, centreId, '2023-01');
    const locked = { code: 'PERIOD_LOCKED', params: { period: '2023-01' } };
    await expect(absences(away(worker, '2023-02-09', '2023-02-10', 100), away(worker, '2023-01-09', '2023-01-10', 50))).rejects.toMatchObject(locked);
    await expect(book.retractOvertime(HR, centreId, worker, '2023-01', '锁后')).rejects.toMatchObject(locked);
    expect(await absences(away(worker, '2023-02-09', '2023-02-10', 100))).toMatchObject({ created: 1 });
  });

  it('imports a month with both sheets, and names the cell of every error', async () => {
    const text = (...headers: string[]) => headers.map((header) => ({ header, kind: 'text' as const }));
    const file = (a: (string | number)[][], o: (string | number)[][]) =>
      writeWorkbook([
        { name: '缺勤', columns: text('工号', '证件号码', '姓名', '缺勤类型', '开始日期', '结束日期', '天数'), rows: a },
        { name: 'Overtime', columns: text('工号', '平日加班', '节假日加班'), rows: o },
      ]);
    const run = async (bytes: Buffer, dryRun = false) =>
      rooms.get(ImportService).run(HR, { kind: 'attendance', centreId, period: '2023-01', fileName: 'a.xlsx', file: bytes, dryRun });
    const wrong = await run(
      await file(
        [
          ['', idNumber(9), '', '事假', '2023-01-09', '2023-01-09', '1'],
          [worker, idNumber(2), '', '事假', '2023-01-09', '2023-01-09', '1'],
          [worker, '', '别人', '事假', '2023-01-09', '2023-01-09', '1'],
          ['', '', '测试甲', '事假', '2023-01-09', '2023-01-09', '1'],
          [worker, '', '', '事假', '2023-02-09', '2023-02-09', '1'],
          [worker, '', '', '事假', '2023-01-10', '2023-01-09', '1'],
          [worker, '', '', '事假', '2023-01-10', '2023-01-10', '0.555'],
          [worker, '', '', '早退', '2023-01-10', '2023-01-10', '1'],
          [joiner, '', '', '病假', '2023-01-03', '2023-01-05', '1'],
        ],
        [
          [worker, '1', '0'],
          [worker, '2', '0'],
        ],
      ),
    );
    expect(wrong.batchId).toBeNull();
    expect(wrong.errors.map((e) => [e.sheet, e.row, e.column, e.code]).sort((a, b) => String(a).localeCompare(String(b)))).toEqual(
      [
        ['Overtime', 3, '', 'DUPLICATE_ROW'],
        ['缺勤', 2, '证件号码', 'UNKNOWN_WORKER'],
        ['缺勤', 3, '工号', 'WORKER_NO_DIFFERS'],
        ['缺勤', 4, '姓名', 'WORKER_NAME_WRONG'],
        ['缺勤', 5, '工号', 'WORKER_NOT_NAMED'],
        ['缺勤', 6, '开始日期', 'ABSENCE_OUTSIDE_PERIOD'],
        ['缺勤', 7, '结束日期', 'EMPTY_RANGE'],
        ['缺勤', 8, '天数', 'TOO_MANY_DECIMALS'],
        ['缺勤', 9, '缺勤类型', 'NOT_A_CHOICE'],
        ['缺勤', 10, '开始日期', 'NOT_ENGAGED'],
      ].sort((a, b) => String(a).localeCompare(String(b))),
    );
    expect(wrong.errors.find((e) => e.code === 'DUPLICATE_ROW')?.params).toEqual({ row: 2 });
    expect(JSON.stringify(wrong)).not.toContain(idNumber(9));
    expect((await month()).size).toBe(0);

    const good = await file([['', idNumber(1), '测 试甲', '年休假', '2023-01-09', '2023/1/10', '1.5']], [[leaver, '３.25', '0']]);
    expect(await run(good, true)).toMatchObject({ batchId: null, created: 2 });
    expect(await run(good)).toMatchObject({ created: 2, errors: [] });
    expect(await run(good)).toMatchObject({ batchId: null, same: 2 });
    expect(await month()).toEqual(
      new Map([
        [worker, { absences: [{ kind: 'paid', from: '2023-01-09', to: '2023-01-11', days: 150 }], overtime: { weekday: 0, restday: 0, holiday: 0, restdayOff: 0 }, heatDays: 0 }],
        [leaver, { absences: [], overtime: { weekday: 325, restday: 0, holiday: 0, restdayOff: 0 }, heatDays: 0 }],
      ]),
    );
    await periods.lock(HR, centreId, '2023-01');
    await expect(run(await file([], [[worker, '1', '0']]))).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    expect((await rooms.get(ImportService).template('attendance')).length).toBeGreaterThan(1000);
  });

  it('keeps maternity leave, time off for rest-day hours and work in heat as facts of their own, taken back like the others', async () => {
    const july = { period: '2023-07' };
    const entry = {
      absences: [away(worker, '2023-07-17', '2023-08-01', 1100, { kind: 'maternity' })],
      overtime: [{ ...overtime(joiner, 0, 1600), ...july, restdayOff: 800 }],
      heatWork: [{ workerNo: worker, ...july, days: 1050 }],
    };
    expect(await book.record(HR, centreId, entry)).toMatchObject({ created: 3, changed: 0 });
    expect(await book.record(HR, centreId, entry)).toMatchObject({ created: 0, changed: 0, same: 3 });
    const known = test.clock.millis();
    const nothing = { weekday: 0, restday: 0, holiday: 0, restdayOff: 0 };
    const leave = { kind: 'maternity', from: '2023-07-17', to: '2023-08-01', days: 1100 };
    const expected = new Map([
      [worker, { absences: [leave], overtime: nothing, heatDays: 1050 }],
      [joiner, { absences: [], overtime: { ...nothing, restday: 1600, restdayOff: 800 }, heatDays: 0 }],
    ]);
    expect(await month(KNOWN_NOW, '2023-07')).toEqual(expected);
    const listed = await book.month(HR, centreId, '2023-07');
    expect([listed.absences[0]?.kind, listed.absences[0]?.leaveKind, listed.heatWork[0]?.days]).toEqual(['maternity', null, 1050]);
    test.clock.advance(1000);
    await book.record(HR, centreId, { absences: [], overtime: [{ ...overtime(joiner, 0, 1600), ...july }], heatWork: [] });
    await book.retractHeatWork(HR, centreId, worker, '2023-07', '登记错误');
    await book.retractAbsence(HR, centreId, listed.absences[0]?.id ?? '', '登记错误');
    await expect(book.retractHeatWork(HR, centreId, worker, '2023-07', '再来')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await month(KNOWN_NOW, '2023-07')).toEqual(new Map([[joiner, { absences: [], overtime: { ...nothing, restday: 1600 }, heatDays: 0 }]]));
    expect(await month(known, '2023-07')).toEqual(expected);
    const late = await facts.late({ centreId, from: '2023-07-01', to: '2023-08-01', since: known, knownAt: KNOWN_NOW });
    expect(late.map((f) => [f.kind, f.workerNo, f.retracted]).sort()).toEqual([
      ['absence', worker, true],
      ['heat_work', worker, true],
      ['overtime', joiner, false],
    ]);
    const wrong = {
      absences: [],
      overtime: [{ ...overtime(worker, 0, 800), ...july, restdayOff: 801 }],
      heatWork: [
        { workerNo: worker, ...july, days: -100 },
        { workerNo: joiner, ...july, days: 2200 },
        { workerNo: leaver, ...july, days: 100 },
        { workerNo: 999_999, ...july, days: 100 },
        { workerNo: leaver, period: '2023-01', days: 1600 },
      ],
    };
    const error = (await book.record(HR, centreId, wrong).catch((e: unknown) => e)) as { details: { code: string; place: { path: string } }[] };
    expect(error.details.map((d) => [d.place.path, d.code])).toEqual([
      ['overtime[0]', 'TIME_OFF_TOO_LONG'],
      ['heatWork[0]', 'OUT_OF_RANGE'],
      ['heatWork[1]', 'HEAT_DAYS_TOO_MANY'],
      ['heatWork[2]', 'NOT_ENGAGED'],
      ['heatWork[3]', 'UNKNOWN_WORKER'],
      ['heatWork[4]', 'HEAT_DAYS_TOO_MANY'],
    ]);
  });

  it('reads a month in as many statements for three hundred people as for one', async () => {
    const person = (n: number): RosterPerson => ({ name: `员${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn: '2022-01-01', gridCode: 'G1', gradeCode: 'W1' });
    const { people } = await rooms.get(RosterLoader).load(HR, centreId, Array.from({ length: 300 }, (_, i) => person(i + 100)));
    const query = jest.spyOn(test.db, 'query');
    await absences(away(people[0]?.no ?? 0, '2023-01-09', '2023-01-10', 100));
    const single = query.mock.calls.length;
    query.mockClear();
    await absences(...people.slice(1).map((p) => away(p.no, '2023-01-09', '2023-01-10', 100)));
    expect(query.mock.calls.length).toBeLessThanOrEqual(single);
    query.mockClear();
    expect((await month()).size).toBe(300);
    expect(query.mock.calls.length).toBe(3);
    query.mockRestore();
  });

  it('keeps leave balances by year and kind', async () => {
    const balances = rooms.get(LeaveBalances);
    const annual = { workerNo: worker, year: 2023, kind: 'annual' as const, days: 500 };
    expect(await balances.record(HR, centreId, [annual, { ...annual, workerNo: joiner, days: 0 }])).toEqual({ created: 2, changed: 0, same: 0 });
    expect(await balances.record(HR, centreId, [{ ...annual, days: 450 }, { ...annual, workerNo: joiner, days: 0 }])).toEqual({ created: 0, changed: 1, same: 1 });
    const wrong = [annual, annual, { ...annual, workerNo: 999_999 }, { ...annual, year: 1 }];
    await expect(balances.record(HR, centreId, wrong)).rejects.toMatchObject({ code: 'ATTENDANCE_INVALID', details: [{ code: 'DUPLICATE_ROW' }, { code: 'UNKNOWN_WORKER' }, { code: 'OUT_OF_RANGE' }] });
  });
});
