import { auditEntities } from '@gridstaff/audit';
import { attendanceEntities } from '@gridstaff/attendance';
import { calendarEntities, Periods } from '@gridstaff/calendar';
import type { Actor, Permission } from '@gridstaff/contracts';
import { exchangeEntities, ImportService, writeWorkbook } from '@gridstaff/exchange';
import type { Id } from '@gridstaff/kernel';
import { Agencies, Centres, checkDigitOf, rosterEntities, RosterLoader, Structure } from '@gridstaff/roster';
import { createTestDatabase, startRooms, type TestDatabase } from '@gridstaff/testing';
import type { TestingModule } from '@nestjs/testing';
import { evaluationEntities, EvaluationModule, type Performance, PerformanceBook, PerformanceFacts } from '.';

const actor = (...permissions: Permission[]): Actor => ({
  userId: '01850000-0000-7000-8000-00000000000a',
  personId: '01850000-0000-7000-8000-00000000000b',
  grants: new Map([['*', new Set(permissions)]]),
});
const HR = actor('centre:manage', 'roster:write', 'roster:import', 'agency:manage', 'grade:manage', 'calendar:manage', 'evaluation:read', 'evaluation:write');
const KNOWN_NOW = Number.MAX_SAFE_INTEGER;

const idNumber = (n: number): string => {
  const first17 = `43020419900307${String(n).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('evaluation', () => {
  let test: TestDatabase;
  let rooms: TestingModule;
  let book: PerformanceBook;
  let centreId: Id;
  let first: number;
  let second: number;
  let leaver: number;
  let codes = 0;

  beforeAll(async () => {
    test = await createTestDatabase([
      ...[...auditEntities, ...calendarEntities, ...exchangeEntities, ...rosterEntities],
      ...[...attendanceEntities, ...evaluationEntities],
    ]);
    rooms = await startRooms(test, [EvaluationModule]);
    book = rooms.get(PerformanceBook);
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
    const person = (n: number, lastDay?: string) => ({
      ...{ name: `测试${n}`, idNumber: idNumber(n), agency: 'A1', joinedOn: '2022-01-01', lastDay, gridCode: 'G1', gradeCode: 'W1' },
    });
    const { people } = await rooms.get(RosterLoader).load(HR, centreId, [person(1), person(2), person(3, '2023-01-20')]);
    [first, second, leaver] = people.map((p) => p.no) as [number, number, number];
  });

  const result = (workerNo: number, coefficient: number, more: Partial<Performance> = {}): Performance => ({
    ...{ workerNo, period: '2023-01', score: null, coefficient, award: 0 },
    ...more,
  });
  const load = (knownAt = KNOWN_NOW, period = '2023-01') => rooms.get(PerformanceFacts).load({ centreId, period, knownAt, fromNo: 0, toNo: 1_000_000 });

  it('appends results, replaces corrected ones, and remembers what was known', async () => {
    const list = [result(first, 9000, { score: 8850, award: 20_000 }), result(leaver, 10_000)];
    expect(await book.record(HR, centreId, list)).toEqual({ created: 2, changed: 0, same: 0 });
    const known = test.clock.millis();
    test.clock.advance(1000);
    expect(await book.record(HR, centreId, [result(first, 10_500, { score: 8850, award: 20_000 }), result(leaver, 10_000)])).toEqual({ created: 0, changed: 1, same: 1 });
    expect(await load(known)).toEqual(new Map([[first, { coefficient: '0.9', award: 20_000 }], [leaver, { coefficient: '1', award: 0 }]]));
    expect((await load()).get(first)).toEqual({ coefficient: '1.05', award: 20_000 });
    expect([(await load(known - 1)).size, (await load(KNOWN_NOW, '2023-02')).size]).toEqual([0, 0]);
    await book.retract(HR, centreId, first, '2023-01', '申诉成立，重新评定');
    expect([...(await load()).keys()]).toEqual([leaver]);
    await expect(book.retract(HR, centreId, first, '2023-01', '再来')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await book.record(HR, centreId, [result(first, 8000)])).toMatchObject({ created: 1 });
    expect((await book.month(HR, centreId, '2023-01')).map((p) => [p.workerNo, p.coefficient])).toEqual([[first, 8000], [leaver, 10_000]]);
    const actions = await test.db.query<{ action: string }>("SELECT action FROM audit_entry WHERE scope = ? AND action LIKE 'performance.%' ORDER BY seq", [centreId]);
    expect(actions.map((a) => a.action)).toEqual(['performance.recorded', 'performance.recorded', 'performance.retracted', 'performance.recorded']);
  });

  it('refuses what cannot be, all of it at once, and a locked month', async () => {
    const wrong = [result(999_999, 1), result(first, 20_001), result(second, 1), result(second, 2), result(leaver, 1, { award: -1 }), result(leaver, 1, { period: '2023-02' })];
    await expect(book.record(HR, centreId, wrong)).rejects.toMatchObject({
      code: 'EVALUATION_INVALID',
      details: [
        { code: 'UNKNOWN_WORKER', place: { path: 'performances[0]' } },
        { code: 'COEFFICIENT_INVALID', params: { value: '2.0001' } },
        { code: 'DUPLICATE_ROW', params: { row: 3 } },
        { code: 'NEGATIVE_AMOUNT', place: { field: 'award' } },
        { code: 'NOT_ENGAGED', place: { path: 'performances[5]' } },
      ],
    });
    await expect(book.record(HR, centreId, [result(first, 1, { period: '2023-13' })])).rejects.toMatchObject({ code: 'NOT_A_PERIOD' });
    await expect(book.record(actor('evaluation:read'), centreId, [])).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(book.month(actor('evaluation:write'), centreId, '2023-01')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await rooms.get(Periods).lock(HR, centreId, '2023-01');
    await expect(book.record(HR, centreId, [result(first, 1)])).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    await expect(book.retract(HR, centreId, first, '2023-01', '锁后')).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    expect((await load()).size).toBe(0);
  });

  it('imports a month of scores and names the cell of every error', async () => {
    const columns = ['工号', '证件号码', '得分', '*绩效系数', '奖金'].map((header) => ({ header, kind: 'text' as const }));
    const run = async (...rows: (string | number)[][]) =>
      rooms.get(ImportService).run(HR, { kind: 'scores', centreId, period: '2023-01', fileName: 's.xlsx', file: await writeWorkbook([{ name: '表1', columns, rows }]), dryRun: false });
    const wrong = await run([first, '', '1001', '1', ''], [second, '', '90', '2.5', ''], ['', idNumber(3), '', '1', '1.005'], [leaver, '', '', '', '5'], [second, '', '', '1', ''], ['', idNumber(2), '', '1', '']);
    expect(wrong.errors.map((e) => [e.row, e.column, e.code])).toEqual([
      [4, '奖金', 'TOO_MANY_DECIMALS'],
      [5, '绩效系数', 'MISSING_FIELD'],
      [2, '得分', 'SCORE_INVALID'],
      [3, '绩效系数', 'COEFFICIENT_INVALID'],
      [7, '', 'DUPLICATE_ROW'],
    ]);
    expect(wrong.errors.at(-1)?.params).toEqual({ row: 6 });
    expect((await load()).size).toBe(0);
    expect(await run([first, '', '96.5', '1.10', '300.5'], ['', idNumber(3), '', '０.8', ''])).toMatchObject({ created: 2, errors: [] });
    expect(await load()).toEqual(new Map([[first, { coefficient: '1.1', award: 30_050 }], [leaver, { coefficient: '0.8', award: 0 }]]));
  });
});
