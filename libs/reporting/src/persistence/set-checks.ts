import type { Invariant } from '../domain/violation';

/** One statement whose every row is a violation. `?` stands once for the centre id (or for '*', every centre). */
export interface SetCheck {
  invariant: Invariant;
  code: string;
  /** Gives `touches` and `found`. */
  sql: string;
}

const AMOUNTS = [
  'gross',
  'employee_insurance',
  'employee_fund',
  'tax',
  'other_deductions',
  'net',
  'receivable',
  'employer_insurance',
  'employer_fund',
  'fee',
];
const FROZEN = "('submitted', 'checked', 'approved', 'settled', 'paid', 'closed')";
const APPROVED = "('approved', 'settled', 'paid', 'closed')";
const SETTLED = "('paid', 'closed')";

const COST_OF_SLIP = 's.gross + s.employer_insurance + s.employer_fund + s.fee';

/** What is paid out of a fund: what it bears, with what earlier runs left over. */
const DUE = '(p.cost + COALESCE(p.carried, 0))';

/** Text building differs between the engines, so a row gives its parts and the reader joins them. */
const found = (left: string, right: string): string => `${left} AS found, ${right} AS expected`;

/** Sums of a child table against the parent's stored totals, one check per amount. */
const sums = (code: string, child: string, group: string, parent: string, on: string, label: string): SetCheck[] =>
  AMOUNTS.map((amount) => ({
    invariant: 'I1',
    code: `${code}_${amount.toUpperCase()}`,
    sql: `SELECT '${label}' AS kind, r.no AS a, 0 AS b, ${found('t.s', `p.${amount}`)}
            FROM pay_run r JOIN ${parent} JOIN (SELECT ${group}, SUM(${amount}) AS s FROM ${child} GROUP BY ${group}) t ON ${on}
           WHERE r.status NOT IN ('draft', 'cancelled') AND t.s <> p.${amount} AND ('*' = ? OR r.centre_id = ?)`,
  }));

