import type { PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

/**
 * The most that may be taken from the month's wage for a loss or a debt: a share of it (20 %), and what is left may not fall below the
 * minimum wage (工资支付暂行规定 art.16); nor more than the other deductions leave. Never below zero, cut to whole fen.
 */
export function takeable(
  b: LineBuilder,
  labour: Pick<PeriodParameters['labour'], 'lossDeductionMaxRatio' | 'minimumWage'>,
  { wage, compared, left }: { wage: Ref; /** What the minimum wage is compared with. */ compared: Ref; left: Ref },
): Ref {
  const ratio = b.decimal(labour.lossDeductionMaxRatio, 'parameter.loss_share');
  const share = b.multiply(b.label(wage, 'recovery.wage'), ratio);
  const above = b.add([compared], [b.money(labour.minimumWage, 'parameter.minimum_wage')]);
  const limit = b.atMost(b.atMost(share, above), b.label(left, 'recovery.left'));
  return b.label(b.round(b.atLeast(limit, b.number(0)), 'down'), 'recovery.limit');
}

/** A loss to make good comes first. */
export const lossDeduction = (b: LineBuilder, limit: Ref): Ref =>
  b.label(b.atMost(b.take('loss'), limit), 'loss.amount');

/** A debt of earlier slips is taken back from what the limit has left; the rest stays owed. */
export const recovery = (b: LineBuilder, limit: Ref, loss: Ref): Ref =>
  b.label(b.atMost(b.take('receivable.before'), b.add([limit], [loss])), 'recovery.amount');
