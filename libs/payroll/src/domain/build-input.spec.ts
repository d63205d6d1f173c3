import { readCalendarFiles, daysOfYear, WorkCalendar, defaultCalendarDir } from '@gridstaff/calendar';
import { DomainError } from '@gridstaff/kernel';
import { buildInput, type WorkerMonth } from './build-input';
import { payMonth, type MonthRules, type PayMonth } from './pay-month';
import { type MonthRecord, NO_TAX_RECORD, type TaxRecord, type WorkerFacts } from './pay-facts';
import { RateBook } from './rate-book';
import { agenciesOf } from './segments';

const calendar = (() => {
  const years = readCalendarFiles(defaultCalendarDir()).map((file) => file.year);
  return new WorkCalendar(
    years.flatMap(daysOfYear),
    years.map((y) => y.year),
  );
})();

const ALWAYS = { from: '2022-01-01', to: '9999-12-31' };
const A = 'agency-a';
const B = 'agency-b';
const C = 'agency-c';

const rates = new RateBook(
  [
    { ...ALWAYS, gradeCode: 'W1', base: 190_000, post: 50_000, performance: 60_000 },
    { from: '2022-01-01', to: '2023-03-16', gradeCode: 'W2', base: 200_000, post: 60_000, performance: 70_000 },
    { from: '2023-03-16', to: '9999-12-31', gradeCode: 'W2', base: 210_000, post: 60_000, performance: 70_000 },
    { ...ALWAYS, gradeCode: 'W0', base: 180_000, post: 0, performance: 0 },
  ],
  [{ ...ALWAYS, code: 'social_worker', amount: 20_000 }],
  [
    { ...ALWAYS, agencyId: A, kind: 'per_head', amount: 6_000, rate: '0' },
    { ...ALWAYS, agencyId: C, kind: 'rate', amount: 0, rate: '0.015' },
  ],
);

const month = (period: string, more: Partial<MonthRules> = {}): PayMonth =>
  payMonth({
    period,
    taxMonth: period,
    days: calendar,
    rates,
    insuredWhenJoining: true,
    insuredWhenLeaving: true,
    heat: false,
    tableChanges: [],
    ...more,
  });

const engaged = (
  from: string,
  to = '9999-12-31',
  agencyId = A,
  status: 'in_post' | 'suspended' = 'in_post',
  joinedOn = from,
) => ({
  from,
  to,
  agencyId,
  status,
  joinedOn,
});

const worker = (more: Partial<WorkerFacts> = {}): WorkerFacts => ({
  workerNo: 7,
  engagements: [engaged('2020-03-15')],
  assignments: [ALWAYS],
  grades: [{ ...ALWAYS, gradeCode: 'W1' }],
  certificates: [],
  contributions: [
    {
      ...ALWAYS,
      insured: true,
      insuranceBase: 380_000,
      fundMember: false,
      fundBase: 0,
      fundEmployerRate: '0',
      fundEmployeeRate: '0',
    },
  ],
  ...more,
});

const record = (more: Partial<MonthRecord> = {}): MonthRecord => ({
  absences: [],
  overtime: { weekday: 0, restday: 0, holiday: 0, restdayOff: 0 },
  heatDays: 0,
  coefficient: '1',
  award: 0,
  ...more,
});

const tax = (more: Partial<TaxRecord> = {}): TaxRecord => ({ ...NO_TAX_RECORD, ...more });
const of = (facts: WorkerFacts, more: Partial<Omit<WorkerMonth, 'facts'>> = {}): WorkerMonth => ({
  facts,
  record: record(),
  tax: tax(),
  ...more,
});
const build = (
  period: string,
  facts: WorkerFacts,
  more: Partial<Omit<WorkerMonth, 'facts'>> = {},
  context: Partial<MonthRules> = {},
) => buildInput(month(period, context), of(facts, more)).input;
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
  return 'none';
};

