import {
  CodeColumn,
  FenColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LocalDateColumn,
  NameColumn,
  PeriodColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** The totals of a run, an agency's part of it, or a slip. */
export abstract class AmountRow {
  @FenColumn()
  gross: number;

  @FenColumn()
  employeeInsurance: number;

  @FenColumn()
  employeeFund: number;

  @FenColumn()
  tax: number;

  @FenColumn()
  otherDeductions: number;

  @FenColumn()
  net: number;

  @FenColumn()
  receivable: number;

  @FenColumn()
  employerInsurance: number;

  @FenColumn()
  employerFund: number;

  @FenColumn()
  fee: number;
}

@Entity('pay_run')
@Index(['no'], { unique: true })
@Index(['centreId', 'period', 'kind', 'seq'], { unique: true })
@Check('pay_run_kind', "kind IN ('regular', 'supplementary', 'correction', 'bonus')")
@Check(
  'pay_run_status',
  "status IN ('draft', 'calculated', 'submitted', 'checked', 'approved', 'settled', 'paid', 'closed', 'cancelled')",
)
@Check('pay_run_checker', 'checked_person <> submitted_person AND checked_person <> edited_person')
@Check(
  'pay_run_approver',
  'approved_person <> prepared_person AND approved_person <> edited_person AND approved_person <> submitted_person',
)
@Check(
  'pay_run_approved',
  "status NOT IN ('approved', 'settled', 'paid', 'closed') OR (approved_person IS NOT NULL AND hash IS NOT NULL)",
)
export class PayRunRow extends AmountRow {
  @IdColumn({ primary: true })
  id: string;

  /** Short number people use; keys slips and lines. */
  @IntColumn()
  no: number;

  @IdColumn()
  centreId: string;

  @PeriodColumn()
  period: string;

  @CodeColumn(20)
  kind: string;

  @IntColumn()
  seq: number;

  @LocalDateColumn()
  payDate: string;

  @PeriodColumn()
  taxMonth: string;

  @IntColumn()
  fiscalYear: number;

  @IdColumn()
  fundId: string;

  @IdColumn({ nullable: true })
  replacesRunId: string | null;

  /** The run whose month a correction puts right. */
  @IdColumn({ nullable: true })
  correctsRunId: string | null;

  @CodeColumn(20)
  status: string;

  @IntColumn()
  version: number;

  @IntColumn()
  calcNo: number;

  @IdColumn({ nullable: true })
  jobId: string | null;

  @InstantColumn({ nullable: true })
  knownAt: number | null;

  @CodeColumn(20, { nullable: true })
  engineVersion: string | null;

  @IdColumn({ nullable: true })
  schemeId: string | null;

  @CodeColumn(64, { nullable: true })
  parametersHash: string | null;

  @JsonColumn({ nullable: true })
  parameters: object | null;

  @CodeColumn(64, { nullable: true })
  programHash: string | null;

  /** Earlier runs in the year-to-date figures: [{no, hash}]. */
  @JsonColumn({ nullable: true })
  basis: { no: number; hash: string }[] | null;

  @IntColumn()
  people: number;

  @IntColumn()
  excluded: number;

  @CodeColumn(64, { nullable: true })
  hash: string | null;

  @IdColumn()
  preparedBy: string;

  @IdColumn()
  preparedPerson: string;

  /** Who last had it calculated. */
  @IdColumn()
  editedPerson: string;

  @IdColumn({ nullable: true })
  submittedBy: string | null;

  @IdColumn({ nullable: true })
  submittedPerson: string | null;

  @IdColumn({ nullable: true })
  checkedBy: string | null;

  @IdColumn({ nullable: true })
  checkedPerson: string | null;

  @IdColumn({ nullable: true })
  approvedBy: string | null;

  @IdColumn({ nullable: true })
  approvedPerson: string | null;

  @InstantColumn()
  createdAt: number;
}

@Entity('pay_run_event')
export class PayRunEventRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IntColumn({ primary: true })
  seq: number;

  @CodeColumn(30)
  step: string;

  @CodeColumn(20)
  fromStatus: string;

  @CodeColumn(20)
  toStatus: string;

  @IdColumn()
  userId: string;

  @IdColumn()
  personId: string;

  @NameColumn(500, { nullable: true })
  reason: string | null;

  @InstantColumn()
  at: number;
}

@Entity('pay_run_agency')
export class PayRunAgencyRow extends AmountRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IdColumn({ primary: true })
  agencyId: string;

  @IntColumn()
  people: number;
}

/** What one fund bears of what the centre owes an agency for a run, and what is reserved for it. */
@Entity({ name: 'pay_run_fund', withoutRowid: true })
export class PayRunFundRow {
  @IntColumn({ primary: true })
  runNo: number;

  @IdColumn({ primary: true })
  agencyId: string;

  @IdColumn({ primary: true })
  fundId: string;

  /** Slips that the fund bears a part of. */
  @IntColumn()
  people: number;

  @FenColumn()
  cost: number;

  /** What is paid beside the cost, or (negative) not paid of it, because of what earlier runs left over; null: nothing. */
  @FenColumn({ nullable: true })
  carried: number | null;

  @IdColumn({ nullable: true })
  reservationId: string | null;
}
