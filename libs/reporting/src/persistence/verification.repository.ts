import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type FrozenRun, type ProofSlip, VerificationStore } from '../domain/verification-store';
import type { Violation } from '../domain/violation';
import { SET_CHECKS } from './set-checks';

interface CheckRow {
  kind: string;
  a: string | number;
  b: string | number;
  found: string | number;
  expected: string | number;
}

interface SlipRow {
  worker_no: number;
  gross: number;
  employee_insurance: number;
  employee_fund: number;
  tax: number;
  other_deductions: number;
  net: number;
  receivable: number;
  employer_insurance: number;
  employer_fund: number;
  fee: number;
  data: string | null;
}

const COUNTED = ['payslip', 'payslip_line', 'ledger_transaction', 'payment', 'pay_run'];

@Injectable()
export class SqlVerificationStore extends VerificationStore {
  constructor(private readonly db: Database) {
    super();
  }

  async setChecks(centreId: Id | null): Promise<{ checked: number; violations: Violation[] }> {
    const scope = centreId ?? '*';
    const violations: Violation[] = [];
    for (const check of SET_CHECKS) {
      for (const row of await this.db.query<CheckRow>(check.sql, [scope, scope])) {
        violations.push({
          invariant: check.invariant,
          code: check.code,
          touches: `${row.kind} ${row.a}${row.b === 0 ? '' : ` / ${row.b}`}`,
          found: `${row.found}, expected ${row.expected}`,
        });
      }
    }
    let checked = 0;
    for (const table of COUNTED) checked += Number((await this.db.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n ?? 0);
    return { checked, violations };
  }

  async frozenRuns(centreId: Id | null): Promise<FrozenRun[]> {
    const scope = centreId ?? '*';
    const rows = await this.db.query<{
      id: string;
      parameters: string;
      no: number;
      centre_id: string;
      period: string;
      kind: string;
      known_at: number;
      status: string;
      hash: string;
      program_hash: string;
      people: number;
      excluded: number;
    }>(
      `SELECT id, parameters, no, centre_id, period, kind, known_at, status, hash, program_hash, people, excluded FROM pay_run
        WHERE status NOT IN ('draft', 'cancelled') AND ('*' = ? OR centre_id = ?) ORDER BY no`,
      [scope, scope],
    );
    return rows.map((r) => ({
      id: r.id,
      parameters: r.parameters,
      no: r.no,
      centreId: r.centre_id,
      period: r.period,
      kind: r.kind,
      knownAt: Number(r.known_at),
      status: r.status,
      hash: r.hash,
      programHash: r.program_hash,
      slips: r.people,
      exclusions: r.excluded,
    }));
  }

  async workersOf(runNo: number): Promise<number[]> {
    const rows = await this.db.query<{ no: number }>(
      'SELECT worker_no AS no FROM payslip WHERE run_no = ? UNION SELECT worker_no AS no FROM pay_exclusion WHERE run_no = ? ORDER BY no',
      [runNo, runNo],
    );
    return rows.map((row) => Number(row.no));
  }

  async paidTheMonth(runNo: number): Promise<number[]> {
    const rows = await this.db.query<{ no: number }>(
      'SELECT s.worker_no AS no FROM payslip s JOIN pay_run r ON r.no = s.run_no WHERE s.run_no = ? ' +
        "AND (EXISTS (SELECT 1 FROM payslip_claim c WHERE c.run_no = s.run_no AND c.worker_no = s.worker_no AND c.period = r.period AND c.source LIKE 'regular:%') " +
        'OR (NOT EXISTS (SELECT 1 FROM retro_delta d WHERE d.run_no = s.run_no AND d.worker_no = s.worker_no) ' +
        'AND NOT EXISTS (SELECT 1 FROM pay_one_off o WHERE o.worker_no = s.worker_no AND o.run_no = s.run_no))) ORDER BY no',
      [runNo],
    );
    return rows.map((row) => Number(row.no));
  }

  async slips(runNo: number, afterWorkerNo: number, limit: number): Promise<ProofSlip[]> {
    const slips = await this.db.query<SlipRow>(
      `SELECT s.worker_no, s.gross, s.employee_insurance, s.employee_fund, s.tax, s.other_deductions, s.net, s.receivable,
              s.employer_insurance, s.employer_fund, s.fee, d.data
         FROM payslip s LEFT JOIN payslip_derivation d ON d.run_no = s.run_no AND d.worker_no = s.worker_no
        WHERE s.run_no = ? AND s.worker_no > ? ORDER BY s.worker_no LIMIT ${limit}`,
      [runNo, afterWorkerNo],
    );
    const last = slips.at(-1);
    if (!last) return [];
    const lines = await this.db.query<{ worker_no: number; item_no: number; amount: number }>(
      'SELECT worker_no, item_no, amount FROM payslip_line WHERE run_no = ? AND worker_no > ? AND worker_no <= ? ORDER BY worker_no, item_no',
      [runNo, afterWorkerNo, last.worker_no],
    );
    const byWorker = new Map<number, ProofSlip['lines']>();
    for (const line of lines) {
      const own = byWorker.get(line.worker_no) ?? [];
      own.push({ itemNo: line.item_no, amount: Number(line.amount) });
      byWorker.set(line.worker_no, own);
    }
    return slips.map((row) => ({
      workerNo: row.worker_no,
      lines: byWorker.get(row.worker_no) ?? [],
      totals: {
        gross: Number(row.gross),
        employeeInsurance: Number(row.employee_insurance),
        employeeFund: Number(row.employee_fund),
        tax: Number(row.tax),
        otherDeductions: Number(row.other_deductions),
        net: Number(row.net),
        receivable: Number(row.receivable),
        employerInsurance: Number(row.employer_insurance),
        employerFund: Number(row.employer_fund),
        fee: Number(row.fee),
      },
      derivation: row.data ?? '',
    }));
  }

  async programs(hash: string): Promise<string> {
    const parts = await this.db.query<{ content: string }>('SELECT content FROM pay_program WHERE hash = ? ORDER BY part', [hash]);
    return parts.map((part) => part.content).join('');
  }

  async centres(centreId: Id | null): Promise<Id[]> {
    if (centreId) return [centreId];
    return (await this.db.query<{ id: string }>('SELECT id FROM centre ORDER BY code')).map((row) => row.id);
  }
}
