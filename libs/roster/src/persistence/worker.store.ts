import { type Id, invariant } from '@gridstaff/kernel';
import { Database, expectOne, inSlices } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { WorkerStore } from '../domain/stores';
import { nameKeys, SEARCH_VERSION } from '../domain/name-search';
import type { Worker, WorkerKey } from '../domain/worker';
import { emptyLists, FACT_KINDS, type FactKind, type WorkerFact, type WorkerFactColumns, type WorkerFactLists } from '../domain/worker-facts';
import { Rows } from './rows';
import { STANDING_KINDS, STANDING_TABLES, Standings } from './standings';
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

  async byNumbers(centreId: Id, numbers: readonly number[], lock = false): Promise<Worker[]> {
    // By the number alone, which no two centres share: with the centre beside it MariaDB walks through everybody of the centre.
    const found = await inSlices(numbers, (marks, slice) =>
      workerRows.select(this.db, `t.no IN (${marks})${this.held(lock)}`, slice),
    );
    return found.filter((worker) => worker.centreId === centreId);
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

  async ownersOf(kind: FactKind, ids: readonly Id[]): Promise<number[]> {
    const { table } = FACT_TABLES[kind];
    const rows = await inSlices(ids, (marks, slice) =>
      this.db.query<{ no: number }>(`SELECT DISTINCT worker_no AS no FROM ${table} WHERE id IN (${marks})`, slice),
    );
    return [...new Set(rows.map(({ no }) => no))];
  }

  byIds(centreId: Id, ids: readonly Id[]): Promise<Worker[]> {
    return inSlices(ids, (marks, slice) => workerRows.select(this.db, `t.centre_id = ? AND t.id IN (${marks})`, [centreId, ...slice]));
  }

  async everNaming(centreId: Id, orgUnitIds: readonly Id[], gradeCodes: readonly string[], certificates: readonly string[]): Promise<number[]> {
    const naming = (table: string, column: string, values: readonly string[]): Promise<{ no: number }[]> =>
      inSlices(values, (marks, slice) =>
        this.db.query<{ no: number }>(`SELECT DISTINCT worker_no AS no FROM ${table} WHERE centre_id = ? AND ${column} IN (${marks})`, [centreId, ...slice]),
      );
    const rows = [
      ...(await naming('assignment_fact', 'org_unit_id', orgUnitIds)),
      ...(await naming('grade_fact', 'grade_code', gradeCodes)),
      ...(await naming('certificate_fact', 'code', certificates)),
    ];
    return [...new Set(rows.map(({ no }) => no))];
  }

  async unnamed(people: readonly WorkerKey[]): Promise<WorkerKey[]> {
    const named = new Set<string | number>();
    for (const { table, column } of this.namingColumns()) {
      const keys = people.map((worker) => (column === 'worker_no' ? worker.no : worker.id));
      const rows = await inSlices<string | number, { key: string | number }>(keys, (marks, slice) =>
        this.db.query(`SELECT DISTINCT \`${column}\` AS \`key\` FROM \`${table}\` WHERE \`${column}\` IN (${marks})`, slice),
      );
      for (const { key } of rows) named.add(key);
    }
    return people.filter(({ id, no }) => !named.has(id) && !named.has(no));
  }

  /**
   * Every column of the program by which a row names a worker, beside the facts and what is worked out of them. Of the parts of slips, which are many and
   * found by run, the slips themselves are enough.
   */
  private namingColumns(): { table: string; column: string }[] {
    const own = new Set<string>([...FACT_KINDS.map((kind) => FACT_TABLES[kind].table), ...STANDING_TABLES]);
    return this.db.writer.entityMetadatas
      .filter(({ tableName }) => !own.has(tableName))
      .flatMap((meta) =>
        meta.columns
          .filter(({ databaseName: name }) => name === 'worker_no' || name === 'worker_id')
          .filter(({ databaseName: name }) => !meta.columns.some((c) => c.databaseName === 'run_no') || meta.indices.some((i) => i.columns[0]?.databaseName === name))
          .map(({ databaseName }) => ({ table: meta.tableName, column: databaseName })),
      );
  }

  async remove(centreId: Id, numbers: readonly number[]): Promise<void> {
    await this.standings.remove(centreId, numbers);
    await inSlices(numbers, async (marks, slice) => {
      await this.db.execute(`DELETE FROM worker WHERE centre_id = ? AND no IN (${marks})`, [centreId, ...slice]);
      return [];
    });
  }

  private appendKind<K extends FactKind>(kind: K, lists: readonly WorkerFactLists[]): Promise<void> {
    return FACT_TABLES[kind].insert(
      this.db,
      lists.flatMap((list) => list[kind]),
    );
  }
}
