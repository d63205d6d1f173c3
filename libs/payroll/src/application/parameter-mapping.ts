import { hash } from 'node:crypto';
import { canonicalJson, type Json, type Period } from '@gridstaff/kernel';
import type { PeriodParameters, Sourced } from '@gridstaff/pay-engine';
import type { RegionParameters, Sourced as PackValue } from '@gridstaff/policy';

export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** What the engine needs to know of a value; layer, start and note stay with the pack. */
const sourced = <T>({ key, value, source, confidence }: PackValue<T>): Sourced<T> => ({
  key,
  value,
  source,
  confidence,
});

/**
 * The engine's parameters of a run: insurance, fund and labour rules of the work month, income tax of the month of payment. The
 * fingerprint covers every value with its source, so two runs of one fingerprint were calculated under the same law.
 */
export function toPeriodParameters(work: RegionParameters, tax: RegionParameters, taxMonth: Period): PeriodParameters {
  const content = {
    region: work.region,
    period: work.period,
    taxMonth,
    incomeTax: {
      annualTable: sourced(tax.incomeTax.annualTable),
      basicDeductionPerMonth: sourced(tax.incomeTax.basicDeductionPerMonth),
      bonusMonthlyTable: sourced(tax.incomeTax.bonusMonthlyTable),
      bonusSeparateUntil: sourced(tax.incomeTax.bonusSeparateUntil),
      labourTable: sourced(tax.incomeTax.labourTable),
      labourCost: sourced(tax.incomeTax.labourCost),
      severanceExemptMultiple: sourced(tax.incomeTax.severanceExemptMultiple),
      ignoredBelow: sourced(tax.incomeTax.ignoredBelow),
    },
    insurance: {
      floor: sourced(work.insurance.floor),
      ceiling: sourced(work.insurance.ceiling),
      schemes: work.insurance.schemes.map(sourced),
    },
    housingFund: {
      floor: sourced(work.housingFund.floor),
      ceiling: sourced(work.housingFund.ceiling),
      unit: sourced(work.housingFund.unit),
      mode: sourced(work.housingFund.mode),
    },
    labour: {
      paidDaysPerMonth: sourced(work.labour.paidDaysPerMonth),
      hoursPerDay: sourced(work.labour.hoursPerDay),
      overtimeRates: sourced(work.labour.overtimeRates),
      minimumWage: sourced(work.labour.minimumWage),
      sickPayFloorRatio: sourced(work.labour.sickPayFloorRatio),
      lossDeductionMaxRatio: sourced(work.labour.lossDeductionMaxRatio),
      minimumWageIncludesContributions: sourced(work.labour.minimumWageIncludesContributions),
      probationRatio: sourced(work.labour.probationRatio),
      annualLeaveExtraRatio: sourced(work.labour.annualLeaveExtraRatio),
      ...(work.labour.heatAllowance && { heatAllowance: sourced(work.labour.heatAllowance) }),
    },
  };
  // Readonly records of plain values are JSON; their interfaces lack the index signature that the type asks for.
  return { ...content, fingerprint: sha256(canonicalJson(content as unknown as Json)) };
}
