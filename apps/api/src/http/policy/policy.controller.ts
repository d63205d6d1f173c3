import { type ListedValue, PolicyPacks, type RegionParameters } from '@gridstaff/policy';
import { Controller, Get, Query } from '@nestjs/common';
import { Permit } from '../common/access';
import { PolicyParametersQuery, PolicyValuesQuery } from './policy.dto';

/** Statutory parameters as the packs hold them: amounts are fen, each with its source and confidence. */
@Controller('api/v1/policy')
export class PolicyController {
  constructor(private readonly packs: PolicyPacks) {}

  @Get('regions')
  @Permit('policy:read')
  regions(): { regions: string[] } {
    return { regions: this.packs.regions() };
  }

  @Get('values')
  @Permit('policy:read')
  values(@Query() query: PolicyValuesQuery): { values: ListedValue[] } {
    return { values: this.packs.list(query.region) };
  }

  /** What holds in a region in a month. @throws DomainError NO_PARAMETERS */
  @Get('parameters')
  @Permit('policy:read')
  parameters(@Query() query: PolicyParametersQuery): RegionParameters {
    return this.packs.parametersFor(query.region, query.period);
  }
}
