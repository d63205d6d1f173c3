import { type MigrationClass } from '../table';

/** Stamps 2026112301201…2026112301299 belong to this area. */
export const settlementMigrations: readonly MigrationClass[] = [];
