import { DomainError } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';

export interface SchemaStatus {
  applied: string[];
  pending: string[];
  /** Applied to the database but unknown to this program: a newer program has been here. */
  unknown: string[];
}

const LEASE_MS = 120_000;
const WAIT_MS = 60_000;
const POLL_MS = 200;

/** Applies migrations, one migrator at a time (a lease in `schema_lock`, taken over at once when its process on this host is gone). */
export class Migrator {
  private readonly owner = `${hostname()}:${process.pid}`;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async status(): Promise<SchemaStatus> {
    const known = MIGRATIONS.map((Migration) => new Migration().name as string);
    const applied = (await this.hasTable('schema_migration'))
      ? (await this.source.query<{ name: string }[]>('SELECT name FROM schema_migration ORDER BY id')).map(
          (row) => row.name,
        )
      : [];
    const has = new Set(applied);
    const knows = new Set(known);
    return { applied, pending: known.filter((n) => !has.has(n)), unknown: applied.filter((n) => !knows.has(n)) };
  }

  /** @throws DomainError SCHEMA_NEWER, SCHEMA_OUTDATED */
  async assertCurrent(): Promise<void> {
    const { pending, unknown } = await this.status();
    if (unknown.length > 0) throw new DomainError('SCHEMA_NEWER', { migration: unknown[0] as string });
    if (pending.length > 0) throw new DomainError('SCHEMA_OUTDATED', { count: pending.length });
  }

  /** @returns names of the migrations applied now. @throws DomainError SCHEMA_NEWER, MIGRATION_RUNNING */
  async migrate(): Promise<string[]> {
    const { pending, unknown } = await this.status();
    if (unknown.length > 0) throw new DomainError('SCHEMA_NEWER', { migration: unknown[0] as string });
    if (pending.length === 0) return [];
    return this.locked(async () => (await this.source.runMigrations()).map((m) => m.name));
  }

  /** Undoes every migration, latest first: the tests' way to prove that each `down` works. */
  async revertAll(): Promise<void> {
    await this.locked(async () => {
      for (let left = (await this.status()).applied.length; left > 0; left--) await this.source.undoLastMigration();
    });
  }

  /** Statements that would bring the schema to what the entities say: empty when migrations and entities agree. */
  async drift(): Promise<string[]> {
    const log = await this.source.driver.createSchemaBuilder().log();
    return log.upQueries.map((q) => q.query).filter((sql) => !sql.includes('schema_lock'));
  }

  private async hasTable(name: string): Promise<boolean> {
    const sql =
      this.source.options.type === 'better-sqlite3'
        ? "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
        : 'SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = ?';
    return (await this.source.query<unknown[]>(sql, [name])).length > 0;
  }

  private async locked<T>(work: () => Promise<T>): Promise<T> {
    await this.source.query(
      'CREATE TABLE IF NOT EXISTS schema_lock (id int NOT NULL PRIMARY KEY, owner varchar(255) NOT NULL, until_ms bigint NOT NULL)',
    );
    const deadline = this.clock.millis() + WAIT_MS;
    while (!(await this.claim())) {
      if (this.clock.millis() > deadline) throw new DomainError('MIGRATION_RUNNING');
      await wait(POLL_MS);
    }
    try {
      return await work();
    } finally {
      await this.source.query('DELETE FROM schema_lock WHERE id = 1 AND owner = ?', [this.owner]);
    }
  }

  private async claim(): Promise<boolean> {
    const now = this.clock.millis();
    const [held] = await this.source.query<{ owner: string; until_ms: number }[]>(
      'SELECT owner, until_ms FROM schema_lock WHERE id = 1',
    );
    if (held && Number(held.until_ms) > now && !this.isGone(held.owner)) return false;
    if (held)
      await this.source.query('DELETE FROM schema_lock WHERE id = 1 AND owner = ? AND until_ms = ?', [
        held.owner,
        held.until_ms,
      ]);
    try {
      await this.source.query('INSERT INTO schema_lock (id, owner, until_ms) VALUES (1, ?, ?)', [
        this.owner,
        now + LEASE_MS,
      ]);
      return true;
    } catch {
      // Another migrator inserted its row first: the primary key decides, the loop waits its turn.
      return false;
    }
  }

  private isGone(owner: string): boolean {
    const [host, pid] = owner.split(':');
    if (host !== hostname()) return false;
    try {
      process.kill(Number(pid), 0);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  }
}
