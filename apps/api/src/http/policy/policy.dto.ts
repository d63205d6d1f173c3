import { IsId, IsPeriod, IsText, Optional } from '../common/fields';

export class PolicyValuesQuery {
  @Optional()
  @IsText(12)
  region?: string;
}

export class PolicyParametersQuery {
  @IsText(12)
  region!: string;

  @IsPeriod()
  period!: string;
}

/** Beyond what a pack may hold, so that the reader of packs can say so itself. */
const MAX_TEXT = 200_000;

export class PackTextBody {
  /** YAML of the pack. */
  @IsText(MAX_TEXT)
  text!: string;
}

export class ProposePackBody extends PackTextBody {
  @IsId()
  centreId!: string;

  @IsText(500)
  reason!: string;
}

export class ActivatePackBody {
  /** Of the text that was looked at. */
  @IsText(64, 64)
  hash!: string;

  /** Of what was in force when its effect was looked at. */
  @IsText(64, 64)
  basis!: string;

  @Optional()
  @IsText(500)
  opinion?: string;
}

export class PackReasonBody {
  @IsText(500)
  reason!: string;
}
