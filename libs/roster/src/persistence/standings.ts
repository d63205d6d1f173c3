import type { Id } from '@gridstaff/kernel';
import { inSlices, type Database, type Row, type SqlValue } from '@gridstaff/persistence';
import { type DerivedDifference, type DerivedRow, differencesOf } from '../domain/derived-rows';
import { nameKeys } from '../domain/name-search';
import { type Standing, standingsOf } from '../domain/standing';
import type { Worker } from '../domain/worker';
import { emptyLists, type FactKind, type WorkerFactLists } from '../domain/worker-facts';
import { FACT_TABLES } from './worker-fact-tables';

/** Kinds of fact that a standing is made of. */
export const STANDING_KINDS = ['engagement', 'assignment', 'grade'] as const satisfies readonly FactKind[];

/** What is worked out of the facts here. */
export const STANDING_TABLES = ['worker_standing', 'worker_term'] as const;

const COLUMNS = [
  ...['centre_id', 'worker_no', 'valid_from', 'valid_to', 'status', 'agency_code', 'joined_on', 'stay_to'],
  ...['unit_code', 'grade_code', 'post_code', 'birth_year', 'name_sort'],
];

/** A name can be read from them. */
const OF_THE_NAME: ReadonlySet<string> = new Set(['name_sort', 'term']);

type ByWorker = ReadonlyMap<number, readonly DerivedRow[]>;

interface Person {
  no: number;
  name: string;
  birthYear: number;
}
type Named = Pick<Worker, 'centreId' | 'no' | 'name'>;

/** Keeps `worker_standing` and `worker_term` as the facts and names say; every call is inside the unit that changed those. */
export class Standings {
  constructor(private readonly db: Database) {}

  /** Works out again where these workers stand. */
  async refresh(centreId: Id, numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    const { rows } = await this.workedOut(centreId, numbers);
    await this.forget('worker_standing', centreId, numbers);
    await this.db.insert('worker_standing', COLUMNS, rows);
  }

  /** Where what is stored of these numbers is not what their facts and names give. */
  async differences(centreId: Id, numbers: readonly number[]): Promise<DerivedDifference[]> {
    const { people, rows } = await this.workedOut(centreId, numbers);
    const standings = byWorker(rows.map((values) => Object.fromEntries(COLUMNS.map((column, i) => [column, values[i]])) as DerivedRow));
    const terms = byWorker(
      people.flatMap(({ no, name }) => nameKeys(name).terms.map((term): DerivedRow => ({ worker_no: no, term }))),
    );
    const storedStandings = byWorker(await this.stored('worker_standing', COLUMNS, centreId, numbers));
    const storedTerms = byWorker(await this.stored('worker_term', ['worker_no', 'term'], centreId, numbers));
    const compare = (no: number, table: string, key: string, stored: ByWorker, expected: ByWorker): DerivedDifference[] =>
      differencesOf(no, table, key, { stored: stored.get(no) ?? [], expected: expected.get(no) ?? [] }, OF_THE_NAME);
    return [...numbers].flatMap((no) => [
      ...compare(no, 'worker_standing', 'valid_from', storedStandings, standings),
      ...compare(no, 'worker_term', 'term', storedTerms, terms),
    ]);
  }

  private async workedOut(centreId: Id, numbers: readonly number[]): Promise<{ people: Person[]; rows: SqlValue[][] }> {
    const people = await inSlices(numbers, (marks, slice) =>
      this.db.query<Person>(
        `SELECT no, name, birth_year AS birthYear FROM worker WHERE centre_id = ? AND no IN (${marks})`,
        [centreId, ...slice],
      ),
    );
    const facts = await this.facts(centreId, numbers);
    const standings = people.map((person) => ({ person, stands: standingsOf(facts.get(person.no) ?? emptyLists()) }));
    const all = standings.flatMap(({ stands }) => stands);
    const units = await this.codes(
      'org_unit',
      all.flatMap(({ orgUnitId }) => orgUnitId ?? []),
    );
    const agencies = await this.codes(
      'agency',
      all.map(({ agencyId }) => agencyId),
    );
    const rows = standings.flatMap(({ person, stands }) =>
      stands.map((standing) => row(centreId, person, standing, units, agencies)),
    );
    return { people, rows };
  }

