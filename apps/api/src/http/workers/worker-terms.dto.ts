import {
  POST_KINDS,
  type PostKind,
  PROTECTION_GROUNDS,
  type ProtectionGround,
  RETIREMENT_CATEGORIES,
  type RetirementCategory,
} from '@gridstaff/roster';
import { IsChoice, IsFlag, IsLocalDate, IsText, Optional } from '../common/fields';
import { DatedBody } from './worker.dto';

export class ContractBody {
  @Optional()
  @IsText(64)
  contractNo?: string;

  @IsChoice(POST_KINDS)
  postKind!: PostKind;

  /** Left out: yes. */
  @Optional()
  @IsFlag()
  fullTime?: boolean;

  @IsLocalDate()
  startsOn!: string;

  /** Last day; left out: without a fixed term. */
  @Optional()
  @IsLocalDate()
  endsOn?: string;

  @Optional()
  @IsLocalDate()
  probationEndsOn?: string;

  @Optional()
  @IsLocalDate()
  signedOn?: string;

  @Optional()
  @IsText(200)
  reason?: string;
}

export class ProtectionBody extends DatedBody {
  @IsChoice(PROTECTION_GROUNDS)
  ground!: ProtectionGround;

  /** Certificate, number, issuer; stored sealed. */
  @IsText(200)
  evidence!: string;

  /** Left out: until further notice. */
  @Optional()
  @IsLocalDate()
  lastDay?: string;
}

export class IdentityCardBody extends DatedBody {
  @IsLocalDate()
  validUntil!: string;
}

export class RetirementBody extends DatedBody {
  @IsChoice(RETIREMENT_CATEGORIES)
  category!: RetirementCategory;
}
