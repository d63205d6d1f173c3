import { CodeColumn, FactRow, FenColumn, IntColumn, NameColumn, PeriodColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** Valid for one work month: leave that could not be taken, severance, a loss, labour remuneration; one per worker, month and kind. */
@Entity('one_off_fact')
@Index(['centreId', 'validFrom', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('one_off_fact_kind', "kind IN ('annual_leave', 'severance', 'loss', 'labour')")
@Check('one_off_fact_quantity', 'quantity >= 0')
export class OneOffFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @CodeColumn(20)
  kind: string;

  /** Days of annual leave, fen of the others. */
  @FenColumn()
  quantity: number;

  @FenColumn({ nullable: true })
  averageWage: number | null;

  @FenColumn({ nullable: true })
  localAverage: number | null;

  /** Tenths of a month's wage that severance was worked out with. */
  @IntColumn({ nullable: true })
  months: number | null;

  @NameColumn(300, { nullable: true })
  evidence: string | null;
}

/** What a slip pays of such an entry; of a loss as much as the month's wage allowed. */
@Entity({ name: 'pay_one_off', withoutRowid: true })
@Index(['runNo'])
export class PayOneOffRow {
  @IntColumn({ primary: true })
  workerNo: number;

  /** Of the entry. */
  @PeriodColumn({ primary: true })
  period: string;

  @CodeColumn(20, { primary: true })
  kind: string;

  @IntColumn({ primary: true })
  runNo: number;

  @FenColumn()
  quantity: number;
}
