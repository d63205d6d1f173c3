import type { Actor } from '@gridstaff/contracts';
import { type FileView, ImportLayouts } from '@gridstaff/exchange';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { ApiRequest } from '../common/fastify';
import { readUpload } from '../common/upload';
import { isoInstant } from '../common/view';
import { IMPORTING } from './imports.controller';
import { LayoutBody } from './imports.dto';

/** How files of a centre's own layouts are read: looked at, said once, remembered, forgotten. */
@Controller('api/v1/centres/:centreId/imports/:kind')
export class ImportLayoutsController {
  constructor(private readonly layouts: ImportLayouts) {}

  /** Field `file` of a multipart form: its columns and what each is taken for. */
  @Post('columns')
  @HttpCode(200)
  @Permit(...IMPORTING)
  async look(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Req() request: ApiRequest,
  ): Promise<object> {
    const { file } = await readUpload(request);
    return fileView(await this.layouts.look(actor, centreId, kind, file));
  }

  @Get('layouts')
  @Permit(...IMPORTING)
  async list(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
  ): Promise<object> {
    const layouts = await this.layouts.list(actor, centreId, kind);
    return {
      layouts: layouts.map(({ columns, savedAt, ...layout }) => ({
        ...layout,
        read: Object.values(columns).filter((key) => key !== '').length,
        savedAt: isoInstant(savedAt),
      })),
    };
  }

  /** In the place of what was remembered of the same heads. */
  @Post('layouts')
  @HttpCode(204)
  @Permit(...IMPORTING)
  async remember(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Body() { signature, sheet, columns, source }: LayoutBody,
  ): Promise<void> {
    await this.layouts.remember(actor, centreId, kind, {
      signature,
      sheet,
      source,
      columns: Object.fromEntries(columns.map(({ head, key }) => [head, key])),
    });
  }

  @Delete('layouts/:signature')
  @HttpCode(204)
  @Permit(...IMPORTING)
  async forget(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Param('kind') kind: string,
    @Param('signature') signature: string,
  ): Promise<void> {
    await this.layouts.forget(actor, centreId, kind, signature);
  }
}

const fileView = ({ template, sheets, targets }: FileView): object => ({
  ...{ template, sheets },
  targets: targets.map(({ zh, en, columns }) => ({
    zh,
    en,
    columns: columns.map((column) => ({ key: column.key, zh: column.zh, en: column.en, required: column.required })),
  })),
});
