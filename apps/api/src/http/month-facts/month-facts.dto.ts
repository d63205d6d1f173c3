import { ABSENCE_KINDS, type AbsenceKind, LEAVE_KINDS, type LeaveKind } from '@gridstaff/attendance';
import {
  IsChoice,
  IsDecimalText,
  IsFenText,
  IsListOf,
  IsLocalDate,
  IsPeriod,
  IsText,
  IsWhole,
  Optional,
} from '../common/fields';
import { PageQuery } from '../common/page.dto';

const MOST_ROWS = 5000;

interface MonthFact {
  workerNo: number;
  recordedAt: number;
}

export const MONTH_ORDERS = {
  workerNo: (fact: MonthFact): number => fact.workerNo,
  recordedAt: (fact: MonthFact): number => fact.recordedAt,
};

/** Absences, overtime and work in heat of a month are one list, in the order of its workers. */
export class MonthQuery extends PageQuery({ workerNo: 'number', recordedAt: 'number' }, 'workerNo', 'text') {
  @IsPeriod()
  period!: string;
}

export class AbsenceBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsChoice(ABSENCE_KINDS)
  kind!: AbsenceKind;

  /** Only with kind `paid`. */
  @Optional()
  @IsChoice(LEAVE_KINDS)
  leaveKind?: LeaveKind;

  @IsLocalDate()
  from!: string;

  /** Exclusive, within the month of `from`. */
  @IsLocalDate()
  to!: string;

  /** Scheduled days missed; "0" takes an earlier entry back. */
  @IsDecimalText()
  days!: string;
}

export class OvertimeBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsPeriod()
  period!: string;

  /** Hours. */
  @Optional()
  @IsDecimalText()
  weekday: string = '0';

  @Optional()
  @IsDecimalText()
  restday: string = '0';

  @Optional()
  @IsDecimalText()
  holiday: string = '0';

  /** Of the rest-day hours those taken as time off. */
  @Optional()
  @IsDecimalText()
  restdayOff: string = '0';
}

export class HeatWorkBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsPeriod()
  period!: string;

  /** Scheduled days with work outdoors at 35 °C or over; "0" takes an earlier entry back. */
  @IsDecimalText()
  days!: string;
}

export class AttendanceBody {
  @Optional()
  @IsListOf(() => AbsenceBody, MOST_ROWS)
  absences: AbsenceBody[] = [];

  @Optional()
  @IsListOf(() => OvertimeBody, MOST_ROWS)
  overtime: OvertimeBody[] = [];

  @Optional()
  @IsListOf(() => HeatWorkBody, MOST_ROWS)
  heatWork: HeatWorkBody[] = [];

  @Optional()
  @IsText(500)
  reason?: string;
}

export class RetractBody {
  @IsText(500)
  reason!: string;
}

export class PerformanceBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsPeriod()
  period!: string;

  @Optional()
  @IsDecimalText()
  score?: string;

  /** At most four places: "0.95". */
  @IsText(8)
  coefficient!: string;

  @Optional()
  @IsFenText()
  award: string = '0';
}

export class PerformancesBody {
  @IsListOf(() => PerformanceBody, MOST_ROWS)
  results!: PerformanceBody[];
}
