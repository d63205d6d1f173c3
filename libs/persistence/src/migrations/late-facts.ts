import { addIndexes, type MigrationClass } from '../table';

/** Every table of facts that pay looks through for what was recorded after a cut-off. */
const FACT_TABLES = [
  ...['engagement_fact', 'assignment_fact', 'grade_fact', 'certificate_fact', 'contribution_fact'],
  ...['absence_fact', 'overtime_fact', 'heat_work_fact', 'performance_fact', 'one_off_fact'],
];

/** Late facts are few among all of a centre: found by when they were recorded. Stamp of payroll's area, after the last of these tables. */
export const lateFactMigrations: readonly MigrationClass[] = [
  addIndexes(2026112301180, 'facts_by_record', FACT_TABLES, ['centre_id', 'recorded_at']),
];
