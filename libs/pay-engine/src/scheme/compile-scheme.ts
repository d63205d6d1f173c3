import { DomainError, type ErrorPlace } from '@gridstaff/kernel';
import { isFunctionName, namesIn, parseFormula, tablesIn } from '../formula/parser';
import type { PayItemDefinition, PaySchemeDefinition } from '../model';
import { checkItems } from './check-items';
import type { CompiledItem, CompiledScheme } from './compiled';
import { orderItems } from './order';

/**
 * Checks a scheme at save and orders its items. The result does not depend on the order of the definition's items.
 * @throws DomainError FORMULA_* or SCHEME_*: the first finding, all of them in `details` when there are several; `place.path` names the
 * item's field, `params.position` the character of the formula (from 1)
 */
export function compileScheme(definition: PaySchemeDefinition): CompiledScheme {
  const errors: DomainError[] = [];
  checkItems(definition, errors);
  checkLength(definition, errors);
  refuse(errors);
  const byName = new Map<string, PayItemDefinition>();
  for (const item of definition.items) byName.set(item.nameZh, item);
  for (const item of definition.items) byName.set(item.code, item);
  const compiled = definition.items.map((item, i) =>
    compileItem(item, `items[${i}].formula`, definition, byName, errors),
  );
  refuse(errors);
  const items = orderItems(compiled);
  const inputs = new Set<string>();
  for (const { names } of items) for (const [name, item] of names) if (!item) inputs.add(name);
  return { definition, items, inputs: [...inputs].sort() };
}

/** The names a worker's or segment's `values` must hold for this scheme. */
export const inputNames = (scheme: CompiledScheme): readonly string[] => scheme.inputs;

function compileItem(
  item: PayItemDefinition,
  path: string,
  scheme: PaySchemeDefinition,
  byName: ReadonlyMap<string, PayItemDefinition>,
  errors: DomainError[],
): CompiledItem {
  const names = new Map<string, PayItemDefinition | undefined>();
  if (item.formula === undefined) return { definition: item, names };
  try {
    const formula = parseFormula(item.formula);
    for (const [name, position] of namesIn(formula)) {
      const other = byName.get(name);
      const known = other ?? isInput(scheme, name);
      if (!known) errors.push(new DomainError('FORMULA_UNKNOWN_NAME', { item: item.code, name, position }, { path }));
      names.set(name, other);
    }
    for (const [name, position] of tablesIn(formula)) {
      if (!hasTable(scheme, name))
        errors.push(new DomainError('FORMULA_UNKNOWN_TABLE', { item: item.code, name, position }, { path }));
    }
    return { definition: item, formula, names };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    errors.push(located(error, item.code, { path }));
    return { definition: item, names };
  }
}

/** What all formulas together may have, so that saving a scheme takes a bounded time. */
const MAX_LENGTH = 20_000;

function checkLength({ items }: PaySchemeDefinition, errors: DomainError[]): void {
  let length = 0;
  for (const [i, { code, formula = '' }] of items.entries()) {
    const position = MAX_LENGTH - length + 1;
    length += formula.length;
    if (length <= MAX_LENGTH) continue;
    errors.push(
      new DomainError('FORMULA_LIMIT', { item: code, position, limit: MAX_LENGTH }, { path: `items[${i}].formula` }),
    );
    return;
  }
}

const hasTable = ({ tables }: PaySchemeDefinition, name: string): boolean =>
  tables !== undefined && Object.hasOwn(tables, name);

/** A table is no value; without described inputs every other name is one. */
const isInput = (scheme: PaySchemeDefinition, name: string): boolean =>
  scheme.inputs ? Object.hasOwn(scheme.inputs, name) : !isFunctionName(name) && !hasTable(scheme, name);

const located = (error: DomainError, item: string, place: ErrorPlace): DomainError =>
  new DomainError(error.code, { item, ...error.params }, place);

function refuse(errors: readonly DomainError[]): void {
  const [first] = errors;
  if (first) throw new DomainError(first.code, first.params, first.place, errors.length > 1 ? errors : []);
}
