import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { DomainError } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  explain,
  parameterValues,
  type PayEngine,
  type SegmentInput,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { workerInput, type GoldenInput } from './golden-slip';
import { hunan2025, hunanWith } from './parameters';
import { gridScheme } from './scheme';

const { usual } = JSON.parse(readFileSync(path.join(__dirname, 'slips.json'), 'utf8')) as { usual: GoldenInput };
const good = workerInput(usual);
const [whole] = good.segments as [SegmentInput];
const engineOf = (parameters = hunanWith({ heat_months: [3] })): PayEngine =>
  createEngine(compileScheme(gridScheme()), parameters);
const engine = engineOf();

type Edge = [name: string, input: WorkerInput, refusal: [string, DomainError['params'], string?] | null];
/** Null: accepted. */
function refusalOf(input: WorkerInput, of: PayEngine = engine): Edge[2] {
  try {
    of.calculate(input);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, params, place } = error;
    return place.field === undefined ? [code, params] : [code, params, place.field];
  }
}
const invalid = (name: string, value: unknown): Edge[2] => [
  'PAY_INPUT_INVALID',
  { name, value: String(value).slice(0, 40) },
  name,
];
const segment = (more: Partial<SegmentInput>): WorkerInput => ({ ...good, segments: [{ ...whole, ...more }] });
const cut = (first: Partial<SegmentInput>, second: Partial<SegmentInput>): WorkerInput => ({
  ...good,
  segments: [
    { ...whole, to: '2025-03-11', scheduledDays: 6, calendarDays: 10, ...first },
    { ...whole, from: '2025-03-11', scheduledDays: 15, calendarDays: 21, ...second },
  ],
});
const absent = (...days: number[]): WorkerInput =>
  segment({ absences: days.map((one, i) => ({ kind: i === 0 ? 'sick' : 'unpaid', days: one })) });
const values = (more: WorkerInput['values']): WorkerInput => ({ ...good, values: { ...good.values, ...more } });
const coefficient = (text: number | string): Edge => [
  `the coefficient ${text}`,
  values({ coefficient: text }),
  invalid('coefficient', text),
];
const accepted = (text: string): Edge => [`the coefficient ${text}`, values({ coefficient: text }), null];
const fund = (employeeRate: string, base = 500_000): WorkerInput => ({
  ...good,
  housingFund: { base, employerRate: '0.05', employeeRate },
});
const hours = (more: Partial<WorkerInput['overtimeHours']>): WorkerInput['overtimeHours'] => ({
  ...{ weekday: 0, restday: 0, holiday: 0 },
  ...more,
});
const leaver = (more: Partial<WorkerInput>): WorkerInput => ({
  ...good,
  segments: [],
  overtimeHours: hours({}),
  ...more,
});
const dates = (from: unknown, to: unknown): DomainError['params'] => ({ from: String(from), to: String(to) });
const odd = (from: unknown, to: unknown, more: Partial<SegmentInput> = {}): Edge => [
  `a segment ${String(from)} to ${String(to)} ${JSON.stringify(more)}`,
  segment({ from: from as string, to: to as string, ...more }),
  ['PAY_SEGMENT_DATES', dates(from, to)],
];

