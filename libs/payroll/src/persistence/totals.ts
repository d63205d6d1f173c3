import type { Totals } from '../domain';

/** Column of each total, in the order in which they are written. */
export const TOTAL_COLUMNS = [
  ['gross', 'gross'],
  ['employeeInsurance', 'employee_insurance'],
  ['employeeFund', 'employee_fund'],
  ['tax', 'tax'],
  ['otherDeductions', 'other_deductions'],
  ['net', 'net'],
  ['receivable', 'receivable'],
  ['employerInsurance', 'employer_insurance'],
  ['employerFund', 'employer_fund'],
  ['fee', 'fee'],
] as const satisfies readonly (readonly [keyof Totals, string])[];

export const TOTAL_NAMES: readonly string[] = TOTAL_COLUMNS.map(([, column]) => column);

export const totalValues = (totals: Totals): number[] => TOTAL_COLUMNS.map(([key]) => totals[key]);

/** Amounts of a row; sums come as text from MySQL. */
export function readTotals(row: Readonly<Record<string, unknown>>): Totals {
  const totals = {} as Totals;
  for (const [key, column] of TOTAL_COLUMNS) totals[key] = Number(row[column] ?? 0);
  return totals;
}
