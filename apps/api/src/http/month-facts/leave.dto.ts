import { LEAVE_KINDS, type LeaveKind } from '@gridstaff/attendance';
import { IsChoice, IsDecimalText, IsListOf, IsLocalDate, IsQueryWhole, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const MOST_ROWS = 5000;

export class LeaveQuery extends PageQuery({ workerNo: 'number' }, 'workerNo') {
  @IsQueryWhole(2000, 2100)
  year!: number;
}

export class PriorServiceBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  /** Whole months at all employers before the first day here. */
  @IsWhole(0, 720)
  months!: number;

  /** Since when they had worked without a gap on coming; left out: there was one. */
  @Optional()
  @IsLocalDate()
  continuousFrom?: string;

  @IsText(200)
  evidence!: string;
}

export class PriorServicesBody {
  @IsListOf(() => PriorServiceBody, MOST_ROWS)
  entries!: PriorServiceBody[];
}

export class LeaveBalanceBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsWhole(2000, 2100)
  year!: number;

  @IsChoice(LEAVE_KINDS)
  kind!: LeaveKind;

  @IsDecimalText()
  days!: string;
}

export class LeaveBalancesBody {
  @IsListOf(() => LeaveBalanceBody, MOST_ROWS)
  balances!: LeaveBalanceBody[];
}
