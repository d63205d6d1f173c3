import { formatYuan, sumFen } from '@gridstaff/kernel';
import type { RunAmounts, Yuan } from '../../shared/api';
import { fenOf } from '../../shared/money';

export const sumOf = (amounts: RunAmounts, names: readonly (keyof RunAmounts)[]): Yuan =>
  formatYuan(sumFen(names.map((name) => fenOf(amounts[name]))));

/** Everything the centre owes for it: what approval reserves. */
export const costOf = (amounts: RunAmounts): Yuan =>
  sumOf(amounts, ['gross', 'employerInsurance', 'employerFund', 'fee']);

/** The amounts of a run or slip in the order of a pay sheet. */
export const AMOUNTS = [
  'gross',
  'employeeInsurance',
  'employeeFund',
  'tax',
  'otherDeductions',
  'net',
  'receivable',
  'employerInsurance',
  'employerFund',
  'fee',
] as const satisfies readonly (keyof RunAmounts)[];
