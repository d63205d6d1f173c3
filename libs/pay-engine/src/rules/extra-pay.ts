import { ratio } from '@gridstaff/kernel';
import type { HeatAllowance, PeriodParameters, Sourced } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';
import { dayRate } from './absence';

type Labour = PeriodParameters['labour'];

/** Days of annual leave not taken: day's pay of the average wage × days × the extra rate (实施办法 arts.10-11), rounded once. */
export function annualLeavePayout(
  b: LineBuilder,
  labour: Pick<Labour, 'paidDaysPerMonth' | 'annualLeaveExtraRatio'>,
  { averageWage, days }: { averageWage: Ref; days: Ref },
): Ref {
  const times = b.decimal(labour.annualLeaveExtraRatio, 'parameter.leave_extra');
  return b.round(b.multiply(b.multiply(dayRate(b, averageWage, labour), days), times));
}

/** Heat allowance of a full month for a segment; for the share of its days with work outdoors in heat. */
export function heatAllowance(b: LineBuilder, heat: Sourced<HeatAllowance>): Ref {
  const amount = b.parameter(heat, ratio.ofFen(heat.value.amount), 'money', 'parameter.heat_allowance', 'amount');
  return b.multiply(amount, b.takeEach('segment.outdoor'));
}
