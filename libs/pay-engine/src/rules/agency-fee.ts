import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

/** Fee of the agency: an amount per head, or a rate of what passes through it (wages, employer insurance, employer fund). */
export function agencyFee(b: LineBuilder, passThrough: Ref): Ref {
  const base = b.label(passThrough, 'fee.pass_through');
  const fee = b.add([b.take('fee.per_head'), b.multiply(base, b.take('fee.rate'))]);
  return b.label(b.round(fee), 'fee.amount');
}
