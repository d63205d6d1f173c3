import type { FactNotice, Id, LateFactsQuery, Period } from '@gridstaff/kernel';
import { Database, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type CutRun, FROZEN, type LateDecision, LateStore } from '../domain';

type Row = Readonly<Record<string, SqlValue>>;

@Injectable()
export class SqlLateStore extends LateStore {
  constructor(private readonly db: Database) {
    super();
  }

  async decisions(centreId: Id, knownAt: number): Promise<Map<Id, LateDecision>> {
    const rows = await this.db.query<Row>(
      'SELECT fact_id, decision, from_period, reason, decided_at, decided_by FROM late_decision WHERE centre_id = ? AND decided_at <= ? ORDER BY decided_at, id',
      [centreId, knownAt],
    );
    return new Map(
      rows.map((row): [Id, LateDecision] => [
        String(row.fact_id),
        {
          factId: String(row.fact_id),
          decision: row.decision as LateDecision['decision'],
          fromPeriod: row.from_period as Period | null,
          reason: row.reason as string | null,
          decidedAt: Number(row.decided_at),
          decidedBy: String(row.decided_by),
        },
      ]),
    );
  }

  async decided({ centreId, from, to, since, knownAt }: LateFactsQuery): Promise<FactNotice[]> {
    const rows = await this.db.query<Row>(
      'SELECT * FROM late_decision WHERE centre_id = ? AND valid_from < ? AND valid_to > ? AND decided_at > ? AND decided_at <= ? ORDER BY decided_at, id',
      [centreId, to, from, since, knownAt],
    );
    return rows.map((row) => ({
      id: String(row.fact_id),
      kind: String(row.fact_kind),
      workerNo: row.worker_no === null ? null : Number(row.worker_no),
      key: row.fact_key as string | null,
      validFrom: String(row.valid_from),
      validTo: String(row.valid_to),
      recordedAt: Number(row.decided_at),
      recordedBy: String(row.decided_by),
      retracted: false,
      values: {},
    }));
  }

  async append(centreId: Id, rows: readonly (LateDecision & { id: Id; fact: FactNotice })[]): Promise<void> {
    await this.db.insert(
      'late_decision',
      [
        ...['id', 'centre_id', 'fact_id', 'fact_kind', 'worker_no', 'fact_key', 'valid_from', 'valid_to'],
        ...['decision', 'from_period', 'reason', 'decided_at', 'decided_by'],
      ],
      rows.map(({ id, fact, ...d }) => [
        ...[id, centreId, fact.id, fact.kind, fact.workerNo, fact.key, fact.validFrom, fact.validTo],
        ...[d.decision, d.fromPeriod, d.reason, d.decidedAt, d.decidedBy],
      ]),
    );
  }

  async cutRuns(centreId: Id, from: Period): Promise<CutRun[]> {
    const rows = await this.db.query<Row>(
      'SELECT kind, period, known_at, status FROM pay_run WHERE centre_id = ? AND period >= ? AND known_at IS NOT NULL ' +
        "AND kind IN ('regular', 'supplementary') AND status NOT IN ('draft', 'cancelled') ORDER BY no",
      [centreId, from],
    );
    return rows.map((row) => ({
      kind: row.kind as CutRun['kind'],
      period: String(row.period),
      knownAt: Number(row.known_at),
      frozen: FROZEN.some((status) => status === row.status),
    }));
  }
}
