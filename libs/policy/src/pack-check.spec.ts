import { PARAMETER_NAMES, toProblem } from '@gridstaff/contracts';

import { checkPack, defaultPolicyDir, MAX_PACK_BYTES, type PackCheck, PolicyPacks, readPackFiles } from '.';
import { PARAMETER_KEYS } from './schema/parameters';

const shipped = PolicyPacks.fromFiles(readPackFiles(defaultPolicyDir()));
const check = (text: string): PackCheck => checkPack(shipped, text, 'new.yaml');
const floor = (dates: string, amount: string): string =>
  `layer: '430000'\nparameters:\n  insurance.floor:\n    - { ${dates}, source: 新文件, confidence: confirmed, value: '${amount}' }\n`;
const found = (text: string): string[] => {
  const { findings, packs, changes } = check(text);
  expect([packs, changes]).toEqual([undefined, []]);
  for (const finding of findings) expect(toProblem(finding).zh).not.toMatch(/系统内部错误|undefined|\{/);
  return findings.map((f) => `${f.code} ${f.place.file} ${f.place.path}`);
};

describe('a pack above those in force', () => {
  it('stands for its own months and lets the rest be', () => {
    const { packs, changes, findings, layer } = check(floor('valid_from: 2025-04, valid_to: 2025-07', '4200'));
    expect([findings, layer]).toEqual([[], '430000']);
    const of = (period: string): number | undefined => packs?.parametersFor('430200', period).insurance.floor.value;
    expect(['2025-03', '2025-04', '2025-06', '2025-07', '2026-01'].map(of)).toEqual([
      ...[407_200, 420_000, 420_000, 407_200],
      shipped.parametersFor('430200', '2026-01').insurance.floor.value,
    ]);
    expect(changes).toEqual([
      {
        ...{ region: '430200', key: 'insurance.floor', from: '2025-04', to: '2025-06', what: 'value' },
        before: expect.objectContaining({ value: 407_200, layer: '430000' }) as unknown,
        after: expect.objectContaining({ value: 420_000, source: '新文件', confidence: 'confirmed' }) as unknown,
      },
    ]);
  });

  it('ends, where it states no end, with the next value of its layer', () => {
    const { packs } = check(floor('valid_from: 2024-03', '4000'));
    const next = shipped.list('430200').find((v) => v.key === 'insurance.floor' && v.validFrom > '2024-03-01');
    expect(next?.validFrom).toMatch(/-01$/);
    const of = (period: string): number | undefined => packs?.parametersFor('430200', period).insurance.floor.value;
    expect(of('2024-03')).toBe(400_000);
    expect(of(next?.validFrom.slice(0, 7) ?? '')).toBe(next?.value);
  });

  it('can put another value in the place of one with the same start, and a later pack another one on top', () => {
    const first = check(floor('valid_from: 2025-01', '4100')).packs as PolicyPacks;
    const second = checkPack(first, floor('valid_from: 2025-02, valid_to: 2025-03', '4150'), 'second.yaml');
    const of = (period: string): number | undefined =>
      second.packs?.parametersFor('430200', period).insurance.floor.value;
    expect(['2025-01', '2025-02', '2025-03'].map(of)).toEqual([410_000, 415_000, 410_000]);
    expect(second.changes).toHaveLength(1);
  });

  it('tells a change of source or confidence apart from one of value', () => {
    const text = `layer: '430000'\nparameters:\n  insurance.floor:\n    - { valid_from: 2025-01, valid_to: 2026-01, source: 已核对, confidence: confirmed, value: '4072' }`;
    expect(check(text).changes.map((c) => [c.from, c.to, c.what])).toEqual([['2025-01', '2025-12', 'origin']]);
  });

  it('may declare more months, and nothing less', () => {
    const longer = check(`layer: '430200'\ncoverage: { from: 2023-01, to: 2027-03 }`);
    expect(longer.findings).toEqual([]);
    expect(longer.packs?.parametersFor('430200', '2027-03').region).toBe('430200');
    expect(new Set(longer.changes.map((c) => `${c.from} ${c.to} ${String(c.before)}`))).toEqual(
      new Set(['2027-01 2027-03 null']),
    );
    expect(found(`layer: '430200'\ncoverage: { from: 2023-02, to: 2027-03 }`)).toEqual([
      'POLICY_COVERAGE_SHRINKS new.yaml coverage',
    ]);
  });

  it('changes nothing when it says what is in force', () => {
    expect(check(`layer: '430200'`)).toMatchObject({ findings: [], changes: [] });
  });
});

it('says in so many letters that a region has not an insurance; an empty value is a slip of the pen', () => {
  const stated = (value: string): string =>
    `layer: '430200'\nparameters:\n  insurance.injury:\n    - { valid_from: 2025-01, valid_to: 2026-01, source: x, confidence: confirmed, value: ${value} }`;
  const names = (period: string): string[] =>
    check(stated('none'))
      .packs?.parametersFor('430200', period)
      .insurance.schemes.map((s) => s.value.name) ?? [];
  expect([names('2024-12'), names('2025-01')].map((list) => list.includes('injury'))).toEqual([true, false]);
  expect(found(stated(''))).toEqual(['MISSING_FIELD new.yaml parameters.insurance.injury[0].value']);
});

describe('a pack that cannot be used', () => {
  it.each<[string, string, string[]]>([
    [
      'two values for one month',
      floor('valid_from: 2025-01', '4100') +
        "    - { valid_from: 2025-01, source: x, confidence: confirmed, value: '4200' }",
      ['POLICY_OVERLAP new.yaml parameters.insurance.floor[1].valid_from'],
    ],
    [
      'an unknown key',
      `layer: '430000'\nparameters: { insurance.roof: [] }`,
      ['POLICY_UNKNOWN_PARAMETER new.yaml parameters.insurance.roof'],
    ],
    [
      'a float',
      floor('valid_from: 2025-01', '1').replace("'1'", '4100.5'),
      ['POLICY_UNQUOTED new.yaml parameters.insurance.floor[0].value'],
    ],
    [
      'a day that does not exist',
      floor('valid_from: 2025-02-30', '4100'),
      ['NOT_A_DATE new.yaml parameters.insurance.floor[0].valid_from'],
    ],
    [
      'a floor above the ceiling',
      floor('valid_from: 2025-04, valid_to: 2025-05', '99999'),
      ['POLICY_BOUNDS_CROSSED new.yaml parameters.insurance.floor[0].value'],
    ],
    ['no layer', 'parameters: {}', ['MISSING_FIELD new.yaml layer']],
    ['no region', 'layer: hunan', ['POLICY_UNKNOWN_LAYER new.yaml layer']],
    [
      'months of a thousand years',
      `layer: '430200'\ncoverage: { from: 1500-01, to: 9999-12 }`,
      ['OUT_OF_RANGE new.yaml coverage'],
    ],
    [
      'a key twice',
      `layer: '430000'\nparameters: { insurance.floor: [], insurance.floor: [] }`,
      ['POLICY_KEY_TWICE new.yaml '],
    ],
    ['too much text', `# ${'条'.repeat(350_000)}\nlayer: '430000'`, ['POLICY_TOO_LARGE new.yaml ']],
    ['one byte too many', `layer: '430000' #${'x'.repeat(MAX_PACK_BYTES - 16)}`, ['POLICY_TOO_LARGE new.yaml ']],
    ['brackets without end', '['.repeat(50_000), ['POLICY_NOT_YAML new.yaml ']],
    ['an alias', `layer: &l '430000'\nparameters: *l`, ['POLICY_ALIAS new.yaml ']],
    ['a foreign tag', `layer: !!js/function 'x'`, ['POLICY_NOT_YAML new.yaml ']],
    ['two documents', `layer: '430000'\n---\nlayer: '430200'`, ['POLICY_NOT_YAML new.yaml ']],
    ['a prototype', `layer: '430000'\n__proto__: { coverage: 1 }`, ['UNKNOWN_FIELD new.yaml __proto__']],
    [
      'a source with an escape character',
      floor('valid_from: 2025-01', '4100').replace('新文件', '"\\e[2J"'),
      ['POLICY_TEXT new.yaml parameters.insurance.floor[0].source'],
    ],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('months that it declares and nobody states', () => {
    const gaps = found(`layer: '430200'\ncoverage: { from: 2022-12, to: 2026-12 }`);
    expect(new Set(gaps)).toEqual(new Set(['POLICY_GAP new.yaml coverage']));
  });

  it('aliases of aliases, in no time', () => {
    const levels = Array.from(
      { length: 40 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(10).fill(`*l${i}`).join(', ')}]`,
    );
    const started = process.hrtime.bigint();
    expect(found(['l0: &l0 lol', ...levels].join('\n'))).toEqual(['POLICY_ALIAS new.yaml ']);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(1_000);
  });
});

it('every parameter has a name in both languages, and no other has', () => {
  expect(Object.keys(PARAMETER_NAMES)).toEqual(PARAMETER_KEYS);
  for (const { zh, en } of Object.values(PARAMETER_NAMES)) expect(zh && en && zh !== en).toBe(true);
});
