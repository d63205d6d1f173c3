import type { Page } from '@gridstaff/kernel';
import { Database, inSlices, type Keyset, keysetPage, keysetSql, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type FoundWorker,
  type ListedStanding,
  type SoughtText,
  type WorkerFilter,
  type WorkerPageRequest,
  WorkerSearch,
  type WorkerSort,
} from '../domain/worker-search';

/** Above every character a text can hold, in both engines' byte order. */
const LAST_CHARACTER = '\u{10ffff}';
/** A text that means fewer people than this is answered from their numbers; one that means more is asked of each row in turn. */
const FEW = 2000;

/** The list is made of who is engaged on the date … */
const ENGAGED: Keyset<WorkerSort> = {
  fields: {
    ...{ workerNo: 't.worker_no', name: 't.name_sort', joinedOn: 't.joined_on' },
    ...{ agency: 't.agency_code', grid: 't.unit_code' },
  },
  key: 't.worker_no',
  keyName: 'no',
};
/** … or of everybody ever known, whether engaged then or not. */
const EVERYBODY: Keyset<WorkerSort> = {
  fields: {
    ...{ workerNo: 't.no', name: 't.name_sort', joinedOn: "COALESCE(s.joined_on, '')" },
    ...{ agency: "COALESCE(s.agency_code, '')", grid: "COALESCE(s.unit_code, '')" },
  },
  key: 't.no',
  keyName: 'no',
};

/**
 * The same orders where the conditions leave few: the plus keeps SQLite from walking through everybody in that order in the hope of soon
 * meeting the few.
 */
const ofFew = (list: Keyset<WorkerSort>): Keyset<WorkerSort> => ({
  ...list,
  key: `+${list.key}`,
  fields: { ...list.fields, workerNo: `+${list.key}`, name: `+${list.fields.name}` },
});
const FEW_ENGAGED = ofFew(ENGAGED);
const FEW_OF_EVERYBODY = ofFew(EVERYBODY);

interface Where {
  list: Keyset<WorkerSort>;
  /** Number of the worker of a row. */
  no: string;
  from: string;
  conditions: string[];
  parameters: SqlValue[];
}

/** A set of workers as parts of a SELECT. */
interface Meant {
  no: string;
  from: string;
}

type Numbers = { no: number }[];

@Injectable()
export class SqlWorkerSearch extends WorkerSearch {
  constructor(private readonly db: Database) {
    super();
  }

  async page(filter: WorkerFilter, request: WorkerPageRequest): Promise<Page<FoundWorker>> {
    const where = await this.where(filter, request.field === 'workerNo');
    if (!where) return { rows: [], next: null };
    const { column, after, parameters: place, tail } = keysetSql(where.list, request);
    const rows = await this.db.query<{ no: number }>(
      `SELECT ${where.no} AS no, ${column} FROM ${where.from} WHERE ${where.conditions.join(' AND ')}${after} ${tail}`,
      [...where.parameters, ...place],
    );
    const page = keysetPage(where.list, rows, request.limit);
    const standings = await this.standings(
      filter,
      page.rows.map(({ no }) => Number(no)),
    );
    return {
      rows: page.rows.map(({ no }) => ({ no: Number(no), standing: standings.get(Number(no)) ?? null })),
      next: page.next,
    };
  }

  async count(filter: WorkerFilter): Promise<number> {
    const where = await this.where(filter, false);
    if (!where) return 0;
    const row = await this.db.one<{ people: number }>(
      `SELECT COUNT(*) AS people FROM ${where.from} WHERE ${where.conditions.join(' AND ')}`,
      where.parameters,
    );
    return Number(row?.people ?? 0);
  }

  /**
   * @param inTurn the list is walked through in the order of its numbers until the page is full
   * @returns undefined where nobody can be meant
   */
  private async where(filter: WorkerFilter, inTurn: boolean): Promise<Where | undefined> {
    const where = isOfEngaged(filter) ? engaged(filter) : everybody(filter);
    const { agencyCode, postCode, status, unitCodes } = filter;
    if (agencyCode !== undefined) add(where, 't.agency_code = ?', [agencyCode]);
    if (postCode !== undefined) add(where, 't.post_code = ?', [postCode]);
    if (status !== undefined) add(where, 't.status = ?', [status]);
    if (unitCodes !== undefined) {
      if (unitCodes.length === 0) return undefined;
      add(where, `t.unit_code IN (${marksFor(unitCodes.length)})`, padded(unitCodes));
      where.list = FEW_ENGAGED;
    }
    if (filter.tagCode !== undefined) addTag(where, filter, filter.tagCode);
    if (filter.text && !(await this.addText(filter, filter.text, where, inTurn))) return undefined;
    return where;
  }

