import type { Actor } from '@gridstaff/contracts';
import { MIME } from '@gridstaff/exchange';
import { Coverage, type CoverageReport } from '@gridstaff/roster';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { languageOf } from '../common/problem';
import { dispositionOf } from '../exports/file-answer';
import { CoverageQuery } from './units.dto';

/** Which grid had nobody on which days, who was on it, and who covered. */
@Controller('api/v1/centres/:centreId/coverage')
export class CoverageController {
  constructor(private readonly coverage: Coverage) {}

  @Get()
  @Permit('roster:read')
  report(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Query() { from, until, unit }: CoverageQuery,
  ): Promise<CoverageReport> {
    return this.coverage.report(actor, { centreId, from, until, unitCode: unit });
  }

  /** A command, not a reading: the file is an entry of the audit log. */
  @Post('file')
  @HttpCode(200)
  @Permit('roster:read')
  async file(
    @CurrentActor() actor: Actor,
    @Param('centreId', IdPipe) centreId: string,
    @Body() { from, until, unit }: CoverageQuery,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const language = languageOf(accept);
    const content = await this.coverage.workbook(actor, { centreId, from, until, unitCode: unit }, language);
    const name = `${language === 'zh' ? '网格覆盖' : 'coverage'} ${from} ${until}.xlsx`;
    return new StreamableFile(content, { type: MIME.xlsx, disposition: dispositionOf(name), length: content.length });
  }
}
