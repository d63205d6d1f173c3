import { type MigrationClass } from '../table';

/** Stamps 2026112300801…2026112300899 belong to this area. */
export const attendanceMigrations: readonly MigrationClass[] = [];
