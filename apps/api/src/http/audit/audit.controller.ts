import { type AuditEntry, AuditReader } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { type Verification, VerifyDatabase } from '@gridstaff/reporting';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { IdPipe } from '../common/dto.pipe';
import { cursorOf, isoInstant } from '../common/view';
import { AuditQuery } from './audit.dto';

interface AuditPage {
  entries: (Omit<AuditEntry, 'at' | 'data'> & { at: string | null; data: unknown })[];
  after: number | null;
}

@Controller('api/v1')
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly verify: VerifyDatabase,
  ) {}

  /** Latest first. */
  @Get('audit')
  @Permit('audit:read')
  async page(@CurrentActor() actor: Actor, @Query() query: AuditQuery): Promise<AuditPage> {
    const { after, ...filter } = query;
    const entries = await this.reader.page(actor, { ...filter, before: after });
    return {
      entries: entries.map((entry) => ({
        ...entry,
        at: isoInstant(entry.at),
        data: JSON.parse(entry.data) as unknown,
      })),
      after: cursorOf(entries, query.limit, (entry) => entry.seq),
    };
  }

  /** Checks every invariant of the centre's data. */
  @Post('centres/:centreId/verification')
  @HttpCode(200)
  @Permit('verify:run')
  verifyCentre(@CurrentActor() actor: Actor, @Param('centreId', IdPipe) centreId: string): Promise<Verification> {
    return this.verify.execute(actor, centreId);
  }
}
