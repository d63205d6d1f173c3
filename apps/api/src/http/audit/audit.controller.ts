import { type AuditEntry, AuditReader } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { type Verification, VerifyDatabase } from '@gridstaff/reporting';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { isoInstant } from '../common/view';
import { AuditQuery } from './audit.dto';

const entryView = (entry: AuditEntry): object => ({
  ...entry,
  at: isoInstant(entry.at),
  data: JSON.parse(entry.data) as unknown,
});

@Controller('api/v1')
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly verify: VerifyDatabase,
  ) {}

  @Get('audit')
  @Permit('audit:read')
  async page(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<object> {
    const { scope, subjectType, subjectId } = query;
    const page = await this.reader.page(actor, { scope, subjectType, subjectId }, query.page());
    return query.answer('entries', page, entryView);
  }

  /** Checks every invariant of the centre's data. */
  @Post('centres/:centreId/verification')
  @HttpCode(200)
  @Permit('verify:run')
  verifyCentre(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<Verification> {
    return this.verify.execute(actor, centreId);
  }
}
