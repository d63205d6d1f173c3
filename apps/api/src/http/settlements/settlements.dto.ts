import { IsFenText, IsFlag, IsLocalDate, IsPeriod, IsText, Optional } from '../common/fields';

export class SettlementsQuery {
  @Optional()
  @IsPeriod()
  period?: string;
}

export class PayBody {
  /** Left out: all that is still due. */
  @Optional()
  @IsFenText()
  amount?: string;

  @IsText(100)
  documentNo!: string;

  @IsLocalDate()
  paidOn!: string;

  /** No further payment follows although something is left; `reason` says why. */
  @Optional()
  @IsFlag()
  final?: boolean;

  @Optional()
  @IsText(500)
  reason?: string;
}
