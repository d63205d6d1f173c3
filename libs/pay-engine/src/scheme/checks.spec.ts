import { DomainError } from '@gridstaff/kernel';
import { compileScheme, inputNames, type PayItemDefinition, type PaySchemeDefinition, type TableVersion } from '..';
import { RULE_NAMES, totalOf, traitsOf } from './rule-traits';

const item = (no: number, code: string, more: Partial<PayItemDefinition> = {}): PayItemDefinition => ({
  ...{ no, code, nameZh: `项目${no}`, nameEn: code, kind: 'earning', behaviour: 'once', formula: '1' },
  ...{ taxable: true, reducedByAbsence: false, inOvertimeBase: false },
  ...more,
});
const rule = (no: number, name: string, more: Partial<PayItemDefinition> = {}): PayItemDefinition => {
  const { formula: _, ...rest } = item(no, `item${no}`);
  return { ...rest, behaviour: 'rule', rule: name as PayItemDefinition['rule'], ...more };
};
const ratios = { unpaid: '0', sick: '0.7', absent_without_leave: '0', paid: '1' };
const scheme = (items: PayItemDefinition[], more: Partial<PaySchemeDefinition> = {}): PaySchemeDefinition => ({
  ...{ code: 's', items, absenceMethod: 'actual_workdays', absencePayRatio: ratios },
  ...more,
});
const one = [item(1, 'a')];
type Finding = [code: string, params: DomainError['params'], path: string | undefined];
/** All findings; none when the scheme may be saved. */
function findings(definition: PaySchemeDefinition): Finding[] {
  try {
    compileScheme(definition);
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const all = error.details.length > 0 ? error.details : [error];
    expect(all[0]).toMatchObject({ code: error.code, params: error.params, place: error.place });
    expect(error.details.length).not.toBe(1);
    return all.map(({ code, params, place }) => [code, params, place.path]);
  }
}
const table = (name: string, ...versions: TableVersion[]): PaySchemeDefinition =>
  scheme(one, { tables: { [name]: versions } });
const from = (date: string, ...rows: TableVersion['rows']): TableVersion => ({ from: date, rows });
const open = { upTo: null, value: 1 };
const days = (count: number): TableVersion[] =>
  Array.from({ length: count }, (_, i) =>
    from(`2025-${String(1 + Math.floor(i / 25)).padStart(2, '0')}-${String(1 + (i % 25)).padStart(2, '0')}`, open),
  );
const edges = (count: number): TableVersion['rows'] => [
  ...Array.from({ length: count - 1 }, (_, i) => ({ upTo: i, value: 1 })),
  open,
];
const named = (count: number): PaySchemeDefinition =>
  scheme(one, {
    tables: Object.fromEntries(Array.from({ length: count }, (_, i) => [`t${i}`, [from('2025-01-01', open)]])),
  });
const sick = (text: unknown): PaySchemeDefinition =>
  scheme(one, { absencePayRatio: { ...ratios, sick: text as string } });
const long = (...lengths: number[]): PaySchemeDefinition =>
  scheme(lengths.map((length, i) => item(i + 1, `c${i}`, { formula: '1'.padEnd(length) })));

