import type { Id } from '@gridstaff/kernel';
import { CodeColumn, Database, FactRow, FlagColumn, IntColumn, NameColumn, TextColumn } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { Check, Entity, Index } from 'typeorm';
import { type CustomFieldFact, CustomFieldStore } from '../domain/custom-fields';
import { FACT_PROPERTIES, Rows } from './rows';
import { WorkerFactRow } from './worker.entities';

@Entity('custom_field_fact')
@Index(['centreId', 'code'])
@Check('custom_field_fact_range', 'valid_from < valid_to')
export class CustomFieldFactRow extends FactRow {
  @CodeColumn(32)
  code: string;
  @NameColumn(40)
  nameZh: string;
  @NameColumn(60)
  nameEn: string;
  @CodeColumn(16)
  fieldType: string;
  @TextColumn()
  choices: string;
  @IntColumn()
  sortOrder: number;
  @FlagColumn()
  inUse: boolean;
}

/** What is known of a person under a field of the centre; all values null: nothing any more. */
@Entity('worker_field_fact')
@Index(['centreId', 'workerNo'])
@Check('worker_field_fact_range', 'valid_from < valid_to')
export class WorkerFieldFactRow extends WorkerFactRow {
  @CodeColumn(32)
  fieldCode: string;
  @NameColumn(200, { nullable: true })
  fieldValue: string | null;
  @CodeColumn(1000, { nullable: true })
  fieldCipher: string | null;
  @CodeColumn(64, { nullable: true })
  fieldIndex: string | null;
}

const fields = new Rows<CustomFieldFact>(
  'custom_field_fact',
  [...FACT_PROPERTIES, 'code', 'nameZh', 'nameEn', 'fieldType', 'choices', 'sortOrder', 'inUse'],
  ['retracted', 'inUse'],
);

@Injectable()
export class SqlCustomFieldStore extends CustomFieldStore {
  constructor(private readonly db: Database) {
    super();
  }

  async facts(centreId: Id): Promise<CustomFieldFact[]> {
    const rows = await fields.select(this.db, 't.centre_id = ?', [centreId]);
    return rows.map((row) => ({ ...row, recordedAt: Number(row.recordedAt) }));
  }

  insert(facts: readonly CustomFieldFact[]): Promise<void> {
    return fields.insert(this.db, facts);
  }
}
