import { ratio, type Rational } from '@gridstaff/kernel';
import type { Unit } from './table';

/** Exact decimal text when there is a short one, else six decimals. */
export function printNumber(x: Rational): string {
  for (const places of [0, 1, 2, 3, 4, 5, 6]) {
    const text = ratio.formatDecimal(x, places);
    if (places === 6 || ratio.equals(ratio.parseDecimal(text), x)) return text;
  }
  return ratio.formatRational(x);
}

/** Fen as yuan: two decimals, six when the value is not whole fen. */
export function printMoney(x: Rational): string {
  const yuan = ratio.divide(x, ratio.rational(100));
  return ratio.formatDecimal(yuan, x.d === 1 || x.d === 1n ? 2 : 6);
}

export const print = (x: Rational | undefined, unit: Unit): string =>
  x === undefined ? '—' : unit === 'money' ? printMoney(x) : printNumber(x);