describe('segments', () => {
  it('a full month is one segment with all scheduled days', () => {
    const input = build('2023-03', worker());
    expect(input).toMatchObject({ scheduledDays: 23, calendarDays: 31, fee: { kind: 'per_head', amount: 6_000 } });
    expect(input.segments).toMatchObject([
      { from: '2023-03-01', to: '2023-04-01', scheduledDays: 23, calendarDays: 31, absences: [] },
    ]);
  });

  it('a joiner and a leaver have the days in post only', () => {
    const joiner = build('2023-03', worker({ engagements: [engaged('2023-03-13')] }));
    expect(joiner.segments).toMatchObject([
      { from: '2023-03-13', to: '2023-04-01', scheduledDays: 15, calendarDays: 19 },
    ]);
    expect(joiner.segments[0]?.values.years_of_service).toBe(0);
    const leaver = build('2023-03', worker({ engagements: [engaged('2020-03-15', '2023-03-11')] }));
    expect(leaver.segments).toMatchObject([
      { from: '2023-03-01', to: '2023-03-11', scheduledDays: 8, calendarDays: 10 },
    ]);
  });

  it('cuts at changes of grade, certificate, assignment and of a standard, and not at changes outside the month', () => {
    const facts = worker({
      grades: [
        { from: '2022-01-01', to: '2023-03-10', gradeCode: 'W1' },
        { from: '2023-03-10', to: '9999-12-31', gradeCode: 'W2' },
      ],
      certificates: [{ from: '2023-03-20', to: '9999-12-31', code: 'social_worker' }],
      assignments: [
        { from: '2022-01-01', to: '2023-03-28' },
        { from: '2023-03-28', to: '9999-12-31' },
      ],
    });
    const { segments } = build('2023-03', facts);
    expect(segments.map((s) => [s.from, s.values.grade_base, s.values.certificate_allowance])).toEqual([
      ['2023-03-01', 190_000, 0],
      ['2023-03-10', 200_000, 0],
      ['2023-03-16', 210_000, 0],
      ['2023-03-20', 210_000, 20_000],
      ['2023-03-28', 210_000, 20_000],
    ]);
    expect(segments.reduce((sum, s) => sum + s.scheduledDays, 0)).toBe(23);
    expect(build('2023-04', facts).segments).toHaveLength(1);
  });

  it('leaves suspended days out', () => {
    const facts = worker({
      engagements: [
        engaged('2020-03-15', '2023-03-06'),
        engaged('2023-03-06', '2023-03-20', A, 'suspended', '2020-03-15'),
        engaged('2023-03-20', '9999-12-31', A, 'in_post', '2020-03-15'),
      ],
    });
    expect(build('2023-03', facts).segments.map((s) => [s.from, s.to, s.scheduledDays])).toEqual([
      ['2023-03-01', '2023-03-06', 3],
      ['2023-03-20', '2023-04-01', 10],
    ]);
  });
});

describe('absence', () => {
  const changed = worker({
    grades: [
      { from: '2022-01-01', to: '2023-03-16', gradeCode: 'W1' },
      { from: '2023-03-16', to: '9999-12-31', gradeCode: 'W0' },
    ],
  });
  const absent = (from: string, to: string, days: number, kind: 'sick' | 'unpaid' = 'sick') => ({
    from,
    to,
    days,
    kind,
  });
  const spread = (absences: MonthRecord['absences']) =>
    build('2023-03', changed, { record: record({ absences }) }).segments.map((s) => s.absences);

  it('is spread over the segments it touches by their scheduled days', () => {
    // 14th, 15th | 16th, 17th, 20th: five scheduled days.
    expect(spread([absent('2023-03-14', '2023-03-21', 500)])).toEqual([
      [{ kind: 'sick', days: 200 }],
      [{ kind: 'sick', days: 300 }],
    ]);
    // Two and a half of those five days: largest remainder in hundredths.
    expect(spread([absent('2023-03-14', '2023-03-21', 251)])).toEqual([
      [{ kind: 'sick', days: 100 }],
      [{ kind: 'sick', days: 151 }],
    ]);
  });

  it('of two kinds on the same days never exceeds a segment', () => {
    const parts = spread([
      absent('2023-03-01', '2023-04-01', 1_150),
      absent('2023-03-01', '2023-04-01', 1_150, 'unpaid'),
    ]);
    const totals = parts.map((list) => list.reduce((sum, a) => sum + a.days, 0));
    expect(totals).toEqual([1_100, 1_200]);
  });

  it('on days not in post excludes the worker', () => {
    const leaver = worker({ engagements: [engaged('2020-03-15', '2023-03-11')] });
    const late = record({ absences: [absent('2023-03-13', '2023-03-15', 200)] });
    expect(codeOf(() => build('2023-03', leaver, { record: late }))).toBe('PAY_ABSENCE_TOO_LONG');
  });
});

