import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { canonicalJson, formatYuan, type Json } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  explain,
  NATIONAL,
  parameterValues,
  RETRO_CATEGORIES,
  runCalculators,
  type AbsenceMethod,
  type BonusMethod,
  type PayEngine,
  type PayItemDefinition,
  type PayslipResult,
  type SegmentInput,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { createSlipVerifier, verifySlip, type ExpectedParameters, type StoredSlip } from '@gridstaff/verifier';
import { hunanWith } from './parameters';
import { gridScheme } from './scheme';

const METHODS: readonly AbsenceMethod[] = ['actual_workdays', 'positive_21_75', 'negative_21_75'];
const parameters = hunanWith({ heat_months: [3] });
const engineFor = (method: AbsenceMethod): PayEngine => createEngine(compileScheme(gridScheme(method)), parameters);
const engines = new Map(METHODS.map((method) => [method, engineFor(method)]));
const engine = engineFor('actual_workdays');
const amountOf = (slip: PayslipResult, itemNo: number): number =>
  slip.lines.find((line) => line.itemNo === itemNo)?.amount ?? 0;

const ONCE = new Set([30, 80]);
const money = fc.integer({ min: 0, max: 3_000_000 });
const values = fc.record({
  base_standard: money,
  post_standard: money,
  certificate_standard: money,
  performance_standard: money,
  phone_standard: money,
});
/** Scheduled days of March 2025: Monday to Friday. */
const scheduled = (from: number, to: number): number =>
  Array.from({ length: to - from }, (_, i) => (from + i) % 7).filter((weekday) => weekday !== 1 && weekday !== 2)
    .length;
const date = (day: number): string => (day === 32 ? '2025-04-01' : `2025-03-${String(day).padStart(2, '0')}`);

/** The month, or a part of it, cut at any dates. */
const cuts = fc
  .uniqueArray(fc.integer({ min: 2, max: 31 }), { maxLength: 4 })
  .map((days) => [...days].sort((a, b) => a - b));
const segmentsOf = (edges: readonly number[], of: readonly SegmentInput['values'][]): SegmentInput[] =>
  edges.slice(1).map((to, i) => {
    const from = edges[i] as number;
    return {
      from: date(from),
      to: date(to),
      scheduledDays: scheduled(from, to),
      calendarDays: to - from,
      values: of[i % of.length] as SegmentInput['values'],
      absences: [],
    };
  });

const worker = (segments: readonly SegmentInput[], more: Partial<WorkerInput> = {}): WorkerInput => ({
  workerNo: 7,
  scheduledDays: 21,
  calendarDays: 31,
  segments,
  values: { coefficient: '0.9', years: 4, award_amount: 12_345 },
  overtimeHours: { weekday: 150, restday: 0, holiday: 800 },
  insurance: { base: 500_000 },
  housingFund: { base: 500_000, employerRate: '0.08', employeeRate: '0.05' },
  tax: {
    mode: 'normal',
    monthsEmployed: 3,
    before: { income: 1_500_000, exempt: 0, special: 100_000, other: 0, relief: 0, tax: 0 },
    additionalToDate: 0,
  },
  fee: { kind: 'per_head', amount: 6_000 },
  ...more,
});

const anyWorker = fc
  .record({
    edges: cuts,
    of: fc.array(values, { minLength: 1, maxLength: 3 }),
    kind: fc.constantFrom('unpaid', 'sick', 'absent_without_leave', 'paid', 'maternity'),
    share: fc.integer({ min: 0, max: 100 }),
    hours: fc.integer({ min: 0, max: 20_000 }),
    base: fc.option(money),
    fund: fc.option(money),
    income: fc.integer({ min: 0, max: 200_000_000 }),
    mode: fc.constantFrom('normal', 'first_job', 'prior_year_60000'),
    rate: fc.constantFrom('0', '0.015', '0.03'),
    elsewhere: fc.array(fc.boolean(), { maxLength: 3 }),
    retro: fc.option(fc.dictionary(fc.constantFrom(...RETRO_CATEGORIES), fc.integer({ min: -500_000, max: 500_000 }))),
    owed: fc.option(money),
    probation: fc.array(fc.option(fc.record({ contractWage: money, lowestSamePost: money })), { maxLength: 3 }),
    outdoor: fc.boolean(),
    heatDays: fc.option(fc.nat({ max: 100 })),
    timeOff: fc.nat({ max: 100 }),
    further: fc.record(
      {
        loss: money,
        annualLeave: fc.record({ days: fc.nat({ max: 15 }), averageWage: money }),
        labour: fc.record({ amount: money }),
        severance: fc.record({ amount: money, localAverageAnnualWage: money }),
      },
      { requiredKeys: [] },
    ),
    bonus: fc.option(fc.record({ amount: money, method: fc.constantFrom<BonusMethod>('separate', 'together') })),
  })
  .map(({ edges, of, kind, share, hours, base, fund, income, mode, rate, elsewhere, ...rest }): WorkerInput => {
    const segments = segmentsOf([1, ...edges, 32], of).map((segment, i) => ({
      ...segment,
      absences: [{ kind, days: Math.floor((segment.scheduledDays * 100 * share) / 100) }],
      ...(elsewhere[i] && { elsewhere: true as const }),
      ...(rest.probation[i] && { probation: rest.probation[i] }),
      outdoor: rest.outdoor,
      ...(rest.heatDays !== null && { heatDays: segment.scheduledDays * rest.heatDays }),
    }));
    const input = worker(segments);
    return {
      ...input,
      overtimeHours: { weekday: hours, restday: 100, holiday: 33, restdayTimeOff: rest.timeOff },
      insurance: base === null ? null : { base },
      housingFund: fund === null ? null : { base: fund, employerRate: '0.12', employeeRate: '0.05' },
      tax: { ...input.tax, mode, before: { ...input.tax.before, income } },
      fee: { kind: 'rate', rate },
      ...(rest.retro && { retro: rest.retro }),
      ...(rest.owed !== null && { receivableBefore: rest.owed }),
      ...(rest.bonus && { bonus: rest.bonus }),
      ...rest.further,
    };
  });

