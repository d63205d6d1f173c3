import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@gridstaff/kernel';
import { parse } from 'yaml';
import type { Absence, AbsenceFact } from './absence';
import { readOvertime, overtimeText } from './day-marks';
import { LeaveKinds, layLeaveKinds } from './leave-kinds';
import { cellsOf, changesOf, overtimeFindings, type SheetDays, unmarkedDays, type WorkerRecords } from './month-sheet';
import { cellText, EMPTY_CELL, parseCell } from './sheet-cell';

const kinds = new LeaveKinds(layLeaveKinds([], parse(readFileSync(path.join(__dirname, '../../../../config/leave/CN.yaml'), 'utf8'), { schema: 'core' }), 'CN.yaml'));
const PERIOD = '2023-02';
/** February 2023 begins on a Wednesday: 4, 5, 11, 12, … are days off. The 28th stands for a statutory holiday. */
const days: SheetDays = Array.from({ length: 28 }, (_, i) => (i === 27 ? 'statutory' : [3, 4].includes(i % 7) ? 'restday' : 'workday'));
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return 'fine';
};
const text = (typed: string): string => cellText(parseCell(typed, kinds), kinds);
const fact = (from: number, to: number, hundredths: number, more: Partial<AbsenceFact> = {}): AbsenceFact => ({
  ...{ id: `${from}-${to}`, centreId: '', recordedAt: 0, recordedBy: '', supersedes: null, retracted: false, workerNo: 1, kind: 'sick', leaveKind: null, days: hundredths },
  ...{ validFrom: `2023-02-${String(from).padStart(2, '0')}`, validTo: to > 28 ? '2023-03-01' : `2023-02-${String(to).padStart(2, '0')}` },
  ...more,
});
const records = (more: Partial<WorkerRecords> = {}): WorkerRecords => ({
  ...{ workerNo: 1, engaged: [{ from: '2022-01-01', to: '9999-12-31' }], absences: [], marks: undefined, overtime: undefined, heat: undefined },
  ...more,
});
const change = (typed: Record<number, string>, more: Partial<WorkerRecords> = {}) =>
  changesOf(PERIOD, days, records(more), new Map(Object.entries(typed).map(([day, t]) => [Number(day), parseCell(t, kinds)])), kinds);
const short = (absences: readonly Absence[]): string[] => absences.map((a) => `${a.kind}${a.leaveKind ? `:${a.leaveKind}` : ''} ${a.from.slice(8)}-${a.to.slice(5)} ${a.days}`);

describe('a cell of the month sheet', () => {
  it.each([
    ['√', '√'],
    ['v', '√'],
    ['1', '√'],
    ['', ''],
    ['病', '病'],
    ['病假', '病'],
    ['病0.5', '病0.5'],
    ['√ 病0.5', '病0.5√'],
    ['事0.5/病0.5', '事0.5病0.5'],
    ['√加３', '√加3'],
    ['加班8', '加8'],
    ['加2.5', '加2.5'],
    ['√，热', '√热'],
    ['产假（单位发放）', '生'],
  ])('reads %s', (typed, said) => expect(text(typed)).toBe(said));

  it.each(['x', '加', '加25', '病2', '病病', '√3', '病0', '=1+1', '年'.repeat(3), '😀'])('refuses %s as unreadable', (typed) => expect(codeOf(() => parseCell(typed, kinds))).toBe('SHEET_CELL_UNREADABLE'));
  it.each(['病√', '病0.6事0.5', '年热'])('refuses %s as contradicting itself', (typed) => expect(codeOf(() => parseCell(typed, kinds))).toBe('SHEET_CELL_CONFLICT'));

  it('keeps the hours of days as text', () => {
    expect(overtimeText(new Map([[17, 800], [3, 50], [9, 0]]))).toBe('03:50,17:800');
    expect(readOvertime('03:50,17:800')).toEqual(new Map([[3, 50], [17, 800]]));
    expect(readOvertime(null).size).toBe(0);
  });
});

