import { CodeColumn, type EntityClass, IdColumn, InstantColumn, IntColumn, NameColumn } from '@gridstaff/persistence';
import { Entity } from 'typeorm';

/** Which row a batch made, and, once it is taken back, which rows took it back. */
@Entity({ name: 'batch_row', withoutRowid: true })
export class BatchRowRow {
  @IdColumn({ primary: true })
  batchId: string;

  @IdColumn({ primary: true })
  rowId: string;

  /** What the row is, see `BatchRoom.sources`. */
  @CodeColumn(40)
  source: string;
}

/** A batch that was taken back; the key lets it happen once. */
@Entity('batch_undo')
export class BatchUndoRow {
  @IdColumn({ primary: true })
  batchId: string;

  @IdColumn()
  centreId: string;

  /** Rows that were taken back. */
  @IntColumn()
  taken: number;

  @NameColumn(500)
  reason: string;

  @IdColumn()
  undoneBy: string;

  @InstantColumn()
  undoneAt: number;
}

export const batchEntities: EntityClass[] = [BatchRowRow, BatchUndoRow];
