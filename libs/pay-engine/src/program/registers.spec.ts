import { ratio, type Rational } from '@gridstaff/kernel';
import { crc32 } from './checksum';
import { splitExactly } from './machine';
import { print } from './print';
import { COMPARISONS, MODES, NO_VALUE, Registers } from './registers';

const MAX = Number.MAX_SAFE_INTEGER;
/** Values on both sides of where two safe integers, and the products of the quick way, end. */
const VALUES = [
  ...['0', '1', '-1', '2', '-3', '1/2', '-1/2', '2/3', '-7/3', '87/4', '1/100', '99999/100', '-12345/100'],
  ...['94906265', '94906266', '94906267', '1/94906265', '1/94906266', '1/94906267', '94906267/94906265'],
  ...['9007199254740991', '-9007199254740991', '9007199254740990', '9007199254740991/2', '-9007199254740991/3'],
  ...['3002399751580331/2', '-3002399751580331/2', '4503599627370494/3', '-4503599627370494/3'],
  ...['4503599627370496/3', '4503599627370495', '4503599627370496'],
  ...['1/9007199254740991', '-1/9007199254740991', '9007199254740990/9007199254740991'],
  ...['9007199254740992', '-9007199254740993', '18014398509481983/2', '1/9007199254740992', '-1/18014398509481984'],
  ...['123456789012345678901234567890', '-123456789012345678901234567890/7', '1/123456789012345678901234567890'],
].map((text) => ratio.parseRational(text));
const pairs = VALUES.flatMap((a) => VALUES.map((b) => [a, b] as const));
const text = (x: Rational | undefined): string => (x === undefined ? 'none' : ratio.formatRational(x));

/** Registers 0 and 1 hold a and b, unreduced by `times` where they stay safe; the result comes to 2. */
function holding(a: Rational | undefined, b: Rational | undefined, times = 1): Registers {
  const r = new Registers(5);
  [a, b].forEach((x, at) => {
    if (x === undefined) r.clear(at);
    else if (typeof x.n === 'number' && Number.isSafeInteger(x.n * times) && Number.isSafeInteger(Number(x.d) * times))
      r.set(at, x.n * times, Number(x.d) * times);
    else r.put(at, x);
  });
  r.set(2, 77, 1);
  return r;
}
type Binary = 'add' | 'subtract' | 'multiply' | 'divide';

