import type { Actor } from '@gridstaff/contracts';
import { type LocalDate, yearOf } from '@gridstaff/kernel';
import { codeWords, Units } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type HeadCountGrouping, PeopleReportStore, type StatusCount } from '../../domain/people/people-store';
import {
  ageGroups,
  contractEndsTable,
  type CountedGroup,
  headCounts,
  headCountTable,
  levelOf,
  NOBODY,
  pathOf,
  reasonTable,
  seatsTable,
  sumsUpwards,
  turnoverTable,
} from '../../domain/people/people-tables';
import { NOT_RECORDED, type ReportTable, same, type Words } from '../../domain/people/report-table';
import { type Movements, turnoverByMonth, turnoverOf } from '../../domain/people/turnover';
import { ageBands } from './age-bands-file';
import { type ReportFilters, type ReportFrame, ReportFrames } from './report-frame';

export const PEOPLE_REPORTS = [
  'head_count',
  'turnover_months',
  'turnover_agencies',
  'leaving_reasons',
  'seats',
  'contract_ends',
] as const;
export type PeopleReportKind = (typeof PEOPLE_REPORTS)[number];

export interface PeopleReportQuery extends ReportFilters {
  report: PeopleReportKind;
  /** Day of a head count and of seats; default today. */
  on?: LocalDate;
  /** First and last day of the others. */
  from?: LocalDate;
  until?: LocalDate;
  /** What a head count is grouped by; default by unit. */
  by?: HeadCountGrouping;
}

export interface PeopleReport {
  report: PeopleReportKind;
  /** The same day twice for a head count and for seats. */
  from: LocalDate;
  until: LocalDate;
  table: ReportTable;
}

const LABELS: Readonly<Record<HeadCountGrouping, Words>> = {
  unit: { zh: '单位', en: 'Unit' },
  post: { zh: '岗位', en: 'Post' },
  agency: { zh: '派遣公司', en: 'Agency' },
  age: { zh: '年龄', en: 'Age' },
  education: { zh: '学历', en: 'Education' },
  sex: { zh: '性别', en: 'Sex' },
  political: { zh: '政治面貌', en: 'Political status' },
};
const SEX: Readonly<Record<string, Words>> = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } };
const NO_GRID: Words = { zh: '未分配网格', en: 'on no grid' };
const ITSELF: Words = { zh: '本级', en: 'the unit itself' };

/** 人员报表: how many people there are, come, go and may go, counted in the database; nobody is named. */
@Injectable()
export class PeopleReports {
  private readonly bands = ageBands();

  constructor(
    private readonly store: PeopleReportStore,
    private readonly frames: ReportFrames,
    private readonly units: Units,
  ) {}

  /** Needs `roster:read`. @throws DomainError UNKNOWN_GRID, UNKNOWN_AGENCY, NOT_A_DATE, EMPTY_RANGE, OUT_OF_RANGE */
  async report(actor: Actor, query: PeopleReportQuery): Promise<PeopleReport> {
    const { report, by = 'unit' } = query;
    if (report === 'head_count' || report === 'seats') {
      const on = this.frames.day(query.on);
      const frame = await this.frames.open(actor, query, on);
      const table =
        report === 'seats' ? await this.seats(actor, frame, query, on) : await this.headCount(frame, query, on, by);
      return { report, from: on, until: on, table };
    }
    const range = this.frames.range(query.from, query.until);
    const frame = await this.frames.open(actor, query, range.until);
    return { report, ...range, table: await this.ofRange(frame, report, range) };
  }

  /** Every unit below the asked one with all below it, for a file: the screen goes down step by step. @throws DomainError as `report` */
  async wholeTree(actor: Actor, query: PeopleReportQuery): Promise<ReportTable> {
    const on = this.frames.day(query.on);
    const frame = await this.frames.open(actor, query, on);
    const own = headCounts(await this.store.headCount(frame.filter, on, 'unit'), (value) => value);
    const inside = new Set(frame.filter.unitCodes ?? frame.units.map(({ code }) => code));
    const byCode = new Map(frame.units.map((unit) => [unit.code, unit]));
    const sums = sumsUpwards(
      frame.units.filter(({ code }) => inside.has(code)),
      own,
    );
    const rows = [...sums].map(([code, count]): CountedGroup => ({
      ...{ key: code, name: same(`${pathOf(byCode, code)} ${code}`), count, roster: null, within: null },
    }));
    const whole = { ...NOBODY };
    for (const count of own.values())
      for (const key of ['people', 'inPost', 'probation', 'suspended'] as const) whole[key] += count[key];
    return headCountTable({ zh: '全部单位（含下级）', en: 'Every unit with those below' }, rows, whole);
  }

