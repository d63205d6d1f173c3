import type { Actor } from '@gridstaff/contracts';
import { formatYuan, pageOf, parseYuan } from '@gridstaff/kernel';
import { type NewProfile, TaxProfiles } from '@gridstaff/payroll';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { TaxProfilesBody, TaxProfilesQuery } from './tax-profiles.dto';

const profileView = ({ priorGross, ...profile }: NewProfile): object => ({
  ...profile,
  priorGross: priorGross === null ? null : formatYuan(priorGross),
});

const ORDERS = { workerNo: ({ workerNo }: NewProfile): number => workerNo };

/** Choices about the tax year of single workers: how the basic deduction is counted, and the months of somebody who came back. */
@Controller('api/v1/centres/:centreId/tax-profiles')
export class TaxProfilesController {
  constructor(private readonly profiles: TaxProfiles) {}

  @Get()
  @Permit('tax:write')
  async ofYear(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: TaxProfilesQuery,
  ): Promise<object> {
    const found = await this.profiles.ofYear(actor, centreId, query.year);
    const keyOf = ({ workerNo, agencyId }: NewProfile): string => `${workerNo} ${agencyId}`;
    return query.answer('profiles', pageOf(found, query.page(), ORDERS, keyOf), profileView);
  }

  /** The whole list or nothing; what an entry leaves out stays as it is. */
  @Post()
  @HttpCode(204)
  @Permit('tax:write')
  record(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { year, profiles }: TaxProfilesBody,
  ): Promise<void> {
    const entries = profiles.map(({ priorGross, ...entry }, i) => ({
      ...entry,
      priorGross: priorGross === undefined ? undefined : parseYuan(priorGross, `profiles[${i}].priorGross`),
    }));
    return this.profiles.record(actor, centreId, year, entries);
  }
}
