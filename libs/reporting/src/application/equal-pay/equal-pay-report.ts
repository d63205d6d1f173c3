import { type Actor, can, requirePermission } from '@gridstaff/contracts';
import { DomainError, firstDay, type Id, lastDay, parsePeriod, type Period } from '@gridstaff/kernel';
import { Agencies, codeWords } from '@gridstaff/roster';
import { projectRoot } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import {
  ALL_ITEMS,
  type EqualPayRow,
  type EqualPaySide,
  equalPayOf,
  readThresholds,
  type Threshold,
  thresholdIn,
} from '../../domain/equal-pay/equal-pay';
import { EqualPayStore, type StandardItem } from '../../domain/equal-pay/equal-pay-store';
import { NOT_RECORDED, type ReportRow, type ReportTable, same, type Words } from '../../domain/people/report-table';

export interface EqualPayQuery {
  centreId: Id;
  /** A month whose regular run is paid; default the newest. */
  period?: Period;
  /** Default by agency. */
  by?: EqualPaySide;
  /** Code of a standard item, or `*` for their sum; default the sum. */
  item?: string;
}

export interface EqualPayReport {
  /** Null where no month is paid yet. */
  period: Period | null;
  by: EqualPaySide;
  item: string;
  periods: Period[];
  items: { code: string; name: Words }[];
  threshold: Threshold | null;
  people: number;
  /** In sides of fewer than three people, which are not shown to the reader. */
  hidden: number;
  /** Paid, but not the whole month in one post and grade after probation. */
  leftOut: number;
}

const SUM: Words = { zh: '标准工资合计', en: 'Standard pay in all' };
const SIDES: Readonly<Record<EqualPaySide, Words>> = {
  agency: { zh: '派遣公司', en: 'Agency' },
  fund: { zh: '资金', en: 'Fund' },
  kind: { zh: '用工性质', en: 'Kind of post' },
};
const OVER: Words = { zh: '差异超过界限', en: 'over the threshold' };

/** 同工同酬 (劳动合同法 art. 63): what people of the same post and grade were paid by standard, at one agency, fund or kind of post and another. */
@Injectable()
export class EqualPayReports {
  private readonly thresholds: readonly Threshold[] = readThresholds(
    parse(readFileSync(path.join(projectRoot(), 'config/reports/equal-pay.yaml'), 'utf8')),
  );

  constructor(
    private readonly store: EqualPayStore,
    private readonly agencies: Agencies,
  ) {}

  /**
   * Needs `roster:read`. Whoever lacks `run:read`, which shows single slips, sees sides of three people or more, by agency alone: two ways of
   * telling people apart would give a single amount away as a difference.
   * @throws DomainError FORBIDDEN, NOT_FOUND for a month that is not paid, NOT_A_PERIOD, OUT_OF_RANGE for an unknown item
   */
  async report(actor: Actor, query: EqualPayQuery): Promise<EqualPayReport & { table: ReportTable }> {
    const { tableOf, ...report } = await this.find(actor, query);
    const { item = ALL_ITEMS } = query;
    if (report.period !== null && !report.items.some(({ code }) => code === item))
      throw new DomainError('OUT_OF_RANGE', { value: item.slice(0, 40) }, { field: 'item' });
    return { ...report, item, table: tableOf(item) };
  }

  /** A table per item, the sum first. Needs and @throws as `report` */
  async tables(
    actor: Actor,
    query: EqualPayQuery,
  ): Promise<EqualPayReport & { tables: { name: Words; table: ReportTable }[] }> {
    const { tableOf, ...report } = await this.find(actor, query);
    return { ...report, tables: report.items.map(({ code, name }) => ({ name, table: tableOf(code) })) };
  }

