import type { Id, LocalDate } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { Evidence, WorkerReturn } from '../domain/return-grounds';
import { ReturnStore } from '../domain/stores';

const EVIDENCE =
  'id, centre_id AS centreId, worker_no AS workerNo, kind, happened_on AS happenedOn, document, recorded_at AS recordedAt, ' +
  'recorded_by AS recordedBy, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy, withdrawn_reason AS withdrawnReason';
const RETURN =
  'id, centre_id AS centreId, worker_no AS workerNo, last_day AS lastDay, ground, recorded_at AS recordedAt, recorded_by AS recordedBy';
/** Returns of an act that was taken back rest on nothing. */
const NOT_UNDONE = `id NOT IN (SELECT r.row_id FROM batch_undo u JOIN batch_row r ON r.batch_id = u.batch_id AND r.source = 'worker_return' WHERE u.centre_id = ?)`;
/** Workers looked up in one statement. */
const PER_STATEMENT = 500;

@Injectable()
export class SqlReturnStore extends ReturnStore {
  constructor(private readonly db: Database) {
    super();
  }

  async evidence(centreId: Id, workerNos: readonly number[]): Promise<Evidence[]> {
    const found: Evidence[] = [];
    for (let at = 0; at < workerNos.length; at += PER_STATEMENT) {
      const slice = workerNos.slice(at, at + PER_STATEMENT);
      const rows = await this.db.query<Evidence>(
        `SELECT ${EVIDENCE} FROM return_evidence WHERE centre_id = ? AND worker_no IN (${slice.map(() => '?').join(', ')}) ORDER BY happened_on, id`,
        [centreId, ...slice],
      );
      found.push(
        ...rows.map((row) => ({
          ...row,
          workerNo: Number(row.workerNo),
          recordedAt: Number(row.recordedAt),
          withdrawnAt: row.withdrawnAt === null ? null : Number(row.withdrawnAt),
        })),
      );
    }
    return found;
  }

  addEvidence({ id, centreId, workerNo, kind, happenedOn, document, recordedAt, recordedBy }: Evidence): Promise<void> {
    return this.db.insert(
      'return_evidence',
      ['id', 'centre_id', 'worker_no', 'kind', 'happened_on', 'document', 'recorded_at', 'recorded_by'],
      [[id, centreId, workerNo, kind, happenedOn, document, recordedAt, recordedBy]],
    );
  }

  async withdraw(centreId: Id, id: Id, { at, userId, reason }: { at: number; userId: Id; reason: string }): Promise<boolean> {
    const affected = await this.db.execute(
      `UPDATE return_evidence SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ?
       WHERE id = ? AND centre_id = ? AND withdrawn_at IS NULL`,
      [at, userId, reason, id, centreId],
    );
    return affected === 1;
  }

  async returns(centreId: Id, from: LocalDate, workerNo?: number): Promise<WorkerReturn[]> {
    const rows = await this.db.query<WorkerReturn>(
      `SELECT ${RETURN} FROM worker_return WHERE centre_id = ? AND last_day >= ? AND ${NOT_UNDONE}${workerNo === undefined ? '' : ' AND worker_no = ?'}`,
      [centreId, from, centreId, ...(workerNo === undefined ? [] : [workerNo])],
    );
    return rows.map((row) => ({ ...row, workerNo: Number(row.workerNo), recordedAt: Number(row.recordedAt) }));
  }

  addReturns(returns: readonly WorkerReturn[]): Promise<void> {
    if (returns.length === 0) return Promise.resolve();
    return this.db.insert(
      'worker_return',
      ['id', 'centre_id', 'worker_no', 'last_day', 'ground', 'recorded_at', 'recorded_by'],
      returns.map((one) => [one.id, one.centreId, one.workerNo, one.lastDay, one.ground, one.recordedAt, one.recordedBy]),
    );
  }
}
