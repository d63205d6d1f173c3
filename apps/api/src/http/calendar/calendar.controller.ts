import { Calendars, type LoadedYear, type LoadOutcome, parseCalendarText } from '@gridstaff/calendar';
import type { Actor } from '@gridstaff/contracts';
import { addDays, type LocalDate } from '@gridstaff/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CurrentActor, Permit } from '../common/access';
import { CalendarQuery, LoadYearBody } from './calendar.dto';

interface DayView {
  date: LocalDate;
  kind: string;
  name: string | null;
}

/** The installation's calendar: which days are worked, off or statutory. */
@Controller('api/v1/calendar')
export class CalendarController {
  constructor(private readonly calendars: Calendars) {}

  @Get('years')
  @Permit('calendar:read', 'calendar:manage')
  async years(): Promise<{ years: LoadedYear[] }> {
    return { years: await this.calendars.loadedYears() };
  }

  /** @throws DomainError NO_CALENDAR */
  @Get('days')
  @Permit('calendar:read', 'calendar:manage')
  async days(@Query() { year }: CalendarQuery): Promise<{ days: DayView[] }> {
    const calendar = await this.calendars.calendarFor(year, year);
    const days: DayView[] = [];
    for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
      days.push({ date, kind: calendar.kindOf(date), name: calendar.nameOf(date) ?? null });
    }
    return { days };
  }

  @Post('years')
  @HttpCode(200)
  @Permit('calendar:manage')
  async load(@CurrentActor() actor: Actor, @Body() body: LoadYearBody): Promise<{ outcome: LoadOutcome }> {
    const year = parseCalendarText(body.text, 'text');
    return { outcome: await this.calendars.loadYear(actor, year, { replace: body.replace }) };
  }
}
