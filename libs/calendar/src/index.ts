export { CalendarModule } from './calendar.module';
export { calendarEntities } from './calendar.entity';
export { type CalendarFile, defaultCalendarDir, parseCalendarText, readCalendarFiles } from './calendar-files';
export { Calendars, type LoadedYear, type LoadOutcome, NATIONAL } from './calendars';
export * from './domain';
export { type CentrePeriod, Periods, type PeriodStatus } from './periods';
