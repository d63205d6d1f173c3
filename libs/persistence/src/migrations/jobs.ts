import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300101…2026112300199 belong to this area. */
export const jobsMigrations: readonly MigrationClass[] = [
  createTable(2026112300101, 'job', (t) => {
    t.id();
    t.primary('id');
  }),
];
