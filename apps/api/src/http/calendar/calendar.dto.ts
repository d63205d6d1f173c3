import { IsFlag, IsQueryWhole, IsText, IsWhole, Optional } from '../common/fields';

/** Years that a calendar file may be about. */
const [FIRST, LAST] = [2000, 2100];

export class CalendarQuery {
  @IsQueryWhole(FIRST, LAST)
  year!: number;
}

export class LoadYearBody {
  /** The year's schedule as the YAML of the calendar files. */
  @IsText(100_000)
  text!: string;

  /** A year that is there already is changed only when this says so. */
  @Optional()
  @IsFlag()
  replace: boolean = false;
}

export class CutOffBody {
  /** Epoch milliseconds. */
  @IsWhole(0, Number.MAX_SAFE_INTEGER)
  cutOffAt!: number;
}

export class ReasonBody {
  @IsText(500)
  reason!: string;
}
