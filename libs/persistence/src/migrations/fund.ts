import { type MigrationClass } from '../table';

/** Stamps 2026112301001…2026112301099 belong to this area. */
export const fundMigrations: readonly MigrationClass[] = [];
