import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { verifySlip } from '@gridstaff/verifier';
import {
  compileScheme,
  createEngine,
  explain,
  NATIONAL,
  tableChanges,
  type PayItemDefinition,
  type PaySchemeDefinition,
  type PeriodParameters,
  type SegmentInput,
  type TableVersion,
  type WorkerInput,
} from '..';

const none = { key: 'none', source: '', confidence: 'confirmed' } as const;
const parametersOf = (period: string): PeriodParameters => ({
  ...{ region: 'x', period, taxMonth: period, fingerprint: 'x', incomeTax: NATIONAL.incomeTax },
  insurance: { floor: { ...none, value: 0 }, ceiling: { ...none, value: 0 }, schemes: [] },
  housingFund: {
    ...{ floor: { ...none, value: 0 }, ceiling: { ...none, value: 0 } },
    ...{ unit: { ...none, value: 'fen' }, mode: { ...none, value: 'half_up' } },
  },
  labour: { ...NATIONAL.labour, minimumWage: { ...none, value: 0 } },
});
/** Service pay: to 2 years 50 yuan, to 4.5 years 80, then 120; from 2025-03-11 ten yuan more. */
const rows = (more: number): TableVersion['rows'] => [
  { upTo: 2, value: 5_000 + more },
  { upTo: '4.50', value: 8_000 + more },
  { upTo: null, value: `${12_000 + more}.5` },
];
const service: TableVersion[] = [
  { from: '2024-01-01', rows: rows(0) },
  { from: '2025-03-11', rows: rows(1_000) },
];
const item = (formula: string, behaviour: PayItemDefinition['behaviour'] = 'segment'): PayItemDefinition => ({
  ...{ no: 1, code: 'seniority', nameZh: '工龄工资', nameEn: 'seniority', kind: 'earning', behaviour, formula },
  ...{ taxable: true, reducedByAbsence: false, inOvertimeBase: false },
});
const scheme = (
  one: PayItemDefinition,
  tables: PaySchemeDefinition['tables'] = { 工龄表: service },
): PaySchemeDefinition => ({
  code: 's',
  items: [one],
  tables,
  absenceMethod: 'actual_workdays',
  absencePayRatio: { unpaid: '0', sick: '0', absent_without_leave: '0', paid: '1' },
});
const march: SegmentInput[] = [
  { from: '2025-03-01', to: '2025-03-11', scheduledDays: 6, calendarDays: 10, values: {}, absences: [] },
  { from: '2025-03-11', to: '2025-04-01', scheduledDays: 15, calendarDays: 21, values: {}, absences: [] },
];
const worker = (years: number | string, segments = march): WorkerInput => ({
  ...{ workerNo: 1, scheduledDays: 21, calendarDays: 31, segments, values: { 工龄: years } },
  overtimeHours: { weekday: 0, restday: 0, holiday: 0 },
  ...{ insurance: null, housingFund: null, fee: { kind: 'none' } },
  tax: {
    ...{ mode: 'normal', monthsEmployed: 1, additionalToDate: 0 },
    before: { income: 0, exempt: 0, special: 0, other: 0, relief: 0, tax: 0 },
  },
});
const paid = (years: number | string, one = item('查表(工龄表, 工龄)'), period = '2025-03'): number => {
  const engine = createEngine(compileScheme(scheme(one)), parametersOf(period));
  const slip = engine.calculate(worker(years));
  expect(verifySlip(engine.programs(), slip, {})).toEqual([]);
  return slip.totals.gross;
};

