import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { compileScheme, createEngine, type SegmentInput, type WorkerInput } from '@gridstaff/pay-engine';
import { workerInput, type GoldenInput } from './golden-slip';
import { hunan2025 } from './parameters';
import { gridScheme } from './scheme';

const { usual } = JSON.parse(readFileSync(path.join(__dirname, 'slips.json'), 'utf8')) as { usual: GoldenInput };
const good = workerInput(usual);
const [whole] = good.segments as [SegmentInput];
const engine = createEngine(compileScheme(gridScheme()), hunan2025);
const segment = (more: Partial<SegmentInput>): WorkerInput => ({ ...good, segments: [{ ...whole, ...more }] });
const early = { ...whole, to: '2025-03-11', scheduledDays: 6, calendarDays: 10 };
const late = { ...whole, from: '2025-03-11', scheduledDays: 15, calendarDays: 21 };

const huge = segment({ values: { ...whole.values, performance_standard: Number.MAX_SAFE_INTEGER } });

describe('a worker who cannot be calculated', () => {
  it.each<[string, WorkerInput, string]>([
    ['no day in post', { ...good, segments: [] }, 'PAY_NO_SEGMENTS'],
    [
      'overtime without a month',
      { ...good, segments: [], retro: { taxable: 1 }, overtimeHours: { weekday: 100, restday: 0, holiday: 0 } },
      'PAY_INPUT_INVALID',
    ],
    [
      'more time off than rest-day hours',
      { ...good, overtimeHours: { weekday: 0, restday: 799, holiday: 0, restdayTimeOff: 800 } },
      'PAY_INPUT_INVALID',
    ],
    ['a negative bonus', { ...good, bonus: { amount: -1, method: 'together' } }, 'PAY_INPUT_INVALID'],
    ['a bonus by no method', { ...good, bonus: { amount: 1, method: 'other' as 'separate' } }, 'PAY_INPUT_INVALID'],
    ['half a fen of a difference', { ...good, retro: { fee: 0.5 } }, 'PAY_INPUT_INVALID'],
    ['a negative debt', { ...good, receivableBefore: -1 }, 'PAY_INPUT_INVALID'],
    ['a negative loss', { ...good, loss: -1 }, 'PAY_INPUT_INVALID'],
    ['a negative labour pay', { ...good, labour: { amount: -1 } }, 'PAY_INPUT_INVALID'],
    ['half a day of leave', { ...good, annualLeave: { days: 0.5, averageWage: 1 } }, 'PAY_INPUT_INVALID'],
    [
      'severance without a number to exempt by',
      { ...good, severance: { amount: 1, localAverageAnnualWage: NaN } },
      'PAY_INPUT_INVALID',
    ],
    ['a negative wage in probation', segment({ probation: { contractWage: -1 } }), 'PAY_INPUT_INVALID'],
    ['segments out of order', { ...good, segments: [late, early] }, 'PAY_SEGMENT_DATES'],
    [
      'segments that overlap',
      { ...good, segments: [early, { ...late, from: '2025-03-10', calendarDays: 22 }] },
      'PAY_SEGMENT_DATES',
    ],
    ['another month', segment({ from: '2025-02-01' }), 'PAY_SEGMENT_DATES'],
    ['past the end of the month', segment({ to: '2025-04-02' }), 'PAY_SEGMENT_DATES'],
    ['calendar days that do not fit', segment({ calendarDays: 30 }), 'PAY_SEGMENT_DATES'],
    ['an empty segment', segment({ to: '2025-03-01', calendarDays: 0, scheduledDays: 0 }), 'PAY_SEGMENT_DATES'],
    ['a day that does not exist', segment({ from: '2025-03-00', calendarDays: 32 }), 'PAY_SEGMENT_DATES'],
    ['more scheduled days than the month', { ...good, scheduledDays: 20 }, 'PAY_SCHEDULED_DAYS'],
    ['more scheduled days than days', { ...good, scheduledDays: 32 }, 'PAY_SCHEDULED_DAYS'],
    ['negative scheduled days', segment({ scheduledDays: -1 }), 'PAY_INPUT_INVALID'],
    ['negative absence', segment({ absences: [{ kind: 'unpaid', days: -100 }] }), 'PAY_INPUT_INVALID'],
    ['half a hundredth of a day', segment({ absences: [{ kind: 'unpaid', days: 0.5 }] }), 'PAY_INPUT_INVALID'],
    [
      'absence beyond the scheduled days',
      segment({
        absences: [
          { kind: 'sick', days: 2_000 },
          { kind: 'unpaid', days: 101 },
        ],
      }),
      'PAY_ABSENCE_TOO_LONG',
    ],
    ['negative overtime', { ...good, overtimeHours: { weekday: -1, restday: 0, holiday: 0 } }, 'PAY_INPUT_INVALID'],
    ['a base that is no number', { ...good, insurance: { base: NaN } }, 'PAY_INPUT_INVALID'],
    [
      'a fund rate above one',
      { ...good, housingFund: { base: 1, employerRate: '5', employeeRate: '0.05' } },
      'PAY_INPUT_INVALID',
    ],
    ['a missing input', { ...good, values: { years: 1, award_amount: 0 } }, 'PAY_INPUT_MISSING'],
    [
      'more months employed than the year has had',
      { ...good, tax: { ...good.tax, monthsEmployed: 4 } },
      'PAY_TAX_MONTHS',
    ],
    [
      'figures beyond the exact range',
      { ...huge, values: { ...good.values, coefficient: '99999999' } },
      'PAY_AMOUNT_TOO_LARGE',
    ],
  ])('%s', (_, input, code) => {
    let error: unknown;
    try {
      engine.calculate(input);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).code).toBe(code);
    const problem = toProblem(error);
    expect(problem.code).not.toBe('BUG');
    expect(problem.zh + problem.en).not.toContain('{');
  });

  it('leaves the next worker as if nothing had happened', () => {
    const before = JSON.stringify(engine.calculate(good));
    expect(() => engine.calculate({ ...good, segments: [] })).toThrow(DomainError);
    expect(() => engine.calculate({ ...good, values: {} })).toThrow(DomainError);
    expect(JSON.stringify(engine.calculate(good))).toBe(before);
  });

  it('pays a segment without scheduled days nothing, and keeps the rest', () => {
    const weekend = {
      ...whole,
      to: '2025-03-03',
      scheduledDays: 0,
      calendarDays: 2,
      values: { ...whole.values, base_standard: 999_999 },
    };
    const rest = {
      ...whole,
      from: '2025-03-03',
      scheduledDays: 21,
      calendarDays: 29,
      absences: [{ kind: 'unpaid' as const, days: 2_100 }],
    };
    const { lines } = engine.calculate({ ...good, segments: [weekend, rest] });
    expect(lines.slice(0, 2)).toEqual([
      { itemNo: 10, amount: 220_000 },
      { itemNo: 20, amount: 60_000 },
    ]);
    expect(lines.find((line) => line.itemNo === 60)?.amount).toBe(-280_000);
  });

  it('taxes a bonus separately up to the last month of the rule, and not after it', () => {
    const bonus = { amount: 100, method: 'separate' } as const;
    const paidIn = (taxMonth: string): (() => unknown) => {
      const own = createEngine(compileScheme(gridScheme()), { ...hunan2025, taxMonth });
      return () => own.calculate({ ...good, tax: { ...good.tax, monthsEmployed: 1 }, bonus });
    };
    expect(paidIn('2027-12')).not.toThrow();
    expect(paidIn('2028-01')).toThrow(expect.objectContaining({ code: 'PAY_BONUS_SEPARATE' }));
  });
});
