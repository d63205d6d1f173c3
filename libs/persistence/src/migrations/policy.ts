import { createTable, type MigrationClass } from '../table';

/** Stamps 2026112301301…2026112301399 belong to this area. */
export const policyMigrations: readonly MigrationClass[] = [
  createTable(2026112301301, 'policy_pack', (t) => {
    t.id();
    t.id('centre_id');
    t.code('layer', 6);
    t.code('hash', 64);
    t.text('text');
    t.named('reason', 500);
    t.id('proposed_by');
    t.id('proposed_person');
    t.instant('proposed_at');
    t.primary('id');
  }),
  createTable(2026112301302, 'policy_pack_decision', (t) => {
    t.id('pack_id');
    t.code('outcome', 10);
    t.int('seq').orNull;
    t.code('hash', 64);
    t.id('proposed_person');
    t.id('decided_by');
    t.id('decided_person');
    t.instant('recorded_at');
    t.named('opinion', 500).orNull;
    t.primary('pack_id');
    t.unique('seq');
    t.check('policy_pack_decision_outcome', "outcome IN ('activated', 'returned', 'withdrawn')");
    t.check('policy_pack_decision_seq', "(outcome = 'activated') = (seq IS NOT NULL)");
    t.check('policy_pack_decision_duties', "outcome <> 'activated' OR decided_person <> proposed_person");
  }),
];
