import { createDataSource, Database, type EntityClass, Migrator, sqliteFile, UnitOfWork } from '@gridstaff/persistence';
import { DatabaseSettings, Ids, ManualClock } from '@gridstaff/runtime';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';

export type TestEngine = 'sqlite' | 'mysql';

/** Set by test/run.mjs; a bare `jest` run uses SQLite. */
export const testEngine = (): TestEngine => (process.env.TEST_DATABASE === 'mysql' ? 'mysql' : 'sqlite');

/** What every database test starts from unless it says otherwise. */
export const TEST_NOW = '2023-01-05T09:00:00+08:00';

/** One migrated template per jest run: cloning it is much cheaper than forty migrations per test file. */
const templateFolder = (): string => {
  const folder = process.env.TEST_RUN_DIR ?? path.join(tmpdir(), `gridstaff-test-${process.ppid}`);
  mkdirSync(folder, { recursive: true });
  return folder;
};

const settingsFor = (url: string): DatabaseSettings => Object.assign(new DatabaseSettings(), { url, pool: 8 });

async function migrated(url: string): Promise<DataSource> {
  const settings = settingsFor(url);
  const source = await createDataSource({ kind: settings.kind, pool: 2, url }, []).initialize();
  await new Migrator(source, new ManualClock(TEST_NOW)).migrate();
  return source;
}

async function cloneSqlite(folder: string): Promise<string> {
  const template = path.join(templateFolder(), 'template.db');
  if (!existsSync(template)) {
    const making = `${template}.${process.pid}`;
    const source = await migrated(`sqlite:${making}`);
    await source.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await source.destroy();
    renameSync(making, template);
  }
  const file = path.join(folder, 'grid.db');
  copyFileSync(template, file);
  return `sqlite:${file}`;
}

const mysqlServer = (): string => {
  const url = process.env.TEST_MYSQL_URL;
  if (!url) throw new Error('TEST_MYSQL_URL is not set: run the database tests through `npm test`');
  return url;
};

async function onServer<T>(work: (source: DataSource) => Promise<T>, database?: string): Promise<T> {
  const source = await new DataSource({
    type: 'mysql',
    url: mysqlServer(),
    database,
    charset: 'utf8mb4',
    extra: { multipleStatements: true },
  }).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const newName = (): string => `t_${process.pid}_${randomBytes(4).toString('hex')}`;

async function createMysql(name: string): Promise<string> {
  await onServer((s) => s.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`));
  return `${mysqlServer().replace(/\/$/, '')}/${name}`;
}

async function cloneMysql(): Promise<{ url: string; name: string }> {
  const template = path.join(templateFolder(), 'template.sql');
  const name = newName();
  const url = await createMysql(name);
  if (!existsSync(template)) {
    const source = await migrated(url);
    const tables = await source.query<Record<string, string>[]>('SHOW TABLES');
    const statements: string[] = [];
    for (const table of tables.map((row) => Object.values(row)[0] as string)) {
      const [row] = await source.query<Record<string, string>[]>(`SHOW CREATE TABLE \`${table}\``);
      statements.push(row?.['Create Table'] as string);
    }
    const applied = await source.query<{ timestamp: number; name: string }[]>(
      'SELECT timestamp, name FROM schema_migration ORDER BY id',
    );
    for (const row of applied)
      statements.push(`INSERT INTO schema_migration (timestamp, name) VALUES (${row.timestamp}, '${row.name}')`);
    await source.destroy();
    writeFileSync(`${template}.${process.pid}`, statements.join(';\n'));
    renameSync(`${template}.${process.pid}`, template);
    return { url, name };
  }
  await onServer((s) => s.query(readFileSync(template, 'utf8')), name);
  return { url, name };
}

/** An empty, migrated database of its own for one test file. */
export interface TestDatabase {
  url: string;
  engine: TestEngine;
  db: Database;
  uow: UnitOfWork;
  clock: ManualClock;
  ids: Ids;
  close(): Promise<void>;
}

/** Creates the database only: `migrated: false` gives an empty one. Remove it with `dispose`. */
export async function createTestUrl(
  options: { migrated: boolean } = { migrated: true },
): Promise<{ url: string; dispose(): Promise<void> }> {
  if (testEngine() === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-db-'));
    const url = options.migrated ? await cloneSqlite(folder) : `sqlite:${path.join(folder, 'grid.db')}`;
    return { url, dispose: async () => rmSync(path.dirname(sqliteFile(url)), { recursive: true, force: true }) };
  }
  const made = options.migrated ? await cloneMysql() : { name: newName(), url: '' };
  const url = made.url || (await createMysql(made.name));
  return { url, dispose: async () => void (await onServer((s) => s.query(`DROP DATABASE IF EXISTS ${made.name}`))) };
}

export async function createTestDatabase(entities: readonly EntityClass[], now = TEST_NOW): Promise<TestDatabase> {
  const { url, dispose } = await createTestUrl();
  const settings = settingsFor(url);
  const source = { kind: settings.kind, pool: settings.pool, url };
  const writer = await createDataSource(source, entities).initialize();
  const reader = settings.kind === 'sqlite' ? await createDataSource(source, entities, true).initialize() : writer;
  const db = new Database(settings.kind, writer, reader);
  const clock = new ManualClock(now);
  return {
    url,
    engine: settings.kind,
    db,
    uow: new UnitOfWork(db),
    clock,
    ids: new Ids(clock),
    close: async () => {
      if (reader !== writer) await reader.destroy();
      await writer.destroy();
      await dispose();
    },
  };
}
