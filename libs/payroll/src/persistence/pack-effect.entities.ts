import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  JsonColumn,
  PeriodColumn,
  TextColumn,
} from '@gridstaff/persistence';
import { Entity, Index } from 'typeorm';

/** Somebody's question what a pack would change; kept for a day. */
@Entity('pack_effect')
@Index(['requestedAt'])
export class PackEffectRow {
  @IdColumn({ primary: true })
  id: string;

  @TextColumn()
  text: string;

  @CodeColumn(64)
  hash: string;

  /** Fingerprint of the law that it was asked against. */
  @CodeColumn(64)
  basis: string;

  /** Those whose pay the asker may see. */
  @JsonColumn()
  centres: string[];

  @IdColumn()
  requestedBy: string;

  @InstantColumn()
  requestedAt: number;

  @IdColumn()
  jobId: string;
}

/** What one part of its job found: some people of a month. */
@Entity('pack_effect_part')
export class PackEffectPartRow {
  @IdColumn({ primary: true })
  effectId: string;

  @IntColumn({ primary: true })
  no: number;

  @IdColumn()
  centreId: string;

  @PeriodColumn()
  period: string;

  @TextColumn()
  result: string;
}
