import { IsText, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

export class CardChangesQuery extends PageQuery({ proposedAt: 'number', workerNo: 'number' }, 'proposedAt', 'text') {}

export class ApproveCardBody {
  /** Of the change that was looked at. */
  @IsText(64)
  hash!: string;

  @Optional()
  @IsText(200)
  opinion?: string;
}

export class ReturnCardBody {
  @IsText(64)
  hash!: string;

  @IsText(200)
  reason!: string;
}

export class WithdrawCardBody {
  @IsText(200)
  reason!: string;
}
