import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300601…2026112300699 belong to this area. */
export const exchangeMigrations: readonly MigrationClass[] = [
  createTable(2026112300601, 'import_batch', (t) => {
    t.id();
    t.id('centre_id');
    t.code('kind', 20);
    t.code('period', 7);
    t.named('file_name', 200);
    t.code('sha256', 64);
    t.code('status', 10);
    t.int('created');
    t.int('changed');
    t.int('same');
    t.id('recorded_by');
    t.instant('recorded_at');
    t.primary('id');
    t.index('centre_id', 'kind', 'period', 'sha256');
    t.check('import_batch_status', "status IN ('applied')");
  }),
  createTable(2026112300602, 'import_lane', (t) => {
    t.id('centre_id');
    t.code('kind', 20);
    t.primary('centre_id', 'kind');
  }),
];
