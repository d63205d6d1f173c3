import type { Id } from '@gridstaff/kernel';
import { CodeColumn, Database, FactRow, FlagColumn, IntColumn, NameColumn } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { Check, Entity, Index } from 'typeorm';
import { type TagDefinitionFact, TagStore } from '../domain/tags';
import { FACT_PROPERTIES, Rows } from './rows';
import { WorkerFactRow } from './worker.entities';

@Entity('tag_fact')
@Index(['centreId', 'code'])
@Check('tag_fact_range', 'valid_from < valid_to')
export class TagFactRow extends FactRow {
  @CodeColumn(32)
  code: string;
  @NameColumn(20)
  nameZh: string;
  @NameColumn(30)
  nameEn: string;
  @CodeColumn(8)
  tone: string;
  @IntColumn()
  sortOrder: number;
  @FlagColumn()
  inUse: boolean;
}

/** Whether somebody bears a tag. */
@Entity('worker_tag_fact')
@Index(['centreId', 'workerNo'])
@Index(['centreId', 'tagCode'])
@Check('worker_tag_fact_range', 'valid_from < valid_to')
export class WorkerTagFactRow extends WorkerFactRow {
  @CodeColumn(32)
  tagCode: string;
  @FlagColumn()
  held: boolean;
}

const tags = new Rows<TagDefinitionFact>(
  'tag_fact',
  [...FACT_PROPERTIES, 'code', 'nameZh', 'nameEn', 'tone', 'sortOrder', 'inUse'],
  ['retracted', 'inUse'],
);

@Injectable()
export class SqlTagStore extends TagStore {
  constructor(private readonly db: Database) {
    super();
  }

  async facts(centreId: Id): Promise<TagDefinitionFact[]> {
    const rows = await tags.select(this.db, 't.centre_id = ?', [centreId]);
    return rows.map((row) => ({ ...row, recordedAt: Number(row.recordedAt) }));
  }

  insert(facts: readonly TagDefinitionFact[]): Promise<void> {
    return tags.insert(this.db, facts);
  }
}
