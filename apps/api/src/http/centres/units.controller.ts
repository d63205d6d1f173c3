import type { Actor } from '@gridstaff/contracts';
import { UnitClosing, type UnitDetail, Units } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { OnDateQuery } from './centres.dto';
import { CloseUnitBody, SeatsBody, UnitAreaBody } from './units.dto';

type Counts = Awaited<ReturnType<Units['setSeats']>>;
type UnitView = Omit<UnitDetail, 'history'> & { history: object[] };

/** The tree with seats, people and vacancies as of a day, and what belongs to one unit. */
@Controller('api/v1/centres/:centreId/org-units')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly closing: UnitClosing,
  ) {}

  @Get('seats')
  @Permit('roster:read')
  async tree(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() { on }: OnDateQuery,
  ): Promise<object> {
    return { units: await this.units.tree(actor, centreId, on) };
  }

  @Post('seats')
  @HttpCode(200)
  @Permit('roster:write')
  setSeats(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: SeatsBody,
  ): Promise<Counts> {
    return this.units.setSeats(actor, centreId, body.seats);
  }

  @Post('area')
  @HttpCode(200)
  @Permit('roster:write')
  setArea(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: UnitAreaBody,
  ): Promise<Counts> {
    return this.units.setArea(actor, centreId, body);
  }

  @Get(':unitId')
  @Permit('roster:read')
  async detail(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('unitId', IdPipe) unitId: string,
    @Query() { on }: OnDateQuery,
  ): Promise<UnitView> {
    const { history, ...unit } = await this.units.get(actor, centreId, unitId, on);
    return { ...unit, history: history.map((piece) => ({ ...piece, knownSince: isoInstant(piece.knownSince) })) };
  }

  @Post(':unitId/close')
  @HttpCode(200)
  @Permit('roster:write')
  close(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('unitId', IdPipe) unitId: string,
    @Body() body: CloseUnitBody,
  ): Promise<{ moved: number }> {
    return this.closing.close(actor, { centreId, unitId, ...body });
  }
}
