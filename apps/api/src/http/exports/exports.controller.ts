import type { Actor } from '@gridstaff/contracts';
import { ExportService } from '@gridstaff/exchange';
import { Body, Controller, Headers, HttpCode, Param, Post, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
import { languageOf } from '../common/problem';
import { ExportBody } from './exports.dto';
import { fileAnswer } from './file-answer';

/** Files for people outside. A command, not a reading: each file is an entry of the audit log. */
@Controller('api/v1/runs/:runId/exports')
export class ExportsController {
  constructor(private readonly exporting: ExportService) {}

  /** `kind` is one of payroll, payslip, payslips, bank, tax, insurance, settlement. */
  @Post(':kind')
  @HttpCode(200)
  @Permit('run:read', 'settlement:read')
  async make(
    @CurrentActor() actor: Actor,
    @Param('runId', IdPipe) runId: string,
    @Param('kind') kind: string,
    @Body() body: ExportBody,
    @Res({ passthrough: true }) reply: Reply,
    @Headers('accept-language') accept?: string,
  ): Promise<StreamableFile> {
    const { format, agencyId, purpose, language = languageOf(accept), ...options } = body;
    const request = { kind, runId, format, agencyId, purpose, language, options };
    return fileAnswer(await this.exporting.run(actor, request), reply);
  }
}
