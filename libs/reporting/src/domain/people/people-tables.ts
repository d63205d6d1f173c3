import { addDays, type LocalDate, type Period } from '@gridstaff/kernel';
import { type AgeBand, bandOf, nameOfBand } from './age-bands';
import type { ContractEnd, LeavingCount, StatusCount } from './people-store';
import {
  NOT_RECORDED,
  percent,
  type ReportColumn,
  type ReportRow,
  type ReportTable,
  type RosterFilter,
  same,
  summed,
  tenths,
  type Words,
} from './report-table';
import type { Turnover } from './turnover';

/** Suspended people are engaged and count. */
export interface HeadCount {
  people: number;
  inPost: number;
  probation: number;
  suspended: number;
}

const HEADS = ['people', 'inPost', 'probation', 'suspended'] as const;
const HEAD_COUNT_COLUMNS: readonly ReportColumn[] = [
  { key: 'people', zh: '人数', en: 'People', kind: 'whole' },
  { key: 'share', zh: '占比', en: 'Share', kind: 'percent' },
  { key: 'inPost', zh: '在岗', en: 'In post', kind: 'whole' },
  { key: 'probation', zh: '试用', en: 'Probation', kind: 'whole' },
  { key: 'suspended', zh: '停职', en: 'Suspended', kind: 'whole' },
];
export const NOBODY: HeadCount = { people: 0, inPost: 0, probation: 0, suspended: 0 };
const KEY_OF_STATUS: Readonly<Record<string, keyof HeadCount>> = {
  in_post: 'inPost',
  probation: 'probation',
  suspended: 'suspended',
};

export function headCounts(
  counts: readonly StatusCount[],
  keyOf: (value: string | null) => string | null,
): Map<string | null, HeadCount> {
  const groups = new Map<string | null, HeadCount>();
  for (const { value, status, people } of counts) {
    const key = keyOf(value);
    const group = groups.get(key) ?? { ...NOBODY };
    group.people += people;
    const part = KEY_OF_STATUS[status];
    if (part) group[part] += people;
    groups.set(key, group);
  }
  return groups;
}

export interface CountedGroup {
  key: string;
  name: Words;
  count: HeadCount;
  roster: RosterFilter | null;
  within: string | null;
}

/** @param whole everybody; left out where the groups are disjoint, so that they sum to it */
export function headCountTable(label: Words, groups: readonly CountedGroup[], whole?: HeadCount): ReportTable {
  const all =
    whole ??
    summed(
      groups.map(({ count }) => count),
      HEADS,
    );
  const values = (count: HeadCount): ReportRow['values'] => ({ ...count, share: percent(count.people, all.people) });
  return {
    ...{ label, also: null, columns: HEAD_COUNT_COLUMNS, total: groups.length > 0 ? values(all) : null },
    rows: groups.map(({ count, ...row }) => ({ ...row, also: null, values: values(count) })),
    chart: { kind: 'stacked', columns: ['inPost', 'probation', 'suspended'] },
  };
}

/** Years of birth as bands of age in the year of the report, youngest first, those with nobody too. */
export function ageGroups(counts: readonly StatusCount[], bands: readonly AgeBand[], year: number): CountedGroup[] {
  const groups = headCounts(counts, (born) => String(bandOf(bands, year - Number(born)).from));
  return bands.map((band) => ({
    ...{ key: String(band.from), name: nameOfBand(band), roster: null, within: null },
    count: groups.get(String(band.from)) ?? NOBODY,
  }));
}

export interface UnitNode {
  code: string;
  name: string;
  parentCode: string | null;
}

/** Of every unit with all below it, in the order of the units; own counts by code. */
export function sumsUpwards(
  units: readonly UnitNode[],
  own: ReadonlyMap<string | null, HeadCount>,
): Map<string, HeadCount> {
  const parents = new Map(units.map(({ code, parentCode }) => [code, parentCode]));
  const sums = new Map(units.map(({ code }): [string, HeadCount] => [code, { ...NOBODY }]));
  for (const [code, count] of own)
    for (let at = code; at !== null; at = parents.get(at) ?? null) {
      const sum = sums.get(at);
      if (sum) for (const key of HEADS) sum[key] += count[key];
    }
  return sums;
}

