import { Approvals, Delegations, type Todo } from '@gridstaff/approval';
import type { Actor } from '@gridstaff/contracts';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, SignedInOnly } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { DelegationBody } from './approvals.dto';

type TodoView = Omit<Todo, 'openedAt'> & { openedAt: string | null };

/** The caller's own matters: what waits for them, and what they lend. */
@Controller('api/v1/approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly delegations: Delegations,
  ) {}

  @Get('todos')
  @SignedInOnly()
  async todos(@CurrentActor() actor: Actor): Promise<{ todos: TodoView[] }> {
    const todos = await this.approvals.todosFor(actor);
    return { todos: todos.map((todo) => ({ ...todo, openedAt: isoInstant(todo.openedAt) })) };
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
