import { addDays, type LocalDate } from '@gridstaff/kernel';
import { Database, inSlices, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type ContractEnd,
  type DayCount,
  type HeadCountGrouping,
  type LeavingCount,
  type PeopleFilter,
  PeopleReportStore,
  type StatusCount,
} from '../../domain/people/people-store';

interface Where {
  sql: string;
  parameters: SqlValue[];
}

/** Of a fact table as `x`: the row that was recorded last of those that hold on the day; both question marks twice. */
const LATEST = (table: string): string =>
  `LEFT JOIN ${table} x ON x.centre_id = s.centre_id AND x.worker_no = s.worker_no AND x.valid_from <= ? AND x.valid_to > ?
     AND NOT EXISTS (SELECT 1 FROM ${table} y WHERE y.centre_id = x.centre_id AND y.worker_no = x.worker_no AND y.valid_from <= ? AND y.valid_to > ?
       AND (y.recorded_at > x.recorded_at OR (y.recorded_at = x.recorded_at AND y.id > x.id)))`;

/** What people are grouped by, and where that stands. */
const GROUPINGS: Readonly<Record<HeadCountGrouping, { value: string; join: string }>> = {
  unit: { value: 's.unit_code', join: '' },
  post: { value: 's.post_code', join: '' },
  agency: { value: 's.agency_code', join: '' },
  age: { value: 's.birth_year', join: '' },
  sex: { value: 'w.sex', join: 'JOIN worker w ON w.no = s.worker_no' },
  education: { value: 'CASE WHEN x.retracted = 0 THEN x.level END', join: LATEST('education_fact') },
  political: { value: 'CASE WHEN x.retracted = 0 THEN x.political_status END', join: LATEST('political_fact') },
};

/** Another stretch of the same person ends on the day on which this one begins. */
const CAME_FROM = `EXISTS (SELECT 1 FROM worker_standing p WHERE p.centre_id = s.centre_id AND p.worker_no = s.worker_no AND p.valid_to = s.valid_from)`;
const GOES_TO = `EXISTS (SELECT 1 FROM worker_standing n WHERE n.centre_id = s.centre_id AND n.worker_no = s.worker_no AND n.valid_from = s.valid_to)`;
const BEGINS = 's.joined_on = s.valid_from';
const ENDS = 's.stay_to = s.valid_to';

@Injectable()
export class SqlPeopleReportStore extends PeopleReportStore {
  constructor(private readonly db: Database) {
    super();
  }

  async headCount(filter: PeopleFilter, on: LocalDate, by: HeadCountGrouping): Promise<StatusCount[]> {
    const { value, join } = GROUPINGS[by];
    const days = join
      .split('?')
      .slice(1)
      .map(() => on);
    const rows = await this.filtered<StatusCount>(filter, (where) => ({
      sql: `SELECT ${value} AS value, s.status AS status, COUNT(*) AS people FROM worker_standing s ${join}
            WHERE ${where.sql} AND s.valid_from <= ? AND s.valid_to > ? GROUP BY ${value}, s.status`,
      parameters: [...days, ...where.parameters, on, on],
    }));
    return rows.map((row) => ({
      ...row,
      value: row.value === null || row.value === '' ? null : String(row.value),
      people: Number(row.people),
    }));
  }

