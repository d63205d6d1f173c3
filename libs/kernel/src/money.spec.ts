import {
  assertFen,
  DomainError,
  formatYuan,
  parseYuan,
  ratio,
  splitByLargestRemainder,
  sumFen,
  type Rational,
  type RoundingMode,
} from '.';

const refusal = (run: () => unknown): Partial<DomainError> => {
  try {
    run();
  } catch (error) {
    const { code, params, place } = error as DomainError;
    return { code, params, place };
  }
  throw new Error('nothing was refused');
};
const MAX = Number.MAX_SAFE_INTEGER;
const LONG = '1'.repeat(50);
const show = (x: Rational): string => ratio.formatRational(x);

describe('fen', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99, '0.99'],
    [100, '1.00'],
    [-12_345, '-123.45'],
    [407_200, '4072.00'],
    [MAX, '90071992547409.91'],
  ])('prints %d fen as %s yuan and reads it back', (fen, text) => {
    expect(formatYuan(fen)).toBe(text);
    expect(parseYuan(text)).toBe(fen);
  });

  it.each([
    ['+7', 700],
    ['7.5', 750],
    ['007.05', 705],
    ['-0.00', 0],
    ['90071992547409', 9_007_199_254_740_900],
  ])('reads %s yuan', (text, fen) => expect(parseYuan(text)).toBe(fen));

  it.each([
    ['0.005', 'TOO_MANY_DECIMALS'],
    ['-12.3456', 'TOO_MANY_DECIMALS'],
    ['+1.000', 'TOO_MANY_DECIMALS'],
    ['x1.000', 'NOT_A_NUMBER'],
    ['1.000x', 'NOT_A_NUMBER'],
    ['1.00x', 'NOT_A_NUMBER'],
    ['x1.00', 'NOT_A_NUMBER'],
    ['1.2.345', 'NOT_A_NUMBER'],
    ['.005', 'NOT_A_NUMBER'],
    ['--1', 'NOT_A_NUMBER'],
    ['1'.repeat(15), 'NOT_A_NUMBER'],
    ['99999999999999.99', 'NOT_A_NUMBER'],
  ])('refuses %s yuan: %s, telling the text and the field', (text, code) => {
    expect(refusal(() => parseYuan(text, 'wage'))).toMatchObject({ code, place: { field: 'wage' } });
  });

  it('shows of a text no more than forty characters', () => {
    expect(refusal(() => parseYuan(LONG)).params).toEqual({ value: LONG.slice(0, 40) });
    expect(refusal(() => ratio.parseDecimal(LONG)).params).toEqual({ value: LONG.slice(0, 40) });
    expect(refusal(() => ratio.parseRational(`${LONG}${LONG}`)).params).toEqual({ value: LONG.slice(0, 40) });
  });

  it('keeps to whole fen that are exact', () => {
    expect(assertFen(-3)).toBe(-3);
    expect(Object.is(assertFen(-0), 0)).toBe(true);
    for (const value of [0.5, NaN, Infinity, MAX + 1])
      expect(refusal(() => assertFen(value, 'pay'))).toEqual({
        code: 'NOT_A_NUMBER',
        params: { value: String(value) },
        place: { field: 'pay' },
      });
    expect(refusal(() => formatYuan(0.5)).code).toBe('NOT_A_NUMBER');
  });

  it('adds up, and refuses a sum that is not exact', () => {
    expect([sumFen([]), sumFen([5, -7, 100]), sumFen(new Set([1, 2]))]).toEqual([0, 98, 3]);
    expect(refusal(() => sumFen([MAX, 1])).code).toBe('NOT_A_NUMBER');
  });

  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [101, [1, 1, 1], [34, 34, 33]],
    [-100, [1, 1, 1], [-34, -33, -33]],
    [10, [1, 2, 4], [1, 3, 6]],
    [10, [4, 2, 1], [6, 3, 1]],
    [10, [5, 1, 1], [7, 2, 1]],
    [2, [1, 1, 1, 1], [1, 1, 0, 0]],
    [1, [1, 3], [0, 1]],
    [1, [3, 1], [1, 0]],
    [3, [0, 2, 0], [0, 3, 0]],
    [-1, [3, 1], [-1, 0]],
    [0, [1, 2], [0, 0]],
    [MAX, [MAX, MAX], [4_503_599_627_370_496, 4_503_599_627_370_495]],
  ])('splits %d by %j into %j', (total, weights, parts) => {
    const split = splitByLargestRemainder(total, weights);
    expect(split).toEqual(parts);
    expect(split.some((part) => Object.is(part, -0))).toBe(false);
  });

  it.each([[[]], [[0, 0]], [[2, -1]], [[-1, -1]], [[-1, 1]]])('refuses the weights %j', (weights) => {
    expect(refusal(() => splitByLargestRemainder(1, weights))).toMatchObject({
      code: 'OUT_OF_RANGE',
      params: { value: weights.join(',') },
    });
  });
});