describe('a month sheet', () => {
  it('shows absences on the scheduled days of their range, parts of a day last', () => {
    const cells = cellsOf(PERIOD, days, records({ absences: [fact(2, 8, 350), fact(28, 29, 100, { kind: 'unpaid' })] }), kinds);
    expect(cells.map((cell) => cellText(cell, kinds)).join(',')).toBe(',病,病,,,病,病0.5,,,,,,,,,,,,,,,,,,,,,事');
  });

  it('counts workdays in post that nothing was said about', () => {
    const half = records({ engaged: [{ from: '2023-02-06', to: '2023-02-11' }], absences: [fact(6, 7, 100), fact(7, 8, 50)] });
    expect(unmarkedDays(PERIOD, days, half, cellsOf(PERIOD, days, half, kinds))).toEqual([7, 8, 9, 10]);
    const marked = records({ marks: { workerNo: 1, period: PERIOD, present: 0x7ffffff, heat: 0, overtime: new Map() } });
    expect(unmarkedDays(PERIOD, days, marked, cellsOf(PERIOD, days, marked, kinds))).toEqual([]);
  });

  it('records neighbouring days of one kind as one absence over the days off between them', () => {
    const { absences, marks } = change({ 1: '√', 2: '病', 3: '病', 6: '病', 7: '事', 8: '病0.5√', 9: '病' });
    expect(short(absences)).toEqual(['unpaid 07-02-08 100', 'sick 02-02-07 300', 'sick 08-02-09 50', 'sick 09-02-10 100']);
    expect(marks).toMatchObject({ present: 0b10000001, heat: 0 });
  });

  it('leaves absences alone that no changed day lies in, and records those it lies in anew', () => {
    const absences = [fact(2, 8, 400), fact(14, 16, 200, { kind: 'paid', leaveKind: 'annual' })];
    expect(short(change({ 3: '√' }, { absences }).absences)).toEqual(['sick 02-02-08 0', 'sick 02-02-03 100', 'sick 06-02-08 200']);
    expect(short(change({ 8: '病' }, { absences }).absences)).toEqual(['sick 08-02-09 100']);
    // The same cells again change nothing.
    expect(short(change({ 2: '病', 7: '病' }, { absences }).absences)).toEqual(['sick 02-02-08 400']);
    expect(short(change({ 14: '', 15: '' }, { absences }).absences)).toEqual(['paid:annual 14-02-16 0']);
  });

  it('changes the hours and days in heat of the month by the difference of the cells', () => {
    const overtime = { workerNo: 1, period: PERIOD, weekday: 1000, restday: 800, holiday: 0, restdayOff: 800 };
    const marks = { workerNo: 1, period: PERIOD, present: 0, heat: 0b1, overtime: new Map([[1, 300], [4, 800]]) };
    const heat = { workerNo: 1, period: PERIOD, days: 100 };
    const { overtime: hours, heatWork, marks: now } = change({ 1: '√加1', 4: '', 28: '加2', 2: '√热', 3: '√热' }, { overtime, marks, heat });
    expect(hours).toEqual([{ workerNo: 1, period: PERIOD, weekday: 800, restday: 0, holiday: 200, restdayOff: 0 }]);
    expect(heatWork).toEqual([{ workerNo: 1, period: PERIOD, days: 200 }]);
    expect([...(now?.overtime ?? [])]).toEqual([[1, 100], [28, 200]]);
    expect(change({ 5: '' }, { overtime, marks, heat })).toEqual({ absences: [], overtime: [], heatWork: [], marks: undefined });
  });

  it('finds overtime above the limits of the law and rest-day work that was not given back, and refuses none of it', () => {
    const cells = days.map((_, i) => ({ ...EMPTY_CELL, overtime: [100, 150, 301, 800][i] ?? 0 }));
    const overtime = { workerNo: 1, period: PERIOD, weekday: 3000, restday: 800, holiday: 0, restdayOff: 300 };
    expect(overtimeFindings(days, { overtime }, cells)).toEqual([
      { code: 'over_day', day: 2, hours: 150 },
      { code: 'over_day_most', day: 3, hours: 301 },
      { code: 'over_month', day: null, hours: 3800 },
      { code: 'restday_not_offset', day: null, hours: 500 },
      { code: 'hours_without_days', day: null, hours: 2449 },
    ]);
    expect(overtimeFindings(days, { overtime: undefined }, cells.slice(0, 1))).toEqual([]);
  });
});
