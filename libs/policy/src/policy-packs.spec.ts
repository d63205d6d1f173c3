import { DomainError, type Period } from '@gridstaff/kernel';
import { toProblem } from '@gridstaff/contracts';

import { defaultPolicyDir, layersOf, type PackFile, PolicyPacks, readPackFiles } from '.';

const shipped = readPackFiles(defaultPolicyDir());
const pack = (layer: string, name: string, text: string): PackFile => ({ layer, name: `${layer}/${name}`, text });
const edit = (name: string, from: string, to: string): PackFile[] =>
  shipped.map((file) => {
    if (file.name !== name) return file;
    expect(file.text).toContain(from);
    return { ...file, text: file.text.replace(from, to) };
  });
const value = (text: string, from = '2023-01'): string =>
  `[{ valid_from: ${from}, source: x, confidence: confirmed, value: ${text} }]`;

/** What is refused, as `code file path`. */
function refusal(files: PackFile[]): string[] {
  try {
    PolicyPacks.fromFiles(files);
  } catch (error) {
    const { code, details, params } = error as DomainError;
    expect({ code, params }).toEqual({ code: 'POLICY_INVALID', params: { count: details.length } });
    for (const detail of details) expect(toProblem(detail).zh).not.toMatch(/系统内部错误|undefined|\{/);
    return details.map((d) => `${d.code} ${d.place.file} ${d.place.path}`);
  }
  return [];
}

/** One wrong parameter text in a file of its own, beside the shipped packs. */
const refusedValue = (key: string, list: string): string[] =>
  refusal([...shipped, pack('430204', 'x.yaml', `layer: '430204'\nparameters:\n  ${key}: ${list}`)]).map((line) =>
    line.replace('430204/x.yaml parameters.', ''),
  );

describe('layers', () => {
  it('go from the country to the city', () => {
    expect(layersOf('CN')).toEqual(['CN']);
    expect(layersOf('430000')).toEqual(['CN', '430000']);
    expect(layersOf('430200')).toEqual(['CN', '430000', '430200']);
    expect(layersOf('430204')).toEqual(['CN', '430000', '430200', '430204']);
  });

  it('let a city stand in for its province for some months only', () => {
    const invented = [
      pack('430100', 'coverage.yaml', `layer: '430100'\ncoverage: { from: 2025-01, to: 2025-12 }`),
      pack(
        '430100',
        'values.yaml',
        `
layer: '430100'
parameters:
  insurance.floor:
    - { valid_from: 2025-03-02, valid_to: 2025-07, source: city notice, confidence: confirmed, value: '5000.50' }
  labour.minimum_wage: ${value("'2300'", '2025-01')}
  labour.local_average_annual_wage: ${value("'98765.43'", '2025-01')}
  housing_fund.floor: ${value("'2300'", '2025-01')}
  housing_fund.ceiling: ${value("'40000'", '2025-01')}
  housing_fund.min_rate: ${value("'0.05'", '2025-01')}
  housing_fund.max_rate: ${value("'0.12'", '2025-01')}
  housing_fund.unit: ${value('fen', '2025-01')}
  housing_fund.mode: ${value('down', '2025-01')}
`,
      ),
    ];
    const packs = PolicyPacks.fromFiles([...shipped, ...invented]);
    expect(packs.regions()).toEqual(['430100', '430200']);
    const floor = (period: Period, region = '430100') => {
      const { value: fen, layer } = packs.parametersFor(region, period).insurance.floor;
      return [fen, layer];
    };
    expect(floor('2025-02')).toEqual([407_200, '430000']);
    // A value that starts inside a month counts from the next one: a month has the values of its first day.
    expect(floor('2025-03')).toEqual([407_200, '430000']);
    expect(floor('2025-04')).toEqual([500_050, '430100']);
    expect(floor('2025-06')).toEqual([500_050, '430100']);
    expect(floor('2025-07')).toEqual([407_200, '430000']);
    expect(floor('2025-04', '430200')).toEqual([407_200, '430000']);
    expect(packs.parametersFor('430100', '2025-04').labour.localAverageAnnualWage?.value).toBe(9_876_543);
    expect(() => packs.parametersFor('430100', '2026-01')).toThrow(expect.objectContaining({ code: 'NO_PARAMETERS' }));
    expect(new Set(packs.list('430100').map((v) => v.layer))).toEqual(new Set(['CN', '430000', '430100']));
  });

  it('leave out an insurance that ends', () => {
    const text = `layer: '430200'\nparameters:\n  insurance.large_medical: [{ valid_from: 2030-01, source: x, confidence: confirmed, value: { employee_fixed: '1', deductible: false } }]`;
    const without = edit(
      '430000/insurance.yaml',
      '  insurance.large_medical:\n    - valid_from: 2023-01',
      '  insurance.large_medical:\n    - valid_from: 2023-01\n      valid_to: 2023-07',
    );
    const packs = PolicyPacks.fromFiles([...without, pack('430200', 'extra.yaml', text)]);
    const names = (period: Period) => packs.parametersFor('430200', period).insurance.schemes.map((s) => s.value.name);
    expect(names('2023-06')).toContain('large_medical');
    expect(names('2024-01')).toEqual(['pension', 'medical', 'maternity', 'unemployment', 'injury']);
  });
});

describe('fingerprint', () => {
  const of = (files: PackFile[], period: Period = '2025-06') =>
    PolicyPacks.fromFiles(files).parametersFor('430200', period).fingerprint;

  it('is the same for the same content, whatever the order of files, comments and notes', () => {
    expect(of([...shipped].reverse())).toBe(of(shipped));
    expect(of(shipped.map((file) => ({ ...file, text: `# comment\n${file.text}` })))).toBe(of(shipped));
    expect(of(edit('CN/labour.yaml', 'note: commonly known', 'note: reworded'))).toBe(of(shipped));
  });

  it('changes with a value, its source or its confidence, in the months they hold', () => {
    const changed = edit('430000/insurance.yaml', "value: '4072'", "value: '4073'");
    expect(of(changed)).not.toBe(of(shipped));
    expect(of(changed, '2024-12')).toBe(of(shipped, '2024-12'));
    expect(of(edit('430200/labour.yaml', '湖南省最低工资标准（人社部', '（人社部'))).not.toBe(of(shipped));
    expect(of(edit('CN/labour.yaml', 'confidence: unconfirmed', 'confidence: confirmed'))).not.toBe(of(shipped));
  });
});

describe('what a pack file may not hold', () => {
  it.each<[string, string, string, string[]]>([
    ['an unquoted float', 'insurance.floor', value('4072.5'), ['POLICY_UNQUOTED insurance.floor[0].value']],
    ['an unquoted integer', 'insurance.floor', value('4072'), ['POLICY_UNQUOTED insurance.floor[0].value']],
    ['three decimals', 'insurance.floor', value("'4072.125'"), ['TOO_MANY_DECIMALS insurance.floor[0].value']],
    ['a negative amount', 'insurance.floor', value("'-1'"), ['NEGATIVE_AMOUNT insurance.floor[0].value']],
    ['no number', 'insurance.floor', value("'4,072'"), ['NOT_A_NUMBER insurance.floor[0].value']],
    ['an exponent', 'insurance.floor', value("'1e3'"), ['NOT_A_NUMBER insurance.floor[0].value']],
    ['a list for an amount', 'insurance.floor', value('[]'), ['POLICY_WRONG_TYPE insurance.floor[0].value']],
    ['a rate above 1', 'housing_fund.max_rate', value("'12'"), ['OUT_OF_RANGE housing_fund.max_rate[0].value']],
    ['a divisor of zero', 'labour.hours_per_day', value("'0'"), ['OUT_OF_RANGE labour.hours_per_day[0].value']],
    [
      'a flag as text',
      'insurance.contributes_in_joining_month',
      value("'true'"),
      ['POLICY_WRONG_TYPE insurance.contributes_in_joining_month[0].value'],
    ],
    ['an unknown choice', 'housing_fund.mode', value('up_half'), ['POLICY_WRONG_TYPE housing_fund.mode[0].value']],
    [
      'a date that does not exist',
      'income_tax.bonus_separate_until',
      value('2027-02-29'),
      ['NOT_A_DATE income_tax.bonus_separate_until[0].value'],
    ],
    ['an unknown parameter', 'insurance.roof', value("'1'"), ['POLICY_UNKNOWN_PARAMETER insurance.roof']],
    ['an inherited name', 'toString', value("'1'"), ['POLICY_UNKNOWN_PARAMETER toString']],
    ['no list', 'insurance.floor', "'4072'", ['POLICY_WRONG_TYPE insurance.floor']],
    [
      'a missing value',
      'insurance.floor',
      '[{ valid_from: 2023-01, source: x, confidence: confirmed }]',
      ['MISSING_FIELD insurance.floor[0].value'],
    ],
    [
      'a missing source',
      'insurance.floor',
      "[{ valid_from: 2023-01, confidence: confirmed, value: '1' }]",
      ['MISSING_FIELD insurance.floor[0].source'],
    ],
    [
      'an empty source',
      'insurance.floor',
      "[{ valid_from: 2023-01, source: ' ', confidence: confirmed, value: '1' }]",
      ['MISSING_FIELD insurance.floor[0].source'],
    ],
    [
      'no confidence',
      'insurance.floor',
      "[{ valid_from: 2023-01, source: x, value: '1' }]",
      ['MISSING_FIELD insurance.floor[0].confidence'],
    ],
    [
      'a third confidence',
      'insurance.floor',
      "[{ valid_from: 2023-01, source: x, confidence: maybe, value: '1' }]",
      ['POLICY_WRONG_TYPE insurance.floor[0].confidence'],
    ],
    [
      'no start',
      'insurance.floor',
      "[{ source: x, confidence: confirmed, value: '1' }]",
      ['MISSING_FIELD insurance.floor[0].valid_from'],
    ],
    ['month 13', 'insurance.floor', value("'1'", '2023-13'), ['NOT_A_DATE insurance.floor[0].valid_from']],
    [
      'an end before its start',
      'insurance.floor',
      "[{ valid_from: 2023-02, valid_to: 2023-02, source: x, confidence: confirmed, value: '1' }]",
      ['EMPTY_RANGE insurance.floor[0].valid_to'],
    ],
    [
      'an unknown key',
      'insurance.floor',
      "[{ from: 1, valid_from: 2023-02, source: x, confidence: confirmed, value: '1' }]",
      ['UNKNOWN_FIELD insurance.floor[0].from'],
    ],
    [
      'an unknown scheme field',
      'insurance.injury',
      value("{ employer_rate: '0.1', deductible: true, employer: '1' }"),
      ['UNKNOWN_FIELD insurance.injury[0].value.employer'],
    ],
    [
      'a scheme that nobody pays',
      'insurance.injury',
      value('{ deductible: true }'),
      ['MISSING_FIELD insurance.injury[0].value.employer_rate'],
    ],
    [
      'a scheme without its tax mark',
      'insurance.injury',
      value("{ employer_rate: '0.1' }"),
      ['MISSING_FIELD insurance.injury[0].value.deductible'],
    ],
    [
      'a missing overtime rate',
      'labour.overtime_rates',
      value("{ weekday: '1.5', restday: '2' }"),
      ['MISSING_FIELD labour.overtime_rates[0].value.holiday'],
    ],
    [
      'a labour cost without its ratio',
      'income_tax.labour_cost',
      value("{ fixed: '800', fixed_up_to: '4000' }"),
      ['MISSING_FIELD income_tax.labour_cost[0].value.ratio'],
    ],
  ])('%s', (_, key, list, expected) => {
    expect(refusedValue(key, list)).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ['no rows', '[]', ['MISSING_FIELD ']],
    [
      'edges that fall',
      "[{ up_to: '9', rate: '0.1', quick: '0' }, { up_to: '9', rate: '0.2', quick: '0.9' }, { up_to: null, rate: '0.3', quick: '1.8' }]",
      ['POLICY_NOT_ASCENDING [1].up_to'],
    ],
    [
      'rates that fall',
      "[{ up_to: '9', rate: '0.1', quick: '0' }, { up_to: null, rate: '0.1', quick: '0' }]",
      ['POLICY_NOT_ASCENDING [1].rate'],
    ],
    [
      'an open row before the last',
      "[{ up_to: null, rate: '0.1', quick: '0' }, { up_to: null, rate: '0.2', quick: '0' }]",
      ['POLICY_NOT_ASCENDING [0].up_to'],
    ],
    ['no open row', "[{ up_to: '9', rate: '0.1', quick: '0' }]", ['POLICY_NOT_ASCENDING [0].up_to']],
    ['a missing edge', "[{ rate: '0.1', quick: '0' }]", ['MISSING_FIELD [0].up_to']],
    [
      'a quick deduction that does not join',
      "[{ up_to: '9', rate: '0.1', quick: '0' }, { up_to: null, rate: '0.2', quick: '0.89' }]",
      ['POLICY_QUICK_DEDUCTION [1].quick'],
    ],
  ])('a tax table with %s', (_, table, expected) => {
    expect(refusedValue('income_tax.labour_table', value(table))).toEqual(
      expected.map((e) => e.replace(' ', ' income_tax.labour_table[0].value')),
    );
  });

  it.each<[string, PackFile, string[]]>([
    ['broken YAML', pack('CN', 'x.yaml', 'layer: CN\nparameters: [1'), ['POLICY_NOT_YAML CN/x.yaml ']],
    ['a key twice', pack('CN', 'x.yaml', 'layer: CN\nlayer: CN'), ['POLICY_KEY_TWICE CN/x.yaml ']],
    ['an alias to nothing', pack('CN', 'x.yaml', 'layer: *none'), ['POLICY_ALIAS CN/x.yaml ']],
    ['an empty file', pack('CN', 'x.yaml', ''), ['MISSING_FIELD CN/x.yaml ']],
    ['a strange key', pack('CN', 'x.yaml', 'layer: CN\nparameter: {}'), ['UNKNOWN_FIELD CN/x.yaml parameter']],
    ['another folder’s layer', pack('CN', 'x.yaml', "layer: '430000'"), ['POLICY_OTHER_LAYER CN/x.yaml layer']],
    ['a layer as a number', pack('430000', 'x.yaml', 'layer: 430000'), ['POLICY_WRONG_TYPE 430000/x.yaml layer']],
    ['a folder that is no layer', pack('hunan', 'x.yaml', 'layer: hunan'), ['POLICY_UNKNOWN_LAYER hunan/x.yaml ']],
    [
      'a coverage that ends before it starts',
      pack('CN', 'x.yaml', 'layer: CN\ncoverage: { from: 2025-02, to: 2025-01 }'),
      ['EMPTY_RANGE CN/x.yaml coverage'],
    ],
    [
      'a coverage by days',
      pack('CN', 'x.yaml', 'layer: CN\ncoverage: { from: 2025-02-01, to: 2025-03 }'),
      ['NOT_A_PERIOD CN/x.yaml coverage.from'],
    ],
    [
      'a second coverage',
      pack('430200', 'x.yaml', "layer: '430200'\ncoverage: { from: 2025-01, to: 2025-01 }"),
      ['DUPLICATE 430200/x.yaml coverage'],
    ],
  ])('%s', (_, file, expected) => {
    expect(refusal([...shipped, file])).toEqual(expected);
  });

  it('two values of one layer for the same months, in one file or in two', () => {
    const again = pack(
      '430000',
      'more.yaml',
      `layer: '430000'\nparameters:\n  insurance.floor: ${value("'1'", '2025-01')}`,
    );
    expect(refusal([...shipped, again])).toEqual([
      'POLICY_OVERLAP 430000/more.yaml parameters.insurance.floor[0].valid_from',
    ]);
    const long = edit('430000/insurance.yaml', 'valid_from: 2023-01', 'valid_from: 2023-01\n      valid_to: 2024-02');
    expect(refusal(long)).toEqual(['POLICY_OVERLAP 430000/insurance.yaml parameters.insurance.floor[1].valid_from']);
  });

  it('months without a value inside the coverage, told as ranges', () => {
    const short = edit('430200/labour.yaml', 'valid_from: 2024-12', 'valid_from: 2024-12\n      valid_to: 2025-03');
    expect(refusal(short)).toEqual(['POLICY_GAP 430200/coverage.yaml coverage']);
    try {
      PolicyPacks.fromFiles(edit('430200/coverage.yaml', 'from: 2023-01, to: 2026-12', 'from: 2022-11, to: 2026-12'));
      throw new Error('was taken');
    } catch (error) {
      const gaps = (error as DomainError).details.map((d) => d.params);
      expect(gaps).toContainEqual({ key: 'insurance.floor', region: '430200', from: '2022-11', to: '2022-12' });
      expect(gaps.map((gap) => gap.key)).not.toContain('labour.minimum_wage');
    }
  });

  it('a floor above its ceiling', () => {
    expect(refusal(edit('430200/housing-fund.yaml', "value: '31291'", "value: '2099'"))).toEqual([
      'POLICY_BOUNDS_CROSSED 430200/housing-fund.yaml parameters.housing_fund.floor[0].value',
    ]);
  });

  it('nothing that covers a region', () => {
    expect(refusal([])).toEqual(['POLICY_NO_COVERAGE undefined undefined']);
  });

  it('and tells all of it at once', () => {
    const bad = edit('CN/income-tax.yaml', "value: '5000'", 'value: 5000');
    expect(refusal([...bad, pack('CN', 'a.yaml', '['), pack('430200', 'b.yaml', 'layer: CN\nx: 1')])).toEqual([
      'POLICY_UNQUOTED CN/income-tax.yaml parameters.income_tax.basic_deduction_per_month[0].value',
      'POLICY_NOT_YAML CN/a.yaml ',
      'UNKNOWN_FIELD 430200/b.yaml x',
      'POLICY_OTHER_LAYER 430200/b.yaml layer',
    ]);
  });

  it('a folder that cannot be read', () => {
    expect(() => PolicyPacks.load('/no/such/folder')).toThrow(
      expect.objectContaining({ code: 'POLICY_DIR_UNREADABLE', params: { dir: '/no/such/folder', reason: 'ENOENT' } }),
    );
  });
});
