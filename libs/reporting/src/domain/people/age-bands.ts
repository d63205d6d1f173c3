import { invariant } from '@gridstaff/kernel';
import type { Words } from './report-table';

export interface AgeBand {
  from: number;
  /** Last year of age in the band; null: no end. */
  to: number | null;
}

/** @throws DomainError BUG where the bands of config/reports/age-bands.yaml leave a gap, overlap or end */
export function readAgeBands(file: unknown): AgeBand[] {
  const given = (file as { bands?: { from: number; to?: number }[] }).bands ?? [];
  const bands = given.map(({ from, to }) => ({ from, to: to ?? null }));
  bands.forEach(({ from, to }, i) => {
    const next = bands[i + 1];
    const follows = next ? to !== null && next.from === to + 1 && to >= from : to === null;
    invariant(Number.isInteger(from) && follows, `age-bands.yaml: band ${i + 1} does not lead to the next`);
  });
  invariant(bands.length > 0, 'age-bands.yaml: no bands');
  return bands;
}

export const nameOfBand = ({ from, to }: AgeBand): Words =>
  to === null ? { zh: `${from} 岁及以上`, en: `${from} and over` } : { zh: `${from}–${to} 岁`, en: `${from}–${to}` };

/** Nobody under the first band may be employed; who is counts in it all the same, so that nobody is missing. */
export const bandOf = (bands: readonly AgeBand[], age: number): AgeBand =>
  bands.find(({ to }) => to === null || age <= to) as AgeBand;
