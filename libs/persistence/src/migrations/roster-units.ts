import { createTable, type MigrationClass, type TableBuilder } from '../table';

function factOfUnit(t: TableBuilder): void {
  t.factColumns();
  t.id('org_unit_id');
  t.index('centre_id', 'org_unit_id');
  t.check(`${t.name}_range`, 'valid_from < valid_to');
}

/** Seats of a unit by post, and its outline: stamps 2026112410020…2026112410029. */
export const rosterUnitMigrations: readonly MigrationClass[] = [
  createTable(2026112410020, 'post_seats_fact', (t) => {
    factOfUnit(t);
    t.code('post_code', 32);
    t.int('seats');
  }),
  createTable(2026112410021, 'unit_area_fact', (t) => {
    factOfUnit(t);
    t.text('area');
  }),
];
