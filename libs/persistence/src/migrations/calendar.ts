import { type MigrationClass } from '../table';

/** Stamps 2026112300501…2026112300599 belong to this area. */
export const calendarMigrations: readonly MigrationClass[] = [];
