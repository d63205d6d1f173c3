import type { DateRange, Fact, FactNotice, Fen, Id, LateFactsQuery, Period } from '@gridstaff/kernel';
import { Database, inSlices, type Row, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { latestByKey } from '../domain/latest';
import { coefficientText, type Performance, type PerformanceFact } from '../domain/performance';
import { PerformanceFacts, type PerformanceQuery } from '../domain/performance-facts';
import { PerformanceStore } from '../domain/performance-store';

const SELECT = `SELECT id, centre_id AS centreId, valid_from AS validFrom, valid_to AS validTo, recorded_at AS recordedAt, recorded_by AS recordedBy, supersedes, retracted,
  worker_no AS workerNo, period, score, coefficient, award FROM performance_fact`;
/** By what pay reads: a run reads the result of everybody. */
const SELECT_PAID =
  'SELECT id, valid_from AS validFrom, valid_to AS validTo, recorded_at AS recordedAt, retracted, worker_no AS workerNo, period, coefficient, award FROM performance_fact';
type PaidResult = Fact & Omit<Performance, 'score'>;
const COLUMNS = [
  ...['id', 'centre_id', 'valid_from', 'valid_to', 'recorded_at', 'recorded_by', 'supersedes', 'retracted'],
  ...['worker_no', 'period', 'score', 'coefficient', 'award'],
];

async function select<F extends Fact>(db: Database, sql: string, parameters: readonly SqlValue[]): Promise<F[]> {
  const rows = await db.query<F>(sql, parameters);
  for (const row of rows) row.retracted = Number(row.retracted) === 1;
  return rows;
}

const read = (db: Database, where: string, parameters: readonly SqlValue[]): Promise<PerformanceFact[]> =>
  select(db, `${SELECT} WHERE ${where}`, parameters);

@Injectable()
export class SqlPerformanceStore extends PerformanceStore {
  constructor(private readonly db: Database) {
    super();
  }

  performances(centreId: Id, fromPeriod: Period, toPeriod: Period, fromNo: number, toNo: number): Promise<PerformanceFact[]> {
    return read(this.db, 'centre_id = ? AND period BETWEEN ? AND ? AND worker_no BETWEEN ? AND ?', [centreId, fromPeriod, toPeriod, fromNo, toNo]);
  }

  byIds(centreId: Id, ids: readonly Id[]): Promise<PerformanceFact[]> {
    return inSlices(ids, (marks, slice) => read(this.db, `centre_id = ? AND id IN (${marks})`, [centreId, ...slice]));
  }

  recordedSince(centreId: Id, since: number, { from, to }: DateRange, fromNo: number, toNo: number): Promise<PerformanceFact[]> {
    const where = 'centre_id = ? AND recorded_at >= ? AND valid_from < ? AND valid_to > ? AND worker_no BETWEEN ? AND ?';
    return read(this.db, where, [centreId, since, to, from, fromNo, toNo]);
  }

  async append(facts: readonly PerformanceFact[]): Promise<void> {
    const rows = facts.map((f): Row => [
      ...[f.id, f.centreId, f.validFrom, f.validTo, f.recordedAt, f.recordedBy, f.supersedes, f.retracted ? 1 : 0],
      ...[f.workerNo, f.period, f.score, f.coefficient, f.award],
    ]);
    await this.db.insert('performance_fact', COLUMNS, rows);
  }
}

@Injectable()
export class SqlPerformanceFacts extends PerformanceFacts {
  constructor(private readonly db: Database) {
    super();
  }

  async load({ centreId, period, knownAt, fromNo, toNo, ignored }: PerformanceQuery): Promise<Map<number, { coefficient: string; award: Fen }>> {
    const sql = `${SELECT_PAID} WHERE centre_id = ? AND period = ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ORDER BY worker_no, id`;
    const facts = await select<PaidResult>(this.db, sql, [centreId, period, fromNo, toNo, knownAt]);
    const counted = ignored ? facts.filter(({ id }) => !ignored.has(id)) : facts;
    return new Map([...latestByKey(counted).values()].map(({ workerNo, coefficient, award }) => [workerNo, { coefficient: coefficientText(coefficient), award }]));
  }

  async late({ centreId, from, to, since, knownAt }: LateFactsQuery): Promise<FactNotice[]> {
    const where = 'centre_id = ? AND valid_from < ? AND valid_to > ? AND recorded_at > ? AND recorded_at <= ?';
    return (await read(this.db, where, [centreId, to, from, since, knownAt])).map((fact) => {
      const { id, workerNo, validFrom, validTo, recordedAt, recordedBy, retracted } = fact;
      const values = { score: fact.score, coefficient: coefficientText(fact.coefficient), award: fact.award };
      return { id, kind: 'performance', workerNo, key: null, validFrom, validTo, recordedAt, recordedBy, retracted, values };
    });
  }
}
