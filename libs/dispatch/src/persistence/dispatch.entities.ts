import {
  CodeColumn,
  FactRow,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('dispatch_agreement_fact')
@Index(['centreId', 'agencyId'])
@Check('dispatch_agreement_fact_range', 'valid_from < valid_to')
export class DispatchAgreementFactRow extends FactRow {
  @IdColumn()
  agencyId: string;
  @NameColumn(200, { nullable: true })
  reason: string | null;
  @CodeColumn(64, { nullable: true })
  number: string | null;
  @NameColumn(200, { nullable: true })
  posts: string | null;
  @IntColumn({ nullable: true })
  headcount: number | null;
  @NameColumn(200, { nullable: true })
  pay: string | null;
  @NameColumn(200, { nullable: true })
  insurance: string | null;
  @NameColumn(200, { nullable: true })
  payment: string | null;
  @CodeColumn(16, { nullable: true })
  severance: string | null;
  @NameColumn(200, { nullable: true })
  fee: string | null;
  @CodeColumn(16, { nullable: true })
  tax: string | null;
}

@Entity('own_staff_fact')
@Index(['centreId'])
@Check('own_staff_fact_range', 'valid_from < valid_to')
export class OwnStaffFactRow extends FactRow {
  @IntColumn()
  people: number;
}

@Entity('dispatch_decision')
@Index(['centreId', 'matter'])
export class DispatchDecisionRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @CodeColumn(190)
  matter: string;
  @CodeColumn(16)
  act: string;
  @NameColumn(500)
  reason: string;
  @LocalDateColumn({ nullable: true })
  untilDate: string | null;
  @InstantColumn()
  decidedAt: number;
  @IdColumn()
  decidedBy: string;
}

@Entity('return_evidence')
@Index(['centreId', 'workerNo'])
export class ReturnEvidenceRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @IntColumn()
  workerNo: number;
  @CodeColumn(32)
  kind: string;
  @LocalDateColumn()
  happenedOn: string;
  @NameColumn(200)
  document: string;
  @InstantColumn()
  recordedAt: number;
  @IdColumn()
  recordedBy: string;
  @InstantColumn({ nullable: true })
  withdrawnAt: number | null;
  @IdColumn({ nullable: true })
  withdrawnBy: string | null;
  @NameColumn(200, { nullable: true })
  withdrawnReason: string | null;
}

@Entity('worker_return')
@Index(['centreId', 'lastDay'])
@Index(['centreId', 'workerNo'])
export class WorkerReturnRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @IntColumn()
  workerNo: number;
  @LocalDateColumn()
  lastDay: string;
  @CodeColumn(16)
  ground: string;
  @InstantColumn()
  recordedAt: number;
  @IdColumn()
  recordedBy: string;
}
