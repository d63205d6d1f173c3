import type { Id } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import { StoredFileRow } from './stored-file.entity';

const COLUMNS = [
  ...[
    'id',
    'centre_id',
    'subject',
    'subject_id',
    'worker_no',
    'kind',
    'about_id',
    'type',
    'name_cipher',
    'size',
    'sha256',
  ],
  ...['chunks', 'own_key', 'expires_on', 'recorded_at', 'recorded_by'],
];
/** Chunks of a statement: together they stay under the packet of a MySQL server as it is installed. */
const CHUNKS_PER_STATEMENT = 10;

export type NewStoredFile = Omit<StoredFileRow, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason' | 'erasedAt'>;

@Injectable()
export class StoredFileRepository {
  constructor(private readonly db: Database) {}

  async add(f: NewStoredFile, chunks: readonly Buffer[]): Promise<void> {
    await this.db.insert('stored_file', COLUMNS, [
      [
        ...[
          f.id,
          f.centreId,
          f.subject,
          f.subjectId,
          f.workerNo,
          f.kind,
          f.aboutId,
          f.type,
          f.nameCipher,
          f.size,
          f.sha256,
        ],
        ...[f.chunks, f.ownKey, f.expiresOn, f.recordedAt, f.recordedBy],
      ],
    ]);
    for (let at = 0; at < chunks.length; at += CHUNKS_PER_STATEMENT) {
      const rows = chunks.slice(at, at + CHUNKS_PER_STATEMENT).map((sealed, i) => [f.id, at + i, sealed]);
      await this.db.insert('stored_file_chunk', ['file_id', 'no', 'sealed'], rows);
    }
  }

  find(centreId: Id, id: Id): Promise<StoredFileRow | null> {
    return this.rows.findOneBy({ id, centreId });
  }

  /** In the order in which they came. */
  of(centreId: Id, subject: string, subjectId: Id): Promise<StoredFileRow[]> {
    return this.rows.find({ where: { centreId, subject, subjectId }, order: { id: 'ASC' } });
  }

  /** Not withdrawn, of these workers. */
  ofWorkers(
    centreId: Id,
    workerNos: readonly number[],
    where: { kind?: string; ending?: true },
  ): Promise<StoredFileRow[]> {
    const { kind, ending } = where;
    return this.rows.find({
      where: {
        ...{ centreId, workerNo: In(workerNos), withdrawnAt: IsNull() },
        ...(kind === undefined ? {} : { kind }),
        ...(ending ? { expiresOn: Not(IsNull()) } : {}),
      },
      order: { id: 'ASC' },
    });
  }

  async chunks(fileId: Id): Promise<Buffer[]> {
    const rows = await this.db.query<{ sealed: Buffer }>(
      'SELECT sealed FROM stored_file_chunk WHERE file_id = ? ORDER BY no',
      [fileId],
    );
    return rows.map(({ sealed }) => sealed);
  }

  /** @returns false where it was withdrawn before */
  async withdraw(id: Id, { at, by, reason }: { at: number; by: Id; reason: string }): Promise<boolean> {
    const sql =
      'UPDATE stored_file SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_reason = ? WHERE id = ? AND withdrawn_at IS NULL';
    return (await this.db.execute(sql, [at, by, reason, id])) === 1;
  }

  /** @returns false where it is not withdrawn, or was erased before */
  async erase(id: Id, at: number): Promise<boolean> {
    const sql =
      "UPDATE stored_file SET erased_at = ?, name_cipher = '' WHERE id = ? AND withdrawn_at IS NOT NULL AND erased_at IS NULL";
    if ((await this.db.execute(sql, [at, id])) !== 1) return false;
    await this.db.execute('DELETE FROM stored_file_chunk WHERE file_id = ?', [id]);
    return true;
  }

  /** Withdrawn before an instant, content still there. */
  withdrawnBefore(instant: number, most: number): Promise<StoredFileRow[]> {
    return this.rows.find({
      where: { withdrawnAt: LessThan(instant), erasedAt: IsNull() },
      order: { withdrawnAt: 'ASC' },
      take: most,
    });
  }

  /** A page by id behind one; of every centre where none is named. */
  page(centreId: Id | null, after: Id, most: number): Promise<StoredFileRow[]> {
    return this.rows.find({
      where: { id: MoreThan(after), ...(centreId ? { centreId } : {}) },
      order: { id: 'ASC' },
      take: most,
    });
  }

  /** Chunks that belong to no file, or to one whose content was erased. */
  async strayChunks(): Promise<Id[]> {
    const rows = await this.db.query<{ id: Id }>(
      `SELECT DISTINCT c.file_id AS id FROM stored_file_chunk c LEFT JOIN stored_file f ON f.id = c.file_id
       WHERE f.id IS NULL OR f.erased_at IS NOT NULL`,
    );
    return rows.map(({ id }) => id);
  }

  private get rows() {
    return this.db.manager.getRepository(StoredFileRow);
  }
}
