import { addColumns, createTable, type MigrationClass } from '../table';

/** Stamps 2026112461001…2026112461099: acts on many people; prices by head count. */
export const staffChangeMigrations: readonly MigrationClass[] = [
  createTable(2026112461001, 'staff_change', (t) => {
    t.id();
    t.id('centre_id');
    t.code('kind', 10);
    t.date('dated');
    t.named('reason', 120);
    t.named('document_no', 60).orNull;
    t.int('people');
    t.instant('recorded_at');
    t.id('recorded_by');
    t.primary('id');
    t.index('centre_id', 'recorded_at');
    t.check('staff_change_kind', "kind IN ('transfer', 'grade', 'renewal', 'return')");
  }),
  createTable(2026112461002, 'staff_change_line', (t) => {
    t.id('change_id');
    t.int('worker_no');
    t.json('before_state');
    t.json('after_state');
    t.primary('change_id', 'worker_no');
    t.index('worker_no');
    t.clusteredByKey();
  }),
  addColumns(2026112461003, 'agency_fee_fact', (t) => {
    t.text('tiers').orNull;
  }),
];
