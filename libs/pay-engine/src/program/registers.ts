import { ratio, type Rational, type RoundingMode } from '@gridstaff/kernel';
import type { Comparison } from './table';

const MAX = Number.MAX_SAFE_INTEGER;
/** Denominator of a register that holds no value (missing input, division by zero). */
export const NO_VALUE = 0;
/** Denominator that marks a value too large for two safe integers, kept beside the arrays. */
const BIG = -1;

const COMPARE: Readonly<Record<Comparison, (sign: number) => boolean>> = {
  '<': (s) => s < 0,
  '<=': (s) => s <= 0,
  '=': (s) => s === 0,
  '<>': (s) => s !== 0,
  '>=': (s) => s >= 0,
  '>': (s) => s > 0,
};
export const COMPARISONS = Object.keys(COMPARE) as Comparison[];
const TESTS = COMPARISONS.map((c) => COMPARE[c]);
export const MODES: readonly RoundingMode[] = ['half_up', 'down', 'up'];

/**
 * Exact rationals in numbered registers: numerator and denominator in two arrays, unreduced while both are safe integers, so that the
 * usual step allocates nothing; anything larger goes through the kernel's exact rationals. Results are equal either way.
 */
export class Registers {
  readonly n: Float64Array;
  readonly d: Float64Array;
  private readonly big: (Rational | undefined)[];

  constructor(size: number) {
    this.n = new Float64Array(size);
    this.d = new Float64Array(size).fill(1);
    this.big = new Array<Rational | undefined>(size).fill(undefined);
  }

  set(at: number, n: number, d: number): void {
    this.n[at] = n;
    this.d[at] = d;
  }

  clear(at: number): void {
    this.n[at] = 0;
    this.d[at] = NO_VALUE;
  }

  has(at: number): boolean {
    return this.d[at] !== NO_VALUE;
  }

  put(at: number, value: Rational): void {
    if (typeof value.n === 'number') return this.set(at, value.n, value.d as number);
    this.n[at] = 0;
    this.d[at] = BIG;
    this.big[at] = value;
  }

  /** Reduced exact value; undefined: no value. */
  get(at: number): Rational | undefined {
    const d = this.d[at] as number;
    if (d === NO_VALUE) return undefined;
    return d === BIG ? this.big[at] : ratio.rational(this.n[at] as number, d);
  }

  copyFrom(source: Registers, from: number, at: number, length: number): void {
    for (let i = 0; i < length; i++) {
      this.n[at + i] = source.n[from + i] as number;
      this.d[at + i] = source.d[from + i] as number;
      this.big[at + i] = source.big[from + i];
    }
  }

  add(at: number, a: number, b: number): void {
    const { n, d } = this;
    const da = d[a] as number;
    const db = d[b] as number;
    if (da > 0 && db > 0) {
      const x = da === db ? (n[a] as number) : (n[a] as number) * db;
      const y = da === db ? (n[b] as number) : (n[b] as number) * da;
      const z = da === db ? da : da * db;
      const s = x + y;
      if (x <= MAX && x >= -MAX && y <= MAX && y >= -MAX && z <= MAX && s <= MAX && s >= -MAX)
        return this.set(at, s, z);
    }
    this.slow(at, a, b, ratio.add);
  }

  subtract(at: number, a: number, b: number): void {
    const { n, d } = this;
    const da = d[a] as number;
    const db = d[b] as number;
    if (da > 0 && db > 0) {
      const x = da === db ? (n[a] as number) : (n[a] as number) * db;
      const y = da === db ? (n[b] as number) : (n[b] as number) * da;
      const z = da === db ? da : da * db;
      const s = x - y;
      if (x <= MAX && x >= -MAX && y <= MAX && y >= -MAX && z <= MAX && s <= MAX && s >= -MAX)
        return this.set(at, s, z);
    }
    this.slow(at, a, b, ratio.subtract);
  }