  async coming(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<DayCount[]> {
    return this.days(filter, 's.valid_from', BEGINS, CAME_FROM, ['>=', from, '<=', until]);
  }

  async going(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<DayCount[]> {
    return this.days(filter, 's.valid_to', ENDS, GOES_TO, ['>', from, '<=', addDays(until, 1)]);
  }

  async reasons(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<LeavingCount[]> {
    const rows = await this.filtered<LeavingCount>(filter, (where) => ({
      sql: `SELECT s.agency_code AS agencyCode, x.end_reason AS reason, COUNT(*) AS people FROM worker_standing s
            LEFT JOIN engagement_fact x ON x.centre_id = s.centre_id AND x.worker_no = s.worker_no AND x.valid_to = s.valid_to AND x.retracted = 0
              AND NOT EXISTS (SELECT 1 FROM engagement_fact y WHERE y.centre_id = x.centre_id AND y.worker_no = x.worker_no AND y.valid_to = x.valid_to
                AND y.retracted = 0 AND (y.recorded_at > x.recorded_at OR (y.recorded_at = x.recorded_at AND y.id > x.id)))
            WHERE ${where.sql} AND s.valid_to > ? AND s.valid_to <= ? AND ${ENDS} AND NOT ${GOES_TO}
            GROUP BY s.agency_code, x.end_reason`,
      parameters: [...where.parameters, from, addDays(until, 1)],
    }));
    const sums = new Map<string, LeavingCount>();
    for (const { agencyCode, reason, people } of rows) {
      const key = `${agencyCode} ${reason ?? ''}`;
      sums.set(key, { agencyCode, reason, people: (sums.get(key)?.people ?? 0) + Number(people) });
    }
    return [...sums.values()];
  }

  async contractEnds(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<ContractEnd[]> {
    const latest = (row: string, day: string, later: string): string =>
      `NOT EXISTS (SELECT 1 FROM contract_fact ${later} WHERE ${later}.centre_id = ${row}.centre_id AND ${later}.worker_no = ${row}.worker_no
         AND ${later}.valid_from <= ${day} AND ${later}.valid_to > ${day}
         AND (${later}.recorded_at > ${row}.recorded_at OR (${later}.recorded_at = ${row}.recorded_at AND ${later}.id > ${row}.id)))`;
    const renewed = `EXISTS (SELECT 1 FROM contract_fact r WHERE r.centre_id = c.centre_id AND r.worker_no = c.worker_no AND r.retracted = 0
      AND r.starts_on > c.ends_on AND ${latest('r', 'r.starts_on', 'z')})`;
    const rows = await this.filtered<Omit<ContractEnd, 'renewed'> & { renewed: number }>(filter, (where) => ({
      sql: `SELECT t.endsOn, t.agencyCode, t.stayTo, t.renewed, COUNT(*) AS people FROM (
              SELECT c.ends_on AS endsOn, s.agency_code AS agencyCode, s.stay_to AS stayTo, CASE WHEN ${renewed} THEN 1 ELSE 0 END AS renewed
              FROM contract_fact c JOIN worker_standing s ON s.centre_id = c.centre_id AND s.worker_no = c.worker_no
                AND s.valid_from <= c.ends_on AND s.valid_to > c.ends_on
              WHERE ${where.sql} AND c.centre_id = ? AND c.retracted = 0 AND c.ends_on >= ? AND c.ends_on <= ? AND c.valid_to > c.ends_on
                AND ${latest('c', 'c.ends_on', 'y')}) t
            GROUP BY t.endsOn, t.agencyCode, t.stayTo, t.renewed`,
      parameters: [...where.parameters, filter.centreId, from, until],
    }));
    return rows.map((row) => ({ ...row, renewed: Number(row.renewed) === 1, people: Number(row.people) }));
  }

  private async days(
    filter: PeopleFilter,
    day: string,
    engagement: string,
    other: string,
    [after, from, before, until]: readonly [string, LocalDate, string, LocalDate],
  ): Promise<DayCount[]> {
    const rows = await this.filtered<DayCount>(filter, (where) => ({
      sql: `SELECT ${day} AS day, s.agency_code AS agencyCode, COUNT(*) AS people, SUM(CASE WHEN ${engagement} THEN 1 ELSE 0 END) AS engagements,
              SUM(CASE WHEN ${engagement} AND ${other} THEN 1 ELSE 0 END) AS moved
            FROM worker_standing s WHERE ${where.sql} AND ${day} ${after} ? AND ${day} ${before} ? GROUP BY ${day}, s.agency_code`,
      parameters: [...where.parameters, from, until],
    }));
    return rows.map((row) => ({
      ...{ day: row.day, agencyCode: row.agencyCode, people: Number(row.people) },
      ...{ engagements: Number(row.engagements), moved: Number(row.moved) },
    }));
  }

  /** One statement, or one per slice of a long list of units: nobody's main grid is in two of them. */
  private async filtered<T extends object>(filter: PeopleFilter, statement: (where: Where) => Where): Promise<T[]> {
    const { centreId, unitCodes, agencyCode, postCode } = filter;
    const parts = ['s.centre_id = ?'];
    const parameters: SqlValue[] = [centreId];
    if (agencyCode !== undefined) parts.push('s.agency_code = ?');
    if (agencyCode !== undefined) parameters.push(agencyCode);
    if (postCode !== undefined) parts.push('s.post_code = ?');
    if (postCode !== undefined) parameters.push(postCode);
    const ask = (more: string, values: readonly SqlValue[]): Promise<T[]> => {
      const { sql, parameters: all } = statement({
        sql: parts.join(' AND ') + more,
        parameters: [...parameters, ...values],
      });
      return this.db.query<T>(sql, all);
    };
    if (unitCodes === undefined) return ask('', []);
    return inSlices(unitCodes, (marks, slice) => ask(` AND s.unit_code IN (${marks})`, slice));
  }
}
