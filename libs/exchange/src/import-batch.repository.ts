import type { Id, Page, PageRequest } from '@gridstaff/kernel';
import { Database, idPage, inOrderOf, type Keyset } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ImportBatchRow } from './import-batch.entity';

export type ImportBatch = ImportBatchRow;
export type ImportSort = 'recordedAt' | 'period' | 'fileName';

const ORDERS: Keyset<ImportSort> = {
  fields: { recordedAt: 't.recorded_at', period: 't.period', fileName: 't.file_name' },
  key: 't.id',
  keyName: 'id',
};

@Injectable()
export class ImportBatches {
  constructor(private readonly db: Database) {}

  /** Waits until no other import of the kind is under way in the centre; held until the unit ends. */
  async enterLane(centreId: Id, kind: string): Promise<void> {
    await this.db.insertMissing('import_lane', ['centre_id', 'kind'], [[centreId, kind]]);
    await this.db.query(`SELECT kind FROM import_lane WHERE centre_id = ? AND kind = ?${this.db.forUpdate}`, [
      centreId,
      kind,
    ]);
  }

  /** The last import of the same bytes for the same purpose that still holds: one that was undone leaves the file free to come again. */
  async lastOf(centreId: Id, kind: string, period: string, sha256: string): Promise<ImportBatch | null> {
    const last = await this.db.one<{ id: Id }>(
      `SELECT b.id FROM import_batch b LEFT JOIN batch_undo u ON u.batch_id = b.id
       WHERE b.centre_id = ? AND b.kind = ? AND b.period = ? AND b.sha256 = ? AND u.batch_id IS NULL ORDER BY b.recorded_at DESC, b.id DESC LIMIT 1`,
      [centreId, kind, period, sha256],
    );
    return last ? this.find(centreId, last.id) : null;
  }

  find(centreId: Id, id: Id): Promise<ImportBatch | null> {
    return this.db.manager.getRepository(ImportBatchRow).findOneBy({ id, centreId });
  }

  async list(centreId: Id, kind: string, page: PageRequest<ImportSort>): Promise<Page<ImportBatch>> {
    const { rows: ids, next } = await idPage(
      this.db,
      'import_batch',
      ORDERS,
      't.centre_id = ? AND t.kind = ?',
      [centreId, kind],
      page,
    );
    return { rows: inOrderOf(ids, await this.db.manager.getRepository(ImportBatchRow).findBy({ id: In(ids) })), next };
  }

  async add(batch: ImportBatch): Promise<void> {
    await this.db.insert(
      'import_batch',
      [
        'id',
        'centre_id',
        'kind',
        'period',
        'file_name',
        'sha256',
        'status',
        'created',
        'changed',
        'same',
        'left_out',
        'recorded_by',
        'recorded_at',
      ],
      [
        [
          batch.id,
          batch.centreId,
          batch.kind,
          batch.period,
          batch.fileName,
          batch.sha256,
          batch.status,
          batch.created,
          batch.changed,
          batch.same,
          batch.leftOut,
          batch.recordedBy,
          batch.recordedAt,
        ],
      ],
    );
  }
}
