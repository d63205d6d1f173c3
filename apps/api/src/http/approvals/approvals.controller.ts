import { Approvals, Delegations, type Todo } from '@gridstaff/approval';
import type { Actor } from '@gridstaff/contracts';
import { pageOf } from '@gridstaff/kernel';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, SignedInOnly } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { DelegationBody, TodosQuery } from './approvals.dto';

const todoView = (todo: Todo): object => ({ ...todo, openedAt: isoInstant(todo.openedAt) });

/** The caller's own matters: what waits for them, and what they lend. */
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly delegations: Delegations,
  ) {}

  @Get('todos')
  @SignedInOnly()
  async todos(@CurrentActor() actor: Actor, @Query() query: TodosQuery): Promise<object> {
    const sorts = { openedAt: (todo: Todo) => todo.openedAt, kind: (todo: Todo) => todo.kind };
    const key = ({ approvalId, kind }: Todo): string => `${approvalId} ${kind}`;
    return query.answer('todos', pageOf(await this.approvals.todosFor(actor), query.page(), sorts, key), todoView);
  }

  /** Lends one of the caller's own permissions. */
  @Post('delegations')
  @SignedInOnly()
  async delegate(@CurrentActor() actor: Actor, @Body() body: DelegationBody): Promise<{ id: string }> {
    return { id: await this.delegations.delegate(actor, body) };
  }

  @Delete('delegations/:delegationId')
  @HttpCode(204)
  @SignedInOnly()
  revoke(@CurrentActor() actor: Actor, @Param('delegationId', IdPipe) delegationId: string): Promise<void> {
    return this.delegations.revoke(actor, delegationId);
  }
}
