import type { Actor } from '@gridstaff/contracts';
import { PackDesk } from '@gridstaff/payroll';
import { Body, Controller, Get, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { checkView, effectView, packView } from './packs.view';
import { ActivatePackBody, PackReasonBody, PackTextBody, ProposePackBody } from './policy.dto';

/** Packs brought in at run time: looked at, proposed by one person, activated by another. */
@Controller('api/v1/policy/packs')
export class PacksController {
  constructor(private readonly desk: PackDesk) {}

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

  @Post('effect')
  @HttpCode(200)
  @Permit('policy:read')
  async effect(
    @CurrentActor() actor: Actor,
    @Body() body: PackTextBody,
    @Headers('accept-language') accept?: string,
  ): Promise<object> {
    return effectView(await this.desk.effect(actor, body.text), languageOf(accept));
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