  multiply(at: number, a: number, b: number): void {
    const { n, d } = this;
    const da = d[a] as number;
    const db = d[b] as number;
    if (da > 0 && db > 0) {
      const x = (n[a] as number) * (n[b] as number);
      const z = da * db;
      if (x <= MAX && x >= -MAX && z <= MAX) return this.set(at, x, z);
    }
    this.slow(at, a, b, ratio.multiply);
  }

  divide(at: number, a: number, b: number): void {
    const { n, d } = this;
    const da = d[a] as number;
    const db = d[b] as number;
    if (da > 0 && db > 0) {
      const nb = n[b] as number;
      if (nb === 0) return this.clear(at);
      const x = (n[a] as number) * db;
      const z = da * nb;
      if (x <= MAX && x >= -MAX && z <= MAX && z >= -MAX) return z > 0 ? this.set(at, x, z) : this.set(at, -x, -z);
    }
    this.slow(at, a, b, (x, y) => (y.n === 0 || y.n === 0n ? undefined : ratio.divide(x, y)));
  }

  /** Sign of a − b; both must have a value. */
  compare(a: number, b: number): number {
    const { n, d } = this;
    const da = d[a] as number;
    const db = d[b] as number;
    if (da > 0 && db > 0) {
      const x = da === db ? (n[a] as number) : (n[a] as number) * db;
      const y = da === db ? (n[b] as number) : (n[b] as number) * da;
      if (x <= MAX && x >= -MAX && y <= MAX && y >= -MAX) return x < y ? -1 : x > y ? 1 : 0;
    }
    return ratio.compare(this.get(a) as Rational, this.get(b) as Rational);
  }

  move(at: number, from: number): void {
    const d = this.d[from] as number;
    this.n[at] = this.n[from] as number;
    this.d[at] = d;
    if (d === BIG) this.big[at] = this.big[from];
  }

  /** Bounds below 0 are absent; a bound without a value leaves no value. */
  clamp(at: number, x: number, lower: number, upper: number): void {
    if (!this.has(x) || (lower >= 0 && !this.has(lower)) || (upper >= 0 && !this.has(upper))) return this.clear(at);
    let from = x;
    if (upper >= 0 && this.compare(from, upper) > 0) from = upper;
    if (lower >= 0 && this.compare(from, lower) < 0) from = lower;
    this.move(at, from);
  }

  choose(at: number, a: number, b: number, then: number, otherwise: number, test: number): void {
    if (!this.has(a) || !this.has(b)) return this.clear(at);
    const holds = (TESTS[test] as (sign: number) => boolean)(this.compare(a, b));
    this.move(at, holds ? then : otherwise);
  }

  /** @throws DomainError OUT_OF_RANGE beyond the safe integers */
  round(at: number, x: number, mode: number, unit: number): void {
    const d = this.d[x] as number;
    if (d === NO_VALUE) return this.clear(at);
    const n = this.n[x] as number;
    if (d === 1 && unit === 1) return this.set(at, n, 1);
    const step = d * unit;
    if (d > 0 && step <= MAX / 2) {
      const size = n < 0 ? -n : n;
      // Exact: a quotient of safe integers is never rounded up to a whole number, half its last bit being less than 1 / step.
      let q = Math.floor(size / step);
      const rest = size - q * step;
      if (rest > 0 && (mode === 2 || (mode === 0 && rest * 2 >= step))) q += 1;
      const result = q * unit;
      if (result <= MAX) return this.set(at, n < 0 && result !== 0 ? -result : result, 1);
    }
    this.set(at, ratio.round(this.get(x) as Rational, MODES[mode], unit), 1);
  }

  private slow(at: number, a: number, b: number, operate: (x: Rational, y: Rational) => Rational | undefined): void {
    const x = this.get(a);
    const y = this.get(b);
    const result = x && y && operate(x, y);
    if (result) this.put(at, result);
    else this.clear(at);
  }
}
