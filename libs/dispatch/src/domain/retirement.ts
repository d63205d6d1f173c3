import { invariant, type LocalDate, monthsAfter, type Period, splitPeriod } from '@gridstaff/kernel';
import type { RetirementCategory } from './people';

/** How an age rises for those born from `firstBirth` on: a month for every `birthsPerMonth` months of birth begun. Ages in years. */
export interface RetirementRule {
  from: number;
  to: number;
  firstBirth: Period;
  birthsPerMonth: number;
}
export type RetirementRules = Readonly<Record<RetirementCategory, RetirementRule>>;

const monthNumber = (period: Period): number => {
  const { year, month } = splitPeriod(period);
  return year * 12 + month;
};

/** Months by which the reform delays the retirement of somebody born in a month. */
export function delayMonths(born: Period, { from, to, firstBirth, birthsPerMonth }: RetirementRule): number {
  const since = monthNumber(born) - monthNumber(firstBirth);
  return since < 0 ? 0 : Math.min((to - from) * 12, Math.floor(since / birthsPerMonth) + 1);
}

/** The day on which a person reaches the legal age, by the table of the decision of 2024-09-13. */
export const retirementDate = (birthDate: LocalDate, rule: RetirementRule): LocalDate =>
  monthsAfter(birthDate, rule.from * 12 + delayMonths(birthDate.slice(0, 7), rule));

/** Reads the data file. @throws Error when it is not what this code was written for */
export function readRetirementRules(document: unknown): RetirementRules {
  const { categories } = document as { categories?: Record<string, RetirementRule> };
  const rule = (category: RetirementCategory): RetirementRule => {
    const found = categories?.[category];
    invariant(
      found && [found.from, found.to, found.birthsPerMonth].every((n) => Number.isSafeInteger(n) && n > 0),
      `config/retirement: ${category}`,
    );
    invariant(/^\d{4}-\d{2}$/.test(String(found.firstBirth)), `config/retirement: ${category}.firstBirth`);
    return found;
  };
  return { male_60: rule('male_60'), female_55: rule('female_55'), female_50: rule('female_50') };
}
