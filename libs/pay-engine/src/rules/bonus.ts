import type { Bracket, Sourced } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

/**
 * Annual bonus taxed apart (公告2023年第30号): a twelfth of it finds the row of the monthly table, the whole bonus is taxed by that row.
 * Rounded half up once.
 */
export function bonusTax(b: LineBuilder, bonus: Ref, table: Sourced<readonly Bracket[]>): Ref {
  const share = b.label(b.divide(bonus, b.number(12)), 'bonus.twelfth');
  const tax = b.add([b.multiply(bonus, b.lookUp(share, table, 'rate'))], [b.lookUp(share, table, 'quick')]);
  return b.label(b.round(b.atLeast(tax, b.number(0))), 'bonus.tax');
}
