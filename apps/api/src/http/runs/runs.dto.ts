import type { RunKind, RunStatus } from '@gridstaff/payroll';
import {
  IsChoice,
  IsId,
  IsListOf,
  IsListOfIds,
  IsLocalDate,
  IsPeriod,
  IsQueryFlag,
  IsQueryWhole,
  IsText,
  IsWhole,
  Optional,
} from '../common/fields';
import { PageQuery } from '../common/page.dto';

const KINDS: readonly RunKind[] = ['regular', 'supplementary', 'correction', 'bonus'];
const STATUSES: readonly RunStatus[] = [
  'draft',
  'calculated',
  'submitted',
  'checked',
  'approved',
  'settled',
  'paid',
  'closed',
  'cancelled',
];

const RUN_SORTS = { no: 'number', period: 'text', payDate: 'date' } as const;

export class RunsQuery extends PageQuery(RUN_SORTS, '-no') {
  @Optional()
  @IsId()
  centreId?: string;

  @Optional()
  @IsPeriod()
  period?: string;

  @Optional()
  @IsChoice(STATUSES)
  status?: RunStatus;
}

export class CreateRunBody {
  @IsId()
  centreId!: string;

  @IsPeriod()
  period!: string;

  @IsChoice(KINDS)
  kind!: RunKind;

  @IsLocalDate()
  payDate!: string;

  @IsId()
  fundId!: string;

  @Optional()
  @IsId()
  replacesRunId?: string;

  /** For a correction: the approved run of the same month that it puts right. */
  @Optional()
  @IsId()
  correctsRunId?: string;
}

/** By name needs `roster:read` too. */
const SLIP_SORTS = { workerNo: 'number', name: 'text', gross: 'number', net: 'number', tax: 'number' } as const;

export class SlipsQuery extends PageQuery(SLIP_SORTS, 'workerNo') {}

const NOTE_SORTS = { workerNo: 'number', period: 'text', code: 'text' } as const;

export class NotesQuery extends PageQuery(NOTE_SORTS, 'workerNo', 'text') {}

export class ExclusionsQuery extends PageQuery({ workerNo: 'number', code: 'text' }, 'workerNo') {}

export class BonusChoicesQuery extends PageQuery({ workerNo: 'number' }, 'workerNo') {}

class BonusMethodBody {
  @IsWhole(1, 999_999_999)
  workerNo!: number;

  @IsChoice(['separate', 'together'])
  method!: 'separate' | 'together';
}

export class BonusMethodsBody {
  @IsListOf(() => BonusMethodBody, 2000)
  choices!: BonusMethodBody[];
}

/** SHA-256 of what was seen: another one is not approved in its place. */
export class CheckBody {
  @IsText(64, 64)
  hash!: string;

  @Optional()
  @IsText(500)
  opinion?: string;
}

export class ApproveBody {
  @IsText(64, 64)
  hash!: string;
}

export class ReturnBody {
  @IsChoice(['calculated', 'submitted'])
  to!: 'calculated' | 'submitted';

  @IsText(500)
  reason!: string;
}

export class RunReasonBody {
  @IsText(500)
  reason!: string;
}

export class PreviewQuery {
  @IsPeriod()
  period!: string;

  @Optional()
  @IsLocalDate()
  payDate?: string;

  @Optional()
  @IsQueryWhole(1, 999_999_999)
  workerNo?: number;
}

export class ReadinessQuery {
  @IsPeriod()
  period!: string;

  @Optional()
  @IsChoice(['regular', 'supplementary'])
  kind: 'regular' | 'supplementary' = 'regular';

  /** Left out: the centre's pay day. */
  @Optional()
  @IsLocalDate()
  payDate?: string;
}

export class AdoptSchemeBody {
  /** First work month it holds for. */
  @IsPeriod()
  validFrom!: string;

  /** YAML of the scheme; left out: the shipped one. */
  @Optional()
  @IsText(200_000)
  text?: string;
}

export class SchemeQuery {
  @IsPeriod()
  period!: string;
}

export class LateChangesQuery extends PageQuery(
  { recordedAt: 'number', workerNo: 'number', kind: 'text' },
  'recordedAt',
  'text',
) {
  /** Only those without a decision. */
  @Optional()
  @IsQueryFlag()
  undecided?: boolean;
}

export class LateDecisionBody {
  /** A correction is two facts, what is taken back and what holds: decide both. */
  @IsListOfIds(200)
  factIds!: string[];

  @IsChoice(['retro', 'next_month', 'refuse'])
  decision!: 'retro' | 'next_month' | 'refuse';

  @Optional()
  @IsText(500)
  reason?: string;
}
