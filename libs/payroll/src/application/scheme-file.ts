import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@gridstaff/kernel';
import type { PayItemDefinition, PaySchemeDefinition } from '@gridstaff/pay-engine';
import { projectRoot } from '@gridstaff/runtime';
import { parse } from 'yaml';
import { FORMULA_INPUTS } from '../domain';

export interface SchemeFile {
  nameZh: string;
  nameEn: string;
  definition: PaySchemeDefinition;
}

/** 网格员薪酬方案: shipped as a starting point, adopted by each centre and changed by adopting another version. */
export const defaultSchemeFile = (): string => path.join(projectRoot(), 'config/schemes/grid-staff.yaml');

const ITEM_FIELDS = [
  'no',
  'code',
  'zh',
  'en',
  'kind',
  'behaviour',
  'formula',
  'rule',
  'taxable',
  'reduced_by_absence',
  'in_overtime_base',
  'in_insurance_base',
  'counts_for_minimum_wage',
  'fund',
];
const SCHEME_FIELDS = ['code', 'zh', 'en', 'absence_method', 'absence_pay_ratio', 'tables', 'items'];
const KINDS = ['earning', 'deduction', 'employer_cost', 'information'] as const;
const BEHAVIOURS = ['segment', 'calendar', 'last', 'once', 'rule'] as const;
const METHODS = ['actual_workdays', 'positive_21_75', 'negative_21_75'] as const;
const ABSENCES = ['unpaid', 'sick', 'absent_without_leave', 'paid'] as const;

/** @throws DomainError NOT_FOUND when there is no such file, and as `parseScheme` */
export function readSchemeFile(file: string): SchemeFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new DomainError('NOT_FOUND', { what: `pay scheme ${path.basename(file)}` });
  }
  return parseScheme(text, path.basename(file));
}

/**
 * Reads a scheme's YAML. Formulas and the rest of the meaning are checked by `compileScheme` when it is adopted.
 * @throws DomainError SCHEME_FILE, UNKNOWN_FIELD, MISSING_FIELD with file and path
 */
export function parseScheme(text: string, file: string): SchemeFile {
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    throw new DomainError('SCHEME_FILE', { reason: firstLine(error) }, { file });
  }
  const root = new Fields(document, '', file, SCHEME_FIELDS);
  const ratios = new Fields(root.raw('absence_pay_ratio'), 'absence_pay_ratio', file, ABSENCES);
  const items = root.list('items');
  return {
    nameZh: root.text('zh'),
    nameEn: root.text('en'),
    definition: {
      code: root.text('code'),
      items: items.map((item, i) => itemOf(new Fields(item, `items[${i}]`, file, ITEM_FIELDS))),
      inputs: FORMULA_INPUTS,
      ...tablesOf(root, file),
      absenceMethod: root.choice('absence_method', METHODS),
      absencePayRatio: {
        unpaid: ratios.text('unpaid'),
        sick: ratios.text('sick'),
        absent_without_leave: ratios.text('absent_without_leave'),
        paid: ratios.text('paid'),
      },
    },
  };
}

/** `tables: { name: [{ from, rows: [{ up_to, value }] }] }`; numbers are whole or quoted, the last `up_to` is null. */
function tablesOf(root: Fields, file: string): Pick<PaySchemeDefinition, 'tables'> {
  const names = root.names('tables');
  if (names.length === 0) return {};
  const all = new Fields(root.raw('tables'), 'tables', file, names);
  const tables = names.map((name) => {
    const versions = all.list(name).map((version, i) => {
      const path = `tables.${name}[${i}]`;
      const fields = new Fields(version, path, file, ['from', 'rows']);
      const rows = fields.list('rows').map((row, r) => {
        const cells = new Fields(row, `${path}.rows[${r}]`, file, ['up_to', 'value']);
        return { upTo: cells.isNull('up_to') ? null : cells.exact('up_to'), value: cells.exact('value') };
      });
      return { from: fields.text('from'), rows };
    });
    return [name, versions] as const;
  });
  return { tables: Object.fromEntries(tables) };
}

