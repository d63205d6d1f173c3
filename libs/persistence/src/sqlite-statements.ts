import type BetterSqlite3 from 'better-sqlite3';
import type { SqlValue } from './sql-value';

/** Statements kept prepared per connection. */
const KEPT = 300;

interface Prepared {
  readonly statement: BetterSqlite3.Statement;
  /** Of the answer; none where the statement only writes. */
  columns: readonly string[] | undefined;
}

/**
 * Prepared statements of one SQLite connection. TypeORM's runner costs as much per statement as a short read itself: it copies the
 * parameters three times and passes five turns of promises. Transactions stay with it; this only speaks on its connection.
 */
export class SqliteStatements {
  private readonly kept = new Map<string, Prepared>();

  constructor(private readonly connection: BetterSqlite3.Database) {}

  all<T extends object>(sql: string, parameters: readonly SqlValue[]): T[] {
    const prepared = this.prepared(sql);
    const { statement } = prepared;
    if (!prepared.columns) {
      statement.run(bound(parameters));
      return [];
    }
    const rows = statement.all(bound(parameters)) as SqlValue[][];
    // A column added since changes what `*` stands for.
    if (rows[0] && rows[0].length !== prepared.columns.length) prepared.columns = namesOf(statement);
    return objectsOf<T>(rows, prepared.columns);
  }

  /** @returns affected rows */
  run(sql: string, parameters: readonly SqlValue[]): number {
    const { statement, columns } = this.prepared(sql);
    if (!columns) return statement.run(bound(parameters)).changes;
    statement.all(bound(parameters));
    return 0;
  }

  private prepared(sql: string): Prepared {
    const known = this.kept.get(sql);
    if (known) return known;
    const statement = this.connection.prepare(sql);
    const columns = statement.reader ? namesOf(statement.raw(true)) : undefined;
    if (this.kept.size >= KEPT) this.kept.delete(this.kept.keys().next().value as string);
    const prepared = { statement, columns };
    this.kept.set(sql, prepared);
    return prepared;
  }
}

const namesOf = (statement: BetterSqlite3.Statement): string[] => statement.columns().map(({ name }) => name);

/** The driver makes objects property by property through its own interface, which takes twice as long as reading the row. */
function objectsOf<T extends object>(rows: readonly SqlValue[][], columns: readonly string[]): T[] {
  const objects = new Array<T>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const [row, object] = [rows[i] as SqlValue[], {} as Record<string, SqlValue>];
    for (let j = 0; j < columns.length; j++) object[columns[j] as string] = row[j] as SqlValue;
    objects[i] = object as T;
  }
  return objects;
}

/** The driver takes no booleans. */
const bound = (parameters: readonly SqlValue[]): readonly SqlValue[] =>
  parameters.some((value) => typeof value === 'boolean')
    ? parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value))
    : parameters;
