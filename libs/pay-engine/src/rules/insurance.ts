import { ratio } from '@gridstaff/kernel';
import type { InsuranceScheme, PeriodParameters, Sourced } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

export type Side = 'employer' | 'employee';

/** Whether this side of the insurance pays anything at all. */
export const pays = (scheme: InsuranceScheme, side: Side): boolean =>
  side === 'employer'
    ? scheme.employerRate !== undefined
    : scheme.employeeRate !== undefined || scheme.employeeFixed !== undefined;

/** The declared base within floor and ceiling. */
export function insuranceBase(b: LineBuilder, bounds: Pick<PeriodParameters['insurance'], 'floor' | 'ceiling'>): Ref {
  const base = b.clamp(
    b.take('insurance.base'),
    b.money(bounds.floor, 'parameter.si_floor'),
    b.money(bounds.ceiling, 'parameter.si_ceiling'),
  );
  return b.label(base, 'insurance.clamped_base');
}

/** One side of one insurance for a whole month: base × rate (+ fixed amount), half up per insurance and side. */
export function contribution(b: LineBuilder, scheme: Sourced<InsuranceScheme>, side: Side, base: Ref): Ref {
  const { employerRate, employeeRate, employeeFixed } = scheme.value;
  const rate = side === 'employer' ? employerRate : employeeRate;
  const parts: Ref[] = [];
  if (rate !== undefined) {
    const factor = b.parameter(scheme, ratio.parseDecimal(rate), 'number', `parameter.${side}_rate`, `${side}_rate`);
    parts.push(b.multiply(base, factor));
  }
  if (side === 'employee' && employeeFixed !== undefined) {
    parts.push(b.parameter(scheme, ratio.ofFen(employeeFixed), 'money', 'parameter.employee_fixed', 'employee_fixed'));
  }
  return b.label(b.round(b.add(parts)), 'insurance.contribution');
}