export const SET_CHECKS: readonly SetCheck[] = [
  {
    invariant: 'I1',
    code: 'SLIP_NET',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b,
                 ${found('s.net', 's.gross - s.employee_insurance - s.employee_fund - s.tax - s.other_deductions + s.receivable')}
            FROM payslip s JOIN pay_run r ON r.no = s.run_no
           WHERE ('*' = ? OR r.centre_id = ?)
             AND (s.net <> s.gross - s.employee_insurance - s.employee_fund - s.tax - s.other_deductions + s.receivable OR s.net < 0 OR s.receivable < 0)`,
  },
  ...sums('RUN_TOTAL', 'payslip', 'run_no', 'pay_run p ON p.no = r.no', 't.run_no = r.no', 'run'),
  ...sums(
    'AGENCY_TOTAL',
    'payslip',
    'run_no, agency_id',
    'pay_run_agency p ON p.run_no = r.no',
    't.run_no = r.no AND t.agency_id = p.agency_id',
    'run agency',
  ),
  {
    invariant: 'I1',
    code: 'RUN_PEOPLE',
    sql: `SELECT 'run' AS kind, r.no AS a, 0 AS b, ${found('(SELECT COUNT(*) FROM payslip s WHERE s.run_no = r.no)', 'r.people')}
            FROM pay_run r WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?)
             AND r.people <> (SELECT COUNT(*) FROM payslip s WHERE s.run_no = r.no)`,
  },
  {
    invariant: 'I2',
    code: 'LEGS_UNBALANCED',
    sql: `SELECT 'ledger transaction' AS kind, t.no AS a, 0 AS b, ${found('SUM(l.amount_fen)', '0')}
            FROM ledger_transaction t JOIN ledger_leg l ON l.transaction_id = t.id
           WHERE ('*' = ? OR t.centre_id = ?) GROUP BY t.id, t.no HAVING SUM(l.amount_fen) <> 0`,
  },
  ...(['available', 'reserved', 'paid'] as const).map((account): SetCheck => ({
    invariant: 'I2',
    code: `BALANCE_${account.toUpperCase()}`,
    sql: `SELECT 'fund' AS kind, f.no AS a, f.fiscal_year AS b, ${found(`b.${account}_fen`, 'COALESCE(t.s, 0)')}
              FROM fund f JOIN fund_balance b ON b.fund_id = f.id
              LEFT JOIN (SELECT x.fund_id, SUM(l.amount_fen) AS s FROM ledger_transaction x JOIN ledger_leg l ON l.transaction_id = x.id
                          WHERE l.account = '${account}' GROUP BY x.fund_id) t ON t.fund_id = f.id
             WHERE ('*' = ? OR f.centre_id = ?) AND b.${account}_fen <> COALESCE(t.s, 0)`,
  })),
  {
    invariant: 'I2',
    code: 'BALANCE_GRANTED',
    sql: `SELECT 'fund' AS kind, f.no AS a, f.fiscal_year AS b, ${found('b.granted_fen', 'COALESCE(t.s, 0)')}
            FROM fund f JOIN fund_balance b ON b.fund_id = f.id
            LEFT JOIN (SELECT fund_id, SUM(amount_fen) AS s FROM appropriation GROUP BY fund_id) t ON t.fund_id = f.id
           WHERE ('*' = ? OR f.centre_id = ?) AND b.granted_fen <> COALESCE(t.s, 0)`,
  },
  {
    invariant: 'I1',
    code: 'SLIP_FUNDS',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('t.s', COST_OF_SLIP)}
            FROM (SELECT run_no, worker_no, SUM(amount) AS s FROM payslip_fund GROUP BY run_no, worker_no) t
            JOIN pay_run r ON r.no = t.run_no LEFT JOIN payslip s ON s.run_no = t.run_no AND s.worker_no = t.worker_no
           WHERE ('*' = ? OR r.centre_id = ?) AND (s.run_no IS NULL OR t.s <> ${COST_OF_SLIP})`,
  },
  {
    invariant: 'I1',
    code: 'RUN_FUND_TOTAL',
    sql: `SELECT 'run agency' AS kind, r.no AS a, 0 AS b, ${found('COALESCE(p.cost, 0)', 't.s')}
            FROM pay_run r JOIN (SELECT x.run_no, x.agency_id, x.fund_id, SUM(x.amount) AS s FROM
                   (SELECT s.run_no, s.agency_id, COALESCE(f.fund_id, q.fund_id) AS fund_id, COALESCE(f.amount, ${COST_OF_SLIP}) AS amount
                      FROM payslip s JOIN pay_run q ON q.no = s.run_no
                      LEFT JOIN payslip_fund f ON f.run_no = s.run_no AND f.worker_no = s.worker_no) x
                   GROUP BY x.run_no, x.agency_id, x.fund_id) t ON t.run_no = r.no
            LEFT JOIN pay_run_fund p ON p.run_no = t.run_no AND p.agency_id = t.agency_id AND p.fund_id = t.fund_id
           WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?) AND COALESCE(p.cost, 0) <> t.s`,
  },
  {
    invariant: 'I1',
    code: 'RUN_FUND_SUM',
    sql: `SELECT 'run agency' AS kind, r.no AS a, 0 AS b, ${found('COALESCE(t.s, 0)', 'p.gross + p.employer_insurance + p.employer_fund + p.fee')}
            FROM pay_run r JOIN pay_run_agency p ON p.run_no = r.no
            LEFT JOIN (SELECT run_no, agency_id, SUM(cost) AS s FROM pay_run_fund GROUP BY run_no, agency_id) t ON t.run_no = p.run_no AND t.agency_id = p.agency_id
           WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?)
             AND COALESCE(t.s, 0) <> p.gross + p.employer_insurance + p.employer_fund + p.fee`,
  },
  {
    invariant: 'I2',
    code: 'RUN_FUND_NEGATIVE',
    sql: `SELECT 'run agency' AS kind, r.no AS a, 0 AS b, ${found(DUE, '0')}
            FROM pay_run r JOIN pay_run_fund p ON p.run_no = r.no
           WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?) AND ${DUE} < 0`,
  },
  {
    invariant: 'I2',
    code: 'AGENCY_UNDERPAID',
    sql: `SELECT 'fiscal year' AS kind, r.fiscal_year AS a, 0 AS b, ${found('SUM(COALESCE(p.carried, 0))', '0')}
            FROM pay_run r JOIN pay_run_fund p ON p.run_no = r.no
           WHERE r.status IN ${FROZEN} AND ('*' = ? OR r.centre_id = ?)
           GROUP BY r.centre_id, r.fiscal_year, p.agency_id HAVING SUM(COALESCE(p.carried, 0)) < 0`,
  },
  {
    invariant: 'I2',
    code: 'RUN_NOT_RESERVED',
    sql: `SELECT 'run agency' AS kind, r.no AS a, 0 AS b, ${found('COALESCE(v.amount_fen, 0)', DUE)}
            FROM pay_run r JOIN pay_run_fund p ON p.run_no = r.no LEFT JOIN reservation v ON v.id = p.reservation_id
           WHERE r.status IN ${APPROVED} AND ${DUE} <> 0 AND ('*' = ? OR r.centre_id = ?)
             AND (v.id IS NULL OR v.hash <> r.hash OR v.fund_id <> p.fund_id OR v.agency_id <> p.agency_id OR v.amount_fen <> ${DUE})`,
  },
  {
    invariant: 'I2',
    code: 'SETTLEMENT_TOTAL',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, 0 AS b, ${found('s.total_fen', `SUM(${DUE})`)}
            FROM settlement s JOIN pay_run_fund p ON p.run_no = s.run_no AND p.agency_id = s.agency_id
           WHERE ('*' = ? OR s.centre_id = ?) GROUP BY s.id, s.run_no, s.total_fen HAVING s.total_fen <> SUM(${DUE})`,
  },
  {
    invariant: 'I2',
    code: 'SETTLEMENT_FUND',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, 0 AS b, ${found('COALESCE(f.amount_fen, 0)', DUE)}
            FROM settlement s JOIN pay_run_fund p ON p.run_no = s.run_no AND p.agency_id = s.agency_id
            LEFT JOIN settlement_fund f ON f.settlement_id = s.id AND f.fund_id = p.fund_id
           WHERE ('*' = ? OR s.centre_id = ?) AND (COALESCE(f.amount_fen, 0) <> ${DUE} OR COALESCE(f.reservation_id, '-') <> COALESCE(p.reservation_id, '-'))`,
  },
  {
    invariant: 'I2',
    code: 'SETTLEMENT_FUND_SUM',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, 0 AS b, ${found('COALESCE(SUM(f.amount_fen), 0)', 's.total_fen')}
            FROM settlement s LEFT JOIN settlement_fund f ON f.settlement_id = s.id
           WHERE ('*' = ? OR s.centre_id = ?) GROUP BY s.id, s.run_no, s.total_fen, s.paid_fen
          HAVING COALESCE(SUM(f.amount_fen), 0) <> s.total_fen OR COALESCE(SUM(f.paid_fen), 0) <> s.paid_fen`,
  },
  {
    invariant: 'I2',
    code: 'SETTLEMENT_FUND_PAID',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, 0 AS b, ${found('f.paid_fen', 'COALESCE(t.s, 0)')}
            FROM settlement_fund f JOIN settlement s ON s.id = f.settlement_id
            LEFT JOIN (SELECT p.settlement_id, v.fund_id, SUM(l.amount_fen) AS s
                         FROM payment p JOIN reservation v ON v.id = p.reservation_id JOIN ledger_transaction x ON x.id = p.transaction_id AND x.fund_id = v.fund_id
                         JOIN ledger_leg l ON l.transaction_id = x.id AND l.account = 'paid'
                        GROUP BY p.settlement_id, v.fund_id) t ON t.settlement_id = f.settlement_id AND t.fund_id = f.fund_id
           WHERE ('*' = ? OR s.centre_id = ?) AND f.paid_fen <> COALESCE(t.s, 0)`,
  },
  {
    invariant: 'I2',
    code: 'SETTLEMENT_PAID',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, 0 AS b, ${found('s.paid_fen', 'COALESCE(t.s, 0)')}
            FROM settlement s LEFT JOIN (SELECT settlement_id, SUM(amount_fen) AS s FROM payment GROUP BY settlement_id) t ON t.settlement_id = s.id
           WHERE ('*' = ? OR s.centre_id = ?) AND s.paid_fen <> COALESCE(t.s, 0)`,
  },
  {
    invariant: 'I2',
    code: 'RUN_PAID_TOO_EARLY',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, 0 AS b, ${found('r.status', 's.status')}
            FROM settlement s JOIN pay_run r ON r.id = s.run_id
           WHERE ('*' = ? OR s.centre_id = ?) AND r.status IN ${SETTLED} AND s.status <> 'paid'`,
  },
  {
    invariant: 'I2',
    code: 'PAYMENT_NOT_POSTED',
    sql: `SELECT 'settlement of run' AS kind, s.run_no AS a, p.attempt AS b, ${found('COALESCE(l.amount_fen, 0)', 'p.amount_fen')}
            FROM payment p JOIN settlement s ON s.id = p.settlement_id
            LEFT JOIN ledger_leg l ON l.transaction_id = p.transaction_id AND l.account = 'paid'
           WHERE ('*' = ? OR p.centre_id = ?) AND (l.transaction_id IS NULL OR l.amount_fen <> p.amount_fen)`,
  },
  {
    invariant: 'I3',
    code: 'SLIP_WITHOUT_CLAIM',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('COUNT(c.run_no)', 'COUNT(p.run_no)')}
            FROM payslip s JOIN pay_run r ON r.no = s.run_no
            LEFT JOIN payslip_claim p ON p.run_no = s.run_no AND p.worker_no = s.worker_no
            LEFT JOIN pay_item_claim c ON c.worker_no = p.worker_no AND c.period = p.period AND c.source = p.source AND c.run_no = p.run_no
           WHERE r.status IN ${FROZEN} AND ('*' = ? OR r.centre_id = ?)
           GROUP BY s.run_no, s.worker_no HAVING COUNT(p.run_no) = 0 OR COUNT(c.run_no) <> COUNT(p.run_no)`,
  },
  {
    invariant: 'I3',
    code: 'CLAIM_WITHOUT_SLIP',
    sql: `SELECT 'claim of worker' AS kind, c.worker_no AS a, c.run_no AS b, ${found('1', '0')}
            FROM pay_item_claim c JOIN pay_run r ON r.no = c.run_no
            LEFT JOIN payslip_claim p ON p.run_no = c.run_no AND p.worker_no = c.worker_no AND p.period = c.period AND p.source = c.source
            LEFT JOIN payslip s ON s.run_no = c.run_no AND s.worker_no = c.worker_no
           WHERE ('*' = ? OR r.centre_id = ?) AND (s.run_no IS NULL OR p.run_no IS NULL OR r.status NOT IN ${FROZEN})`,
  },
  {
    invariant: 'I1',
    code: 'RETRO_SUM',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('COALESCE(d.amount, 0)', 'COALESCE(l.amount, 0)')}
            FROM payslip s JOIN pay_run r ON r.no = s.run_no JOIN pay_item i ON i.scheme_id = r.scheme_id AND i.rule LIKE 'retro.%'
            LEFT JOIN payslip_line l ON l.run_no = s.run_no AND l.worker_no = s.worker_no AND l.item_no = i.item_no
            LEFT JOIN (SELECT run_no, worker_no, CONCAT('retro.', category) AS rule, SUM(amount) AS amount FROM retro_delta GROUP BY run_no, worker_no, category) d
                   ON d.run_no = s.run_no AND d.worker_no = s.worker_no AND d.rule = i.rule
           WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?) AND COALESCE(d.amount, 0) <> COALESCE(l.amount, 0)`,
  },
  {
    invariant: 'I1',
    code: 'RETRO_WITHOUT_SLIP',
    sql: `SELECT 'difference of worker' AS kind, d.worker_no AS a, d.run_no AS b, ${found('d.agency_id', "COALESCE(s.agency_id, '-')")}
            FROM retro_delta d JOIN pay_run r ON r.no = d.run_no LEFT JOIN payslip s ON s.run_no = d.run_no AND s.worker_no = d.worker_no
           WHERE ('*' = ? OR r.centre_id = ?) AND (s.run_no IS NULL OR s.agency_id <> d.agency_id)`,
  },
  {
    invariant: 'I1',
    code: 'DEBT_DIFFERS',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('COALESCE(d.owed, 0)', 's.receivable')}
            FROM payslip s JOIN pay_run r ON r.no = s.run_no LEFT JOIN pay_receivable d ON d.run_no = s.run_no AND d.worker_no = s.worker_no
            LEFT JOIN pay_item i ON i.scheme_id = r.scheme_id AND i.rule = 'recovery'
            LEFT JOIN payslip_line l ON l.run_no = s.run_no AND l.worker_no = s.worker_no AND l.item_no = i.item_no
           WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?)
             AND (COALESCE(d.owed, 0) <> s.receivable OR COALESCE(d.recovered, 0) <> COALESCE(l.amount, 0))`,
  },
  {
    invariant: 'I3',
    code: 'RETRO_NOT_CLAIMED',
    sql: `SELECT 'slip' AS kind, d.run_no AS a, d.worker_no AS b, ${found('COUNT(c.run_no)', '1')}
            FROM (SELECT DISTINCT run_no, worker_no, original_period, agency_id FROM retro_delta) d JOIN pay_run r ON r.no = d.run_no
            LEFT JOIN payslip_claim c ON c.run_no = d.run_no AND c.worker_no = d.worker_no AND c.period = d.original_period
                  AND c.source LIKE CONCAT('retro:', d.agency_id, ':%')
           WHERE ('*' = ? OR r.centre_id = ?) GROUP BY d.run_no, d.worker_no, d.original_period HAVING COUNT(c.run_no) <> 1`,
  },
  {
    invariant: 'I3',
    code: 'ONE_OFF_NOT_CLAIMED',
    sql: `SELECT 'slip' AS kind, o.run_no AS a, o.worker_no AS b, ${found('COUNT(c.run_no)', '1')}
            FROM pay_one_off o JOIN pay_run r ON r.no = o.run_no
            LEFT JOIN payslip_claim c ON c.run_no = o.run_no AND c.worker_no = o.worker_no AND c.period = o.period
                  AND c.source LIKE CONCAT('one_off:', o.kind, ':%')
           WHERE ('*' = ? OR r.centre_id = ?) GROUP BY o.run_no, o.worker_no, o.period, o.kind HAVING COUNT(c.run_no) <> 1`,
  },
  {
    invariant: 'I1',
    code: 'ONE_OFF_SUM',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('COALESCE(o.amount, 0)', 'COALESCE(l.amount, 0)')}
            FROM payslip s JOIN pay_run r ON r.no = s.run_no
            JOIN pay_item i ON i.scheme_id = r.scheme_id AND i.rule IN ('severance.pay', 'labour.pay', 'loss_deduction')
            LEFT JOIN payslip_line l ON l.run_no = s.run_no AND l.worker_no = s.worker_no AND l.item_no = i.item_no
            LEFT JOIN (SELECT run_no, worker_no, CASE kind WHEN 'loss' THEN 'loss_deduction' ELSE CONCAT(kind, '.pay') END AS rule, SUM(quantity) AS amount
                         FROM pay_one_off WHERE kind <> 'annual_leave' GROUP BY run_no, worker_no, kind) o
                   ON o.run_no = s.run_no AND o.worker_no = s.worker_no AND o.rule = i.rule
           WHERE r.status NOT IN ('draft', 'cancelled') AND ('*' = ? OR r.centre_id = ?) AND COALESCE(o.amount, 0) <> COALESCE(l.amount, 0)`,
  },
  {
    invariant: 'I3',
    code: 'MONTH_PAID_AT_OTHER_AGENCY',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('p.source', 's.agency_id')}
            FROM payslip_claim p JOIN pay_run r ON r.no = p.run_no JOIN payslip s ON s.run_no = p.run_no AND s.worker_no = p.worker_no
           WHERE ('*' = ? OR r.centre_id = ?) AND p.source LIKE 'regular:%' AND p.source <> CONCAT('regular:', s.agency_id)`,
  },
  {
    invariant: 'I3',
    code: 'PAYMENT_WITHOUT_APPROVAL',
    sql: `SELECT 'run' AS kind, r.no AS a, p.attempt AS b, ${found('p.amount_fen', '0')}
            FROM payment p JOIN settlement s ON s.id = p.settlement_id JOIN pay_run r ON r.id = s.run_id
           WHERE ('*' = ? OR r.centre_id = ?) AND (r.status NOT IN ${APPROVED} OR s.run_hash <> r.hash OR r.approved_person IS NULL)`,
  },
  {
    invariant: 'I4',
    code: 'SLIP_AND_EXCLUSION',
    sql: `SELECT 'slip' AS kind, s.run_no AS a, s.worker_no AS b, ${found('2', '1')}
            FROM payslip s JOIN pay_exclusion e ON e.run_no = s.run_no AND e.worker_no = s.worker_no JOIN pay_run r ON r.no = s.run_no
           WHERE ('*' = ? OR r.centre_id = ?)`,
  },
  {
    invariant: 'I5',
    code: 'STATUS_NOT_IN_HISTORY',
    sql: `SELECT 'run' AS kind, r.no AS a, 0 AS b, ${found('r.status', 'e.to_status')}
            FROM pay_run r JOIN pay_run_event e ON e.run_no = r.no
           WHERE ('*' = ? OR r.centre_id = ?) AND e.seq = (SELECT MAX(x.seq) FROM pay_run_event x WHERE x.run_no = r.no) AND e.to_status <> r.status`,
  },
  {
    invariant: 'I5',
    code: 'HISTORY_BROKEN',
    sql: `SELECT 'run event' AS kind, e.run_no AS a, e.seq AS b, ${found('e.from_status', 'p.to_status')}
            FROM pay_run_event e JOIN pay_run r ON r.no = e.run_no LEFT JOIN pay_run_event p ON p.run_no = e.run_no AND p.seq = e.seq - 1
           WHERE ('*' = ? OR r.centre_id = ?) AND e.seq > (SELECT MIN(x.seq) FROM pay_run_event x WHERE x.run_no = e.run_no)
             AND (p.seq IS NULL OR p.to_status <> e.from_status)`,
  },
  {
    invariant: 'I5',
    code: 'DUTIES_NOT_SEPARATED',
    sql: `SELECT 'run' AS kind, r.no AS a, 0 AS b, ${found('r.approved_person', "'another person'")}
            FROM pay_run r
           WHERE ('*' = ? OR r.centre_id = ?) AND r.approved_person IS NOT NULL
             AND (r.approved_person IN (r.prepared_person, r.edited_person, r.submitted_person, r.checked_person)
                  OR r.checked_person IN (r.edited_person, r.submitted_person)
                  OR EXISTS (SELECT 1 FROM app_user u JOIN payslip s ON s.worker_no = u.worker_no AND s.run_no = r.no
                              WHERE u.person_id IN (r.approved_person, r.checked_person)))`,
  },
  {
    invariant: 'I6',
    code: 'STATE_CHANGE_NOT_AUDITED',
    sql: `SELECT 'run' AS kind, r.no AS a, 0 AS b,
                 ${found("(SELECT COUNT(*) FROM audit_entry x WHERE x.scope = r.centre_id AND x.subject_type = 'pay_run' AND x.subject_id = r.id)", '(SELECT COUNT(*) FROM pay_run_event e WHERE e.run_no = r.no)')}
            FROM pay_run r WHERE ('*' = ? OR r.centre_id = ?)
             AND (SELECT COUNT(*) FROM audit_entry x WHERE x.scope = r.centre_id AND x.subject_type = 'pay_run' AND x.subject_id = r.id)
               < (SELECT COUNT(*) FROM pay_run_event e WHERE e.run_no = r.no)`,
  },
  {
    invariant: 'I8',
    code: 'JOB_FORGOTTEN',
    sql: `SELECT 'job' AS kind, j.name AS a, j.id AS b, ${found('j.state', "'rung'")}
            FROM job j LEFT JOIN outbox o ON o.job_id = j.id
           WHERE ('*' = ? OR j.centre_id = ?) AND ((j.state IN ('queued', 'running') AND (o.id IS NULL OR o.done_at IS NOT NULL))
              OR (j.state NOT IN ('queued', 'running') AND o.id IS NOT NULL AND o.done_at IS NULL))`,
  },
];
