import {
  CodeColumn,
  FactRow,
  FenColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  LocalDateColumn,
  NameColumn,
  TextColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('centre')
@Index(['code'], { unique: true })
export class CentreRow {
  @IdColumn({ primary: true })
  id: string;
  @CodeColumn(32)
  code: string;
  @NameColumn(80)
  name: string;
  @CodeColumn(6)
  region: string;
  @JsonColumn()
  settings: object;
  @InstantColumn()
  createdAt: number;
}

@Entity('org_unit')
@Index(['centreId', 'code'], { unique: true })
export class OrgUnitRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @CodeColumn(32)
  code: string;
  @InstantColumn()
  createdAt: number;
}

@Entity('org_unit_fact')
@Index(['centreId', 'orgUnitId'])
@Index(['centreId', 'parentId'])
@Check('org_unit_fact_range', 'valid_from < valid_to')
export class OrgUnitFactRow extends FactRow {
  @IdColumn()
  orgUnitId: string;
  @NameColumn(80)
  name: string;
  @CodeColumn(16)
  kind: string;
  @IdColumn({ nullable: true })
  parentId: string | null;
  @IntColumn({ nullable: true })
  households: number | null;
  @IntColumn({ nullable: true })
  population: number | null;
  @IntColumn({ nullable: true })
  quota: number | null;
}

@Entity('agency')
@Index(['centreId', 'code'], { unique: true })
@Index(['centreId', 'name'], { unique: true })
export class AgencyRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @CodeColumn(32)
  code: string;
  @NameColumn(80)
  name: string;
  @CodeColumn(64, { nullable: true })
  licenceNo: string | null;
  @LocalDateColumn({ nullable: true })
  licenceUntil: string | null;
  @CodeColumn(32, { nullable: true })
  taxNo: string | null;
  @NameColumn(80, { nullable: true })
  bankName: string | null;
  @CodeColumn(40, { nullable: true })
  bankAccount: string | null;
  @InstantColumn()
  createdAt: number;
}

@Entity('agency_detail_fact')
@Index(['centreId', 'agencyId'])
@Check('agency_detail_fact_range', 'valid_from < valid_to')
export class AgencyDetailFactRow extends FactRow {
  @IdColumn()
  agencyId: string;
  @CodeColumn(64, { nullable: true })
  licenceNo: string | null;
  @LocalDateColumn({ nullable: true })
  licenceUntil: string | null;
  @CodeColumn(32, { nullable: true })
  taxNo: string | null;
  @NameColumn(80, { nullable: true })
  bankName: string | null;
  @CodeColumn(40, { nullable: true })
  bankAccount: string | null;
}

@Entity('agency_fee_fact')
@Index(['centreId', 'agencyId'])
@Check('agency_fee_fact_range', 'valid_from < valid_to')
export class AgencyFeeFactRow extends FactRow {
  @IdColumn()
  agencyId: string;
  @CodeColumn(16)
  kind: string;
  @FenColumn()
  amount: number;
  @CodeColumn(20)
  rate: string;
  @TextColumn({ nullable: true })
  tiers: string | null;
}

@Entity('pay_grade')
@Index(['centreId', 'code'], { unique: true })
export class PayGradeRow {
  @IdColumn({ primary: true })
  id: string;
  @IdColumn()
  centreId: string;
  @CodeColumn(32)
  code: string;
  @NameColumn(80)
  name: string;
  @CodeColumn(32)
  postCode: string;
  @InstantColumn()
  createdAt: number;
}

@Entity('grade_standard_fact')
@Index(['centreId', 'gradeCode'])
@Check('grade_standard_fact_range', 'valid_from < valid_to')
export class GradeStandardFactRow extends FactRow {
  @CodeColumn(32)
  gradeCode: string;
  @FenColumn()
  base: number;
  @FenColumn()
  post: number;
  @FenColumn()
  performance: number;
}

@Entity('certificate_standard_fact')
@Index(['centreId', 'code'])
@Check('certificate_standard_fact_range', 'valid_from < valid_to')
export class CertificateStandardFactRow extends FactRow {
  @CodeColumn(32)
  code: string;
  @FenColumn()
  amount: number;
}
