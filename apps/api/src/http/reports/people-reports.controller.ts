import type { Actor } from '@gridstaff/contracts';
import { PeopleReportFile, PeopleReports } from '@gridstaff/reporting';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { languageOf } from '../common/problem';
import { fileAnswer } from '../exports/file-answer';
import { PeopleReportQueryDto } from './people-reports.dto';
import { reportView } from './report.view';

/** 人员报表: how many people there are, come, go and may go. Nobody is named. */
@Controller('api/v1/centres/:centreId/reports/people')
export class PeopleReportsController {
  constructor(
    private readonly reports: PeopleReports,
    private readonly files: PeopleReportFile,
  ) {}

  @Get()
  @Permit('roster:read')
  async report(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() query: PeopleReportQueryDto,
  ): Promise<object> {
    const { table, ...asked } = await this.reports.report(actor, { centreId, ...query });
    return { ...asked, ...reportView(table) };
  }

  /** A command, not a reading: the file is an entry of the audit log. */
  @Post('file')
  @HttpCode(200)
  @Permit('roster:read')
  async file(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() query: PeopleReportQueryDto,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    return fileAnswer(await this.files.make(actor, { centreId, ...query }, languageOf(accept)), reply);
  }
}
