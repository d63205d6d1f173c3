import { addColumns, createTable, type MigrationClass } from '../table';

/** What is given once, and choices of a tax year: stamps 2026112301170…2026112301179 of payroll's area. */
export const oneOffMigrations: readonly MigrationClass[] = [
  createTable(2026112301170, 'one_off_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.code('kind', 20);
    t.fen('quantity');
    t.fen('average_wage').orNull;
    t.fen('local_average').orNull;
    t.int('months').orNull;
    t.named('evidence', 300).orNull;
    t.index('centre_id', 'valid_from', 'worker_no');
    t.check('one_off_fact_kind', "kind IN ('annual_leave', 'severance', 'loss', 'labour')");
    t.check('one_off_fact_quantity', 'quantity >= 0');
  }),
  createTable(2026112301171, 'pay_one_off', (t) => {
    t.int('worker_no');
    t.period();
    t.code('kind', 20);
    t.int('run_no');
    t.fen('quantity');
    t.primary('worker_no', 'period', 'kind', 'run_no');
    t.index('run_no');
    t.clusteredByKey();
  }),
  addColumns(2026112301172, 'tax_profile_fact', (t) => {
    t.code('rehire', 12).orNull;
  }),
];
