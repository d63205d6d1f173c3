import { CodeColumn, FenColumn, IdColumn, IntColumn, JsonColumn, PeriodColumn } from '@gridstaff/persistence';
import { Entity, Index } from 'typeorm';

/** Differences of earlier months, signed, one row per original month and item, on the slip that pays them. */
@Entity({ name: 'retro_delta', withoutRowid: true })
@Index(['originalPeriod', 'workerNo'])
export class RetroDeltaRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @PeriodColumn({ primary: true })
  originalPeriod: string;

  @IntColumn({ primary: true })
  itemNo: number;

  @IdColumn()
  agencyId: string;

  /** What the engine was given the sum of. */
  @CodeColumn(40)
  category: string;

  @FenColumn()
  amount: number;
}

/** What a slip left owed and what it took back of earlier debts; only slips where one of them is not zero. */
@Entity({ name: 'pay_receivable', withoutRowid: true })
@Index(['runNo'])
export class PayReceivableRow {
  @IntColumn({ primary: true })
  workerNo: number;

  @IntColumn({ primary: true })
  runNo: number;

  @IdColumn()
  agencyId: string;

  @FenColumn()
  owed: number;

  @FenColumn()
  recovered: number;
}

/** What a run could not deal with: an earlier month that cannot be recalculated, or pay due at another agency. */
@Entity({ name: 'pay_run_note', withoutRowid: true })
export class PayRunNoteRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @PeriodColumn({ primary: true })
  period: string;

  @CodeColumn(60, { primary: true })
  code: string;

  @JsonColumn()
  params: object;
}
