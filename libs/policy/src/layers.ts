import { firstDay, type Period, periodsBetween } from '@gridstaff/kernel';

import { PARAMETER_KEYS, PARAMETERS, type ParameterKey } from './schema/parameters';
import type { Coverage, ParsedPack, StatedValue } from './schema/pack-file';
import { type DatedEntry, timeline } from './timeline';

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
  private readonly covering = new Map<string, ParsedPack>();
  private readonly entries = new Map<string, DatedEntry[]>();

  /** Overlaps, gaps inside a coverage and crossed bounds are reported at their places. */
  constructor(packs: readonly ParsedPack[]) {
    this.addCoverage(packs);
    this.addEntries(packs);
    const undated = new Set(packs.flatMap((pack) => pack.undated));
    for (const pack of this.covering.values()) this.checkRegion(pack, undated);
  }

  /** The value in force on the first day of the month, of the most particular layer that has one. */
  find(region: string, key: ParameterKey, period: Period): DatedEntry | undefined {
    const day = firstDay(period);
    return layersOf(region)
      .reverse()
      .map((layer) => this.of(layer, key).find((entry) => entry.holdsFrom <= day && day < entry.validTo))
      .find((entry) => entry !== undefined);
  }

  /** Every dated value of the layers (all when none are named), by layer, key and date. */
  list(layers?: readonly string[]): DatedEntry[] {
    const all = [...this.entries.values()].flat().filter((entry) => !layers || layers.includes(entry.layer));
    const order = (entry: DatedEntry): string =>
      `${entry.layer === 'CN' ? '' : entry.layer} ${String(PARAMETER_KEYS.indexOf(entry.key)).padStart(3, '0')} ${entry.holdsFrom}`;
    return all.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  }

  private of(layer: string, key: ParameterKey): readonly DatedEntry[] {
    return this.entries.get(`${layer} ${key}`) ?? [];
  }

  private addCoverage(packs: readonly ParsedPack[]): void {
    for (const pack of [...packs].sort((a, b) => a.rank - b.rank)) {
      const { layer, rank, coverage } = pack;
      if (!coverage) continue;
      if (this.covering.get(layer)?.rank === rank) coverage.spot.fail('DUPLICATE', { what: `coverage ${layer}` });
      const before = this.coverage.get(layer);
      // Months that were paid under it must stay answerable.
      if (before && rank > 0 && (coverage.from > before.from || coverage.to < before.to))
        coverage.spot.fail('POLICY_COVERAGE_SHRINKS', { region: layer, from: before.from, to: before.to });
      this.covering.set(layer, pack);
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
      values.sort((a, b) => a.rank - b.rank || (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0));
      values.forEach((value, i) => {
        const before = values[i - 1];
        if (!before || before.rank !== value.rank) return;
        if (before.validFrom === value.validFrom || (before.validTo ?? '') > value.validFrom)
          value.spot.at('valid_from').fail('POLICY_OVERLAP', { key: value.key, from: value.validFrom });
      });
      this.entries.set(id, timeline(values));
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
