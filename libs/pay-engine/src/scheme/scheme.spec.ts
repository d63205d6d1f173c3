import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { compileScheme, type PayItemDefinition, type PaySchemeDefinition } from '..';

const item = (no: number, code: string, more: Partial<PayItemDefinition> = {}): PayItemDefinition => ({
  ...{ no, code, nameZh: `项目${no}`, nameEn: code, kind: 'earning', behaviour: 'once', formula: '1' },
  ...{ taxable: true, reducedByAbsence: false, inOvertimeBase: false },
  ...more,
});
const rule = (no: number, name: string, kind: PayItemDefinition['kind']): PayItemDefinition =>
  item(no, `item${no}`, { behaviour: 'rule', rule: name as PayItemDefinition['rule'], formula: undefined, kind });
const scheme = (items: PayItemDefinition[], more: Partial<PaySchemeDefinition> = {}): PaySchemeDefinition => ({
  code: 's',
  items,
  absenceMethod: 'actual_workdays',
  absencePayRatio: { unpaid: '0', sick: '0.7', absent_without_leave: '0', paid: '1' },
  ...more,
});
const refusal = (definition: PaySchemeDefinition): DomainError => {
  try {
    compileScheme(definition);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
const order = (items: PayItemDefinition[]): string[] =>
  compileScheme(scheme(items)).items.map((one) => one.definition.code);

describe('pay scheme at save', () => {
  it('orders items by what they read, not by row or number', () => {
    const items = [item(1, 'a', { formula: 'c + 项目2' }), item(2, 'b'), item(3, 'c', { formula: 'b' })];
    expect(order(items)).toEqual(['b', 'c', 'a']);
    expect(order([...items].reverse())).toEqual(['b', 'c', 'a']);
  });

  it('calculates the statutory rules after what they read', () => {
    const items = [
      rule(1, 'income_tax', 'deduction'),
      rule(2, 'agency_fee', 'employer_cost'),
      rule(3, 'absence', 'earning'),
      rule(4, 'insurance.employee.pension', 'deduction'),
      rule(5, 'insurance.employer.pension', 'employer_cost'),
      rule(6, 'overtime.holiday', 'earning'),
      item(7, 'base', { behaviour: 'segment', reducedByAbsence: true, inOvertimeBase: true }),
    ];
    expect(order(items)).toEqual(['base', 'item3', 'item4', 'item6', 'item1', 'item5', 'item2']);
  });

  it.each<[string, PaySchemeDefinition, string, string]>([
    ['no items', scheme([]), 'SCHEME_EMPTY', 'items'],
    ['a number twice', scheme([item(1, 'a'), item(1, 'b', { nameZh: '乙' })]), 'SCHEME_DUPLICATE', 'items[1].no'],
    ['a code twice', scheme([item(1, 'a'), item(2, 'a')]), 'SCHEME_DUPLICATE', 'items[1].code'],
    [
      'a name that is a code',
      scheme([item(1, 'a'), item(2, 'b', { nameZh: 'a' })]),
      'SCHEME_DUPLICATE',
      'items[1].nameZh',
    ],
    [
      'a rule twice',
      scheme([rule(1, 'absence', 'earning'), rule(2, 'absence', 'earning')]),
      'SCHEME_DUPLICATE',
      'items[1].rule',
    ],
    ['number 0', scheme([item(0, 'a')]), 'SCHEME_ITEM_NUMBER', 'items[0].no'],
    ['number 1000', scheme([item(1000, 'a')]), 'SCHEME_ITEM_NUMBER', 'items[0].no'],
    ['a function as code', scheme([item(1, 'IF')]), 'SCHEME_ITEM_CODE', 'items[0].code'],
    ['a host name as code', scheme([item(1, 'constructor')]), 'SCHEME_ITEM_CODE', 'items[0].code'],
    ['no formula', scheme([item(1, 'a', { formula: '  ' })]), 'SCHEME_FORMULA_MISSING', 'items[0].formula'],
    ['an unknown rule', scheme([rule(1, 'magic', 'earning')]), 'SCHEME_RULE_MISSING', 'items[0].rule'],
    [
      'an unknown insurance',
      scheme([rule(1, 'insurance.employee.toString', 'deduction')]),
      'SCHEME_RULE_MISSING',
      'items[0].rule',
    ],
    ['the wrong kind of a rule', scheme([rule(1, 'income_tax', 'earning')]), 'SCHEME_RULE_KIND', 'items[0].kind'],
    [
      'an employer cost by formula',
      scheme([item(1, 'a', { kind: 'employer_cost' })]),
      'SCHEME_EMPLOYER_COST',
      'items[0].kind',
    ],
    [
      'a ratio above one',
      scheme([item(1, 'a')], { absencePayRatio: { unpaid: '0', sick: '1.2', absent_without_leave: '0', paid: '1' } }),
      'SCHEME_RATIO',
      'absencePayRatio.sick',
    ],
    [
      'an undeclared name',
      scheme([item(1, 'a', { formula: '1 + x' })], { inputs: {} }),
      'FORMULA_UNKNOWN_NAME',
      'items[0].formula',
    ],
    [
      'an inherited name',
      scheme([item(1, 'a', { formula: 'x' })], { inputs: Object.create({ x: {} }) as PaySchemeDefinition['inputs'] }),
      'FORMULA_UNKNOWN_NAME',
      'items[0].formula',
    ],
    ['reads itself', scheme([item(1, 'a', { formula: 'a + 1' })]), 'SCHEME_CYCLE', 'items'],
    [
      'read each other',
      scheme([item(1, 'a', { formula: 'b' }), item(2, 'b', { formula: '项目1' })]),
      'SCHEME_CYCLE',
      'items',
    ],
    [
      'a chain of 201 items',
      scheme(Array.from({ length: 201 }, (_, i) => item(i + 1, `c${i}`, { formula: i === 0 ? '1' : `c${i - 1}` }))),
      'SCHEME_TOO_MANY_ITEMS',
      'items',
    ],
  ])('refuses %s', (_, definition, code, path) => {
    const error = refusal(definition);
    expect([error.code, error.place.path]).toEqual([code, path]);
    const { zh, en } = toProblem(error);
    expect(zh + en).not.toContain('{');
  });

  it('tells all that is wrong at once, each with its place', () => {
    const error = refusal(scheme([item(1, 'a', { formula: '1 +' }), item(2, 'b', { formula: '(' })]));
    expect(error.details.map((e) => [e.code, e.place.path, e.params.item, e.params.position])).toEqual([
      ['FORMULA_SYNTAX', 'items[0].formula', 'a', 4],
      ['FORMULA_SYNTAX', 'items[1].formula', 'b', 2],
    ]);
  });

  it('names the circle', () => {
    const items = [item(1, 'a', { formula: 'b' }), item(2, 'b', { formula: 'c' }), item(3, 'c', { formula: 'b' })];
    expect(refusal(scheme(items)).params.items).toBe('b → c → b');
  });
});
