import type { RoundingMode } from '@gridstaff/kernel';

import { HOUSING_FUND_UNITS } from '../types';
import * as decode from './decoders';
import type { Decoder } from './decoders';

interface Parameter<T> {
  readonly decode: Decoder<T>;
  /** Must have a value in every month that a region covers. */
  readonly required: boolean;
}

const required = <T>(decoder: Decoder<T>): Parameter<T> => ({ decode: decoder, required: true });
const optional = <T>(decoder: Decoder<T>): Parameter<T> => ({ decode: decoder, required: false });
const ROUNDING_MODES: readonly RoundingMode[] = ['half_up', 'down', 'up'];

/** Every parameter that a pack may hold, with the shape of its value. */
export const PARAMETERS = {
  'income_tax.annual_table': required(decode.brackets),
  'income_tax.bonus_monthly_table': required(decode.brackets),
  'income_tax.bonus_separate_until': required(decode.date),
  'income_tax.basic_deduction_per_month': required(decode.amount),
  'income_tax.low_income_annual_limit': required(decode.amount),
  'income_tax.labour_table': required(decode.brackets),
  'income_tax.labour_cost': required(decode.labourCost),
  'income_tax.author_rate': required(decode.rate),
  'income_tax.author_income_ratio': required(decode.rate),
  'income_tax.severance_exempt_multiple': required(decode.positive),
  'income_tax.ignored_below': required(decode.amount),
  'insurance.floor': required(decode.amount),
  'insurance.ceiling': required(decode.amount),
  'insurance.pension': required(decode.insuranceScheme('pension')),
  'insurance.medical': required(decode.insuranceScheme('medical')),
  'insurance.maternity': optional(decode.insuranceScheme('maternity')),
  'insurance.unemployment': required(decode.insuranceScheme('unemployment')),
  'insurance.injury': required(decode.insuranceScheme('injury')),
  'insurance.large_medical': optional(decode.insuranceScheme('large_medical')),
  'insurance.contributes_in_joining_month': required(decode.flag),
  'insurance.contributes_in_leaving_month': required(decode.flag),
  'housing_fund.floor': required(decode.amount),
  'housing_fund.ceiling': required(decode.amount),
  'housing_fund.min_rate': required(decode.rate),
  'housing_fund.max_rate': required(decode.rate),
  'housing_fund.unit': required(decode.choice(HOUSING_FUND_UNITS)),
  'housing_fund.mode': required(decode.choice(ROUNDING_MODES)),
  'labour.paid_days_per_month': required(decode.positive),
  'labour.hours_per_day': required(decode.positive),
  'labour.overtime_rates': required(decode.overtimeRates),
  'labour.minimum_wage': required(decode.amount),
  'labour.sick_pay_floor_ratio': required(decode.rate),
  'labour.loss_deduction_max_ratio': required(decode.rate),
  'labour.probation_ratio': required(decode.rate),
  'labour.annual_leave_extra_ratio': required(decode.positive),
  'labour.minimum_wage_includes_contributions': required(decode.flag),
  'labour.heat_allowance': optional(decode.heatAllowance),
  'labour.local_average_annual_wage': optional(decode.amount),
} as const;

export type ParameterKey = keyof typeof PARAMETERS;
export type ParameterValue<K extends ParameterKey> = (typeof PARAMETERS)[K] extends Parameter<infer T> ? T : never;

export const PARAMETER_KEYS = Object.keys(PARAMETERS) as ParameterKey[];
export const isParameterKey = (key: string): key is ParameterKey => Object.hasOwn(PARAMETERS, key);
