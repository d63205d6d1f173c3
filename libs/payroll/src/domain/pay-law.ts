import { canonicalJson, type Json } from '@gridstaff/kernel';
import type { PeriodParameters } from '@gridstaff/pay-engine';

/** The values that a month's own pay follows from: a reworded source or another tax table changes nothing that is given back. */
export function payLaw({ insurance, housingFund, labour }: PeriodParameters): string {
  const { paidDaysPerMonth, hoursPerDay, overtimeRates, minimumWage, sickPayFloorRatio } = labour;
  const { minimumWageIncludesContributions, probationRatio, heatAllowance } = labour;
  const values = [
    ...[insurance.floor, insurance.ceiling, ...insurance.schemes],
    ...[housingFund.floor, housingFund.ceiling, housingFund.unit, housingFund.mode],
    ...[paidDaysPerMonth, hoursPerDay, overtimeRates, minimumWage, sickPayFloorRatio],
    ...[minimumWageIncludesContributions, probationRatio, heatAllowance],
  ];
  // A pack may have no heat allowance, and what an older version stored fewer values.
  return canonicalJson(values.map((v) => v?.value ?? null) as unknown as Json);
}
