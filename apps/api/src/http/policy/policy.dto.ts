import { IsPeriod, IsText, Optional } from '../common/fields';

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
