import { CodeColumn, IdColumn, InstantColumn, NameColumn } from '@gridstaff/persistence';
import { Entity } from 'typeorm';

/** What a header of a centre's own pay sheet means; the sheet itself is never kept. */
@Entity('parallel_column')
export class ParallelColumnRow {
  @IdColumn({ primary: true })
  centreId: string;

  @NameColumn(80, { primary: true })
  header: string;

  @CodeColumn(40)
  target: string;

  @IdColumn()
  recordedBy: string;

  @InstantColumn()
  recordedAt: number;
}
