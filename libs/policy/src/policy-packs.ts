import { createHash } from 'node:crypto';
import { DomainError, isPeriod, type Json, type LocalDate, OPEN_END, type Period } from '@gridstaff/kernel';

import { Layers, layersOf } from './layers';
import { readPackFiles } from './read-files';
import { resolveRegion } from './region-parameters';
import { Findings } from './schema/findings';
import { type Coverage, type PackFile, parsePackFile } from './schema/pack-file';
import { PARAMETER_KEYS, type ParameterKey } from './schema/parameters';
import type { DatedEntry } from './timeline';
import type { Confidence, RegionParameters } from './types';

/** A dated value as it is listed to people. */
export interface ListedValue {
  readonly key: string;
  readonly layer: string;
  /** Amounts in fen. */
  readonly value: Json;
  readonly validFrom: LocalDate;
  /** Exclusive; null while open. */
  readonly validTo: LocalDate | null;
  readonly source: string;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** The dated parameters of all regions, read once; immutable. */
export class PolicyPacks {
  private readonly resolved = new Map<string, RegionParameters>();

  /** SHA-256 (hex) over the texts in their order: the same everywhere where the same packs stand. */
  readonly digest: string;

  private constructor(
    private readonly layers: Layers,
    private readonly files: readonly PackFile[],
  ) {
    const content = files.map(({ layer, name, text, rank }) => [layer ?? '', name, rank ?? 0, text]);
    this.digest = createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');
  }

  /**
   * Reads `<dir>/<layer>/*.yaml`.
   * @throws DomainError POLICY_DIR_UNREADABLE, POLICY_INVALID
   */
  static load(dir: string): PolicyPacks {
    return PolicyPacks.fromFiles(readPackFiles(dir));
  }

  /**
   * Checks the texts of all packs and joins them.
   * @throws DomainError POLICY_INVALID with every finding as a detail, each with its file and path
   */
  static fromFiles(files: readonly PackFile[]): PolicyPacks {
    const findings = new Findings();
    const packs = files.flatMap((file) => parsePackFile(file, findings) ?? []);
    const layers = new Layers(packs);
    if (layers.coverage.size === 0 && findings.list.length === 0)
      findings.list.push(new DomainError('POLICY_NO_COVERAGE'));
    findings.refuse();
    return new PolicyPacks(layers, files);
  }

  /**
   * These packs and one more, which stands above all of them.
   * @throws DomainError POLICY_INVALID with every finding as a detail
   */
  with(file: Pick<PackFile, 'name' | 'text'>): PolicyPacks {
    const rank = 1 + Math.max(0, ...this.files.map((one) => one.rank ?? 0));
    return PolicyPacks.fromFiles([...this.files, { ...file, rank }]);
  }

  /**
   * What holds in the region on the first day of the month. The same object for the same question.
   * @throws DomainError NO_PARAMETERS for a month or region that no pack covers
   */
  parametersFor(region: string, period: Period): RegionParameters {
    const id = `${region} ${period}`;
    const known = this.resolved.get(id);
    if (known) return known;
    const coverage = this.layers.coverage.get(region);
    if (!coverage || !isPeriod(period) || period < coverage.from || coverage.to < period)
      throw new DomainError('NO_PARAMETERS', { region, period });
    const parameters = resolveRegion(this.layers, region, period);
    this.resolved.set(id, parameters);
    return parameters;
  }

  /** Regions with a coverage of their own, sorted. */
  regions(): string[] {
    return [...this.layers.coverage.keys()].sort();
  }

  /**
   * All dated values, those of a region's layers when it is named.
   * @throws DomainError NOT_FOUND for a region without coverage
   */
  list(region?: string): ListedValue[] {
    if (region !== undefined && !this.layers.coverage.has(region))
      throw new DomainError('NOT_FOUND', { what: `region ${region}` });
    return this.layers.list(region === undefined ? undefined : layersOf(region)).map(listed);
  }

  /**
   * What holds in the region on the first day of the month, as a list in the order of the parameter table.
   * @throws DomainError NO_PARAMETERS
   */
  inForce(region: string, period: Period): ListedValue[] {
    this.parametersFor(region, period);
    return PARAMETER_KEYS.flatMap((key) => this.stated(region, key, period) ?? []);
  }

  /** Undefined where nothing is stated, also outside the months that are covered. */
  stated(region: string, key: ParameterKey, period: Period): ListedValue | undefined {
    const coverage = this.layers.coverage.get(region);
    if (!coverage || period < coverage.from || coverage.to < period) return undefined;
    const entry = this.layers.find(region, key, period);
    return entry && listed(entry);
  }

  coverageOf(region: string): Coverage | undefined {
    return this.layers.coverage.get(region);
  }
}

const listed = (entry: DatedEntry): ListedValue => ({
  key: entry.key,
  layer: entry.layer,
  value: entry.value as Json,
  validFrom: entry.holdsFrom,
  validTo: entry.validTo === OPEN_END ? null : entry.validTo,
  source: entry.source,
  confidence: entry.confidence,
  ...(entry.note !== undefined && { note: entry.note }),
});
