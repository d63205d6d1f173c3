import { type MigrationClass } from '../table';

/** Stamps 2026112300701…2026112300799 belong to this area. */
export const rosterMigrations: readonly MigrationClass[] = [];
