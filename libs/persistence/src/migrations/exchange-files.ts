import { createTable, type MigrationClass } from '../table';
import { workerFact } from './roster';

/** Stamps 2026112463001…2026112463099: files that people uploaded, and which documents a centre keeps, tags, and fields of a centre's own. */
export const fileMigrations: readonly MigrationClass[] = [
  createTable(2026112463001, 'stored_file', (t) => {
    t.id();
    t.id('centre_id');
    t.code('subject', 16);
    t.id('subject_id');
    t.int('worker_no').orNull;
    t.code('kind', 32);
    t.id('about_id').orNull;
    t.code('type', 8);
    t.code('name_cipher', 1000);
    t.int('size');
    t.code('sha256', 64);
    t.int('chunks');
    t.code('own_key', 255).orNull;
    t.date('expires_on').orNull;
    t.instant('recorded_at');
    t.id('recorded_by');
    t.instant('withdrawn_at').orNull;
    t.id('withdrawn_by').orNull;
    t.named('withdrawn_reason', 200).orNull;
    t.instant('erased_at').orNull;
    t.primary('id');
    t.index('centre_id', 'subject_id');
    t.index('centre_id', 'worker_no');
    t.index('withdrawn_at');
  }),
  createTable(2026112463002, 'stored_file_chunk', (t) => {
    t.id('file_id');
    t.int('no');
    t.bytes('sealed');
    t.primary('file_id', 'no');
  }),
  createTable(2026112463003, 'document_kind_fact', (t) => {
    t.factColumns();
    t.code('subject', 16);
    t.code('code', 32);
    t.named('name_zh', 40);
    t.named('name_en', 60);
    t.flag('sensitive');
    t.int('sort_order');
    t.flag('in_use');
    t.index('centre_id', 'subject', 'code');
    t.check('document_kind_fact_range', 'valid_from < valid_to');
  }),
  createTable(2026112463004, 'tag_fact', (t) => {
    t.factColumns();
    t.code('code', 32);
    t.named('name_zh', 20);
    t.named('name_en', 30);
    t.code('tone', 8);
    t.int('sort_order');
    t.flag('in_use');
    t.index('centre_id', 'code');
    t.check('tag_fact_range', 'valid_from < valid_to');
  }),
  createTable(2026112463005, 'worker_tag_fact', (t) => {
    workerFact(t);
    t.code('tag_code', 32);
    t.flag('held');
    t.index('centre_id', 'tag_code');
  }),
  createTable(2026112463006, 'custom_field_fact', (t) => {
    t.factColumns();
    t.code('code', 32);
    t.named('name_zh', 40);
    t.named('name_en', 60);
    t.code('field_type', 16);
    t.text('choices');
    t.int('sort_order');
    t.flag('in_use');
    t.index('centre_id', 'code');
    t.check('custom_field_fact_range', 'valid_from < valid_to');
  }),
  createTable(2026112463007, 'worker_field_fact', (t) => {
    workerFact(t);
    t.code('field_code', 32);
    t.named('field_value', 200).orNull;
    t.code('field_cipher', 1000).orNull;
    t.code('field_index', 64).orNull;
  }),
];
