import { firstDay, type LocalDate, OPEN_END, type Period, periodsBetween } from '@gridstaff/kernel';

import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from './schema/parameters';
import type { Coverage, ParsedPack, StatedValue } from './schema/pack-file';

/** A stated value with its end worked out: its own `valid_to`, or the start of the next value of the same layer and key. */
export type DatedEntry = StatedValue & { readonly validTo: LocalDate };

/**
 * The layers of a region code (GB/T 2260), the most general first: 430204 → CN, 430000, 430200, 430204. A value of a later layer
 * stands in for that of an earlier one in the months for which it is valid.
 */
export function layersOf(region: string): string[] {
  if (region === 'CN') return ['CN'];
  return [...new Set(['CN', `${region.slice(0, 2)}0000`, `${region.slice(0, 4)}00`, region])];
}

/** All dated values by layer and key, and the months each region covers. */
export class Layers {
  readonly coverage = new Map<string, Coverage>();
  private readonly entries = new Map<string, DatedEntry[]>();

  /** Overlaps, gaps inside a coverage and crossed bounds are reported at their places. */
  constructor(packs: readonly ParsedPack[]) {
    this.addCoverage(packs);
    this.addEntries(packs);
    const undated = new Set(packs.flatMap((pack) => pack.undated));
    for (const pack of packs) if (pack.coverage) this.checkRegion(pack, undated);
  }

  /** The value in force on the first day of the month, of the most particular layer that has one. */
  find(region: string, key: ParameterKey, period: Period): DatedEntry | undefined {
    const day = firstDay(period);
    return layersOf(region)
      .reverse()
      .map((layer) => this.of(layer, key).find((entry) => entry.validFrom <= day && day < entry.validTo))
      .find((entry) => entry !== undefined);
  }

  /** Every dated value of the layers (all when none are named), by layer, key and date. */
  list(layers?: readonly string[]): DatedEntry[] {
    const all = [...this.entries.values()].flat().filter((entry) => !layers || layers.includes(entry.layer));
    const order = (entry: DatedEntry): string =>
      `${entry.layer === 'CN' ? '' : entry.layer} ${String(PARAMETER_KEYS.indexOf(entry.key)).padStart(3, '0')} ${entry.validFrom}`;
    return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  private of(layer: string, key: ParameterKey): readonly DatedEntry[] {
    return this.entries.get(`${layer} ${key}`) ?? [];
  }

  private addCoverage(packs: readonly ParsedPack[]): void {
    for (const { layer, coverage } of packs) {
      if (!coverage) continue;
      if (this.coverage.has(layer)) coverage.spot.fail('DUPLICATE', { what: `coverage ${layer}` });
      this.coverage.set(layer, { from: coverage.from, to: coverage.to });
    }
  }

  private addEntries(packs: readonly ParsedPack[]): void {
    const groups = new Map<string, StatedValue[]>();
    for (const value of packs.flatMap((pack) => pack.values)) {
      const id = `${value.layer} ${value.key}`;
      groups.set(id, [...(groups.get(id) ?? []), value]);
    }
    for (const [id, values] of groups) {
      values.sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
      values.forEach((value, i) => {
        const before = values[i - 1];
        if (before && (before.validFrom === value.validFrom || (before.validTo ?? '') > value.validFrom))
          value.spot.at('valid_from').fail('POLICY_OVERLAP', { key: value.key, from: value.validFrom });
      });
      this.entries.set(
        id,
        values.map((value, i) => ({ ...value, validTo: value.validTo ?? values[i + 1]?.validFrom ?? OPEN_END })),
      );
    }
  }

  private checkRegion(pack: ParsedPack, undated: ReadonlySet<ParameterKey>): void {
    const region = pack.layer;
    const { from, to, spot } = pack.coverage as NonNullable<ParsedPack['coverage']>;
    const months = periodsBetween(from, to);
    for (const key of PARAMETER_KEYS) {
      if (!PARAMETERS[key].required || undated.has(key)) continue;
      for (const run of runs(months, (month) => this.find(region, key, month) === undefined))
        spot.fail('POLICY_GAP', { key, region, ...run });
    }
    this.checkBounds(region, months, 'insurance.floor', 'insurance.ceiling');
    this.checkBounds(region, months, 'housing_fund.floor', 'housing_fund.ceiling');
    this.checkBounds(region, months, 'housing_fund.min_rate', 'housing_fund.max_rate');
  }

  private checkBounds(region: string, months: readonly Period[], lowKey: ParameterKey, highKey: ParameterKey): void {
    const reported = new Set<DatedEntry>();
    for (const period of months) {
      const low = this.find(region, lowKey, period);
      const high = this.find(region, highKey, period);
      if (low?.value === undefined || high?.value === undefined || reported.has(low)) continue;
      if (Number(low.value) <= Number(high.value)) continue;
      reported.add(low);
      low.spot.at('value').fail('POLICY_BOUNDS_CROSSED', { period, low: shown(low), high: shown(high) });
    }
  }
}

/** Amounts are fen, rates text. */
const shown = ({ value }: DatedEntry): string => (typeof value === 'number' ? String(value / 100) : String(value));

/** Unbroken runs of the months for which `test` holds. */
function runs(months: readonly Period[], test: (month: Period) => boolean): { from: Period; to: Period }[] {
  const result: { from: Period; to: Period }[] = [];
  let open: { from: Period; to: Period } | undefined;
  for (const month of months) {
    if (!test(month)) open = undefined;
    else if (open) open.to = month;
    else result.push((open = { from: month, to: month }));
  }
  return result;
}
