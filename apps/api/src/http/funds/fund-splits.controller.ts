import type { Actor } from '@gridstaff/contracts';
import { formatPoints, FundSplits, type FundSplitPiece, parsePoints } from '@gridstaff/payroll';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { FundSplitBody } from './funds.dto';

const splitView = ({ from, to, shares }: FundSplitPiece): object => ({
  ...{ from, to, shares: shares.map(({ fund, points }) => ({ fund, percent: formatPoints(points) })) },
});

/** Which funds bear what a worker costs. */
@Controller('api/v1/centres/:centreId/workers/:workerNo/fund-splits')
export class FundSplitsController {
  constructor(private readonly splits: FundSplits) {}

  /** In date order; a piece without shares, and time without a piece, is borne by the fund of the run. */
  @Get()
  @Permit('fund:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
  ): Promise<object> {
    return { splits: (await this.splits.of(actor, centreId, workerNo)).map(splitView) };
  }

  /** From a day to the next change that is recorded; without shares the fund of the run bears everything again. */
  @Post()
  @HttpCode(204)
  @Permit('fund:manage')
  record(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Body() { from, shares }: FundSplitBody,
  ): Promise<void> {
    const parsed = shares.map(({ fund, percent }) => ({ fund, points: parsePoints(percent) }));
    return this.splits.record(actor, centreId, [{ workerNo, from, shares: parsed }]);
  }
}
