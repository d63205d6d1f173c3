import { ALL_ENTITIES } from '@gridstaff/assembly';
import { createDataSource, Migrator } from '@gridstaff/persistence';
import { ManualClock } from '@gridstaff/runtime';
import { createTestUrl } from '@gridstaff/testing';
import { DataSource, type DataSourceOptions } from 'typeorm';

/** On a MariaDB server TypeORM's `mysql` type reports false drift (display widths, JSON); only this check uses `mariadb`. */
async function asServerIs(source: DataSource): Promise<DataSource> {
  if (source.options.type !== 'mysql') return source;
  const [row] = await source.query<{ version: string }[]>('SELECT VERSION() AS version');
  if (!row?.version.includes('MariaDB')) return source;
  await source.destroy();
  return new DataSource({ ...source.options, type: 'mariadb' } as DataSourceOptions).initialize();
}

it('migrates up, down and up, and then the schema is exactly what the entities say', async () => {
  const { url, dispose } = await createTestUrl({ migrated: false });
  const kind = url.startsWith('sqlite:') ? ('sqlite' as const) : ('mysql' as const);
  const clock = new ManualClock('2023-01-05T09:00:00+08:00');
  const source = await asServerIs(await createDataSource({ kind, pool: 2, url }, ALL_ENTITIES).initialize());
  const migrator = new Migrator(source, clock);
  const names = await migrator.migrate();
  expect(names.length).toBeGreaterThanOrEqual(ALL_ENTITIES.length);
  await migrator.revertAll();
  expect(await migrator.migrate()).toEqual(names);
  expect(await migrator.drift()).toEqual([]);
  await source.destroy();
  await dispose();
});
