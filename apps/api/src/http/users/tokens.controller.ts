import type { Actor } from '@gridstaff/contracts';
import { Tokens } from '@gridstaff/identity';
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { IssueTokenBody } from './users.dto';

@Controller('api/v1/tokens')
export class TokensController {
  constructor(private readonly tokens: Tokens) {}

  /** The token in the answer is shown this once. */
  @Post()
  @Permit('token:manage')
  async issue(
    @CurrentActor() actor: Actor,
    @Body() body: IssueTokenBody,
  ): Promise<{ id: string; token: string; expiresAt: string | null }> {
    const { id, token, expiresAt } = await this.tokens.issue(actor, body);
    return { id, token, expiresAt: isoInstant(expiresAt) };
  }

  @Delete(':tokenId')
  @HttpCode(204)
  @Permit('token:manage')
  revoke(@CurrentActor() actor: Actor, @Param('tokenId', IdPipe) tokenId: string): Promise<void> {
    return this.tokens.revoke(actor, tokenId);
  }
}
