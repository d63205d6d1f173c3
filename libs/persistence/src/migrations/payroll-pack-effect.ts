import { createTable, type MigrationClass } from '../table';

/** What a policy pack would change, calculated in the background: stamps 2026112301185…2026112301189 of payroll's area. */
export const packEffectMigrations: readonly MigrationClass[] = [
  createTable(2026112301185, 'pack_effect', (t) => {
    t.id();
    t.text('text');
    t.code('hash', 64);
    t.code('basis', 64);
    t.json('centres');
    t.id('requested_by');
    t.instant('requested_at');
    t.id('job_id');
    t.primary('id');
    t.index('requested_at');
  }),
  createTable(2026112301186, 'pack_effect_part', (t) => {
    t.id('effect_id');
    t.int('no');
    t.id('centre_id');
    t.period();
    t.text('result');
    t.primary('effect_id', 'no');
    t.clusteredByKey();
  }),
];