  private async stored(
    table: (typeof STANDING_TABLES)[number],
    columns: readonly string[],
    centreId: Id,
    numbers: readonly number[],
  ): Promise<DerivedRow[]> {
    return inSlices(numbers, (marks, slice) =>
      this.db.query<DerivedRow>(
        `SELECT ${columns.join(', ')} FROM ${table} WHERE centre_id = ? AND worker_no IN (${marks})`,
        [centreId, ...slice],
      ),
    );
  }

  /** What these workers are found by; they have no terms yet. */
  async addTerms(people: readonly Named[]): Promise<void> {
    const rows = people.flatMap(({ centreId, no, name }) =>
      nameKeys(name).terms.map((term): Row => [centreId, term, no]),
    );
    await this.db.insert('worker_term', ['centre_id', 'term', 'worker_no'], rows);
  }

  /** After a name was put right, or for rows of before. All are of one centre. */
  async rename(people: readonly Named[]): Promise<void> {
    const [first] = people;
    if (!first) return;
    const numbers = people.map(({ no }) => no);
    await this.forget('worker_term', first.centreId, numbers);
    await this.addTerms(people);
    await this.refresh(first.centreId, numbers);
  }

  /** Nothing of these workers is to be found any more. */
  async remove(centreId: Id, numbers: readonly number[]): Promise<void> {
    for (const table of STANDING_TABLES) await this.forget(table, centreId, numbers);
  }

  private async facts(centreId: Id, numbers: readonly number[]): Promise<Map<number, WorkerFactLists>> {
    const found = new Map(numbers.map((no) => [no, emptyLists()]));
    const read = async <K extends FactKind>(kind: K): Promise<void> => {
      const rows = await inSlices(numbers, (marks, slice) =>
        FACT_TABLES[kind].select(this.db, `t.centre_id = ? AND t.worker_no IN (${marks})`, [centreId, ...slice]),
      );
      for (const fact of rows) found.get(fact.workerNo)?.[kind].push(fact);
    };
    for (const kind of STANDING_KINDS) await read(kind);
    return found;
  }

  private async codes(table: 'org_unit' | 'agency', ids: readonly Id[]): Promise<Map<Id, string>> {
    const distinct = [...new Set(ids)];
    if (distinct.length === 0) return new Map();
    const rows = await inSlices(distinct, (marks, slice) =>
      this.db.query<{ id: Id; code: string }>(`SELECT id, code FROM ${table} WHERE id IN (${marks})`, slice),
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }

  private async forget(
    table: (typeof STANDING_TABLES)[number],
    centreId: Id,
    numbers: readonly number[],
  ): Promise<void> {
    await inSlices(numbers, async (marks, slice) => {
      await this.db.execute(`DELETE FROM ${table} WHERE centre_id = ? AND worker_no IN (${marks})`, [
        centreId,
        ...slice,
      ]);
      return [];
    });
  }
}

function byWorker(rows: readonly DerivedRow[]): Map<number, DerivedRow[]> {
  const workers = new Map<number, DerivedRow[]>();
  for (const one of rows) {
    const no = Number(one.worker_no);
    const known = workers.get(no);
    if (known) known.push(one);
    else workers.set(no, [one]);
  }
  return workers;
}

const row = (
  centreId: Id,
  { no, name, birthYear }: Person,
  standing: Standing,
  units: ReadonlyMap<Id, string>,
  agencies: ReadonlyMap<Id, string>,
): SqlValue[] => [
  ...[centreId, no, standing.from, standing.to, standing.status, agencies.get(standing.agencyId) ?? ''],
  ...[standing.joinedOn, standing.stayTo],
  standing.orgUnitId === null ? '' : (units.get(standing.orgUnitId) ?? ''),
  ...[standing.gradeCode, standing.postCode, birthYear, nameKeys(name).sort],
];
