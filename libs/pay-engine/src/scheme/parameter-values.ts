import type { PeriodParameters } from '../model';

export type ParameterValue = string | readonly (readonly [number | null, string, number])[];

/**
 * The parameters by the keys under which a program table names them: what a re-check compares the table with. Amounts are fen, tables
 * are rows of [upTo, rate, quick].
 */
export function parameterValues({
  incomeTax,
  insurance,
  housingFund,
  labour,
}: PeriodParameters): Record<string, ParameterValue> {
  const table = incomeTax.annualTable;
  const values: Record<string, ParameterValue> = {
    [table.key]: table.value.map(({ upTo, rate, quick }) => [upTo, rate, quick] as const),
  };
  const amounts = [
    incomeTax.basicDeductionPerMonth,
    insurance.floor,
    insurance.ceiling,
    housingFund.floor,
    housingFund.ceiling,
  ];
  for (const { key, value } of [...amounts, labour.minimumWage]) values[key] = String(value);
  for (const { key, value } of [labour.paidDaysPerMonth, labour.hoursPerDay, labour.sickPayFloorRatio])
    values[key] = value;
  for (const [day, rate] of Object.entries(labour.overtimeRates.value))
    values[`${labour.overtimeRates.key}.${day}`] = rate;
  for (const { key, value } of insurance.schemes) {
    if (value.employerRate !== undefined) values[`${key}.employer_rate`] = value.employerRate;
    if (value.employeeRate !== undefined) values[`${key}.employee_rate`] = value.employeeRate;
    if (value.employeeFixed !== undefined) values[`${key}.employee_fixed`] = String(value.employeeFixed);
  }
  return values;
}
