import { invariant } from '@gridstaff/kernel';
import type { Database, Row, SqlValue } from '@gridstaff/persistence';

/** Property → column; facts and entities follow the same naming. */
const columnOf = (property: string): string => property.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** Reads and writes of one table in terms of properties: a row is a plain object, flags are booleans. */
export class Rows<T extends object> {
  private readonly columns: readonly string[];
  private readonly selected: readonly string[];
  private readonly flags: readonly (keyof T & string)[];

  constructor(
    readonly table: string,
    private readonly properties: readonly (keyof T & string)[],
    flags: readonly (keyof T & string)[] = [],
  ) {
    this.columns = properties.map(columnOf);
    this.selected = properties.map((p, i) => `t.${this.columns[i] as string} AS \`${p}\``);
    this.flags = flags;
  }

  /** `where` and what follows it, with the table as `t`. */
  select(db: Database, where: string, parameters: readonly SqlValue[]): Promise<T[]> {
    return this.selectFrom(db, this.table, [], where, parameters);
  }

  /** The same from a subquery that gives the table's columns and more, which stay in the rows as they are named. */
  async selectFrom(
    db: Database,
    source: string,
    more: readonly string[],
    where: string,
    parameters: readonly SqlValue[],
  ): Promise<T[]> {
    const rows = await db.query<T>(
      `SELECT ${[...this.selected, ...more].join(', ')} FROM ${source} t WHERE ${where}`,
      parameters,
    );
    for (const row of rows)
      for (const flag of this.flags) (row as Record<string, unknown>)[flag] = Number(row[flag]) === 1;
    return rows;
  }

  async insert(db: Database, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row): Row => this.properties.map((p) => this.valueOf(row[p])));
    await db.insert(this.table, this.columns, values);
  }

  private valueOf(value: unknown): SqlValue {
    if (typeof value === 'boolean') return value ? 1 : 0;
    invariant(
      value === null || typeof value === 'string' || typeof value === 'number',
      `${this.table}: not a column value`,
    );
    return value;
  }
}

/** Columns of `FactRow` in front of a fact table's own. */
export const FACT_PROPERTIES = [
  'id',
  'centreId',
  'validFrom',
  'validTo',
  'recordedAt',
  'recordedBy',
  'supersedes',
  'retracted',
] as const;
