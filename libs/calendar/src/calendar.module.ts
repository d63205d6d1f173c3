import { AuditModule } from '@gridstaff/audit';
import { AppLogger } from '@gridstaff/runtime';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { defaultCalendarDir, readCalendarFiles } from './calendar-files';
import { Calendars } from './calendars';
import { Periods } from './periods';

/** A wrong calendar file stops the start: months would be paid by the plain week. */
@Injectable()
class CalendarSeed implements OnModuleInit {
  constructor(
    private readonly calendars: Calendars,
    private readonly logger: AppLogger,
  ) {}

  async onModuleInit(): Promise<void> {
    const differing = await this.calendars.seed(readCalendarFiles(defaultCalendarDir()));
    for (const year of differing) this.logger.warn({ year }, 'the stored calendar differs from the file; load the year to take the file');
  }
}

@Module({
  imports: [AuditModule],
  providers: [Calendars, Periods, CalendarSeed],
  exports: [Calendars, Periods],
})
export class CalendarModule {}
