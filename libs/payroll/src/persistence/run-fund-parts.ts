import { type Id } from '@gridstaff/kernel';
import { Database, expectOne, type SqlValue } from '@gridstaff/persistence';
import { duesOf, type FundTotals } from '../domain';

type RunRow = Readonly<Record<string, SqlValue>>;

/** Runs named in one statement of one shape: a year has a few dozen. */
const RUNS_PER_QUERY = 24;
/** What a slip costs the centre. */
const SLIP_COST = 's.gross + s.employer_insurance + s.employer_fund + s.fee';

interface FundKey {
  agencyId: Id;
  fundId: Id;
  credit: number;
}

const keyOf = (row: RunRow): Omit<FundKey, 'credit'> => ({
  agencyId: String(row.agency_id),
  fundId: String(row.fund_id),
});

/** What each fund bears of a run, and what is paid out of it. */
export class RunFundParts {
  constructor(private readonly db: Database) {}

  /** A slip without parts is borne by the fund of the run. */
  async sumUp(runNo: number, fundId: Id, credits: readonly FundKey[]): Promise<void> {
    const rows = await this.db.query<RunRow>(
      'SELECT t.agency_id, t.fund_id, COUNT(*) AS people, SUM(t.amount) AS cost FROM (' +
        `SELECT s.agency_id, COALESCE(f.fund_id, ?) AS fund_id, COALESCE(f.amount, ${SLIP_COST}) AS amount FROM payslip s ` +
        'LEFT JOIN payslip_fund f ON f.run_no = s.run_no AND f.worker_no = s.worker_no WHERE s.run_no = ?' +
        ') t GROUP BY t.agency_id, t.fund_id ORDER BY t.agency_id, t.fund_id',
      [fundId, runNo],
    );
    const borne = rows.map((row) => ({ ...keyOf(row), people: Number(row.people), cost: Number(row.cost), credit: 0 }));
    const written: SqlValue[][] = [];
    for (const agencyId of new Set(borne.map((part) => part.agencyId))) {
      const own = new Map(borne.filter((part) => part.agencyId === agencyId).map((part) => [part.fundId, part]));
      for (const credit of credits.filter((one) => one.agencyId === agencyId))
        own.set(credit.fundId, { ...(own.get(credit.fundId) ?? { people: 0, cost: 0 }), ...credit });
      const parts = [...own.values()].sort((a, b) => (a.fundId < b.fundId ? -1 : 1));
      const dues = duesOf(parts);
      for (const [i, part] of parts.entries())
        written.push([runNo, agencyId, part.fundId, part.people, part.cost, (dues[i] as number) - part.cost]);
    }
    await this.db.execute('DELETE FROM pay_run_fund WHERE run_no = ?', [runNo]);
    await this.db.insert('pay_run_fund', ['run_no', 'agency_id', 'fund_id', 'people', 'cost', 'carried'], written);
  }

  /** What funds have paid too much (or, negative, too little) in these runs of the year, agency by agency, where it is not nothing. */
  async credits(earlier: readonly number[], fiscalYear: number): Promise<FundKey[]> {
    const sums = new Map<string, FundKey>();
    for (let at = 0; at < earlier.length; at += RUNS_PER_QUERY) {
      // Unused places are filled with run 0, which does not exist, so that the statement keeps one shape.
      const runs = Array.from({ length: RUNS_PER_QUERY }, (_, i) => earlier[at + i] ?? 0);
      const rows = await this.db.query<RunRow>(
        'SELECT p.agency_id, p.fund_id, SUM(p.carried) AS credit FROM pay_run_fund p JOIN pay_run r ON r.no = p.run_no ' +
          `WHERE p.run_no IN (${runs.map(() => '?').join(', ')}) AND r.fiscal_year = ? GROUP BY p.agency_id, p.fund_id`,
        [...runs, fiscalYear],
      );
      for (const row of rows) {
        const key = keyOf(row);
        const name = `${key.agencyId} ${key.fundId}`;
        sums.set(name, { ...key, credit: (sums.get(name)?.credit ?? 0) + Number(row.credit ?? 0) });
      }
    }
    return [...sums.values()].filter(({ credit }) => credit !== 0);
  }

  async of(runNo: number): Promise<FundTotals[]> {
    const rows = await this.db.query<RunRow>(
      'SELECT agency_id, fund_id, people, cost, carried, reservation_id FROM pay_run_fund WHERE run_no = ? ORDER BY fund_id, agency_id',
      [runNo],
    );
    return rows.map((row) => ({
      agencyId: String(row.agency_id),
      fundId: String(row.fund_id),
      people: Number(row.people),
      cost: Number(row.cost),
      due: Number(row.cost) + Number(row.carried ?? 0),
      reservationId: row.reservation_id as Id | null,
    }));
  }

  async setReservation(
    runNo: number,
    { agencyId, fundId }: Pick<FundTotals, 'agencyId' | 'fundId'>,
    reservationId: Id | null,
  ): Promise<void> {
    const sql = 'UPDATE pay_run_fund SET reservation_id = ? WHERE run_no = ? AND agency_id = ? AND fund_id = ?';
    expectOne(await this.db.execute(sql, [reservationId, runNo, agencyId, fundId]), `run ${runNo}`);
  }
}
