import { type CentrePeriod, Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, PeriodPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { CutOffBody, ReasonBody } from './calendar.dto';

type PeriodView = Omit<CentrePeriod, 'cutOffAt' | 'lockedAt' | 'version'> & {
  cutOffAt: string | null;
  lockedAt: string | null;
};

const view = ({ version: _, ...period }: CentrePeriod): PeriodView => ({
  ...period,
  cutOffAt: isoInstant(period.cutOffAt),
  lockedAt: isoInstant(period.lockedAt),
});

@Controller('api/v1/centres/:centreId/periods/:period')
export class PeriodsController {
  constructor(private readonly periods: Periods) {}

  @Get()
  @Permit('calendar:read')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
  ): Promise<PeriodView> {
    requirePermission(actor, 'calendar:read', centreId);
    return view(await this.periods.get(centreId, period));
  }

  @Post('cut-off')
  @HttpCode(200)
  @Permit('calendar:manage')
  async cutOff(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() body: CutOffBody,
  ): Promise<PeriodView> {
    return view(await this.periods.setCutOff(actor, centreId, period, body.cutOffAt));
  }

  @Post('lock')
  @HttpCode(200)
  @Permit('calendar:manage')
  async lock(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
  ): Promise<PeriodView> {
    return view(await this.periods.lock(actor, centreId, period));
  }

  @Post('unlock')
  @HttpCode(200)
  @Permit('calendar:manage')
  async unlock(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() body: ReasonBody,
  ): Promise<PeriodView> {
    return view(await this.periods.unlock(actor, centreId, period, body.reason));
  }
}
