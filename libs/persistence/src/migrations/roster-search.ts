import { addColumns, addIndexes, createTable, type MigrationClass } from '../table';

/** Finding people by what they are called, and as of any day: stamps 2026112410001…2026112410019. */
export const rosterSearchMigrations: readonly MigrationClass[] = [
  addColumns(2026112410001, 'worker', (t) => {
    t.code('id_tail_index', 64).orNull;
    t.code('name_sort', 160).orNull;
    t.int('search_version').orNull;
  }),
  addIndexes(2026112410002, 'worker_id_tail', ['worker'], ['centre_id', 'id_tail_index']),
  addIndexes(2026112410003, 'worker_name_sort', ['worker'], ['centre_id', 'name_sort', 'no']),
  addIndexes(2026112410004, 'worker_search_version', ['worker'], ['search_version']),
  addColumns(2026112410005, 'phone_fact', (t) => {
    t.code('phone_tail_index', 64).orNull;
  }),
  addIndexes(2026112410006, 'phone_tail', ['phone_fact'], ['centre_id', 'phone_tail_index']),
  createTable(2026112410007, 'worker_term', (t) => {
    t.id('centre_id');
    t.code('term', 80);
    t.int('worker_no');
    t.primary('centre_id', 'term', 'worker_no');
    t.index('centre_id', 'worker_no');
    t.clusteredByKey();
  }),
  createTable(2026112410008, 'worker_standing', (t) => {
    t.id('centre_id');
    t.int('worker_no');
    t.date('valid_from');
    t.date('valid_to');
    t.code('status', 16);
    t.code('agency_code', 32);
    t.date('joined_on');
    t.date('stay_to');
    t.code('unit_code', 32);
    t.code('grade_code', 32).orNull;
    t.code('post_code', 32).orNull;
    t.int('birth_year');
    t.code('name_sort', 160);
    t.primary('centre_id', 'worker_no', 'valid_from');
    t.index('centre_id', 'unit_code', 'worker_no', 'valid_from', 'valid_to', 'status', 'agency_code', 'post_code');
    t.index('centre_id', 'joined_on', 'worker_no', 'valid_from', 'valid_to');
    t.index('centre_id', 'agency_code', 'worker_no', 'valid_from', 'valid_to');
    t.index(
      'centre_id',
      'name_sort',
      'worker_no',
      'valid_from',
      'valid_to',
      'status',
      'agency_code',
      'unit_code',
      'post_code',
    );
    t.clusteredByKey();
    t.check('worker_standing_range', 'valid_from < valid_to');
  }),
  addIndexes(2026112410009, 'org_unit_parent', ['org_unit_fact'], ['centre_id', 'parent_id']),
  addIndexes(2026112410010, 'assignment_unit', ['assignment_fact'], ['centre_id', 'org_unit_id']),
];
