import { createTable, type MigrationClass, runStatements } from '../table';

/** Stamps 2026112301201…2026112301299 belong to this area. */
export const settlementMigrations: readonly MigrationClass[] = [
  createTable(2026112301201, 'settlement', (t) => {
    t.id();
    t.id('centre_id');
    t.id('run_id');
    t.int('run_no');
    t.period();
    t.id('agency_id');
    t.id('reservation_id').orNull;
    t.code('run_hash', 64);
    t.int('people');
    t.fen('pass_through_fen');
    t.fen('fee_fen');
    t.fen('total_fen');
    t.fen('paid_fen');
    t.code('status', 12);
    t.int('version');
    t.instant('prepared_at');
    t.id('prepared_by');
    t.instant('confirmed_at').orNull;
    t.id('confirmed_by').orNull;
    t.primary('id');
    t.unique('run_id', 'agency_id');
    t.index('centre_id', 'period');
    t.check('ck_settlement_total', 'total_fen = pass_through_fen + fee_fen');
    t.check('ck_settlement_paid', 'paid_fen >= 0 AND paid_fen <= total_fen');
    t.check('ck_settlement_status', "status IN ('prepared','confirmed','paid')");
  }),
  createTable(2026112301202, 'settlement_line', (t) => {
    t.id('settlement_id');
    t.int('no');
    t.code('side', 12);
    t.code('item', 30);
    t.fen('amount_fen');
    t.primary('settlement_id', 'no');
    t.clusteredByKey();
    t.check('ck_settlement_line_side', "side IN ('cost','use')");
  }),
  createTable(2026112301203, 'payment', (t) => {
    t.id();
    t.id('centre_id');
    t.id('settlement_id');
    t.id('reservation_id');
    t.id('transaction_id');
    t.int('attempt');
    t.fen('amount_fen');
    t.named('document_no', 80);
    t.date('paid_on');
    t.instant('recorded_at');
    t.id('recorded_by');
    t.primary('id');
    t.unique('settlement_id', 'attempt');
    t.unique('settlement_id', 'document_no');
    t.check('ck_payment_amount', 'amount_fen > 0');
  }),
  createTable(2026112301204, 'settlement_fund', (t) => {
    t.id('settlement_id');
    t.id('fund_id');
    t.id('reservation_id').orNull;
    t.fen('amount_fen');
    t.fen('paid_fen');
    t.flag('ended');
    t.primary('settlement_id', 'fund_id');
    t.clusteredByKey();
    t.check('ck_settlement_fund_paid', 'paid_fen >= 0 AND paid_fen <= amount_fen');
  }),
  runStatements(
    2026112301205,
    'settlements_per_fund',
    async (runner) => {
      if (!(await runner.hasColumn('settlement', 'reservation_id'))) return;
      await runner.query(
        'INSERT INTO settlement_fund (settlement_id, fund_id, reservation_id, amount_fen, paid_fen, ended) ' +
          "SELECT s.id, r.fund_id, s.reservation_id, s.total_fen, s.paid_fen, CASE WHEN s.status = 'paid' OR s.total_fen = 0 THEN 1 ELSE 0 END " +
          'FROM settlement s JOIN pay_run r ON r.id = s.run_id ' +
          'WHERE NOT EXISTS (SELECT 1 FROM settlement_fund f WHERE f.settlement_id = s.id)',
      );
      await runner.query('ALTER TABLE settlement DROP COLUMN reservation_id');
    },
    async (runner) => {
      if (await runner.hasColumn('settlement', 'reservation_id')) return;
      await runner.query('ALTER TABLE settlement ADD COLUMN reservation_id varchar(36) NULL');
      await runner.query(
        'UPDATE settlement SET reservation_id = (SELECT MIN(f.reservation_id) FROM settlement_fund f WHERE f.settlement_id = settlement.id)',
      );
    },
  ),
];
