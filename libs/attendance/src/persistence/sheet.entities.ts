import { CodeColumn, type EntityClass, FactRow, IdColumn, InstantColumn, IntColumn, JsonColumn, PeriodColumn, TextColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** Days of a worker that were marked in a month sheet; the valid range is the month. */
@Entity('day_mark_fact')
@Index(['centreId', 'period', 'workerNo'])
@Check('day_mark_fact_bits', 'present >= 0 AND heat >= 0')
export class DayMarkFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @PeriodColumn()
  period: string;

  /** Bit n: day n + 1. */
  @IntColumn()
  present: number;

  @IntColumn()
  heat: number;

  /** Hundredths of an hour by day, `06:300,07:800`. */
  @TextColumn({ nullable: true })
  overtime: string | null;
}

/** Who answers for the attendance of a unit and those below it. */
@Entity('team_head')
@Index(['userId'])
export class TeamHeadRow {
  @IdColumn({ primary: true })
  centreId: string;

  @IdColumn({ primary: true })
  unitId: string;

  @IdColumn({ primary: true })
  userId: string;
}

@Entity('month_sheet')
@Index(['centreId', 'period', 'unitId'], { unique: true })
@Check('month_sheet_status', "status IN ('submitted', 'approved', 'returned', 'withdrawn')")
export class MonthSheetRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @PeriodColumn()
  period: string;

  @IdColumn()
  unitId: string;

  @CodeColumn(16)
  status: string;

  /** Of the content that was submitted. */
  @CodeColumn(64)
  hash: string;

  @IdColumn()
  submittedBy: string;

  @InstantColumn()
  submittedAt: number;

  @IntColumn()
  version: number;
}

/** The close of a month's attendance; a month without a row is open. */
@Entity('month_close')
@Index(['centreId', 'period'], { unique: true })
@Check('month_close_status', "status IN ('open', 'closed', 'reopening')")
export class MonthCloseRow {
  @IdColumn({ primary: true })
  id: string;

  @IdColumn()
  centreId: string;

  @PeriodColumn()
  period: string;

  @CodeColumn(16)
  status: string;

  @IdColumn({ nullable: true })
  closedBy: string | null;

  @InstantColumn({ nullable: true })
  closedAt: number | null;

  /** What was open when it was closed. */
  @JsonColumn({ nullable: true })
  exceptions: string | null;

  @TextColumn({ nullable: true })
  reason: string | null;

  @IntColumn()
  version: number;
}

export const sheetEntities: EntityClass[] = [DayMarkFactRow, TeamHeadRow, MonthSheetRow, MonthCloseRow];
