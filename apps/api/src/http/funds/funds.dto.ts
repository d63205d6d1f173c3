import {
  IsChoice,
  IsFenText,
  IsFreeObject,
  IsId,
  IsListOf,
  IsLocalDate,
  IsQueryWhole,
  IsText,
  Optional,
} from '../common/fields';
import { PageQuery } from '../common/page.dto';

export class FundsQuery {
  /** Left out: the last year that has funds. */
  @Optional()
  @IsQueryWhole(2000, 2100)
  year?: number;

  /** Progress as of this date; left out: today. */
  @Optional()
  @IsLocalDate()
  on?: string;
}

const MOVEMENT_SORTS = { no: 'number', businessDate: 'date', availableAfter: 'number' } as const;

export class MovementsQuery extends PageQuery(MOVEMENT_SORTS, '-no') {}

const APPROPRIATION_SORTS = {
  effectiveOn: 'date',
  recordedAt: 'number',
  amount: 'number',
  documentNo: 'text',
} as const;

export class AppropriationsQuery extends PageQuery(APPROPRIATION_SORTS, 'recordedAt', 'text') {}

export class LoadBudgetBody {
  /** The published budget as its JSON document; checked by its own reader. */
  @IsFreeObject()
  document!: Record<string, unknown>;
}

export class AppropriationBody {
  @IsChoice(['supplement', 'reduction', 'carry_over'])
  kind!: 'supplement' | 'reduction' | 'carry_over';

  /** Signed: a reduction is below zero. */
  @IsFenText()
  amount!: string;

  @IsText(100)
  documentNo!: string;

  @IsLocalDate()
  effectiveOn!: string;

  @Optional()
  @IsText(500)
  reason?: string;
}

export class AdjustmentBody {
  @IsId()
  fromFundId!: string;

  @IsId()
  toFundId!: string;

  @IsFenText()
  amount!: string;

  @IsText(100)
  documentNo!: string;

  @IsLocalDate()
  effectiveOn!: string;

  @Optional()
  @IsText(500)
  reason?: string;
}

export class FundShareBody {
  /** Code or name of a fund, the same in every year. */
  @IsText(120)
  fund!: string;

  /** Per cent, at most two decimals. */
  @IsText(8)
  percent!: string;
}

export class FundSplitBody {
  @IsLocalDate()
  from!: string;

  /** Together exactly 100 %; none: the fund of the run. */
  @IsListOf(() => FundShareBody, 10)
  shares!: FundShareBody[];
}
