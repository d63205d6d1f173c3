import { canonicalJson, type Json, type Period, periodsBetween } from '@gridstaff/kernel';

import type { ListedValue, PolicyPacks } from './policy-packs';
import { PARAMETER_KEYS, type ParameterKey } from './schema/parameters';

/** An unbroken run of months in which one parameter of a region changes in the same way. */
export interface ParameterChange {
  readonly region: string;
  readonly key: ParameterKey;
  /** Months, both included. */
  readonly from: Period;
  readonly to: Period;
  /** Null where the month had, or will have, no value. */
  readonly before: ListedValue | null;
  readonly after: ListedValue | null;
  /** `origin`: the amount stays, only its source, layer or confidence differs. */
  readonly what: 'value' | 'origin';
}

/** Key by key and month by month, what holds differently in each covered region. */
export function packDifference(before: PolicyPacks, after: PolicyPacks): ParameterChange[] {
  const regions = [...new Set([...before.regions(), ...after.regions()])].sort();
  return regions.flatMap((region) => {
    const months = monthsOf(region, before, after);
    return PARAMETER_KEYS.flatMap((key) => changesOf(region, key, months, before, after));
  });
}

function monthsOf(region: string, ...states: PolicyPacks[]): Period[] {
  const coverages = states.flatMap((state) => state.coverageOf(region) ?? []);
  const from = coverages.map((c) => c.from).sort()[0];
  const to = coverages
    .map((c) => c.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? [] : periodsBetween(from, to);
}

function changesOf(
  region: string,
  key: ParameterKey,
  months: readonly Period[],
  old: PolicyPacks,
  now: PolicyPacks,
): ParameterChange[] {
  const changes: (ParameterChange & { id: string })[] = [];
  let last: Period | undefined;
  for (const month of months) {
    const before = old.stated(region, key, month) ?? null;
    const after = now.stated(region, key, month) ?? null;
    const [was, is] = [contentOf(before), contentOf(after)];
    const open = changes.at(-1);
    if (was === is) continue;
    const id = `${was} ${is}`;
    if (open && open.id === id && open.to === last) changes[changes.length - 1] = { ...open, to: month };
    else {
      const what = valueOf(before) === valueOf(after) ? 'origin' : 'value';
      changes.push({ region, key, from: month, to: month, before, after, what, id });
    }
    last = month;
  }
  return changes.map(({ id: _, ...change }) => change);
}

/** Dates are left out: a value that only began at another time says the same for this month. */
const contentOf = (value: ListedValue | null): string =>
  value === null ? '' : canonicalJson([value.value, value.source, value.confidence, value.layer]);

const valueOf = (value: ListedValue | null): string => (value === null ? '' : canonicalJson(value.value as Json));
