import { DomainError } from '@gridstaff/kernel';
import { verifySlip } from '@gridstaff/verifier';
import {
  compileScheme,
  createEngine,
  explain,
  NATIONAL,
  readPrograms,
  type ExplainedStep,
  type PayEngine,
  type PayItemDefinition,
  type PaySchemeDefinition,
  type PeriodParameters,
  type SegmentInput,
  type WorkerInput,
} from '..';

const none = { key: 'none', source: '', confidence: 'confirmed' } as const;
const parameters: PeriodParameters = {
  ...{ region: 'x', period: '2025-03', taxMonth: '2025-03', fingerprint: 'x', incomeTax: NATIONAL.incomeTax },
  insurance: { floor: { ...none, value: 0 }, ceiling: { ...none, value: 0 }, schemes: [] },
  housingFund: {
    ...{ floor: { ...none, value: 0 }, ceiling: { ...none, value: 0 } },
    ...{ unit: { ...none, value: 'fen' }, mode: { ...none, value: 'half_up' } },
  },
  labour: { ...NATIONAL.labour, minimumWage: { ...none, value: 0 } },
};
const item = (
  no: number,
  code: string,
  formula: string,
  behaviour: PayItemDefinition['behaviour'] = 'once',
  more: Partial<PayItemDefinition> = {},
): PayItemDefinition => ({
  ...{ no, code, nameZh: `项目${no}`, nameEn: code, kind: 'earning', behaviour, formula },
  ...{ taxable: true, reducedByAbsence: false, inOvertimeBase: false },
  ...more,
});
const inputs: PaySchemeDefinition['inputs'] = {
  wage: { nameZh: '工资', nameEn: 'wage', unit: 'money' },
  bonus: { nameZh: '奖金', nameEn: 'bonus', unit: 'money' },
  days: { nameZh: '天数', nameEn: 'days', unit: 'number' },
  rate: { nameZh: '比例', nameEn: 'rate', unit: 'number' },
};
const engineOf = (items: PayItemDefinition[], more: Partial<PaySchemeDefinition> = {}): PayEngine =>
  createEngine(
    compileScheme({
      ...{ code: 's', items, inputs, absenceMethod: 'actual_workdays' },
      absencePayRatio: { unpaid: '0', sick: '0', absent_without_leave: '0', paid: '1' },
      ...more,
    }),
    parameters,
  );
const day = (n: number): string => (n === 32 ? '2025-04-01' : `2025-03-${String(n).padStart(2, '0')}`);
/** Segments of [first day, day after, scheduled days, values]. */
const segments = (...of: [number, number, number, SegmentInput['values']?][]): SegmentInput[] =>
  of.map(([from, to, scheduledDays, values = {}]) => ({
    ...{ from: day(from), to: day(to), scheduledDays, calendarDays: to - from, values, absences: [] },
  }));
