import { Backup, createDataSource, Migrator } from '@gridstaff/persistence';
import { DatabaseSettings, readArea, SystemClock } from '@gridstaff/runtime';
import { Command } from 'commander';
import path from 'node:path';
import { EXIT, type Output } from '../output';
import { action } from '../run';

const settings = (): DatabaseSettings => readArea(DatabaseSettings, process.env);

/** Migrations may run under a stronger account than the application's. */
async function withMigrator<T>(work: (migrator: Migrator) => Promise<T>): Promise<T> {
  const configured = settings();
  const source = await createDataSource({ kind: configured.kind, pool: 2, url: configured.migrateUrl || configured.url }, []).initialize();
  try {
    return await work(new Migrator(source, new SystemClock()));
  } finally {
    await source.destroy();
  }
}

const migrate = action(async (output: Output) => {
  const applied = await withMigrator((migrator) => migrator.migrate());
  output.answer({ applied }, () => (applied.length === 0 ? output.text('数据库已是最新。', 'The database is up to date.') : applied.join('\n')));
  return EXIT.done;
});

const status = action(async (output: Output) => {
  const found = await withMigrator((migrator) => migrator.status());
  output.answer(found, () =>
    output.text(
      `已执行 ${found.applied.length}，待执行 ${found.pending.length}，未知 ${found.unknown.length}`,
      `applied ${found.applied.length}, pending ${found.pending.length}, unknown ${found.unknown.length}`,
    ),
  );
  return found.pending.length + found.unknown.length === 0 ? EXIT.done : EXIT.failed;
});

const backup = action(async (output: Output, file: string) => {
  const target = path.resolve(file);
  const header = await new Backup(settings(), new SystemClock()).write(target);
  output.answer({ file: target, ...header }, () => output.text(`已备份到 ${target}（${header.bytes} 字节）`, `Backed up to ${target} (${header.bytes} bytes)`));
  return EXIT.done;
});

const restore = action(async (output: Output, file: string) => {
  const header = await new Backup(settings(), new SystemClock()).restore(path.resolve(file));
  const state = await withMigrator((migrator) => migrator.status());
  output.answer({ ...header, pending: state.pending, unknown: state.unknown }, () =>
    output.text(`已恢复 ${header.takenAt} 的备份；请运行 grid verify 核对。`, `Restored the backup of ${header.takenAt}; run “grid verify” to check it.`),
  );
  return state.unknown.length === 0 ? EXIT.done : EXIT.failed;
});

export const dbCommand = (): Command => {
  const db = new Command('db').description('database: migrate, status, backup, restore');
  db.command('migrate').description('apply pending migrations (one migrator at a time)').option('--json').action(migrate);
  db.command('status').description('applied, pending and unknown migrations').option('--json').action(status);
  db.command('backup <file>').description('consistent backup while the application runs').option('--json').action(backup);
  db.command('restore <file>').description('restore a backup after checking it').option('--json').action(restore);
  return db;
};
