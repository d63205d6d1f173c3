import {
  CodeColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  NameColumn,
  PeriodColumn,
  TextColumn,
} from '@gridstaff/persistence';
import { Entity, Index } from 'typeorm';
import { AmountRow } from './run.entities';

@Entity({ name: 'pay_run_input', withoutRowid: true })
export class PayRunInputRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  /** The engine's input, as it was calculated with. */
  @JsonColumn()
  input: object;
}

@Entity({ name: 'payslip', withoutRowid: true })
@Index(['workerNo', 'runNo'])
export class PayslipRow extends AmountRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @IdColumn()
  agencyId: string;

  /** `tax_*`: what this slip adds to the year-to-date figures at its agency; the whole tax of the slip is in `tax`. */
  @FenColumn()
  taxIncome: number;

  @FenColumn()
  taxExempt: number;

  @FenColumn()
  taxSpecial: number;

  @FenColumn()
  taxOther: number;

  @FenColumn()
  taxRelief: number;

  /** Tax on the year's wages: without that on a bonus taxed apart. Null on slips older than bonuses, all of whose tax is on wages. */
  @FenColumn({ nullable: true })
  taxWage: number | null;

  @CodeColumn(64)
  hash: string;
}

@Entity({ name: 'payslip_line', withoutRowid: true })
export class PayslipLineRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @IntColumn({ primary: true })
  itemNo: number;

  @FenColumn()
  amount: number;
}

/** How a slip's cost is shared among funds; slips that the fund of their run bears alone have no rows. */
@Entity({ name: 'payslip_fund', withoutRowid: true })
export class PayslipFundRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @IdColumn({ primary: true })
  fundId: string;

  @FenColumn()
  amount: number;
}

@Entity({ name: 'payslip_derivation', withoutRowid: true })
export class PayslipDerivationRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @TextColumn()
  data: string;
}

/** Program tables of the engine, each once, in parts that fit a TEXT column. */
@Entity('pay_program')
export class PayProgramRow {
  @CodeColumn(64, { primary: true })
  hash: string;

  @IntColumn({ primary: true })
  part: number;

  @TextColumn()
  content: string;
}

@Entity({ name: 'pay_exclusion', withoutRowid: true })
export class PayExclusionRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @CodeColumn(60)
  code: string;

  @JsonColumn()
  params: object;

  @IdColumn({ nullable: true })
  acknowledgedBy: string | null;

  @NameColumn(500, { nullable: true })
  reason: string | null;

  @InstantColumn({ nullable: true })
  acknowledgedAt: number | null;
}

/** What each slip pays. */
@Entity({ name: 'payslip_claim', withoutRowid: true })
export class PayslipClaimRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  workerNo: number;

  @PeriodColumn({ primary: true })
  period: string;

  @CodeColumn(60, { primary: true })
  source: string;
}

/** The exactly-once guard: one live claim per worker, month and item source. */
@Entity({ name: 'pay_item_claim', withoutRowid: true })
@Index(['runNo'])
export class PayItemClaimRow {
  @IntColumn({ primary: true })
  workerNo: number;

  @PeriodColumn({ primary: true })
  period: string;

  @CodeColumn(60, { primary: true })
  source: string;

  @IntColumn()
  runNo: number;
}