describe('checks of a scheme', () => {
  it.each<[string, PaySchemeDefinition, Finding[]]>([
    ['item 1', scheme([item(1, 'a')]), []],
    ['item 999', scheme([item(999, 'a')]), []],
    ['item 1000', scheme([item(1000, 'a')]), [['SCHEME_ITEM_NUMBER', { item: 'a', value: '1000' }, 'items[0].no']]],
    ['item 1.5', scheme([item(1.5, 'a')]), [['SCHEME_ITEM_NUMBER', { item: 'a', value: '1.5' }, 'items[0].no']]],
    [
      'a code that is none',
      scheme([item(1, 'a b')]),
      [['SCHEME_ITEM_CODE', { item: 'a b', value: 'a b' }, 'items[0].code']],
    ],
    [
      'a word as code',
      scheme([item(1, 'MIN')]),
      [['SCHEME_ITEM_CODE', { item: 'MIN', value: 'MIN' }, 'items[0].code']],
    ],
    [
      'a rule and a formula',
      scheme([rule(1, 'absence', { formula: '1' })]),
      [['SCHEME_RULE_MISSING', { item: 'item1', rule: 'absence' }, 'items[0].rule']],
    ],
    [
      'the behaviour of a rule, no rule',
      scheme([rule(1, 'absence', { rule: undefined })]),
      [['SCHEME_RULE_MISSING', { item: 'item1', rule: '' }, 'items[0].rule']],
    ],
    [
      'a rule, another behaviour',
      scheme([item(1, 'a', { rule: 'absence' })]),
      [['SCHEME_RULE_MISSING', { item: 'a', rule: 'absence' }, 'items[0].rule']],
    ],
    [
      'a rule of another kind',
      scheme([rule(1, 'income_tax')]),
      [['SCHEME_RULE_KIND', { item: 'item1', expected: 'deduction' }, 'items[0].kind']],
    ],
    [
      'no formula',
      scheme([item(1, 'a', { formula: undefined })]),
      [['SCHEME_FORMULA_MISSING', { item: 'a' }, 'items[0].formula']],
    ],
    [
      'an empty formula',
      scheme([item(1, 'a', { formula: ' ' })]),
      [['SCHEME_FORMULA_MISSING', { item: 'a' }, 'items[0].formula']],
    ],
    ['a code that is its own name', scheme([item(1, 'a', { nameZh: 'a' })]), []],
    [
      'everything twice',
      scheme([rule(1, 'absence'), rule(1, 'absence', { code: 'item1' })]),
      [
        ['SCHEME_DUPLICATE', { value: '1' }, 'items[1].no'],
        ['SCHEME_DUPLICATE', { value: 'item1' }, 'items[1].code'],
        ['SCHEME_DUPLICATE', { value: '项目1' }, 'items[1].nameZh'],
        ['SCHEME_DUPLICATE', { value: 'absence' }, 'items[1].rule'],
      ],
    ],
    [
      'an input and a table with names of items',
      scheme(one, {
        inputs: { a: { nameZh: '甲', nameEn: 'a', unit: 'number' } },
        tables: { 项目1: [from('2025-01-01', open)] },
      }),
      [
        ['SCHEME_DUPLICATE', { value: 'a' }, 'inputs.a'],
        ['SCHEME_DUPLICATE', { value: '项目1' }, 'tables.项目1'],
      ],
    ],
    [
      'inputs without a name',
      scheme(one, {
        inputs: {
          'x y': { nameZh: '甲', nameEn: 'a', unit: 'number' },
          MAX: { nameZh: '乙', nameEn: 'b', unit: 'number' },
        },
      }),
      [
        ['SCHEME_ITEM_CODE', { value: 'x y' }, 'inputs.x y'],
        ['SCHEME_ITEM_CODE', { value: 'MAX' }, 'inputs.MAX'],
      ],
    ],
    ['200 items', scheme(Array.from({ length: 200 }, (_, i) => item(i + 1, `c${i}`))), []],
    [
      '201 items',
      scheme(Array.from({ length: 201 }, (_, i) => item(i + 1, `c${i}`))),
      [['SCHEME_TOO_MANY_ITEMS', { limit: 200 }, 'items']],
    ],
    ...['0', '1', '0.5', '0.0000000001', '1.0000000000'].map((text): [string, PaySchemeDefinition, Finding[]] => [
      `a share of ${text}`,
      sick(text),
      [],
    ]),
    ...['1.01', '2', '10', '', '.5', '1.', '0,5', '-0', '0.50x', 'x0.5', '0.00000000001', 0.5, undefined].map(
      (text): [string, PaySchemeDefinition, Finding[]] => [
        `a share of ${String(text)}`,
        sick(text),
        [['SCHEME_RATIO', { name: 'sick', value: String(text) }, 'absencePayRatio.sick']],
      ],
    ),
    ['20,000 characters', long(2_000, ...Array<number>(9).fill(2_000)), []],
    [
      'one character more',
      long(2_000, ...Array<number>(9).fill(2_000), 1, 1),
      [['FORMULA_LIMIT', { item: 'c10', position: 1, limit: 20_000 }, 'items[10].formula']],
    ],
    [
      'characters too many in the last',
      long(...Array<number>(9).fill(2_000), 1_990, 11),
      [['FORMULA_LIMIT', { item: 'c10', position: 11, limit: 20_000 }, 'items[10].formula']],
    ],
    [
      'a name and a table that are unknown',
      scheme([item(1, 'a', { formula: '1 + x + LOOKUP(t, y)' })], { inputs: {} }),
      [
        ['FORMULA_UNKNOWN_NAME', { item: 'a', name: 'x', position: 5 }, 'items[0].formula'],
        ['FORMULA_UNKNOWN_NAME', { item: 'a', name: 'y', position: 19 }, 'items[0].formula'],
        ['FORMULA_UNKNOWN_TABLE', { item: 'a', name: 't', position: 16 }, 'items[0].formula'],
      ],
    ],
    [
      'a table as a value',
      scheme([item(1, 'a', { formula: 't' })], { tables: { t: [from('2025-01-01', open)] } }),
      [['FORMULA_UNKNOWN_NAME', { item: 'a', name: 't', position: 1 }, 'items[0].formula']],
    ],
    [
      'a word as a value',
      scheme([item(1, 'a', { formula: '1 + MIN' })]),
      [['FORMULA_SYNTAX', { item: 'a', position: 8, found: 'end' }, 'items[0].formula']],
    ],
    [
      'a formula that ends too soon, and one that is none',
      scheme([item(1, 'a', { formula: '1 +' }), item(2, 'b', { formula: '^' })]),
      [
        ['FORMULA_SYNTAX', { item: 'a', position: 4, found: 'end' }, 'items[0].formula'],
        ['FORMULA_SYNTAX', { item: 'b', position: 1, found: '^' }, 'items[1].formula'],
      ],
    ],
    [
      'a long circle',
      scheme([
        item(4, 'd', { formula: 'b' }),
        item(3, 'c', { formula: 'd' }),
        item(2, 'b', { formula: 'c' }),
        item(1, 'a', { formula: 'd + b' }),
      ]),
      [['SCHEME_CYCLE', { items: 'b → c → d → b' }, 'items']],
    ],
  ])('%s', (_, definition, expected) => expect(findings(definition)).toEqual(expected));

  it.each<[string, PaySchemeDefinition, Finding[]]>([
    ['50 tables', named(50), []],
    ['51 tables', named(51), [['SCHEME_TABLE_LIMIT', { limit: 50 }, 'tables']]],
    [
      'a name that is none',
      table('t t', from('2025-01-01', open)),
      [['SCHEME_ITEM_CODE', { value: 't t' }, 'tables.t t']],
    ],
    ['a word', table('ROUND', from('2025-01-01', open)), [['SCHEME_ITEM_CODE', { value: 'ROUND' }, 'tables.ROUND']]],
    ['no version', table('t'), [['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t']]],
    ['100 versions', table('t', ...days(100)), []],
    ['101 versions', table('t', ...days(101)), [['SCHEME_TABLE_LIMIT', { limit: 100 }, 'tables.t']]],
    ['200 rows', table('t', from('2025-01-01', ...edges(200))), []],
    [
      '201 rows',
      table('t', from('2025-01-01', ...edges(201))),
      [['SCHEME_TABLE_LIMIT', { limit: 200 }, 'tables.t[0].rows']],
    ],
    ['no row', table('t', from('2025-01-01')), [['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows']]],
    [
      'a day that does not exist',
      table('t', from('2025-02-29', open)),
      [['SCHEME_TABLE_DATE', { table: 't' }, 'tables.t[0].from']],
    ],
    [
      'a date twice, and one before',
      table('t', from('2025-02-01', open), from('2025-02-01', open), from('2025-01-31', open)),
      [
        ['SCHEME_TABLE_DATE', { table: 't' }, 'tables.t[1].from'],
        ['SCHEME_TABLE_DATE', { table: 't' }, 'tables.t[2].from'],
      ],
    ],
    [
      'edges that do not rise',
      table('t', from('2025-01-01', { upTo: 2, value: 1 }, { upTo: '2.0', value: 1 }, { upTo: 1, value: 1 }, open)),
      [
        ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[1].upTo'],
        ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[2].upTo'],
      ],
    ],
    [
      'edges below zero',
      table(
        't',
        from(
          '2025-01-01',
          { upTo: '-1.5', value: 1 },
          { upTo: -1, value: '-0.5' },
          { upTo: '9999999999999', value: 1 },
          open,
        ),
      ),
      [],
    ],
    [
      'an open row before the last',
      table('t', from('2025-01-01', open, { upTo: 1, value: 1 }, open)),
      [
        ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[0].upTo'],
        ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[1].upTo'],
      ],
    ],
    [
      'two open rows',
      table('t', from('2025-01-01', open, open)),
      [
        ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[0].upTo'],
        ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[1].upTo'],
      ],
    ],
    [
      'no open row',
      table('t', from('2025-01-01', { upTo: 1, value: 1 })),
      [['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[0].upTo']],
    ],
    ...[0.5, '1e3', '', 'x1', '1x', '1.', '.5', '12345678901234', '1.12345678901', true, NaN].map(
      (value): [string, PaySchemeDefinition, Finding[]] => [
        `${String(value)} as edge and value`,
        table('t', from('2025-01-01', { upTo: value as string, value: 1 }, { upTo: null, value: value as string })),
        [
          ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[0].upTo'],
          ['SCHEME_TABLE_ROWS', { table: 't' }, 'tables.t[0].rows[1].value'],
        ],
      ],
    ),
  ])('tables: %s', (_, definition, expected) => expect(findings(definition)).toEqual(expected));

  it('orders by what is read, then by number, whatever the order of the rows', () => {
    const items = [
      item(30, 'x', { formula: 'c + b' }),
      item(9, 'c'),
      item(20, 'b'),
      item(100, 'a'),
      item(4, 'd', { formula: 'b + c' }),
    ];
    const codes = (list: PayItemDefinition[]): string[] =>
      compileScheme(scheme(list)).items.map(({ definition }) => definition.code);
    // d reads c (9) and b (20), the lower number first.
    expect(codes(items)).toEqual(['c', 'b', 'd', 'x', 'a']);
    expect(codes([...items].reverse())).toEqual(['c', 'b', 'd', 'x', 'a']);
  });

  it('takes back a debt after everything it must leave', () => {
    const items = [
      rule(1, 'recovery', { kind: 'deduction' }),
      rule(2, 'loss_deduction', { kind: 'deduction' }),
      rule(3, 'income_tax', { kind: 'deduction' }),
      item(4, 'pay'),
      rule(5, 'agency_fee', { kind: 'employer_cost' }),
      rule(6, 'minimum_wage'),
      rule(7, 'housing_fund.employee', { kind: 'deduction' }),
    ];
    expect(compileScheme(scheme(items)).items.map(({ definition }) => definition.no)).toEqual([4, 7, 6, 3, 2, 1, 5]);
  });

  it('takes back a debt after wages and other deductions also where no loss is', () => {
    const items = [
      rule(1, 'recovery', { kind: 'deduction' }),
      rule(3, 'income_tax', { kind: 'deduction' }),
      item(4, 'pay'),
    ];
    expect(compileScheme(scheme(items)).items.map(({ definition }) => definition.no)).toEqual([4, 3, 1]);
  });

  it('compares with the minimum wage no deduction and not the top-up itself', () => {
    const items = [
      rule(1, 'minimum_wage', { countsForMinimumWage: true }),
      item(2, 'meal', { kind: 'deduction', countsForMinimumWage: true }),
      item(3, 'pay'),
      rule(4, 'overtime.weekday', { countsForMinimumWage: true }),
      item(5, 'extra', { countsForMinimumWage: false }),
    ];
    expect(compileScheme(scheme(items)).items.map(({ definition }) => definition.no)).toEqual([3, 4, 1, 2, 5]);
  });

  it('names the inputs in order, each once', () => {
    const items = [item(1, 'a', { formula: 'z + 甲 + b' }), item(2, 'b', { formula: 'y + z' })];
    expect(inputNames(compileScheme(scheme(items)))).toEqual(['y', 'z', '甲']);
  });

  it('adds every item to one total, or to none', () => {
    const kinds = ['earning', 'deduction', 'information'] as const;
    expect(kinds.map((kind) => totalOf(item(1, 'a', { kind })))).toEqual(['gross', 'otherDeductions', null]);
    expect(
      Object.fromEntries(
        RULE_NAMES.map((name) => [name, totalOf(rule(1, name, { kind: traitsOf({ rule: name })?.kind }))]),
      ),
    ).toMatchObject({
      absence: 'gross',
      income_tax: 'tax',
      'bonus.tax': 'tax',
      'insurance.employee.medical': 'employeeInsurance',
      'insurance.employer.injury': 'employerInsurance',
      'housing_fund.employee': 'employeeFund',
      'housing_fund.employer': 'employerFund',
      'retro.nonTaxable': 'gross',
      'retro.fee': 'fee',
      agency_fee: 'fee',
      loss_deduction: 'otherDeductions',
      recovery: 'otherDeductions',
    });
    expect(traitsOf({})).toBeUndefined();
    expect(traitsOf({ rule: 'toString' as PayItemDefinition['rule'] })).toBeUndefined();
  });
});
