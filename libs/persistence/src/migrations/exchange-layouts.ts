import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112464001…2026112464019: how files of a centre's own layouts are read. */
export const importLayoutMigrations: readonly MigrationClass[] = [
  createTable(2026112464001, 'import_layout', (t) => {
    t.id('centre_id');
    t.code('kind', 20);
    t.code('signature', 64);
    t.named('sheet', 40);
    t.json('columns');
    t.named('source', 200);
    t.id('saved_by');
    t.instant('saved_at');
    t.primary('centre_id', 'kind', 'signature');
  }),
];
