import type { Actor } from '@gridstaff/contracts';
import { Tags } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { TagBody, TaggingBody, TagsQuery } from './tags.dto';

/** Words that a centre marks people with. */
@Controller('api/v1/centres/:centreId/tags')
export class TagsController {
  constructor(private readonly tags: Tags) {}

  @Get()
  @Permit('roster:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: TagsQuery,
  ): Promise<object> {
    return {
      tags: (await this.tags.list(actor, centreId, query.on)).map(({ code, nameZh, nameEn, tone, order, inUse }) => ({
        ...{ code, name_zh: nameZh, name_en: nameEn, tone, order, inUse },
      })),
    };
  }

  @Post()
  @HttpCode(200)
  @Permit('dictionary:manage')
  async define(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: TagBody,
  ): Promise<{ changed: boolean }> {
    return { changed: await this.tags.define(actor, centreId, body) };
  }

  /** Marks people, or takes the mark away; all of them or none. */
  @Post(':code/workers')
  @HttpCode(200)
  @Permit('roster:write')
  async mark(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('code') code: string,
    @Body() body: TaggingBody,
  ): Promise<{ changed: number }> {
    return { changed: await this.tags.mark(actor, { centreId, code, ...body }) };
  }
}
