import {
  LeaveBalances,
  LeaveCatalogue,
  type LeaveKindEntry,
  LeaveLedger,
  type LeaveStanding,
  PriorServices,
  type WorkerLeave,
} from '@gridstaff/attendance';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { formatYuan, parseYuan } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { LeaveBalancesBody, LeaveQuery, PriorServicesBody } from './leave.dto';

/** Days are hundredths inside, decimal text outside. */
const decimal = formatYuan;

const kindView = ({ code, zh, en, mark, pay, leave, over, limits }: LeaveKindEntry): object => ({
  ...{ code, zh, en, mark, pay, leave, over },
  limits: limits.map(({ from, per, days, hours, months, steps, extra, source, confidence }) => ({
    ...{ from, per, days: days ?? null, hours: hours ?? null, months: months ?? null },
    ...{ steps: steps ?? [], extra: extra ?? [], source, confidence },
  })),
});

const standingView = ({ code, per, opening, accrued, taken, lapsed, left, annual }: LeaveStanding): object => ({
  ...{ code, per, opening: opening === null ? null : decimal(opening), accrued: decimal(accrued) },
  ...{ taken: decimal(taken), lapsed: decimal(lapsed), left: decimal(left), annual },
});

const leaveView = ({ standings, ...worker }: WorkerLeave): object => ({ ...worker, standings: standings.map(standingView) });

/** Kinds of leave and what each worker has of them. */
@Controller('api/v1/centres/:centreId')
export class LeaveController {
  constructor(
    private readonly catalogue: LeaveCatalogue,
    private readonly ledger: LeaveLedger,
    private readonly priors: PriorServices,
    private readonly balances: LeaveBalances,
  ) {}

  @Get('leave-kinds')
  @Permit('attendance:read')
  async kinds(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<object> {
    requirePermission(actor, 'attendance:read', centreId);
    return { kinds: (await this.catalogue.of(centreId)).all.map(kindView) };
  }

  /** Everybody in post in the year, with how each balance came about. */
  @Get('leave-balances')
  @Permit('attendance:read')
  async year(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: LeaveQuery,
  ): Promise<object> {
    return query.answer('workers', await this.ledger.year(actor, centreId, query.year, query.page()), leaveView);
  }

  /** What was left when the records were taken over; it stands in place of what would be accrued. */
  @Post('leave-balances')
  @HttpCode(200)
  @Permit('attendance:write')
  takeOver(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { balances }: LeaveBalancesBody,
  ): Promise<object> {
    const read = balances.map((b, i) => ({ ...b, days: parseYuan(b.days, `balances[${i}].days`) }));
    return this.balances.record(actor, centreId, read);
  }

  @Post('prior-services')
  @HttpCode(200)
  @Permit('attendance:write')
  recordPrior(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { entries }: PriorServicesBody,
  ): Promise<{ recorded: number }> {
    const read = entries.map((entry) => ({ ...entry, continuousFrom: entry.continuousFrom ?? null }));
    return this.priors.record(actor, centreId, read);
  }
}
