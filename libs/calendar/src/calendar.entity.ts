import { CodeColumn, type EntityClass, IdColumn, InstantColumn, IntColumn, LocalDateColumn, NameColumn, PeriodColumn, TextColumn } from '@gridstaff/persistence';
import { Check, Entity } from 'typeorm';

/** A year that a calendar covers. */
@Entity('calendar_year')
export class CalendarYearRow {
  /** `CN`: the national calendar. */
  @CodeColumn(10, { primary: true })
  calendar: string;

  @IntColumn({ primary: true })
  year: number;

  /** The notice and the law it is taken from. */
  @TextColumn()
  source: string;

  /** Of the canonical content of the year. */
  @CodeColumn(64)
  sha256: string;

  @InstantColumn()
  loadedAt: number;

  /** Null: came with the program. */
  @IdColumn({ nullable: true })
  loadedBy: string | null;
}

/** Every day of a covered year. */
@Entity('calendar_day')
@Check('calendar_day_kind', "kind IN ('workday', 'restday', 'statutory')")
export class CalendarDayRow {
  @CodeColumn(10, { primary: true })
  calendar: string;

  @LocalDateColumn({ primary: true })
  date: string;

  @CodeColumn(10)
  kind: string;

  @NameColumn(40, { nullable: true })
  name: string | null;

  @NameColumn(60, { nullable: true })
  nameEn: string | null;
}

/** What was decided about a work month of a centre; a month without a row is open and has no cut-off. */
@Entity('centre_period')
@Check('centre_period_status', "status IN ('open', 'locked')")
export class CentrePeriodRow {
  @IdColumn({ primary: true })
  centreId: string;

  @PeriodColumn({ primary: true })
  period: string;

  @CodeColumn(10)
  status: string;

  /** From here on new facts of the month are late changes. */
  @InstantColumn({ nullable: true })
  cutOffAt: number | null;

  @IdColumn({ nullable: true })
  lockedBy: string | null;

  @InstantColumn({ nullable: true })
  lockedAt: number | null;

  @IntColumn()
  version: number;
}

export const calendarEntities: EntityClass[] = [CalendarYearRow, CalendarDayRow, CentrePeriodRow];
