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

const MOST_ROWS = 5000;

export class MonthQuery {
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
}

export class AttendanceBody {
  @Optional()
  @IsListOf(() => AbsenceBody, MOST_ROWS)
  absences: AbsenceBody[] = [];

  @Optional()
  @IsListOf(() => OvertimeBody, MOST_ROWS)
  overtime: OvertimeBody[] = [];

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
