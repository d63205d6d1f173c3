import { ONE_OFF_KINDS, type OneOffKind } from '@gridstaff/payroll';
import { IsChoice, IsFenText, IsListOf, IsPeriod, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const MOST_ROWS = 5000;

export class OneOffsQuery extends PageQuery({ workerNo: 'number' }, 'workerNo', 'text') {
  @IsPeriod()
  period!: string;
}

export class OneOffBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsChoice(ONE_OFF_KINDS)
  kind!: OneOffKind;

  /** Of annual leave: whole days that could not be taken; 0 takes the entry back. */
  @Optional()
  @IsWhole(0, 366)
  days?: number;

  /** Of the other kinds; "0" takes the entry back. Severance may leave it out and give years of service instead. */
  @Optional()
  @IsFenText()
  amount?: string;

  /** Of the twelve months before, a month. */
  @Optional()
  @IsFenText()
  averageWage?: string;

  /** Local average annual wage of last year; left out: of the policy pack. */
  @Optional()
  @IsFenText()
  localAverage?: string;

  @Optional()
  @IsWhole(0, 80)
  years?: number;

  @Optional()
  @IsWhole(0, 11)
  months?: number;

  /** Needed for a loss. */
  @Optional()
  @IsText(300)
  evidence?: string;
}

export class OneOffsBody {
  @IsPeriod()
  period!: string;

  @IsListOf(() => OneOffBody, MOST_ROWS)
  entries!: OneOffBody[];
}
