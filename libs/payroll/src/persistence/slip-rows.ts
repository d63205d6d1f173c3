import type { Id } from '@gridstaff/kernel';
import type { SqlValue } from '@gridstaff/persistence';
import type { ExclusionRecord, ExclusionView, SlipRecord, SlipView } from '../domain';
import { readTotals, TOTAL_NAMES, totalValues } from './totals';

export type SlipRow = Readonly<Record<string, SqlValue>>;

export const SLIP_COLUMNS = [
  'run_no',
  'worker_no',
  'agency_id',
  ...TOTAL_NAMES,
  'tax_income',
  'tax_exempt',
  'tax_special',
  'tax_other',
  'tax_relief',
  'tax_wage',
  'hash',
];

/** In the order of `SLIP_COLUMNS`. */
export function slipValues(
  runNo: number,
  { workerNo, agencyId, totals, taxAdded, hash }: SlipRecord,
): (string | number)[] {
  const { income, exempt, special, other, relief, tax } = taxAdded;
  return [runNo, workerNo, agencyId, ...totalValues(totals), income, exempt, special, other, relief, tax, hash];
}

export function toExclusion(row: SlipRow): ExclusionView {
  return {
    workerNo: Number(row.worker_no),
    code: String(row.code),
    params: JSON.parse(String(row.params)) as ExclusionRecord['params'],
    acknowledgedBy: row.acknowledged_by as Id | null,
    reason: row.reason as string | null,
    acknowledgedAt: row.acknowledged_at === null ? null : Number(row.acknowledged_at),
  };
}

export function toSlip(row: SlipRow): SlipView {
  const totals = readTotals(row);
  return {
    workerNo: Number(row.worker_no),
    agencyId: String(row.agency_id),
    totals,
    taxAdded: {
      income: Number(row.tax_income),
      exempt: Number(row.tax_exempt),
      special: Number(row.tax_special),
      other: Number(row.tax_other),
      relief: Number(row.tax_relief),
      tax: row.tax_wage === null ? totals.tax : Number(row.tax_wage),
    },
    hash: String(row.hash),
  };
}
