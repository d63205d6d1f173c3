import { DomainError, ratio, type Rational } from '@gridstaff/kernel';
import type { PeriodParameters } from '../../model';
import type { LineBuilder } from '../../program/builder';
import type { Language } from '../../program/expression';
import type { Ref } from '../../program/table';
import { fail, Fields } from '../fields';
import { NATIONAL } from '../national';
import { Sheet } from '../sheet';
import type { Because, CalculatorParameters, FurtherTax, Output, ParameterLookup } from '../types';

export interface Context {
  packs: ParameterLookup | undefined;
  language: Language;
  /** Rule of the operation: source of the steps that name none of their own. */
  source: string;
}

export interface Answer {
  output: Record<string, Output>;
  because: Because[];
}

export type Operation = (input: unknown, context: Context) => Answer;

export const PATH = 'input';
/** Fields by which a case picks its parameters from the policy packs. */
export const DATED = ['region', 'on'] as const;

/** Parameters of the case's region and month; null when it names none. @throws DomainError NO_PARAMETERS, MISSING_FIELD, OUT_OF_RANGE */
export function dated(f: Fields, { packs }: Context): CalculatorParameters | null {
  if (!f.has('region') && !f.has('on')) return null;
  f.need('region');
  f.need('on');
  const region = f.text('region');
  const on = f.period('on');
  const none = fail('NO_PARAMETERS', f.at('on'), { region: region.slice(0, 40), period: on });
  try {
    const found = packs?.(region, on);
    if (!found) throw none;
    return found;
  } catch (error) {
    throw error instanceof DomainError && error.code === 'NO_PARAMETERS' ? none : error;
  }
}

/** The answer of a sheet; parameters that came from a pack or with the case are listed. */
export function answer(sheet: Sheet, output: Record<string, Output>, parametersGiven: unknown): Answer {
  const full = parametersGiven ? { ...output, parameters_used: sheet.parametersUsed() } : output;
  return { output: full, because: sheet.because() };
}

export const incomeTaxOf = (p: CalculatorParameters | null): PeriodParameters['incomeTax'] & FurtherTax => ({
  ...NATIONAL.incomeTax,
  ...p?.incomeTax,
});

export type LabourRules = Omit<PeriodParameters['labour'], 'minimumWage'>;
export const labourOf = (p: CalculatorParameters | null): LabourRules => ({ ...NATIONAL.labour, ...p?.labour });

/** The minimum wage: from the case, or, when it names a region instead, from the pack. */
export class MinimumWage {
  readonly values: Record<string, Rational>;

  constructor(
    f: Fields,
    private readonly parameters: CalculatorParameters | null,
  ) {
    if (!parameters) f.need('minimum_wage');
    this.given = f.has('minimum_wage');
    this.values = this.given ? { minimum_wage: ratio.ofFen(f.money('minimum_wage')) } : {};
  }

  private readonly given: boolean;

  write(b: LineBuilder): Ref {
    const { parameters } = this;
    return this.given || !parameters
      ? b.take('minimum_wage')
      : b.money(parameters.labour.minimumWage, 'parameter.minimum_wage');
  }
}
