import { createTable, type MigrationClass } from '../table';

/** What leave is counted from. Stamps 2026112440001…2026112440099 belong to this area. */
export const attendanceLeaveMigrations: readonly MigrationClass[] = [
  createTable(2026112440001, 'prior_service_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.int('months');
    t.date('continuous_from').orNull;
    t.named('evidence', 200);
    t.index('centre_id', 'worker_no');
    t.check('prior_service_fact_months', 'months >= 0 AND months <= 720');
  }),
];