const whole = segments([1, 32, 21]);
const worker = (values: WorkerInput['values'], of: SegmentInput[] = whole): WorkerInput => ({
  ...{ workerNo: 1, scheduledDays: 21, calendarDays: 31, segments: of, values },
  overtimeHours: { weekday: 0, restday: 0, holiday: 0 },
  ...{ insurance: null, housingFund: null, fee: { kind: 'none' } },
  tax: {
    ...{ mode: 'normal', monthsEmployed: 1, additionalToDate: 0 },
    before: { income: 0, exempt: 0, special: 0, other: 0, relief: 0, tax: 0 },
  },
});
const caught = (run: () => unknown): Partial<DomainError> => {
  try {
    run();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a formula as it is explained', () => {
  const values = { wage: 300_000, bonus: 50_000, days: 20, rate: '0.1' };
  it.each([
    ['wage + bonus − 1', '工资 + 奖金 − 1', 'wage + bonus − 1'],
    ['wage − (bonus + 1)', '工资 − (奖金 + 1)', 'wage − (bonus + 1)'],
    ['wage − bonus × 2', '工资 − 奖金 × 2', 'wage − bonus × 2'],
    ['(wage + bonus) × rate', '(工资 + 奖金) × 比例', '(wage + bonus) × rate'],
    ['wage × rate × days', '工资 × 比例 × 天数', 'wage × rate × days'],
    ['wage ÷ days × 2', '工资 ÷ 天数 × 2', 'wage ÷ days × 2'],
    ['wage ÷ (days × 2)', '工资 ÷ (天数 × 2)', 'wage ÷ (days × 2)'],
    ['wage ÷ (days + 2)', '工资 ÷ (天数 + 2)', 'wage ÷ (days + 2)'],
    ['−wage + bonus', '− 工资 + 奖金', '− wage + bonus'],
    ['MIN(wage, bonus + 1)', '最小(工资, 奖金 + 1)', 'MIN(wage, bonus + 1)'],
    ['MAX(wage, bonus) × rate', '最大(工资, 奖金) × 比例', 'MAX(wage, bonus) × rate'],
    ['MAX(MIN(wage, 1), bonus)', '最大(最小(工资, 1), 奖金)', 'MAX(MIN(wage, 1), bonus)'],
    [
      'IF(days ≥ 20, wage + 1, bonus) − 1',
      '如果(天数 >= 20, 工资 + 1, 奖金) − 1',
      'IF(days >= 20, wage + 1, bonus) − 1',
    ],
    ['ROUND(wage × rate, 1元) + 1', '取整(工资 × 比例, 1.00, 四舍五入) + 1', 'ROUND(wage × rate, 1.00, half up) + 1'],
    // The amount is rounded to the fen anyway: not said of it, but of a part.
    ['ROUND(wage ÷ 7)', '取整(工资 ÷ 7, 0.01, 四舍五入)', 'ROUND(wage ÷ 7, 0.01, half up)'],
    ['ROUND(wage ÷ bonus, 2)', '取整(工资 ÷ 奖金, 2, 四舍五入)', 'ROUND(wage ÷ bonus, 2, half up)'],
    ['ROUND(days ÷ wage, 2)', '取整(天数 ÷ 工资, 2, 四舍五入)', 'ROUND(days ÷ wage, 2, half up)'],
    ['ROUND(days ÷ rate, 2)', '取整(天数 ÷ 比例, 2, 四舍五入)', 'ROUND(days ÷ rate, 2, half up)'],
    ['ROUND(days × wage, 2)', '取整(天数 × 工资, 0.02, 四舍五入)', 'ROUND(days × wage, 0.02, half up)'],
    ['ROUND(days + rate, 2)', '取整(天数 + 比例, 2, 四舍五入)', 'ROUND(days + rate, 2, half up)'],
    ['ROUND(1 + wage, 2)', '取整(1 + 工资, 0.02, 四舍五入)', 'ROUND(1 + wage, 0.02, half up)'],
    ['ROUND(−wage, 2)', '取整(− 工资, 0.02, 四舍五入)', 'ROUND(− wage, 0.02, half up)'],
    ['ROUND(MAX(days, 3), 2)', '取整(最大(天数, 3), 2, 四舍五入)', 'ROUND(MAX(days, 3), 2, half up)'],
    [
      'ROUND(IF(1 < 2, 0, wage), 2)',
      '取整(如果(1 < 2, 0, 工资), 0.02, 四舍五入)',
      'ROUND(IF(1 < 2, 0, wage), 0.02, half up)',
    ],
    ['10% + 7/3', '0.1 + 7 ÷ 3', '0.1 + 7 ÷ 3'],
    ['LOOKUP(t, days + 1)', '查表(t@2025-01-01, 天数 + 1)', 'LOOKUP(t@2025-01-01, days + 1)'],
    ['other × 2', '项目2 × 2', 'other × 2'],
  ])('%s', (formula, zh, en) => {
    const engine = engineOf([item(1, 'a', formula), item(2, 'other', '5')], {
      tables: { t: [{ from: '2025-01-01', rows: [{ upTo: null, value: 4 }] }] },
    });
    const slip = engine.calculate(worker(values));
    expect(verifySlip(engine.programs(), slip, {})).toEqual([]);
    expect(explain(readPrograms(engine.programs()), slip.derivation, 'zh')).toEqual(
      explain(engine.programs(), slip.derivation, 'zh'),
    );
    const shown = (language: 'zh' | 'en'): (string | undefined)[] => {
      const line = explain(engine.programs(), slip.derivation, language).find(({ itemNo }) => itemNo === 1);
      return [line?.steps[0]?.label, line?.steps[0]?.formula];
    };
    expect([shown('zh'), shown('en')]).toEqual([
      ['金额', zh],
      ['amount', en],
    ]);
  });

  const step = (
    formula: string,
    behaviour: PayItemDefinition['behaviour'],
    of: SegmentInput[],
    rule: string,
  ): ExplainedStep => {
    const engine = engineOf([item(1, 'a', formula, behaviour)]);
    const slip = engine.calculate(worker(values, of));
    expect(verifySlip(engine.programs(), slip, {})).toEqual([]);
    const found = explain(engine.programs(), slip.derivation, 'en')[0]?.steps.find((one) => one.rule === rule);
    if (!found) throw new Error(`no step ${rule}`);
    return found;
  };
  const halves = segments([1, 17, 10], [17, 32, 11]);

  it.each([
    ['wage', 'segment', 'Σ(standard of a full month × scheduled days of the segment)', '63000.00'],
    ['wage ÷ days', 'segment', 'Σ(standard of a full month × scheduled days of the segment)', '3150.00'],
    // The words of the steps are those of an amount, whatever it is made of.
    ['days', 'calendar', 'Σ(standard of a full month × calendar days of the segment)', '6.20'],
    ['wage', 'last', 'Σ(scheduled days of the segment)', '21'],
  ] as const)('%s of a %s item over two segments names the sum in its unit', (formula, behaviour, name, value) => {
    expect(step(formula, behaviour, halves, 'item.amount').values[name]).toBe(value);
  });

  it('tells each value once, and those of a sum in the steps of its segments', () => {
    expect(step('wage × rate + wage', 'segment', halves, 'item.standard')).toEqual({
      ...{ rule: 'item.standard', label: 'standard of a full month', segment: 1 },
      ...{ formula: 'wage × rate + wage', values: { wage: '3000.00', rate: '0.1' }, result: '3300.00' },
      ...{ source: '', confidence: 'confirmed' },
    });
    expect(step('wage', 'segment', whole, 'item.standard').segment).toBeUndefined();
    expect(step('wage', 'segment', halves, 'split').values).toEqual({ '1': '1428.57', '2': '1571.43' });
  });
});

