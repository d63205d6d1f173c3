import { createHash } from 'node:crypto';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { canonicalJson, DomainError, type Json } from '@gridstaff/kernel';
import { Database, type Row, UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { CalendarFile } from './calendar-files';
import { type CalendarDay, type CalendarYear, daysOfYear, WorkCalendar } from './domain';

/** The one calendar of the product: State Council and national law. */
export const NATIONAL = 'CN';

export interface LoadedYear {
  year: number;
  source: string;
  sha256: string;
}

export type LoadOutcome = 'added' | 'replaced' | 'same';

const YEAR_COLUMNS = ['calendar', 'year', 'source', 'sha256', 'loaded_at', 'loaded_by'];
const DAY_COLUMNS = ['calendar', 'date', 'kind', 'name', 'name_en'];

/** The stored work calendar. */
@Injectable()
export class Calendars {
  /** Built for exactly these versions of the years; any process may load another year, so the versions are asked for each time. */
  private cached: { versions: string; calendar: WorkCalendar } | undefined;

  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The calendar, covering at least these years (both included). @throws DomainError NO_CALENDAR */
  async calendarFor(fromYear: number, toYear: number): Promise<WorkCalendar> {
    const years = await this.loadedYears();
    for (let year = fromYear; year <= toYear; year++) {
      if (years.every((loaded) => loaded.year !== year)) throw new DomainError('NO_CALENDAR', { year });
    }
    const versions = years.map(({ year, sha256 }) => `${year}:${sha256}`).join();
    if (this.cached?.versions !== versions) this.cached = { versions, calendar: await this.build(years) };
    return this.cached.calendar;
  }

  loadedYears(): Promise<LoadedYear[]> {
    return this.db.query<LoadedYear>('SELECT year, source, sha256 FROM calendar_year WHERE calendar = ? ORDER BY year', [NATIONAL]);
  }

  /**
   * Brings in the years that are missing; years that are there stay as they are, since somebody may have corrected them.
   * @returns years whose stored content differs from the files
   */
  async seed(files: readonly CalendarFile[]): Promise<number[]> {
    const known = new Map((await this.loadedYears()).map(({ year, sha256 }) => [year, sha256]));
    const missing = files.filter(({ calendar, year }) => calendar === NATIONAL && !known.has(year.year));
    if (missing.length > 0) await this.uow.run(() => this.store(missing.map(({ year }) => year), null));
    return files.flatMap(({ year }) => (known.has(year.year) && known.get(year.year) !== hashOf(year) ? [year.year] : []));
  }

  /**
   * Loads one year for the whole installation. Changing a year that is there needs `replace`: months already calculated keep their snapshot.
   * @throws DomainError NOT_FOUND, FORBIDDEN, CALENDAR_CHANGED
   */
  async loadYear(actor: Actor, year: CalendarYear, options: { replace: boolean }): Promise<LoadOutcome> {
    requirePermission(actor, 'calendar:manage', '*');
    return this.uow.run(async () => {
      const before = (await this.loadedYears()).find((loaded) => loaded.year === year.year);
      const sha256 = hashOf(year);
      if (before?.sha256 === sha256) return 'same';
      if (before && !options.replace) throw new DomainError('CALENDAR_CHANGED', { year: year.year });
      if (before) await this.remove(year.year);
      await this.store([year], actor.userId);
      await this.audit.append({
        actor,
        centreId: null,
        action: before ? 'calendar.replaced' : 'calendar.added',
        subjectType: 'calendar',
        subjectId: `${NATIONAL}-${year.year}`,
        data: { sha256, before: before?.sha256 ?? null },
      });
      return before ? 'replaced' : 'added';
    });
  }

  private async build(years: readonly LoadedYear[]): Promise<WorkCalendar> {
    const days = await this.db.query<{ date: string; kind: CalendarDay['kind']; name: string | null }>(
      'SELECT date, kind, name FROM calendar_day WHERE calendar = ? ORDER BY date',
      [NATIONAL],
    );
    const named = days.map(({ date, kind, name }): CalendarDay => ({ date, kind, name: name ?? undefined }));
    return new WorkCalendar(named, years.map(({ year }) => year));
  }

  private async store(years: readonly CalendarYear[], loadedBy: string | null): Promise<void> {
    const now = this.clock.millis();
    const yearRows = years.map((year): Row => [NATIONAL, year.year, year.source, hashOf(year), now, loadedBy]);
    const dayRows = years.flatMap((year) => daysOfYear(year).map((day): Row => [NATIONAL, day.date, day.kind, day.name ?? null, day.nameEn ?? null]));
    // Several processes may start at once: the first one's rows stay.
    await this.db.insertMissing('calendar_year', YEAR_COLUMNS, yearRows);
    await this.db.insertMissing('calendar_day', DAY_COLUMNS, dayRows);
  }

  private async remove(year: number): Promise<void> {
    await this.db.execute('DELETE FROM calendar_day WHERE calendar = ? AND date >= ? AND date < ?', [NATIONAL, `${year}-01-01`, `${year + 1}-01-01`]);
    await this.db.execute('DELETE FROM calendar_year WHERE calendar = ? AND year = ?', [NATIONAL, year]);
  }
}

const hashOf = (year: CalendarYear): string =>
  createHash('sha256')
    .update(canonicalJson(year as unknown as Json))
    .digest('hex');
