import {
  IsChoice,
  IsFenText,
  IsFlag,
  IsId,
  IsListOf,
  IsLocalDate,
  IsObjectOf,
  IsPeriod,
  IsText,
  IsWhole,
  Optional,
} from '../common/fields';

const MOST_HIRES = 1000;

class RaiseBody {
  /** Per cent, negative for a cut: "5", "3.25". */
  @IsText(12)
  percent!: string;

  @IsPeriod()
  from!: string;

  /** Codes of grades, separated by commas; left out: every grade. */
  @Optional()
  @IsText(500)
  grades?: string;
}

/** What pay needs of somebody who would be engaged. */
class HireBody {
  @IsText(80)
  agency!: string;

  @IsLocalDate()
  joinedOn!: string;

  @IsText(40)
  gridCode!: string;

  @IsText(40)
  gradeCode!: string;

  @Optional()
  @IsFlag()
  insured: boolean = true;

  /** 0: the lowest base. */
  @Optional()
  @IsFenText()
  insuranceBase: string = '0';
}

class HiresBody extends HireBody {
  @IsWhole(1, MOST_HIRES)
  count!: number;
}

class LeaversBody {
  @IsWhole(1, 100_000)
  count!: number;

  @IsLocalDate()
  lastDay!: string;
}

class LeavingBody {
  /** Per cent of the people at the end of each month. */
  @IsText(12)
  percent!: string;

  @IsPeriod()
  from!: string;
}

class BaseBody {
  @IsFenText()
  amount!: string;

  @IsPeriod()
  from!: string;
}

export class BoundsBody {
  @IsPeriod()
  from!: string;

  @Optional()
  @IsFenText()
  insuranceFloor?: string;

  @Optional()
  @IsFenText()
  insuranceCeiling?: string;

  @Optional()
  @IsFenText()
  fundFloor?: string;

  @Optional()
  @IsFenText()
  fundCeiling?: string;

  @Optional()
  @IsFenText()
  minimumWage?: string;
}

class ItemBody {
  @IsText(40)
  code!: string;

  @IsText(80)
  nameZh!: string;

  @IsText(80)
  nameEn!: string;

  /** A month. */
  @IsFenText()
  amount!: string;

  @IsPeriod()
  from!: string;
}

export class WhatIfBody {
  @IsId()
  fundId!: string;

  /** First month of the forecast; left out: the one after the last approved run. */
  @Optional()
  @IsPeriod()
  from?: string;

  @Optional()
  @IsObjectOf(() => RaiseBody)
  raise?: RaiseBody;

  @Optional()
  @IsObjectOf(() => HiresBody)
  hires?: HiresBody;

  @Optional()
  @IsObjectOf(() => LeaversBody)
  leavers?: LeaversBody;

  @Optional()
  @IsObjectOf(() => LeavingBody)
  leaving?: LeavingBody;

  @Optional()
  @IsObjectOf(() => BaseBody)
  base?: BaseBody;

  @Optional()
  @IsObjectOf(() => BoundsBody)
  bounds?: BoundsBody;

  @Optional()
  @IsObjectOf(() => ItemBody)
  item?: ItemBody;
}

/** Somebody who takes the place of a supposed hire. */
class NewcomerBody {
  @IsText(60)
  name!: string;

  @IsText(30)
  idNumber!: string;

  @Optional()
  @IsText(20)
  phone?: string;
}

export class AdoptScenarioBody extends WhatIfBody {
  /** Of the answer that was looked at. */
  @IsText(64, 64)
  changesHash!: string;

  /** One per hire. */
  @Optional()
  @IsListOf(() => NewcomerBody, MOST_HIRES)
  people: NewcomerBody[] = [];

  @IsText(500)
  reason!: string;
}

export const CHANGE_KINDS = ['grade', 'grid', 'base', 'certificate', 'suspend', 'resume', 'end'] as const;

/** Something that would be true of a worker from a date; for `end` the date is the last day in post. */
export class WorkerChangeBody {
  @IsChoice(CHANGE_KINDS)
  kind!: (typeof CHANGE_KINDS)[number];

  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsLocalDate()
  from!: string;

  /** Of the grade, grid or certificate; an amount in yuan for `base`; nothing for the others. */
  @Optional()
  @IsText(40)
  value?: string;
}

export class StandardBody {
  @IsText(40)
  code!: string;

  @IsLocalDate()
  from!: string;

  @IsFenText()
  base!: string;

  @IsFenText()
  post!: string;

  @IsFenText()
  performance!: string;
}

export class ChangedPreviewBody {
  @IsPeriod()
  period!: string;

  @Optional()
  @IsLocalDate()
  payDate?: string;

  @Optional()
  @IsListOf(() => WorkerChangeBody, 2000)
  workers?: WorkerChangeBody[];

  @Optional()
  @IsListOf(() => HireBody, MOST_HIRES)
  hires?: HireBody[];

  @Optional()
  @IsListOf(() => StandardBody, 200)
  grades?: StandardBody[];

  @Optional()
  @IsListOf(() => BoundsBody, 12)
  bounds?: BoundsBody[];
}
