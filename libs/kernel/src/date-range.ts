import { DomainError } from './errors';
import { daysBetween, endOfPeriod, firstDay, type LocalDate, type Period } from './local-date';

/** Half-open range of civil dates [from, to). */
export interface DateRange {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** @throws DomainError EMPTY_RANGE when `to` is not after `from` */
export function dateRange(from: LocalDate, to: LocalDate, field?: string): DateRange {
  if (to <= from) throw new DomainError('EMPTY_RANGE', { from, to }, { field });
  return { from, to };
}

export const rangeOfPeriod = (period: Period): DateRange => ({ from: firstDay(period), to: endOfPeriod(period) });
export const covers = (range: DateRange, date: LocalDate): boolean => range.from <= date && date < range.to;
export const overlaps = (a: DateRange, b: DateRange): boolean => a.from < b.to && b.from < a.to;
export const rangeDays = (range: DateRange): number => daysBetween(range.from, range.to);

export function intersect(a: DateRange, b: DateRange): DateRange | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from < to ? { from, to } : undefined;
}

/** The parts of `range` between the cut dates that fall inside it, in order. */
export function cutAt(range: DateRange, cuts: Iterable<LocalDate>): DateRange[] {
  const inside = [...new Set(cuts)].filter((d) => d > range.from && d < range.to).sort();
  const edges = [range.from, ...inside, range.to];
  return edges.slice(1).map((to, i) => ({ from: edges[i] as LocalDate, to }));
}
