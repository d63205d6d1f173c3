import type { Id, Page, PageRequest } from '@gridstaff/kernel';
import { Database, idPage, inOrderOf, type Keyset, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ExportTaskRow, type ExportTaskStatus } from './export-task.entity';

export type ExportTask = ExportTaskRow;
export type ExportTaskSort = 'requestedAt' | 'kind';

const ORDERS: Keyset<ExportTaskSort> = {
  fields: { requestedAt: 't.requested_at', kind: 't.kind' },
  key: 't.id',
  keyName: 'id',
};
/** Not over yet: each owner may have only so many of these. */
const OPEN = "'waiting', 'queued', 'making'";

/** Columns that change as a task goes on. */
type Change = Partial<
  Pick<ExportTask, 'jobId' | 'doneRows' | 'bytes' | 'sha256' | 'errorCode' | 'finishedAt' | 'expiresAt' | 'dataKey'>
>;
const COLUMNS: Readonly<Record<keyof Change, string>> = {
  ...{ jobId: 'job_id', doneRows: 'done_rows', bytes: 'bytes', sha256: 'sha256', errorCode: 'error_code' },
  ...{ finishedAt: 'finished_at', expiresAt: 'expires_at', dataKey: 'data_key' },
};

@Injectable()
export class ExportTasksTable {
  constructor(private readonly db: Database) {}

  async add(task: ExportTask): Promise<void> {
    const columns = [
      ...['id', 'centre_id', 'kind', 'format', 'language', 'data_key', 'query', 'chosen', 'numbers', 'purpose', 'hash'],
      ...['status', 'expected', 'done_rows', 'bytes', 'sha256', 'error_code', 'job_id', 'requested_by', 'requested_at'],
      ...['finished_at', 'expires_at'],
    ];
    const { id, centreId, kind, format, language, dataKey, query, chosen, numbers, purpose, hash, status } = task;
    const values: SqlValue[] = [
      ...[id, centreId, kind, format, language, dataKey, query, JSON.stringify(chosen), numbers ? 1 : 0, purpose, hash, status],
      ...[task.expected, task.doneRows, task.bytes, task.sha256, task.errorCode, task.jobId, task.requestedBy, task.requestedAt],
      ...[task.finishedAt, task.expiresAt],
    ];
    await this.db.insert('export_task', columns, [values]);
  }

  find(id: Id): Promise<ExportTask | null> {
    return this.db.manager.getRepository(ExportTaskRow).findOneBy({ id });
  }

  async list(where: { centreId: Id; requestedBy?: Id; status?: ExportTaskStatus }, page: PageRequest<ExportTaskSort>): Promise<Page<ExportTask>> {
    const conditions = ['t.centre_id = ?'];
    const parameters: SqlValue[] = [where.centreId];
    if (where.requestedBy !== undefined) (conditions.push('t.requested_by = ?'), parameters.push(where.requestedBy));
    if (where.status !== undefined) (conditions.push('t.status = ?'), parameters.push(where.status));
    const { rows: ids, next } = await idPage(this.db, 'export_task', ORDERS, conditions.join(' AND '), parameters, page);
    return { rows: inOrderOf(ids, await this.db.manager.getRepository(ExportTaskRow).findBy({ id: In(ids) })), next };
  }

  async openOf(userId: Id): Promise<number> {
    const row = await this.db.one<{ tasks: number }>(
      `SELECT COUNT(*) AS tasks FROM export_task WHERE requested_by = ? AND status IN (${OPEN})`,
      [userId],
    );
    return Number(row?.tasks ?? 0);
  }

  /** Guarded by the states it may come from. @returns whether it was in one of them */
  async move(id: Id, from: readonly ExportTaskStatus[], to: ExportTaskStatus, change: Change = {}): Promise<boolean> {
    const keys = Object.keys(change) as (keyof Change)[];
    const sets = keys.map((key) => `, ${COLUMNS[key]} = ?`).join('');
    const marks = from.map(() => '?').join(', ');
    const values = keys.map((key) => change[key] ?? null);
    return (
      (await this.db.execute(`UPDATE export_task SET status = ?${sets} WHERE id = ? AND status IN (${marks})`, [
        ...[to, ...values, id, ...from],
      ])) === 1
    );
  }

  /** Files whose time is over, and tasks that nobody works on any more. */
  async stale(expiredBefore: number, startedBefore: number, limit: number): Promise<{ id: Id; status: ExportTaskStatus }[]> {
    return this.db.query(
      `SELECT id, status FROM export_task WHERE (status = 'done' AND expires_at <= ?)
       OR (status IN ('queued', 'making') AND requested_at <= ?) ORDER BY id LIMIT ${Math.trunc(limit)}`,
      [expiredBefore, startedBefore],
    );
  }
}
