import { IsListOf, IsLocalDate, IsText, IsWhole, Optional } from '../common/fields';

const MOST_ROWS = 2000;
/** See `LONGEST_AREA` of libs/roster. */
const LONGEST_AREA = 60_000;

export class UnitSeatsBody {
  @IsText(32)
  unitCode!: string;

  @IsText(32)
  postCode!: string;

  /** 0 takes the post out of the unit. */
  @IsWhole(0, 100_000)
  seats!: number;

  @IsLocalDate()
  from!: string;
}

export class SeatsBody {
  @IsListOf(() => UnitSeatsBody, MOST_ROWS)
  seats!: UnitSeatsBody[];
}

export class UnitAreaBody {
  @IsText(32)
  unitCode!: string;

  /** GeoJSON text: a Polygon or MultiPolygon, 2,000 positions at most. */
  @IsText(LONGEST_AREA)
  area!: string;

  @IsLocalDate()
  from!: string;
}

export class CloseUnitBody {
  @IsLocalDate()
  lastDay!: string;

  /** Code of the grid that takes everybody over; needed where anybody is on it. */
  @Optional()
  @IsText(32)
  moveTo?: string;

  @IsText(200)
  reason!: string;
}

export class CoverageQuery {
  @IsLocalDate()
  from!: string;

  /** Last day, inclusive; 366 days at most. */
  @IsLocalDate()
  until!: string;

  /** Code of a unit: its grids and those below it. */
  @Optional()
  @IsText(32)
  unit?: string;
}
