import { type EngagementStatus, MOST_IN_ONE_ACT, STAFF_CHANGE_KINDS, type StaffChangeKind } from '@gridstaff/roster';
import { IsChoice, IsId, IsListOf, IsListOfTexts, IsLocalDate, IsObjectOf, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const STATUSES: readonly EngagementStatus[] = ['probation', 'in_post', 'suspended'];
/** Ten years: longer than any term. */
const MOST_MONTHS = 120;

export class StaffChangesQuery extends PageQuery({ recordedAt: 'number', date: 'date' }, '-recordedAt', 'text') {}

/** The filter of the roster's list. */
class PeopleFilterBody {
  @Optional()
  @IsLocalDate()
  on?: string;

  @Optional()
  @IsText(40)
  search?: string;

  @Optional()
  @IsText(32)
  unit?: string;

  @Optional()
  @IsText(100)
  agency?: string;

  @Optional()
  @IsText(32)
  post?: string;

  @Optional()
  @IsChoice(STATUSES)
  status?: EngagementStatus;
}

export class ChoosePeopleBody {
  /** Everybody whom the roster's list shows with it. */
  @Optional()
  @IsObjectOf(() => PeopleFilterBody)
  filter?: PeopleFilterBody;

  /** Names, worker numbers or ID numbers, one each. */
  @Optional()
  @IsListOfTexts(MOST_IN_ONE_ACT, 80)
  texts?: string[];
}

class TargetBody {
  @IsWhole(1, 2_147_483_647)
  workerNo!: number;

  @Optional()
  @IsText(40)
  gridCode?: string;

  @Optional()
  @IsText(40)
  gradeCode?: string;

  @Optional()
  @IsText(32)
  postCode?: string;

  /** Term of a renewal in whole months; or `endsOn`. */
  @Optional()
  @IsWhole(1, MOST_MONTHS)
  months?: number;

  @Optional()
  @IsLocalDate()
  endsOn?: string;

  @Optional()
  @IsText(64)
  contractNo?: string;

  /** Code of a ground of return. */
  @Optional()
  @IsText(16)
  ground?: string;
}

class SeenBody extends TargetBody {
  /** As the preview answered for the person. */
  @IsText(32)
  seen!: string;
}

class TermsBody {
  @IsChoice(STAFF_CHANGE_KINDS)
  kind!: StaffChangeKind;

  /** First day of a transfer or grade, day of signing of a renewal, last day in post of a return. */
  @IsLocalDate()
  date!: string;

  @IsText(120)
  reason!: string;

  @Optional()
  @IsText(60)
  documentNo?: string;
}

export class StaffChangeBody extends TermsBody {
  @IsListOf(() => TargetBody, MOST_IN_ONE_ACT)
  lines!: TargetBody[];
}

export class StaffEffectBody extends StaffChangeBody {
  /** To say what would be left of it. */
  @Optional()
  @IsId()
  fundId?: string;
}

export class CarryOutBody extends TermsBody {
  @IsListOf(() => SeenBody, MOST_IN_ONE_ACT)
  lines!: SeenBody[];
}