/** Names from the top down. */
export function pathOf(units: ReadonlyMap<string, UnitNode>, code: string): string {
  const names: string[] = [];
  for (let unit = units.get(code); unit; unit = unit.parentCode === null ? undefined : units.get(unit.parentCode))
    names.unshift(unit.name);
  return names.join(' / ');
}

/** Which unit of one level each unit lies in: a child of `within` (or a top one), or `within` itself for who is directly on it. */
export function levelOf(
  units: readonly UnitNode[],
  within: string | null,
): { below: UnitNode[]; of: Map<string, string> } {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const below = units.filter(({ parentCode }) => parentCode === within);
  const known = new Map<string, string>(below.map(({ code }) => [code, code]));
  if (within !== null) known.set(within, within);
  for (const { code } of units) {
    const way: string[] = [];
    let at: string | null = code;
    while (at !== null && !known.has(at)) {
      way.push(at);
      at = byCode.get(at)?.parentCode ?? null;
    }
    const top = at === null ? undefined : known.get(at);
    if (top !== undefined) for (const passed of way) known.set(passed, top);
  }
  return { below, of: known };
}

const TURNOVER_COLUMNS: readonly ReportColumn[] = [
  { key: 'start', zh: '期初人数', en: 'At start', kind: 'whole' },
  { key: 'joined', zh: '入职', en: 'Joined', kind: 'whole' },
  { key: 'left', zh: '离职', en: 'Left', kind: 'whole' },
  { key: 'movedIn', zh: '转入（换派遣公司）', en: 'From another agency', kind: 'whole' },
  { key: 'movedOut', zh: '转出（换派遣公司）', en: 'To another agency', kind: 'whole' },
  { key: 'end', zh: '期末人数', en: 'At end', kind: 'whole' },
  { key: 'mean', zh: '平均人数', en: 'Mean', kind: 'mean' },
  { key: 'rate', zh: '离职率', en: 'Leaving rate', kind: 'percent' },
];

/** The rate is leavers over the mean head count of the same days; it is not blown up to a year. */
const turnoverValues = ({ personDays, days, ...counts }: Turnover): ReportRow['values'] => ({
  ...counts,
  mean: tenths(personDays, days),
  rate: percent(counts.left * days, personDays),
});

export function turnoverTable(
  label: Words,
  parts: readonly { key: string; name: Words; turnover: Turnover }[],
  whole: Turnover,
  chart: ReportTable['chart'],
): ReportTable {
  return {
    ...{ label, also: null, columns: TURNOVER_COLUMNS, total: turnoverValues(whole), chart },
    rows: parts.map(({ key, name, turnover }) => ({
      key,
      name,
      also: null,
      values: turnoverValues(turnover),
      roster: null,
      within: null,
    })),
  };
}

export function reasonTable(
  leaving: readonly LeavingCount[],
  agencyName: (code: string) => Words,
  reasonName: (reason: string) => Words,
): ReportTable {
  const all = leaving.reduce((sum, { people }) => sum + people, 0);
  const ordered = [...leaving].sort((a, b) => a.agencyCode.localeCompare(b.agencyCode) || b.people - a.people);
  return {
    label: { zh: '派遣公司', en: 'Agency' },
    also: { zh: '离开原因', en: 'Reason' },
    columns: [
      { key: 'left', zh: '离职', en: 'Left', kind: 'whole' },
      { key: 'share', zh: '占比', en: 'Share', kind: 'percent' },
    ],
    rows: ordered.map(({ agencyCode, reason, people }) => ({
      ...{
        key: `${agencyCode} ${reason ?? ''}`,
        name: agencyName(agencyCode),
        also: reason === null ? NOT_RECORDED : reasonName(reason),
      },
      ...{ values: { left: people, share: percent(people, all) }, roster: null, within: null },
    })),
    total: all > 0 ? { left: all, share: percent(all, all) } : null,
    chart: { kind: 'bars', columns: ['left'] },
  };
}

