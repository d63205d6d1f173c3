import { createHash } from 'node:crypto';
import { canonicalJson, invariant, type Json, type Period } from '@gridstaff/kernel';

import type { Layers } from './layers';
import type { DatedEntry } from './timeline';
import { PARAMETER_KEYS, type ParameterKey, type ParameterValue } from './schema/parameters';
import { INSURANCE_NAMES, type InsuranceScheme, type RegionParameters, type Sourced } from './types';

/** Puts together what holds in a month that the region covers (the caller has checked that). */
export function resolveRegion(layers: Layers, region: string, period: Period): RegionParameters {
  const found = new Map<ParameterKey, DatedEntry>();
  for (const key of PARAMETER_KEYS) {
    const entry = layers.find(region, key, period);
    if (entry) found.set(key, entry);
  }
  const maybe = <K extends ParameterKey>(key: K): Sourced<ParameterValue<K>> | undefined => {
    const entry = found.get(key);
    // The entry was decoded by this very key, so its value has the key's type.
    return entry && { ...origin(entry), value: entry.value as ParameterValue<K> };
  };
  const get = <K extends ParameterKey>(key: K): Sourced<ParameterValue<K>> => {
    const value = maybe(key);
    invariant(value, `no value of ${key} in ${region} ${period} although it is covered`);
    return value;
  };
  const localAverageAnnualWage = maybe('labour.local_average_annual_wage');
  const heatAllowance = maybe('labour.heat_allowance');
  return deepFreeze<RegionParameters>({
    region,
    period,
    fingerprint: fingerprintOf(found),
    incomeTax: {
      annualTable: get('income_tax.annual_table'),
      bonusMonthlyTable: get('income_tax.bonus_monthly_table'),
      bonusSeparateUntil: get('income_tax.bonus_separate_until'),
      basicDeductionPerMonth: get('income_tax.basic_deduction_per_month'),
      lowIncomeAnnualLimit: get('income_tax.low_income_annual_limit'),
      labourTable: get('income_tax.labour_table'),
      labourCost: get('income_tax.labour_cost'),
      authorRate: get('income_tax.author_rate'),
      authorIncomeRatio: get('income_tax.author_income_ratio'),
      severanceExemptMultiple: get('income_tax.severance_exempt_multiple'),
      ignoredBelow: get('income_tax.ignored_below'),
    },
    insurance: {
      floor: get('insurance.floor'),
      ceiling: get('insurance.ceiling'),
      schemes: INSURANCE_NAMES.flatMap((name): Sourced<InsuranceScheme>[] => {
        const scheme = maybe(`insurance.${name}`);
        return scheme && scheme.value !== null ? [{ ...scheme, value: scheme.value }] : [];
      }),
      contributesInJoiningMonth: get('insurance.contributes_in_joining_month'),
      contributesInLeavingMonth: get('insurance.contributes_in_leaving_month'),
    },
    housingFund: {
      floor: get('housing_fund.floor'),
      ceiling: get('housing_fund.ceiling'),
      minRate: get('housing_fund.min_rate'),
      maxRate: get('housing_fund.max_rate'),
      unit: get('housing_fund.unit'),
      mode: get('housing_fund.mode'),
    },
    labour: {
      paidDaysPerMonth: get('labour.paid_days_per_month'),
      hoursPerDay: get('labour.hours_per_day'),
      overtimeRates: get('labour.overtime_rates'),
      minimumWage: get('labour.minimum_wage'),
      sickPayFloorRatio: get('labour.sick_pay_floor_ratio'),
      lossDeductionMaxRatio: get('labour.loss_deduction_max_ratio'),
      probationRatio: get('labour.probation_ratio'),
      annualLeaveExtraRatio: get('labour.annual_leave_extra_ratio'),
      minimumWageIncludesContributions: get('labour.minimum_wage_includes_contributions'),
      ...(heatAllowance && { heatAllowance }),
      ...(localAverageAnnualWage && { localAverageAnnualWage }),
    },
  });
}

const origin = (entry: DatedEntry): Omit<Sourced<never>, 'value'> => ({
  key: entry.key,
  source: entry.source,
  confidence: entry.confidence,
  layer: entry.layer,
  validFrom: entry.validFrom,
  ...(entry.note !== undefined && { note: entry.note }),
});

/** Values and where they come from; notes are left out, so that rewording one changes nothing. */
function fingerprintOf(found: ReadonlyMap<ParameterKey, DatedEntry>): string {
  const content = [...found].map(([key, { value, source, confidence, layer, validFrom }]): Json => {
    return { key, value, source, confidence, layer, validFrom };
  });
  return createHash('sha256').update(canonicalJson(content), 'utf8').digest('hex');
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
