import type { Actor } from '@gridstaff/contracts';
import { ExportService } from '@gridstaff/exchange';
import { Body, Controller, HttpCode, Param, Post, Res, type StreamableFile } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import type { Reply } from '../common/fastify';
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
  ): Promise<StreamableFile> {
    const { format, agencyId, purpose, ...options } = body;
    return fileAnswer(await this.exporting.run(actor, { kind, runId, format, agencyId, purpose, options }), reply);
  }
}
