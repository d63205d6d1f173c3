import { DomainError } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../common/access';
import { Readiness } from './readiness';

/** For supervisors and balancers; says nothing about the inside. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: Database,
    private readonly readiness: Readiness,
  ) {}

  @Get('live')
  @Public()
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** @throws DomainError SHUTTING_DOWN, DATABASE_UNAVAILABLE */
  @Get('ready')
  @Public()
  async ready(): Promise<{ status: 'ok' }> {
    if (!this.readiness.ready) throw new DomainError('SHUTTING_DOWN');
    await this.db.query('SELECT 1 AS one');
    return { status: 'ok' };
  }
}
