import { DomainError, endOfPeriod, firstDay, isLocalDate, ratio, type LocalDate, type Period } from '@gridstaff/kernel';
import { isFunctionName } from '../formula/parser';
import { isFormulaName } from '../formula/tokens';
import type { PaySchemeDefinition, TableVersion } from '../model';
import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

export const TABLE_LIMITS = { tables: 50, versions: 100, rows: 200 } as const;

/** Everything about the tables of a scheme; pushes each finding with its path. */
export function checkTables({ tables = {} }: PaySchemeDefinition, errors: DomainError[]): void {
  const names = Object.keys(tables);
  if (names.length > TABLE_LIMITS.tables)
    errors.push(new DomainError('SCHEME_TABLE_LIMIT', { limit: TABLE_LIMITS.tables }, { path: 'tables' }));
  for (const name of names.slice(0, TABLE_LIMITS.tables)) {
    const path = `tables.${name}`;
    if (!isFormulaName(name) || isFunctionName(name))
      errors.push(new DomainError('SCHEME_ITEM_CODE', { value: name }, { path }));
    else checkVersions(name, tables[name] ?? [], path, errors);
  }
}

function checkVersions(table: string, versions: readonly TableVersion[], path: string, errors: DomainError[]): void {
  if (versions.length === 0) errors.push(new DomainError('SCHEME_TABLE_ROWS', { table }, { path }));
  if (versions.length > TABLE_LIMITS.versions) {
    errors.push(new DomainError('SCHEME_TABLE_LIMIT', { limit: TABLE_LIMITS.versions }, { path }));
    return;
  }
  let before = '';
  versions.forEach(({ from, rows }, i) => {
    if (!isLocalDate(from) || from <= before)
      errors.push(new DomainError('SCHEME_TABLE_DATE', { table }, { path: `${path}[${i}].from` }));
    before = from;
    if (rows.length > TABLE_LIMITS.rows)
      errors.push(new DomainError('SCHEME_TABLE_LIMIT', { limit: TABLE_LIMITS.rows }, { path: `${path}[${i}].rows` }));
    else checkRows(table, rows, `${path}[${i}].rows`, errors);
  });
}

function checkRows(table: string, rows: TableVersion['rows'], path: string, errors: DomainError[]): void {
  if (rows.length === 0) errors.push(new DomainError('SCHEME_TABLE_ROWS', { table }, { path }));
  rows.forEach(({ upTo, value }, r) => {
    const before = rows[r - 1]?.upTo;
    const open = upTo === null;
    const rises =
      before === undefined ||
      (isExact(before) && isExact(upTo) && ratio.compare(exact(before), exact(upTo)) < 0) ||
      (open && before !== null);
    if (open !== (r === rows.length - 1) || (!open && !isExact(upTo)) || !rises)
      errors.push(new DomainError('SCHEME_TABLE_ROWS', { table }, { path: `${path}[${r}].upTo` }));
    if (!isExact(value)) errors.push(new DomainError('SCHEME_TABLE_ROWS', { table }, { path: `${path}[${r}].value` }));
  });
}

const isExact = (value: unknown): value is number | string =>
  typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && /^-?\d{1,13}(\.\d{1,10})?$/.test(value);
const exact = (value: number | string): ReturnType<typeof ratio.parseDecimal> => ratio.parseDecimal(String(value));

/** The days inside a month on which a table of the scheme changes: segments are cut there, so that each reads one version. */
export function tableChanges({ tables = {} }: PaySchemeDefinition, period: Period): LocalDate[] {
  const [first, end] = [firstDay(period), endOfPeriod(period)];
  const dates = Object.values(tables).flatMap((versions) => versions.map(({ from }) => from));
  return [...new Set(dates.filter((date) => date > first && date < end))].sort();
}

/** The tables of a scheme as they are in force in one month. */
export class SchemeTables {
  constructor(
    private readonly scheme: PaySchemeDefinition,
    private readonly period: Period,
  ) {}

  /** The version of the month's first day. @throws DomainError SCHEME_TABLE_NOT_IN_FORCE */
  inMonth(table: string): TableVersion {
    const first = firstDay(this.period);
    const found = this.versions(table).findLast(({ from }) => from <= first);
    if (!found) throw new DomainError('SCHEME_TABLE_NOT_IN_FORCE', { table, on: first }, { path: `tables.${table}` });
    return found;
  }

  /** A value of the version that is in force on the first day of the segment. */
  inSegment(table: string, x: Ref, b: LineBuilder): Ref {
    const [first, end] = [firstDay(this.period), endOfPeriod(this.period)];
    let value = b.lookUpValue(x, table, this.inMonth(table));
    for (const version of this.versions(table).filter(({ from }) => from > first && from < end)) {
      const day = b.number(Number(version.from.slice(8)));
      value = b.choose('>=', b.takeEach('segment.from_day'), day, b.lookUpValue(x, table, version), value);
    }
    return value;
  }

  private versions(table: string): readonly TableVersion[] {
    return this.scheme.tables?.[table] ?? [];
  }
}