export interface SeatedUnit {
  code: string;
  name: string;
  hasParts: boolean;
  /** The first is of every post. */
  counts: readonly { postCode: string | null; seats: number | null; people: number; vacant: number | null }[];
}

const ALL_POSTS: Words = { zh: '全部岗位', en: 'all posts' };

/** Seats set, filled and open: as the tree of units counts them, where people in a unit without seats fill no seat of another. */
export function seatsTable(units: readonly SeatedUnit[], on: LocalDate): ReportTable {
  const wholes = units.map(({ counts }) => counts[0]).filter((count) => count !== undefined);
  const sum = (key: 'seats' | 'people' | 'vacant'): number | null =>
    wholes.every((count) => count[key] === null) ? null : wholes.reduce((all, count) => all + (count[key] ?? 0), 0);
  return {
    label: { zh: '单位', en: 'Unit' },
    also: { zh: '岗位', en: 'Post' },
    columns: [
      { key: 'seats', zh: '编制', en: 'Seats', kind: 'whole' },
      { key: 'people', zh: '在册', en: 'Filled', kind: 'whole' },
      { key: 'vacant', zh: '空缺', en: 'Open', kind: 'whole' },
    ],
    rows: units.flatMap(({ code, name, hasParts, counts }) =>
      counts.map(({ postCode, ...values }) => ({
        ...{
          key: `${code} ${postCode ?? ''}`,
          name: same(name),
          also: postCode === null ? ALL_POSTS : same(postCode),
          values,
        },
        part: postCode !== null && counts[0]?.postCode === null,
        roster: { on, unit: code, ...(postCode !== null && { post: postCode }) },
        within: postCode === null && hasParts ? code : null,
      })),
    ),
    total: units.length > 0 ? { seats: sum('seats'), people: sum('people'), vacant: sum('vacant') } : null,
    chart: { kind: 'bars', columns: ['seats', 'people'] },
  };
}

const ENDS = ['contracts', 'renewed', 'leaving', 'open'] as const;

/** By month and agency. Whoever leaves on the last day anyway needs no other contract; the rest without one is open. */
export function contractEndsTable(ends: readonly ContractEnd[], agencyName: (code: string) => Words): ReportTable {
  const groups = new Map<
    string,
    { period: Period; agencyCode: string; counts: Record<(typeof ENDS)[number], number> }
  >();
  for (const { endsOn, agencyCode, stayTo, renewed, people } of ends) {
    const period = endsOn.slice(0, 7);
    const key = `${period} ${agencyCode}`;
    const group = groups.get(key) ?? { period, agencyCode, counts: { contracts: 0, renewed: 0, leaving: 0, open: 0 } };
    group.counts.contracts += people;
    group.counts[renewed ? 'renewed' : stayTo <= addDays(endsOn, 1) ? 'leaving' : 'open'] += people;
    groups.set(key, group);
  }
  const rows = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    label: { zh: '到期月份', en: 'Month of end' },
    also: { zh: '派遣公司', en: 'Agency' },
    columns: [
      { key: 'contracts', zh: '到期合同', en: 'Contracts ending', kind: 'whole' },
      { key: 'renewed', zh: '已续签', en: 'Renewed', kind: 'whole' },
      { key: 'leaving', zh: '同日离职', en: 'Leaving then', kind: 'whole' },
      { key: 'open', zh: '未定', en: 'Undecided', kind: 'whole' },
    ],
    rows: rows.map(([key, { period, agencyCode, counts }]) => ({
      ...{ key, name: same(period), also: agencyName(agencyCode), values: counts, roster: null, within: null },
    })),
    total:
      rows.length > 0
        ? summed(
            rows.map(([, { counts }]) => counts),
            ENDS,
          )
        : null,
    chart: { kind: 'stacked', columns: ['renewed', 'leaving', 'open'] },
  };
}
