import type { InsuranceName, ItemKind, PayItemDefinition, RetroCategory, RuleName } from '../model';
import type { TotalName } from '../program/table';

/** What an item of a statutory rule is, whatever its definition says. */
export interface RuleTraits {
  /** The kind an item of the rule must have. */
  kind: ItemKind;
  total: TotalName;
  /** An earning outside the cumulative wage income: it is taxed by a rule of its own, or not at all. */
  taxedApart?: true;
  /** A deduction that the income tax rule takes off; of an insurance only where its parameters say so. */
  special?: true;
  /** An earning that is no wage of this month: nothing may be taken from it for a loss or debt. */
  noWage?: true;
  /** An earning compared with the minimum wage, unless its definition says otherwise. */
  counts?: true;
  /** Carries its own difference of the agency's fee. */
  noFee?: true;
  /** Has a line only on a slip with days of the month. */
  wages?: true;
  /** The month value without which, or at zero, there is no line. */
  trigger?: string;
}

const earning = (more: Omit<RuleTraits, 'kind' | 'total'> = {}): RuleTraits => ({
  kind: 'earning',
  total: 'gross',
  ...more,
});
const deduction = (total: TotalName, more: Omit<RuleTraits, 'kind' | 'total'> = {}): RuleTraits => ({
  kind: 'deduction',
  total,
  ...more,
});
const cost = (total: TotalName): RuleTraits => ({ kind: 'employer_cost', total });
/** Rules that carry one amount given, or are worked out from it. */
const of = (trigger: string, traits: RuleTraits): RuleTraits => ({ ...traits, trigger });

export const INSURANCES: readonly InsuranceName[] = [
  'pension',
  'medical',
  'maternity',
  'unemployment',
  'injury',
  'large_medical',
];

const RETRO: Readonly<Record<`retro.${RetroCategory}`, RuleTraits>> = {
  'retro.taxable': earning({ noWage: true, noFee: true }),
  'retro.nonTaxable': earning({ noWage: true, noFee: true, taxedApart: true }),
  'retro.employeeInsurance': deduction('employeeInsurance', { special: true }),
  'retro.employeeInsuranceNotDeductible': deduction('employeeInsurance'),
  'retro.employeeFund': deduction('employeeFund', { special: true }),
  'retro.otherDeductions': deduction('otherDeductions'),
  'retro.employerInsurance': cost('employerInsurance'),
  'retro.employerFund': cost('employerFund'),
  'retro.fee': cost('fee'),
};

const TRAITS: Readonly<Record<string, RuleTraits>> = {
  absence: earning({ counts: true, wages: true }),
  'overtime.weekday': earning({ trigger: 'overtime.weekday' }),
  'overtime.restday': earning({ trigger: 'overtime.restday' }),
  'overtime.holiday': earning({ trigger: 'overtime.holiday' }),
  probation_floor: earning({ counts: true, wages: true }),
  minimum_wage: earning({ wages: true }),
  heat_allowance: earning({ wages: true }),
  annual_leave_payout: earning({ noWage: true, trigger: 'leave.days' }),
  ...Object.fromEntries(
    INSURANCES.flatMap((name) => [
      [`insurance.employee.${name}`, deduction('employeeInsurance', { special: true })],
      [`insurance.employer.${name}`, cost('employerInsurance')],
    ]),
  ),
  'housing_fund.employee': deduction('employeeFund', { special: true }),
  'housing_fund.employer': cost('employerFund'),
  income_tax: deduction('tax'),
  agency_fee: cost('fee'),
  ...Object.fromEntries(Object.entries(RETRO).map(([name, traits]) => [name, of(name, traits)])),
  'bonus.separate': of('bonus.separate', earning({ noWage: true, taxedApart: true })),
  'bonus.together': of('bonus.together', earning({ noWage: true })),
  'bonus.tax': of('bonus.separate', deduction('tax')),
  'labour.pay': of('labour.pay', earning({ noWage: true, taxedApart: true })),
  'labour.tax': of('labour.pay', deduction('tax')),
  'severance.pay': of('severance.pay', earning({ noWage: true, taxedApart: true })),
  'severance.tax': of('severance.pay', deduction('tax')),
  loss_deduction: of('loss', deduction('otherDeductions')),
  recovery: of('receivable.before', deduction('otherDeductions')),
};

export const RULE_NAMES = Object.keys(TRAITS) as RuleName[];

/** Undefined for an item with a formula, and for a rule that does not exist. */
export const traitsOf = (item: Pick<PayItemDefinition, 'rule'>): RuleTraits | undefined =>
  item.rule !== undefined && Object.hasOwn(TRAITS, item.rule) ? TRAITS[item.rule] : undefined;

export function totalOf(item: PayItemDefinition): TotalName | null {
  if (item.kind === 'information') return null;
  return traitsOf(item)?.total ?? (item.kind === 'earning' ? 'gross' : 'otherDeductions');
}
