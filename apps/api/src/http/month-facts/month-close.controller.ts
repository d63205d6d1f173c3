import { MonthClose, type MonthCloseState, SheetApproval } from '@gridstaff/attendance';
import { type Actor, can } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, PeriodPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { CloseBody, ReopenBody, ReopenDecisionBody } from './month-sheets.dto';
import { trailView } from './month-sheets.controller';

const closeView = ({ closedAt, ...close }: MonthCloseState): object => ({ ...close, closedAt: isoInstant(closedAt) });

/** The close of a month's attendance: what it still misses, closing, and opening again. */
@Controller('api/v1/centres/:centreId')
export class MonthCloseController {
  constructor(
    private readonly closes: MonthClose,
    private readonly approval: SheetApproval,
  ) {}

  @Get('attendance-close/:period')
  @Permit('attendance:read')
  async get(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
  ): Promise<object> {
    const { teams, ...open } = await this.closes.completeness(actor, centreId, period);
    const close = closeView(await this.closes.state(centreId, period));
    const trail = (await this.closes.trail(actor, centreId, period)).map(trailView);
    return { close, ...open, teams: teams.map(({ unitId, code, name, people, status, changed, unmarkedPeople, unmarkedDays }) => ({ unitId, code, name, people, status, changed, unmarkedPeople, unmarkedDays })), trail };
  }

  @Post('attendance-close/:period')
  @HttpCode(200)
  @Permit('attendance:close')
  async close(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() { reason }: CloseBody,
  ): Promise<object> {
    return closeView(await this.closes.close(actor, centreId, period, reason));
  }

  @Post('attendance-close/:period/reopen')
  @HttpCode(204)
  @Permit('attendance:close')
  reopen(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() { reason }: ReopenBody,
  ): Promise<void> {
    return this.closes.askToReopen(actor, centreId, period, reason);
  }

  @Post('attendance-close/:period/reopen/decide')
  @HttpCode(204)
  @Permit('attendance:reopen')
  decide(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('period', PeriodPipe) period: string,
    @Body() { decision, opinion }: ReopenDecisionBody,
  ): Promise<void> {
    return this.closes.decideReopening(actor, centreId, period, decision, opinion);
  }

  /** Which month, and unit where it is a sheet, a matter that waits is about. */
  @Get('attendance-matters/:matterId')
  @Permit('attendance:read', 'attendance:team')
  async matter(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('matterId', IdPipe) matterId: string,
  ): Promise<object> {
    try {
      return { kind: 'sheet', ...(await this.approval.place(actor, centreId, matterId)) };
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'NOT_FOUND' || !can(actor, 'attendance:read', centreId)) throw error;
      return { kind: 'close', ...(await this.closes.place(actor, centreId, matterId)), unitId: null };
    }
  }
}
