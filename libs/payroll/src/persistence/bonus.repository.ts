import { addMonths, type Fen, firstDay, type Id, type Period } from '@gridstaff/kernel';
import { Database, inSlices, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type Bonus,
  BONUS_CLAIM,
  type BonusFact,
  BonusStore,
  type FactStamp,
  FROZEN,
  type LastWages,
  separateBonusClaim,
  type WorkerRange,
} from '../domain';
import { FACT_COLUMNS, recordOf } from './tax.repository';

const FROZEN_LIST = FROZEN.map((status) => `'${status}'`).join(', ');
/** Among the latest this many regular runs is one of the year to date, or none is. */
const RECENT_RUNS = 24;

type Row = Readonly<Record<string, SqlValue>>;

const factOf = (row: Row): BonusFact => ({
  ...recordOf(row),
  ...{ workerNo: Number(row.worker_no), amount: Number(row.amount), method: row.method as Bonus['method'] },
});

@Injectable()
export class SqlBonusStore extends BonusStore {
  constructor(private readonly db: Database) {
    super();
  }

  async known(
    { centreId, period, knownAt }: { centreId: Id; period: Period; knownAt: number },
    { fromNo, toNo }: WorkerRange,
  ): Promise<Bonus[]> {
    const rows = await this.db.query<{ worker_no: number; amount: number; method: Bonus['method'] }>(
      'SELECT worker_no, amount, method FROM bonus_fact WHERE centre_id = ? AND valid_from = ? AND worker_no BETWEEN ? AND ? ' +
        'AND recorded_at <= ? AND retracted = 0 ORDER BY worker_no, recorded_at, id',
      [centreId, firstDay(period), fromNo, toNo, knownAt],
    );
    const latest = new Map<number, Bonus>();
    for (const row of rows) {
      const workerNo = Number(row.worker_no);
      latest.set(workerNo, { workerNo, amount: Number(row.amount), method: row.method });
    }
    return [...latest.values()];
  }

  async add({ centreId, recordedAt, recordedBy, nextId }: FactStamp, period: Period, rows: readonly Bonus[]): Promise<Id[]> {
    const [validFrom, validTo] = [firstDay(period), firstDay(addMonths(period, 1))];
    const facts = rows.map((bonus): BonusFact => {
      const head = { id: nextId(), centreId, validFrom, validTo, recordedAt, recordedBy };
      return { ...bonus, ...head, supersedes: null, retracted: false };
    });
    await this.append(facts);
    return facts.map(({ id }) => id);
  }

  async append(facts: readonly BonusFact[]): Promise<void> {
    await this.db.insert(
      'bonus_fact',
      [...FACT_COLUMNS, 'amount', 'method'],
      facts.map((b) => [
        ...[b.id, b.centreId, b.validFrom, b.validTo, b.recordedAt, b.recordedBy, b.supersedes, b.retracted ? 1 : 0, b.workerNo],
        ...[b.amount, b.method],
      ]),
    );
  }

  async byIds(centreId: Id, ids: readonly Id[]): Promise<BonusFact[]> {
    const rows = await inSlices(ids, (marks, slice) =>
      this.db.query<Row>(`SELECT * FROM bonus_fact WHERE centre_id = ? AND id IN (${marks})`, [centreId, ...slice]),
    );
    return rows.map(factOf);
  }

  async recorded(centreId: Id, from: Period, to: Period, { fromNo, toNo }: WorkerRange): Promise<BonusFact[]> {
    const rows = await this.db.query<Row>(
      'SELECT * FROM bonus_fact WHERE centre_id = ? AND valid_from >= ? AND valid_from <= ? AND worker_no BETWEEN ? AND ? ORDER BY recorded_at, id',
      [centreId, firstDay(from), firstDay(to), fromNo, toNo],
    );
    return rows.map(factOf);
  }

  async claims(workerNos: readonly number[]): Promise<{ workerNo: number; run: number; period: Period }[]> {
    const rows = await inSlices(workerNos, (marks, slice) =>
      this.db.query<Row>(
        `SELECT worker_no, run_no, period FROM pay_item_claim WHERE worker_no IN (${marks}) AND source = ? ORDER BY run_no, worker_no`,
        [...slice, BONUS_CLAIM],
      ),
    );
    return rows.map((row) => ({ workerNo: Number(row.worker_no), run: Number(row.run_no), period: String(row.period) }));
  }

  async claimed(
    period: Period,
    taxYear: number,
    { fromNo, toNo }: WorkerRange,
  ): Promise<{ paid: ReadonlySet<number>; separate: ReadonlySet<number> }> {
    const election = separateBonusClaim(taxYear);
    const rows = await this.db.query<{ worker_no: number; source: string }>(
      'SELECT worker_no, source FROM pay_item_claim WHERE worker_no BETWEEN ? AND ? AND ((period = ? AND source = ?) OR (period = ? AND source = ?))',
      [fromNo, toNo, period, BONUS_CLAIM, election.period, election.source],
    );
    const of = (source: string): Set<number> =>
      new Set(rows.filter((row) => row.source === source).map((row) => Number(row.worker_no)));
    return { paid: of(BONUS_CLAIM), separate: of(election.source) };
  }

  async lastWages(
    { centreId, period, taxYear, yearToDate }: Parameters<BonusStore['lastWages']>[0],
    { fromNo, toNo }: WorkerRange,
  ): Promise<LastWages | undefined> {
    const runs = await this.db.query<{ no: number; tax_month: string }>(
      `SELECT no, tax_month FROM pay_run WHERE centre_id = ? AND kind = 'regular' AND period <= ? AND status IN (${FROZEN_LIST}) ` +
        `ORDER BY period DESC, no DESC LIMIT ${RECENT_RUNS}`,
      [centreId, period],
    );
    const last = runs.find((run) => run.tax_month < `${taxYear}-01` || yearToDate.has(Number(run.no)));
    if (!last) return undefined;
    const rows = await this.db.query<{ worker_no: number; taxable: Fen }>(
      'SELECT worker_no, tax_income - tax_special AS taxable FROM payslip WHERE run_no = ? AND worker_no BETWEEN ? AND ?',
      [Number(last.no), fromNo, toNo],
    );
    return {
      taxMonth: last.tax_month,
      taxable: new Map(rows.map((row) => [Number(row.worker_no), Number(row.taxable)])),
    };
  }
}
