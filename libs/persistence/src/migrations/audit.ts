import { type MigrationClass } from '../table';

/** Stamps 2026112300201…2026112300299 belong to this area. */
export const auditMigrations: readonly MigrationClass[] = [];
