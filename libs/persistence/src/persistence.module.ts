import { DomainError } from '@gridstaff/kernel';
import { Clock, DatabaseSettings } from '@gridstaff/runtime';
import { type DynamicModule, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { createDataSource, type EntityClass } from './data-source';
import { Database } from './database';
import { Migrator } from './migrator';
import { UnitOfWork } from './unit-of-work';

/**
 * Opens the configured database. An embedded database is migrated at start; on MySQL the operator does it (`grid db migrate`), and a
 * program that meets an older or newer schema refuses to start.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  entities: readonly EntityClass[],
  clock: Clock,
): Promise<Database> {
  const source = { kind: settings.kind, pool: settings.pool, url: settings.url };
  const writer = await createDataSource(source, entities).initialize();
  try {
    const migrator = new Migrator(writer, clock);
    if (settings.kind === 'sqlite') await migrator.migrate();
    await migrator.assertCurrent();
    if (settings.kind === 'mysql') await assertDurable(writer);
    const reader = settings.kind === 'sqlite' ? await createDataSource(source, entities, true).initialize() : writer;
    return new Database(settings.kind, writer, reader);
  } catch (error) {
    await writer.destroy();
    throw error;
  }
}

/** A commit that the server only promises to write may be lost with the power. @throws DomainError DATABASE_NOT_DURABLE */
async function assertDurable(source: DataSource): Promise<void> {
  const [row] = await source.query<{ flush: number }[]>('SELECT @@innodb_flush_log_at_trx_commit AS flush');
  if (Number(row?.flush) !== 1) throw new DomainError('DATABASE_NOT_DURABLE', { value: String(row?.flush) });
}

@Injectable()
class DatabaseCloser implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly db: Database) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.db.reader !== this.db.writer) await this.db.reader.destroy();
    await this.db.writer.destroy();
  }
}

@Module({})
export class PersistenceModule {
  static with(entities: readonly EntityClass[]): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        {
          provide: Database,
          useFactory: (settings: DatabaseSettings, clock: Clock) => openDatabase(settings, entities, clock),
          inject: [DatabaseSettings, Clock],
        },
        { provide: UnitOfWork, useFactory: (db: Database) => new UnitOfWork(db), inject: [Database] },
        DatabaseCloser,
      ],
      exports: [Database, UnitOfWork],
    };
  }
}