describe('tables of a scheme', () => {
  it.each<[number | string, number]>([
    // 6 days by the first version, 15 by the second: + 15/21 of 10 yuan
    [0, 5_714],
    [2, 5_714],
    ['2.0000000001', 8_714],
    ['4.5', 8_714],
    ['9/2', 8_714],
    ['4.51', 12_715],
    [-1, 5_714],
  ])('%s years: %i fen, each segment by the version of its first day', (years, expected) => {
    expect(paid(years)).toBe(expected);
  });

  it('reads the version of the first day of the month for what is paid once', () => {
    expect(paid(3, item('LOOKUP(工龄表, 工龄) * 2', 'once'))).toBe(16_000);
  });

  it('reads the version of the last segment for what counts by its last value', () => {
    expect(paid(3, item('LOOKUP(工龄表，工龄)', 'last'))).toBe(9_000);
  });

  it('explains which version of which table was read', () => {
    const engine = createEngine(compileScheme(scheme(item('查表(工龄表, 工龄)', 'once'))), parametersOf('2025-03'));
    const [line] = explain(engine.programs(), engine.calculate(worker(3)).derivation, 'zh');
    expect(line?.steps[0]).toMatchObject({ formula: '查表(工龄表@2024-01-01, 工龄)', result: '80.00' });
  });

  it('is refused in a month before its first version', () => {
    expect(() => createEngine(compileScheme(scheme(item('查表(工龄表, 1)'))), parametersOf('2023-12'))).toThrow(
      expect.objectContaining({
        ...{ code: 'SCHEME_TABLE_NOT_IN_FORCE', place: { path: 'tables.工龄表' } },
        params: { table: '工龄表', on: '2023-12-01' },
      }),
    );
  });

  /** Each version has a value of its own: what is paid tells which were read. */
  const versions = (...dates: string[]): PaySchemeDefinition['tables'] => ({
    t: dates.map((from, i) => ({ from, rows: [{ upTo: null, value: 2_100 * 10 ** i }] })),
  });
  it.each<[string, string[], number]>([
    // Segments from the 1st (6 days) and from the 11th (15 days) of March: 100 fen a day by the first version, 1,000 by the second, …
    ['earlier versions, whatever their day', ['2024-12-01', '2025-02-05'], 21_000],
    ['the version of the first day', ['2025-02-01', '2025-03-01'], 21_000],
    ['a change inside the month', ['2025-02-20', '2025-03-11'], 600 + 15_000],
    ['no change that is none of a segment', ['2025-02-20', '2025-03-12'], 2_100],
    ['two changes, the later one', ['2025-01-05', '2025-03-02', '2025-03-11'], 600 + 150_000],
    ['no version of the next month', ['2025-01-01', '2025-04-01'], 2_100],
    ['no later version, whatever its day', ['2025-01-01', '2025-05-05', '2026-03-02'], 2_100],
  ])('reads %s', (_, dates, expected) => {
    const tables = versions(...dates);
    const engine = createEngine(compileScheme(scheme(item('LOOKUP(t, 工龄)'), tables)), parametersOf('2025-03'));
    const slip = engine.calculate(worker(1));
    expect(verifySlip(engine.programs(), slip, {})).toEqual([]);
    expect(slip.totals.gross).toBe(expected);
  });

  it('tells the days on which segments are cut', () => {
    expect(tableChanges(scheme(item('1')), '2025-03')).toEqual(['2025-03-11']);
    expect(tableChanges(scheme(item('1')), '2025-04')).toEqual([]);
    expect(tableChanges(scheme(item('1'), undefined), '2024-01')).toEqual([]);
    const of = (from: string): TableVersion => ({ from, rows: [] });
    const tables = {
      b: ['2025-02-28', '2025-03-31', '2025-04-01'].map(of),
      a: ['2025-03-01', '2025-03-02', '2025-03-31'].map(of),
    };
    expect(tableChanges(scheme(item('1'), tables), '2025-03')).toEqual(['2025-03-02', '2025-03-31']);
  });

  const one = (more: Partial<TableVersion>): PaySchemeDefinition['tables'] => ({
    t: [{ from: '2025-01-01', rows: rows(0), ...more }],
  });
  const row = (upTo: unknown, value: unknown = 1): TableVersion['rows'] => [
    { upTo, value } as TableVersion['rows'][number],
    { upTo: null, value: 2 },
  ];
  it.each<[string, string, PaySchemeDefinition['tables'], string, string]>([
    ['an unknown table', '1 + 查表(别的表, 1)', undefined, 'FORMULA_UNKNOWN_TABLE', 'items[0].formula'],
    ['a table as a value', '工龄表 + 1', undefined, 'FORMULA_UNKNOWN_NAME', 'items[0].formula'],
    ['a number as table', 'LOOKUP(1, 2)', undefined, 'FORMULA_SYNTAX', 'items[0].formula'],
    ['a formula as table', 'LOOKUP(MAX(1, 2), 2)', undefined, 'FORMULA_SYNTAX', 'items[0].formula'],
    ['nothing to look up', 'LOOKUP(工龄表)', undefined, 'FORMULA_SYNTAX', 'items[0].formula'],
    ['two things to look up', 'LOOKUP(工龄表, 1, 2)', undefined, 'FORMULA_SYNTAX', 'items[0].formula'],
    ['an inherited name', '查表(toString, 1)', undefined, 'FORMULA_SYNTAX', 'items[0].formula'],
    ['a name that is an item', '1', { seniority: service }, 'SCHEME_DUPLICATE', 'tables.seniority'],
    ['a function as name', '1', { 查表: service }, 'SCHEME_ITEM_CODE', 'tables.查表'],
    ['a host name', '1', { constructor: service }, 'SCHEME_ITEM_CODE', 'tables.constructor'],
    ['no version', '1', { t: [] }, 'SCHEME_TABLE_ROWS', 'tables.t'],
    ['no row', '1', one({ rows: [] }), 'SCHEME_TABLE_ROWS', 'tables.t[0].rows'],
    ['no open row', '1', one({ rows: [{ upTo: 1, value: 1 }] }), 'SCHEME_TABLE_ROWS', 'tables.t[0].rows[0].upTo'],
    ['an open row in the middle', '1', one({ rows: row(null) }), 'SCHEME_TABLE_ROWS', 'tables.t[0].rows[0].upTo'],
    [
      'edges that fall',
      '1',
      one({ rows: [...row(5).slice(0, 1), ...row('4.9')] }),
      'SCHEME_TABLE_ROWS',
      'tables.t[0].rows[1].upTo',
    ],
    [
      'equal edges',
      '1',
      one({ rows: [...row(5).slice(0, 1), ...row('5.0')] }),
      'SCHEME_TABLE_ROWS',
      'tables.t[0].rows[1].upTo',
    ],
    ['half a fen as a number', '1', one({ rows: row(0.5) }), 'SCHEME_TABLE_ROWS', 'tables.t[0].rows[0].upTo'],
    ['a value that is no number', '1', one({ rows: row(1, '1e5') }), 'SCHEME_TABLE_ROWS', 'tables.t[0].rows[0].value'],
    ['a date that is none', '1', one({ from: '2025-02-29' }), 'SCHEME_TABLE_DATE', 'tables.t[0].from'],
    ['versions out of order', '1', { t: [...service].reverse() }, 'SCHEME_TABLE_DATE', 'tables.t[1].from'],
    [
      '201 rows',
      '1',
      one({ rows: Array.from({ length: 201 }, (_, i) => ({ upTo: i, value: 1 })) }),
      'SCHEME_TABLE_LIMIT',
      'tables.t[0].rows',
    ],
    [
      '51 tables',
      '1',
      Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`t${i}`, service])),
      'SCHEME_TABLE_LIMIT',
      'tables',
    ],
    [
      '101 versions',
      '1',
      { t: Array.from({ length: 101 }, () => service[0] as TableVersion) },
      'SCHEME_TABLE_LIMIT',
      'tables.t',
    ],
  ])('refuses %s at save', (_, formula, tables, code, path) => {
    let error: unknown;
    try {
      compileScheme(scheme(item(formula), tables));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DomainError);
    const found = error as DomainError;
    expect([found.code, found.place.path]).toEqual([code, path]);
    if (code.startsWith('FORMULA')) expect(found.params.position).toBeGreaterThan(0);
    const { zh, en } = toProblem(found);
    expect(zh + en).not.toContain('{');
  });
});
