import { addColumns, createTable, type MigrationClass } from '../table';

/** Stamps 2026112300801…2026112300899 belong to this area. */
export const attendanceMigrations: readonly MigrationClass[] = [
  createTable(2026112300801, 'absence_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.code('kind', 24);
    t.code('leave_kind', 24).orNull;
    t.int('days');
    t.index('centre_id', 'valid_from', 'worker_no');
    t.check('absence_fact_kind', "kind IN ('unpaid', 'sick', 'absent_without_leave', 'paid')");
    t.check('absence_fact_days', 'days >= 0 AND days <= 3100');
  }),
  createTable(2026112300802, 'overtime_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.period();
    t.int('weekday');
    t.int('restday');
    t.int('holiday');
    t.index('centre_id', 'period', 'worker_no');
    t.check('overtime_fact_hours', 'weekday >= 0 AND restday >= 0 AND holiday >= 0 AND weekday + restday + holiday <= 74400');
  }),
  createTable(2026112300803, 'leave_balance_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.int('year');
    t.code('kind', 24);
    t.int('days');
    t.index('centre_id', 'year', 'worker_no');
    t.check('leave_balance_fact_days', 'days >= 0 AND days <= 36600');
  }),
  addColumns(2026112300804, 'overtime_fact', (t) => {
    t.int('restday_off').orNull;
  }),
  createTable(2026112300805, 'heat_work_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.period();
    t.int('days');
    t.index('centre_id', 'period', 'worker_no');
    t.check('heat_work_fact_days', 'days >= 0 AND days <= 3100');
  }),
];
