import { addColumns, createTable, type MigrationClass } from '../table';

/** Stamps 2026112450001…2026112450099: which rows each bulk act made, and which acts were taken back. */
export const batchMigrations: readonly MigrationClass[] = [
  createTable(2026112450001, 'batch_row', (t) => {
    t.id('row_id');
    t.id('batch_id');
    t.code('source', 40);
    t.primary('batch_id', 'row_id');
    t.clusteredByKey();
  }),
  createTable(2026112450002, 'batch_undo', (t) => {
    t.id('batch_id');
    t.id('centre_id');
    t.int('taken');
    t.named('reason', 500);
    t.id('undone_by');
    t.instant('undone_at');
    t.primary('batch_id');
  }),
  addColumns(2026112450003, 'import_batch', (t) => {
    t.int('left_out').orNull;
  }),
];
