import { type MigrationClass } from '../table';

/** Stamps 2026112300601…2026112300699 belong to this area. */
export const exchangeMigrations: readonly MigrationClass[] = [];
