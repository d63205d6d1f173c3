import { addMonths, type FactNotice, firstDay, type Id, type LateFactsQuery, type Period } from '@gridstaff/kernel';
import { Database, inSlices, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type FactStamp,
  FROZEN,
  type GivenOneOff,
  type OneOff,
  type OneOffFact,
  type OneOffKind,
  type OneOffPart,
  type OneOffScope,
  OneOffStore,
  type PaidOneOff,
  type WorkerRange,
} from '../domain';
import { FACT_COLUMNS, recordOf } from './tax.repository';

type Row = Readonly<Record<string, SqlValue>>;

const FROZEN_LIST = FROZEN.map((status) => `'${status}'`).join(', ');
const VALUES = ['kind', 'quantity', 'average_wage', 'local_average', 'months', 'evidence'];

const orNull = (value: SqlValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

const oneOffOf = (row: Row): GivenOneOff => ({
  workerNo: Number(row.worker_no),
  period: String(row.valid_from).slice(0, 7),
  factId: String(row.id),
  kind: row.kind as OneOffKind,
  quantity: Number(row.quantity),
  averageWage: orNull(row.average_wage),
  localAverage: orNull(row.local_average),
  months: orNull(row.months),
  evidence: row.evidence as string | null,
});

const factOf = (row: Row): OneOffFact => {
  const { period: _, factId: __, ...entry } = oneOffOf(row);
  return { ...recordOf(row), ...entry };
};

@Injectable()
export class SqlOneOffStore extends OneOffStore {
  constructor(private readonly db: Database) {
    super();
  }

  async given(
    { centreId, from, to, knownAt, ignored }: OneOffScope,
    { fromNo, toNo }: WorkerRange,
  ): Promise<GivenOneOff[]> {
    const rows = await this.db.query<Row>(
      'SELECT * FROM one_off_fact WHERE centre_id = ? AND valid_from >= ? AND valid_from <= ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ' +
        'ORDER BY worker_no, valid_from, kind, recorded_at, id',
      [centreId, firstDay(from), firstDay(to), fromNo, toNo, knownAt],
    );
    const latest = new Map<string, GivenOneOff>();
    for (const row of rows) {
      if (ignored?.has(String(row.id))) continue;
      const entry = oneOffOf(row);
      latest.set(`${entry.workerNo} ${entry.period} ${entry.kind}`, entry);
    }
    return [...latest.values()].filter(({ quantity }) => quantity > 0);
  }

  async paid(
    { centreId, from, to }: Pick<OneOffScope, 'centreId' | 'from' | 'to'>,
    { fromNo, toNo }: WorkerRange,
    before?: Period,
  ): Promise<PaidOneOff[]> {
    const until = before ?? '9999-12';
    const rows = await this.db.query<Row>(
      'SELECT o.worker_no, o.period, o.kind, SUM(o.quantity) AS quantity, COUNT(*) AS slips FROM pay_one_off o JOIN pay_run r ON r.no = o.run_no ' +
        'WHERE o.worker_no BETWEEN ? AND ? AND o.period >= ? AND o.period <= ? AND r.centre_id = ? ' +
        `AND (r.period < ? OR (r.period = ? AND r.kind = 'supplementary')) AND r.status IN (${FROZEN_LIST}) ` +
        'GROUP BY o.worker_no, o.period, o.kind ORDER BY o.worker_no, o.period, o.kind',
      [fromNo, toNo, from, to, centreId, until, until],
    );
    return rows.map((row) => ({
      workerNo: Number(row.worker_no),
      period: String(row.period),
      kind: row.kind as OneOffKind,
      quantity: Number(row.quantity),
      slips: Number(row.slips),
    }));
  }

  async ofRun(runNo: number, { fromNo, toNo }: WorkerRange): Promise<(OneOffPart & { workerNo: number })[]> {
    const rows = await this.db.query<Row>(
      'SELECT worker_no, period, kind, quantity FROM pay_one_off WHERE run_no = ? AND worker_no BETWEEN ? AND ? ORDER BY worker_no, period, kind',
      [runNo, fromNo, toNo],
    );
    return rows.map((row) => ({
      workerNo: Number(row.worker_no),
      period: String(row.period),
      kind: row.kind as OneOffKind,
      quantity: Number(row.quantity),
    }));
  }

  async add({ centreId, recordedAt, recordedBy, nextId }: FactStamp, period: Period, rows: readonly OneOff[]): Promise<Id[]> {
    const [validFrom, validTo] = [firstDay(period), firstDay(addMonths(period, 1))];
    const facts = rows.map((entry): OneOffFact => {
      const head = { id: nextId(), centreId, validFrom, validTo, recordedAt, recordedBy, supersedes: null };
      return { ...entry, ...head, retracted: entry.quantity === 0 };
    });
    await this.append(facts);
    return facts.map(({ id }) => id);
  }

  async append(facts: readonly OneOffFact[]): Promise<void> {
    await this.db.insert(
      'one_off_fact',
      [...FACT_COLUMNS, ...VALUES],
      facts.map((o) => [
        ...[o.id, o.centreId, o.validFrom, o.validTo, o.recordedAt, o.recordedBy, o.supersedes, o.retracted ? 1 : 0, o.workerNo],
        ...[o.kind, o.quantity, o.averageWage, o.localAverage, o.months, o.evidence],
      ]),
    );
  }

  async byIds(centreId: Id, ids: readonly Id[]): Promise<OneOffFact[]> {
    const rows = await inSlices(ids, (marks, slice) =>
      this.db.query<Row>(`SELECT * FROM one_off_fact WHERE centre_id = ? AND id IN (${marks})`, [centreId, ...slice]),
    );
    return rows.map(factOf);
  }

  async recorded(centreId: Id, from: Period, to: Period, { fromNo, toNo }: WorkerRange): Promise<OneOffFact[]> {
    const rows = await this.db.query<Row>(
      'SELECT * FROM one_off_fact WHERE centre_id = ? AND valid_from >= ? AND valid_from <= ? AND worker_no BETWEEN ? AND ? ORDER BY recorded_at, id',
      [centreId, firstDay(from), firstDay(to), fromNo, toNo],
    );
    return rows.map(factOf);
  }

  async late({ centreId, from, to, since, knownAt }: LateFactsQuery): Promise<FactNotice[]> {
    const rows = await this.db.query<Row>(
      'SELECT * FROM one_off_fact WHERE centre_id = ? AND valid_from < ? AND valid_to > ? AND recorded_at > ? AND recorded_at <= ? ORDER BY recorded_at, id',
      [centreId, to, from, since, knownAt],
    );
    return rows.map((row) => {
      const { workerNo, factId, kind, quantity } = oneOffOf(row);
      return {
        ...{ id: factId, kind: 'one_off', workerNo, key: null },
        ...{ validFrom: String(row.valid_from), validTo: String(row.valid_to) },
        ...{ recordedAt: Number(row.recorded_at), recordedBy: String(row.recorded_by) },
        retracted: Number(row.retracted) === 1,
        values: { kind, ...(kind === 'annual_leave' ? { leaveDays: quantity } : { amount: quantity }) },
      };
    });
  }
}
