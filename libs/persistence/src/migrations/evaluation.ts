import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300901…2026112300999 belong to this area. */
export const evaluationMigrations: readonly MigrationClass[] = [
  createTable(2026112300901, 'performance_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.period();
    t.int('score').orNull;
    t.int('coefficient');
    t.fen('award');
    t.index('centre_id', 'period', 'worker_no');
    t.check('performance_fact_score', 'score IS NULL OR (score >= 0 AND score <= 100000)');
    t.check('performance_fact_coefficient', 'coefficient >= 0 AND coefficient <= 20000');
    t.check('performance_fact_award', 'award >= 0');
  }),
];
