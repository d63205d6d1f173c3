import { daysInMonth, DomainError, endOfPeriod, firstDay, isLocalDate, type Period } from '@gridstaff/kernel';
import type { PeriodParameters, SegmentInput, WorkerInput } from '../model';

/** What must hold of dates and days before anything is calculated; each finding says where and why. */
export class InputCheck {
  private readonly period: Period;
  private readonly monthDays: number;
  private readonly end: string;
  private readonly bonusMayBeSeparate: boolean;
  /** Dates already seen: the same few cut dates come again and again. */
  private readonly dates = new Set<string>();

  constructor({ period, taxMonth, incomeTax }: PeriodParameters) {
    this.period = period;
    this.monthDays = daysInMonth(period);
    this.end = endOfPeriod(period);
    this.bonusMayBeSeparate = firstDay(taxMonth) <= incomeTax.bonusSeparateUntil.value;
  }

  /**
   * @throws DomainError PAY_NO_SEGMENTS, PAY_SEGMENT_DATES, PAY_SCHEDULED_DAYS, PAY_ABSENCE_TOO_LONG, PAY_INPUT_INVALID, PAY_BONUS_SEPARATE
   */
  check(input: WorkerInput): void {
    const { segments, scheduledDays, bonus } = input;
    if (bonus?.method === 'separate' && !this.bonusMayBeSeparate) throw new DomainError('PAY_BONUS_SEPARATE', {});
    if (bonus && bonus.method !== 'separate' && bonus.method !== 'together')
      throw invalid('bonus.method', bonus.method);
    if (segments.length === 0) {
      if (!input.retro && !bonus && !input.labour && !input.severance && !input.annualLeave)
        throw new DomainError('PAY_NO_SEGMENTS', {});
      // Hours of a month need its wages; those of a leaver are paid as a difference.
      const { weekday, restday, holiday } = input.overtimeHours;
      if (weekday !== 0 || restday !== 0 || holiday !== 0) throw invalid('overtime', weekday + restday + holiday);
      return;
    }
    if (input.calendarDays !== this.monthDays) throw invalid('month.calendar_days', input.calendarDays);
    if (!Number.isSafeInteger(scheduledDays) || scheduledDays < 0) throw invalid('month.scheduled_days', scheduledDays);
    if (scheduledDays > this.monthDays)
      throw new DomainError('PAY_SCHEDULED_DAYS', { days: scheduledDays, limit: this.monthDays });
    let sum = 0;
    let reached = `${this.period}-01`;
    for (const segment of segments) {
      reached = this.segment(segment, reached);
      sum += segment.scheduledDays;
    }
    if (sum > scheduledDays) throw new DomainError('PAY_SCHEDULED_DAYS', { days: sum, limit: scheduledDays });
  }

  private segment(segment: SegmentInput, reached: string): string {
    const { from, to, scheduledDays, calendarDays } = segment;
    const inMonth = this.isDate(from) && (to === this.end || this.isDate(to));
    const toDay = to === this.end ? this.monthDays + 1 : Number(to.slice(8));
    if (!inMonth || from < reached || calendarDays !== toDay - Number(from.slice(8)) || calendarDays < 1) {
      throw new DomainError('PAY_SEGMENT_DATES', { from: String(from), to: String(to) });
    }
    if (!Number.isSafeInteger(scheduledDays) || scheduledDays < 0)
      throw invalid('segment.scheduled_days', scheduledDays);
    if (scheduledDays > calendarDays)
      throw new DomainError('PAY_SCHEDULED_DAYS', { days: scheduledDays, limit: calendarDays });
    let absent = 0;
    for (const { kind, days } of segment.absences) {
      if (!Number.isSafeInteger(days) || days < 0) throw invalid(`segment.absence.${kind}`, days);
      absent += days;
    }
    if (absent > scheduledDays * 100) {
      throw new DomainError('PAY_ABSENCE_TOO_LONG', { from, to, days: String(absent / 100), limit: scheduledDays });
    }
    return to;
  }

  private isDate(date: string): boolean {
    if (this.dates.has(date)) return true;
    if (typeof date !== 'string' || !isLocalDate(date) || !date.startsWith(this.period)) return false;
    this.dates.add(date);
    return true;
  }
}

const invalid = (name: string, value: unknown): DomainError =>
  new DomainError('PAY_INPUT_INVALID', { name, value: String(value).slice(0, 40) }, { field: name });
