import type { Id } from '@gridstaff/kernel';
import { Database, inSlices } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { DerivedDifference } from '../domain/derived-rows';
import { nameKeys, SEARCH_VERSION } from '../domain/name-search';
import { SearchIndex } from '../domain/stores';
import type { Worker } from '../domain/worker';
import type { WorkerFact } from '../domain/worker-facts';
import { Standings } from './standings';
import { FACT_TABLES } from './worker-fact-tables';
import { workerRows } from './worker.store';

/** Two looks into the index over the version, which an OR would make a walk through the table. */
const BEHIND = ['search_version IS NULL', `search_version < ${SEARCH_VERSION}`] as const;
const ROWS_PER_UPDATE = 100;

@Injectable()
export class SqlSearchIndex extends SearchIndex {
  private readonly standings: Standings;

  constructor(private readonly db: Database) {
    super();
    this.standings = new Standings(db);
  }

  async isBehind(): Promise<boolean> {
    for (const behind of BEHIND)
      if (await this.db.one(`SELECT no FROM worker WHERE ${behind} LIMIT 1`)) return true;
    return false;
  }

  async behind(limit: number): Promise<Worker[]> {
    for (const behind of BEHIND) {
      const first = await this.db.one<{ centreId: Id }>(
        `SELECT centre_id AS centreId FROM worker WHERE ${behind} LIMIT 1`,
      );
      if (!first) continue;
      const where = `t.${behind} AND t.centre_id = ? ORDER BY t.no LIMIT ${Math.trunc(limit)}${this.db.forUpdate}`;
      return workerRows.select(this.db, where, [first.centreId]);
    }
    return [];
  }

  phonesOf(centreId: Id, numbers: readonly number[]): Promise<WorkerFact<'phone'>[]> {
    return inSlices(numbers, (marks, slice) =>
      FACT_TABLES.phone.select(this.db, `t.centre_id = ? AND t.worker_no IN (${marks})`, [centreId, ...slice]),
    );
  }

  async fill(people: readonly Worker[], phoneTails: ReadonlyMap<Id, string>): Promise<void> {
    await this.standings.rename(people);
    const sorts = new Map(people.map(({ no, name }) => [no, nameKeys(name).sort]));
    await this.set('worker', 'name_sort', 'no', sorts);
    await this.set('worker', 'id_tail_index', 'no', new Map(people.map(({ no, idTailIndex }) => [no, idTailIndex])));
    await this.set('phone_fact', 'phone_tail_index', 'id', phoneTails);
    // Last: whoever sees the version sees the rest.
    await this.set('worker', 'search_version', 'no', new Map(people.map(({ no }) => [no, SEARCH_VERSION])));
  }

  async numbersAfter(centreId: Id, after: number, limit: number): Promise<number[]> {
    const some = `WHERE centre_id = ? AND worker_no > ? ORDER BY worker_no LIMIT ${Math.trunc(limit)}`;
    const rows = await this.db.query<{ no: number }>(
      `SELECT no FROM (SELECT * FROM (SELECT no FROM worker WHERE centre_id = ? AND no > ? ORDER BY no LIMIT ${Math.trunc(limit)}) w
         UNION SELECT * FROM (SELECT DISTINCT worker_no AS no FROM worker_standing ${some}) s
         UNION SELECT * FROM (SELECT DISTINCT worker_no AS no FROM worker_term ${some}) t) u ORDER BY no LIMIT ${Math.trunc(limit)}`,
      [centreId, after, centreId, after, centreId, after],
    );
    return rows.map(({ no }) => Number(no));
  }

  differences(centreId: Id, numbers: readonly number[]): Promise<DerivedDifference[]> {
    return this.standings.differences(centreId, numbers);
  }

  /** Many rows in a statement: no value depends on the one that stands there. */
  private async set<K extends Id | number>(
    table: string,
    column: string,
    key: string,
    values: ReadonlyMap<K, string | number | null>,
  ): Promise<void> {
    const all = [...values];
    for (let at = 0; at < all.length; at += ROWS_PER_UPDATE) {
      const some = all.slice(at, at + ROWS_PER_UPDATE);
      await this.db.execute(
        `UPDATE ${table} SET ${column} = CASE ${key} ${some.map(() => 'WHEN ? THEN ?').join(' ')} END
         WHERE ${key} IN (${some.map(() => '?').join(', ')})`,
        [...some.flat(), ...some.map(([k]) => k)],
      );
    }
  }
}
