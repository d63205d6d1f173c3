import {
  type DecisionAct,
  EXPIRY_KINDS,
  type ExpiryKind,
  SEVERANCE_BEARERS,
  type Severity,
  TAX_TREATMENTS,
} from '@gridstaff/dispatch';
import { IsChoice, IsLocalDate, IsQueryFlag, IsQueryWhole, IsText, IsWhole, Optional } from '../common/fields';
import { PageQuery } from '../common/page.dto';

export class FindingsQuery extends PageQuery({ severity: 'text', code: 'text' }, 'severity', 'text') {
  /** Default today. */
  @Optional()
  @IsLocalDate()
  on?: string;

  @Optional()
  @IsQueryWhole(1, 999_999_999)
  workerNo?: number;

  @Optional()
  @IsChoice(['block', 'warning'])
  severity?: Severity;

  /** Accepted ones too. */
  @Optional()
  @IsQueryFlag()
  closed?: boolean;
}

export class ExpiriesQuery extends PageQuery({ date: 'date', kind: 'text' }, 'date', 'text') {
  /** Default today. */
  @Optional()
  @IsLocalDate()
  on?: string;

  @Optional()
  @IsQueryWhole(1, 999_999_999)
  workerNo?: number;

  @Optional()
  @IsChoice(EXPIRY_KINDS)
  kind?: ExpiryKind;

  /** Done and postponed ones too. */
  @Optional()
  @IsQueryFlag()
  closed?: boolean;
}

export class MatterDecisionBody {
  /** Of the finding or expiry. */
  @IsText(190)
  key!: string;

  @IsChoice(['accept', 'done', 'postpone', 'reopen'])
  act!: DecisionAct;

  @IsText(500)
  reason!: string;

  /** Last day on which it counts; needed to postpone. */
  @Optional()
  @IsLocalDate()
  until?: string;
}

export class OwnStaffBody {
  @IsLocalDate()
  from!: string;

  @IsWhole(0, 1_000_000)
  people!: number;
}

export class AgreementBody {
  @IsLocalDate()
  from!: string;

  @IsLocalDate()
  lastDay!: string;

  @Optional()
  @IsText(64)
  number?: string;

  @Optional()
  @IsText(200)
  posts?: string;

  @Optional()
  @IsWhole(1, 1_000_000)
  headcount?: number;

  @Optional()
  @IsText(200)
  pay?: string;

  @Optional()
  @IsText(200)
  insurance?: string;

  @Optional()
  @IsText(200)
  payment?: string;

  @Optional()
  @IsChoice(SEVERANCE_BEARERS)
  severance?: (typeof SEVERANCE_BEARERS)[number];

  @Optional()
  @IsText(200)
  fee?: string;

  @Optional()
  @IsChoice(TAX_TREATMENTS)
  tax?: (typeof TAX_TREATMENTS)[number];

  @Optional()
  @IsText(200)
  reason?: string;
}
