import type { Fen, Id, Period } from '@gridstaff/kernel';
import type { PayItemDefinition, PeriodParameters, RetroCategory } from '@gridstaff/pay-engine';
import type { Piece } from './pay-facts';

/** What an item of an earlier month should have been more (or less) than was given, paid with a later slip; fen. */
export interface RetroDelta {
  readonly period: Period;
  readonly itemNo: number;
  readonly category: RetroCategory;
  readonly amount: Fen;
}

/** Differences of one original month at one agency, and how often that month was put right there before. */
export interface RetroMonth {
  readonly period: Period;
  readonly agencyId: Id;
  readonly deltas: readonly RetroDelta[];
  readonly before: number;
  /** Whether the month's own pay there was never claimed: these differences are all of it. */
  readonly unpaid: boolean;
  /** When the worker was in post there in the month. */
  readonly posts: readonly Piece[];
}

export type NoteSort = 'workerNo' | 'period' | 'code';

/** Something that a run cannot deal with itself and says so. */
export interface RunNote {
  readonly workerNo: number;
  readonly period: Period;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a difference of this item becomes; null for what is no part of a month's entitlement (tax, information, and pay of other months). */
export function retroCategoryOf(
  item: PayItemDefinition,
  insurance: PeriodParameters['insurance'],
): RetroCategory | null {
  const rule = item.rule ?? '';
  if (item.kind === 'information' || OTHER_MONTHS.test(rule)) return null;
  if (item.kind === 'earning') return item.taxable ? 'taxable' : 'nonTaxable';
  const [, side, name] = /^insurance\.(employer|employee)\.(\w+)$/.exec(rule) ?? [];
  if (side === 'employer') return 'employerInsurance';
  if (side === 'employee') {
    const deductible = insurance.schemes.find((s) => s.value.name === name)?.value.deductible ?? true;
    return deductible ? 'employeeInsurance' : 'employeeInsuranceNotDeductible';
  }
  if (rule === 'housing_fund.employee') return 'employeeFund';
  if (rule === 'housing_fund.employer') return 'employerFund';
  return rule === 'agency_fee' ? 'fee' : 'otherDeductions';
}

/** Tax belongs to the month of payment; the others are pay of other months, or given once and paid once by whatever run comes next. */
const OTHER_MONTHS = /^(income_tax|retro\..*|bonus\..*|recovery|annual_leave_payout|severance\..*|labour\..*|loss_deduction)$/;

/** Items that never enter the comparison of a month. */
export const isOwnPay = (item: PayItemDefinition): boolean =>
  item.kind !== 'information' && !OTHER_MONTHS.test(item.rule ?? '');

export type Amounts = ReadonlyMap<number, Fen>;

/** `should` − `given` by item, in item order, without zeros. */
export function difference(should: Amounts, given: Amounts): { itemNo: number; amount: Fen }[] {
  return [...new Set([...should.keys(), ...given.keys()])]
    .sort((a, b) => a - b)
    .map((itemNo) => ({ itemNo, amount: (should.get(itemNo) ?? 0) - (given.get(itemNo) ?? 0) }))
    .filter(({ amount }) => amount !== 0);
}

/** Signed sums by category, as the engine takes them; undefined where there is nothing. */
export function retroSums(deltas: readonly RetroDelta[]): Partial<Record<RetroCategory, Fen>> | undefined {
  if (deltas.length === 0) return undefined;
  const sums: Partial<Record<RetroCategory, Fen>> = {};
  for (const { category, amount } of deltas) sums[category] = (sums[category] ?? 0) + amount;
  return sums;
}
