import type { PayItemDefinition } from '../model';
import { traitsOf } from './rule-traits';

/** Chooses items that a rule reads. */
export type Select = (item: PayItemDefinition) => boolean;

export const isEarning: Select = (item) => item.kind === 'earning';
/** Items that absence reduces (never the absence line itself). */
export const isReduced: Select = (item) =>
  item.reducedByAbsence && isEarning(item) && (item.rule === undefined || item.rule === 'probation_floor');
export const isOvertimeBase: Select = (item) => item.inOvertimeBase && item.rule === undefined;
/** Part of the cumulative wage income; of the earnings by rule the rule itself says so. */
export const isTaxable: Select = (item) => isEarning(item) && item.taxable && !traitsOf(item)?.taxedApart;
/** Employee shares that the income tax rule deducts; whether one insurance is deductible is a parameter. */
export const isSpecial: Select = (item) => traitsOf(item)?.special === true;
/** What the worker contributes this month. */
export const isContribution: Select = (item) =>
  item.rule?.startsWith('insurance.employee.') === true || item.rule === 'housing_fund.employee';
/** The month's wage, which limits what may be taken from it. */
export const isWage: Select = (item) => isEarning(item) && !traitsOf(item)?.noWage;
/** Everything that is taken off the gross before a loss or a debt. */
export const isDeduction: Select = (item) =>
  item.kind === 'deduction' && item.rule !== 'loss_deduction' && item.rule !== 'recovery';
/** What an agency is paid a rate of. */
export const isPassThrough: Select = (item) => {
  const traits = traitsOf(item);
  if (isEarning(item)) return !traits?.noFee;
  return item.rule?.startsWith('insurance.employer.') === true || item.rule === 'housing_fund.employer';
};
/** Compared with the minimum wage (最低工资规定 art.12: without overtime, special conditions and statutory welfare). */
export const countsForMinimumWage: Select = (item) =>
  isEarning(item) &&
  item.rule !== 'minimum_wage' &&
  (item.countsForMinimumWage ?? (item.rule === undefined || traitsOf(item)?.counts === true));
/** Standing pay of a month: what the wage of a worker in probation is compared by. */
export const isStanding: Select = (item) =>
  item.rule === undefined && item.behaviour !== 'once' && countsForMinimumWage(item);

const NOTHING: Select = () => false;
const READS: Readonly<Record<string, Select>> = {
  absence: isReduced,
  'overtime.weekday': isOvertimeBase,
  'overtime.restday': isOvertimeBase,
  'overtime.holiday': isOvertimeBase,
  probation_floor: isStanding,
  minimum_wage: (item) => countsForMinimumWage(item) || isContribution(item),
  income_tax: (item) => isTaxable(item) || isSpecial(item),
  agency_fee: isPassThrough,
  loss_deduction: (item) => isEarning(item) || isDeduction(item),
  recovery: (item) => isEarning(item) || isDeduction(item) || item.rule === 'loss_deduction',
};

/** What the item's rule reads of other items; nothing for a formula. */
export const readsOf = ({ rule }: PayItemDefinition): Select =>
  rule !== undefined && Object.hasOwn(READS, rule) ? (READS[rule] as Select) : NOTHING;