describe('registers', () => {
  it.each<[Binary, (a: Rational, b: Rational) => Rational | undefined]>([
    ['add', ratio.add],
    ['subtract', ratio.subtract],
    ['multiply', ratio.multiply],
    ['divide', (a, b) => (ratio.equals(b, ratio.ZERO) ? undefined : ratio.divide(a, b))],
  ])('%s as exact rationals do, also beyond the safe integers', (operation, exact) => {
    const wrong: string[] = [];
    for (const times of [1, 6]) {
      for (const [a, b] of pairs) {
        const r = holding(a, b, times);
        r[operation](2, 0, 1);
        const [found, want] = [text(r.get(2)), text(exact(a, b))];
        if (found !== want) wrong.push(`${text(a)} ${operation} ${text(b)}: ${found}, not ${want}`);
        // What is held in two numbers is held exactly.
        if (r.d[2] !== -1 && ![r.n[2], r.d[2]].every(Number.isSafeInteger)) wrong.push(`${found} is kept as ${r.n[2]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('calculate nothing from no value', () => {
    for (const [a, b] of [
      [undefined, ratio.ONE],
      [ratio.ONE, undefined],
      [undefined, undefined],
      [undefined, VALUES.at(-1)],
    ] as const) {
      for (const operation of ['add', 'subtract', 'multiply', 'divide'] as const) {
        const r = holding(a, b);
        r[operation](2, 0, 1);
        expect([operation, r.get(2), r.has(2), r.n[2]]).toEqual([operation, undefined, false, 0]);
      }
      const r = holding(a, b);
      r.choose(2, 0, 1, 3, 3, 0);
      expect(r.has(2)).toBe(false);
    }
  });

  it('compare and choose as exact rationals do', () => {
    const holds: Record<string, (sign: number) => boolean> = {
      '<': (s) => s < 0,
      '<=': (s) => s <= 0,
      '=': (s) => s === 0,
      '<>': (s) => s !== 0,
      '>=': (s) => s >= 0,
      '>': (s) => s > 0,
    };
    expect([...COMPARISONS].sort()).toEqual(Object.keys(holds).sort());
    const wrong: string[] = [];
    for (const [a, b] of pairs) {
      const sign = ratio.compare(a, b);
      const r = holding(a, b, 3);
      if (Math.sign(r.compare(0, 1)) !== sign) wrong.push(`${text(a)} ${text(b)}: not ${sign}`);
      COMPARISONS.forEach((comparison, test) => {
        r.choose(3, 0, 1, 2, 4, test);
        const want = holds[comparison]?.(sign) ? '77' : '0';
        if (text(r.get(3)) !== want) wrong.push(`${text(a)} ${comparison} ${text(b)}: ${text(r.get(3))}`);
      });
    }
    expect(wrong).toEqual([]);
  });

  it('a choice takes over that the chosen side has no value', () => {
    const r = holding(ratio.ONE, undefined);
    r.choose(2, 0, 0, 1, 0, COMPARISONS.indexOf('='));
    expect(r.has(2)).toBe(false);
    r.choose(2, 0, 0, 0, 1, COMPARISONS.indexOf('='));
    expect(text(r.get(2))).toBe('1');
  });

  it.each([
    ['5', '1', '3', '3'],
    ['0', '1', '3', '1'],
    ['2', '1', '3', '2'],
    ['1', '1', '3', '1'],
    ['3', '1', '3', '3'],
    ['5', null, '3', '3'],
    ['2', null, '3', '2'],
    ['0', '1', null, '1'],
    ['5', '1', null, '5'],
    ['-9007199254740993', '-9007199254740992', null, '-9007199254740992'],
    // Bounds that cross: the lower one wins.
    ['5', '4', '3', '4'],
    ['5', 'none', '3', 'none'],
    ['5', '1', 'none', 'none'],
    ['none', '1', '3', 'none'],
    ['none', null, null, 'none'],
  ])('keep %s between %s and %s: %s', (x, lower, upper, want) => {
    const r = new Registers(5);
    [x, lower, upper].forEach((value, at) => {
      if (value === 'none') r.clear(at);
      else if (value !== null) r.put(at, ratio.parseRational(value));
    });
    r.clamp(4, 0, lower === null ? -1 : 1, upper === null ? -1 : 2);
    expect(text(r.get(4))).toBe(want);
    // Whichever registers they are in.
    const turned = new Registers(4);
    for (const first of [lower, upper]) {
      if (first === null) continue;
      [first, x].forEach((value, at) =>
        value === 'none' ? turned.clear(at) : turned.put(at, ratio.parseRational(value ?? '')),
      );
      const bounds: [number, number] = first === lower ? [0, -1] : [-1, 0];
      turned.clamp(3, 1, ...bounds);
      const alone = new Registers(3);
      [x, first].forEach((value, at) =>
        value === 'none' ? alone.clear(at) : alone.put(at, ratio.parseRational(value ?? '')),
      );
      alone.clamp(2, 0, bounds[0] === 0 ? 1 : -1, bounds[1] === 0 ? 1 : -1);
      expect(text(turned.get(3))).toBe(text(alone.get(2)));
    }
  });

  it.each(MODES)('round %s as exact rationals do', (mode) => {
    const halves = ['49/2', '51/2', '-49/2', '50', '-50', '150', '149', '151', '-149/3', '9007199254740991/200'];
    for (const value of [...VALUES, ...halves.map(ratio.parseRational)]) {
      for (const unit of [1, 10, 100, 1_000_000]) {
        let want: number | string;
        try {
          want = ratio.round(value, mode, unit);
        } catch {
          want = 'too large';
        }
        for (const times of [1, 4]) {
          const r = holding(value, undefined, times);
          let found: number | string;
          try {
            r.round(2, 0, MODES.indexOf(mode), unit);
            found = (r.n[2] as number) / (r.d[2] as number);
          } catch {
            found = 'too large';
          }
          expect([text(value), unit, found]).toEqual([text(value), unit, want]);
          expect(Object.is(found, -0)).toBe(false);
        }
      }
    }
    const r = holding(undefined, undefined);
    r.round(2, 0, 0, 1);
    expect(r.has(2)).toBe(false);
  });

  it('start at zero, move and copy whatever they hold', () => {
    const big = ratio.parseRational('123456789012345678901234567890/7');
    const r = new Registers(4);
    expect([0, 1, 2, 3].map((at) => text(r.get(at)))).toEqual(['0', '0', '0', '0']);
    r.put(0, big);
    r.move(1, 0);
    r.clear(2);
    r.move(3, 2);
    expect([0, 1, 2, 3].map((at) => text(r.get(at)))).toEqual([text(big), text(big), 'none', 'none']);
    const copy = new Registers(6);
    copy.copyFrom(r, 0, 2, 3);
    expect([0, 1, 2, 3, 4, 5].map((at) => text(copy.get(at)))).toEqual(['0', '0', text(big), text(big), 'none', '0']);
    expect([copy.d[4], copy.n[4]]).toEqual([NO_VALUE, 0]);
    copy.put(2, ratio.parseRational('3/2'));
    expect([copy.n[2], copy.d[2]]).toEqual([3, 2]);
  });
});

describe('shares of an amount', () => {
  it.each([
    [100, ['1', '1', '1'], [34, 33, 33]],
    [-100, ['1', '1', '1'], [-34, -33, -33]],
    [-1, ['3', '1'], [-1, 0]],
    [100, ['1/3', '2/3'], [33, 67]],
    [10, ['5', '1', '1'], [7, 2, 1]],
    [2, ['1', '1', '1', '1'], [1, 1, 0, 0]],
    [5, ['0', '0'], [0, 5]],
    [-5, ['0', '0', '0'], [0, 0, -5]],
    [0, ['1', '2'], [0, 0]],
    [7, ['0', '3', '0'], [0, 7, 0]],
    // A top-up may be below zero where another is above.
    [10, ['3', '-1'], [15, -5]],
    [1, ['3', '-1'], [2, -1]],
    [MAX, ['9007199254740991', '9007199254740991'], [4_503_599_627_370_496, 4_503_599_627_370_495]],
  ])('%d by %j: %j', (amount, weights, shares) => {
    const found = splitExactly(amount, weights.map(ratio.parseRational));
    expect(found).toEqual(shares);
    expect(found.reduce((sum, share) => sum + share, 0)).toBe(amount);
    expect(found.some((share) => Object.is(share, -0))).toBe(false);
  });
});

describe('check figure', () => {
  it.each([
    ['', 0x0, 0x0],
    ['a', 0x0, 0xe8b7be43],
    ['abc', 0x0, 0x352441c2],
    ['abcd', 0x0, 0xed82cd11],
    ['abcde', 0x0, 0x8587d865],
    ['123456789', 0x0, 0xcbf43926],
    ['12345678', 0x7, 0x9025d3b6],
    ['ÿþýü', 0x0, 0x5502a6f0],
    ['网格员', 0x0, 0xefcf92df],
    ['abc网', 0x0, 0xdad4e3a9],
    ['abcd网efgh', 0x0, 0x1b806951],
    ['网abcdÿ', 0x12345678, 0x1a2423bf],
    ['\u0000\u0000\u0000\u0000', 0x0, 0x2144df1c],
    ['Ā', 0x0, 0x36de2269],
    ['abcdefghiĀjklm', 0xffffffff, 0xfe8ef8d7],
  ])('of %j from %d is the CRC-32 that others calculate', (value, seed, check) => {
    expect(crc32(value, seed)).toBe(check);
  });
});

describe('printing', () => {
  it.each([
    ['0', '0', '0.00'],
    ['5', '5', '0.05'],
    ['-12345', '-12345', '-123.45'],
    ['1/2', '0.5', '0.005000'],
    ['-1/3', '-0.333333', '-0.003333'],
    ['87/4', '21.75', '0.217500'],
    ['1/1000000', '0.000001', '0.000000'],
    ['1/10000000', '0.000000', '0.000000'],
    ['123456789012345678901234567890/123456789012345678901234567889', '1.000000', '0.010000'],
  ])('%s is %s as a number and %s as money', (value, number, money) => {
    const x = ratio.parseRational(value);
    expect([print(x, 'number'), print(x, 'money')]).toEqual([number, money]);
  });

  it('shows what has no value', () =>
    expect([print(undefined, 'money'), print(undefined, 'number')]).toEqual(['—', '—']));
});
