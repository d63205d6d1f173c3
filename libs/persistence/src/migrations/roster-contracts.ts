import { createTable, type MigrationClass } from '../table';
import { workerFact } from './roster';

/** Stamps 2026112430101…2026112430199: contracts of workers and what law wants to be known beside them. */
export const rosterContractMigrations: readonly MigrationClass[] = [
  createTable(2026112430101, 'contract_fact', (t) => {
    workerFact(t);
    t.id('agency_id');
    t.code('contract_no', 64).orNull;
    t.code('post_kind', 16);
    t.flag('full_time');
    t.date('starts_on');
    t.date('ends_on').orNull;
    t.date('probation_ends_on').orNull;
    t.date('signed_on').orNull;
    t.index('centre_id', 'valid_to');
  }),
  createTable(2026112430102, 'protection_fact', (t) => {
    workerFact(t);
    t.code('ground', 32);
    t.code('evidence_cipher', 1000);
  }),
  createTable(2026112430103, 'identity_card_fact', (t) => {
    workerFact(t);
    t.date('valid_until');
  }),
  createTable(2026112430104, 'retirement_fact', (t) => {
    workerFact(t);
    t.code('category', 16);
  }),
  createTable(2026112430105, 'agency_detail_fact', (t) => {
    t.factColumns();
    t.id('agency_id');
    t.code('licence_no', 64).orNull;
    t.date('licence_until').orNull;
    t.code('tax_no', 32).orNull;
    t.named('bank_name', 80).orNull;
    t.code('bank_account', 40).orNull;
    t.index('centre_id', 'agency_id');
    t.check('agency_detail_fact_range', 'valid_from < valid_to');
  }),
];
