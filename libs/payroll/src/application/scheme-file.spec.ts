import { DomainError, type Json, type Period } from '@gridstaff/kernel';
import { compileScheme } from '@gridstaff/pay-engine';
import { defaultPolicyDir, PolicyPacks } from '@gridstaff/policy';
import { toPeriodParameters } from './parameter-mapping';
import { defaultSchemeFile, parseScheme, readSchemeFile } from './scheme-file';

const HEAD =
  "code: x\nzh: 甲\nen: x\nabsence_method: actual_workdays\nabsence_pay_ratio: { unpaid: '0', sick: '0.8', absent_without_leave: '0', paid: '1' }\n";
const item = (more: string): string =>
  `${HEAD}items:\n  - { no: 1, code: base, zh: 基本工资, en: base, kind: earning, behaviour: segment, ${more} }\n`;

const failure = (text: string): { code: string; path?: string; params: Json } => {
  try {
    compileScheme(parseScheme(text, 'x.yaml').definition);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, path: error.place.path, params: error.params };
  }
  return { code: 'none', params: {} };
};

describe('scheme file', () => {
  it('the shipped scheme compiles, with every rule the parameters know', () => {
    const { definition } = readSchemeFile(defaultSchemeFile());
    const compiled = compileScheme(definition);
    expect(compiled.inputs).toEqual([
      ...[
        'award',
        'certificate_allowance',
        'coefficient',
        'grade_base',
        'grade_performance',
        'grade_post',
        'years_of_service',
      ],
    ]);
    const rules = definition.items.flatMap((i) => i.rule ?? []);
    const { schemes } = PolicyPacks.load(defaultPolicyDir()).parametersFor('430200', '2023-05').insurance;
    for (const { value } of schemes) {
      if (value.employerRate) expect(rules).toContain(`insurance.employer.${value.name}`);
      if (value.employeeRate || value.employeeFixed) expect(rules).toContain(`insurance.employee.${value.name}`);
    }
    expect(definition.items.filter((i) => i.kind === 'earning').every((i) => i.taxable)).toBe(true);
    expect(definition.items.filter((i) => i.kind !== 'earning').some((i) => i.taxable)).toBe(false);
  });

  it.each([
    ['a list', 'SCHEME_FILE', ''],
    ['{ not yaml', 'SCHEME_FILE', undefined],
    [HEAD, 'MISSING_FIELD', 'items'],
    [`${HEAD}items: 3\n`, 'SCHEME_FILE', 'items'],
    [item('formula: grade_base, colour: red'), 'UNKNOWN_FIELD', 'items[0].colour'],
    [item('formula: 3'), 'SCHEME_FILE', 'items[0].formula'],
    [item("taxable: 'no', formula: grade_base"), 'SCHEME_FILE', 'items[0].taxable'],
    [item('formula: hat_size'), 'FORMULA_UNKNOWN_NAME', 'items[0].formula'],
    [item("formula: 'grade_base *'"), 'FORMULA_SYNTAX', 'items[0].formula'],
    [item('rule: magic').replace('segment', 'rule'), 'SCHEME_RULE_MISSING', 'items[0].rule'],
  ])('refuses %j', (text, code, path) => {
    expect(failure(text)).toMatchObject({ code, ...(path !== undefined && { path }) });
  });

  it('a file that is not there is named', () => {
    expect(() => readSchemeFile('/no/such/scheme.yaml')).toThrow('NOT_FOUND');
  });
});

describe('parameters of a run', () => {
  const packs = PolicyPacks.load(defaultPolicyDir());
  const of = (period: Period, taxMonth: Period) =>
    toPeriodParameters(packs.parametersFor('430200', period), packs.parametersFor('430200', taxMonth), taxMonth);

  it('take insurance from the work month and name the tax month; equal law gives an equal fingerprint for the same months only', () => {
    const december = of('2024-12', '2025-01');
    expect([december.period, december.taxMonth]).toEqual(['2024-12', '2025-01']);
    expect(december.insurance.floor.value).toBe(402_700);
    expect(of('2025-01', '2025-01').insurance.floor.value).toBe(407_200);
    expect(of('2024-12', '2025-01').fingerprint).toBe(december.fingerprint);
    expect(of('2024-12', '2024-12').fingerprint).not.toBe(december.fingerprint);
    expect(Object.keys(december.insurance.floor).sort()).toEqual(['confidence', 'key', 'source', 'value']);
  });
});
