/** An exact number as a reduced fraction of big integers, denominator positive. Written apart from the kernel's on purpose. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** Undefined stands for "no value": a missing input or a division by zero. */
export type Maybe = Exact | undefined;

export function exact(n: bigint, d = 1n): Exact {
  const sign = d < 0n ? -1n : 1n;
  let a = n < 0n ? -n : n;
  let b = d < 0n ? -d : d;
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: (sign * n) / a, d: (sign * d) / a };
}

export const ZERO: Exact = { n: 0n, d: 1n };
export const whole = (n: number | bigint): Exact => ({ n: BigInt(n), d: 1n });
export const plus = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Exact, b: Exact): Exact => exact(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const over = (a: Exact, b: Exact): Maybe => (b.n === 0n ? undefined : exact(a.n * b.d, a.d * b.n));
export const order = (a: Exact, b: Exact): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const isWhole = (x: Exact): boolean => x.d === 1n;
export const show = (x: Exact): string => (x.d === 1n ? String(x.n) : `${x.n}/${x.d}`);

/** Largest whole number that is not above x. */
export function below(x: Exact): bigint {
  const q = x.n / x.d;
  return x.n < 0n && q * x.d !== x.n ? q - 1n : q;
}

/** To whole multiples of `unit`: half away from zero, towards zero, away from zero. Undefined for an unknown mode. */
export function rounded(x: Exact, mode: string, unit: bigint): Maybe {
  const step = x.d * unit;
  const size = x.n < 0n ? -x.n : x.n;
  const down = size / step;
  const rest = size % step;
  if (mode !== 'half_up' && mode !== 'down' && mode !== 'up') return undefined;
  const further = rest > 0n && (mode === 'up' || (mode === 'half_up' && rest * 2n >= step));
  const result = (further ? down + 1n : down) * unit;
  return { n: x.n < 0n ? -result : result, d: 1n };
}

/** Reads "12", "-7/3" or "0.05"; undefined for anything else. */
export function parseExact(text: string): Maybe {
  const match = /^(-?)(\d{1,60})(?:\/(\d{1,60})|\.(\d{1,30}))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[4] ?? '';
  const n = BigInt(match[2] + fraction);
  const d = match[3] !== undefined ? BigInt(match[3]) : 10n ** BigInt(fraction.length);
  return d === 0n ? undefined : exact(match[1] === '-' ? -n : n, d);
}