  private async headCount(
    frame: ReportFrame,
    query: PeopleReportQuery,
    on: LocalDate,
    by: HeadCountGrouping,
  ): Promise<ReportTable> {
    const counts = await this.store.headCount(frame.filter, on, by);
    const { unit, agency, post } = query;
    const drill = {
      on,
      ...(unit !== undefined && { unit }),
      ...(agency !== undefined && { agency }),
      ...(post !== undefined && { post }),
    };
    if (by === 'age') return headCountTable(LABELS.age, ageGroups(counts, this.bands, yearOf(on)));
    if (by === 'unit') return headCountTable(LABELS.unit, byUnit(frame, counts, unit ?? null, drill));
    const nameOf = nameIn(by, frame);
    const groups = [...headCounts(counts, (value) => value)].map(([value, count]): CountedGroup => ({
      ...{ key: value ?? '', name: value === null ? NOT_RECORDED : nameOf(value), count, within: null },
      roster: value !== null && (by === 'post' || by === 'agency') ? { ...drill, [by]: value } : null,
    }));
    return headCountTable(
      LABELS[by],
      groups.sort((a, b) => b.count.people - a.count.people || (a.key < b.key ? -1 : 1)),
    );
  }

  private async seats(
    actor: Actor,
    { units, filter }: ReportFrame,
    { unit, post }: PeopleReportQuery,
    on: LocalDate,
  ): Promise<ReportTable> {
    const tree = await this.units.tree(actor, filter.centreId, on);
    const below = new Set(levelOf(units, unit ?? null).below.map(({ code }) => code));
    const parents = new Set(units.map(({ parentCode }) => parentCode));
    // A unit without any below it is looked at itself.
    const shown = tree.filter(({ code }) => (below.size > 0 ? below.has(code) : code === unit));
    return seatsTable(
      shown
        .sort((a, b) => (a.code < b.code ? -1 : 1))
        .map(({ code, name, total, posts }) => ({
          ...{ code, name, hasParts: parents.has(code) && code !== unit },
          counts: post === undefined ? [total, ...posts] : posts.filter(({ postCode }) => postCode === post),
        })),
      on,
    );
  }

  private async ofRange(
    frame: ReportFrame,
    report: PeopleReportKind,
    { from, until }: { from: LocalDate; until: LocalDate },
  ): Promise<ReportTable> {
    const { filter, agencyName } = frame;
    if (report === 'contract_ends')
      return contractEndsTable(await this.store.contractEnds(filter, from, until), agencyName);
    if (report === 'leaving_reasons')
      return reasonTable(await this.store.reasons(filter, from, until), agencyName, (reason) =>
        codeWords('endReason', reason),
      );
    const first = await this.store.headCount(filter, from, 'agency');
    const coming = await this.store.coming(filter, from, until);
    const going = await this.store.going(filter, from, until);
    const people = (counts: readonly StatusCount[]): number => counts.reduce((sum, count) => sum + count.people, 0);
    const all: Movements = { from, until, start: people(first), coming, going };
    const whole = turnoverOf(all);
    if (report === 'turnover_months') {
      const months = turnoverByMonth(all).map(({ period, turnover }) => ({
        key: period,
        name: same(period),
        turnover,
      }));
      return turnoverTable({ zh: '月份', en: 'Month' }, months, whole, { kind: 'lines', columns: ['joined', 'left'] });
    }
    const codes = new Set([
      ...first.map(({ value }) => value ?? ''),
      ...[...coming, ...going].map(({ agencyCode }) => agencyCode),
    ]);
    const agencies = [...codes].sort().map((code) => ({
      ...{ key: code, name: agencyName(code) },
      turnover: turnoverOf({
        ...{ from, until, start: people(first.filter(({ value }) => (value ?? '') === code)) },
        ...{
          coming: coming.filter((row) => row.agencyCode === code),
          going: going.filter((row) => row.agencyCode === code),
        },
      }),
    }));
    return turnoverTable(LABELS.agency, agencies, whole, { kind: 'bars', columns: ['joined', 'left'] });
  }
}

function nameIn(by: HeadCountGrouping, { agencyName }: ReportFrame): (value: string) => Words {
  if (by === 'agency') return agencyName;
  if (by === 'sex') return (value) => SEX[value] ?? same(value);
  if (by === 'education') return (value) => codeWords('level', value);
  if (by === 'political') return (value) => codeWords('politicalStatus', value);
  return same;
}

/** The units directly below one, each with all below it; who is on the unit itself, and who is on none, in a row of their own. */
function byUnit(
  { units }: ReportFrame,
  counts: readonly StatusCount[],
  within: string | null,
  drill: { on: LocalDate },
): CountedGroup[] {
  const { below, of } = levelOf(units, within);
  const groups = headCounts(counts, (value) => (value === null ? null : (of.get(value) ?? null)));
  const parents = new Set(units.map(({ parentCode }) => parentCode));
  const rows = below.map(({ code, name }): CountedGroup => ({
    ...{ key: code, name: same(name), count: groups.get(code) ?? NOBODY },
    ...{ roster: { ...drill, unit: code }, within: parents.has(code) ? code : null },
  }));
  const rest = (key: string | null, name: Words): CountedGroup[] => {
    const count = groups.get(key);
    return count ? [{ key: key ?? '', name, count, roster: null, within: null }] : [];
  };
  return [...rows, ...(within === null ? [] : rest(within, ITSELF)), ...rest(null, NO_GRID)];
}
