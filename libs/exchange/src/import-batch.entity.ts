import { CodeColumn, type EntityClass, IdColumn, InstantColumn, IntColumn, NameColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';
import { batchEntities } from './batches/batch.entity';
import { fileEntities } from './files/stored-file.entity';
import { ImportLayoutRow } from './mapping/import-layout.entity';
import { ExportTaskRow } from './lists/export-task.entity';
import { SealedPartRow } from './stored/sealed-part.entity';

/** An import that changed something. */
@Entity('import_batch')
@Index(['centreId', 'kind', 'period', 'sha256'])
@Check('import_batch_status', "status IN ('applied')")
export class ImportBatchRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @CodeColumn(20)
  kind: string;

  /** Empty for kinds that are not for a month. */
  @CodeColumn(7)
  period: string;

  /** As the user named it, cleaned; nothing is stored under it. */
  @NameColumn(200)
  fileName: string;

  @CodeColumn(64)
  sha256: string;

  @CodeColumn(10)
  status: string;

  @IntColumn()
  created: number;

  @IntColumn()
  changed: number;

  @IntColumn()
  same: number;

  /** Rows with errors that were not imported; null where the file went in whole. */
  @IntColumn({ nullable: true })
  leftOut: number | null;

  @IdColumn()
  recordedBy: string;

  @InstantColumn()
  recordedAt: number;
}

/** One row per centre and kind: held by the import that is being applied, so that two of a kind never plan on the same state. */
@Entity('import_lane')
export class ImportLaneRow {
  @IdColumn({ primary: true })
  centreId: string;

  @CodeColumn(20, { primary: true })
  kind: string;
}

export const exchangeEntities: EntityClass[] = [
  ...[ImportBatchRow, ImportLaneRow, ImportLayoutRow, ...batchEntities, ...fileEntities],
  ...[SealedPartRow, ExportTaskRow],
];
