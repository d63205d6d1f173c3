import { ratio } from '@gridstaff/kernel';
import type { PeriodParameters } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

type Labour = Pick<PeriodParameters['labour'], 'paidDaysPerMonth' | 'hoursPerDay' | 'overtimeRates'>;
export type OvertimeDay = 'weekday' | 'restday' | 'holiday';
export const OVERTIME_DAYS: readonly OvertimeDay[] = ['weekday', 'restday', 'holiday'];

/** Hour's pay of a monthly wage: wage ÷ 21.75 ÷ 8 (劳社部发〔2008〕3号), never rounded by itself. */
export function hourRate(b: LineBuilder, base: Ref, labour: Labour): Ref {
  const rate = b.divide(
    b.divide(base, b.decimal(labour.paidDaysPerMonth, 'parameter.paid_days')),
    b.decimal(labour.hoursPerDay, 'parameter.hours_per_day'),
  );
  return b.label(rate, 'overtime.hour_rate');
}

/** Pay for one kind of overtime hours: hour's pay × hours × 150 / 200 / 300 % (劳动法 art.44), rounded once per line. */
export function overtime(
  b: LineBuilder,
  { base, hours }: { base: Ref; hours: Ref },
  day: OvertimeDay,
  labour: Labour,
): Ref {
  const rates = labour.overtimeRates;
  const factor = b.parameter(rates, ratio.parseDecimal(rates.value[day]), 'number', 'parameter.overtime_rate', day);
  const pay = b.multiply(b.multiply(hourRate(b, base, labour), hours), factor);
  return b.label(b.round(pay), 'overtime.pay');
}
