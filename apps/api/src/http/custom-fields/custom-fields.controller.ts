import type { Actor } from '@gridstaff/contracts';
import { CustomFields, type WorkerTarget } from '@gridstaff/roster';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { Target } from '../workers/worker-target';
import { CustomFieldBody, CustomFieldsQuery, FieldValueBody } from './custom-fields.dto';

/** What a centre wants to know of each person beside what the product knows. */
@Controller('api/v1/centres/:centreId')
export class CustomFieldsController {
  constructor(private readonly fields: CustomFields) {}

  @Get('custom-fields')
  @Permit('roster:read')
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: CustomFieldsQuery,
  ): Promise<object> {
    return {
      fields: (await this.fields.list(actor, centreId, query.on)).map(
        ({ code, nameZh, nameEn, type, choices, order, inUse }) => ({
          ...{ code, name_zh: nameZh, name_en: nameEn, type, choices, order, inUse },
        }),
      ),
    };
  }

  @Post('custom-fields')
  @HttpCode(200)
  @Permit('dictionary:manage')
  async define(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() body: CustomFieldBody,
  ): Promise<{ changed: boolean }> {
    return { changed: await this.fields.define(actor, centreId, body) };
  }

  @Post('workers/:workerNo/custom-fields')
  @HttpCode(200)
  @Permit('roster:write')
  async set(
    @CurrentActor() actor: Actor,
    @Target() target: WorkerTarget,
    @Body() body: FieldValueBody,
  ): Promise<{ changed: boolean }> {
    return { changed: await this.fields.set(actor, { ...target, ...body, value: body.value ?? null }) };
  }
}
