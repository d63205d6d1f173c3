import { IsChoice, IsFlag, IsId, IsLocalDate, IsQueryFlag, IsText, IsWhole, Optional } from '../common/fields';

const SUBJECTS = ['worker', 'agency'] as const;

export class DocumentKindsQuery {
  /** In use on this day; today by default. */
  @Optional()
  @IsLocalDate()
  on?: string;

  /** Also kinds that are out of use. */
  @Optional()
  @IsQueryFlag()
  ever?: boolean;
}

export class DocumentKindBody {
  @IsChoice(SUBJECTS)
  subject!: (typeof SUBJECTS)[number];

  /** Of the centre's own; kinds of the product cannot be changed. */
  @IsText(32)
  code!: string;

  @IsText(40)
  nameZh!: string;

  @IsText(60)
  nameEn!: string;

  /** Tells of health or conduct: listed for those alone who may change the roster. */
  @IsFlag()
  sensitive!: boolean;

  @IsWhole(0, 9999)
  order!: number;

  /** False takes the kind out of use; documents that have it keep it. */
  @IsFlag()
  inUse!: boolean;

  @IsLocalDate()
  from!: string;
}

export class DocumentQuery {
  /** A kind that is in use. */
  @IsText(32)
  kind!: string;

  /** The recorded row that it proves. */
  @Optional()
  @IsId()
  aboutId?: string;

  /** Last day on which the paper counts. */
  @Optional()
  @IsLocalDate()
  expiresOn?: string;
}

export class OpenDocumentBody {
  /** Why it is opened; kept in the audit log. */
  @IsText(200)
  purpose!: string;
}

export class WithdrawDocumentBody {
  @IsText(200)
  reason!: string;
}
