import {
  CodeColumn,
  IdColumn,
  InstantColumn,
  IntColumn,
  LocalDateColumn,
  NameColumn,
  PeriodColumn,
} from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** A decision about a fact recorded after a cut-off; the last one about a fact holds. */
@Entity('late_decision')
@Index(['centreId', 'factId'])
@Check('late_decision_kind', "decision IN ('retro', 'next_month', 'refuse')")
@Check('late_decision_from', "(decision = 'next_month') = (from_period IS NOT NULL)")
export class LateDecisionRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @IdColumn()
  factId: string;

  @CodeColumn(24)
  factKind: string;

  @IntColumn({ nullable: true })
  workerNo: number | null;

  @CodeColumn(40, { nullable: true })
  factKey: string | null;

  @LocalDateColumn()
  validFrom: string;

  @LocalDateColumn()
  validTo: string;

  @CodeColumn(12)
  decision: string;

  @PeriodColumn({ nullable: true })
  fromPeriod: string | null;

  @NameColumn(500, { nullable: true })
  reason: string | null;

  @InstantColumn()
  decidedAt: number;

  @IdColumn()
  decidedBy: string;
}
