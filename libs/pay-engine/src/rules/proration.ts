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
  b.finish(b.label(amount, 'item.amount'), { standard, split: weighted });
}
