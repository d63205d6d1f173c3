import { CodeColumn, type EntityClass, FactRow, IntColumn, LocalDateColumn, NameColumn, PeriodColumn } from '@gridstaff/persistence';
import { Check, Entity, Index } from 'typeorm';

/** Away from validFrom to validTo, within one month. */
@Entity('absence_fact')
@Index(['centreId', 'validFrom', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('absence_fact_kind', "kind IN ('unpaid', 'sick', 'absent_without_leave', 'paid')")
@Check('absence_fact_days', 'days >= 0 AND days <= 3100')
export class AbsenceFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @CodeColumn(24)
  kind: string;

  @CodeColumn(24, { nullable: true })
  leaveKind: string | null;

  /** Hundredths of a scheduled day. */
  @IntColumn()
  days: number;
}

/** Hundredths of an hour by the kind of day; the valid range is the month. */
@Entity('overtime_fact')
@Index(['centreId', 'period', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('overtime_fact_hours', 'weekday >= 0 AND restday >= 0 AND holiday >= 0 AND weekday + restday + holiday <= 74400')
export class OvertimeFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @PeriodColumn()
  period: string;

  @IntColumn()
  weekday: number;

  @IntColumn()
  restday: number;

  @IntColumn()
  holiday: number;

  /** Of the rest-day hours those taken as time off. */
  @IntColumn({ nullable: true })
  restdayOff: number | null;
}

/** Work outdoors in heat, hundredths of a scheduled day; the valid range is the month. */
@Entity('heat_work_fact')
@Index(['centreId', 'period', 'workerNo'])
@Index(['centreId', 'recordedAt'])
@Check('heat_work_fact_days', 'days >= 0 AND days <= 3100')
export class HeatWorkFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @PeriodColumn()
  period: string;

  @IntColumn()
  days: number;
}

/** Days of a paid leave left in a year, hundredths of a day. */
@Entity('leave_balance_fact')
@Index(['centreId', 'year', 'workerNo'])
@Check('leave_balance_fact_days', 'days >= 0 AND days <= 36600')
export class LeaveBalanceFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @IntColumn()
  year: number;

  @CodeColumn(24)
  kind: string;

  @IntColumn()
  days: number;
}

/** Work at other employers before the first day here, which annual leave counts. */
@Entity('prior_service_fact')
@Index(['centreId', 'workerNo'])
@Check('prior_service_fact_months', 'months >= 0 AND months <= 720')
export class PriorServiceFactRow extends FactRow {
  @IntColumn()
  workerNo: number;

  @IntColumn()
  months: number;

  /** Since when the worker had worked without a gap on coming; null: there was one. */
  @LocalDateColumn({ nullable: true })
  continuousFrom: string | null;

  @NameColumn(200)
  evidence: string;
}

export const attendanceEntities: EntityClass[] = [AbsenceFactRow, OvertimeFactRow, HeatWorkFactRow, LeaveBalanceFactRow, PriorServiceFactRow];
