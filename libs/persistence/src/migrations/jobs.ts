import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300101…2026112300199 belong to this area. */
export const jobsMigrations: readonly MigrationClass[] = [
  createTable(2026112300101, 'job', (t) => {
    t.id();
    t.code('name', 60);
    t.id('centre_id').orNull;
    t.json('payload');
    t.code('state', 10);
    t.id('requested_by');
    t.instant('created_at');
    t.instant('started_at').orNull;
    t.instant('finished_at').orNull;
    t.int('attempts');
    t.flag('stop_requested');
    t.code('lease_owner', 140).orNull;
    t.instant('lease_until').orNull;
    t.code('error_code', 60).orNull;
    t.json('error').orNull;
    t.primary('id');
    t.index('state');
    t.check('job_state_known', "state IN ('queued', 'running', 'done', 'failed', 'cancelled')");
  }),
  createTable(2026112300102, 'outbox', (t) => {
    t.id();
    t.id('job_id');
    t.int('rings');
    t.instant('created_at');
    t.instant('next_ring_at');
    t.instant('done_at').orNull;
    t.primary('id');
    t.unique('job_id');
    t.index('done_at', 'next_ring_at');
  }),
  createTable(2026112300103, 'job_chunk', (t) => {
    t.id('job_id');
    t.int('no');
    t.code('state', 10);
    t.json('payload');
    t.code('lease_owner', 140).orNull;
    t.instant('lease_until').orNull;
    t.int('fence');
    t.primary('job_id', 'no');
    t.clusteredByKey();
    t.check('job_chunk_state_known', "state IN ('free', 'leased', 'done', 'dropped')");
  }),
];