describe('inputs at their edges', () => {
  it.each<Edge>([
    ['nothing to pay', leaver({}), ['PAY_NO_SEGMENTS', {}]],
    ['a difference alone', leaver({ retro: { taxable: 1 } }), null],
    ['a bonus alone', leaver({ bonus: { amount: 1, method: 'together' } }), null],
    ['labour pay alone', leaver({ labour: { amount: 1 } }), null],
    ['severance alone', leaver({ severance: { amount: 1, localAverageAnnualWage: 1 } }), null],
    ['leave alone', leaver({ annualLeave: { days: 1, averageWage: 1 } }), null],
    ...(['weekday', 'restday', 'holiday'] as const).map((day): Edge => [
      `hours of a ${day} without a month`,
      leaver({ retro: { taxable: 1 }, overtimeHours: hours({ [day]: 100 }) }),
      invalid('overtime', 100),
    ]),
    [
      'hours of every kind without a month',
      leaver({ retro: { taxable: 1 }, overtimeHours: hours({ weekday: 1, restday: 20, holiday: 300 }) }),
      invalid('overtime', 321),
    ],
    ['a month of 30 days', { ...good, calendarDays: 30 }, invalid('month.calendar_days', 30)],
    ['a month of 32 days', { ...good, calendarDays: 32 }, invalid('month.calendar_days', 32)],
    ...[-1, 0.5, NaN].map((days): Edge => [
      `a month of ${days} scheduled days`,
      { ...good, scheduledDays: days },
      invalid('month.scheduled_days', days),
    ]),
    ['a month of 31 scheduled days', { ...good, scheduledDays: 31 }, null],
    ['a month of 32 scheduled days', { ...good, scheduledDays: 32 }, ['PAY_SCHEDULED_DAYS', { days: 32, limit: 31 }]],
    ['every day scheduled', { ...segment({ scheduledDays: 31 }), scheduledDays: 31 }, null],
    [
      'more scheduled days than days',
      { ...segment({ scheduledDays: 32 }), scheduledDays: 31 },
      ['PAY_SCHEDULED_DAYS', { days: 32, limit: 31 }],
    ],
    [
      'one scheduled day more in the segments',
      cut({ scheduledDays: 7 }, {}),
      ['PAY_SCHEDULED_DAYS', { days: 22, limit: 21 }],
    ],
    [
      'scheduled days of a segment that has fewer days',
      cut({ scheduledDays: 11 }, { scheduledDays: 10 }),
      ['PAY_SCHEDULED_DAYS', { days: 11, limit: 10 }],
    ],
    ...[-1, 0.5].map((days): Edge => [
      `a segment of ${days} scheduled days`,
      segment({ scheduledDays: days }),
      invalid('segment.scheduled_days', days),
    ]),
    [
      'segments of one day',
      cut(
        { to: '2025-03-02', calendarDays: 1, scheduledDays: 1 },
        { from: '2025-03-31', calendarDays: 1, scheduledDays: 1 },
      ),
      null,
    ],
    odd('2025-03-01', '2025-03-01', { calendarDays: 0, scheduledDays: 0 }),
    odd('2025-03-10', '2025-03-05', { calendarDays: -5, scheduledDays: 0 }),
    odd('2025-03-01', '2025-04-02', { calendarDays: 32 }),
    odd('2025-03-01', '2025-05-01'),
    odd('2025-03-01', '2024-03-11', { calendarDays: 10, scheduledDays: 5 }),
    odd('2025-03-01', '2025-03-32', { calendarDays: 31 }),
    odd('2025-02-28', '2025-03-28', { calendarDays: 0, scheduledDays: 0 }),
    odd('2025-03-1', '2025-04-01'),
    odd('2025-03-00', '2025-04-01', { calendarDays: 32 }),
    odd('2025-03-01', '2025-04-01', { calendarDays: 30 }),
    odd(20_250_301, '2025-04-01'),
    odd(undefined, '2025-04-01'),
    ['21 days of absence', absent(1_000, 1_100), null],
    [
      'a hundredth of a day more',
      absent(1_000, 1_101),
      ['PAY_ABSENCE_TOO_LONG', { from: '2025-03-01', to: '2025-04-01', days: '21.01', limit: 21 }],
    ],
    ...[-1, 0.5, NaN].map((days): Edge => [
      `${days} hundredths of a sick day`,
      absent(days),
      invalid('segment.absence.sick', days),
    ]),
    [
      'less than no paid leave, which changes no pay',
      segment({ absences: [{ kind: 'paid', days: -1 }] }),
      invalid('segment.absence.paid', -1),
    ],
    ['no hundredth of a sick day', absent(0), null],
    ['a negative absence beside another', absent(100, -100), invalid('segment.absence.unpaid', -100)],
    ['heat on every scheduled day', segment({ heatDays: 2_100 }), null],
    ['no heat at all', segment({ heatDays: 0 }), null],
    ['heat beyond the scheduled days', segment({ heatDays: 2_101 }), invalid('segment.heat_days', 2_101)],
    ['negative heat', segment({ heatDays: -1 }), invalid('segment.heat_days', -1)],
    ['half a hundredth of heat', segment({ heatDays: 0.5 }), invalid('segment.heat_days', 0.5)],
    [
      'a weekend without heat',
      cut(
        { to: '2025-03-03', calendarDays: 2, scheduledDays: 0, heatDays: 0 },
        { from: '2025-03-03', calendarDays: 29 },
      ),
      null,
    ],
    ['time off for all rest-day hours', { ...good, overtimeHours: hours({ restday: 800, restdayTimeOff: 800 }) }, null],
    [
      'time off for more',
      { ...good, overtimeHours: hours({ restday: 800, restdayTimeOff: 801 }) },
      invalid('overtime.restday_off', 801),
    ],
    [
      'half a hundredth of an hour',
      { ...good, overtimeHours: hours({ holiday: 0.5 }) },
      invalid('overtime.holiday', 0.5),
    ],
    ['three months employed in March', { ...good, tax: { ...good.tax, monthsEmployed: 3 } }, null],
    [
      'four months employed in March',
      { ...good, tax: { ...good.tax, monthsEmployed: 4 } },
      ['PAY_TAX_MONTHS', { months: 4, limit: 3 }],
    ],
    [
      'an income below zero before',
      { ...good, tax: { ...good.tax, before: { ...good.tax.before, income: -5 } } },
      null,
    ],
    [
      'half a fen of income before',
      { ...good, tax: { ...good.tax, before: { ...good.tax.before, income: 0.5 } } },
      invalid('tax.before.income', 0.5),
    ],
    ['no fund of one side', fund('0'), null],
    ['all for the fund', fund('1'), null],
    ['more than all for the fund', fund('1.0001'), invalid('fund.employee_rate', '1.0001')],
    ['less than nothing for the fund', fund('-0.05'), invalid('fund.employee_rate', '-0.05')],
    ['a fund base below zero', fund('0.05', -1), invalid('fund.base', -1)],
    ['a fee rate of one', { ...good, fee: { kind: 'rate', rate: '1' } }, null],
    ['a fee rate above one', { ...good, fee: { kind: 'rate', rate: '3/2' } }, invalid('fee.rate', '3/2')],
    ['a fee below zero', { ...good, fee: { kind: 'per_head', amount: -1 } }, invalid('fee.per_head', -1)],
    ['no fee', { ...good, fee: { kind: 'none' } }, null],
    [
      'a wage below zero in probation',
      segment({ probation: { contractWage: -1 } }),
      invalid('segment.probation_wage', -1),
    ],
    [
      'a lowest wage of the post below zero',
      segment({ probation: { contractWage: 1, lowestSamePost: -1 } }),
      invalid('segment.probation_lowest', -1),
    ],
    ['a negative amount by formula', values({ award_amount: -5 }), null],
    ['half a fen', values({ award_amount: 0.5 }), invalid('award_amount', 0.5)],
    accepted('-1.5'),
    accepted('7/3'),
    accepted('999999999999999/999999999999998'),
    accepted('0.0000000001'),
    accepted('1/10'),
    accepted('12.5'),
    accepted('123/456'),
    accepted('3/04'),
    coefficient('1/0'),
    coefficient('1/00'),
    coefficient('1/-2'),
    coefficient('1.5/2'),
    coefficient('+1'),
    coefficient('x1'),
    coefficient('1x'),
    coefficient('1.'),
    coefficient('.5'),
    coefficient('1e3'),
    coefficient('1'.repeat(16)),
    coefficient('0.00000000001'),
    coefficient(`1/${'9'.repeat(16)}`),
    // Too exact for two safe integers.
    coefficient('99999999999999.0000000001'),
    coefficient('x'.repeat(60)),
  ])('%s', (_, input, refusal) => expect(refusalOf(input)).toEqual(refusal));

  it('names the item and the input that is missing', () => {
    const { coefficient: _, ...others } = good.values;
    expect(refusalOf({ ...good, values: others })).toEqual([
      'PAY_INPUT_MISSING',
      { item: 'performance', name: 'coefficient' },
      'coefficient',
    ]);
  });

  it('takes a value of the segment before one of the month, and the last segment for what is paid once', () => {
    const amounts = (input: WorkerInput): (number | undefined)[] => {
      const { lines } = engine.calculate(input);
      return [50, 80].map((no) => lines.find(({ itemNo }) => itemNo === no)?.amount);
    };
    const own = segment({ values: { ...whole.values, coefficient: '0.5', award_amount: 7 } });
    expect(amounts(own)).toEqual([40_000, undefined]);
    const { award_amount: _, ...others } = good.values;
    expect(amounts({ ...own, values: others })).toEqual([40_000, 7]);
    const two = cut({ values: { ...whole.values, award_amount: 7 } }, { values: { ...whole.values, award_amount: 8 } });
    expect(amounts({ ...two, values: others })).toEqual([80_000, 8]);
  });

  it('pays nothing by an insurance that the month does not have', () => {
    const { insurance } = hunan2025;
    const without = engineOf({
      ...hunan2025,
      insurance: { ...insurance, schemes: insurance.schemes.filter(({ value }) => value.name !== 'maternity') },
    });
    const [all, fewer] = [engineOf(hunan2025), without].map((one) => one.calculate(good));
    // 4,072 × 0.7 %
    expect([all, fewer].map((slip) => slip?.totals.employerInsurance)).toEqual([105_871, 105_871 - 2_850]);
    expect(fewer?.lines.some(({ itemNo }) => itemNo === 203)).toBe(false);
  });

  it('reduces by absence, and counts for overtime, no item of a rule but what probation adds', () => {
    const { items, ...rest } = gridScheme();
    const flagged = items.map((one) => (one.rule ? { ...one, reducedByAbsence: true, inOvertimeBase: true } : one));
    const other = createEngine(compileScheme({ ...rest, items: flagged }), hunanWith({ heat_months: [3] }));
    const overtime = { ...absent(300, 200), overtimeHours: hours({ weekday: 300, holiday: 800 }) };
    expect(other.calculate(overtime).lines).toEqual(engine.calculate(overtime).lines);
    // 80 % of 5,000 is 200 above the 3,800 that stand; all of it is lost with the whole month.
    const probation = segment({ probation: { contractWage: 500_000 }, absences: [{ kind: 'unpaid', days: 2_100 }] });
    const lines = [engine, other].map((one) =>
      one.calculate(probation).lines.filter(({ itemNo }) => itemNo === 60 || itemNo === 61),
    );
    expect(lines).toEqual([
      [
        { itemNo: 60, amount: -280_000 },
        { itemNo: 61, amount: 20_000 },
      ],
      [
        { itemNo: 60, amount: -300_000 },
        { itemNo: 61, amount: 20_000 },
      ],
    ]);
  });

  it('lets a bonus be taxed separately up to the very day', () => {
    const bonus = { amount: 100, method: 'separate' } as const;
    const until = (value: string): PayEngine =>
      engineOf({
        ...hunan2025,
        incomeTax: { ...hunan2025.incomeTax, bonusSeparateUntil: { ...hunan2025.incomeTax.bonusSeparateUntil, value } },
      });
    expect(refusalOf({ ...good, bonus }, until('2025-03-01'))).toBeNull();
    expect(refusalOf({ ...good, bonus }, until('2025-02-28'))).toEqual(['PAY_BONUS_SEPARATE', {}]);
    expect(refusalOf({ ...good, bonus: { amount: 100, method: 'together' } }, until('2025-02-28'))).toBeNull();
  });

  it('explains only derivations of its own programs', () => {
    const { derivation } = engine.calculate(good);
    const [check, segments, ...rest] = JSON.parse(derivation) as unknown[];
    const other =
      (...values: unknown[]): (() => unknown) =>
      () =>
        explain(engine.programs(), JSON.stringify(values), 'zh');
    expect(other(check, segments, ...rest)).not.toThrow();
    for (const wrong of [
      other(check, segments, ...rest.slice(1)),
      other(check, segments, ...rest, 0),
      other(check, 2, ...rest),
      other(check, -1, ...rest),
      other('x', segments, ...rest),
      other(),
    ])
      expect(wrong).toThrow(expect.objectContaining({ code: 'BUG' }));
  });

  it('keeps whole numbers whole, fractions reduced and what is absent absent in a derivation', () => {
    const one = engine.calculate({
      ...absent(250, 300),
      values: { ...good.values, coefficient: '6/4' },
      insurance: null,
    }).derivation;
    const { month, segment: names } = JSON.parse(engine.programs()) as { month: string[]; segment: string[] };
    const [, , ...taken] = JSON.parse(one) as (number | string | null)[];
    const named = Object.fromEntries([...month, ...names].map((name, i) => [name, taken[i]]));
    expect(named).toMatchObject({
      'insurance.base': null,
      'fund.base': null,
      'month.scheduled_days': 21,
      'input.coefficient': '3/2',
      'segment.absence.sick': '5/2',
      'segment.absence.unpaid': 3,
      'segment.here': 1,
      'segment.from_day': 1,
      'segment.to_day': 32,
    });
  });
});