describe('years of service', () => {
  it.each([
    ['2023-03-15', '2024-03', 0],
    ['2023-03-15', '2024-04', 1],
    ['2023-03-01', '2024-03', 1],
    ['2020-02-29', '2024-03', 4],
    ['2024-02-29', '2025-03', 1],
  ])('joined on %s, %s counts %i', (joined, period, years) => {
    expect(build(period, worker({ engagements: [engaged(joined)] })).segments[0]?.values.years_of_service).toBe(years);
  });
});

describe('contributions', () => {
  const base = {
    ...ALWAYS,
    insured: true,
    insuranceBase: 380_000,
    fundMember: false,
    fundBase: 0,
    fundEmployerRate: '0',
    fundEmployeeRate: '0',
  };

  it('hold as on the last day employed, whole months', () => {
    const facts = worker({
      engagements: [engaged('2020-03-15', '2023-03-11')],
      contributions: [
        { ...base, from: '2022-01-01', to: '2023-03-11' },
        { ...base, from: '2023-03-11', to: '9999-12-31', insuranceBase: 999_999 },
      ],
    });
    expect(build('2023-03', facts).insurance).toEqual({ base: 380_000 });
    expect(build('2023-03', facts, {}, { insuredWhenLeaving: false }).insurance).toBeNull();
    expect(
      build('2023-03', worker({ engagements: [engaged('2023-03-13')] }), {}, { insuredWhenJoining: false }).insurance,
    ).toBeNull();
  });

  it('the housing fund is optional', () => {
    const member = worker({
      contributions: [
        { ...base, fundMember: true, fundBase: 300_000, fundEmployerRate: '0.08', fundEmployeeRate: '0.05' },
      ],
    });
    expect(build('2023-03', member).housingFund).toEqual({ base: 300_000, employerRate: '0.08', employeeRate: '0.05' });
    expect(build('2023-03', worker()).housingFund).toBeNull();
  });
});

