import type { Id } from '@gridstaff/kernel';
import { CodeColumn, Database, FactRow, FlagColumn, IntColumn, NameColumn } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { Check, Entity, Index } from 'typeorm';
import type { DocumentKindFact } from '../domain/documents';
import { DocumentKindStore } from '../domain/document-kind-store';
import { FACT_PROPERTIES, Rows } from './rows';

@Entity('document_kind_fact')
@Index(['centreId', 'subject', 'code'])
@Check('document_kind_fact_range', 'valid_from < valid_to')
export class DocumentKindFactRow extends FactRow {
  @CodeColumn(16)
  subject: string;
  @CodeColumn(32)
  code: string;
  @NameColumn(40)
  nameZh: string;
  @NameColumn(60)
  nameEn: string;
  @FlagColumn()
  sensitive: boolean;
  @IntColumn()
  sortOrder: number;
  /** False takes the kind out of use from the first day on. */
  @FlagColumn()
  inUse: boolean;
}

const kinds = new Rows<DocumentKindFact>(
  'document_kind_fact',
  [...FACT_PROPERTIES, 'subject', 'code', 'nameZh', 'nameEn', 'sensitive', 'sortOrder', 'inUse'],
  ['retracted', 'sensitive', 'inUse'],
);

@Injectable()
export class SqlDocumentKindStore extends DocumentKindStore {
  constructor(private readonly db: Database) {
    super();
  }

  async facts(centreId: Id): Promise<DocumentKindFact[]> {
    const rows = await kinds.select(this.db, 't.centre_id = ?', [centreId]);
    return rows.map((row) => ({ ...row, recordedAt: Number(row.recordedAt) }));
  }

  insert(facts: readonly DocumentKindFact[]): Promise<void> {
    return kinds.insert(this.db, facts);
  }
}