describe('parameters by key', () => {
  it('has one entry per figure, parts and tables included', () => {
    const found = parameterValues(hunan2025);
    expect(found).toMatchObject({
      'insurance.floor': '407200',
      'insurance.pension.employer_rate': '0.16',
      'insurance.pension.employee_rate': '0.08',
      'insurance.pension.deductible': 'true',
      'insurance.large_medical.employee_fixed': '1500',
      'insurance.large_medical.deductible': 'false',
      'housing_fund.unit': 'yuan',
      'labour.heat_allowance.amount': '15000',
      'labour.heat_allowance.months.0': '7',
    });
    expect(found['insurance.maternity.employee_rate']).toBeUndefined();
    const { annualTable } = hunan2025.incomeTax;
    expect((found[annualTable.key] as unknown[]).slice(0, 2)).toEqual([
      [3_600_000, '0.03', 0],
      [14_400_000, '0.1', 252_000],
    ]);
    expect(Object.values(found).every((value) => Array.isArray(value) || typeof value === 'string')).toBe(true);
  });

  it('reads parameters of an earlier version, with a figure less or of another form', () => {
    const { minimumWage, ...labour } = hunan2025.labour;
    const earlier = { ...hunan2025, labour: { ...labour, minimumWage: { ...minimumWage, value: null } } };
    expect(parameterValues(earlier as unknown as typeof hunan2025)[minimumWage.key]).toBe('null');
  });
});
