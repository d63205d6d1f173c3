import { addDays, type Id, type LocalDate, yearOf } from '@gridstaff/kernel';
import { Database, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { MatterCandidates } from '../domain/matter-candidates';

/** Days between two dates in a calendar whose months have 31 days each: never more apart than they are by months, and the same on both engines. */
const apart = (later: string, earlier: string): string => {
  const part = (at: number, length: number): string => `(SUBSTR(${later}, ${at}, ${length}) - SUBSTR(${earlier}, ${at}, ${length}))`;
  return `(${part(1, 4)} * 372 + ${part(6, 2)} * 31 + ${part(9, 2)})`;
};
const TWO_YEARS = 2 * 372 - 1;
/** The shortest month: whatever was signed so late may have been signed more than a month after. */
const A_MONTH = 27;
/** Ages at which something may be due: until 18, women from 50, men from 60 on; by year of birth. */
const GROWN = 18;
const WOMEN = 50;
const MEN = 60;

/** Contracts are found by their worker: an index over days would walk through everybody's for each. */
const day = (column: string): string => `COALESCE(${column}, ${column})`;

/** Who is in post on the day. */
const STANDING = 'FROM worker_standing s WHERE s.centre_id = ? AND s.valid_from <= ? AND s.valid_to > ?';

/** A later row of the worker's contracts over the same days: what the earlier one said may no longer hold. */
const unless = (row: string, overlap: string): string =>
  `NOT EXISTS (SELECT 1 FROM contract_fact o WHERE o.centre_id = ${row}.centre_id AND o.worker_no = ${row}.worker_no AND o.id <> ${row}.id AND ${overlap}
     AND (o.recorded_at > ${row}.recorded_at OR (o.recorded_at = ${row}.recorded_at AND o.id > ${row}.id)))`;

/** A contract in force that is as the law wants it and ends later than soon. */
const IN_ORDER = `EXISTS (SELECT 1 FROM contract_fact c JOIN agency a ON a.id = c.agency_id
   WHERE c.centre_id = s.centre_id AND c.worker_no = s.worker_no AND a.code = s.agency_code AND c.retracted = 0 AND ${day('c.valid_from')} <= ? AND ${day('c.valid_to')} > ?
     AND c.ends_on > ? AND c.full_time = 1 AND c.post_kind <> 'temporary' AND c.probation_ends_on IS NULL
     AND ${apart('c.ends_on', 'c.starts_on')} >= ${TWO_YEARS} AND ${unless('c', `${day('o.valid_from')} <= ? AND ${day('o.valid_to')} > ?`)})`;

/** The first contract of the stay may have been signed too late: no earlier one is certain to hold. */
const SIGNED_LATE = `EXISTS (SELECT 1 FROM contract_fact c WHERE c.centre_id = s.centre_id AND c.worker_no = s.worker_no AND c.retracted = 0
   AND c.signed_on IS NOT NULL AND ${apart('c.signed_on', 's.joined_on')} > ${A_MONTH}
   AND NOT EXISTS (SELECT 1 FROM contract_fact e JOIN agency a ON a.id = e.agency_id WHERE e.centre_id = c.centre_id AND e.worker_no = c.worker_no
     AND a.code = s.agency_code AND e.retracted = 0 AND ${day('e.valid_from')} < c.valid_from AND ${day('e.valid_to')} > s.joined_on
     AND ${unless('e', `${day('o.valid_from')} < e.valid_to AND ${day('o.valid_to')} > e.valid_from`)}))`;

@Injectable()
export class SqlMatterCandidates extends MatterCandidates {
  constructor(private readonly db: Database) {
    super();
  }

  async on(centreId: Id, { on, soon, back }: { on: LocalDate; soon: LocalDate; back: LocalDate }): Promise<number[]> {
    const standing: SqlValue[] = [centreId, on, on];
    const found = new Set<number>();
    const ask = async (sql: string, parameters: readonly SqlValue[]): Promise<void> => {
      for (const { no } of await this.db.query<{ no: number }>(sql, parameters)) found.add(Number(no));
    };
    await ask(
      `SELECT DISTINCT t.worker_no AS no FROM engagement_fact t WHERE t.centre_id = ? AND t.end_reason = 'returned_to_agency' AND t.valid_to > ? AND t.valid_to <= ?`,
      [centreId, back, on],
    );
    await ask(`SELECT s.worker_no AS no ${STANDING} AND s.status = 'probation'`, standing);
    await ask(`SELECT s.worker_no AS no ${STANDING} AND NOT ${IN_ORDER}`, [...standing, on, soon, soon, soon, on]);
    await ask(`SELECT s.worker_no AS no ${STANDING} AND ${SIGNED_LATE}`, standing);
    const [year, ahead] = [yearOf(on), yearOf(soon)];
    await ask(
      `SELECT s.worker_no AS no FROM worker_standing s JOIN worker w ON w.no = s.worker_no WHERE s.centre_id = ? AND s.valid_from <= ? AND s.valid_to > ?
         AND (s.birth_year >= ? OR s.birth_year <= ? OR (w.sex = 'female' AND s.birth_year <= ?))`,
      [...standing, year - GROWN, ahead - MEN, ahead - WOMEN],
    );
    for (const [table, due] of [
      ['identity_card_fact', 'f.valid_until <= ?'],
      ['certificate_fact', '(f.retracted = 1 OR f.valid_to <= ?)'],
    ] as const)
      await ask(
        `SELECT DISTINCT f.worker_no AS no FROM ${table} f JOIN worker_standing s ON s.centre_id = f.centre_id AND s.worker_no = f.worker_no
           WHERE f.centre_id = ? AND s.valid_from <= ? AND s.valid_to > ? AND ${due}`,
        [...standing, table === 'certificate_fact' ? addDays(soon, 1) : soon],
      );
    return [...found].sort((a, b) => a - b);
  }
}