describe('exact numbers', () => {
  it.each([
    [1, 2, '1/2'],
    [6, -4, '-3/2'],
    [-6, -4, '3/2'],
    [0, -5, '0'],
    [-0, 1, '0'],
    [12, 4, '3'],
    [7, 1, '7'],
    [7, -1, '-7'],
  ])('%d / %d is %s', (n, d, text) => {
    const x = ratio.rational(n, d);
    expect(show(x)).toBe(text);
    expect(x.d > 0).toBe(true);
    expect(Object.is(x.n, -0)).toBe(false);
    expect(ratio.parseRational(text)).toEqual(x);
  });

  it('refuses a denominator of zero and numbers that are not exact', () => {
    expect(refusal(() => ratio.rational(1, 0)).code).toBe('DIVIDE_BY_ZERO');
    expect(refusal(() => ratio.parseRational('1/0')).code).toBe('DIVIDE_BY_ZERO');
    expect(refusal(() => ratio.divide(ratio.parseRational('9'.repeat(30)), ratio.ZERO)).code).toBe('DIVIDE_BY_ZERO');
    for (const [n, d] of [
      [0.5, 1],
      [1, 0.5],
      [MAX + 1, 1],
      [1, NaN],
    ] as const)
      expect(refusal(() => ratio.rational(n, d)).code).toBe('BUG');
  });

  it.each([
    ['0.005', '1/200'],
    ['+21.75', '87/4'],
    ['-3', '-3'],
    ['-0.50', '-1/2'],
    ['123456789012345678901234567890.5', '246913578024691357802469135781/2'],
    ['0.000000000000000001', '1/1000000000000000000'],
  ])('reads the decimal %s as %s', (text, exact) => {
    expect(show(ratio.parseDecimal(text))).toBe(exact);
  });

  it.each(['', '.5', '1.', 'x1', '1x', '1e5', '1,5', '--1', '1'.repeat(31), `0.${'1'.repeat(19)}`])(
    'refuses %p as a decimal',
    (text) => {
      expect(refusal(() => ratio.parseDecimal(text, 'rate'))).toEqual({
        code: 'NOT_A_NUMBER',
        params: { value: text.slice(0, 40) },
        place: { field: 'rate' },
      });
    },
  );

  it.each([
    '',
    '/2',
    '1/',
    '1/-2',
    '+1',
    'x1',
    '1x',
    '1/2x',
    'x1/2',
    '1/2/3',
    '1.5',
    '1'.repeat(61),
    `1/${'1'.repeat(61)}`,
  ])('refuses %p as a fraction', (text) => {
    expect(refusal(() => ratio.parseRational(text))).toMatchObject({ code: 'NOT_A_NUMBER' });
  });

  /** Both sides of the edge up to which two safe integers hold a value: what lies beyond is kept in big integers. */
  const M = String(MAX);
  const OVER = '9007199254740992';
  const TWICE = '18014398509481982';
  it.each([
    ['add', '1/2', '1/3', '5/6'],
    ['add', '1/6', '1/6', '1/3'],
    ['add', '-1/2', '1/2', '0'],
    ['add', M, '1', OVER],
    ['add', `-${M}`, '-1', `-${OVER}`],
    ['add', M, '1/2', '18014398509481983/2'],
    ['add', '1/2', M, '18014398509481983/2'],
    ['add', '1/94906265', '1/94906266', '189812531/9007199231156490'],
    ['add', '1/94906267', '1/94906266', '189812533/9007199420969022'],
    ['add', '9007199254740991/2', '1/3', '27021597764222975/6'],
    ['add', '4503599627370496', '9007199254740991/2', '18014398509481983/2'],
    ['add', '3002399751580331/2', '-4503599627370494/3', '5/6'],
    ['add', '-4503599627370494/3', '3002399751580331/2', '5/6'],
    ['add', '3002399751580330', '9007199254740989/3', '18014398509481979/3'],
    ['subtract', '1/2', '1/3', '1/6'],
    ['subtract', '0', '7', '-7'],
    ['subtract', '7', '0', '7'],
    ['subtract', `-${M}`, '1', `-${OVER}`],
    ['subtract', OVER, '1', M],
    ['subtract', '1', OVER, `-${M}`],
    ['multiply', '2/3', '3/4', '1/2'],
    ['multiply', '-2/3', '3/4', '-1/2'],
    ['multiply', M, '2', TWICE],
    ['multiply', `-${M}`, '2', `-${TWICE}`],
    ['multiply', '1/94906265', '1/94906266', '1/9007199231156490'],
    ['multiply', '1/94906267', '1/94906266', '1/9007199420969022'],
    ['multiply', OVER, '1/2', '4503599627370496'],
    ['multiply', TWICE, '-1/2', `-${M}`],
    ['divide', '2/3', '4/3', '1/2'],
    ['divide', '2/3', '-4/3', '-1/2'],
    ['divide', M, '1/2', TWICE],
    ['divide', '1/2', M, `1/${TWICE}`],
    ['divide', '-1/2', `-${M}`, `1/${TWICE}`],
    ['divide', TWICE, '-2', `-${M}`],
    ['divide', '0', '-5', '0'],
  ] as const)('%s %s and %s gives %s', (operation, a, b, want) => {
    const result = ratio[operation](ratio.parseRational(a), ratio.parseRational(b));
    expect(show(result)).toBe(want);
    const small = want.split('/').every((part) => Number.isSafeInteger(Number(part)));
    expect(typeof result.n).toBe(small ? 'number' : 'bigint');
    expect(Object.is(result.n, -0)).toBe(false);
  });

  it.each([
    ['1/2', '2/3', -1],
    ['-1/2', '-2/3', 1],
    ['2/4', '1/2', 0],
    [M, OVER, -1],
    [OVER, M, 1],
    [OVER, OVER, 0],
    [`-${OVER}`, `-${M}`, -1],
    ['9007199254740991/2', '9007199254740990/3', 1],
    ['9007199254740990/3', '9007199254740991/2', -1],
    ['9007199254740991/4', '9007199254740989/2', -1],
    ['3002399751580331/2', '4503599627370496/3', 1],
    ['4503599627370496/3', '3002399751580331/2', -1],
    ['3/2', M, -1],
    [M, '3/2', 1],
  ])('compares %s with %s: %d', (a, b, sign) => {
    const [x, y] = [ratio.parseRational(a), ratio.parseRational(b)];
    expect(ratio.compare(x, y)).toBe(sign);
    expect(ratio.equals(x, y)).toBe(sign === 0);
  });

  it('knows the sign of large and small', () => {
    expect(['-1/2', '0', '1', `-${OVER}`, OVER].map((text) => ratio.isNegative(ratio.parseRational(text)))).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
    expect([ratio.negate(ratio.ZERO).n, show(ratio.negate(ratio.parseRational(OVER)))]).toEqual([0, `-${OVER}`]);
  });

  it.each<[string, RoundingMode, number, number]>([
    ['5/2', 'half_up', 1, 3],
    ['-5/2', 'half_up', 1, -3],
    ['7/3', 'half_up', 1, 2],
    ['-7/3', 'half_up', 1, -2],
    ['7/3', 'up', 1, 3],
    ['-7/3', 'up', 1, -3],
    ['8/3', 'down', 1, 2],
    ['-8/3', 'down', 1, -2],
    ['200', 'up', 100, 200],
    ['200', 'down', 100, 200],
    ['200', 'half_up', 100, 200],
    ['-7', 'half_up', 1, -7],
    ['-1/3', 'half_up', 1, 0],
    ['18014398509481981/2', 'down', 1, 9_007_199_254_740_990],
    ['18014398509481982/3', 'up', 1, 6_004_799_503_160_661],
  ])('rounds %s %s to a multiple of %d: %d', (text, mode, unit, want) => {
    const rounded = ratio.round(ratio.parseRational(text), mode, unit);
    expect(rounded).toBe(want);
    expect(Object.is(rounded, -0)).toBe(false);
  });

  it('refuses a rounded number that is not exact', () => {
    expect(refusal(() => ratio.round(ratio.parseRational(OVER)))).toEqual({
      code: 'OUT_OF_RANGE',
      params: { value: OVER },
      place: {},
    });
    expect(refusal(() => ratio.round(ratio.parseRational(`-${OVER}`)))).toMatchObject({ code: 'OUT_OF_RANGE' });
    expect(ratio.round(ratio.parseRational(`-${M}`))).toBe(-MAX);
  });

  it.each([
    ['0', 2, '0.00'],
    ['1/200', 2, '0.01'],
    ['-1/200', 2, '-0.01'],
    ['-1/300', 2, '0.00'],
    ['12345/100', 0, '123'],
    ['-5/2', 0, '-3'],
    ['12345/100', 1, '123.5'],
    ['1/3', 4, '0.3333'],
    ['7', 3, '7.000'],
  ])('prints %s with %d decimals: %s', (text, places, want) => {
    expect(ratio.formatDecimal(ratio.parseRational(text), places)).toBe(want);
  });
});
