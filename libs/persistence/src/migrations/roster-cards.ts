import { addIndexes, createTable, type MigrationClass } from '../table';

/** Stamps 2026112420000…2026112420099 belong to changes of bank cards. */
export const cardChangeMigrations: readonly MigrationClass[] = [
  createTable(2026112420001, 'card_change', (t) => {
    t.id();
    t.id('centre_id');
    t.int('worker_no');
    t.date('valid_from');
    t.code('card_cipher', 255);
    t.code('card_index', 64);
    t.named('bank_name', 80).orNull;
    t.named('reason', 200).orNull;
    t.code('hash', 64);
    t.code('status', 10);
    t.int('open_for').orNull;
    t.id('proposed_by');
    t.id('proposed_person');
    t.instant('proposed_at');
    t.id('decided_by').orNull;
    t.id('decided_person').orNull;
    t.instant('decided_at').orNull;
    t.named('opinion', 500).orNull;
    t.id('fact_id').orNull;
    t.primary('id');
    t.unique('centre_id', 'open_for');
    t.index('centre_id', 'worker_no');
    t.index('centre_id', 'status');
    t.check('card_change_status', "status IN ('proposed', 'approved', 'returned', 'withdrawn')");
    t.check('card_change_open', "(status = 'proposed') = (open_for IS NOT NULL)");
    t.check('card_change_duties', "status <> 'approved' OR decided_person <> proposed_person");
  }),
  // A run asks whose card changed since the last one: few among all of a centre.
  addIndexes(2026112420002, 'cards_by_record', ['bank_card_fact'], ['centre_id', 'recorded_at']),
];
