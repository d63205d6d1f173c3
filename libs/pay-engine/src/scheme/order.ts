import { DomainError } from '@gridstaff/kernel';
import type { PayItemDefinition } from '../model';
import type { CompiledItem } from './compiled';

type Select = (item: PayItemDefinition) => boolean;

const isRule = (item: PayItemDefinition, prefix: string): boolean => item.rule?.startsWith(prefix) ?? false;
export const isEarning: Select = (item) => item.kind === 'earning';
/** Items that absence reduces (never the absence line itself). */
export const isReduced: Select = (item) => item.reducedByAbsence && isEarning(item) && item.rule !== 'absence';
export const isOvertimeBase: Select = (item) => item.inOvertimeBase && item.rule === undefined;
/** Part of the cumulative wage income; of the earnings by rule the rule itself says so. */
export const isTaxable: Select = (item) => isEarning(item) && item.taxable && !TAXED_APART.has(item.rule ?? '');
const TAXED_APART: ReadonlySet<string> = new Set(['retro.nonTaxable', 'bonus.separate']);
/** Employee shares that the income tax rule deducts; whether one insurance is deductible is a parameter. */
export const isSpecial: Select = (item) =>
  isRule(item, 'insurance.employee.') || (item.rule !== undefined && SPECIAL.has(item.rule));
const SPECIAL: ReadonlySet<string> = new Set([
  'housing_fund.employee',
  'retro.employeeInsurance',
  'retro.employeeFund',
]);
/** The month's wage that limits what may be taken from it: neither bonuses nor differences of earlier months. */
export const isWage: Select = (item) => isEarning(item) && !isRetro(item) && !isBonus(item);
/** Everything that is taken off the gross before a debt is recovered. */
export const isDeduction: Select = (item) => item.kind === 'deduction' && item.rule !== 'recovery';
const isRetro: Select = (item) => isRule(item, 'retro.');
const isBonus: Select = (item) => isRule(item, 'bonus.');
/** What an agency is paid a rate of: differences of earlier months carry their own difference of the fee. */
export const isPassThrough: Select = (item) =>
  (isEarning(item) && !isRetro(item)) || isRule(item, 'insurance.employer.') || item.rule === 'housing_fund.employer';

/** What a statutory rule reads of other items. */
function ruleNeeds(item: PayItemDefinition): Select {
  if (item.rule === 'absence') return isReduced;
  if (isRule(item, 'overtime.')) return isOvertimeBase;
  if (item.rule === 'income_tax') return (other) => isTaxable(other) || isSpecial(other);
  if (item.rule === 'agency_fee') return isPassThrough;
  if (item.rule === 'recovery') return (other) => isEarning(other) || isDeduction(other);
  return () => false;
}

/**
 * Items so that whatever one reads comes before it; among those ready the lowest number first.
 * @throws DomainError SCHEME_CYCLE naming the items of one circle
 */
export function orderItems(items: readonly CompiledItem[]): CompiledItem[] {
  const sorted = [...items].sort((a, b) => a.definition.no - b.definition.no);
  const byNo = new Map(sorted.map((item) => [item.definition.no, item]));
  const needs = new Map(sorted.map((item) => [item.definition.no, needsOf(item, sorted)]));
  const ordered: CompiledItem[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const path: number[] = [];
  const visit = (no: number): void => {
    if (state.get(no) === 'done') return;
    path.push(no);
    if (state.get(no) === 'open') throw cycle(path.slice(path.indexOf(no)), byNo);
    state.set(no, 'open');
    for (const other of needs.get(no) ?? []) visit(other);
    state.set(no, 'done');
    path.pop();
    ordered.push(byNo.get(no) as CompiledItem);
  };
  for (const item of sorted) visit(item.definition.no);
  return ordered;
}

function needsOf(item: CompiledItem, all: readonly CompiledItem[]): number[] {
  const named = [...item.names.values()].filter((other) => other !== undefined).map((other) => other.no);
  const select = ruleNeeds(item.definition);
  const read = all.filter((other) => select(other.definition)).map((other) => other.definition.no);
  return [...new Set([...named, ...read])].sort((a, b) => a - b);
}

function cycle(path: readonly number[], byNo: ReadonlyMap<number, CompiledItem>): DomainError {
  const codes = path.map((no) => (byNo.get(no) as CompiledItem).definition.code);
  return new DomainError('SCHEME_CYCLE', { items: codes.join(' → ') }, { path: 'items' });
}
