import {
  CodeColumn,
  FactRow,
  FenColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('worker')
@Index(['no'], { unique: true })
@Index(['centreId', 'idIndex'], { unique: true })
@Index(['centreId', 'no'])
@Index(['centreId', 'name'])
@Index(['centreId', 'idTailIndex'])
@Index(['centreId', 'nameSort', 'no'])
@Index(['searchVersion'])
export class WorkerRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @IntColumn()
  no: number;
  @NameColumn(60)
  name: string;
  @CodeColumn(20)
  idKind: string;
  @CodeColumn(255)
  idCipher: string;
  @CodeColumn(64)
  idIndex: string;
  @CodeColumn(64, { nullable: true })
  idTailIndex: string | null;
  @CodeColumn(160, { nullable: true })
  nameSort: string | null;
  @IntColumn({ nullable: true })
  searchVersion: number | null;
  @IntColumn()
  birthYear: number;
  @CodeColumn(6)
  sex: string;
  @CodeColumn(255)
  dataKey: string;
  @InstantColumn()
  createdAt: number;
  @IdColumn()
  createdBy: string;
}

@Entity('worker_counter')
export class WorkerCounterRow {
  @IntColumn({ primary: true })
  id: number;
  @IntColumn()
  lastNo: number;
}

/** One table per kind of fact. */
export abstract class WorkerFactRow extends FactRow {
  @IntColumn()
  workerNo: number;
  @NameColumn(200, { nullable: true })
  reason: string | null;
}

@Entity('engagement_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('engagement_fact_range', 'valid_from < valid_to')
export class EngagementFactRow extends WorkerFactRow {
  @IdColumn()
  agencyId: string;
  @CodeColumn(16)
  status: string;
  @LocalDateColumn()
  joinedOn: string;
  @CodeColumn(24, { nullable: true })
  endReason: string | null;
  @CodeColumn(24, { nullable: true })
  statusReason: string | null;
  @FenColumn({ nullable: true })
  contractWage: number | null;
  @FenColumn({ nullable: true })
  lowestSamePost: number | null;
}

@Entity('assignment_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Index(['centreId', 'orgUnitId'])
@Check('assignment_fact_range', 'valid_from < valid_to')
export class AssignmentFactRow extends WorkerFactRow {
  @IdColumn()
  orgUnitId: string;
  @FlagColumn()
  covering: boolean;
}

@Entity('grade_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('grade_fact_range', 'valid_from < valid_to')
export class GradeFactRow extends WorkerFactRow {
  @CodeColumn(32)
  gradeCode: string;
  @CodeColumn(32)
  postCode: string;
}

@Entity('certificate_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('certificate_fact_range', 'valid_from < valid_to')
export class CertificateFactRow extends WorkerFactRow {
  @CodeColumn(32)
  code: string;
  @NameColumn(60, { nullable: true })
  number: string | null;
  @LocalDateColumn({ nullable: true })
  issuedOn: string | null;
}

@Entity('contribution_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('contribution_fact_range', 'valid_from < valid_to')
export class ContributionFactRow extends WorkerFactRow {
  @FlagColumn()
  insured: boolean;
  @FenColumn()
  insuranceBase: number;
  @FlagColumn()
  fundMember: boolean;
  @FenColumn()
  fundBase: number;
  @CodeColumn(20)
  fundEmployerRate: string;
  @CodeColumn(20)
  fundEmployeeRate: string;
}

@Entity('bank_card_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('bank_card_fact_range', 'valid_from < valid_to')
export class BankCardFactRow extends WorkerFactRow {
  @CodeColumn(255)
  cardCipher: string;
  @CodeColumn(64)
  cardIndex: string;
  @NameColumn(80, { nullable: true })
  bankName: string | null;
}

@Entity('phone_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'phoneIndex'])
@Index(['centreId', 'phoneTailIndex'])
@Check('phone_fact_range', 'valid_from < valid_to')
export class PhoneFactRow extends WorkerFactRow {
  @CodeColumn(255)
  phoneCipher: string;
  @CodeColumn(64)
  phoneIndex: string;
  @CodeColumn(64, { nullable: true })
  phoneTailIndex: string | null;
}

@Entity('contract_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'validTo'])
@Check('contract_fact_range', 'valid_from < valid_to')
export class ContractFactRow extends WorkerFactRow {
  @IdColumn()
  agencyId: string;
  @CodeColumn(64, { nullable: true })
  contractNo: string | null;
  @CodeColumn(16)
  postKind: string;
  @FlagColumn()
  fullTime: boolean;
  @LocalDateColumn()
  startsOn: string;
  @LocalDateColumn({ nullable: true })
  endsOn: string | null;
  @LocalDateColumn({ nullable: true })
  probationEndsOn: string | null;
  @LocalDateColumn({ nullable: true })
  signedOn: string | null;
}

@Entity('protection_fact')
@Index(['centreId', 'workerNo'])
@Check('protection_fact_range', 'valid_from < valid_to')
export class ProtectionFactRow extends WorkerFactRow {
  @CodeColumn(32)
  ground: string;
  @CodeColumn(1000)
  evidenceCipher: string;
}

@Entity('identity_card_fact')
@Index(['centreId', 'workerNo'])
@Check('identity_card_fact_range', 'valid_from < valid_to')
export class IdentityCardFactRow extends WorkerFactRow {
  @LocalDateColumn()
  validUntil: string;
}

@Entity('retirement_fact')
@Index(['centreId', 'workerNo'])
@Check('retirement_fact_range', 'valid_from < valid_to')
export class RetirementFactRow extends WorkerFactRow {
  @CodeColumn(16)
  category: string;
}
