import { DomainError, ratio } from '@gridstaff/kernel';
import { isFunctionName, namesIn, parseFormula, tablesIn, type Node } from './parser';
import { isFormulaName, tokenize } from './tokens';

/** A parsed formula as a fully bracketed text, so that precedence is seen. */
function bracketed(node: Node): string {
  switch (node.kind) {
    case 'number':
      return ratio.formatRational(node.value);
    case 'name':
      return node.name;
    case 'minus':
      return `-${bracketed(node.x)}`;
    case 'arithmetic':
      return `(${bracketed(node.a)} ${node.operator} ${bracketed(node.b)})`;
    case 'if':
      return `if(${[`${bracketed(node.a)} ${node.comparison} ${bracketed(node.b)}`, bracketed(node.then), bracketed(node.otherwise)].join(', ')})`;
    case 'extreme':
      return `${node.which}(${node.of.map(bracketed).join(', ')})`;
    case 'round':
      return `round(${bracketed(node.x)}, ${node.unit})`;
    case 'lookup':
      return `${node.table}[${bracketed(node.x)}]`;
  }
}
const refusal = (formula: string): [string, DomainError['params']] => {
  try {
    parseFormula(formula);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.params];
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('parsing', () => {
  it.each([
    ['a - b - c', '((a - b) - c)'],
    ['a / b / c * d', '(((a / b) / c) * d)'],
    ['a + b * c - d', '((a + (b * c)) - d)'],
    ['a−b－c', '((a - b) - c)'],
    ['a＋b×c÷d', '(a + ((b * c) / d))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['（a ＋ b） * c', '((a + b) * c)'],
    ['- a * b', '(-a * b)'],
    ['--a', '--a'],
    ['2 - -a', '(2 - -a)'],
    ['1.50', '3/2'],
    ['12元', '1200'],
    ['0.5元', '50'],
    ['7.5%', '3/40'],
    ['7.5％', '3/40'],
    ['1元%', null],
    ['\ta\r\n+\u3000b ', '(a + b)'],
    ['A_1 + a', '(A_1 + a)'],
    ['工龄2', '工龄2'],
    ['IF(a<b,1,2)', 'if(a < b, 1, 2)'],
    ['IF(a＜b,1,2)', 'if(a < b, 1, 2)'],
    ['IF(a<=b,1,2)', 'if(a <= b, 1, 2)'],
    ['IF(a≤b,1,2)', 'if(a <= b, 1, 2)'],
    ['IF(a>b,1,2)', 'if(a > b, 1, 2)'],
    ['IF(a＞b,1,2)', 'if(a > b, 1, 2)'],
    ['IF(a>=b,1,2)', 'if(a >= b, 1, 2)'],
    ['如果(a≥b，1，2)', 'if(a >= b, 1, 2)'],
    ['IF(a=b,1,2)', 'if(a = b, 1, 2)'],
    ['IF(a==b,1,2)', 'if(a = b, 1, 2)'],
    ['IF(a<>b,1,2)', 'if(a <> b, 1, 2)'],
    ['IF(a!=b,1,2)', 'if(a <> b, 1, 2)'],
    ['IF(a≠b,1,2)', 'if(a <> b, 1, 2)'],
    ['IF(a + 1 < b * 2, c - 1, -d)', 'if((a + 1) < (b * 2), (c - 1), -d)'],
    ['MIN(a)', 'min(a)'],
    ['最小(a, b - 1, c)', 'min(a, (b - 1), c)'],
    ['MAX(a, b)', 'max(a, b)'],
    ['最大(a, b)', 'max(a, b)'],
    ['ROUND(a)', 'round(a, 1)'],
    ['四舍五入(a + 1, 1)', 'round((a + 1), 1)'],
    ['ROUND(a, 10000元)', 'round(a, 1000000)'],
    ['LOOKUP(t, a + 1)', 't[(a + 1)]'],
    ['查表(等级, a)', '等级[a]'],
    ['MIN(IF(a < 1, 2, 3), LOOKUP(t, ROUND(b, 100)))', 'min(if(a < 1, 2, 3), t[round(b, 100)])'],
  ])('%p is %s', (formula, want) => {
    if (want === null) expect(refusal(formula)[0]).toBe('FORMULA_SYNTAX');
    else expect(bracketed(parseFormula(formula))).toBe(want);
  });

  it.each<[string, string, DomainError['params']]>([
    ['', 'FORMULA_SYNTAX', { position: 1, found: 'end' }],
    ['a +', 'FORMULA_SYNTAX', { position: 4, found: 'end' }],
    ['a b', 'FORMULA_SYNTAX', { position: 3, found: 'b' }],
    ['a 1.5', 'FORMULA_SYNTAX', { position: 3, found: '3/2' }],
    ['(a *', 'FORMULA_SYNTAX', { position: 5, found: 'end' }],
    ['a * / b', 'FORMULA_SYNTAX', { position: 5, found: '/' }],
    ['+a', 'FORMULA_SYNTAX', { position: 1, found: '+' }],
    ['(a))', 'FORMULA_SYNTAX', { position: 4, found: ')' }],
    ['a ^ b', 'FORMULA_SYNTAX', { position: 3, found: '^' }],
    ['a 😀', 'FORMULA_SYNTAX', { position: 3, found: '😀' }],
    ['1x', 'FORMULA_SYNTAX', { position: 2, found: 'x' }],
    ['1.2.3', 'FORMULA_SYNTAX', { position: 4, found: '.' }],
    ['1_', 'FORMULA_SYNTAX', { position: 2, found: '_' }],
    ['1元工龄', 'FORMULA_SYNTAX', { position: 3, found: '工' }],
    [`${'9'.repeat(14)}`, 'FORMULA_SYNTAX', { position: 14, found: '9' }],
    [`0.${'9'.repeat(11)}`, 'FORMULA_SYNTAX', { position: 13, found: '9' }],
    ['valueOf', 'FORMULA_SYNTAX', { position: 1, found: 'valueOf' }],
    ['constructor'.padEnd(60, 'x') + ' y', 'FORMULA_SYNTAX', { position: 62, found: 'y' }],
    [`a ${'b'.repeat(60)}`, 'FORMULA_SYNTAX', { position: 3, found: 'b'.repeat(40) }],
    ['a < b', 'FORMULA_TYPE', { position: 3 }],
    ['MIN(a < b)', 'FORMULA_TYPE', { position: 7 }],
    ['IF(a, b, c)', 'FORMULA_TYPE', { position: 5 }],
    ['IF a', 'FORMULA_SYNTAX', { position: 4, found: 'a' }],
    ['IF(a < b c, d, e)', 'FORMULA_SYNTAX', { position: 10, found: 'c' }],
    ['IF(a < b, c d)', 'FORMULA_SYNTAX', { position: 13, found: 'd' }],
    ['IF(a < b, c, d, e)', 'FORMULA_SYNTAX', { position: 15, found: ',' }],
    ['MIN(a; b)', 'FORMULA_SYNTAX', { position: 6, found: ';' }],
    ['MIN(a b)', 'FORMULA_SYNTAX', { position: 7, found: 'b' }],
    ['ROUND(a b)', 'FORMULA_SYNTAX', { position: 9, found: 'b' }],
    ['ROUND(a, b)', 'FORMULA_SYNTAX', { position: 10, found: 'b' }],
    ['ROUND(a, 0)', 'FORMULA_SYNTAX', { position: 10, found: '0' }],
    ['ROUND(a, 1.5)', 'FORMULA_SYNTAX', { position: 10, found: '1' }],
    ['ROUND(a, 1000001)', 'FORMULA_SYNTAX', { position: 10, found: '1000001' }],
    ['ROUND(a, 10 b)', 'FORMULA_SYNTAX', { position: 13, found: 'b' }],
    ['LOOKUP(1, a)', 'FORMULA_SYNTAX', { position: 8, found: '1' }],
    ['LOOKUP(MIN, a)', 'FORMULA_SYNTAX', { position: 8, found: 'MIN' }],
    ['LOOKUP(t a)', 'FORMULA_SYNTAX', { position: 10, found: 'a' }],
    ['LOOKUP(t, a b)', 'FORMULA_SYNTAX', { position: 13, found: 'b' }],
    ['1 + f(a)', 'FORMULA_UNKNOWN_NAME', { name: 'f', position: 5 }],
    ['hasOwn(a)', 'FORMULA_UNKNOWN_NAME', { name: 'hasOwn', position: 1 }],
  ])('refuses %p: %s %j', (formula, code, params) => {
    expect(refusal(formula)).toEqual([code, params]);
  });

  const nested = (depth: number): string => '('.repeat(depth - 1) + 'a' + ')'.repeat(depth - 1);
  it.each<[string, string, DomainError['params'] | null]>([
    ['32 deep', nested(32), null],
    ['33 deep', nested(33), { position: 33, limit: 32 }],
    ['32 deep twice', `${nested(32)} + ${nested(32)}`, null],
    ['31 signs', `${'-'.repeat(31)}a`, null],
    ['32 signs', `${'-'.repeat(32)}a`, { position: 33, limit: 32 }],
    ['499 tokens', `${'1+'.repeat(249)}1`, null],
    ['500 tokens', `${'1+'.repeat(249)}-1`, null],
    ['501 tokens', `${'1+'.repeat(250)}1`, { position: 501, limit: 500 }],
    ['2,000 characters', 'a'.padEnd(2_000), null],
    ['2,001 characters', 'a'.padEnd(2_001), { position: 2_001, limit: 2_000 }],
  ])('%s', (_, formula, params) => {
    if (params) expect(refusal(formula)).toEqual(['FORMULA_LIMIT', params]);
    else expect(parseFormula(formula)).toBeDefined();
  });

  it('tells every name and table once, where it first stands', () => {
    const node = parseFormula('-a + IF(b < LOOKUP(t, c), MIN(d, a), ROUND(e)) × LOOKUP(u, LOOKUP(t, f))');
    expect([...namesIn(node)]).toEqual([
      ['a', 2],
      ['b', 9],
      ['c', 23],
      ['d', 31],
      ['e', 44],
      ['f', 70],
    ]);
    expect([...tablesIn(node)]).toEqual([
      ['t', 20],
      ['u', 57],
    ]);
    expect(namesIn(parseFormula('1 + 2')).size).toBe(0);
  });

  it('tells where each part stands', () => {
    const positions = (node: Node): number[] => {
      const children = {
        arithmetic: ['a', 'b'],
        minus: ['x'],
        if: ['a', 'b', 'then', 'otherwise'],
        round: ['x'],
      } as Record<string, string[]>;
      const inner = (children[node.kind] ?? []).map((name) => (node as unknown as Record<string, Node>)[name] as Node);
      return [node.at, ...inner.flatMap(positions)];
    };
    expect(positions(parseFormula('a × 2 + -ROUND(b)'))).toEqual([7, 3, 1, 5, 9, 10, 16]);
    expect(positions(parseFormula(' IF(a < 1, b, 5元)'))).toEqual([2, 5, 9, 12, 15]);
  });

  it('knows the words of the language, and nothing inherited', () => {
    for (const name of ['IF', '如果', 'MIN', '最小', 'MAX', '最大', 'ROUND', '四舍五入', 'LOOKUP', '查表'])
      expect([name, isFunctionName(name)]).toEqual([name, true]);
    for (const name of ['if', 'constructor', 'toString', 'hasOwnProperty', ''])
      expect([name, isFunctionName(name)]).toEqual([name, false]);
  });

  it.each([
    ...['constructor', 'prototype', 'this', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf'],
    ...['propertyIsEnumerable', '', '1a', '_a', 'a.b', 'a b', 'a-b', ' a', 'a ', '５a', 'é', 'a\u0000'],
  ])('%p is no name', (text) => expect(isFormulaName(text)).toBe(false));

  it.each(['a', 'Z9', 'x_y', '岗位工资', '一', '鿿', 'constructors', 'This', 'a1_中'])('%p is a name', (text) =>
    expect(isFormulaName(text)).toBe(true),
  );

  it('ends every list of tokens, and starts anew each time', () => {
    expect(tokenize('')).toEqual([{ kind: 'end', at: 1 }]);
    expect(tokenize('ab  ')).toEqual([
      { kind: 'name', name: 'ab', at: 1 },
      { kind: 'end', at: 5 },
    ]);
    expect(tokenize('12')).toEqual(tokenize('12'));
  });
});
