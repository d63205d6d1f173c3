import type { SlipRecord } from '../domain';
import { sha256 } from './parameter-mapping';

/**
 * SHA-256 over the JSON text of `[worker, agency, [gross, employee insurance, employee fund, tax, other deductions, net, receivable, employer
 * insurance, employer fund, fee], [what it adds to the year to date: income, exempt, special, other, relief, tax], [[item, amount], …],
 * derivation]`, followed by `[[original month, item, category, amount], …]` where it pays differences of earlier months (or funds follow), and by
 * `[[fund, amount], …]` where another fund than the run's bears part of it: everything that is stored of a slip but the engine's input, which the derivation repeats, and its claims.
 */
export function slipHash(slip: Omit<SlipRecord, 'hash' | 'input' | 'claims' | 'oneOffs' | 'recovered'>): string {
  const { workerNo, agencyId, totals: t, taxAdded: y, lines, derivation, deltas, funds } = slip;
  const totals = [
    ...[t.gross, t.employeeInsurance, t.employeeFund, t.tax, t.otherDeductions, t.net, t.receivable],
    ...[t.employerInsurance, t.employerFund, t.fee],
  ];
  const added = [y.income, y.exempt, y.special, y.other, y.relief, y.tax];
  const amounts = lines.map((line) => [line.itemNo, line.amount]);
  const late = deltas.map((d) => [d.period, d.itemNo, d.category, d.amount]);
  const parts = funds.map((part) => [part.fundId, part.amount]);
  const more = parts.length > 0 ? [late, parts] : late.length > 0 ? [late] : [];
  return sha256(JSON.stringify([workerNo, agencyId, totals, added, amounts, derivation, ...more]));
}
