import {
  CodeColumn,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';
import type { Account, EntryKind, ReservationStatus, SourceType } from '../domain/ledger';

@Entity('reservation')
@Index(['runId', 'fundId', 'agencyId', 'live'], { unique: true })
@Index(['fundId'])
@Check('ck_reservation_amount', 'amount_fen > 0')
@Check('ck_reservation_remaining', 'remaining_fen >= 0 AND remaining_fen <= amount_fen')
@Check('ck_reservation_status', "status IN ('open','posted','voided','released')")
export class ReservationRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IdColumn()
  fundId: string;

  @IdColumn()
  agencyId: string;

  @IdColumn()
  runId: string;

  @IntColumn()
  runNo: number;

  @FenColumn()
  amountFen: number;

  @FenColumn()
  remainingFen: number;

  @CodeColumn(64)
  hash: string;

  @CodeColumn(12)
  status: ReservationStatus;

  /** NULL once voided: the unique index then lets the run reserve again. */
  @FlagColumn({ nullable: true })
  live: boolean | null;

  @IntColumn()
  version: number;

  @InstantColumn()
  reservedAt: number;

  @IdColumn()
  reservedBy: string;
}

/** Added only. */
@Entity('ledger_transaction')
@Index(['fundId', 'no'], { unique: true })
@Index(['sourceType', 'sourceId', 'sourcePart'], { unique: true })
@Index(['reservationId'])
@Check('ck_ledger_transaction_kind', "kind IN ('appropriate','opening','reserve','void','release','post')")
export class LedgerTransactionRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IdColumn()
  fundId: string;

  @IntColumn()
  no: number;

  @CodeColumn(12)
  kind: EntryKind;

  @CodeColumn(20)
  sourceType: SourceType;

  @IdColumn()
  sourceId: string;

  @IntColumn()
  sourcePart: number;

  @IdColumn({ nullable: true })
  reservationId: string | null;

  @NameColumn(80, { nullable: true })
  documentNo: string | null;

  @LocalDateColumn()
  businessDate: string;

  @FenColumn()
  availableAfterFen: number;

  @InstantColumn()
  recordedAt: number;

  @IdColumn()
  recordedBy: string;
}

/** Added only. */
@Entity({ name: 'ledger_leg', withoutRowid: true })
@Check('ck_ledger_leg_account', "account IN ('granted','available','reserved','paid')")
export class LedgerLegRow {
  @IdColumn({ primary: true })
  transactionId: string;

  @IntColumn({ primary: true })
  no: number;

  @CodeColumn(12)
  account: Account;

  @FenColumn()
  amountFen: number;
}
