import { EQUAL_PAY_SIDES, type EqualPaySide } from '@gridstaff/reporting';
import { IsChoice, IsPeriod, IsText, Optional } from '../common/fields';

export class EqualPayQueryDto {
  /** A month whose regular run is paid; default the newest. */
  @Optional()
  @IsPeriod()
  period?: string;

  /** Default by agency; the others need `run:read`. */
  @Optional()
  @IsChoice(EQUAL_PAY_SIDES)
  by?: EqualPaySide;

  /** Code of a standard item, or `*` for their sum, which is the default. */
  @Optional()
  @IsText(40)
  item?: string;
}
