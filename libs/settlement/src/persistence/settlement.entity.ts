import {
  CodeColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
  PeriodColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';
import type { LineSide, SettlementLine, SettlementStatus } from '../domain/settlement';

@Entity('settlement')
@Index(['runId', 'agencyId'], { unique: true })
@Index(['centreId', 'period'])
@Check('ck_settlement_total', 'total_fen = pass_through_fen + fee_fen')
@Check('ck_settlement_paid', 'paid_fen >= 0 AND paid_fen <= total_fen')
@Check('ck_settlement_status', "status IN ('prepared','confirmed','paid')")
export class SettlementRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IdColumn()
  runId: string;

  @IntColumn()
  runNo: number;

  @PeriodColumn()
  period: string;

  @IdColumn()
  agencyId: string;

  @CodeColumn(64)
  runHash: string;

  @IntColumn()
  people: number;

  @FenColumn()
  passThroughFen: number;

  @FenColumn()
  feeFen: number;

  @FenColumn()
  totalFen: number;

  @FenColumn()
  paidFen: number;

  @CodeColumn(12)
  status: SettlementStatus;

  @IntColumn()
  version: number;

  @InstantColumn()
  preparedAt: number;

  @IdColumn()
  preparedBy: string;

  @InstantColumn({ nullable: true })
  confirmedAt: number | null;

  @IdColumn({ nullable: true })
  confirmedBy: string | null;
}

/** A fund's part of a settlement. */
@Entity({ name: 'settlement_fund', withoutRowid: true })
@Check('ck_settlement_fund_paid', 'paid_fen >= 0 AND paid_fen <= amount_fen')
export class SettlementFundRow {
  @IdColumn({ primary: true })
  settlementId: string;

  @IdColumn({ primary: true })
  fundId: string;

  @IdColumn({ nullable: true })
  reservationId: string | null;

  @FenColumn()
  amountFen: number;

  @FenColumn()
  paidFen: number;

  @FlagColumn()
  ended: boolean;
}

/** Added only. */
@Entity({ name: 'settlement_line', withoutRowid: true })
@Check('ck_settlement_line_side', "side IN ('cost','use')")
export class SettlementLineRow {
  @IdColumn({ primary: true })
  settlementId: string;

  @IntColumn({ primary: true })
  no: number;

  @CodeColumn(12)
  side: LineSide;

  @CodeColumn(30)
  item: SettlementLine['item'];

  @FenColumn()
  amountFen: number;
}

/** Added only. */
@Entity('payment')
@Index(['settlementId', 'attempt'], { unique: true })
@Index(['settlementId', 'documentNo'], { unique: true })
@Check('ck_payment_amount', 'amount_fen > 0')
export class PaymentRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IdColumn()
  settlementId: string;

  @IdColumn()
  reservationId: string;

  @IdColumn()
  transactionId: string;

  @IntColumn()
  attempt: number;

  @FenColumn()
  amountFen: number;

  @NameColumn(80)
  documentNo: string;

  @LocalDateColumn()
  paidOn: string;

  @InstantColumn()
  recordedAt: number;

  @IdColumn()
  recordedBy: string;
}
