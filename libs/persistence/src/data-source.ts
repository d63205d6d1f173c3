import type { DatabaseSettings } from '@gridstaff/runtime';
import { projectRoot } from '@gridstaff/runtime';
import type BetterSqlite3 from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { MIGRATIONS } from './migrations';
import { SnakeNaming } from './naming';
import { Sqlite } from './sqlite';

export type EntityClass = new () => object;
export type Engine = 'sqlite' | 'mysql';

/** How long a writer waits for another process's transaction. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * TypeORM opens transactions with BEGIN TRANSACTION, which on SQLite takes the write lock only at the first write: two processes that
 * read and then write lose with SQLITE_BUSY_SNAPSHOT. BEGIN IMMEDIATE takes it at once and waits its turn.
 */
class ImmediateSqlite extends Sqlite {
  constructor(file: string, options: BetterSqlite3.Options) {
    super(file, options);
    const prepare = this.prepare.bind(this);
    this.prepare = ((sql: string) =>
      prepare(sql === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : sql)) as typeof this.prepare;
  }
}

/** File of an embedded database; relative paths start at the project, not at the shell's folder. */
export const sqliteFile = (url: string): string => path.resolve(projectRoot(), url.slice('sqlite:'.length));

function sqliteOptions(url: string, readonly: boolean): DataSourceOptions {
  const file = sqliteFile(url);
  if (!readonly) mkdirSync(path.dirname(file), { recursive: true });
  return {
    type: 'better-sqlite3',
    database: file,
    readonly,
    driver: ImmediateSqlite,
    timeout: BUSY_TIMEOUT_MS,
    statementCacheSize: 300,
    prepareDatabase: (db: BetterSqlite3.Database) => {
      db.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
      if (!readonly) {
        db.pragma('journal_mode = WAL');
        db.pragma('synchronous = FULL');
      }
      db.pragma('cache_size = -65536');
      db.pragma('temp_store = MEMORY');
    },
  };
}

function mysqlOptions(url: string, pool: number): DataSourceOptions {
  return {
    // `mysql` also for MariaDB: the `mariadb` type emits RETURNING, which MySQL lacks.
    type: 'mysql',
    url,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    extra: { connectionLimit: pool, decimalNumbers: true, maxPreparedStatements: 500 },
  };
}

/** No `synchronize` anywhere: the schema comes from the migrations alone. */
export function createDataSource(
  settings: Pick<DatabaseSettings, 'kind' | 'pool'> & { url: string },
  entities: readonly EntityClass[],
  readonly = false,
): DataSource {
  const base =
    settings.kind === 'sqlite' ? sqliteOptions(settings.url, readonly) : mysqlOptions(settings.url, settings.pool);
  return new DataSource({
    ...base,
    entities: [...entities],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
  } as DataSourceOptions);
}

/** The driver's connection behind an initialized SQLite source. */
export const sqliteConnection = (source: DataSource): BetterSqlite3.Database =>
  (source.driver as BetterSqlite3Driver).databaseConnection as BetterSqlite3.Database;
