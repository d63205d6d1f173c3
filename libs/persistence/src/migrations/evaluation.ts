import { type MigrationClass } from '../table';

/** Stamps 2026112300901…2026112300999 belong to this area. */
export const evaluationMigrations: readonly MigrationClass[] = [];
