import { REHIRE_COUNTS, type RehireCount, TAX_MODE_NAMES, type TaxMode } from '@gridstaff/payroll';
import { IsChoice, IsFenText, IsFlag, IsListOf, IsQueryWhole, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const MOST_ROWS = 5000;

export class TaxProfilesQuery extends PageQuery({ workerNo: 'number' }, 'workerNo', 'text') {
  /** Of the month of payment. */
  @IsQueryWhole(2000, 2999)
  year!: number;
}

export class TaxProfileBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  /** Needs its evidence; never inferred from the hire date. */
  @Optional()
  @IsChoice(TAX_MODE_NAMES)
  mode?: TaxMode;

  /** How months employed are counted when the worker came back to the agency in the year. */
  @Optional()
  @IsChoice(REHIRE_COUNTS)
  rehire?: RehireCount;

  /** All income at the agency last year. */
  @Optional()
  @IsFenText()
  priorGross?: string;

  @Optional()
  @IsFlag()
  sameUnitEveryMonth?: boolean;
}

export class TaxProfilesBody {
  @IsWhole(2000, 2999)
  year!: number;

  @IsListOf(() => TaxProfileBody, MOST_ROWS)
  profiles!: TaxProfileBody[];
}
