import { DomainError } from './errors';

/** Money: an integer number of fen (分, 0.01 yuan), always a safe integer. Negative amounts are deltas or deductions. */
export type Fen = number;

const DECIMAL = /^([+-])?(\d{1,14})(?:\.(\d{1,2}))?$/;
const LOOKS_DECIMAL = /^[+-]?\d+\.\d{3,}$/;

/** Refuses anything that is not a safe integer; `-0` becomes `0`. @throws DomainError NOT_A_NUMBER */
export function assertFen(value: number, field?: string): Fen {
  if (!Number.isSafeInteger(value)) throw new DomainError('NOT_A_NUMBER', { value: String(value) }, { field });
  return value === 0 ? 0 : value;
}

/**
 * Reads a decimal text in yuan ("1234.5") as fen. No thousands separators, no exponent, at most two decimals.
 * @throws DomainError NOT_A_NUMBER, TOO_MANY_DECIMALS
 */
export function parseYuan(text: string, field?: string): Fen {
  const match = DECIMAL.exec(text);
  if (!match) {
    const code = LOOKS_DECIMAL.test(text) ? 'TOO_MANY_DECIMALS' : 'NOT_A_NUMBER';
    throw new DomainError(code, { value: text.slice(0, 40) }, { field });
  }
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return assertFen(match[1] === '-' ? -fen : fen, field);
}

/** Prints fen as yuan with exactly two decimals: 407200 → "4072.00". */
export function formatYuan(fen: Fen): string {
  assertFen(fen);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Sum of amounts, refusing to leave the safe range. */
export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return assertFen(total);
}

/**
 * Splits `total` fen over `weights` (non-negative safe integers, not all zero) so that the parts sum to exactly `total`:
 * each part is floored towards zero and the left-over fen go to the largest remainders, the earlier index first on a tie.
 */
export function splitByLargestRemainder(total: Fen, weights: readonly number[]): Fen[] {
  assertFen(total);
  const sign = total < 0 ? -1n : 1n;
  const amount = BigInt(Math.abs(total));
  const whole = weights.reduce((sum, w) => sum + BigInt(w), 0n);
  if (whole <= 0n || weights.some((w) => w < 0)) throw new DomainError('OUT_OF_RANGE', { value: weights.join(',') });
  const parts = weights.map((w) => (amount * BigInt(w)) / whole);
  const order = weights
    .map((w, index) => ({ index, rest: (amount * BigInt(w)) % whole }))
    // Stable: of equal remainders the earlier index comes first.
    .sort((a, b) => (a.rest > b.rest ? -1 : a.rest < b.rest ? 1 : 0));
  let left = Number(amount - parts.reduce((sum, p) => sum + p, 0n));
  for (const { index } of order) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1;
  }
  return parts.map((p) => Number(sign * p));
}
