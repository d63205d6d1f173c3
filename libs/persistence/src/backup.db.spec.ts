import { createTestDatabase, createTestUrl } from '@gridstaff/testing';
import { DatabaseSettings, ManualClock } from '@gridstaff/runtime';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Backup, createDataSource, Migrator } from '.';

const clock = new ManualClock('2023-01-05T09:00:00+08:00');
const backupOf = (url: string): Backup => new Backup(Object.assign(new DatabaseSettings(), { url }), clock);

it('backs up a running database, restores it elsewhere, and refuses a damaged or cut file', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gridstaff-backup-'));
  const file = path.join(folder, 'grid.backup');
  const test = await createTestDatabase([]);
  await test.uow.run(async () => {
    await test.db.execute('CREATE TABLE kept (id int NOT NULL PRIMARY KEY, name varchar(40) NOT NULL)');
    await test.db.insert('kept', ['id', 'name'], [[1, '清水塘街道']]);
  });
  const header = await backupOf(test.url).write(file);
  expect(header).toMatchObject({ engine: test.engine, takenAt: '2023-01-05T01:00:00.000Z' });

  const other = await createTestUrl({ migrated: false });
  const bytes = readFileSync(file);
  const flipped = Buffer.from(bytes);
  flipped[bytes.length - 20] = (flipped[bytes.length - 20] as number) ^ 1;
  const damaged = path.join(folder, 'damaged.backup');
  writeFileSync(damaged, flipped);
  await expect(backupOf(other.url).restore(damaged)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED', params: { reason: 'sha256' } });
  writeFileSync(damaged, bytes);
  truncateSync(damaged, bytes.length - 1);
  await expect(backupOf(other.url).restore(damaged)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  writeFileSync(damaged, 'not a backup');
  await expect(backupOf(other.url).restore(damaged)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED', params: { reason: 'header' } });

  await backupOf(other.url).restore(file);
  const source = await createDataSource({ kind: test.engine, pool: 2, url: other.url }, []).initialize();
  expect(await source.query('SELECT id, name FROM kept')).toEqual([{ id: 1, name: '清水塘街道' }]);
  await new Migrator(source, clock).assertCurrent();
  await source.destroy();
  await other.dispose();
  await test.close();
  rmSync(folder, { recursive: true });
});
