import { type MigrationClass } from '../table';

/** Stamps 2026112301101…2026112301199 belong to this area. */
export const payrollMigrations: readonly MigrationClass[] = [];
