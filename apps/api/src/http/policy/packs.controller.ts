import type { Actor } from '@gridstaff/contracts';
import { PackDesk, PackEffects } from '@gridstaff/payroll';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { checkView, effectProgressView, packView } from './packs.view';
import { ActivatePackBody, PackReasonBody, PackTextBody, ProposePackBody } from './policy.dto';

/** Packs brought in at run time: looked at, proposed by one person, activated by another. */
@Controller('api/v1/policy/packs')
export class PacksController {
  constructor(
    private readonly desk: PackDesk,
    private readonly effects: PackEffects,
  ) {}

  @Get()
  @Permit('policy:read')
  async list(@CurrentActor() actor: Actor): Promise<object> {
    return { packs: (await this.desk.list(actor)).map(packView) };
  }

  @Post('check')
  @HttpCode(200)
  @Permit('policy:read')
  async check(@CurrentActor() actor: Actor, @Body() body: PackTextBody): Promise<object> {
    return checkView(await this.desk.check(actor, body.text));
  }

  /** Calculated in the background; `GET effects/{effectId}` tells how far it is and, at the end, what it found. */
  @Post('effects')
  @HttpCode(202)
  @Permit('policy:read')
  async ask(@CurrentActor() actor: Actor, @Body() body: PackTextBody): Promise<object> {
    return { id: await this.effects.ask(actor, body.text) };
  }

  /** Of one's own questions, which are kept for a day. */
  @Get('effects/:effectId')
  @Permit('policy:read')
  async effect(
    @CurrentActor() actor: Actor,
    @Param('effectId', IdPipe) effectId: string,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    return effectProgressView(await this.effects.progress(actor, effectId), languageOf(accept));
  }

  @Post('effects/:effectId/stop')
  @HttpCode(204)
  @Permit('policy:read')
  stop(@CurrentActor() actor: Actor, @Param('effectId', IdPipe) effectId: string): Promise<void> {
    return this.effects.stop(actor, effectId);
  }

  @Post()
  @Permit('policy:propose')
  async propose(@CurrentActor() actor: Actor, @Body() body: ProposePackBody): Promise<object> {
    return packView(await this.desk.propose(actor, body));
  }

  @Get(':packId')
  @Permit('policy:read')
  async get(@CurrentActor() actor: Actor, @Param('packId', IdPipe) packId: string): Promise<object> {
    const { text, ...pack } = await this.desk.get(actor, packId);
    return { ...packView(pack), text };
  }

  @Post(':packId/activate')
  @HttpCode(200)
  @Permit('policy:activate')
  async activate(
    @CurrentActor() actor: Actor,
    @Param('packId', IdPipe) packId: string,
    @Body() body: ActivatePackBody,
  ): Promise<object> {
    return packView(await this.desk.activate(actor, { packId, ...body }));
  }

  @Post(':packId/return')
  @HttpCode(200)
  @Permit('policy:activate')
  async sendBack(
    @CurrentActor() actor: Actor,
    @Param('packId', IdPipe) packId: string,
    @Body() body: PackReasonBody,
  ): Promise<object> {
    return packView(await this.desk.sendBack(actor, packId, body.reason));
  }

  @Post(':packId/withdraw')
  @HttpCode(200)
  @Permit('policy:propose')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('packId', IdPipe) packId: string,
    @Body() body: PackReasonBody,
  ): Promise<object> {
    return packView(await this.desk.withdraw(actor, packId, body.reason));
  }
}
