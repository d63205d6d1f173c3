import { IsFenText, IsFlag, IsId, IsLocalDate, IsPeriod, IsText, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const SETTLEMENT_SORTS = { period: 'text', runNo: 'number', total: 'number', status: 'text' } as const;

export class SettlementsQuery extends PageQuery(SETTLEMENT_SORTS, '-runNo', 'text') {
  @Optional()
  @IsPeriod()
  period?: string;
}

export class PayBody {
  /** The fund that it comes out of; may be left out while only one has something due. */
  @Optional()
  @IsId()
  fundId?: string;

  /** Left out: all that is still due of the fund. */
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
