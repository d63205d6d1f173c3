import { addColumns, createTable, type MigrationClass } from '../table';
import { workerFact } from './roster';

/** Stamps 2026112420101…2026112420199: what is known of people beside pay and post. */
export const rosterPersonalMigrations: readonly MigrationClass[] = [
  createTable(2026112420101, 'education_fact', (t) => {
    workerFact(t);
    t.code('level', 16);
    t.named('school', 80).orNull;
    t.date('graduated_on').orNull;
  }),
  createTable(2026112420102, 'political_fact', (t) => {
    workerFact(t);
    t.code('political_status', 24);
  }),
  createTable(2026112420103, 'address_fact', (t) => {
    workerFact(t);
    t.code('address_use', 16);
    t.code('address_cipher', 1000);
    t.code('address_index', 64);
  }),
  createTable(2026112420104, 'contact_fact', (t) => {
    workerFact(t);
    t.int('position');
    t.code('relation', 16);
    t.code('contact_name_cipher', 500);
    t.code('contact_phone_cipher', 255);
    t.code('contact_index', 64);
  }),
  createTable(2026112420105, 'other_phone_fact', (t) => {
    workerFact(t);
    t.code('phone_use', 16);
    t.code('other_phone_cipher', 255);
    t.code('other_phone_index', 64);
  }),
  addColumns(2026112420106, 'engagement_fact', (t) => {
    t.code('status_reason', 24).orNull;
  }),
];
