import { CodeColumn, IdColumn, InstantColumn, IntColumn, LocalDateColumn, TextColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** One round of asking for approval of one subject in exactly one state of it. */
@Entity('approval')
@Index(['subjectType', 'subjectId', 'round'], { unique: true })
@Index(['status', 'centreId'])
export class ApprovalRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @CodeColumn(40)
  subjectType: string;

  @IdColumn()
  subjectId: string;

  /** Digest of what is approved. */
  @CodeColumn(64)
  hash: string;

  /** 1, 2, … : a returned or withdrawn subject starts over in a new round. */
  @IntColumn()
  round: number;

  /** open, passed, returned, withdrawn */
  @CodeColumn(16)
  status: string;

  /** Number of the step whose turn it is; one past the last when passed. */
  @IntColumn()
  nextStep: number;

  @IntColumn()
  version: number;

  @IdColumn()
  openedBy: string;

  @InstantColumn()
  openedAt: number;

  @InstantColumn({ nullable: true })
  closedAt: number | null;
}

@Entity('approval_step')
@Index(['approvalId', 'kind'], { unique: true })
export class ApprovalStepRow {
  @IdColumn({ primary: true })
  approvalId: string;

  @IntColumn({ primary: true })
  no: number;

  @CodeColumn(40)
  kind: string;

  @CodeColumn(64)
  permission: string;

  @IdColumn({ nullable: true })
  decidedBy: string | null;

  @IdColumn({ nullable: true })
  personId: string | null;

  /** The user whose permission a delegate used. */
  @IdColumn({ nullable: true })
  onBehalfOf: string | null;

  /** pass, return */
  @CodeColumn(8, { nullable: true })
  decision: string | null;

  @TextColumn({ nullable: true })
  opinion: string | null;

  @InstantColumn({ nullable: true })
  decidedAt: number | null;
}

/** The key is the separation of duties: a person has one part in a round, so whoever has one cannot take another. */
@Entity('approval_party')
export class ApprovalPartyRow {
  @IdColumn({ primary: true })
  approvalId: string;

  @IdColumn({ primary: true })
  personId: string;

  /** prepared, edited, paid, the kind of the step decided, or delegated */
  @CodeColumn(40)
  part: string;
}

@Entity('approval_delegation')
@Index(['toUserId'])
@Check('approval_delegation_range', 'from_date < to_date')
export class ApprovalDelegationRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  fromUserId: string;

  @IdColumn()
  toUserId: string;

  @CodeColumn(64)
  permission: string;

  @LocalDateColumn()
  fromDate: string;

  /** Exclusive. */
  @LocalDateColumn()
  toDate: string;

  @InstantColumn()
  createdAt: number;

  @InstantColumn({ nullable: true })
  revokedAt: number | null;
}
