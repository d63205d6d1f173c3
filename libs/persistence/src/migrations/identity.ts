import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300301…2026112300399 belong to this area. */
export const identityMigrations: readonly MigrationClass[] = [
  createTable(2026112300301, 'app_user', (t) => {
    t.id();
    t.code('name', 64);
    t.named('display_name', 100);
    t.id('person_id');
    t.flag('machine');
    t.id('centre_id').orNull;
    t.int('worker_no').orNull;
    t.id('agency_id').orNull;
    t.code('password_hash', 255).orNull;
    t.flag('must_change_password');
    t.instant('initial_until').orNull;
    t.flag('disabled');
    t.int('failed_logins');
    t.instant('locked_until').orNull;
    t.instant('created_at');
    t.id('created_by');
    t.primary('id');
    t.unique('name');
    t.unique('centre_id', 'worker_no');
    t.index('person_id');
  }),
  createTable(2026112300302, 'user_role', (t) => {
    t.id('user_id');
    t.code('role', 32);
    t.id('centre_id');
    t.primary('user_id', 'role', 'centre_id');
  }),
  createTable(2026112300303, 'user_session', (t) => {
    t.code('token_hash', 64);
    t.id('user_id');
    t.instant('created_at');
    t.instant('last_seen_at');
    t.instant('expires_at');
    t.instant('ended_at').orNull;
    t.primary('token_hash');
    t.index('user_id');
  }),
  createTable(2026112300304, 'api_token', (t) => {
    t.id();
    t.code('token_hash', 64);
    t.id('user_id');
    t.named('name', 100);
    t.instant('created_at');
    t.instant('expires_at');
    t.instant('revoked_at').orNull;
    t.instant('last_used_at').orNull;
    t.primary('id');
    t.unique('token_hash');
    t.index('user_id');
  }),
];
