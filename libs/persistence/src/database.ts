import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError, invariant } from '@gridstaff/kernel';
import type { DataSource, EntityManager } from 'typeorm';
import { type Engine, sqliteConnection } from './data-source';
import { mapDriverError } from './error-mapping';
import type { Row, SqlValue } from './sql-value';
import { SqliteStatements } from './sqlite-statements';

interface OpenUnit {
  manager: EntityManager;
  afterCommit: (() => void | Promise<void>)[];
}

/** Rows per multi-row INSERT, largest first: few constant statement shapes per table keep the drivers' statement caches working. */
const ROWS_PER_INSERT = [100, 10, 1];

/**
 * The one door to the database for repositories. Inside a UnitOfWork every call runs in its transaction; outside, reads go to a read-only
 * connection (SQLite) or the pool (MySQL), and writes are refused.
 */
export class Database {
  private readonly units = new AsyncLocalStorage<OpenUnit>();
  /** On SQLite: of the connection that units write on, and of the one that reads. */
  private readonly embedded: { readonly unit: SqliteStatements; readonly outside: SqliteStatements } | undefined;

  constructor(
    readonly engine: Engine,
    readonly writer: DataSource,
    readonly reader: DataSource,
  ) {
    if (engine === 'sqlite') {
      const [unit, outside] = [writer, reader].map((source) => new SqliteStatements(sqliteConnection(source)));
      this.embedded = { unit: unit as SqliteStatements, outside: outside as SqliteStatements };
    }
  }

  get inUnit(): boolean {
    return this.units.getStore() !== undefined;
  }

  /** Manager of the open unit, else the reading one. */
  get manager(): EntityManager {
    return this.units.getStore()?.manager ?? this.reader.manager;
  }

  /** For UnitOfWork alone. */
  enter<T>(unit: OpenUnit, work: () => Promise<T>): Promise<T> {
    return this.units.run(unit, work);
  }

  /** Runs after the outermost unit has committed; never when it rolls back. */
  afterCommit(action: () => void | Promise<void>): void {
    this.unit().afterCommit.push(action);
  }

  async query<T extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<T[]> {
    try {
      if (this.embedded) return (this.inUnit ? this.embedded.unit : this.embedded.outside).all<T>(sql, parameters);
      return await this.manager.query<T[]>(sql, [...parameters]);
    } catch (error) {
      throw this.mapped(error);
    }
  }

  async one<T extends object>(sql: string, parameters: readonly SqlValue[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, parameters))[0];
  }

  /** A writing statement inside the open unit. @returns affected rows (matched ones on MySQL) */
  async execute(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    const runner = this.unit().manager.queryRunner;
    invariant(runner, 'a unit has a query runner');
    try {
      if (this.embedded) return this.embedded.unit.run(sql, parameters);
      const result = await runner.query(sql, [...parameters], true);
      return (result.raw as { affectedRows: number }).affectedRows;
    } catch (error) {
      throw this.mapped(error);
    }
  }

  /** Bulk insert in statements of one shape per table; never through entities. */
  async insert(table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
    await this.insertAll(table, columns, valuesOf(rows), '');
  }

  /** The same, leaving rows alone whose key is taken. */
  async insertMissing(table: string, columns: readonly string[], rows: readonly Row[]): Promise<void> {
    const first = columns[0] as string;
    const tail =
      this.engine === 'mysql' ? ` ON DUPLICATE KEY UPDATE \`${first}\` = \`${first}\`` : ' ON CONFLICT DO NOTHING';
    await this.insertAll(table, columns, valuesOf(rows), tail);
  }

  /** The same of values that stand one row after the other. */
  insertValues(table: string, columns: readonly string[], values: readonly SqlValue[]): Promise<void> {
    return this.insertAll(table, columns, values, '');
  }

  private async insertAll(
    table: string,
    columns: readonly string[],
    values: readonly SqlValue[],
    tail: string,
  ): Promise<void> {
    const width = columns.length;
    const head = `INSERT INTO \`${table}\` (${columns.map((c) => `\`${c}\``).join(', ')}) VALUES `;
    const group = `(${columns.map(() => '?').join(', ')})`;
    let at = 0;
    for (const rows of ROWS_PER_INSERT) {
      if (values.length - at < rows * width) continue;
      const sql = head + Array.from({ length: rows }, () => group).join(', ') + tail;
      for (; at + rows * width <= values.length; at += rows * width)
        await this.execute(sql, values.slice(at, at + rows * width));
    }
  }

  /** Text to append to a SELECT that must hold its rows until the unit ends; on SQLite the unit itself is exclusive. */
  get forUpdate(): string {
    return this.engine === 'mysql' ? ' FOR UPDATE' : '';
  }

  get forUpdateSkipLocked(): string {
    return this.engine === 'mysql' ? ' FOR UPDATE SKIP LOCKED' : '';
  }

  private unit(): OpenUnit {
    const unit = this.units.getStore();
    if (!unit) throw new DomainError('BUG', { message: 'write outside a unit of work' });
    return unit;
  }

  /** Inside a unit the original error must reach UnitOfWork, which decides about a retry before mapping. */
  private mapped(error: unknown): unknown {
    return this.inUnit ? error : mapDriverError(error);
  }
}

/** Row by row. A plain loop: `flat` takes as long as the insert itself. */
function valuesOf(rows: readonly Row[]): SqlValue[] {
  const values: SqlValue[] = [];
  for (const row of rows) for (const value of row) values.push(value);
  return values;
}

/** A guarded change (`WHERE id = ? AND status = ? AND version = ?`) must have hit exactly one row. @throws DomainError STALE */
export function expectOne(affected: number, what: string): void {
  if (affected !== 1) throw new DomainError('STALE', { what });
}
