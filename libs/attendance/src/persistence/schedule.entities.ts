import { CodeColumn, type EntityClass, FactRow, IdColumn, IntColumn, NameColumn, PeriodColumn, TextColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

@Entity('shift_fact')
@Index(['centreId', 'code'])
@Check('shift_fact_times', 'starts >= 0 AND starts < 1440 AND ends > starts AND ends - starts <= 1440 AND rest >= 0 AND paid >= 0')
export class ShiftFactRow extends FactRow {
  @CodeColumn(8)
  code: string;

  @NameColumn(40)
  name: string;

  @NameColumn(4)
  mark: string;

  /** Minutes after midnight. */
  @IntColumn()
  starts: number;

  /** The same; beyond 1440: on the following day. */
  @IntColumn()
  ends: number;

  @IntColumn()
  rest: number;

  /** Hundredths of an hour. */
  @IntColumn()
  paid: number;

  @CodeColumn(16)
  colour: string;
}

/** What a worker is planned to do in a month; the valid range is the month. */
@Entity('schedule_fact')
@Index(['centreId', 'period', 'workerNo'])
export class ScheduleFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @PeriodColumn()
  period: string;

  /** `01:D,02:-` */
  @TextColumn()
  days: string;
}

/** Working-time system of a unit or a person. */
@Entity('hours_fact')
@Index(['centreId', 'subject'])
@Check('hours_fact_system', "system IN ('standard', 'comprehensive', 'flexible')")
export class HoursFactRow extends FactRow {
  @CodeColumn(48)
  subject: string;

  @CodeColumn(16)
  system: string;

  @CodeColumn(8, { nullable: true })
  cycle: string | null;

  @NameColumn(200, { nullable: true })
  document: string | null;
}

@Entity('shift_pattern')
export class ShiftPatternRow {
  @IdColumn({ primary: true })
  centreId: string;

  @NameColumn(40, { primary: true })
  name: string;

  /** Codes of shifts, one day after the other. */
  @TextColumn()
  codes: string;
}

export const scheduleEntities: EntityClass[] = [ShiftFactRow, ScheduleFactRow, HoursFactRow, ShiftPatternRow];
