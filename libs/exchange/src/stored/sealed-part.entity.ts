import { IdColumn, IntColumn, TextColumn } from '@gridstaff/persistence';
import { Entity } from 'typeorm';

/** A piece of a file that is kept for a while: sealed under a key of the file's own, whose deletion ends it everywhere. */
@Entity('sealed_part')
export class SealedPartRow {
  @IdColumn({ primary: true })
  fileId: string;

  @IntColumn({ primary: true })
  no: number;

  @TextColumn()
  body: string;
}
