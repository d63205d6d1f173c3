import {
  EDUCATION_LEVELS,
  type EducationLevel,
  END_REASONS,
  type EndReason,
  type EngagementStatus,
  type FactKind,
  POLITICAL_STATUSES,
  type PoliticalStatus,
  POST_KINDS,
  type PostKind,
  type Relation,
  RELATIONS,
  RETIREMENT_CATEGORIES,
  type RetirementCategory,
  REVEALABLE,
  type Revealable,
  SUSPENSION_REASONS,
  type SuspensionReason,
} from '@gridstaff/roster';
import {
  IsChoice,
  IsFenText,
  IsFlag,
  IsLocalDate,
  IsObjectOf,
  IsQueryFlag,
  IsQueryWhole,
  IsText,
  IsWhole,
  Optional,
} from '../common/fields';
import { PageQuery } from '../common/page.dto';

const STATUSES: readonly EngagementStatus[] = ['probation', 'in_post', 'suspended'];
const FACT_KINDS: readonly FactKind[] = [
  'engagement',
  'assignment',
  'grade',
  'certificate',
  'contribution',
  'bankCard',
  'phone',
  'contract',
  'protection',
  'identityCard',
  'retirement',
  'education',
  'political',
  'address',
  'contact',
  'otherPhone',
  'tag',
  'customField',
];

/** Dated values are those of `on`. */
const WORKER_SORTS = { workerNo: 'number', name: 'text', joinedOn: 'text', grid: 'text', agency: 'text' } as const;

export class WorkersQuery extends PageQuery(WORKER_SORTS, 'workerNo') {
  @Optional()
  @IsLocalDate()
  on?: string;

  /**
   * Beginning of a name, its pinyin or its initials; a worker number; a whole ID or phone number or its last four; beginning of a grid's
   * code. Taken literally.
   */
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

  /** Code of a tag that is borne. */
  @Optional()
  @IsText(32)
  tag?: string;

  @Optional()
  @IsQueryFlag()
  engagedOnly?: boolean;

  /** Also counts the whole list, which takes longer than a page of it. */
  @Optional()
  @IsQueryFlag()
  counted?: boolean;
}

export class WorkerQuery {
  /** As known at this instant (epoch milliseconds); left out: now. */
  @Optional()
  @IsQueryWhole(0, Number.MAX_SAFE_INTEGER)
  knownAt?: number;
}

export class ContributionBody {
  @Optional()
  @IsFlag()
  insured?: boolean;

  @Optional()
  @IsFenText()
  insuranceBase?: string;

  @Optional()
  @IsFlag()
  fundMember?: boolean;

  @Optional()
  @IsFenText()
  fundBase?: string;

  @Optional()
  @IsText(12)
  fundEmployerRate?: string;

  @Optional()
  @IsText(12)
  fundEmployeeRate?: string;
}

export class HireBody extends ContributionBody {
  @IsText(50)
  name!: string;

  @IsText(30)
  idNumber!: string;

  @Optional()
  @IsWhole(1, 999_999_999)
  workerNo?: number;

  @Optional()
  @IsText(30)
  phone?: string;

  /** Code or full name. */
  @IsText(100)
  agency!: string;

  @IsLocalDate()
  joinedOn!: string;

  @Optional()
  @IsChoice(['probation', 'in_post'])
  engagementStatus?: 'probation' | 'in_post';

  /** With status probation; in post from the next day on. */
  @Optional()
  @IsLocalDate()
  probationLastDay?: string;

  /** Of the contract after probation, a month. */
  @Optional()
  @IsFenText()
  contractWage?: string;

  /** The lowest wage of the same post, a month. */
  @Optional()
  @IsFenText()
  lowestSamePost?: string;

  @IsText(32)
  gridCode!: string;

  @IsText(32)
  gradeCode!: string;

  @Optional()
  @IsText(32)
  postCode?: string;

  @Optional()
  @IsText(32)
  certificate?: string;

  @Optional()
  @IsText(64)
  certificateNo?: string;

  @Optional()
  @IsLocalDate()
  certificateIssuedOn?: string;

  @Optional()
  @IsText(40)
  bankCard?: string;

  @Optional()
  @IsText(100)
  bankName?: string;

  @Optional()
  @IsChoice(EDUCATION_LEVELS)
  education?: EducationLevel;

  @Optional()
  @IsText(80)
  school?: string;

  @Optional()
  @IsLocalDate()
  graduatedOn?: string;

  @Optional()
  @IsChoice(POLITICAL_STATUSES)
  politicalStatus?: PoliticalStatus;

  @Optional()
  @IsText(120)
  householdAddress?: string;

  @Optional()
  @IsText(120)
  residenceAddress?: string;

