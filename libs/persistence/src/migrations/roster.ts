import { addColumns, createTable, type MigrationClass, type TableBuilder } from '../table';

/** Facts of a worker: every read is a range of worker numbers of one centre. */
export function workerFact(t: TableBuilder): void {
  t.factColumns();
  t.int('worker_no');
  t.named('reason', 200).orNull;
  t.index('centre_id', 'worker_no');
  t.check(`${t.name}_range`, 'valid_from < valid_to');
}

function factOf(t: TableBuilder, subject: string, length?: number): void {
  t.factColumns();
  if (length === undefined) t.id(subject);
  else t.code(subject, length);
  t.index('centre_id', subject);
  t.check(`${t.name}_range`, 'valid_from < valid_to');
}

/** Stamps 2026112300701…2026112300799 belong to this area. */
export const rosterMigrations: readonly MigrationClass[] = [
  createTable(2026112300701, 'centre', (t) => {
    t.id();
    t.code('code', 32);
    t.named('name', 80);
    t.code('region', 6);
    t.json('settings');
    t.instant('created_at');
    t.primary('id');
    t.unique('code');
  }),
  createTable(2026112300702, 'org_unit', (t) => {
    t.id();
    t.id('centre_id');
    t.code('code', 32);
    t.instant('created_at');
    t.primary('id');
    t.unique('centre_id', 'code');
  }),
  createTable(2026112300703, 'org_unit_fact', (t) => {
    factOf(t, 'org_unit_id');
    t.named('name', 80);
    t.code('kind', 16);
    t.id('parent_id').orNull;
    t.int('households').orNull;
    t.int('population').orNull;
    t.int('quota').orNull;
  }),
  createTable(2026112300704, 'agency', (t) => {
    t.id();
    t.id('centre_id');
    t.code('code', 32);
    t.named('name', 80);
    t.code('licence_no', 64).orNull;
    t.date('licence_until').orNull;
    t.code('tax_no', 32).orNull;
    t.named('bank_name', 80).orNull;
    t.code('bank_account', 40).orNull;
    t.instant('created_at');
    t.primary('id');
    t.unique('centre_id', 'code');
    t.unique('centre_id', 'name');
  }),
  createTable(2026112300705, 'agency_fee_fact', (t) => {
    factOf(t, 'agency_id');
    t.code('kind', 16);
    t.fen('amount');
    t.code('rate', 20);
  }),
  createTable(2026112300706, 'pay_grade', (t) => {
    t.id();
    t.id('centre_id');
    t.code('code', 32);
    t.named('name', 80);
    t.code('post_code', 32);
    t.instant('created_at');
    t.primary('id');
    t.unique('centre_id', 'code');
  }),
  createTable(2026112300707, 'grade_standard_fact', (t) => {
    factOf(t, 'grade_code', 32);
    t.fen('base');
    t.fen('post');
    t.fen('performance');
  }),
  createTable(2026112300708, 'certificate_standard_fact', (t) => {
    factOf(t, 'code', 32);
    t.fen('amount');
  }),
  createTable(2026112300709, 'worker', (t) => {
    t.id();
    t.id('centre_id');
    t.int('no');
    t.named('name', 60);
    t.code('id_kind', 20);
    t.code('id_cipher', 255);
    t.code('id_index', 64);
    t.int('birth_year');
    t.code('sex', 6);
    t.code('data_key', 255);
    t.instant('created_at');
    t.id('created_by');
    t.primary('id');
    t.unique('no');
    t.unique('centre_id', 'id_index');
    t.index('centre_id', 'no');
    t.index('centre_id', 'name');
  }),
  createTable(2026112300710, 'worker_counter', (t) => {
    t.int('id');
    t.int('last_no');
    t.primary('id');
  }),
  createTable(2026112300711, 'engagement_fact', (t) => {
    workerFact(t);
    t.id('agency_id');
    t.code('status', 16);
    t.date('joined_on');
    t.code('end_reason', 24).orNull;
  }),
  createTable(2026112300712, 'assignment_fact', (t) => {
    workerFact(t);
    t.id('org_unit_id');
    t.flag('covering');
  }),
  createTable(2026112300713, 'grade_fact', (t) => {
    workerFact(t);
    t.code('grade_code', 32);
    t.code('post_code', 32);
  }),
  createTable(2026112300714, 'certificate_fact', (t) => {
    workerFact(t);
    t.code('code', 32);
    t.named('number', 60).orNull;
    t.date('issued_on').orNull;
  }),
  createTable(2026112300715, 'contribution_fact', (t) => {
    workerFact(t);
    t.flag('insured');
    t.fen('insurance_base');
    t.flag('fund_member');
    t.fen('fund_base');
    t.code('fund_employer_rate', 20);
    t.code('fund_employee_rate', 20);
  }),
  createTable(2026112300716, 'bank_card_fact', (t) => {
    workerFact(t);
    t.code('card_cipher', 255);
    t.code('card_index', 64);
    t.named('bank_name', 80).orNull;
  }),
  createTable(2026112300717, 'phone_fact', (t) => {
    workerFact(t);
    t.code('phone_cipher', 255);
    t.code('phone_index', 64);
    t.index('centre_id', 'phone_index');
  }),
  addColumns(2026112300718, 'engagement_fact', (t) => {
    t.fen('contract_wage').orNull;
    t.fen('lowest_same_post').orNull;
  }),
];
