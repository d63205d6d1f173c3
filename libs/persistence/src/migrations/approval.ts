import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112300401…2026112300499 belong to this area. */
export const approvalMigrations: readonly MigrationClass[] = [
  createTable(2026112300401, 'approval', (t) => {
    t.id();
    t.id('centre_id');
    t.code('subject_type', 40);
    t.id('subject_id');
    t.code('hash', 64);
    t.int('round');
    t.code('status', 16);
    t.int('next_step');
    t.int('version');
    t.id('opened_by');
    t.instant('opened_at');
    t.instant('closed_at').orNull;
    t.primary('id');
    t.unique('subject_type', 'subject_id', 'round');
    t.index('status', 'centre_id');
  }),
  createTable(2026112300402, 'approval_step', (t) => {
    t.id('approval_id');
    t.int('no');
    t.code('kind', 40);
    t.code('permission', 64);
    t.id('decided_by').orNull;
    t.id('person_id').orNull;
    t.id('on_behalf_of').orNull;
    t.code('decision', 8).orNull;
    t.text('opinion').orNull;
    t.instant('decided_at').orNull;
    t.primary('approval_id', 'no');
    t.unique('approval_id', 'kind');
  }),
  createTable(2026112300403, 'approval_party', (t) => {
    t.id('approval_id');
    t.id('person_id');
    t.code('part', 40);
    t.primary('approval_id', 'person_id');
  }),
  createTable(2026112300404, 'approval_delegation', (t) => {
    t.id();
    t.id('from_user_id');
    t.id('to_user_id');
    t.code('permission', 64);
    t.date('from_date');
    t.date('to_date');
    t.instant('created_at');
    t.instant('revoked_at').orNull;
    t.primary('id');
    t.index('to_user_id');
    t.check('approval_delegation_range', 'from_date < to_date');
  }),
];
