import { CodeColumn, IdColumn, InstantColumn, IntColumn, JsonColumn, LocalDateColumn, NameColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** An act on many people; its rows are those of the batch of the same id. */
@Entity('staff_change')
@Index(['centreId', 'recordedAt'])
@Check('staff_change_kind', "kind IN ('transfer', 'grade', 'renewal', 'return')")
export class StaffChangeRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @CodeColumn(10)
  kind: string;
  @LocalDateColumn()
  dated: string;
  @NameColumn(120)
  reason: string;
  @NameColumn(60, { nullable: true })
  documentNo: string | null;
  @IntColumn()
  people: number;
  @InstantColumn()
  recordedAt: number;
  @IdColumn()
  recordedBy: string;
}

/** One person in it, from → to as it was shown. */
@Entity({ name: 'staff_change_line', withoutRowid: true })
@Index(['workerNo'])
export class StaffChangeLineRow {
  @IdColumn({ primary: true })
  changeId: string;
  @IntColumn({ primary: true })
  workerNo: number;
  @JsonColumn()
  beforeState: object;
  @JsonColumn()
  afterState: object;
}
