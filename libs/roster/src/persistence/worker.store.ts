import { type Id, invariant, type Page } from '@gridstaff/kernel';
import { Database, expectOne, type Keyset, keysetPage, keysetSql, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { WorkerStore } from '../domain/stores';
import type { Worker, WorkerFilter, WorkerPageRequest, WorkerSort } from '../domain/worker';
import { emptyLists, FACT_KINDS, type FactKind, type WorkerFactLists } from '../domain/worker-facts';
import { inSlices, Rows } from './rows';
import { FACT_TABLES } from './worker-fact-tables';

const workers = new Rows<Worker>('worker', [
  ...([
    'id',
    'centreId',
    'no',
    'name',
    'idKind',
    'idCipher',
    'idIndex',
    'birthYear',
    'sex',
    'dataKey',
    'createdAt',
    'createdBy',
  ] as const),
]);

/** Above every character a name can hold, in both engines' byte order. */
const LAST_CHARACTER = '\u{10ffff}';

/**
 * "The fact of this table that is in force on the date says …": later recorded rows win, a retracted winner says nothing. `slot` keeps
 * facts apart that do not exclude each other.
 */
function inForce(table: string, condition: string, slot = ''): string {
  return `EXISTS (SELECT 1 FROM ${table} f WHERE f.centre_id = t.centre_id AND f.worker_no = t.no AND f.valid_from <= ? AND f.valid_to > ?
    AND f.retracted = 0 AND ${condition} AND NOT EXISTS (SELECT 1 FROM ${table} g WHERE g.centre_id = f.centre_id AND g.worker_no = f.worker_no
    AND g.valid_from <= ? AND g.valid_to > ? ${slot} AND (g.recorded_at > f.recorded_at OR (g.recorded_at = f.recorded_at AND g.id > f.id))))`;
}

/** Value of the fact in force on the date, or an empty text: every worker has a place in every order. */
function valueInForce(table: string, value: string, more = ''): string {
  return `COALESCE((SELECT CASE WHEN f.retracted = 1 THEN NULL ELSE ${value} END FROM ${table} f WHERE f.centre_id = w.centre_id
    AND f.worker_no = w.no AND f.valid_from <= ? AND f.valid_to > ? ${more} ORDER BY f.recorded_at DESC, f.id DESC LIMIT 1), '')`;
}

const agencyCode = '(SELECT a.code FROM agency a WHERE a.id = f.agency_id)';
const gridCode = '(SELECT u.code FROM org_unit u WHERE u.id = f.org_unit_id)';

/** Orders by what is dated; each takes the date twice. */
const DATED: Partial<Record<WorkerSort, string>> = {
  joinedOn: valueInForce('engagement_fact', 'f.joined_on'),
  agency: valueInForce('engagement_fact', agencyCode),
  grid: valueInForce('assignment_fact', gridCode, 'AND f.covering = 0'),
};

const ORDERS: Keyset<WorkerSort> = {
  fields: { workerNo: 't.no', name: 't.name', joinedOn: 't.dated', agency: 't.dated', grid: 't.dated' },
  key: 't.no',
  keyName: 'no',
};

@Injectable()
export class SqlWorkerStore extends WorkerStore {
  constructor(private readonly db: Database) {
    super();
  }

  async takeNumbers(count: number): Promise<number> {
    await this.db.insertMissing('worker_counter', ['id', 'last_no'], [[1, 0]]);
    expectOne(
      await this.db.execute('UPDATE worker_counter SET last_no = last_no + ? WHERE id = 1', [count]),
      'worker counter',
    );
    const row = await this.db.one<{ lastNo: number }>('SELECT last_no AS lastNo FROM worker_counter WHERE id = 1');
    invariant(row, 'worker counter exists');
    return Number(row.lastNo) - count + 1;
  }

  insert(rows: readonly Worker[]): Promise<void> {
    return workers.insert(this.db, rows);
  }

  async rename(worker: Worker, name: string): Promise<void> {
    const affected = await this.db.execute('UPDATE worker SET name = ? WHERE id = ? AND name = ?', [
      name,
      worker.id,
      worker.name,
    ]);
    expectOne(affected, 'worker');
  }

  byNumbers(centreId: Id, numbers: readonly number[], lock = false): Promise<Worker[]> {
    return inSlices(numbers, (marks, slice) =>
      workers.select(this.db, `t.centre_id = ? AND t.no IN (${marks})${this.held(lock)}`, [centreId, ...slice]),
    );
  }

  byIdIndexes(centreId: Id, indexes: readonly string[], lock = false): Promise<Worker[]> {
    return inSlices(indexes, (marks, slice) =>
      workers.select(this.db, `t.centre_id = ? AND t.id_index IN (${marks})${this.held(lock)}`, [centreId, ...slice]),
    );
  }

  private held(lock: boolean): string {
    return lock ? ` ORDER BY t.no${this.db.forUpdate}` : '';
  }

  async page(filter: WorkerFilter, request: WorkerPageRequest): Promise<Page<Worker>> {
    const parts = ['t.centre_id = ?'];
    const parameters: SqlValue[] = [filter.centreId];
    const dates = [filter.on, filter.on];
    const add = (part: string, ...values: SqlValue[]): void => {
      parts.push(part);
      parameters.push(...values);
    };
    if (filter.workerNo !== undefined) add('t.no = ?', filter.workerNo);
    if (filter.idIndex !== undefined) add('t.id_index = ?', filter.idIndex);
    if (filter.namePrefix !== undefined)
      add('t.name >= ? AND t.name < ?', filter.namePrefix, filter.namePrefix + LAST_CHARACTER);
    if (filter.phoneIndex !== undefined) {
      add(
        't.no IN (SELECT p.worker_no FROM phone_fact p WHERE p.centre_id = t.centre_id AND p.phone_index = ?)',
        filter.phoneIndex,
      );
      add(inForce('phone_fact', 'f.phone_index = ?'), ...dates, filter.phoneIndex, ...dates);
    }
    if (filter.agencyId !== undefined)
      add(inForce('engagement_fact', 'f.agency_id = ?'), ...dates, filter.agencyId, ...dates);
    else if (filter.engagedOnly) add(inForce('engagement_fact', '1 = 1'), ...dates, ...dates);
    if (filter.orgUnitIds !== undefined) {
      const marks = filter.orgUnitIds.map(() => '?').join(', ');
      add(
        inForce('assignment_fact', `f.covering = 0 AND f.org_unit_id IN (${marks})`, 'AND g.covering = 0'),
        ...dates,
        ...filter.orgUnitIds,
        ...dates,
      );
    }
    const dated = DATED[request.field];
    const source =
      dated === undefined ? 'worker' : `(SELECT w.*, ${dated} AS dated FROM worker w WHERE w.centre_id = ?)`;
    const before = dated === undefined ? [] : [...dates, filter.centreId];
    const { column, after, parameters: place, tail } = keysetSql(ORDERS, request);
    const where = `${parts.join(' AND ')}${after} ${tail}`;
    const rows = await workers.selectFrom(this.db, source, [column], where, [...before, ...parameters, ...place]);
    return keysetPage(ORDERS, rows, request.limit);
  }

  async names(centreId: Id, numbers?: readonly number[]): Promise<Map<number, string>> {
    const names = new Rows<Pick<Worker, 'no' | 'name'>>('worker', ['no', 'name']);
    const rows = numbers
      ? await inSlices(numbers, (marks, slice) =>
          names.select(this.db, `t.centre_id = ? AND t.no IN (${marks})`, [centreId, ...slice]),
        )
      : await names.select(this.db, 't.centre_id = ?', [centreId]);
    return new Map(rows.map((row) => [Number(row.no), row.name]));
  }

  async facts(centreId: Id, numbers: readonly number[]): Promise<Map<number, WorkerFactLists>> {
    const found = new Map(numbers.map((no) => [no, emptyLists()]));
    for (const kind of FACT_KINDS) await this.readKind(centreId, numbers, kind, found);
    return found;
  }

  private async readKind<K extends FactKind>(
    centreId: Id,
    numbers: readonly number[],
    kind: K,
    into: Map<number, WorkerFactLists>,
  ): Promise<void> {
    const rows = await inSlices(numbers, (marks, slice) =>
      FACT_TABLES[kind].select(this.db, `t.centre_id = ? AND t.worker_no IN (${marks})`, [centreId, ...slice]),
    );
    for (const row of rows) into.get(row.workerNo)?.[kind].push(row);
  }

  async append(lists: readonly WorkerFactLists[]): Promise<void> {
    for (const kind of FACT_KINDS) await this.appendKind(kind, lists);
  }

  private appendKind<K extends FactKind>(kind: K, lists: readonly WorkerFactLists[]): Promise<void> {
    return FACT_TABLES[kind].insert(
      this.db,
      lists.flatMap((list) => list[kind]),
    );
  }
}
