import { IsChoice, IsListOf, IsListOfIds, IsPeriod, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

/** A month of a large team at once. */
const MOST_CELLS = 20_000;
const MOST_HEADS = 20;

export class TeamsQuery extends PageQuery({ code: 'text' }, 'code', 'text') {
  @IsPeriod()
  period!: string;
}

export class HeadsBody {
  @IsListOfIds(MOST_HEADS)
  userIds!: string[];
}

export class CellBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsWhole(1, 31)
  day!: number;

  /** Marks such as √, 病, 事0.5, √加3; empty: nothing is said of the day. */
  @IsText(60, 0)
  text!: string;
}

export class CellsBody {
  @IsListOf(() => CellBody, MOST_CELLS)
  cells!: CellBody[];
}

export class SheetFileBody {
  @IsChoice(['xlsx', 'pdf'])
  format!: 'xlsx' | 'pdf';

  /** Left out: the language of the request. */
  @Optional()
  @IsChoice(['zh', 'en'])
  language?: 'zh' | 'en';
}

export class SubmitSheetBody {
  /** Needed while days are unmarked. */
  @Optional()
  @IsText(500)
  reason?: string;
}

export class SheetDecisionBody {
  @IsChoice(['pass', 'return'])
  decision!: 'pass' | 'return';

  /** Of the sheet that was looked at. */
  @IsText(64)
  hash!: string;

  /** Needed for a return. */
  @Optional()
  @IsText(500)
  opinion?: string;
}

export class CloseBody {
  /** Needed while something is open. */
  @Optional()
  @IsText(500)
  reason?: string;
}

export class ReopenBody {
  @IsText(500)
  reason!: string;
}

export class ReopenDecisionBody {
  @IsChoice(['pass', 'return'])
  decision!: 'pass' | 'return';

  @Optional()
  @IsText(500)
  opinion?: string;
}
