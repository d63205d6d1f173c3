import {
  type FillRequest,
  HOURS_CYCLES,
  HOURS_SYSTEMS,
  type HoursCycle,
  type HoursSystem,
  SHIFT_COLOURS,
  type ShiftColour,
} from '@gridstaff/attendance';
import {
  IsChoice,
  IsDecimalText,
  IsId,
  IsListOf,
  IsListOfWhole,
  IsLocalDate,
  IsText,
  IsWhole,
  Optional,
} from '../common/fields';
import { CellBody } from './month-sheets.dto';

const MOST_CELLS = 20_000;
const MOST_PEOPLE = 5_000;
const LONGEST_PATTERN = 62;

export class ShiftsQuery {
  /** Shifts in force on this day. */
  @IsLocalDate()
  on!: string;
}

export class ShiftBody {
  @IsText(8)
  code!: string;

  @IsText(40)
  name!: string;

  /** One or two letters for the cells of a schedule. */
  @IsText(2)
  mark!: string;

  /** Time of day, `08:30`. */
  @IsText(5)
  starts!: string;

  /** The same; not after the start: on the following day. */
  @IsText(5)
  ends!: string;

  /** Unpaid minutes in between. */
  @IsWhole(0, 1440)
  rest!: number;

  /** Paid hours. */
  @IsDecimalText()
  paid!: string;

  @IsChoice(SHIFT_COLOURS)
  colour!: ShiftColour;

  /** First day on which the shift has these times. */
  @IsLocalDate()
  from!: string;
}

export class ShiftEndBody {
  /** First day without it. */
  @IsLocalDate()
  from!: string;
}

export class PatternDayBody {
  /** Mark, code or name of a shift; 休 for a day off. */
  @IsText(40)
  shift!: string;
}

export class PatternBody {
  @IsText(40)
  name!: string;

  /** One day after the other; empty: the pattern is taken away. */
  @IsListOf(() => PatternDayBody, LONGEST_PATTERN)
  days!: PatternDayBody[];
}

export class HoursQuery {
  /** What holds on this day or later. */
  @IsLocalDate()
  from!: string;
}

export class HoursBody {
  /** Everybody below this unit; or `workerNo`. */
  @Optional()
  @IsId()
  unitId?: string;

  @Optional()
  @IsWhole(1, 999_999_999)
  workerNo?: number;

  @IsChoice(HOURS_SYSTEMS)
  system!: HoursSystem;

  /** Of comprehensive hours alone. */
  @Optional()
  @IsChoice(HOURS_CYCLES)
  cycle?: HoursCycle;

  /** Approval of the labour authority; needed unless standard. */
  @Optional()
  @IsText(200)
  document?: string;

  @IsLocalDate()
  from!: string;

  /** Last day of the approval; left out: until further notice. */
  @Optional()
  @IsLocalDate()
  until?: string;
}

export class PlanCellsBody {
  /** Marks, codes or names of shifts; 休 for a day off, empty: nothing is planned. */
  @IsListOf(() => CellBody, MOST_CELLS)
  cells!: CellBody[];
}

export class FillBody {
  @IsChoice(['pattern', 'copy'])
  by!: FillRequest['by'];

  /** Of a rotation, one day after the other. */
  @Optional()
  @IsListOf(() => PatternDayBody, LONGEST_PATTERN)
  days?: PatternDayBody[];

  /** Of a rotation: the day of the month with which it begins. */
  @Optional()
  @IsWhole(1, 31)
  fromDay?: number;

  /** Of a rotation: by so many days each further person begins later in it. */
  @Optional()
  @IsWhole(0, LONGEST_PATTERN)
  stagger?: number;

  /** Left out: the whole team. */
  @Optional()
  @IsListOfWhole(MOST_PEOPLE)
  workerNos?: number[];
}
