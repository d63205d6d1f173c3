import { CodeColumn, IntColumn, LocalDateColumn, NameColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';
import { WorkerFactRow } from './worker.entities';

@Entity('education_fact')
@Index(['centreId', 'workerNo'])
@Check('education_fact_range', 'valid_from < valid_to')
export class EducationFactRow extends WorkerFactRow {
  @CodeColumn(16)
  level: string;
  @NameColumn(80, { nullable: true })
  school: string | null;
  @LocalDateColumn({ nullable: true })
  graduatedOn: string | null;
}

@Entity('political_fact')
@Index(['centreId', 'workerNo'])
@Check('political_fact_range', 'valid_from < valid_to')
export class PoliticalFactRow extends WorkerFactRow {
  @CodeColumn(24)
  politicalStatus: string;
}

@Entity('address_fact')
@Index(['centreId', 'workerNo'])
@Check('address_fact_range', 'valid_from < valid_to')
export class AddressFactRow extends WorkerFactRow {
  @CodeColumn(16)
  addressUse: string;
  @CodeColumn(1000)
  addressCipher: string;
  @CodeColumn(64)
  addressIndex: string;
}

@Entity('contact_fact')
@Index(['centreId', 'workerNo'])
@Check('contact_fact_range', 'valid_from < valid_to')
export class ContactFactRow extends WorkerFactRow {
  @IntColumn()
  position: number;
  @CodeColumn(16)
  relation: string;
  @CodeColumn(500)
  contactNameCipher: string;
  @CodeColumn(255)
  contactPhoneCipher: string;
  @CodeColumn(64)
  contactIndex: string;
}

@Entity('other_phone_fact')
@Index(['centreId', 'workerNo'])
@Check('other_phone_fact_range', 'valid_from < valid_to')
export class OtherPhoneFactRow extends WorkerFactRow {
  @CodeColumn(16)
  phoneUse: string;
  @CodeColumn(255)
  otherPhoneCipher: string;
  @CodeColumn(64)
  otherPhoneIndex: string;
}
