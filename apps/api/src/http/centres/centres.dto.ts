import { IsChoice, IsFenText, IsListOf, IsLocalDate, IsObjectOf, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

const MOST_ROWS = 2000;

export class CentreSettingsBody {
  /** Months between the work month and its pay day. */
  @Optional()
  @IsWhole(0, 1)
  payMonthOffset?: 0 | 1;

  @Optional()
  @IsWhole(0, 5)
  retroYears?: number;

  @Optional()
  @IsWhole(1, 31)
  payDay?: number;

  /** Of annual bonuses whose sheet leaves it open. */
  @Optional()
  @IsChoice(['separate', 'together'])
  bonusMethod?: 'separate' | 'together';
}

export class CreateCentreBody {
  @IsText(32)
  code!: string;

  @IsText(100)
  name!: string;

  /** Region code of the policy packs, such as 430200. */
  @IsText(12)
  region!: string;

  @Optional()
  @IsObjectOf(() => CentreSettingsBody)
  settings?: CentreSettingsBody;
}

export class CentresQuery extends PageQuery({ code: 'text', name: 'text' }, 'code', 'text') {}

export class OfficeQuery extends PageQuery({ displayName: 'text' }, 'displayName', 'text') {}

export class AgenciesQuery extends PageQuery({ code: 'text', name: 'text' }, 'code', 'text') {
  /** Date of the fee. */
  @Optional()
  @IsLocalDate()
  on?: string;
}

export class UnitsQuery extends PageQuery({ code: 'text', name: 'text' }, 'code', 'text') {
  @Optional()
  @IsLocalDate()
  on?: string;
}

export class OnDateQuery {
  @Optional()
  @IsLocalDate()
  on?: string;
}

export class OrgUnitBody {
  @IsText(32)
  code!: string;

  @IsText(100)
  name!: string;

  @IsChoice(['street', 'community', 'grid'])
  kind!: 'street' | 'community' | 'grid';

  @Optional()
  @IsText(32)
  parentCode?: string;

  @Optional()
  @IsWhole(0, 1_000_000)
  households?: number;

  @Optional()
  @IsWhole(0, 10_000_000)
  population?: number;

  @Optional()
  @IsWhole(0, 100_000)
  quota?: number;

  @Optional()
  @IsLocalDate()
  from?: string;
}

export class OrgUnitsBody {
  @IsListOf(() => OrgUnitBody, MOST_ROWS)
  units!: OrgUnitBody[];
}

export class GradeBody {
  @IsText(32)
  code!: string;

  @IsText(100)
  name!: string;

  @IsText(32)
  postCode!: string;

  @IsFenText()
  base!: string;

  @IsFenText()
  post!: string;

  @IsFenText()
  performance!: string;

  @IsLocalDate()
  from!: string;
}

export class GradesBody {
  @IsListOf(() => GradeBody, MOST_ROWS)
  grades!: GradeBody[];
}

export class CertificateStandardBody {
  @IsText(32)
  code!: string;

  @IsFenText()
  amount!: string;

  @IsLocalDate()
  from!: string;
}

export class CertificateStandardsBody {
  @IsListOf(() => CertificateStandardBody, MOST_ROWS)
  standards!: CertificateStandardBody[];
}

export class AgencyBody {
  @IsText(32)
  code!: string;

  @IsText(100)
  name!: string;

  @Optional()
  @IsText(64)
  licenceNo?: string;

  @Optional()
  @IsLocalDate()
  licenceUntil?: string;

  @Optional()
  @IsText(32)
  taxNo?: string;

  @Optional()
  @IsText(100)
  bankName?: string;

  @Optional()
  @IsText(64)
  bankAccount?: string;
}

/** What is left out stays as it is. */
export class AgencyDetailsBody {
  @IsLocalDate()
  from!: string;

  @Optional()
  @IsText(64)
  licenceNo?: string;

  @Optional()
  @IsLocalDate()
  licenceUntil?: string;

  @Optional()
  @IsText(32)
  taxNo?: string;

  @Optional()
  @IsText(80)
  bankName?: string;

  @Optional()
  @IsText(40)
  bankAccount?: string;
}

/** Either `amount` (per head and month) or `rate` (of the pass-through, as decimal text). */
export class OnDayQuery {
  /** As of this day; left out: today. */
  @Optional()
  @IsLocalDate()
  on?: string;
}

class FeeStepBody {
  /** Heads from which on the price holds; the first step begins with 1. */
  @IsWhole(1, 1_000_000)
  from!: number;

  @Optional()
  @IsFenText()
  amount?: string;

  @Optional()
  @IsText(12)
  rate?: string;
}

class FeeTiersBody {
  /** whole: everybody at the price that the whole count reaches; slices: each head at the price that its place reaches. */
  @IsChoice(['whole', 'slices'])
  mode!: 'whole' | 'slices';

  @IsListOf(() => FeeStepBody, 20)
  steps!: FeeStepBody[];
}

export class AgencyFeeBody {
  @IsLocalDate()
  from!: string;

  @IsChoice(['per_head', 'rate'])
  kind!: 'per_head' | 'rate';

  /** Prices by the head count of the month, instead of one price. */
  @Optional()
  @IsObjectOf(() => FeeTiersBody)
  tiers?: FeeTiersBody;

  @Optional()
  @IsFenText()
  amount?: string;

  @Optional()
  @IsText(12)
  rate?: string;
}
