import { createTable, type MigrationClass } from '../table';

/** Shifts, schedules, working-time systems. Stamps 2026112464021…2026112464039 belong to this area. */
export const attendanceScheduleMigrations: readonly MigrationClass[] = [
  createTable(2026112464021, 'shift_fact', (t) => {
    t.factColumns();
    t.code('code', 8);
    t.named('name', 40);
    t.named('mark', 4);
    t.int('starts');
    t.int('ends');
    t.int('rest');
    t.int('paid');
    t.code('colour', 16);
    t.index('centre_id', 'code');
    t.check('shift_fact_times', 'starts >= 0 AND starts < 1440 AND ends > starts AND ends - starts <= 1440 AND rest >= 0 AND paid >= 0');
  }),
  createTable(2026112464022, 'schedule_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.period();
    t.text('days');
    t.index('centre_id', 'period', 'worker_no');
  }),
  createTable(2026112464023, 'hours_fact', (t) => {
    t.factColumns();
    t.code('subject', 48);
    t.code('system', 16);
    t.code('cycle', 8).orNull;
    t.named('document', 200).orNull;
    t.index('centre_id', 'subject');
    t.check('hours_fact_system', "system IN ('standard', 'comprehensive', 'flexible')");
  }),
  createTable(2026112464024, 'shift_pattern', (t) => {
    t.id('centre_id');
    t.named('name', 40);
    t.text('codes');
    t.primary('centre_id', 'name');
  }),
];
