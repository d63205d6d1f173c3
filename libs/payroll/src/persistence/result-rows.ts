import type { Calculated, ResultRows } from '../domain';
import { SLIP_COLUMNS, slipValues } from './slip-rows';

/** Tables that hold a run's results by worker, with the columns that are written. */
const COLUMNS = {
  pay_run_input: ['run_no', 'worker_no', 'input'],
  payslip: SLIP_COLUMNS,
  payslip_line: ['run_no', 'worker_no', 'item_no', 'amount'],
  payslip_fund: ['run_no', 'worker_no', 'fund_id', 'amount'],
  payslip_derivation: ['run_no', 'worker_no', 'data'],
  payslip_claim: ['run_no', 'worker_no', 'period', 'source'],
  retro_delta: ['run_no', 'worker_no', 'original_period', 'item_no', 'agency_id', 'category', 'amount'],
  pay_one_off: ['worker_no', 'period', 'kind', 'run_no', 'quantity'],
  pay_receivable: ['worker_no', 'run_no', 'agency_id', 'owed', 'recovered'],
  pay_exclusion: ['run_no', 'worker_no', 'code', 'params'],
  pay_run_note: ['run_no', 'worker_no', 'period', 'code', 'params'],
} as const;
type ResultTable = keyof typeof COLUMNS;

export const RESULT_TABLES = Object.keys(COLUMNS) as readonly ResultTable[];

/** The rows of a range in one pass, without an array for each: a slip has two dozen of them. */
export function resultRows(runNo: number, { slips, exclusions, notes }: Calculated): ResultRows {
  const rows = Object.fromEntries(RESULT_TABLES.map((table) => [table, []])) as unknown as {
    readonly [T in ResultTable]: (string | number | null)[];
  };
  for (const slip of slips) {
    const { workerNo, agencyId, totals, recovered } = slip;
    rows.pay_run_input.push(runNo, workerNo, slip.input);
    rows.payslip.push(...slipValues(runNo, slip));
    for (const { itemNo, amount } of slip.lines) rows.payslip_line.push(runNo, workerNo, itemNo, amount);
    for (const { fundId, amount } of slip.funds) rows.payslip_fund.push(runNo, workerNo, fundId, amount);
    rows.payslip_derivation.push(runNo, workerNo, slip.derivation);
    for (const { period, source } of slip.claims) rows.payslip_claim.push(runNo, workerNo, period, source);
    for (const { period, itemNo, category, amount } of slip.deltas)
      rows.retro_delta.push(runNo, workerNo, period, itemNo, agencyId, category, amount);
    for (const { period, kind, quantity } of slip.oneOffs)
      rows.pay_one_off.push(workerNo, period, kind, runNo, quantity);
    if (totals.receivable !== 0 || recovered !== 0)
      rows.pay_receivable.push(workerNo, runNo, agencyId, totals.receivable, recovered);
  }
  for (const { workerNo, code, params } of exclusions)
    rows.pay_exclusion.push(runNo, workerNo, code, JSON.stringify(params));
  for (const { workerNo, period, code, params } of notes)
    rows.pay_run_note.push(runNo, workerNo, period, code, JSON.stringify(params));
  return RESULT_TABLES.filter((table) => rows[table].length > 0).map((table) => ({
    table,
    columns: COLUMNS[table],
    values: rows[table],
  }));
}
