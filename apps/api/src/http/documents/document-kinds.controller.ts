import type { Actor } from '@gridstaff/contracts';
import { DocumentKinds } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { DocumentKindBody, DocumentKindsQuery } from './documents.dto';

/** Which documents a centre keeps of people and agencies. */
@Controller('api/v1/centres/:centreId/document-kinds')
export class DocumentKindsController {
  constructor(private readonly kinds: DocumentKinds) {}

  @Get()
  @Permit('roster:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: DocumentKindsQuery,
  ): Promise<object> {
    const kinds = await this.kinds.list(actor, centreId, query);
    return {
      kinds: kinds.map(({ code, subject, nameZh, nameEn, sensitive, order, builtIn, inUse }) => ({
        ...{ code, subject, name_zh: nameZh, name_en: nameEn, sensitive, order, builtIn, inUse },
      })),
    };
  }

  @Post()
  @HttpCode(200)
  @Permit('dictionary:manage')
  async set(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: DocumentKindBody,
  ): Promise<{ changed: boolean }> {
    return { changed: await this.kinds.set(actor, centreId, body) };
  }
}
