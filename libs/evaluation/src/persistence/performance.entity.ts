import { type EntityClass, FactRow, FenColumn, IntColumn, PeriodColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** Result of a month's evaluation; the valid range is the month. */
@Entity('performance_fact')
@Index(['centreId', 'period', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('performance_fact_score', 'score IS NULL OR (score >= 0 AND score <= 100000)')
@Check('performance_fact_coefficient', 'coefficient >= 0 AND coefficient <= 20000')
@Check('performance_fact_award', 'award >= 0')
export class PerformanceFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @PeriodColumn()
  period: string;

  /** Hundredths of a point. */
  @IntColumn({ nullable: true })
  score: number | null;

  /** Ten-thousandths. */
  @IntColumn()
  coefficient: number;

  @FenColumn()
  award: number;
}

export const evaluationEntities: EntityClass[] = [PerformanceFactRow];
