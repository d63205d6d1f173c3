import type { Id } from '@gridstaff/kernel';
import { Database, inSlices, type Row } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchBook } from './batch-book';
import { BatchUndoRow } from './batch.entity';

export type BatchUndoRecord = BatchUndoRow;

/** Which rows each batch made, and which batches were taken back. */
@Injectable()
export class BatchRows {
  constructor(private readonly db: Database) {}

  /** In the unit in which the rows are written; the book is empty afterwards. */
  async add(book: BatchBook): Promise<void> {
    const rows = [...book.rows].flatMap(([source, ids]) => ids.map((id): Row => [book.batchId, id, source]));
    await this.db.insert('batch_row', ['batch_id', 'row_id', 'source'], rows);
    book.clear();
  }

  /** By source. */
  async of(batchId: Id): Promise<Map<string, Id[]>> {
    const rows = await this.db.query<{ source: string; id: Id }>(
      'SELECT source, row_id AS id FROM batch_row WHERE batch_id = ? ORDER BY row_id',
      [batchId],
    );
    const bySource = new Map<string, Id[]>();
    for (const { source, id } of rows) {
      const ids = bySource.get(source);
      if (ids) ids.push(id);
      else bySource.set(source, [id]);
    }
    return bySource;
  }

  /** Of these rows, those that an act in bulk made: the act, and the file it read; null where it read none. */
  async originsOf(ids: readonly Id[]): Promise<Map<Id, { batchId: Id; fileName: string | null }>> {
    const rows = await inSlices([...new Set(ids)], (marks, slice) =>
      this.db.query<{ rowId: Id; batchId: Id; fileName: string | null }>(
        `SELECT r.row_id AS rowId, r.batch_id AS batchId, b.file_name AS fileName FROM batch_row r
          LEFT JOIN import_batch b ON b.id = r.batch_id WHERE r.row_id IN (${marks})`,
        slice,
      ),
    );
    return new Map(rows.map(({ rowId, batchId, fileName }) => [rowId, { batchId, fileName }]));
  }

  /** Rows that each of these batches made, and that took it back. */
  async counts(batchIds: readonly Id[]): Promise<Map<Id, number>> {
    if (batchIds.length === 0) return new Map();
    const rows = await this.db.query<{ id: Id; n: number }>(
      `SELECT batch_id AS id, COUNT(*) AS n FROM batch_row WHERE batch_id IN (${batchIds.map(() => '?').join(', ')}) GROUP BY batch_id`,
      batchIds,
    );
    return new Map(rows.map(({ id, n }) => [id, Number(n)]));
  }

  /** Of these ids, those that belong to a batch of the centre that was taken back. */
  async undone(centreId: Id, ids: readonly Id[]): Promise<Set<Id>> {
    const [any] = await this.db.query<{ id: Id }>('SELECT batch_id AS id FROM batch_undo WHERE centre_id = ? LIMIT 1', [centreId]);
    if (!any) return new Set();
    const rows = await inSlices(ids, (marks, slice) =>
      this.db.query<{ id: Id }>(
        `SELECT r.row_id AS id FROM batch_undo u JOIN batch_row r ON r.batch_id = u.batch_id WHERE u.centre_id = ? AND r.row_id IN (${marks})`,
        [centreId, ...slice],
      ),
    );
    return new Set(rows.map(({ id }) => id));
  }

  async undos(batchIds: readonly Id[]): Promise<Map<Id, BatchUndoRecord>> {
    if (batchIds.length === 0) return new Map();
    const rows = await this.db.manager.getRepository(BatchUndoRow).findBy({ batchId: In([...batchIds]) });
    return new Map(rows.map((row) => [row.batchId, row]));
  }

  /** @throws the driver's error of a taken key when the batch was taken back before */
  async addUndo(undo: BatchUndoRecord): Promise<void> {
    const { batchId, centreId, taken, reason, undoneBy, undoneAt } = undo;
    await this.db.insert(
      'batch_undo',
      ['batch_id', 'centre_id', 'taken', 'reason', 'undone_by', 'undone_at'],
      [[batchId, centreId, taken, reason, undoneBy, undoneAt]],
    );
  }
}
