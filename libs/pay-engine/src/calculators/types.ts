import type { DomainError, Fen, Period } from '@gridstaff/kernel';
import type { PeriodParameters, Sourced } from '../model';

/** Tax values that a pay run does not need. */
export interface FurtherTax {
  lowIncomeAnnualLimit: Sourced<Fen>;
  authorRate: Sourced<string>;
  authorIncomeRatio: Sourced<string>;
}

/** A month's parameters for the calculators; of what a pay run does not need a pack may have nothing, then the national value applies. */
export interface CalculatorParameters {
  incomeTax: PeriodParameters['incomeTax'] & Partial<FurtherTax>;
  insurance: PeriodParameters['insurance'];
  housingFund: PeriodParameters['housingFund'];
  labour: PeriodParameters['labour'];
}

/** Finds the policy packs' parameters; undefined or DomainError NO_PARAMETERS when no pack covers the month. */
export type ParameterLookup = (region: string, on: Period) => CalculatorParameters | undefined;

export type Output = string | number | boolean | null | readonly Output[] | { readonly [name: string]: Output };

export interface Because {
  rule: string;
  formula: string;
  values: Record<string, string>;
  source: string;
}

export interface CalculatorAnswer {
  id: unknown;
  op: unknown;
  output?: Record<string, Output>;
  because?: Because[];
  error?: { code: string; message: string; path: string };
}

/** Text of an error for the answer; the catalogue of texts is not known in this room. */
export type Describe = (error: DomainError) => string;
