import { addColumns, createTable, type MigrationClass, runStatements, type TableBuilder } from '../table';

const amounts = (t: TableBuilder): void => {
  t.fen('gross');
  t.fen('employee_insurance');
  t.fen('employee_fund');
  t.fen('tax');
  t.fen('other_deductions');
  t.fen('net');
  t.fen('receivable');
  t.fen('employer_insurance');
  t.fen('employer_fund');
  t.fen('fee');
};

/** One claim per worker and month, before a month could be paid by two agencies. */
function monthClaims(t: TableBuilder): void {
  t.int('worker_no');
  t.period();
  t.code('source', 30);
  t.int('run_no');
  t.primary('worker_no', 'period', 'source');
  t.index('run_no');
  t.clusteredByKey();
}

/** Stamps 2026112301101…2026112301199 belong to this area. */
export const payrollMigrations: readonly MigrationClass[] = [
  createTable(2026112301101, 'pay_scheme', (t) => {
    t.id();
    t.id('centre_id');
    t.int('version');
    t.period('valid_from');
    t.code('code', 40);
    t.named('name_zh', 100);
    t.named('name_en', 100);
    t.code('absence_method', 20);
    t.json('absence_pay_ratio');
    t.code('hash', 64);
    t.id('adopted_by');
    t.instant('adopted_at');
    t.primary('id');
    t.unique('centre_id', 'version');
  }),
  createTable(2026112301102, 'pay_item', (t) => {
    t.id('scheme_id');
    t.int('item_no');
    t.code('code', 40);
    t.named('name_zh', 100);
    t.named('name_en', 100);
    t.code('kind', 20);
    t.code('behaviour', 20);
    t.text('formula').orNull;
    t.code('rule', 40).orNull;
    t.flag('taxable');
    t.flag('reduced_by_absence');
    t.flag('in_overtime_base');
    t.primary('scheme_id', 'item_no');
  }),
  createTable(2026112301103, 'pay_run', (t) => {
    t.id();
    t.int('no');
    t.id('centre_id');
    t.period();
    t.code('kind', 20);
    t.int('seq');
    t.date('pay_date');
    t.period('tax_month');
    t.int('fiscal_year');
    t.id('fund_id');
    t.id('replaces_run_id').orNull;
    t.code('status', 20);
    t.int('version');
    t.int('calc_no');
    t.id('job_id').orNull;
    t.instant('known_at').orNull;
    t.code('engine_version', 20).orNull;
    t.id('scheme_id').orNull;
    t.code('parameters_hash', 64).orNull;
    t.json('parameters').orNull;
    t.code('program_hash', 64).orNull;
    t.json('basis').orNull;
    t.int('people');
    t.int('excluded');
    amounts(t);
    t.code('hash', 64).orNull;
    t.id('prepared_by');
    t.id('prepared_person');
    t.id('edited_person');
    t.id('submitted_by').orNull;
    t.id('submitted_person').orNull;
    t.id('checked_by').orNull;
    t.id('checked_person').orNull;
    t.id('approved_by').orNull;
    t.id('approved_person').orNull;
    t.instant('created_at');
    t.primary('id');
    t.unique('no');
    t.unique('centre_id', 'period', 'kind', 'seq');
    t.check('pay_run_kind', "kind IN ('regular', 'supplementary', 'correction', 'bonus')");
    t.check(
      'pay_run_status',
      "status IN ('draft', 'calculated', 'submitted', 'checked', 'approved', 'settled', 'paid', 'closed', 'cancelled')",
    );
    t.check('pay_run_checker', 'checked_person <> submitted_person AND checked_person <> edited_person');
    t.check(
      'pay_run_approver',
      'approved_person <> prepared_person AND approved_person <> edited_person AND approved_person <> submitted_person',
    );
    t.check(
      'pay_run_approved',
      "status NOT IN ('approved', 'settled', 'paid', 'closed') OR (approved_person IS NOT NULL AND hash IS NOT NULL)",
    );
  }),
  createTable(2026112301104, 'pay_run_event', (t) => {
    t.int('run_no');
    t.int('seq');
    t.code('step', 30);
    t.code('from_status', 20);
    t.code('to_status', 20);
    t.id('user_id');
    t.id('person_id');
    t.named('reason', 500).orNull;
    t.instant('at');
    t.primary('run_no', 'seq');
  }),
  createTable(2026112301105, 'pay_run_agency', (t) => {
    t.int('run_no');
    t.id('agency_id');
    t.int('people');
    amounts(t);
    t.id('reservation_id').orNull;
    t.primary('run_no', 'agency_id');
  }),
  createTable(2026112301106, 'pay_run_input', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.json('input');
    t.primary('run_no', 'worker_no');
    t.clusteredByKey();
  }),
  createTable(2026112301107, 'payslip', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.id('agency_id');
    amounts(t);
    t.fen('tax_income');
    t.fen('tax_exempt');
    t.fen('tax_special');
    t.fen('tax_other');
    t.fen('tax_relief');
    t.code('hash', 64);
    t.primary('run_no', 'worker_no');
    t.index('worker_no', 'run_no');
    t.clusteredByKey();
  }),
  createTable(2026112301108, 'payslip_line', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.int('item_no');
    t.fen('amount');
    t.primary('run_no', 'worker_no', 'item_no');
    t.clusteredByKey();
  }),
  createTable(2026112301109, 'payslip_derivation', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.text('data');
    t.primary('run_no', 'worker_no');
    t.clusteredByKey();
  }),
  createTable(2026112301110, 'pay_program', (t) => {
    t.code('hash', 64);
    t.int('part');
    t.text('content');
    t.primary('hash', 'part');
  }),
  createTable(2026112301111, 'pay_exclusion', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.code('code', 60);
    t.json('params');
    t.id('acknowledged_by').orNull;
    t.named('reason', 500).orNull;
    t.instant('acknowledged_at').orNull;
    t.primary('run_no', 'worker_no');
    t.clusteredByKey();
  }),
  createTable(2026112301112, 'pay_claim', monthClaims),
  createTable(2026112301113, 'tax_opening', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.id('agency_id');
    t.int('through_month');
    t.int('months');
    t.fen('income');
    t.fen('exempt');
    t.fen('special');
    t.fen('other');
    t.fen('relief');
    t.fen('tax');
    t.index('centre_id', 'worker_no', 'valid_from');
  }),
  createTable(2026112301114, 'tax_profile_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.id('agency_id');
    t.code('mode', 20);
    t.fen('prior_gross').orNull;
    t.flag('same_unit_every_month');
    t.index('centre_id', 'worker_no', 'valid_from');
    t.check('tax_profile_mode', "mode IN ('normal', 'first_job', 'prior_year_60000')");
    t.check(
      'tax_profile_evidence',
      "mode <> 'prior_year_60000' OR (prior_gross IS NOT NULL AND same_unit_every_month = 1)",
    );
  }),
  createTable(2026112301115, 'special_deduction_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.fen('to_date');
    t.json('categories');
    t.index('centre_id', 'worker_no', 'valid_from');
  }),
  createTable(2026112301116, 'payslip_claim', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.period();
    t.code('source', 60);
    t.primary('run_no', 'worker_no', 'period', 'source');
    t.clusteredByKey();
  }),
  createTable(2026112301117, 'pay_item_claim', (t) => {
    t.int('worker_no');
    t.period();
    t.code('source', 60);
    t.int('run_no');
    t.primary('worker_no', 'period', 'source');
    t.index('run_no');
    t.clusteredByKey();
  }),
  runStatements(
    2026112301118,
    'claims_per_agency',
    async (runner) => {
      await runner.query(
        "INSERT INTO payslip_claim (run_no, worker_no, period, source) SELECT s.run_no, s.worker_no, r.period, CONCAT('regular:', s.agency_id) " +
          'FROM payslip s JOIN pay_run r ON r.no = s.run_no ' +
          'WHERE NOT EXISTS (SELECT 1 FROM payslip_claim c WHERE c.run_no = s.run_no AND c.worker_no = s.worker_no)',
      );
      if (!(await runner.hasTable('pay_claim'))) return;
      await runner.query(
        'INSERT INTO pay_item_claim (worker_no, period, source, run_no) SELECT c.worker_no, p.period, p.source, c.run_no ' +
          'FROM pay_claim c JOIN payslip_claim p ON p.run_no = c.run_no AND p.worker_no = c.worker_no ' +
          'WHERE NOT EXISTS (SELECT 1 FROM pay_item_claim i WHERE i.run_no = c.run_no AND i.worker_no = c.worker_no)',
      );
      await runner.query('DROP TABLE pay_claim');
    },
    async (runner) => {
      await new (createTable(2026112301112, 'pay_claim', monthClaims))().up(runner);
      await runner.query(
        "INSERT INTO pay_claim (worker_no, period, source, run_no) SELECT worker_no, period, 'regular', MIN(run_no) FROM pay_item_claim i " +
          'WHERE NOT EXISTS (SELECT 1 FROM pay_claim c WHERE c.worker_no = i.worker_no AND c.period = i.period) GROUP BY worker_no, period',
      );
    },
  ),
  addColumns(2026112301119, 'pay_run', (t) => {
    t.id('corrects_run_id').orNull;
  }),
  createTable(2026112301120, 'retro_delta', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.period('original_period');
    t.int('item_no');
    t.id('agency_id');
    t.code('category', 40);
    t.fen('amount');
    t.primary('run_no', 'worker_no', 'original_period', 'item_no');
    t.index('original_period', 'worker_no');
    t.clusteredByKey();
  }),
  createTable(2026112301121, 'pay_receivable', (t) => {
    t.int('worker_no');
    t.int('run_no');
    t.id('agency_id');
    t.fen('owed');
    t.fen('recovered');
    t.primary('worker_no', 'run_no');
    t.index('run_no');
    t.clusteredByKey();
  }),
  createTable(2026112301122, 'pay_run_note', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.period();
    t.code('code', 60);
    t.json('params');
    t.primary('run_no', 'worker_no', 'period', 'code');
    t.clusteredByKey();
  }),
  createTable(2026112301123, 'late_decision', (t) => {
    t.id();
    t.id('centre_id');
    t.id('fact_id');
    t.code('fact_kind', 24);
    t.int('worker_no').orNull;
    t.code('fact_key', 40).orNull;
    t.date('valid_from');
    t.date('valid_to');
    t.code('decision', 12);
    t.period('from_period').orNull;
    t.named('reason', 500).orNull;
    t.instant('decided_at');
    t.id('decided_by');
    t.primary('id');
    t.index('centre_id', 'fact_id');
    t.check('late_decision_kind', "decision IN ('retro', 'next_month', 'refuse')");
    t.check('late_decision_from', "(decision = 'next_month') = (from_period IS NOT NULL)");
  }),
  addColumns(2026112301124, 'pay_item', (t) => {
    t.flag('in_insurance_base').orNull;
    t.flag('counts_for_minimum_wage').orNull;
    t.code('fund', 40).orNull;
  }),
  createTable(2026112301150, 'parallel_column', (t) => {
    t.id('centre_id');
    t.named('header', 80);
    t.code('target', 40);
    t.id('recorded_by');
    t.instant('recorded_at');
    t.primary('centre_id', 'header');
  }),
  createTable(2026112301151, 'bonus_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.fen('amount');
    t.code('method', 10).orNull;
    t.index('centre_id', 'valid_from', 'worker_no');
    t.check('bonus_fact_method', "method IN ('separate', 'together')");
    t.check('bonus_fact_amount', 'amount >= 0');
  }),
  addColumns(2026112301152, 'payslip', (t) => {
    t.fen('tax_wage').orNull;
  }),
  addColumns(2026112301153, 'pay_scheme', (t) => {
    t.json('tables').orNull;
  }),
  createTable(2026112301160, 'payslip_fund', (t) => {
    t.int('run_no');
    t.int('worker_no');
    t.id('fund_id');
    t.fen('amount');
    t.primary('run_no', 'worker_no', 'fund_id');
    t.clusteredByKey();
  }),
  createTable(2026112301161, 'pay_run_fund', (t) => {
    t.int('run_no');
    t.id('agency_id');
    t.id('fund_id');
    t.int('people');
    t.fen('cost');
    t.id('reservation_id').orNull;
    t.primary('run_no', 'agency_id', 'fund_id');
    t.clusteredByKey();
  }),
  runStatements(
    2026112301162,
    'run_totals_per_fund',
    async (runner) => {
      if (!(await runner.hasColumn('pay_run_agency', 'reservation_id'))) return;
      await runner.query(
        'INSERT INTO pay_run_fund (run_no, agency_id, fund_id, people, cost, reservation_id) ' +
          'SELECT a.run_no, a.agency_id, r.fund_id, a.people, a.gross + a.employer_insurance + a.employer_fund + a.fee, a.reservation_id ' +
          'FROM pay_run_agency a JOIN pay_run r ON r.no = a.run_no ' +
          'WHERE NOT EXISTS (SELECT 1 FROM pay_run_fund f WHERE f.run_no = a.run_no AND f.agency_id = a.agency_id)',
      );
      await runner.query('ALTER TABLE pay_run_agency DROP COLUMN reservation_id');
    },
    async (runner) => {
      if (await runner.hasColumn('pay_run_agency', 'reservation_id')) return;
      await runner.query('ALTER TABLE pay_run_agency ADD COLUMN reservation_id varchar(36) NULL');
      await runner.query(
        'UPDATE pay_run_agency SET reservation_id = (SELECT MIN(f.reservation_id) FROM pay_run_fund f ' +
          'WHERE f.run_no = pay_run_agency.run_no AND f.agency_id = pay_run_agency.agency_id)',
      );
    },
  ),
  createTable(2026112301163, 'fund_split_fact', (t) => {
    t.factColumns();
    t.int('worker_no');
    t.json('shares');
    t.index('centre_id', 'worker_no', 'valid_from');
    t.check('fund_split_fact_range', 'valid_from < valid_to');
  }),
  addColumns(2026112301164, 'pay_run_fund', (t) => {
    t.fen('carried').orNull;
  }),
];
