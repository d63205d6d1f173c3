import type { Clock, DatabaseSettings } from '@gridstaff/runtime';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';
import { createDataSource } from './data-source';
import { Migrator } from './migrator';

export interface ScratchDatabase {
  url: string;
  /** Bytes the database takes on disk now. */
  size(): Promise<number>;
  drop(): Promise<void>;
}

/** A database of its own, of the configured kind, for measurements: the configured database is never touched. */
export async function createScratchDatabase(settings: DatabaseSettings, clock: Clock, migrate = true): Promise<ScratchDatabase> {
  const scratch = settings.kind === 'sqlite' ? sqliteScratch() : await mysqlScratch(settings.url, clock);
  if (migrate) {
    const source = await createDataSource({ kind: settings.kind, pool: 2, url: scratch.url }, []).initialize();
    await new Migrator(source, clock).migrate();
    await source.destroy();
  }
  return scratch;
}

function sqliteScratch(): ScratchDatabase {
  const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-scratch-'));
  const url = `sqlite:${path.join(folder, 'grid.db')}`;
  return {
    url,
    async size() {
      const source = await createDataSource({ kind: 'sqlite', pool: 1, url }, []).initialize();
      const [row] = await source.query<{ bytes: number }[]>('SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()');
      await source.destroy();
      return row?.bytes ?? 0;
    },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function mysqlScratch(configured: string, clock: Clock): Promise<ScratchDatabase> {
  const url = new URL(configured);
  const name = `gridstaff_scratch_${process.pid}_${clock.millis()}`;
  url.pathname = `/${name}`;
  const server = new URL(configured);
  server.pathname = '/';
  const onServer = async <T>(sql: string): Promise<T> => {
    const connection = await createConnection({ uri: server.toString() });
    const [rows] = await connection.query(sql);
    await connection.end();
    return rows as T;
  };
  await onServer(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  return {
    url: url.toString(),
    async size() {
      const tables = await onServer<{ t: string }[]>(`SELECT table_name AS t FROM information_schema.tables WHERE table_schema = '${name}'`);
      if (tables.length > 0) await onServer(`ANALYZE TABLE ${tables.map(({ t }) => `\`${name}\`.\`${t}\``).join(', ')}`);
      const [row] = await onServer<{ bytes: string | null }[]>(
        `SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = '${name}'`,
      );
      return Number(row?.bytes ?? 0);
    },
    drop: async () => void (await onServer(`DROP DATABASE IF EXISTS ${name}`)),
  };
}
