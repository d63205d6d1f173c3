import { auditEntities } from '@gridstaff/audit';
import { calendarEntities } from '@gridstaff/calendar';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, ImportHistory, ImportService, writeWorkbook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, rosterEntities, RosterLoader, type RosterPerson, Structure } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { type Absence, AttendanceBook, attendanceEntities, AttendanceModule, LeaveBalances, LeaveLedger, type LeaveStanding, PriorServices } from '.';

const actor = (...permissions: Permission[]): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([['*', new Set(permissions)]]),
});
const HR = actor('centre:manage', 'roster:write', 'roster:import', 'agency:manage', 'grade:manage', 'attendance:read', 'attendance:write');
const FIRST = { field: 'workerNo', descending: false, limit: 100 } as const;

const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('balances of leave', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let book: AttendanceBook;
  let ledger: LeaveLedger;
  let centreId: Id;
  /** Since 2020; since July 2022. */
  let old: number;
  let young: number;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase([...auditEntities, ...calendarEntities, ...exchangeEntities, ...rosterEntities, ...attendanceEntities]);
    rooms = await startRooms(test, [AttendanceModule]);
    book = rooms.get(AttendanceBook);
    ledger = rooms.get(LeaveLedger);
  });

  afterAll(() => test.close());

  beforeEach(async () => {
    centreId = (await rooms.get(Centres).create(HR, { code: `C${++codes}`, name: '网格中心', region: '430200' })).id;
    await rooms.get(Agencies).create(HR, centreId, { code: 'A1', name: '派遣公司' });
    await rooms.get(Structure).saveUnits(HR, centreId, [
      { code: 'S1', name: '街道', kind: 'street' },
      { code: 'G1', name: '网格', kind: 'grid', parentCode: 'S1' },
    ]);
    await rooms.get(Structure).saveGrades(HR, centreId, [{ code: 'W1', name: '一级', postCode: 'W', base: 190_000, post: 50_000, performance: 60_000, from: '2020-01-01' }]);
    const person = (n: number, joinedOn: string): RosterPerson => ({ name: `员${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn, gridCode: 'G1', gradeCode: 'W1' });
    const { people } = await rooms.get(RosterLoader).load(HR, centreId, [person(1, '2020-01-01'), person(2, '2022-07-01')]);
    [old, young] = people.map((p) => p.no) as [number, number];
  });

  const record = (absences: Absence[], overtime: { workerNo: number; period: string; weekday: number; restday: number; holiday: number; restdayOff?: number }[] = []) =>
    book.record(HR, centreId, { absences, overtime });
  const paid = (workerNo: number, leaveKind: Absence['leaveKind'], from: string, to: string, days: number): Absence => ({ workerNo, kind: 'paid', leaveKind, from, to, days });
  const of = async (workerNo: number, code: string, year = 2023): Promise<LeaveStanding | undefined> =>
    (await ledger.year(HR, centreId, year, FIRST)).rows.find((w) => w.workerNo === workerNo)?.standings.find((s) => s.code === code);

  it('annual leave follows service here and before, what was taken is subtracted, and more than the balance shows', async () => {
    await record([paid(old, 'annual', '2023-01-09', '2023-01-12', 300), paid(young, 'annual', '2023-08-01', '2023-08-04', 300)]);
    expect(await of(old, 'annual')).toMatchObject({ accrued: 500, taken: 300, left: 200, annual: { accrued: 5, excluded: null } });
    expect(await of(young, 'annual')).toMatchObject({ accrued: 200, taken: 300, left: -100, annual: { eligibleFrom: '2023-07-01' } });
    const prior = { workerNo: young, months: 130, continuousFrom: '2019-01-01', evidence: '社保缴费记录' };
    const priors = rooms.get(PriorServices);
    expect(await priors.record(HR, centreId, [prior])).toEqual({ recorded: 1 });
    expect(await priors.record(HR, centreId, [prior])).toEqual({ recorded: 0 });
    expect(await of(young, 'annual')).toMatchObject({ accrued: 1000, left: 700 });
    test.clock.advance(1000);
    await priors.record(HR, centreId, [{ ...prior, months: 100, continuousFrom: null }]);
    const page = await ledger.year(HR, centreId, 2023, FIRST);
    expect(page.rows.find((w) => w.workerNo === young)).toMatchObject({ prior: { months: 100, continuousFrom: null, evidence: '社保缴费记录' }, name: '员2' });
    expect(await of(young, 'annual')).toMatchObject({ accrued: 200 });
  });

  it('service that cannot be is refused at its entry, and nothing is recorded', async () => {
    const good = { workerNo: old, months: 12, continuousFrom: null, evidence: '劳动合同' };
    const wrong = [good, { ...good }, { ...good, workerNo: 999_999 }, { ...good, workerNo: young, continuousFrom: '2022-07-02' }];
    await expect(rooms.get(PriorServices).record(HR, centreId, wrong)).rejects.toMatchObject({
      code: 'ATTENDANCE_INVALID',
      details: [{ code: 'DUPLICATE_ROW' }, { code: 'UNKNOWN_WORKER' }, { code: 'OUT_OF_RANGE', place: { field: 'continuousFrom', path: 'entries[3]' } }],
    });
    await expect(rooms.get(PriorServices).record(HR, centreId, [{ ...good, evidence: ' ' }])).rejects.toMatchObject({ code: 'MISSING_FIELD' });
    await expect(rooms.get(PriorServices).record(actor('attendance:read'), centreId, [good])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await ledger.year(HR, centreId, 2023, FIRST)).rows.map((w) => w.prior)).toEqual([null, null]);
  });

  it('service of many is imported, told by cell what is wrong, and taken back', async () => {
    const columns = ['工号', '入职前工龄月数', '连续工作起始日', '证明材料'].map((header) => ({ header, kind: 'text' as const }));
    const run = async (...list: (string | number)[][]) =>
      rooms.get(ImportService).run(HR, { kind: 'prior_services', centreId, fileName: 'a.xlsx', file: await writeWorkbook([{ name: '入职前工龄', columns, rows: list }]), dryRun: false });
    const wrong = await run([old, '721', '', '合同'], [young, '12', '2023-07-01', '合同'], [999_999, '1', '', '合同']);
    expect(wrong.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [4, '工号', 'UNKNOWN_WORKER'],
      [2, '入职前工龄月数', 'OUT_OF_RANGE'],
      [3, '连续工作起始日', 'OUT_OF_RANGE'],
    ]);
    const { batchId, created } = await run([old, '240', '2000-01-01', '社保缴费记录'], [young, '0', '', '首次就业']);
    expect([created, (await of(old, 'annual'))?.accrued]).toEqual([2, 1500]);
    await rooms.get(ImportHistory).undo(HR, centreId, batchId ?? '', '导错了文件');
    expect((await of(old, 'annual'))?.accrued).toBe(500);
    expect((await ledger.year(HR, centreId, 2023, FIRST)).rows.map((w) => w.prior)).toEqual([null, null]);
  });

  it('a balance taken over stands in place of what service gives, for its year alone', async () => {
    await rooms.get(LeaveBalances).record(HR, centreId, [{ workerNo: old, year: 2023, kind: 'annual', days: 350 }]);
    expect(await of(old, 'annual')).toMatchObject({ opening: 350, accrued: 350, left: 350, annual: { accrued: 5 } });
    expect(await of(old, 'annual', 2024)).toMatchObject({ opening: null, accrued: 500 });
  });

  it('time off is earned by rest-day hours that are not paid and refused beyond them, those of the same list counted', async () => {
    const off = paid(old, 'time_off', '2023-02-06', '2023-02-08', 200);
    await expect(record([off])).rejects.toMatchObject({ code: 'LEAVE_BALANCE_EXCEEDED', params: { leave: '调休', over: 2, available: 0, taken: 2 } });
    const hours = { workerNo: old, period: '2023-01', weekday: 0, restday: 1600, holiday: 0, restdayOff: 800 };
    await expect(record([off], [hours])).rejects.toMatchObject({ code: 'LEAVE_BALANCE_EXCEEDED', params: { over: 1, available: 1 } });
    expect(await record([off], [{ ...hours, restdayOff: 1600 }])).toMatchObject({ created: 2 });
    expect(await of(old, 'time_off')).toMatchObject({ accrued: 200, taken: 200, left: 0 });
    await expect(record([paid(old, 'time_off', '2023-02-13', '2023-02-14', 50)])).rejects.toMatchObject({ code: 'LEAVE_BALANCE_EXCEEDED' });
    // Smaller again, it fits.
    expect(await record([{ ...off, days: 150 }, paid(old, 'time_off', '2023-02-13', '2023-02-14', 50)])).toMatchObject({ created: 1, changed: 1 });
  });

  it('maternity counts calendar days against what Hunan gives, and other kinds show only where they were taken', async () => {
    await record([{ workerNo: old, kind: 'maternity', leaveKind: null, from: '2023-03-01', to: '2023-04-01', days: 2300 }, paid(young, 'paternity', '2023-03-01', '2023-03-30', 2100)]);
    expect(await of(old, 'maternity')).toMatchObject({ per: 'case', accrued: 15_800, taken: 3_100, left: 12_700 });
    expect(await of(young, 'paternity')).toMatchObject({ accrued: 2_000, taken: 2_100, left: -100 });
    expect([await of(old, 'paternity'), await of(old, 'time_off'), await of(old, 'personal')]).toEqual([undefined, undefined, undefined]);
  });

  it('a page of three hundred people is read in as many statements as one of two', async () => {
    const query = jest.spyOn(test.db, 'query');
    await ledger.year(HR, centreId, 2023, FIRST);
    const few = query.mock.calls.length;
    const person = (n: number): RosterPerson => ({ name: `员${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn: '2022-01-01', gridCode: 'G1', gradeCode: 'W1' });
    await rooms.get(RosterLoader).load(HR, centreId, Array.from({ length: 300 }, (_, i) => person(i + 100)));
    query.mockClear();
    expect((await ledger.year(HR, centreId, 2023, { ...FIRST, limit: 500 })).rows).toHaveLength(302);
    expect(query.mock.calls.length).toBe(few);
    query.mockRestore();
  });
});
