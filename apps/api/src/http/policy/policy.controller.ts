import { type ListedValue, Policies, type RegionParameters } from '@gridstaff/policy';
import { Controller, Get, Query } from '@nestjs/common';
import { Permit } from '../common/access';
import { valueView } from './packs.view';
import { PolicyParametersQuery, PolicyValuesQuery } from './policy.dto';

/** Statutory parameters as the packs hold them: amounts are fen, each with its source and confidence. */
@Controller('api/v1/policy')
export class PolicyController {
  constructor(private readonly policies: Policies) {}

  @Get('regions')
  @Permit('policy:read')
  async regions(): Promise<{ regions: string[] }> {
    return { regions: (await this.policies.now()).regions() };
  }

  @Get('values')
  @Permit('policy:read')
  async values(@Query() query: PolicyValuesQuery): Promise<{ values: ListedValue[] }> {
    return { values: (await this.policies.now()).list(query.region) };
  }

  /** What holds in a region in a month. @throws DomainError NO_PARAMETERS */
  @Get('parameters')
  @Permit('policy:read')
  async parameters(@Query() query: PolicyParametersQuery): Promise<RegionParameters> {
    return (await this.policies.now()).parametersFor(query.region, query.period);
  }

  /** The same as a list, amounts in yuan: what people look at. @throws DomainError NO_PARAMETERS */
  @Get('in-force')
  @Permit('policy:read')
  async inForce(@Query() query: PolicyParametersQuery): Promise<{ parameters: object[] }> {
    return { parameters: (await this.policies.now()).inForce(query.region, query.period).map(valueView) };
  }
}
