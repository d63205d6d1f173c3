import { EVIDENCE_KINDS, type EvidenceKind, RETURN_GROUNDS, type ReturnGround } from '@gridstaff/dispatch';
import { IsChoice, IsLocalDate, IsText } from '../common/fields';

export class EvidenceBody {
  @IsChoice(Object.keys(EVIDENCE_KINDS) as EvidenceKind[])
  kind!: EvidenceKind;

  /** Not in the future. */
  @IsLocalDate()
  happenedOn!: string;

  /** Name, number and keeper of the document. */
  @IsText(200)
  document!: string;
}

export class WithdrawBody {
  @IsText(200)
  reason!: string;
}

export class WorkerReturnBody {
  @IsLocalDate()
  lastDay!: string;

  @IsChoice(Object.keys(RETURN_GROUNDS) as ReturnGround[])
  ground!: ReturnGround;

  @IsText(200)
  reason!: string;
}
