import { type MigrationClass } from '../table';

/** Stamps 2026112300301…2026112300399 belong to this area. */
export const identityMigrations: readonly MigrationClass[] = [];
