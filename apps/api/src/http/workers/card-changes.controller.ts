import type { Actor } from '@gridstaff/contracts';
import { pageOf } from '@gridstaff/kernel';
import { CardChangeList, CardChanges, type CardChangeView } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe, NumberPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { ApproveCardBody, CardChangesQuery, ReturnCardBody, WithdrawCardBody } from './card-changes.dto';

const view = (change: CardChangeView): object => ({
  ...change,
  proposedAt: isoInstant(change.proposedAt),
  decidedAt: isoInstant(change.decidedAt),
});

function answerOf(query: CardChangesQuery, changes: readonly CardChangeView[]): object {
  const sorts = { proposedAt: (c: CardChangeView) => c.proposedAt, workerNo: (c: CardChangeView) => c.workerNo };
  return query.answer(
    'changes',
    pageOf(changes, query.page(), sorts, ({ id }) => id),
    view,
  );
}

/** Other cards for people who have one: proposed by one person, in force when another has approved. */
@Controller('api/v1/centres/:centreId')
export class CardChangesController {
  constructor(
    private readonly list: CardChangeList,
    private readonly changes: CardChanges,
  ) {}

  /** Those that wait. */
  @Get('card-changes')
  @Permit('roster:read')
  async open(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: CardChangesQuery,
  ): Promise<object> {
    return answerOf(query, await this.list.open(actor, centreId));
  }

  /** Everything ever proposed for one worker, oldest first. */
  @Get('workers/:workerNo/card-changes')
  @Permit('roster:read')
  async ofWorker(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('workerNo', NumberPipe) workerNo: number,
    @Query() query: CardChangesQuery,
  ): Promise<object> {
    return answerOf(query, await this.list.ofWorker(actor, { centreId, workerNo }));
  }

  /** By another person than the proposer: from now on the card is a fact. */
  @Post('card-changes/:changeId/approve')
  @HttpCode(204)
  @Permit('card:approve')
  approve(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('changeId', IdPipe) changeId: string,
    @Body() body: ApproveCardBody,
  ): Promise<void> {
    return this.changes.approve(actor, { centreId, changeId, ...body });
  }

  @Post('card-changes/:changeId/return')
  @HttpCode(204)
  @Permit('card:approve')
  sendBack(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('changeId', IdPipe) changeId: string,
    @Body() body: ReturnCardBody,
  ): Promise<void> {
    return this.changes.sendBack(actor, { centreId, changeId, ...body });
  }

  @Post('card-changes/:changeId/withdraw')
  @HttpCode(204)
  @Permit('roster:write')
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('changeId', IdPipe) changeId: string,
    @Body() body: WithdrawCardBody,
  ): Promise<void> {
    return this.changes.withdraw(actor, { centreId, changeId, ...body });
  }
}
