import { DomainError, ratio } from '@gridstaff/kernel';
import { isFunctionName } from '../formula/parser';
import { isFormulaName } from '../formula/tokens';
import type { PayItemDefinition, PaySchemeDefinition } from '../model';
import { traitsOf } from './rule-traits';
import { checkTables } from './tables';

export const MAX_ITEMS = 200;

/** Everything about a scheme but its formulas; pushes each finding with its path. */
export function checkItems(scheme: PaySchemeDefinition, errors: DomainError[]): void {
  if (scheme.items.length === 0) errors.push(new DomainError('SCHEME_EMPTY', {}, { path: 'items' }));
  if (scheme.items.length > MAX_ITEMS) {
    errors.push(new DomainError('SCHEME_TOO_MANY_ITEMS', { limit: MAX_ITEMS }, { path: 'items' }));
    return;
  }
  checkDuplicates(scheme, errors);
  scheme.items.forEach((item, i) => checkItem(item, `items[${i}]`, errors));
  for (const name of Object.keys(scheme.inputs ?? {})) {
    if (!isFormulaName(name) || isFunctionName(name))
      errors.push(new DomainError('SCHEME_ITEM_CODE', { value: name }, { path: `inputs.${name}` }));
  }
  checkTables(scheme, errors);
  for (const [kind, ratioText] of Object.entries(scheme.absencePayRatio)) {
    if (!isShare(ratioText)) {
      errors.push(
        new DomainError('SCHEME_RATIO', { name: kind, value: String(ratioText) }, { path: `absencePayRatio.${kind}` }),
      );
    }
  }
}

function checkItem(item: PayItemDefinition, path: string, errors: DomainError[]): void {
  const fail = (code: string, field: string, params: Record<string, string | number> = {}): void => {
    errors.push(new DomainError(code, { item: item.code, ...params }, { path: `${path}.${field}` }));
  };
  if (!Number.isInteger(item.no) || item.no < 1 || item.no > 999)
    fail('SCHEME_ITEM_NUMBER', 'no', { value: String(item.no) });
  if (!isFormulaName(item.code) || isFunctionName(item.code)) fail('SCHEME_ITEM_CODE', 'code', { value: item.code });
  if (item.behaviour === 'rule') checkRule(item, fail);
  else if (item.rule !== undefined) fail('SCHEME_RULE_MISSING', 'rule', { rule: item.rule });
  else if (!item.formula?.trim()) fail('SCHEME_FORMULA_MISSING', 'formula');
  else if (item.kind === 'employer_cost') fail('SCHEME_EMPLOYER_COST', 'kind');
}

function checkRule(
  item: PayItemDefinition,
  fail: (code: string, field: string, params?: Record<string, string>) => void,
): void {
  const rule = item.rule ?? '';
  const kind = traitsOf(item)?.kind;
  if (!kind || item.formula !== undefined) fail('SCHEME_RULE_MISSING', 'rule', { rule });
  else if (item.kind !== kind) fail('SCHEME_RULE_KIND', 'kind', { expected: kind });
}

/** Item numbers, rules, and codes with names and inputs together, because formulas may use any of the latter. */
function checkDuplicates(scheme: PaySchemeDefinition, errors: DomainError[]): void {
  const seen = new Map<string, string>();
  const claim = (space: string, value: string, owner: string, path: string): void => {
    const key = `${space}:${value}`;
    const other = seen.get(key);
    if (other !== undefined && other !== owner) errors.push(new DomainError('SCHEME_DUPLICATE', { value }, { path }));
    else seen.set(key, owner);
  };
  scheme.items.forEach((item, i) => {
    const owner = `items[${i}]`;
    claim('no', String(item.no), owner, `${owner}.no`);
    claim('name', item.code, owner, `${owner}.code`);
    claim('name', item.nameZh, owner, `${owner}.nameZh`);
    if (item.rule !== undefined) claim('rule', item.rule, owner, `${owner}.rule`);
  });
  for (const name of Object.keys(scheme.inputs ?? {})) claim('name', name, `inputs.${name}`, `inputs.${name}`);
  for (const name of Object.keys(scheme.tables ?? {})) claim('name', name, `tables.${name}`, `tables.${name}`);
}

function isShare(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d(\.\d{1,10})?$/.test(text)) return false;
  return ratio.compare(ratio.parseDecimal(text), ratio.ONE) <= 0;
}
