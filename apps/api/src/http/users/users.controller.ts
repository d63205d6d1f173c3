import type { Actor } from '@gridstaff/contracts';
import { Accounts, type CreatedAccount } from '@gridstaff/identity';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { CreateUserBody, LinkWorkerBody, RoleBody, UsersQuery } from './users.dto';

@Controller('api/v1/users')
export class UsersController {
  constructor(private readonly accounts: Accounts) {}

  @Get()
  @Permit('user:manage')
  async list(@CurrentActor() actor: Actor, @Query() query: UsersQuery): Promise<object> {
    return query.answer('users', await this.accounts.list(actor, query.centreId, query.page()), (account) => account);
  }

  /** The password in the answer is shown this once. */
  @Post()
  @Permit('user:manage')
  create(@CurrentActor() actor: Actor, @Body() body: CreateUserBody): Promise<CreatedAccount> {
    return this.accounts.create(actor, body);
  }

  @Post(':userId/password-reset')
  @HttpCode(200)
  @Permit('user:manage')
  reset(@CurrentActor() actor: Actor, @Param('userId', IdPipe) userId: string): Promise<{ password: string }> {
    return this.accounts.reset(actor, userId);
  }

  @Post(':userId/disable')
  @HttpCode(204)
  @Permit('user:manage')
  disable(@CurrentActor() actor: Actor, @Param('userId', IdPipe) userId: string): Promise<void> {
    return this.accounts.disable(actor, userId);
  }

  @Post(':userId/enable')
  @HttpCode(204)
  @Permit('user:manage')
  enable(@CurrentActor() actor: Actor, @Param('userId', IdPipe) userId: string): Promise<void> {
    return this.accounts.enable(actor, userId);
  }

  @Post(':userId/worker')
  @HttpCode(204)
  @Permit('user:manage')
  linkWorker(
    @CurrentActor() actor: Actor,
    @Param('userId', IdPipe) userId: string,
    @Body() body: LinkWorkerBody,
  ): Promise<void> {
    return this.accounts.linkWorker(actor, userId, body);
  }

  @Post(':userId/worker/unlink')
  @HttpCode(204)
  @Permit('user:manage')
  unlinkWorker(@CurrentActor() actor: Actor, @Param('userId', IdPipe) userId: string): Promise<void> {
    return this.accounts.linkWorker(actor, userId, null);
  }

  @Post(':userId/roles')
  @HttpCode(204)
  @Permit('role:grant')
  grant(@CurrentActor() actor: Actor, @Param('userId', IdPipe) userId: string, @Body() body: RoleBody): Promise<void> {
    return this.accounts.grantRole(actor, userId, body.role, body.centreId);
  }

  @Post(':userId/roles/revoke')
  @HttpCode(204)
  @Permit('role:grant')
  revoke(@CurrentActor() actor: Actor, @Param('userId', IdPipe) userId: string, @Body() body: RoleBody): Promise<void> {
    return this.accounts.revokeRole(actor, userId, body.role, body.centreId);
  }
}