describe('tax', () => {
  const months = (period: string, facts: WorkerFacts, more: Partial<TaxRecord> = {}, taxMonth = period): number =>
    build(period, facts, { tax: tax(more) }, { taxMonth }).tax.monthsEmployed;
  const opening = {
    agencyId: A,
    throughMonth: 0,
    months: 0,
    income: 0,
    exempt: 0,
    special: 0,
    other: 0,
    relief: 0,
    tax: 0,
  };

  it('counts every month touched at the agency, pay or no pay, and no month between engagements', () => {
    expect(months('2023-06', worker())).toBe(6);
    expect(months('2023-06', worker({ engagements: [engaged('2023-03-31')] }))).toBe(4);
    const rehired = worker({ engagements: [engaged('2022-01-01', '2023-02-10'), engaged('2023-05-04')] });
    expect(months('2023-06', rehired)).toBe(4);
  });

  it('ends with the engagement: pay after leaving earns no further month, the next year none', () => {
    const left = worker({ engagements: [engaged('2020-03-15', '2023-04-01')] });
    expect(months('2023-03', left, {}, '2023-05')).toBe(3);
    expect(months('2023-12', worker(), {}, '2024-01')).toBe(1);
    expect(months('2023-12', worker({ engagements: [engaged('2020-03-15', '2024-01-01')] }), {}, '2024-01')).toBe(0);
  });

  it('starts anew at another agency and takes only its own figures', () => {
    const moved = worker({ engagements: [engaged('2020-03-15', '2023-05-01', B), engaged('2023-05-01')] });
    const record: Partial<TaxRecord> = {
      openings: [{ ...opening, agencyId: B, throughMonth: 4, months: 4, income: 4_000_000 }],
      profiles: [{ agencyId: B, mode: 'prior_year_60000' }],
      deductions: [
        { month: '2023-04', toDate: 800_000 },
        { month: '2023-05', toDate: 200_000 },
      ],
      paid: [{ agencyId: B, income: 1, exempt: 2, special: 3, other: 4, relief: 5, tax: 6 }],
    };
    const { tax: input } = build('2023-06', moved, { tax: tax(record) });
    expect(input).toEqual({
      mode: 'normal',
      monthsEmployed: 2,
      before: { income: 0, exempt: 0, special: 0, other: 0, relief: 0, tax: 0 },
      additionalToDate: 200_000,
    });
  });

  it('adds the opening figures to what was paid since, and its months to those after it', () => {
    const record: Partial<TaxRecord> = {
      openings: [{ ...opening, throughMonth: 3, months: 2, income: 1_000_000, special: 100_000, tax: 3_000 }],
      paid: [{ agencyId: A, income: 500_000, exempt: 0, special: 50_000, other: 0, relief: 0, tax: 1_000 }],
    };
    const { tax: input } = build('2023-05', worker({ engagements: [engaged('2023-02-20')] }), { tax: tax(record) });
    expect(input.monthsEmployed).toBe(4);
    expect(input.before).toEqual({ income: 1_500_000, exempt: 0, special: 150_000, other: 0, relief: 0, tax: 4_000 });
  });

  it('takes the latest special deductions of the year up to the tax month', () => {
    const deductions = [
      { month: '2022-12', toDate: 9_900_000 },
      { month: '2023-02', toDate: 400_000 },
      { month: '2023-04', toDate: 800_000 },
    ];
    const toDate = (period: string): number =>
      build(period, worker(), { tax: tax({ deductions }) }).tax.additionalToDate;
    expect(['2023-01', '2023-02', '2023-03', '2023-04', '2023-12'].map(toDate)).toEqual([
      0, 400_000, 400_000, 800_000, 800_000,
    ]);
  });

  it('counts the months of a second engagement in the year as somebody chose', () => {
    const back = worker({ engagements: [engaged('2020-03-15', '2023-02-11'), engaged('2023-05-20', '2023-08-01'), engaged('2023-10-01')] });
    const counted = (period: string, rehire?: 'continuous' | 'from_rehire', openings: TaxRecord['openings'] = []): number =>
      build(period, back, { tax: tax({ openings, profiles: [{ agencyId: A, mode: 'normal', rehire }] }) }).tax.monthsEmployed;
    // January, February, May, June, July, October to December.
    expect(counted('2023-12')).toBe(8);
    expect(counted('2023-12', 'continuous')).toBe(12);
    expect(counted('2023-07', 'continuous')).toBe(7);
    expect(counted('2023-12', 'from_rehire')).toBe(3);
    expect(counted('2023-06', 'from_rehire')).toBe(2);
    // The opening figures hold two months; the gap begins behind them.
    const two = [{ ...opening, throughMonth: 2, months: 2 }];
    expect(counted('2023-06', undefined, two)).toBe(4);
    expect(counted('2023-06', 'continuous', two)).toBe(6);
    expect(counted('2023-06', 'from_rehire', two)).toBe(2);
  });

  it('refuses 60,000 at once to someone who was not there in January', () => {
    const profiles = [{ agencyId: A, mode: 'prior_year_60000' as const }];
    expect(build('2023-06', worker(), { tax: tax({ profiles }) }).tax.mode).toBe('prior_year_60000');
    const late = worker({ engagements: [engaged('2023-02-01')] });
    expect(codeOf(() => build('2023-06', late, { tax: tax({ profiles }) }))).toBe('TAX_MODE_NOT_QUALIFIED');
    const known = [{ ...opening, throughMonth: 2, months: 2 }];
    expect(build('2023-06', late, { tax: tax({ profiles, openings: known }) }).tax.mode).toBe('prior_year_60000');
  });
});

