import { daysInMonth, firstDay, type Period } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  type PaySchemeDefinition,
  type PeriodParameters,
  type SegmentInput,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { defaultPolicyDir, PolicyPacks } from '@gridstaff/policy';
import fc from 'fast-check';
import {
  amountsOf,
  changedFacts,
  type Cause,
  Decomposer,
  type Decomposition,
  isNothing,
  type RunRules,
} from '../../domain/variance';
import { InputMixer } from '../../domain/variance/mixed-input';
import { INPUT_CAUSES } from '../../domain/variance/causes';
import { toPeriodParameters } from '../parameter-mapping';
import { defaultSchemeFile, readSchemeFile } from '../scheme-file';

const packs = PolicyPacks.load(defaultPolicyDir());
const { definition } = readSchemeFile(defaultSchemeFile());
const parameters = (period: Period): PeriodParameters => {
  const region = packs.parametersFor('430200', period);
  return toPeriodParameters(region, region, period);
};
const rules = (period: Period, scheme: PaySchemeDefinition = definition, current = true): RunRules => ({
  ...{ scheme, current },
  parameters: parameters(period),
});

const VALUES = { grade_base: 190_000, grade_post: 50_000, grade_performance: 60_000, certificate_allowance: 0 };
/** Working days that the tests give a month; they need not be those of a calendar. */
const SCHEDULED = 20;

const date = (period: Period, day: number): string =>
  day === daysInMonth(period) ? firstDay(next(period)) : `${period}-${String(day + 1).padStart(2, '0')}`;
