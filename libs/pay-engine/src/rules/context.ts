import type { LineBuilder } from '../program/builder';
import type { PayItemDefinition, PaySchemeDefinition, PeriodParameters } from '../model';

/** What a rule writes its program from. */
export interface RuleContext {
  item: PayItemDefinition;
  scheme: PaySchemeDefinition;
  parameters: PeriodParameters;
  b: LineBuilder;
}
