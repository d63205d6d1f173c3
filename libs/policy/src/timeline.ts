import { type LocalDate, OPEN_END } from '@gridstaff/kernel';

import type { StatedValue } from './schema/pack-file';

/** Part of the time of a stated value in which it holds: from `holdsFrom` (its own `validFrom`, or the end of what stood above it) to `validTo`, exclusive. */
export type DatedEntry = StatedValue & { readonly holdsFrom: LocalDate; readonly validTo: LocalDate };

/**
 * The values of one parameter in one layer as unbroken, disjoint stretches of time. A value ends at its own `valid_to`, else with the next
 * value that is not above it. Where values of several ranks claim a day, the highest rank has it, and what lies below is back when it ends.
 * Values of the same rank must not overlap (the caller reports that).
 */
export function timeline(values: readonly StatedValue[]): DatedEntry[] {
  const ended = values.map((value) => ({ value, end: value.validTo ?? nextStart(value, values) }));
  const edges = [...new Set(ended.flatMap(({ value, end }) => [value.validFrom, end]))].sort();
  const stretches: { value: StatedValue; from: LocalDate; to: LocalDate }[] = [];
  edges.slice(0, -1).forEach((from, i) => {
    const to = edges[i + 1] as LocalDate;
    const value = ended
      .filter((one) => one.value.validFrom <= from && from < one.end)
      .reduce<StatedValue | undefined>((top, one) => (top && top.rank >= one.value.rank ? top : one.value), undefined);
    if (!value) return;
    const before = stretches.at(-1);
    if (before?.value === value && before.to === from) before.to = to;
    else stretches.push({ value, from, to });
  });
  return stretches.map(({ value, from, to }) => ({ ...value, holdsFrom: from, validTo: to }));
}

function nextStart({ validFrom, rank }: StatedValue, values: readonly StatedValue[]): LocalDate {
  return values.reduce<LocalDate>(
    (next, other) =>
      other.rank <= rank && other.validFrom > validFrom && other.validFrom < next ? other.validFrom : next,
    OPEN_END,
  );
}
