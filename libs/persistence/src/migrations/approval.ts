import { type MigrationClass } from '../table';

/** Stamps 2026112300401…2026112300499 belong to this area. */
export const approvalMigrations: readonly MigrationClass[] = [];
