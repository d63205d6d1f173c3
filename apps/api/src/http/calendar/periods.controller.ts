import { type CentrePeriod, Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, PeriodPipe } from '../common/dto.pipe';
import { Freshness, SeenVersion, Versioned } from '../common/versions';
import { isoInstant } from '../common/view';
import { CutOffBody, ReasonBody } from './calendar.dto';

type PeriodView = Omit<CentrePeriod, 'cutOffAt' | 'lockedAt' | 'version'> & {
  cutOffAt: string | null;
  lockedAt: string | null;
};

const view = ({ version, ...period }: CentrePeriod): Versioned<PeriodView> =>
  new Versioned(version, {
    ...period,
    cutOffAt: isoInstant(period.cutOffAt),
    lockedAt: isoInstant(period.lockedAt),
  });

@Controller('api/v1/centres/:centreId/periods/:period')
export class PeriodsController {
  constructor(
    private readonly periods: Periods,
    private readonly freshness: Freshness,
  ) {}

  @Get()
  @Permit('calendar:read')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
  ): Promise<Versioned<PeriodView>> {
    requirePermission(actor, 'calendar:read', centreId);
    return view(await this.periods.get(centreId, period));
  }

  @Post('cut-off')
  @HttpCode(200)
  @Permit('calendar:manage')
  cutOff(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() body: CutOffBody,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<PeriodView>> {
    const change = (): Promise<CentrePeriod> => this.periods.setCutOff(actor, centreId, period, body.cutOffAt);
    return this.step(centreId, period, seen, change);
  }

  @Post('lock')
  @HttpCode(200)
  @Permit('calendar:manage')
  lock(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<PeriodView>> {
    return this.step(centreId, period, seen, () => this.periods.lock(actor, centreId, period));
  }

  @Post('unlock')
  @HttpCode(200)
  @Permit('calendar:manage')
  unlock(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() body: ReasonBody,
    @SeenVersion() seen: number | undefined,
  ): Promise<Versioned<PeriodView>> {
    return this.step(centreId, period, seen, () => this.periods.unlock(actor, centreId, period, body.reason));
  }

  private async step(
    centreId: string,
    period: string,
    seen: number | undefined,
    take: () => Promise<CentrePeriod>,
  ): Promise<Versioned<PeriodView>> {
    const version = async (): Promise<number> => (await this.periods.get(centreId, period)).version;
    return view(await this.freshness.run(seen, version, take));
  }
}
