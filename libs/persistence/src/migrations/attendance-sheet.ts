import { createTable, type MigrationClass } from '../table';

/** Month sheets, who heads which unit, the close of months. Stamps 2026112440101…2026112440199 belong to this area. */
export const attendanceSheetMigrations: readonly MigrationClass[] = [
  createTable(2026112440101, 'day_mark_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.period();
    t.int('present');
    t.int('heat');
    t.text('overtime').orNull;
    t.index('centre_id', 'period', 'worker_no');
    t.check('day_mark_fact_bits', 'present >= 0 AND heat >= 0');
  }),
  createTable(2026112440102, 'team_head', (t) => {
    t.id('centre_id');
    t.id('unit_id');
    t.id('user_id');
    t.primary('centre_id', 'unit_id', 'user_id');
    t.index('user_id');
  }),
  createTable(2026112440103, 'month_sheet', (t) => {
    t.id();
    t.id('centre_id');
    t.period();
    t.id('unit_id');
    t.code('status', 16);
    t.code('hash', 64);
    t.id('submitted_by');
    t.instant('submitted_at');
    t.int('version');
    t.primary('id');
    t.unique('centre_id', 'period', 'unit_id');
    t.check('month_sheet_status', "status IN ('submitted', 'approved', 'returned', 'withdrawn')");
  }),
  createTable(2026112440104, 'month_close', (t) => {
    t.id();
    t.id('centre_id');
    t.period();
    t.code('status', 16);
    t.id('closed_by').orNull;
    t.instant('closed_at').orNull;
    t.json('exceptions').orNull;
    t.text('reason').orNull;
    t.int('version');
    t.primary('id');
    t.unique('centre_id', 'period');
    t.check('month_close_status', "status IN ('open', 'closed', 'reopening')");
  }),
];
