import { type Id, invariant } from '@gridstaff/kernel';
import { Database, expectOne } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { WorkerStore } from '../domain/stores';
import { nameKeys, SEARCH_VERSION } from '../domain/name-search';
import type { Worker } from '../domain/worker';
import { emptyLists, FACT_KINDS, type FactKind, type WorkerFact, type WorkerFactColumns, type WorkerFactLists } from '../domain/worker-facts';
import { inSlices, Rows } from './rows';
import { STANDING_KINDS, Standings } from './standings';
import { FACT_TABLES } from './worker-fact-tables';

/** Beside what the person is: how the person is found. */
type Stored = Worker & { nameSort: string; searchVersion: number };

const PROPERTIES = [
  ...['id', 'centreId', 'no', 'name', 'idKind', 'idCipher', 'idIndex', 'idTailIndex', 'birthYear', 'sex', 'dataKey', 'createdAt', 'createdBy'],
] as (keyof Worker & string)[];
export const workerRows = new Rows<Worker>('worker', PROPERTIES);
const stored = new Rows<Stored>('worker', [...PROPERTIES, 'nameSort', 'searchVersion']);

@Injectable()
export class SqlWorkerStore extends WorkerStore {
  private readonly standings: Standings;

  constructor(private readonly db: Database) {
    super();
    this.standings = new Standings(db);
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

  async insert(rows: readonly Worker[]): Promise<void> {
    const found = { searchVersion: SEARCH_VERSION };
    await stored.insert(
      this.db,
      rows.map((worker) => ({ ...worker, ...found, nameSort: nameKeys(worker.name).sort })),
    );
    await this.standings.addTerms(rows);
  }

  async rename(worker: Worker, name: string): Promise<void> {
    const affected = await this.db.execute('UPDATE worker SET name = ?, name_sort = ? WHERE id = ? AND name = ?', [
      name,
      nameKeys(name).sort,
      worker.id,
      worker.name,
    ]);
    expectOne(affected, 'worker');
    await this.standings.rename([{ ...worker, name }]);
  }

  byNumbers(centreId: Id, numbers: readonly number[], lock = false): Promise<Worker[]> {
    return inSlices(numbers, (marks, slice) =>
      workerRows.select(this.db, `t.centre_id = ? AND t.no IN (${marks})${this.held(lock)}`, [centreId, ...slice]),
    );
  }

  byIdIndexes(centreId: Id, indexes: readonly string[], lock = false): Promise<Worker[]> {
    return inSlices(indexes, (marks, slice) =>
      workerRows.select(this.db, `t.centre_id = ? AND t.id_index IN (${marks})${this.held(lock)}`, [centreId, ...slice]),
    );
  }

  private held(lock: boolean): string {
    return lock ? ` ORDER BY t.no${this.db.forUpdate}` : '';
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
    for (const row of await this.factsOfKind(centreId, numbers, kind)) into.get(row.workerNo)?.[kind].push(row);
  }

  factsOfKind<K extends FactKind>(centreId: Id, numbers: readonly number[], kind: K): Promise<WorkerFact<K>[]> {
    return inSlices(numbers, (marks, slice) =>
      FACT_TABLES[kind].select(this.db, `t.centre_id = ? AND t.worker_no IN (${marks})`, [centreId, ...slice]),
    );
  }

  async append(lists: readonly WorkerFactLists[]): Promise<void> {
    for (const kind of FACT_KINDS) await this.appendKind(kind, lists);
    const moved = lists.flatMap((list): WorkerFactColumns[] => STANDING_KINDS.flatMap((kind): WorkerFactColumns[] => list[kind]));
    const [first] = moved;
    if (first) await this.standings.refresh(first.centreId, [...new Set(moved.map(({ workerNo }) => workerNo))]);
  }

  private appendKind<K extends FactKind>(kind: K, lists: readonly WorkerFactLists[]): Promise<void> {
    return FACT_TABLES[kind].insert(
      this.db,
      lists.flatMap((list) => list[kind]),
    );
  }
}
