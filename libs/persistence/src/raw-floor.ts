import type BetterSqlite3 from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import type { SqlValue } from './sql-value';
import { type Engine, sqliteFile } from './data-source';
import { Sqlite } from './sqlite';

/** One table of the measured workload: the rows of one typical slip, repeated for every worker with its number in place of the key. */
export interface FloorTable {
  name: string;
  columns: readonly { name: string; type: string }[];
  /** Primary key; `workerColumn` is part of it. */
  key: readonly string[];
  workerColumn: string;
  rowsOfOneSlip: readonly (readonly SqlValue[])[];
}

const SLIPS_PER_COMMIT = 1000;
const ROWS_PER_INSERT = 100;

/** Runs one statement; both raw drivers behind one face. */
interface RawDriver {
  run(sql: string, parameters?: readonly SqlValue[]): void | Promise<unknown>;
  close(): void | Promise<void>;
}

function sqliteDriver(url: string): RawDriver {
  const db = new Sqlite(sqliteFile(url));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  const statements = new Map<string, BetterSqlite3.Statement>();
  return {
    run(sql, parameters = []) {
      let statement = statements.get(sql);
      if (!statement) statements.set(sql, (statement = db.prepare(sql)));
      statement.run(...parameters);
    },
    close: () => void db.close(),
  };
}

async function mysqlDriver(url: string): Promise<RawDriver> {
  const connection = await createConnection({ uri: url, charset: 'utf8mb4' });
  return { run: (sql, parameters = []) => connection.query(sql, [...parameters]), close: () => connection.end() };
}

/**
 * What the hardware allows: the raw driver inserting rows of the same number and size into the same kind of database, in this process,
 * with full durability, no engine and no ORM. @returns seconds
 */
export async function measureRawFloor(engine: Engine, url: string, tables: readonly FloorTable[], staff: number, millis: () => number): Promise<number> {
  const driver = engine === 'sqlite' ? sqliteDriver(url) : await mysqlDriver(url);
  try {
    for (const t of tables) {
      const columns = t.columns.map((c) => `${c.name} ${c.type} NOT NULL`).join(', ');
      const tail = engine === 'sqlite' ? ' WITHOUT ROWID' : ' ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin';
      await driver.run(`CREATE TABLE ${t.name} (${columns}, PRIMARY KEY (${t.key.join(', ')}))${tail}`);
    }
    const started = millis();
    for (let from = 0; from < staff; from += SLIPS_PER_COMMIT) {
      await driver.run('BEGIN');
      for (const table of tables) await insertBlock(driver, table, from, Math.min(staff, from + SLIPS_PER_COMMIT));
      await driver.run('COMMIT');
    }
    return (millis() - started) / 1000;
  } finally {
    await driver.close();
  }
}

async function insertBlock(driver: RawDriver, table: FloorTable, from: number, to: number): Promise<void> {
  const at = table.columns.findIndex((c) => c.name === table.workerColumn);
  const rows: SqlValue[][] = [];
  for (let worker = from; worker < to; worker++) {
    for (const template of table.rowsOfOneSlip) {
      const row = [...template];
      row[at] = worker + 1;
      rows.push(row);
    }
  }
  const head = `INSERT INTO ${table.name} (${table.columns.map((c) => c.name).join(', ')}) VALUES `;
  const group = `(${table.columns.map(() => '?').join(', ')})`;
  const many = head + Array.from({ length: ROWS_PER_INSERT }, () => group).join(', ');
  let i = 0;
  for (; i + ROWS_PER_INSERT <= rows.length; i += ROWS_PER_INSERT) await driver.run(many, rows.slice(i, i + ROWS_PER_INSERT).flat());
  for (; i < rows.length; i++) await driver.run(head + group, rows[i]);
}