describe('properties of a slip', () => {
  it('pays a full month exactly, however it is cut and by any method', () => {
    fc.assert(
      fc.property(cuts, values, fc.constantFrom(...METHODS), (edges, of, method) => {
        const slip = engines.get(method)?.calculate(worker(segmentsOf([1, ...edges, 32], [of]))) as PayslipResult;
        expect([10, 20, 40, 60].map((no) => amountOf(slip, no))).toEqual([
          of.base_standard,
          of.post_standard,
          of.certificate_standard,
          0,
        ]);
      }),
    );
  });

  it('shares every line among the segments to the fen', () => {
    fc.assert(
      fc.property(anyWorker, (input) => {
        const slip = engine.calculate(input);
        for (const line of explain(engine.programs(), slip.derivation, 'en')) {
          const split = line.steps.find((step) => step.rule === 'split');
          if (!split) continue;
          const own = Object.entries(split.values).filter(([name]) => !name.endsWith('(another slip)'));
          // What is paid once belongs to the slip of the last day.
          if (own.length < Object.keys(split.values).length && ONCE.has(line.itemNo)) continue;
          const fen = own.map(([, text]) => Number(text.replace('.', '')));
          expect(fen.reduce((sum, share) => sum + share, 0)).toBe(line.amount);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('pays a month in two agencies exactly: the two slips sum to the slip of the whole month', () => {
    const none = { insurance: null, housingFund: null, overtimeHours: { weekday: 0, restday: 0, holiday: 0 } };
    const wages = [10, 20, 30, 40, 45, 50, 60, 61, 74, 80];
    fc.assert(
      fc.property(anyWorker, fc.nat(), fc.constantFrom(...METHODS), (input, at, method) => {
        const own = engines.get(method) as PayEngine;
        const cut = at % (input.segments.length + 1);
        const slipOf = (elsewhere: (s: number) => boolean): number[] => {
          const segments = input.segments.map(({ elsewhere: _, ...segment }, s) =>
            elsewhere(s) ? { ...segment, elsewhere: true as const } : segment,
          );
          const slip = own.calculate({ ...input, ...none, segments });
          return wages.map((no) => amountOf(slip, no));
        };
        const [whole, first, second] = [slipOf(() => false), slipOf((s) => s >= cut), slipOf((s) => s < cut)];
        expect(first.map((amount, i) => amount + (second[i] ?? 0))).toEqual(whole);
      }),
    );
  });

  it('never deducts more for absence than the segments hold, and all of it when nothing was worked', () => {
    fc.assert(
      fc.property(anyWorker, fc.constantFrom(...METHODS), (input, method) => {
        const slip = engines.get(method)?.calculate(input) as PayslipResult;
        const reduced = amountOf(slip, 10) + amountOf(slip, 20);
        expect(-amountOf(slip, 60)).toBeGreaterThanOrEqual(0);
        expect(-amountOf(slip, 60)).toBeLessThanOrEqual(reduced);
      }),
    );
    fc.assert(
      fc.property(cuts, values, (edges, of) => {
        const segments = segmentsOf([1, ...edges, 32], [of]).map((s) => ({
          ...s,
          absences: [{ kind: 'unpaid' as const, days: s.scheduledDays * 100 }],
        }));
        const slip = engine.calculate(worker(segments));
        expect(-amountOf(slip, 60)).toBe(of.base_standard + of.post_standard);
      }),
    );
  });

  it('adds up, and net is never below zero', () => {
    fc.assert(
      fc.property(anyWorker, (input) => {
        const { totals: t, taxAfter, lines } = engine.calculate(input);
        const rest = t.gross - t.employeeInsurance - t.employeeFund - t.tax - t.otherDeductions;
        expect(t.net - t.receivable).toBe(rest);
        expect(Math.min(t.net, t.receivable)).toBe(0);
        expect(t.gross).toBe(lines.filter((line) => line.itemNo < 100).reduce((sum, line) => sum + line.amount, 0));
        const sumOf = (...items: number[]): number =>
          lines.filter((line) => items.includes(line.itemNo)).reduce((sum, line) => sum + line.amount, 0);
        // Bonus apart, labour pay, severance and differences that are not taxed are no part of the year to date.
        expect(taxAfter.income).toBe(input.tax.before.income + t.gross - sumOf(85, 87, 88, 91));
        expect(taxAfter.tax).toBe(input.tax.before.tax + t.tax - sumOf(121, 122, 123));
        expect(t.recovered).toBe(sumOf(140));
        expect(t.recovered).toBeLessThanOrEqual(input.receivableBefore ?? 0);
      }),
    );
  });

  it('is verified by the other program, byte by byte the same each time', () => {
    const verifier = createSlipVerifier(engine.programs());
    fc.assert(
      fc.property(anyWorker, (input) => {
        const slip = engine.calculate(input);
        expect(verifier.verify(slip)).toEqual([]);
        expect(JSON.stringify(createEngine(compileScheme(gridScheme()), parameters).calculate(input))).toBe(
          JSON.stringify(slip),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is stored in less than 4 kB, lines and derivation included', () => {
    fc.assert(
      fc.property(anyWorker, (input) => {
        const { lines, totals, derivation } = engine.calculate(input);
        expect(Buffer.byteLength(JSON.stringify({ lines, totals, derivation }))).toBeLessThan(4_096);
      }),
    );
  });

  it('does not depend on the order of items or of workers', () => {
    const inputs = fc.sample(anyWorker, { numRuns: 20, seed: 1 });
    const slips = inputs.map((input) => JSON.stringify(engine.calculate(input)));
    expect([...inputs].reverse().map((input) => JSON.stringify(engine.calculate(input)))).toEqual([...slips].reverse());
    const { items, ...rest } = gridScheme();
    fc.assert(
      fc.property(fc.shuffledSubarray([...items], { minLength: items.length }), (shuffled: PayItemDefinition[]) => {
        const other = createEngine(compileScheme({ ...rest, items: shuffled }), parameters);
        expect(other.programs()).toBe(engine.programs());
        expect(JSON.stringify(other.calculate(inputs[0] as WorkerInput))).toBe(slips[0]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('properties of the tax', () => {
  const due = (taxable: number): number => {
    const months = [{ month: 1, income: formatYuan(taxable + 500_000) }];
    const [answer] = runCalculators([{ id: 't', op: 'wage_cumulative', input: { mode: 'normal', months } }]);
    return Number(String(answer?.output?.year_total).replace('.', ''));
  };

  it('grows with the income', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), (taxable, more) => {
        expect(due(taxable + more)).toBeGreaterThanOrEqual(due(taxable));
      }),
      { numRuns: 40 },
    );
  });

  it('is right at every edge ± 0.01', () => {
    for (const [i, { upTo }] of NATIONAL.incomeTax.annualTable.value.entries()) {
      if (upTo === null) continue;
      for (const taxable of [upTo - 1, upTo, upTo + 1]) {
        const row = NATIONAL.incomeTax.annualTable.value[taxable > upTo ? i + 1 : i];
        const hundredth =
          BigInt(taxable) * BigInt(Math.round(Number(row?.rate) * 100)) - BigInt(row?.quick ?? 0) * 100n;
        expect(due(taxable)).toBe(Number((hundredth + 50n) / 100n));
      }
    }
  });
});

describe('the verifier', () => {
  it('still accepts what version 1 of the engine stored', () => {
    const stored = JSON.parse(readFileSync(path.join(__dirname, 'engine-1.json'), 'utf8')) as {
      programs: string;
      slips: StoredSlip[];
    };
    expect(stored.slips.length).toBeGreaterThan(10);
    for (const slip of stored.slips) {
      expect(verifySlip(stored.programs, slip)).toEqual([]);
      const [line] = explain(stored.programs, slip.derivation, 'zh');
      expect(line?.amount).toBe(slip.lines[0]?.amount);
    }
  });

  const input = fc.sample(anyWorker, { numRuns: 1, seed: 3 })[0] as WorkerInput;
  const slip = engine.calculate(input);
  const stored: StoredSlip = {
    workerNo: slip.workerNo,
    lines: slip.lines,
    totals: slip.totals,
    derivation: slip.derivation,
  };

  it('refuses a slip with any byte flipped', () => {
    const verifier = createSlipVerifier(engine.programs());
    const text = JSON.stringify(stored);
    const refused = (changed: string): boolean => {
      try {
        return verifier.verify(JSON.parse(changed) as StoredSlip).length > 0;
      } catch (error) {
        return error instanceof SyntaxError;
      }
    };
    expect(refused(text)).toBe(false);
    for (let i = 0; i < text.length; i++) {
      for (const bit of [1, 2, 4, 8, 16]) {
        const changed = text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ bit) + text.slice(i + 1);
        if (!refused(changed)) throw new Error(`not refused at ${i}: ${changed.slice(Math.max(0, i - 20), i + 20)}`);
      }
    }
  });

  it('refuses programs with any byte flipped', () => {
    const { items, ...rest } = gridScheme();
    const few = createEngine(
      compileScheme({ ...rest, items: items.filter((item) => [10, 30, 120].includes(item.no)) }),
      parameters,
    );
    const own = few.calculate(input);
    const text = few.programs();
    expect(verifySlip(text, own)).toEqual([]);
    for (let i = 0; i < text.length; i++) {
      const changed = text.slice(0, i) + String.fromCharCode(text.charCodeAt(i) ^ 1) + text.slice(i + 1);
      if (verifySlip(changed, own).length === 0)
        throw new Error(`not refused at ${i}: ${changed.slice(i - 20, i + 20)}`);
    }
  });

  it('says which line and total do not follow from the values', () => {
    const lines = stored.lines.map((line) => (line.itemNo === 10 ? { ...line, amount: line.amount + 1 } : line));
    const codes = verifySlip(engine.programs(), {
      ...stored,
      lines,
      totals: { ...stored.totals, gross: stored.totals.gross + 1 },
    });
    expect(codes.map(({ code, what }) => `${code} ${what}`)).toEqual([
      'CHECK_DIFFERS derivation',
      'LINE_DIFFERS 10',
      'TOTAL_DIFFERS gross',
    ]);
    const without = stored.lines.filter((line) => line.itemNo !== 20);
    expect(verifySlip(engine.programs(), { ...stored, lines: without }).map(({ code }) => code)).toContain(
      'LINE_MISSING',
    );
    const invented = [...stored.lines, { itemNo: 999, amount: 5 }];
    expect(verifySlip(engine.programs(), { ...stored, lines: invented }).map(({ code }) => code)).toContain(
      'LINE_UNKNOWN',
    );
  });

  it('compares parameters and tables with the values of the packs', () => {
    const expected: ExpectedParameters = parameterValues(parameters);
    const { annualTable } = parameters.incomeTax;
    expect(verifySlip(engine.programs(), stored, expected)).toEqual([]);
    const other = verifySlip(engine.programs(), stored, {
      ...expected,
      'insurance.floor': '407201',
      [annualTable.key]: [[null, '0.03', 0]],
    });
    expect(other.map(({ code, what }) => `${code} ${what}`)).toEqual([
      'PARAMETER_DIFFERS insurance.floor',
      `PARAMETER_DIFFERS ${annualTable.key}`,
    ]);
    const { 'insurance.ceiling': _, ...fewer } = expected;
    expect(verifySlip(engine.programs(), stored, fewer)).toEqual([
      expect.objectContaining({ code: 'PARAMETER_UNKNOWN', what: 'insurance.ceiling' }),
    ]);
  });

  it('reads nothing it cannot trust', () => {
    const table = JSON.parse(engine.programs()) as { lines: { steps: unknown[] }[] };
    const broken = (steps: unknown[]): string =>
      canonicalJson({ ...table, lines: table.lines.map((l) => ({ ...l, steps })) } as unknown as Json);
    const texts = [
      '',
      '{}',
      '[]',
      'null',
      '{"lines":[]}',
      broken([['run', 1]]),
      broken([['multiply', 99, 0]]),
      broken([['line', 5]]),
    ];
    for (const text of texts) expect(verifySlip(text, stored).length).toBeGreaterThan(0);
    const slips = [
      null,
      1,
      [],
      {},
      { ...stored, derivation: '[1]' },
      { ...stored, derivation: '{}' },
      { ...stored, lines: [...stored.lines].reverse() },
    ];
    for (const slipLike of slips)
      expect(verifySlip(engine.programs(), slipLike as unknown as StoredSlip).length).toBeGreaterThan(0);
  });
});