describe('a calculation', () => {
  const paid = (engine: PayEngine, input: WorkerInput): number[] => {
    const slip = engine.calculate(input);
    expect(verifySlip(engine.programs(), slip, {})).toEqual([]);
    return slip.lines.map(({ amount }) => amount);
  };

  it('counts calendar days of a calendar item and scheduled days of any other', () => {
    const of = segments([1, 11, 7, { wage: 310_000 }], [11, 32, 14, { wage: 620_000 }]);
    // 3100 × 10/31 + 6200 × 21/31; 3100 × 7/21 + 6200 × 14/21; 6200; 6200
    expect(
      paid(
        engineOf([
          item(1, 'a', 'wage', 'calendar'),
          item(2, 'b', 'wage', 'segment'),
          item(3, 'c', 'wage', 'last'),
          item(4, 'd', 'wage'),
        ]),
        worker({}, of),
      ),
    ).toEqual([520_000, 516_667, 620_000, 620_000]);
  });

  it('reads the standard of items by segment, the amount of any other', () => {
    const items = [
      item(1, 'by_segment', 'wage', 'segment'),
      item(2, 'by_calendar', 'wage', 'calendar'),
      item(3, 'by_last', 'wage', 'last'),
      item(4, 'at_once', 'bonus'),
      item(5, 'a', 'by_segment + by_calendar × 10 + by_last × 100 + at_once × 1000', 'segment'),
    ];
    const part = segments([1, 11, 7]);
    const engine = engineOf(items);
    // Standards of 1 fen each though paid 7/21, a bonus of 2 fen whole: 2111 × 7/21
    expect(paid(engine, worker({ wage: 1, bonus: 2 }, part)).at(-1)).toBe(Math.round((2_111 * 7) / 21));
    const two = segments([1, 11, 7, { wage: 300 }], [11, 32, 14, { wage: 600 }]);
    // Of the last item its last standard, also in the first segment: (300 + 3000 + 60000) × 7/21 + (600 + 6000 + 60000) × 14/21
    expect(paid(engine, worker({ bonus: 0 }, two)).at(-1)).toBe(65_500);
  });

  it('keeps apart more segments than it has room for at first', () => {
    const of = segments(
      ...[1, 3, 5, 7, 9, 11, 13].map((from, i): [number, number, number, SegmentInput['values']] => [
        from,
        from + 2,
        1,
        { wage: 2_100 * (i + 1) },
      ]),
    );
    const engine = engineOf([item(1, 'a', 'wage', 'segment'), item(2, 'b', 'a × 2', 'segment'), item(3, 'c', 'a + b')]);
    expect(paid(engine, worker({}, of))).toEqual([2_800, 5_600, 8_400]);
    // And a worker with fewer segments after that.
    expect(paid(engine, worker({ wage: 210 }))).toEqual([210, 420, 630]);
    expect(paid(engine, worker({}, of.slice(0, 2)))).toEqual([300, 600, 900]);
  });

  it('pays of a slip of a part what its own segments hold, and once what the last one decides', () => {
    const items = [item(1, 'a', 'wage', 'segment'), item(2, 'b', 'wage', 'last'), item(3, 'c', 'bonus')];
    const parts = (first: boolean, second: boolean): SegmentInput[] =>
      segments([1, 17, 10], [17, 32, 11]).map((one, i) =>
        (i === 0 ? first : second) ? one : { ...one, elsewhere: true as const },
      );
    const engine = engineOf(items);
    const given = { wage: 2_100, bonus: 77 };
    expect(paid(engine, worker(given, parts(true, true)))).toEqual([2_100, 2_100, 77]);
    expect(paid(engine, worker(given, parts(true, false)))).toEqual([1_000, 1_000, 0]);
    expect(paid(engine, worker(given, parts(false, true)))).toEqual([1_100, 1_100, 77]);
    expect(paid(engine, worker(given, parts(false, false)))).toEqual([0, 0, 0]);
    const alone = segments([1, 32, 21]).map((one) => ({ ...one, elsewhere: true as const }));
    expect(paid(engine, worker(given, alone))).toEqual([0, 0, 0]);
  });

  it.each<[string, PayItemDefinition['behaviour'], SegmentInput[]]>([
    ['MIN(1 ÷ days, 5)', 'once', whole],
    ['1 + days ÷ (days − days)', 'once', whole],
    ['1 ÷ days', 'segment', whole],
    ['ROUND(1 ÷ days) + 1', 'segment', segments([1, 17, 10, { days: 1 }], [17, 32, 11, { days: 0 }])],
    ['1 ÷ days', 'segment', segments([1, 17, 10, { days: 0 }], [17, 32, 11, { days: 1 }])],
    ['1 ÷ days', 'last', segments([1, 17, 10, { days: 1 }], [17, 32, 11, { days: 0 }])],
    ['IF(1 ÷ days > 0, 1, 2)', 'once', whole],
    ['LOOKUP(t, 1 ÷ days)', 'once', whole],
  ])('refuses %s of a %s item by its name where it divides by zero', (formula, behaviour, of) => {
    const engine = engineOf([item(7, 'broken', formula, behaviour)], {
      tables: { t: [{ from: '2025-01-01', rows: [{ upTo: null, value: 4 }] }] },
    });
    expect(caught(() => engine.calculate(worker({ days: 0 }, of)))).toEqual({
      code: 'PAY_DIVIDE_BY_ZERO',
      params: { item: 'broken', itemNo: 7 },
    });
  });

  it.each<[string, PayItemDefinition['behaviour']]>([
    ['wage × wage', 'once'],
    ['wage × wage', 'segment'],
    ['ROUND(wage × wage) ÷ wage', 'once'],
    ['ROUND(wage × wage) ÷ wage', 'segment'],
  ])('refuses %s of a %s item by its name where it is too large', (formula, behaviour) => {
    const engine = engineOf([item(7, 'broken', formula, behaviour)]);
    expect(caught(() => engine.calculate(worker({ wage: Number.MAX_SAFE_INTEGER })))).toEqual({
      code: 'PAY_AMOUNT_TOO_LARGE',
      params: { item: 'broken', itemNo: 7 },
    });
  });

  it.each([
    [-1, 10],
    [0, 10],
    [1, 20],
    ['3/2', 20],
    ['1.5000000001', 30],
    [2, 30],
    [3, 40],
  ])('finds %s in the row up to and including its edge: %d', (days, value) => {
    const rows = [
      { upTo: 0, value: 10 },
      { upTo: '1.5', value: 20 },
      { upTo: 2, value: '30' },
      { upTo: null, value: 40 },
    ];
    const engine = engineOf([item(1, 'a', 'LOOKUP(t, days)')], { tables: { t: [{ from: '2025-01-01', rows }] } });
    expect(paid(engine, worker({ days }))).toEqual([value]);
    // The same beyond the safe integers.
    const far = engineOf([item(1, 'a', 'LOOKUP(t, days × 9999999999999 × 9999999999999)')], {
      tables: {
        t: [
          {
            from: '2025-01-01',
            rows: [
              { upTo: 0, value: 1 },
              { upTo: null, value: 2 },
            ],
          },
        ],
      },
    });
    expect([-2, 2].map((one) => paid(far, worker({ days: one }))[0])).toEqual([1, 2]);
  });
});
