import { FIELD_TYPES, type FieldType } from '@gridstaff/roster';
import { IsChoice, IsFlag, IsListOfTexts, IsLocalDate, IsText, IsWhole, Optional } from '../common/fields';
import { DatedBody } from '../workers/worker.dto';

export class CustomFieldsQuery {
  /** As known of them on this day; today by default. */
  @Optional()
  @IsLocalDate()
  on?: string;
}

export class CustomFieldBody {
  @IsText(32)
  code!: string;

  @IsText(40)
  nameZh!: string;

  @IsText(60)
  nameEn!: string;

  /** Never changes. `sealed` is kept and shown like an ID number. */
  @IsChoice(FIELD_TYPES)
  type!: FieldType;

  /** Of a choice; empty of everything else. */
  @IsListOfTexts(50, 40)
  choices!: string[];

  @IsWhole(0, 9999)
  order!: number;

  /** False: nothing new is entered, what was stays. */
  @IsFlag()
  inUse!: boolean;

  @IsLocalDate()
  from!: string;
}

export class FieldValueBody extends DatedBody {
  @IsText(32)
  code!: string;

  /** As text: 3.5, 1200.00, 2026-11-24, one of the choices, yes or no; left out: nothing any more. */
  @Optional()
  @IsText(200)
  value?: string;
}
