import type { Node } from '../formula/parser';
import type { PayItemDefinition, PaySchemeDefinition } from '../model';

export interface CompiledItem {
  definition: PayItemDefinition;
  /** Parsed formula; absent for a rule. */
  formula?: Node;
  /** Names in the formula: another item, or undefined for an input. */
  names: ReadonlyMap<string, PayItemDefinition | undefined>;
}

export interface CompiledScheme {
  readonly definition: PaySchemeDefinition;
  /** In the order they are calculated: whatever an item needs comes before it, otherwise by item number. */
  readonly items: readonly CompiledItem[];
  /** Names of the inputs that formulas need, sorted. */
  readonly inputs: readonly string[];
}
