import type { LineBuilder } from '../program/builder';
import type { Ref } from '../program/table';

const DAYS = {
  segment: ['segment.scheduled_days', 'month.scheduled_days'],
  calendar: ['segment.calendar_days', 'month.calendar_days'],
} as const;

/**
 * Ends a line whose formula `standard` (a step of `each`) gives a segment's full-month value: each segment counts with its days over
 * the month's days, the total is rounded once and shared by largest remainder, so a full month of equal values is exactly the value.
 */
export function prorate(b: LineBuilder, standard: Ref, by: 'segment' | 'calendar'): void {
  const [segmentDays, monthDays] = DAYS[by];
  const weighted = b.multiply(standard, b.takeEach(segmentDays));
  b.label(standard, 'item.standard');
  b.total();
  const amount = b.round(b.divide(b.sum(weighted), b.take(monthDays)));
  b.finish(b.label(amount, 'item.amount'), { standard, split: weighted, pays: 'own' });
}

/** Ends a line whose formula `standard` counts as it stands in the last segment, for all days in post of the month. */
export function prorateLast(b: LineBuilder, standard: Ref): void {
  const days = b.takeEach('segment.scheduled_days');
  b.total();
  const last = b.label(b.last(standard), 'item.standard');
  const amount = b.round(b.divide(b.multiply(last, b.sum(days)), b.take('month.scheduled_days')));
  b.finish(b.label(amount, 'item.amount'), { standard: last, split: days, pays: 'own' });
}
