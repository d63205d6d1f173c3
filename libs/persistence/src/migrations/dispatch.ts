import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112430201…2026112430299 belong to this area. */
export const dispatchMigrations: readonly MigrationClass[] = [
  createTable(2026112430201, 'dispatch_agreement_fact', (t) => {
    t.factColumns();
    t.id('agency_id');
    t.named('reason', 200).orNull;
    t.code('number', 64).orNull;
    t.named('posts', 200).orNull;
    t.int('headcount').orNull;
    t.named('pay', 200).orNull;
    t.named('insurance', 200).orNull;
    t.named('payment', 200).orNull;
    t.code('severance', 16).orNull;
    t.named('fee', 200).orNull;
    t.code('tax', 16).orNull;
    t.index('centre_id', 'agency_id');
    t.check('dispatch_agreement_fact_range', 'valid_from < valid_to');
  }),
  createTable(2026112430202, 'own_staff_fact', (t) => {
    t.factColumns();
    t.int('people');
    t.index('centre_id');
    t.check('own_staff_fact_range', 'valid_from < valid_to');
  }),
  createTable(2026112430203, 'dispatch_decision', (t) => {
    t.id();
    t.id('centre_id');
    t.code('matter', 190);
    t.code('act', 16);
    t.named('reason', 500);
    t.date('until_date').orNull;
    t.instant('decided_at');
    t.id('decided_by');
    t.primary('id');
    t.index('centre_id', 'matter');
  }),
  createTable(2026112430204, 'return_evidence', (t) => {
    t.id();
    t.id('centre_id');
    t.int('worker_no');
    t.code('kind', 32);
    t.date('happened_on');
    t.named('document', 200);
    t.instant('recorded_at');
    t.id('recorded_by');
    t.instant('withdrawn_at').orNull;
    t.id('withdrawn_by').orNull;
    t.named('withdrawn_reason', 200).orNull;
    t.primary('id');
    t.index('centre_id', 'worker_no');
  }),
  createTable(2026112430205, 'worker_return', (t) => {
    t.id();
    t.id('centre_id');
    t.int('worker_no');
    t.date('last_day');
    t.code('ground', 16);
    t.instant('recorded_at');
    t.id('recorded_by');
    t.primary('id');
    t.index('centre_id', 'last_day');
    t.index('centre_id', 'worker_no');
  }),
];