function itemOf(fields: Fields): PayItemDefinition {
  const kind = fields.choice('kind', KINDS);
  const [formula, rule, fund] = [fields.maybeText('formula'), fields.maybeText('rule'), fields.maybeText('fund')];
  const inInsuranceBase = fields.maybeFlag('in_insurance_base');
  const countsForMinimumWage = fields.maybeFlag('counts_for_minimum_wage');
  return {
    no: fields.integer('no'),
    code: fields.text('code'),
    nameZh: fields.text('zh'),
    nameEn: fields.text('en'),
    kind,
    behaviour: fields.choice('behaviour', BEHAVIOURS),
    ...(formula !== undefined && { formula }),
    // An unknown rule is refused by `compileScheme`, which knows them.
    ...(rule !== undefined && { rule: rule as PayItemDefinition['rule'] }),
    taxable: fields.flag('taxable', kind === 'earning'),
    reducedByAbsence: fields.flag('reduced_by_absence', false),
    inOvertimeBase: fields.flag('in_overtime_base', false),
    ...(inInsuranceBase !== undefined && { inInsuranceBase }),
    ...(countsForMinimumWage !== undefined && { countsForMinimumWage }),
    ...(fund !== undefined && { fund }),
  };
}

/** One mapping of the file, read field by field. */
class Fields {
  private readonly values: Readonly<Record<string, unknown>>;

  constructor(
    value: unknown,
    private readonly path: string,
    private readonly file: string,
    known: readonly string[],
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.wrong('', 'mapping');
    this.values = value as Record<string, unknown>;
    const unknown = Object.keys(value).find((key) => !known.includes(key));
    if (unknown !== undefined) throw new DomainError('UNKNOWN_FIELD', { name: unknown }, this.place(unknown));
  }

  raw(name: string): unknown {
    const value = this.values[name];
    if (value === undefined || value === null) throw new DomainError('MISSING_FIELD', { name }, this.place(name));
    return value;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== 'string') throw this.wrong(name, 'quoted text');
    return value;
  }

  maybeText(name: string): string | undefined {
    return this.values[name] === undefined ? undefined : this.text(name);
  }

  /** Names of a mapping of the user's own; none where it is left out. */
  names(name: string): string[] {
    const value = this.values[name];
    if (value === undefined) return [];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.wrong(name, 'mapping');
    return Object.keys(value);
  }

  list(name: string): readonly unknown[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) throw this.wrong(name, 'list');
    return value;
  }

  isNull(name: string): boolean {
    return this.values[name] === null;
  }

  /** A whole number or the quoted text of a decimal. */
  exact(name: string): number | string {
    const value = this.raw(name);
    if (typeof value === 'string' || Number.isSafeInteger(value)) return value as number | string;
    throw this.wrong(name, 'whole number or quoted decimal');
  }

  integer(name: string): number {
    const value = this.raw(name);
    if (!Number.isSafeInteger(value)) throw this.wrong(name, 'whole number');
    return value as number;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.values[name] ?? otherwise;
    if (typeof value !== 'boolean') throw this.wrong(name, 'true or false');
    return value;
  }

  maybeFlag(name: string): boolean | undefined {
    return this.values[name] === undefined ? undefined : this.flag(name, false);
  }

  choice<T extends string>(name: string, choices: readonly T[]): T {
    const value = this.raw(name);
    if (!choices.includes(value as T)) throw this.wrong(name, choices.join(' | '));
    return value as T;
  }

  wrong(name: string, expected: string): DomainError {
    return new DomainError('SCHEME_FILE', { reason: `${this.at(name)}: ${expected}` }, this.place(name));
  }

  private at(name: string): string {
    return [this.path, name].filter((part) => part !== '').join('.');
  }

  private place(name: string): { file: string; path: string } {
    return { file: this.file, path: this.at(name) };
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] as string;
