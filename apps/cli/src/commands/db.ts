import { Actors } from '@gridstaff/identity';
import { APPEND_ONLY_TABLES, applicationGrants } from '@gridstaff/audit';
import { fundAppendOnlyTables } from '@gridstaff/fund';
import { Backup, createDataSource, Migrator } from '@gridstaff/persistence';
import { policyAppendOnlyTables } from '@gridstaff/policy';
import { type Verification, VerifyDatabase } from '@gridstaff/reporting';
import { createKeys, DatabaseSettings, keyFolder, readArea, refuseUnknown, SecuritySettings, SystemClock } from '@gridstaff/runtime';
import { settlementAppendOnlyTables } from '@gridstaff/settlement';
import { Command } from 'commander';
import path from 'node:path';
import { CommandError } from '../failures';
import { EXIT, inShellLanguage, type Output } from '../output';
import { action, osUser, withApp } from '../run';

function settings(): DatabaseSettings {
  refuseUnknown(process.env);
  return readArea(DatabaseSettings, process.env);
}

type Source = ReturnType<typeof createDataSource>;

/** Migrations may run under a stronger account than the application's. */
async function withSource<T>(work: (source: Source) => Promise<T>): Promise<T> {
  const configured = settings();
  const source = await createDataSource({ kind: configured.kind, pool: 2, url: configured.migrateUrl || configured.url }, []).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const withMigrator = <T>(work: (migrator: Migrator) => Promise<T>): Promise<T> => withSource((source) => work(new Migrator(source, new SystemClock())));

/** Schema and, the first time, the keys: after it the application starts, also in production. Existing keys are never touched. */
const migrate = action(async (output: Output) => {
  const applied = await withMigrator((migrator) => migrator.migrate());
  const folder = keyFolder(readArea(SecuritySettings, process.env), settings());
  const keysCreated = createKeys(folder);
  if (keysCreated) output.say(`已在 ${folder} 生成密钥；请与数据库分开备份，丢失后无法恢复个人信息。`, `Keys were created in ${folder}: back them up apart from the database, without them personal data is lost.`);
  output.answer({ applied, keysCreated }, () => (applied.length === 0 ? output.text('数据库已是最新。', 'The database is up to date.') : applied.join('\n')));
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

const verifyAll = (): Promise<Verification> =>
  withApp(async (app) => app.get(VerifyDatabase).execute(app.get(Actors).system(osUser()), null), { consumeJobs: false });

/** A backup of an older program is verified after `db migrate`; the embedded database migrates itself. */
const restore = action(async (output: Output, file: string) => {
  const configured = settings();
  const header = await new Backup(configured, new SystemClock()).restore(path.resolve(file));
  const { pending, unknown } = await withMigrator((migrator) => migrator.status());
  const verifiable = unknown.length === 0 && (pending.length === 0 || configured.kind === 'sqlite');
  const verify = verifiable ? await verifyAll() : null;
  output.answer({ ...header, pending, unknown, verify }, () =>
    [
      output.text(`已恢复 ${header.takenAt} 的备份。`, `Restored the backup of ${header.takenAt}.`),
      ...(verify?.violations ?? []).map((v) => `${v.invariant} ${v.code}: ${v.touches}: ${v.found}`),
      verify
        ? output.text(`已核对 ${verify.checked} 项，发现 ${verify.violations.length} 处不符`, `${verify.checked} things checked, ${verify.violations.length} violations`)
        : unknown.length > 0
          ? output.text(`备份来自更新的程序（${unknown[0]}）；请升级程序。`, `The backup is of a newer program (${unknown[0]}); upgrade this one.`)
          : output.text('请运行 grid db migrate，再运行 grid verify。', 'Run “grid db migrate”, then “grid verify”.'),
    ].join('\n'),
  );
  return verify && verify.violations.length === 0 ? EXIT.done : EXIT.failed;
});

/** Not for the application: the migrator's own. */
const MIGRATOR_TABLES = new Set(['schema_lock']);
const APPEND_ONLY = [...APPEND_ONLY_TABLES, ...fundAppendOnlyTables, ...settlementAppendOnlyTables, ...policyAppendOnlyTables, 'schema_migration'];

/** Prints and changes nothing: an administrator of the server reads the statements and runs them. */
const grants = action(async (output: Output, { user, host }: { user: string; host: string }) => {
  if (settings().kind === 'sqlite') {
    throw new CommandError('NOT_ON_SQLITE', '嵌入式数据库没有账号；授权只用于 MySQL。', 'The embedded database has no accounts; grants are for MySQL.', { field: 'DATABASE_URL' });
  }
  const statements = await withSource(async (source) => {
    const tables = await source.query<{ name: string }[]>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name",
    );
    const names = tables.map(({ name }) => name).filter((name) => !MIGRATOR_TABLES.has(name));
    return applicationGrants(String(source.driver.database), { user, host }, names, APPEND_ONLY);
  });
  output.answer(statements, () => statements.map((statement) => `${statement};`).join('\n'));
  return EXIT.done;
});

export const dbCommand = (): Command => {
  const db = new Command('db').description(inShellLanguage('数据库：迁移、状态、备份、恢复', 'database: migrate, status, backup, restore'));
  db.command('migrate').description(inShellLanguage('执行待迁移项，首次生成密钥（同时只能有一个）', 'apply pending migrations, create the keys the first time (one migrator at a time)')).option('--json').action(migrate);
  db.command('status').description(inShellLanguage('已执行、待执行和未知的迁移', 'applied, pending and unknown migrations')).option('--json').action(status);
  db.command('backup <file>').description(inShellLanguage('运行中也一致的备份', 'consistent backup while the application runs')).option('--json').action(backup);
  db.command('restore <file>').description(inShellLanguage('检查后恢复备份并对账', 'restore a backup after checking it, then verify')).option('--json').action(restore);
  db.command('grants')
    .description(inShellLanguage('打印应用账号所需的最小授权语句（MySQL）', 'print the statements that give the application’s account the least it needs (MySQL)'))
    .requiredOption('--user <name>')
    .option('--host <host>', inShellLanguage('账号的来源主机', 'host the account signs in from'), '%')
    .option('--json')
    .action(grants);
  return db;
};
