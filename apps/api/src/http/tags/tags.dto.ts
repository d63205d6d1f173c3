import { TAG_TONES, type TagTone } from '@gridstaff/roster';
import { IsChoice, IsFlag, IsListOfWhole, IsLocalDate, IsText, IsWhole, Optional } from '../common/fields';

const MOST_TAGGED = 500;

export class TagsQuery {
  /** As known of them on this day; today by default. */
  @Optional()
  @IsLocalDate()
  on?: string;
}

export class TagBody {
  @IsText(32)
  code!: string;

  @IsText(20)
  nameZh!: string;

  @IsText(30)
  nameEn!: string;

  /** What it is shown in, by meaning. */
  @IsChoice(TAG_TONES)
  tone!: TagTone;

  @IsWhole(0, 9999)
  order!: number;

  /** False takes it out of use: nobody is newly marked with it, who has it keeps it. */
  @IsFlag()
  inUse!: boolean;

  @IsLocalDate()
  from!: string;
}

export class TaggingBody {
  @IsListOfWhole(MOST_TAGGED)
  workerNos!: number[];

  /** False takes the tag away. */
  @IsFlag()
  held!: boolean;

  @IsLocalDate()
  from!: string;

  @Optional()
  @IsText(200)
  reason?: string;
}