  /** @returns false where the text means nobody */
  private async addText(filter: WorkerFilter, text: SoughtText, where: Where, inTurn: boolean): Promise<boolean> {
    const byName = await this.meantByName(filter, text);
    const byGrid = await this.meantByGrid(filter, text);
    const numbers = await this.meantByNumber(filter, text);
    for (const few of [byName, byGrid].filter(({ length }) => length <= FEW)) few.forEach((no) => numbers.add(no));
    const meant: Meant[] = [];
    const parameters: SqlValue[] = [];
    if (text.term !== undefined && byName.length > FEW) {
      meant.push({ no: 'm.worker_no', from: 'worker_term m WHERE m.centre_id = ? AND m.term >= ? AND m.term < ?' });
      parameters.push(filter.centreId, text.term, text.term + LAST_CHARACTER);
    }
    for (const code of byGrid.length > FEW ? text.unitCodes : []) {
      const inGrid = 'g.unit_code >= ? AND g.unit_code < ? AND g.valid_from <= ? AND g.valid_to > ?';
      meant.push({ no: 'g.worker_no', from: `worker_standing g WHERE g.centre_id = ? AND ${inGrid}` });
      parameters.push(filter.centreId, code, code + LAST_CHARACTER, filter.on, filter.on);
    }
    if (meant.length === 0) {
      if (numbers.size === 0) return false;
      add(where, `${where.no} IN (${marksFor(numbers.size)})`, padded([...numbers]));
      where.list = isOfEngaged(filter) ? FEW_ENGAGED : FEW_OF_EVERYBODY;
      return true;
    }
    if (numbers.size > 0) {
      meant.push({ no: 'n.no', from: `worker n WHERE n.no IN (${marksFor(numbers.size)})` });
      parameters.push(...padded([...numbers]));
    }
    if (inTurn) askEach(where, meant, parameters);
    else startFrom(where, meant, parameters, this.db.engine === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN');
    return true;
  }

  private async meantByNumber({ centreId, on }: WorkerFilter, text: SoughtText): Promise<Set<number>> {
    const found = new Set<number>();
    const look = async (sql: string, values: readonly SqlValue[]): Promise<void> => {
      for (const { no } of await this.db.query<{ no: number }>(sql, values)) found.add(Number(no));
    };
    const worker = 'SELECT no FROM worker WHERE centre_id = ? AND';
    if (text.workerNo !== undefined) await look(`${worker} no = ?`, [centreId, text.workerNo]);
    if (text.idIndex !== undefined) await look(`${worker} id_index = ?`, [centreId, text.idIndex]);
    if (text.idTailIndex !== undefined) await look(`${worker} id_tail_index = ?`, [centreId, text.idTailIndex]);
    for (const [column, index] of [
      ['phone_index', text.phoneIndex],
      ['phone_tail_index', text.phoneTailIndex],
    ] as const) {
      if (index === undefined) continue;
      // Only the phone in force counts: a number that somebody else has now finds that one.
      await look(
        `SELECT f.worker_no AS no FROM phone_fact f WHERE f.centre_id = ? AND f.${column} = ? AND f.valid_from <= ? AND f.valid_to > ?
         AND f.retracted = 0 AND NOT EXISTS (SELECT 1 FROM phone_fact g WHERE g.centre_id = f.centre_id AND g.worker_no = f.worker_no
         AND g.valid_from <= ? AND g.valid_to > ? AND (g.recorded_at > f.recorded_at OR (g.recorded_at = f.recorded_at AND g.id > f.id)))`,
        [centreId, index, on, on, on, on],
      );
    }
    return found;
  }

  private async meantByName({ centreId }: WorkerFilter, { term }: SoughtText): Promise<number[]> {
    if (term === undefined) return [];
    const rows = await this.db.query<Numbers[number]>(
      `SELECT worker_no AS no FROM worker_term WHERE centre_id = ? AND term >= ? AND term < ? LIMIT ${FEW + 1}`,
      [centreId, term, term + LAST_CHARACTER],
    );
    return rows.map(({ no }) => Number(no));
  }

  private async meantByGrid({ centreId, on }: WorkerFilter, { unitCodes }: SoughtText): Promise<number[]> {
    const found: number[] = [];
    for (const code of unitCodes) {
      const rows = await this.db.query<Numbers[number]>(
        `SELECT worker_no AS no FROM worker_standing WHERE centre_id = ? AND unit_code >= ? AND unit_code < ?
         AND valid_from <= ? AND valid_to > ? LIMIT ${FEW + 1}`,
        [centreId, code, code + LAST_CHARACTER, on, on],
      );
      found.push(...rows.map(({ no }) => Number(no)));
    }
    return found;
  }

  private async standings(
    { centreId, on }: WorkerFilter,
    numbers: readonly number[],
  ): Promise<Map<number, ListedStanding>> {
    if (numbers.length === 0) return new Map();
    const rows = await inSlices(numbers, (marks, slice) =>
      this.db.query<ListedStanding & { no: number }>(
        `SELECT worker_no AS no, agency_code AS agencyCode, status, joined_on AS joinedOn, unit_code AS unitCode,
           grade_code AS gradeCode, post_code AS postCode
         FROM worker_standing WHERE centre_id = ? AND worker_no IN (${marks}) AND valid_from <= ? AND valid_to > ?`,
        [centreId, ...slice, on, on],
      ),
    );
    return new Map(
      rows.map(({ no, ...standing }) => [Number(no), { ...standing, unitCode: standing.unitCode || null }]),
    );
  }
}

const isOfEngaged = ({ engagedOnly, unitCodes, agencyCode, postCode, status }: WorkerFilter): boolean =>
  engagedOnly === true || [unitCodes, agencyCode, postCode, status].some((given) => given !== undefined);

const engaged = ({ centreId, on }: WorkerFilter): Where => ({
  ...{ list: ENGAGED, no: ENGAGED.key },
  from: 'worker_standing t',
  conditions: ['t.centre_id = ? AND t.valid_from <= ? AND t.valid_to > ?'],
  parameters: [centreId, on, on],
});

const everybody = ({ centreId, on }: WorkerFilter): Where => ({
  ...{ list: EVERYBODY, no: EVERYBODY.key },
  from: 'worker t LEFT JOIN worker_standing s ON s.centre_id = t.centre_id AND s.worker_no = t.no AND s.valid_from <= ? AND s.valid_to > ?',
  conditions: ['t.centre_id = ?'],
  parameters: [on, on, centreId],
});

/** As now known: of the rows that cover the date the latest recorded counts. */
function addTag(where: Where, { centreId, on }: WorkerFilter, tagCode: string): void {
  const later = '(l.recorded_at > f.recorded_at OR (l.recorded_at = f.recorded_at AND l.id > f.id))';
  add(
    where,
    `${where.no} IN (SELECT f.worker_no FROM worker_tag_fact f WHERE f.centre_id = ? AND f.tag_code = ? AND f.valid_from <= ? AND f.valid_to > ?
      AND f.held = 1 AND f.retracted = 0 AND NOT EXISTS (SELECT 1 FROM worker_tag_fact l WHERE l.centre_id = f.centre_id
      AND l.worker_no = f.worker_no AND l.tag_code = f.tag_code AND l.valid_from <= ? AND l.valid_to > ? AND ${later}))`,
    [centreId, tagCode, on, on, on, on],
  );
}

/** So many are meant that a page is soon full: each in turn is asked whether it is meant. */
function askEach(where: Where, meant: readonly Meant[], parameters: readonly SqlValue[]): void {
  const asked = meant.map(({ no, from }) => `EXISTS (SELECT 1 FROM ${from} AND ${no} = ${where.no})`);
  add(where, `(${asked.join(' OR ')})`, parameters);
}

/** Whoever is meant is taken first, and put in order afterwards: in another order the meant may all stand at its end. */
function startFrom(where: Where, meant: readonly Meant[], parameters: readonly SqlValue[], join: string): void {
  const sets = meant.map(({ no, from }) => `SELECT DISTINCT ${no} AS worker_no FROM ${from}`);
  where.from = `(${sets.join(' UNION ')}) meant ${join} ${where.from}`;
  where.conditions.push(`${where.no} = meant.worker_no`);
  where.parameters.unshift(...parameters);
  where.list = where.list === EVERYBODY ? FEW_OF_EVERYBODY : FEW_ENGAGED;
}

function add(where: Where, condition: string, values: readonly SqlValue[]): void {
  where.conditions.push(condition);
  where.parameters.push(...values);
}

/** Lists of parameters come in few lengths, so that few statements are prepared; what is added repeats the first. */
const lengthFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, count)));
const marksFor = (count: number): string => Array.from({ length: lengthFor(count) }, () => '?').join(', ');
function padded<T extends SqlValue>(values: readonly T[]): SqlValue[] {
  const all: SqlValue[] = [...values];
  while (all.length < lengthFor(values.length)) all.push(values[0] ?? 0);
  return all;
}
