import { CodeColumn, IdColumn, InstantColumn, JsonColumn, NameColumn } from '@gridstaff/persistence';
import { Entity } from 'typeorm';

/** How files of one layout are read, as a person of the centre said it. */
@Entity('import_layout')
export class ImportLayoutRow {
  @IdColumn({ primary: true })
  centreId: string;

  @CodeColumn(20, { primary: true })
  kind: string;

  /** Digest of the heads. */
  @CodeColumn(64, { primary: true })
  signature: string;

  /** Chinese name of the sheet of ours; empty: such sheets are not read. */
  @NameColumn(40)
  sheet: string;

  /** Column of ours by the head's key. */
  @JsonColumn()
  columns: string;

  /** What the file and its sheet were called, so that people know it again. */
  @NameColumn(200)
  source: string;

  @IdColumn()
  savedBy: string;

  @InstantColumn()
  savedAt: number;
}
