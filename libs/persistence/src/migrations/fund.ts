import { addColumns, addUniqueIndex, createTable, type MigrationClass } from '../table';

/** Stamps 2026112301001…2026112301099 belong to this area. */
export const fundMigrations: readonly MigrationClass[] = [
  createTable(2026112301001, 'budget', (t) => {
    t.id();
    t.id('centre_id');
    t.int('fiscal_year');
    t.named('unit_name', 200).orNull;
    t.code('region', 12).orNull;
    t.named('source', 200);
    t.named('excludes', 200).orNull;
    t.code('status', 12);
    t.fen('total_fen').orNull;
    t.fen('previous_total_fen').orNull;
    t.int('posts').orNull;
    t.int('filled').orNull;
    t.instant('loaded_at');
    t.id('loaded_by');
    t.primary('id');
    t.unique('centre_id', 'fiscal_year');
    t.check('ck_budget_status', "status IN ('open','closed')");
  }),
  createTable(2026112301002, 'budget_info', (t) => {
    t.id('budget_id');
    t.code('section', 20);
    t.int('no');
    t.named('name', 120);
    t.fen('amount_fen').orNull;
    t.primary('budget_id', 'section', 'no');
    t.clusteredByKey();
  }),
  createTable(2026112301003, 'fund', (t) => {
    t.id();
    t.id('centre_id');
    t.int('fiscal_year');
    t.int('no');
    t.named('name', 120);
    t.code('kind', 12);
    t.named('purpose', 500).orNull;
    t.code('function_code', 20).orNull;
    t.code('economic_code', 20).orNull;
    t.int('version');
    t.primary('id');
    t.unique('centre_id', 'fiscal_year', 'no');
    t.unique('centre_id', 'fiscal_year', 'name');
    t.check('ck_fund_kind', "kind IN ('basic','project','zero')");
  }),
  createTable(2026112301004, 'fund_balance', (t) => {
    t.id('fund_id');
    t.id('centre_id');
    t.flag('zero_line');
    t.fen('granted_fen');
    t.fen('available_fen');
    t.fen('reserved_fen');
    t.fen('paid_fen');
    t.int('last_no');
    t.primary('fund_id');
    t.check('ck_fund_balance_available', 'available_fen >= 0');
    t.check('ck_fund_balance_reserved', 'reserved_fen >= 0');
    t.check('ck_fund_balance_paid', 'paid_fen >= 0');
    t.check('ck_fund_balance_ties', 'granted_fen = available_fen + reserved_fen + paid_fen');
    t.check('ck_fund_balance_zero_line', 'zero_line = 0 OR granted_fen = 0');
  }),
  createTable(2026112301005, 'appropriation', (t) => {
    t.id();
    t.id('centre_id');
    t.id('fund_id');
    t.code('kind', 12);
    t.fen('amount_fen');
    t.named('document_no', 80);
    t.date('effective_on');
    t.named('reason', 300).orNull;
    t.id('transfer_id').orNull;
    t.instant('recorded_at');
    t.id('recorded_by');
    t.primary('id');
    t.index('fund_id', 'effective_on');
    t.check('ck_appropriation_kind', "kind IN ('initial','supplement','reduction','adjustment','carry_over')");
  }),
  createTable(2026112301006, 'reservation', (t) => {
    t.id();
    t.id('centre_id');
    t.id('fund_id');
    t.id('agency_id');
    t.id('run_id');
    t.int('run_no');
    t.fen('amount_fen');
    t.fen('remaining_fen');
    t.code('hash', 64);
    t.code('status', 12);
    t.flag('live').orNull;
    t.int('version');
    t.instant('reserved_at');
    t.id('reserved_by');
    t.primary('id');
    t.unique('run_id', 'fund_id', 'agency_id', 'live');
    t.index('fund_id');
    t.check('ck_reservation_amount', 'amount_fen > 0');
    t.check('ck_reservation_remaining', 'remaining_fen >= 0 AND remaining_fen <= amount_fen');
    t.check('ck_reservation_status', "status IN ('open','posted','voided','released')");
  }),
  createTable(2026112301007, 'ledger_transaction', (t) => {
    t.id();
    t.id('centre_id');
    t.id('fund_id');
    t.int('no');
    t.code('kind', 12);
    t.code('source_type', 20);
    t.id('source_id');
    t.int('source_part');
    t.id('reservation_id').orNull;
    t.named('document_no', 80).orNull;
    t.date('business_date');
    t.fen('available_after_fen');
    t.instant('recorded_at');
    t.id('recorded_by');
    t.primary('id');
    t.unique('fund_id', 'no');
    t.unique('source_type', 'source_id', 'source_part');
    t.index('reservation_id');
    t.check('ck_ledger_transaction_kind', "kind IN ('appropriate','opening','reserve','void','release','post')");
  }),
  createTable(2026112301008, 'ledger_leg', (t) => {
    t.id('transaction_id');
    t.int('no');
    t.code('account', 12);
    t.fen('amount_fen');
    t.primary('transaction_id', 'no');
    t.clusteredByKey();
    t.check('ck_ledger_leg_account', "account IN ('granted','available','reserved','paid')");
  }),
  addColumns(2026112301009, 'fund', (t) => {
    t.named('code', 120).orNull;
  }),
  addUniqueIndex(2026112301010, 'fund', ['centre_id', 'fiscal_year', 'code']),
];
