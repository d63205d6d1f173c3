import type { Actor } from '@gridstaff/contracts';
import { EqualPayFile, EqualPayReports } from '@gridstaff/reporting';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { languageOf } from '../common/problem';
import { fileAnswer } from '../exports/file-answer';
import { EqualPayQueryDto } from './equal-pay.dto';
import { reportView } from './report.view';

/** 同工同酬: pay by standard of people of the same post and grade, side by side. Nobody is named. */
@Controller('api/v1/centres/:centreId/reports/equal-pay')
export class EqualPayController {
  constructor(
    private readonly reports: EqualPayReports,
    private readonly files: EqualPayFile,
  ) {}

  @Get()
  @Permit('roster:read')
  async report(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: EqualPayQueryDto,
  ): Promise<object> {
    const { table, items, threshold, ...report } = await this.reports.report(actor, { centreId, ...query });
    return {
      ...report,
      items: items.map(({ code, name }) => ({ code, name_zh: name.zh, name_en: name.en })),
      threshold: threshold && {
        ...{ validFrom: threshold.validFrom, percent: (threshold.perMille / 10).toFixed(1) },
        ...{ source: threshold.source, confidence: threshold.confidence },
      },
      ...reportView(table),
    };
  }

  /** A command, not a reading: the file is an entry of the audit log. */
  @Post('file')
  @HttpCode(200)
  @Permit('roster:read')
  async file(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() query: EqualPayQueryDto,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    return fileAnswer(await this.files.make(actor, { centreId, ...query }, languageOf(accept)), reply);
  }
}