const next = (period: Period): Period => {
  const [year, month] = [Number(period.slice(0, 4)), Number(period.slice(5))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
};

const segment = (
  period: Period,
  from: number,
  to: number,
  scheduledDays: number,
  more: Partial<SegmentInput> = {},
): SegmentInput => ({
  ...{ from: date(period, from), to: date(period, to), scheduledDays, calendarDays: to - from },
  ...{ values: VALUES, absences: [] },
  ...more,
});
const whole = (period: Period, more: Partial<SegmentInput> = {}): SegmentInput =>
  segment(period, 0, daysInMonth(period), SCHEDULED, more);

const input = (period: Period, more: Partial<WorkerInput> = {}): WorkerInput => ({
  ...{ workerNo: 7, scheduledDays: SCHEDULED, calendarDays: daysInMonth(period), segments: [whole(period)] },
  values: { coefficient: '0.9', years_of_service: 0, award: 10_000 },
  overtimeHours: { weekday: 0, restday: 0, holiday: 0 },
  insurance: { base: 400_000 },
  housingFund: null,
  tax: {
    ...{ mode: 'normal', monthsEmployed: Number(period.slice(5)), additionalToDate: 0 },
    before: { income: 0, exempt: 0, special: 0, other: 0, relief: 0, tax: 0 },
  },
  fee: { kind: 'per_head', amount: 6_000 },
  ...more,
});

function explained(a: WorkerInput, b: WorkerInput, before: RunRules, after: RunRules): Decomposition {
  const slip = (own: WorkerInput, of: RunRules) => {
    const { totals, lines } = createEngine(compileScheme(of.scheme), of.parameters).calculate(own);
    return { input: own, amounts: amountsOf(totals, lines) };
  };
  return new Decomposer(before, after).decompose(slip(a, before), slip(b, after));
}

const JAN = '2023-01';
const FEB = '2023-02';
const of = (a: WorkerInput, b: WorkerInput): Decomposition => explained(a, b, rules(JAN), rules(FEB));
const figures = ({ causes }: Decomposition): Partial<Record<Cause, [net: number, gross: number, cost: number]>> =>
  Object.fromEntries(causes.map(({ cause, effect: { net, gross, cost } }) => [cause, [net, gross, cost]]));

describe('the causes of a change', () => {
  it('are none for the same month again', () => {
    const { difference, causes, rest } = of(input(JAN), input(FEB));
    expect([isNothing(difference), causes, isNothing(rest)]).toEqual([true, [], true]);
  });

  it('tell coefficient and award apart', () => {
    const found = of(input(JAN), input(FEB, { values: { coefficient: '1', years_of_service: 0, award: 0 } }));
    // 600 × (1 − 0.9) more, 100 less.
    expect(figures(found)).toEqual({ performance: [6_000, 6_000, 6_000], award: [-10_000, -10_000, -10_000] });
    expect(found.causes.map(({ cause, effect }) => [cause, [...effect.items]])).toEqual([
      ['performance', [[5, 6_000]]],
      ['award', [[20, -10_000]]],
    ]);
    expect(isNothing(found.rest)).toBe(true);
  });

  it('follow the order: what a promotion adds is counted on the old coefficient, the coefficient on the new grade', () => {
    const promoted = whole(FEB, { values: { ...VALUES, grade_performance: 100_000 } });
    const found = of(
      input(JAN),
      input(FEB, { segments: [promoted], values: { coefficient: '1', years_of_service: 0, award: 10_000 } }),
    );
    expect(figures(found)).toEqual({ grade: [36_000, 36_000, 36_000], performance: [10_000, 10_000, 10_000] });
  });

  it('give a month begun in the middle to the days in post', () => {
    const half = segment(JAN, 15, 31, 12);
    // 12 of 20 days of 1,900 + 500 + 540 in January, all of them in February.
    expect(figures(of(input(JAN, { segments: [half] }), input(FEB)))).toEqual({
      days_in_post: [117_600, 117_600, 117_600],
    });
    expect(figures(of(input(JAN), input(FEB, { segments: [segment(FEB, 0, 14, 10)] })))).toEqual({
      days_in_post: [-147_000, -147_000, -147_000],
    });
  });

  it('give the same absence in a shorter month to the calendar', () => {
    const absences = [{ kind: 'unpaid' as const, days: 100 }];
    const before = input(JAN, { segments: [whole(JAN, { absences })] });
    const shorter = segment(FEB, 0, 28, 16, { absences });
    const found = of(before, input(FEB, { scheduledDays: 16, segments: [shorter] }));
    // 2,940 / 20 and 2,940 / 16 a day.
    expect(figures(found)).toEqual({ calendar: [-3_675, -3_675, -3_675] });
  });

  it('show what they replaced', () => {
    const after = input(FEB, {
      values: { coefficient: '1', years_of_service: 1, award: 0 },
      insurance: { base: 500_000 },
    });
    const facts = changedFacts(input(JAN), after).map((f) => [f.cause, f.name, f.before, f.after]);
    expect(facts).toEqual(
      expect.arrayContaining([
        ['performance', 'coefficient', '0.9', '1'],
        ['seniority', 'years_of_service', '0', '1'],
        ['award', 'award', '100.00', '0.00'],
        ['contribution', 'insurance_base', '4000.00', '5000.00'],
      ]),
    );
  });

  it('name policy, scheme and the turn of the tax year', () => {
    const raised = definition.items.map((item) =>
      item.code === 'post' ? { ...item, formula: 'grade_post + 10000' } : item,
    );
    const [dec, jan] = ['2023-12', '2024-01'];
    const found = explained(input(dec), input(jan), rules(dec), rules(jan, { ...definition, items: raised }));
    expect(figures(found).scheme).toEqual([10_000, 10_000, 10_000]);
    expect(Object.keys(figures(found)).every((cause) => ['policy', 'scheme', 'tax_year'].includes(cause))).toBe(true);
    expect(isNothing(found.rest)).toBe(true);
  });

  it('tell nothing apart with another engine, and call what its input does not yield unexplained', () => {
    const wrong = (current: boolean): Decomposition => {
      const own = input(JAN);
      const { totals, lines } = createEngine(compileScheme(definition), parameters(JAN)).calculate(own);
      const stored = { input: own, amounts: amountsOf({ ...totals, net: totals.net + 1 }, lines) };
      const after = { input: input(FEB), amounts: amountsOf(totals, lines) };
      return new Decomposer(rules(JAN, definition, current), rules(FEB)).decompose(stored, after);
    };
    expect(wrong(true)).toMatchObject({ causes: [], rest: { net: -1, gross: 0 } });
    expect(figures(wrong(false))).toEqual({ engine: [-1, 0, 0] });
    expect(isNothing(wrong(false).rest)).toBe(true);
  });
});

describe('slips that are no whole month', () => {
  it('of differences alone: the month is gone, the differences are there', () => {
    const found = of(
      input(JAN),
      input(FEB, { segments: [], retro: { taxable: 30_000 }, insurance: null, fee: { kind: 'none' } }),
    );
    const month = 190_000 + 50_000 + 54_000 + 10_000;
    expect(figures(found)).toMatchObject({
      left: [expect.any(Number), -month, expect.any(Number)],
      retro: [30_000, 30_000, 30_000],
    });
    expect(isNothing(found.rest)).toBe(true);
  });

  it('of differences alone still show what differs', () => {
    const facts = changedFacts(input(JAN), input(FEB, { segments: [], retro: { taxable: 30_000 } }));
    expect(facts).toContainEqual(expect.objectContaining({ cause: 'retro', before: null, after: '300.00' }));
    expect(facts).toContainEqual(expect.objectContaining({ name: 'grade_base', before: '1900.00', after: null }));
  });

  it('with retro pay and a debt beside the month: causes of their own', () => {
    const found = of(input(JAN), input(FEB, { retro: { taxable: 30_000 }, receivableBefore: 12_300 }));
    expect(figures(found)).toEqual({ retro: [30_000, 30_000, 30_000], receivable: [-12_300, 0, 0] });
  });

  it('of one agency of two: days in post', () => {
    const days = (elsewhere: boolean) => [
      segment(FEB, 0, 14, 10, elsewhere ? { elsewhere: true } : {}),
      segment(FEB, 14, 28, 10),
    ];
    const found = of(input(JAN), input(FEB, { segments: days(true) }));
    expect(figures(found)).toEqual({ days_in_post: [-147_000, -147_000, -147_000] });
    expect(of(input(JAN), input(FEB, { segments: days(false) })).causes).toEqual([]);
  });
});

// ── Properties ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const money = fc.integer({ min: 0, max: 2_000_000 });
const values = fc.record({
  ...{ grade_base: money, grade_post: money, grade_performance: money },
  certificate_allowance: fc.constantFrom(0, 20_000),
});
const kind = fc.constantFrom('unpaid', 'sick', 'absent_without_leave', 'paid');

/** Stays of a month at random: cut, with gaps, with absences that fit. */
const monthOf = (period: Period): fc.Arbitrary<WorkerInput> => {
  const days = daysInMonth(period);
  return fc
    .record({
      cuts: fc.uniqueArray(fc.integer({ min: 1, max: days - 1 }), { maxLength: 4 }),
      from: fc.integer({ min: 0, max: days - 1 }),
      out: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      share: fc.integer({ min: 0, max: 100 }),
      own: fc.array(values, { minLength: 2, maxLength: 3 }),
      away: fc.array(fc.record({ kind, part: fc.integer({ min: 0, max: 60 }) }), { maxLength: 3 }),
      month: fc.record({
        coefficient: fc.constantFrom('0', '0.85', '1', '7/6'),
        years_of_service: fc.integer({ min: 0, max: 12 }),
        award: fc.constantFrom(0, 5_000),
      }),
      overtime: fc.constantFrom(0, 450),
      base: fc.option(money, { nil: null }),
      income: fc.integer({ min: 0, max: 9_000_000 }),
      fee: fc.constantFrom({ kind: 'per_head' as const, amount: 6_000 }, { kind: 'rate' as const, rate: '0.015' }),
    })
    .map(({ cuts, from, out, share, own, away, month, overtime, base, income, fee }) => {
      const edges = [...new Set([from, ...cuts.filter((d) => d > from), days])].sort((a, b) => a - b);
      const all = edges.slice(1).map((to, i) => [edges[i] as number, to] as const);
      const kept = all.filter((_, i) => i === 0 || out[i] !== true);
      const segments = kept.map(([start, to], i) => {
        const scheduled = Math.floor(((to - start) * share) / 140);
        const absences =
          i === 0
            ? away.flatMap(({ kind: k, part }) =>
                part > 0 ? [{ kind: k, days: Math.floor((scheduled * part) / 3) }] : [],
              )
            : [];
        return segment(period, start, to, scheduled, {
          values: own[i % own.length] as SegmentInput['values'],
          absences: absences.filter((a) => a.days > 0) as SegmentInput['absences'],
        });
      });
      const inPost = segments.reduce((n, s) => n + s.scheduledDays, 0);
      const outside = days - segments.reduce((n, s) => n + s.calendarDays, 0);
      const scheduledDays = Math.min(inPost + outside, Math.max(inPost, Math.floor((days * share) / 140)));
      const before = { income, exempt: 0, special: 0, other: 0, relief: 0, tax: 0 };
      return input(period, {
        ...{ scheduledDays, segments, values: month, fee },
        overtimeHours: { weekday: overtime, restday: 0, holiday: 0 },
        insurance: base === null ? null : { base },
        tax: { mode: 'normal', monthsEmployed: Number(period.slice(5)), additionalToDate: 0, before },
      });
    });
};

describe('for any two months', () => {
  const pairs = fc.constantFrom<[Period, Period]>(
    ['2023-01', '2023-02'],
    ['2023-02', '2023-03'],
    ['2023-12', '2024-01'],
    ['2024-04', '2024-06'],
  );

  it('the causes sum to the difference of every figure and item; nothing is left over', () => {
    fc.assert(
      fc.property(
        pairs.chain(([a, b]) => fc.tuple(fc.constant([a, b] as const), monthOf(a), monthOf(b))),
        ([[p, q], a, b]) => {
          fc.pre(a.scheduledDays > 0 && b.scheduledDays > 0);
          const { difference, causes, rest } = explained(a, b, rules(p), rules(q));
          expect(isNothing(rest)).toBe(true);
          for (const figure of ['net', 'gross', 'cost'] as const)
            expect(causes.reduce((sum, { effect }) => sum + effect[figure], 0)).toBe(difference[figure]);
          const items = new Map<number, number>();
          for (const { effect } of causes)
            for (const [no, amount] of effect.items) items.set(no, (items.get(no) ?? 0) + amount);
          expect(new Map([...items].filter(([, amount]) => amount !== 0))).toEqual(difference.items);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('a mixture of nothing is the one month, of everything the other, and every one between is a valid input', () => {
    fc.assert(
      fc.property(
        pairs.chain(([a, b]) => fc.tuple(fc.constant([a, b] as const), monthOf(a), monthOf(b))),
        ([[p, q], a, b]) => {
          fc.pre(a.scheduledDays > 0 && b.scheduledDays > 0);
          const mixer = new InputMixer(a, b);
          expect(mixer.mix(0)).toEqual(a);
          expect(mixer.mix(INPUT_CAUSES.length)).toEqual(b);
          INPUT_CAUSES.forEach((_, i) => {
            const period = i < INPUT_CAUSES.indexOf('calendar') + 1 ? p : q;
            const taxMonth = i < INPUT_CAUSES.indexOf('tax_year') + 1 ? p : q;
            const engine = createEngine(compileScheme(definition), { ...parameters(q), period, taxMonth });
            engine.calculate(mixer.mix(i));
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
