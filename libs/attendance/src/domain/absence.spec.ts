import { DomainError } from '@gridstaff/kernel';
import { type Absence, checkAbsence, misfits } from './absence';
import { assertEngaged } from './engaged';
import { checkOvertime } from './overtime';

/** Every day is scheduled. */
const everyDay = ({ from, to }: { from: string; to: string }): number => Number(to.slice(8)) - Number(from.slice(8));
const absence = (from: number, to: number, days: number, more: Partial<Absence> = {}): Absence => ({
  ...{ workerNo: 1, kind: 'unpaid', leaveKind: null, from: `2023-01-${String(from).padStart(2, '0')}`, to: `2023-01-${String(to).padStart(2, '0')}`, days },
  ...more,
});
const codeOf = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return 'fine';
};

describe('absences', () => {
  it('fit into their dates and their month', () => {
    expect(codeOf(() => checkAbsence(absence(9, 11, 200), everyDay))).toBe('fine');
    expect(codeOf(() => checkAbsence(absence(9, 11, 201), everyDay))).toBe('ABSENCE_TOO_LONG');
    expect(codeOf(() => checkAbsence(absence(9, 9, 0), everyDay))).toBe('EMPTY_RANGE');
    expect(codeOf(() => checkAbsence(absence(9, 11, -1), everyDay))).toBe('OUT_OF_RANGE');
    expect(codeOf(() => checkAbsence(absence(9, 11, 0.5), everyDay))).toBe('OUT_OF_RANGE');
    expect(codeOf(() => checkAbsence(absence(9, 11, 100, { kind: 'paid' }), everyDay))).toBe('LEAVE_KIND_WRONG');
    expect(codeOf(() => checkAbsence(absence(9, 11, 100, { leaveKind: 'annual' }), everyDay))).toBe('LEAVE_KIND_WRONG');
    expect(codeOf(() => checkAbsence(absence(30, 31, 100, { to: '2023-02-01' }), () => 2))).toBe('fine');
    expect(codeOf(() => checkAbsence(absence(30, 31, 100, { to: '2023-02-02' }), () => 3))).toBe('ABSENCE_CROSSES_MONTH');
  });

  it('fit together: two halves of a day do, two days on one do not, neighbours do not touch', () => {
    expect(misfits([absence(9, 10, 50), absence(9, 10, 50, { kind: 'sick' })], everyDay)).toEqual([]);
    expect(misfits([absence(9, 10, 100), absence(10, 12, 200)], everyDay)).toEqual([]);
    const [group, ...others] = misfits([absence(20, 21, 100), absence(10, 12, 200), absence(9, 11, 200), absence(11, 13, 100)], everyDay);
    expect(others).toEqual([]);
    expect(group?.absences).toHaveLength(3);
    expect(group?.error).toMatchObject({ code: 'ABSENCE_OVERLAP', params: { from: '2023-01-09', to: '2023-01-12', days: 5, scheduled: 4 } });
  });

  it('lie in engagements that may follow each other without a gap', () => {
    const pieces = [
      { from: '2023-01-01', to: '2023-01-10' },
      { from: '2023-01-10', to: '2023-01-20' },
    ];
    expect(codeOf(() => assertEngaged({ from: '2023-01-05', to: '2023-01-20' }, pieces, 'from'))).toBe('fine');
    expect(() => assertEngaged({ from: '2023-01-05', to: '2023-01-21' }, pieces, 'from')).toThrow(
      expect.objectContaining({ code: 'NOT_ENGAGED', params: { date: '2023-01-20' } }),
    );
    expect(codeOf(() => assertEngaged({ from: '2022-12-31', to: '2023-01-02' }, pieces, 'from'))).toBe('NOT_ENGAGED');
  });
});

describe('overtime', () => {
  it('has no more hours than the days of its kind', () => {
    const hours = (weekday: number, restday: number, holiday: number) => ({ workerNo: 1, period: '2023-03', weekday, restday, holiday });
    const march = { workdays: 23, restdays: 8, statutory: 0 };
    expect(codeOf(() => checkOvertime(hours(55200, 19200, 0), march))).toBe('fine');
    expect(codeOf(() => checkOvertime(hours(0, 0, 1), march))).toBe('OVERTIME_TOO_LONG');
    expect(codeOf(() => checkOvertime(hours(0, 19201, 0), march))).toBe('OVERTIME_TOO_LONG');
    expect(codeOf(() => checkOvertime(hours(-1, 0, 0), march))).toBe('OUT_OF_RANGE');
  });
});
