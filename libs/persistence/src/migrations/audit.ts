import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300201…2026112300299 belong to this area. */
export const auditMigrations: readonly MigrationClass[] = [
  createTable(2026112300201, 'audit_entry', (t) => {
    t.code('scope', 36);
    t.int('seq');
    t.instant('at');
    t.id('user_id');
    t.id('person_id');
    t.named('os_user', 64).orNull;
    t.code('action', 64);
    t.code('subject_type', 40);
    t.code('subject_id', 64);
    t.text('data');
    t.text('reason').orNull;
    t.code('prev_hash', 64);
    t.code('hash', 64);
    t.primary('scope', 'seq');
    t.index('scope', 'subject_type', 'subject_id');
    t.clusteredByKey();
  }),
  createTable(2026112300202, 'audit_head', (t) => {
    t.code('scope', 36);
    t.int('seq');
    t.code('hash', 64);
    t.primary('scope');
  }),
  createTable(2026112300203, 'audit_signature', (t) => {
    t.code('scope', 36);
    t.int('seq');
    t.date('day');
    t.code('hash', 64);
    t.code('signature', 128);
    t.code('key_id', 16);
    t.instant('signed_at');
    t.primary('scope', 'seq');
  }),
  createTable(2026112300204, 'idempotency_key', (t) => {
    t.id('user_id');
    t.code('request_key', 100);
    t.code('command', 64);
    t.code('body_hash', 64);
    t.text('answer').orNull;
    t.instant('at');
    t.primary('user_id', 'request_key');
    t.index('at');
  }),
];
