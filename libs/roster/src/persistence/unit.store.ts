import type { DateRange, Id, LocalDate } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type PeopleInPost, type PostSeatsFact, type UnitAreaFact, UnitStore } from '../domain/unit-store';
import type { WorkerFact } from '../domain/worker-facts';
import { FACT_PROPERTIES, Rows } from './rows';
import { FACT_TABLES } from './worker-fact-tables';

const seats = new Rows<PostSeatsFact>(
  'post_seats_fact',
  [...FACT_PROPERTIES, 'orgUnitId', 'postCode', 'seats'],
  ['retracted'],
);
const areas = new Rows<UnitAreaFact>('unit_area_fact', [...FACT_PROPERTIES, 'orgUnitId', 'area'], ['retracted']);

@Injectable()
export class SqlUnitStore extends UnitStore {
  constructor(private readonly db: Database) {
    super();
  }

  seats(centreId: Id): Promise<PostSeatsFact[]> {
    return seats.select(this.db, 't.centre_id = ?', [centreId]);
  }

  insertSeats(facts: readonly PostSeatsFact[]): Promise<void> {
    return seats.insert(this.db, facts);
  }

  areas(centreId: Id, unitId: Id): Promise<UnitAreaFact[]> {
    return areas.select(this.db, 't.centre_id = ? AND t.org_unit_id = ?', [centreId, unitId]);
  }

  allAreas(centreId: Id): Promise<UnitAreaFact[]> {
    return areas.select(this.db, 't.centre_id = ?', [centreId]);
  }

  insertAreas(facts: readonly UnitAreaFact[]): Promise<void> {
    return areas.insert(this.db, facts);
  }

  async peopleInPost(centreId: Id, on: LocalDate): Promise<PeopleInPost[]> {
    const rows = await this.db.query<PeopleInPost>(
      `SELECT t.unit_code AS unitCode, t.post_code AS postCode, COUNT(*) AS people FROM worker_standing t
       WHERE t.centre_id = ? AND t.valid_from <= ? AND t.valid_to > ? GROUP BY t.unit_code, t.post_code`,
      [centreId, on, on],
    );
    return rows.map((row) => ({ ...row, unitCode: row.unitCode || null, people: Number(row.people) }));
  }

  async assignedFrom(centreId: Id, unitId: Id, from: LocalDate): Promise<number[]> {
    const rows = await this.db.query<{ no: number }>(
      `SELECT DISTINCT t.worker_no AS no FROM assignment_fact t
       WHERE t.centre_id = ? AND t.org_unit_id = ? AND t.valid_to > ? AND t.retracted = 0 ORDER BY t.worker_no`,
      [centreId, unitId, from],
    );
    return rows.map(({ no }) => Number(no));
  }

  async assignmentsIn(
    centreId: Id,
    range: DateRange,
    unitIds: readonly Id[] | undefined,
  ): Promise<{ engagement: WorkerFact<'engagement'>[]; assignment: WorkerFact<'assignment'>[] }> {
    const touching = 't.centre_id = ? AND t.valid_from < ? AND t.valid_to > ?';
    const marks = unitIds?.map(() => '?').join(', ');
    const of =
      marks === undefined
        ? ''
        : ` AND t.worker_no IN (SELECT a.worker_no FROM assignment_fact a WHERE a.centre_id = ? AND a.org_unit_id IN (${marks || 'NULL'}))`;
    const parameters = [centreId, range.to, range.from, ...(unitIds ? [centreId, ...unitIds] : [])];
    return {
      engagement: await FACT_TABLES.engagement.select(this.db, touching + of, parameters),
      assignment: await FACT_TABLES.assignment.select(this.db, touching + of, parameters),
    };
  }
}
