import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112465001…2026112465099: files kept for a while, and lists that go out as files. */
export const exchangeListMigrations: readonly MigrationClass[] = [
  createTable(2026112465001, 'sealed_part', (t) => {
    t.id('file_id');
    t.int('no');
    t.text('body');
    t.primary('file_id', 'no');
  }),
  createTable(2026112465002, 'export_task', (t) => {
    t.id();
    t.id('centre_id');
    t.code('kind', 20);
    t.code('format', 5);
    t.code('language', 2);
    t.code('data_key', 120).orNull;
    t.text('query');
    t.text('chosen');
    t.flag('numbers');
    t.named('purpose', 200);
    t.code('hash', 64);
    t.code('status', 10);
    t.int('expected');
    t.int('done_rows');
    t.int('bytes');
    t.code('sha256', 64).orNull;
    t.code('error_code', 60).orNull;
    t.id('job_id').orNull;
    t.id('requested_by');
    t.instant('requested_at');
    t.instant('finished_at').orNull;
    t.instant('expires_at').orNull;
    t.primary('id');
    t.index('centre_id', 'requested_by', 'requested_at');
    t.index('status', 'expires_at');
    t.check('export_task_status', "status IN ('waiting', 'queued', 'making', 'done', 'failed', 'stopped', 'returned', 'expired')");
  }),
];
