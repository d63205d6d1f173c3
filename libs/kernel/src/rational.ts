import { DomainError, invariant } from './errors';
import type { Fen } from './fen';

export type RoundingMode = 'half_up' | 'down' | 'up';

/**
 * An exact rational number. Values inside formulas are never floats: `base / 21.75` has no finite decimal. Kept as a reduced pair
 * with a positive denominator: two safe integers while they fit (the fast path), two BigInts when they do not.
 */
export type Rational = SmallRational | BigRational;
export interface SmallRational {
  readonly n: number;
  readonly d: number;
}
export interface BigRational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0, d: 1 };
export const ONE: Rational = { n: 1, d: 1 };

const MAX = Number.MAX_SAFE_INTEGER;
const DECIMAL = /^([+-])?(\d{1,30})(?:\.(\d{1,18}))?$/;

/** Of a denominator above zero. */
function gcdSmall(a: number, b: number): number {
  a = Math.abs(a);
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

function gcdBig(a: bigint, b: bigint): bigint {
  if (a < 0n) a = -a;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

const isSmall = (x: Rational): x is SmallRational => typeof x.n === 'number';
const fits = (x: bigint): boolean => x <= BigInt(MAX) && x >= -BigInt(MAX);

function fromBig(n: bigint, d: bigint): Rational {
  if (d === 0n) throw new DomainError('DIVIDE_BY_ZERO');
  if (d < 0n) [n, d] = [-n, -d];
  const g = gcdBig(n, d);
  if (g > 1n) [n, d] = [n / g, d / g];
  return fits(n) && fits(d) ? { n: Number(n), d: Number(d) } : { n, d };
}

function fromSmall(n: number, d: number): Rational {
  if (d === 0) throw new DomainError('DIVIDE_BY_ZERO');
  if (n === 0) return ZERO;
  if (d < 0) [n, d] = [-n, -d];
  if (d === 1) return { n, d };
  const g = gcdSmall(n, d);
  return { n: n / g, d: d / g };
}

const big = (x: Rational): BigRational => ({ n: BigInt(x.n), d: BigInt(x.d) });

/** n / d, reduced. Both safe integers. @throws DomainError DIVIDE_BY_ZERO */
export function rational(n: number, d = 1): Rational {
  invariant(Number.isSafeInteger(n) && Number.isSafeInteger(d), `unsafe rational ${n}/${d}`);
  return fromSmall(n, d);
}

/** Reads a decimal text exactly ("0.005" → 1/200). @throws DomainError NOT_A_NUMBER */
export function parseDecimal(text: string, field?: string): Rational {
  const match = DECIMAL.exec(text);
  if (!match) throw new DomainError('NOT_A_NUMBER', { value: text.slice(0, 40) }, { field });
  const fraction = match[3] ?? '';
  const n = BigInt(match[2] + fraction);
  return fromBig(match[1] === '-' ? -n : n, 10n ** BigInt(fraction.length));
}

/** Money as a rational number of yuan is never used: formulas count in fen. */
export const ofFen = (fen: Fen): Rational => rational(fen, 1);

export function add(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    if (a.d === b.d) {
      const n = a.n + b.n;
      if (Math.abs(n) <= MAX) return fromSmall(n, a.d);
    } else {
      const x = a.n * b.d;
      const y = b.n * a.d;
      const d = a.d * b.d;
      if (Math.abs(x) <= MAX && Math.abs(y) <= MAX && d <= MAX && Math.abs(x + y) <= MAX) return fromSmall(x + y, d);
    }
  }
  const [p, q] = [big(a), big(b)];
  return fromBig(p.n * q.d + q.n * p.d, p.d * q.d);
}

export const negate = (a: Rational): Rational =>
  isSmall(a) ? { n: a.n === 0 ? 0 : -a.n, d: a.d } : { n: -a.n, d: a.d };

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export function multiply(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    const n = a.n * b.n;
    const d = a.d * b.d;
    if (Math.abs(n) <= MAX && d <= MAX) return fromSmall(n, d);
  }
  const [p, q] = [big(a), big(b)];
  return fromBig(p.n * q.n, p.d * q.d);
}

/** @throws DomainError DIVIDE_BY_ZERO */
export function divide(a: Rational, b: Rational): Rational {
  if (isSmall(a) && isSmall(b)) {
    const n = a.n * b.d;
    const d = a.d * b.n;
    if (Math.abs(n) <= MAX && Math.abs(d) <= MAX) return fromSmall(n, d);
  }
  const [p, q] = [big(a), big(b)];
  return fromBig(p.n * q.d, p.d * q.n);
}

/** -1, 0 or 1. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  if (isSmall(a) && isSmall(b)) {
    const x = a.n * b.d;
    const y = b.n * a.d;
    if (Math.abs(x) <= MAX && Math.abs(y) <= MAX) return x < y ? -1 : x > y ? 1 : 0;
  }
  const [p, q] = [big(a), big(b)];
  const [x, y] = [p.n * q.d, q.n * p.d];
  return x < y ? -1 : x > y ? 1 : 0;
}

export const equals = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
export const isNegative = (a: Rational): boolean => a.n < 0;

/**
 * Rounds to a whole multiple of `unit` (1 by default: with values in fen, to the fen; 10 to the jiao, 100 to the yuan).
 * `half_up` rounds halves away from zero, `down` towards zero, `up` away from zero. @returns a safe integer
 */
export function round(value: Rational, mode: RoundingMode = 'half_up', unit = 1): number {
  if (isSmall(value) && value.d === 1 && unit === 1) return value.n;
  const { n, d } = big(value);
  const step = BigInt(unit) * d;
  const abs = n < 0n ? -n : n;
  let q = abs / step;
  const rest = abs % step;
  if (rest > 0n && (mode === 'up' || (mode === 'half_up' && rest * 2n >= step))) q += 1n;
  const result = q * BigInt(unit) * (n < 0n ? -1n : 1n);
  if (!fits(result)) throw new DomainError('OUT_OF_RANGE', { value: String(result) });
  return Number(result);
}

/** Shortest exact text, read back by `parseRational`: an integer "12" or a fraction "7/3". */
export const formatRational = (x: Rational): string => (x.d === 1 || x.d === 1n ? String(x.n) : `${x.n}/${x.d}`);

/** @throws DomainError NOT_A_NUMBER */
export function parseRational(text: string): Rational {
  const match = /^(-?\d{1,60})(?:\/(\d{1,60}))?$/.exec(text);
  if (!match?.[1]) throw new DomainError('NOT_A_NUMBER', { value: text.slice(0, 40) });
  return fromBig(BigInt(match[1]), BigInt(match[2] ?? '1'));
}

/** Decimal text with exactly `places` decimals, rounded half up: for printing only. */
export function formatDecimal(x: Rational, places: number): string {
  const scaled = round(multiply(x, rational(10 ** places)));
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  const sign = scaled < 0 ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