describe('days in heat and time off', () => {
  it('reach the segments by their scheduled days, in a month with a heat allowance', () => {
    // 13 of the 23 scheduled days of March 2023 lie before the 16th, where the standard of W2 changes; 11 to the end.
    const of2 = worker({ grades: [{ ...ALWAYS, gradeCode: 'W2' }] });
    const days = (heat: boolean, heatDays: number) =>
      buildInput(month('2023-03', { heat }), of(of2, { record: record({ heatDays }) })).input.segments.map((s) => s.heatDays);
    expect(days(false, 700)).toEqual([undefined, undefined]);
    expect(days(true, 0)).toEqual([0, 0]);
    expect(days(true, 1_150).reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(1_150);
    expect(codeOf(() => days(true, 2_301))).toBe('PAY_HEAT_TOO_LONG');
  });

  it('time off stands beside the rest-day hours only where there is some', () => {
    const hours = { weekday: 0, restday: 1600, holiday: 0 };
    const of1 = (restdayOff: number) => build('2023-03', worker(), { record: record({ overtime: { ...hours, restdayOff } }) }).overtimeHours;
    expect(of1(0)).toEqual(hours);
    expect(of1(800)).toEqual({ ...hours, restdayTimeOff: 800 });
  });
});

describe('two agencies in one month', () => {
  const moved = worker({ engagements: [engaged('2020-03-15', '2023-03-13', C), engaged('2023-03-13')] });
  const all = {
    record: record({ award: 10_000, overtime: { weekday: 300, restday: 0, holiday: 0, restdayOff: 0 } }),
    tax: tax({ paid: [{ agencyId: C, income: 600_000, exempt: 0, special: 80_000, other: 0, relief: 0, tax: 900 }] }),
  };
  const slipAt = (agencyId?: string) => buildInput(month('2023-03'), of(moved, all), agencyId);

  it('one slip holds one agency; what belongs to the whole month stands on that of the last one', () => {
    const last = slipAt();
    expect(last.agencyId).toBe(A);
    expect(last.input).toMatchObject({
      values: { award: 10_000 },
      overtimeHours: { weekday: 300 },
      insurance: { base: 380_000 },
      fee: { kind: 'per_head', amount: 6_000 },
    });
    const first = slipAt(C);
    expect(first.input).toMatchObject({
      values: { award: 0 },
      overtimeHours: { weekday: 0 },
      insurance: null,
      housingFund: null,
      fee: { kind: 'rate', rate: '0.015' },
    });
  });

  it('the parts share the scheduled days of the month; service counts at each agency', () => {
    const days = (agencyId: string) =>
      slipAt(agencyId).input.segments.reduce((sum, s) => sum + (s.elsewhere ? 0 : s.scheduledDays), 0);
    expect([days(C), days(A), slipAt().input.scheduledDays]).toEqual([8, 15, 23]);
    expect(slipAt(A).input.segments.map((s) => s.elsewhere ?? false)).toEqual([true, false]);
    expect(slipAt().input.segments.map((s) => s.values.years_of_service)).toEqual([2, 0]);
  });

  it('cumulative tax begins anew at the new agency', () => {
    expect(slipAt(A).input.tax).toMatchObject({ monthsEmployed: 1, before: { income: 0, tax: 0 } });
    expect(slipAt(C).input.tax).toMatchObject({ monthsEmployed: 3, before: { income: 600_000, tax: 900 } });
  });

  it('a suspension at one of them leaves only the other one due', () => {
    const { range } = month('2023-03');
    const engagements = [engaged('2020-03-15', '2023-03-13', C), engaged('2023-03-13', '9999-12-31', A, 'suspended')];
    expect(agenciesOf(range, { engagements })).toEqual([C]);
    expect(agenciesOf(range, { engagements: [engaged('2020-03-15', '2023-03-06'), engaged('2023-03-06', '2023-03-13', C), engaged('2023-03-13')] })).toEqual([C, A]);
  });
});

it('names the days without an assignment and those of a suspended month', () => {
  const gaps = worker({ assignments: [{ from: '2022-01-01', to: '2023-03-20' }, { from: '2023-03-21', to: '2023-03-28' }] });
  const params = (facts: WorkerFacts): unknown => {
    try {
      return buildInput(month('2023-03'), of(facts));
    } catch (error) {
      return (error as DomainError).params;
    }
  };
  expect(params(gaps)).toEqual({ days: '2023-03-20, 2023-03-28…2023-03-31' });
  const suspended = worker({ engagements: [engaged('2020-03-15', '2023-03-11', A, 'suspended')] });
  expect(params(suspended)).toEqual({ days: '2023-03-01…2023-03-10' });
});

describe('whoever cannot be calculated', () => {
  it.each<[string, WorkerFacts, Partial<MonthRecord>]>([
    ['ALL_SUSPENDED', worker({ engagements: [engaged('2020-03-15', '9999-12-31', A, 'suspended')] }), {}],
    ['NO_ASSIGNMENT', worker({ assignments: [{ from: '2022-01-01', to: '2023-03-20' }] }), {}],
    ['NO_GRADE', worker({ grades: [{ from: '2023-03-02', to: '9999-12-31', gradeCode: 'W1' }] }), {}],
    ['NO_GRADE_STANDARD', worker({ grades: [{ ...ALWAYS, gradeCode: 'W9' }] }), {}],
    ['NO_CONTRIBUTION', worker({ contributions: [] }), {}],
    ['NO_AGENCY_FEE', worker({ engagements: [engaged('2020-03-15', '9999-12-31', B)] }), {}],
    ['NO_COEFFICIENT', worker(), { coefficient: null }],
  ])('is told apart: %s', (code, facts, more) => {
    expect(codeOf(() => build('2023-03', facts, { record: record(more) }))).toBe(code);
  });

  it('needs no coefficient without performance pay', () => {
    const facts = worker({ grades: [{ ...ALWAYS, gradeCode: 'W0' }] });
    expect(build('2023-03', facts, { record: record({ coefficient: null }) }).values.coefficient).toBe('0');
  });
});
