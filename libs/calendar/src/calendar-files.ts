import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DomainError } from '@gridstaff/kernel';
import { projectRoot } from '@gridstaff/runtime';
import { parse } from 'yaml';
import { type CalendarYear, parseCalendarYear } from './domain';

/** A year of a calendar as a file states it. */
export interface CalendarFile {
  calendar: string;
  year: CalendarYear;
}

/** The calendars that come with the program. */
export const defaultCalendarDir = (): string => path.join(projectRoot(), 'config/calendar');

/**
 * The files `<calendar>-<year>.yaml` of a folder, in order.
 * @throws DomainError CALENDAR_DIR_UNREADABLE, CALENDAR_INVALID (also for a file named for another year)
 */
export function readCalendarFiles(dir: string): CalendarFile[] {
  const names = listed(dir).filter((name) => /^[A-Z]{2}-\d{4}\.yaml$/.test(name));
  return names.sort().map((name) => {
    const year = parseCalendarText(readFileSync(path.join(dir, name), 'utf8'), name);
    if (name.slice(3, 7) !== String(year.year)) {
      const detail = new DomainError('CALENDAR_DATE_OTHER_YEAR', { date: String(year.year), year: Number(name.slice(3, 7)) }, { file: name, path: 'year' });
      throw new DomainError('CALENDAR_INVALID', { file: name, count: 1 }, { file: name, path: 'year' }, [detail]);
    }
    return { calendar: name.slice(0, 2), year };
  });
}

/** @throws DomainError CALENDAR_INVALID */
export function parseCalendarText(text: string, file: string): CalendarYear {
  let content: unknown;
  try {
    content = parse(text, { schema: 'core' });
  } catch (error) {
    const detail = new DomainError('CALENDAR_WRONG_TYPE', { expected: 'YAML' }, { file });
    throw new DomainError('CALENDAR_INVALID', { file, count: 1 }, { file }, [detail], { cause: error });
  }
  return parseCalendarYear(content, file);
}

function listed(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch (error) {
    throw new DomainError('CALENDAR_DIR_UNREADABLE', { dir, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' }, {}, [], { cause: error });
  }
}