  @Optional()
  @IsText(30)
  otherPhone?: string;

  @Optional()
  @IsText(40)
  contactName?: string;

  @Optional()
  @IsText(30)
  contactPhone?: string;

  @Optional()
  @IsChoice(RELATIONS)
  contactRelation?: Relation;

  @Optional()
  @IsText(500)
  reason?: string;
}

export class RevealBody {
  @IsChoice(REVEALABLE)
  what!: Revealable;

  /** Kept in the audit log. */
  @IsText(200)
  purpose!: string;
}

export class PersonFileBody {
  /** Kept in the audit log. */
  @IsText(200)
  purpose!: string;

  @Optional()
  @IsChoice(['zh', 'en'])
  language?: 'zh' | 'en';
}

export class DatedBody {
  @IsLocalDate()
  from!: string;

  @Optional()
  @IsText(500)
  reason?: string;
}

export class ChangeGradeBody extends DatedBody {
  @IsText(32)
  gradeCode!: string;

  @Optional()
  @IsText(32)
  postCode?: string;
}

export class MoveBody extends DatedBody {
  @IsText(32)
  gridCode!: string;
}

export class AssignBody extends DatedBody {
  @IsText(32)
  gridCode!: string;

  @IsFlag()
  covering!: boolean;

  /** Exclusive; left out: until further notice. */
  @Optional()
  @IsLocalDate()
  to?: string;
}

export class ChangeStatusBody extends DatedBody {
  @IsChoice(STATUSES)
  engagementStatus!: EngagementStatus;

  /** Required for a suspension: pay stops. */
  @Optional()
  @IsChoice(SUSPENSION_REASONS)
  statusReason?: SuspensionReason;

  /** Of the contract after probation, a month; left out: as it is. */
  @Optional()
  @IsFenText()
  contractWage?: string;

  @Optional()
  @IsFenText()
  lowestSamePost?: string;
}

export class EndBody {
  @IsLocalDate()
  lastDay!: string;

  @IsChoice(END_REASONS)
  endReason!: EndReason;

  @Optional()
  @IsText(500)
  reason?: string;
}

export class ChangeContributionsBody extends ContributionBody {
  @IsLocalDate()
  from!: string;

  @Optional()
  @IsText(500)
  reason?: string;
}

export class CertificateBody extends DatedBody {
  @IsText(32)
  code!: string;

  @Optional()
  @IsText(64)
  number?: string;

  @Optional()
  @IsLocalDate()
  issuedOn?: string;
}

export class PhoneBody extends DatedBody {
  @IsText(30)
  phone!: string;
}

export class BankCardBody extends DatedBody {
  @IsText(40)
  bankCard!: string;

  @Optional()
  @IsText(100)
  bankName?: string;
}

export class CorrectNameBody {
  @IsText(50)
  name!: string;

  @IsText(500)
  reason!: string;
}

/** The values that were wrong; which of them a fact has depends on its kind. */
export class CorrectionBody extends ContributionBody {
  @Optional()
  @IsText(100)
  agency?: string;

  @Optional()
  @IsChoice(STATUSES)
  engagementStatus?: EngagementStatus;

  @Optional()
  @IsChoice(END_REASONS)
  endReason?: EndReason;

  @Optional()
  @IsFenText()
  contractWage?: string;

  @Optional()
  @IsFenText()
  lowestSamePost?: string;

  @Optional()
  @IsText(32)
  gridCode?: string;

  @Optional()
  @IsText(32)
  gradeCode?: string;

  @Optional()
  @IsText(32)
  postCode?: string;

  @Optional()
  @IsText(64)
  number?: string;

  @Optional()
  @IsLocalDate()
  issuedOn?: string;

  @Optional()
  @IsText(64)
  contractNo?: string;

  @Optional()
  @IsChoice(POST_KINDS)
  postKind?: PostKind;

  @Optional()
  @IsFlag()
  fullTime?: boolean;

  @Optional()
  @IsLocalDate()
  signedOn?: string;

  @Optional()
  @IsLocalDate()
  validUntil?: string;

  @Optional()
  @IsChoice(RETIREMENT_CATEGORIES)
  category?: RetirementCategory;
}

export class CorrectFactBody {
  @IsChoice(FACT_KINDS)
  kind!: FactKind;

  @Optional()
  @IsLocalDate()
  from?: string;

  @Optional()
  @IsLocalDate()
  to?: string;

  @Optional()
  @IsObjectOf(() => CorrectionBody)
  values?: CorrectionBody;

  @IsText(200)
  reason!: string;
}

export class RetractFactBody {
  @IsChoice(FACT_KINDS)
  kind!: FactKind;

  @IsText(500)
  reason!: string;
}