  private async find(
    actor: Actor,
    query: EqualPayQuery,
  ): Promise<EqualPayReport & { tableOf(item: string): ReportTable }> {
    const { centreId, by = 'agency' } = query;
    requirePermission(actor, 'roster:read', centreId);
    if (by !== 'agency') requirePermission(actor, 'run:read', centreId);
    const months = await this.store.paidMonths(centreId);
    const asked = query.period === undefined ? months[0]?.period : parsePeriod(query.period, 'period');
    const month = months.find(({ period }) => period === asked);
    if (!month && query.period !== undefined)
      throw new DomainError('NOT_FOUND', { what: 'month' }, { field: 'period' });
    const items = month ? await this.store.items(month) : [];
    const nameOf = itemName(items);
    const common = {
      ...{ by, item: ALL_ITEMS, periods: [...new Set(months.map(({ period }) => period))] },
      items: [ALL_ITEMS, ...items.map(({ code }) => code)].map((code) => ({ code, name: nameOf(code) })),
    };
    if (!month) {
      const nothing = { period: null, threshold: null, people: 0, hidden: 0, leftOut: 0 };
      return { ...common, ...nothing, tableOf: () => tableOf(SIDES[by], [], SUM, same) };
    }
    const { period } = month;
    const days = { first: firstDay(period), last: lastDay(period) };
    const amounts = await this.store.amounts(centreId, month, days, by);
    const threshold = thresholdIn(this.thresholds, period);
    const { rows, people, hidden } = equalPayOf(amounts, threshold, can(actor, 'run:read', centreId));
    const names = await this.namesOf(centreId, by);
    return {
      ...{ ...common, period, threshold, people, hidden, leftOut: (await this.store.slips(month)) - people - hidden },
      tableOf: (item) =>
        tableOf(
          SIDES[by],
          rows.filter((row) => row.item === item),
          nameOf(item),
          names,
        ),
    };
  }

  private async namesOf(centreId: Id, by: EqualPaySide): Promise<(side: string) => Words> {
    if (by === 'kind') return (side) => codeWords('postKind', side);
    const names =
      by === 'fund'
        ? await this.store.fundNames(centreId)
        : new Map((await this.agencies.inCentre(centreId)).map(({ code, name }) => [code, name]));
    return (side) => same(names.get(side) ?? side);
  }
}

const itemName =
  (items: readonly StandardItem[]) =>
  (code: string): Words => {
    const item = items.find((one) => one.code === code);
    return item ? { zh: item.nameZh, en: item.nameEn } : SUM;
  };

function tableOf(side: Words, rows: readonly EqualPayRow[], item: Words, nameOf: (side: string) => Words): ReportTable {
  return {
    label: { zh: '岗位 岗级', en: 'Post, grade' },
    also: side,
    columns: [
      { key: 'people', zh: '人数', en: 'People', kind: 'whole' },
      { key: 'min', zh: '最低', en: 'Lowest', kind: 'yuan' },
      { key: 'median', zh: `中位数（${item.zh}）`, en: `Median (${item.en})`, kind: 'yuan' },
      { key: 'mean', zh: '平均', en: 'Mean', kind: 'yuan' },
      { key: 'max', zh: '最高', en: 'Highest', kind: 'yuan' },
      { key: 'groupMedian', zh: '同岗同级中位数', en: 'Median of the grade', kind: 'yuan' },
      { key: 'difference', zh: '相差', en: 'Difference', kind: 'yuan' },
      { key: 'percent', zh: '相差', en: 'Difference', kind: 'percent' },
    ],
    rows: rows.map(({ postCode, gradeCode, side: of, percent, flagged, ...row }): ReportRow => {
      const { people, min, median, mean, max, groupMedian, difference } = row;
      return {
        ...{
          key: `${postCode} ${gradeCode} ${of ?? ''}`,
          name: same(`${postCode} ${gradeCode}`),
          also: of === null ? NOT_RECORDED : nameOf(of),
        },
        values: { people, min, median, mean, max, groupMedian, difference, percent },
        ...{ roster: null, within: null, mark: flagged ? OVER : null },
      };
    }),
    total: null,
    chart: { kind: 'bars', columns: ['median', 'groupMedian'] },
  };
}
