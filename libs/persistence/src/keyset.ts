import { checkPage, cutPage, type Id, type Page, type PageRequest } from '@gridstaff/kernel';
import type { Database } from './database';
import type { SqlValue } from './sql-value';

/** Name under which a statement of a page selects what it sorts by. */
const SORT_VALUE = 'sort_value';

export interface Keyset<F extends string> {
  /** SQL of each field that the list may be sorted by; never null, so that one comparison means the same on both engines. */
  fields: Readonly<Record<F, string>>;
  /** Column that makes the order total: unique within the list. */
  key: string;
  /** Name of the key among the columns of a row that was read. */
  keyName: string;
}

/** A page as parts of a SELECT. Fields are SQL of the room, chosen by name; everything that a caller sent is a parameter. */
export interface KeysetSql {
  /** To select beside the row. */
  column: string;
  /** To add to the conditions, with `AND` in front; empty for the first page. */
  after: string;
  parameters: SqlValue[];
  /** ORDER BY and LIMIT, one row longer than the page. */
  tail: string;
}

/** @throws DomainError OUT_OF_RANGE for a page that is too long */
export function keysetSql<F extends string>(list: Keyset<F>, request: PageRequest<F>): KeysetSql {
  checkPage(request);
  const { after, descending, limit } = request;
  const field = list.fields[request.field];
  const [sign, word] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const tail = `ORDER BY ${field === list.key ? '' : `${field} ${word}, `}${list.key} ${word} LIMIT ${Math.trunc(limit) + 1}`;
  const column = `${field} AS ${SORT_VALUE}`;
  if (after === undefined) return { column, after: '', parameters: [], tail };
  if (field === list.key) return { column, after: ` AND ${field} ${sign} ?`, parameters: [after.key], tail };
  // The first half alone lets an index over the field find the place; the second decides within equal values.
  const rest = ` AND ${field} ${sign}= ? AND (${field} ${sign} ? OR ${list.key} ${sign} ?)`;
  return { column, after: rest, parameters: [after.value, after.value, after.key], tail };
}

/** The page that such a statement answered with. */
export function keysetPage<R extends object>(list: Keyset<string>, rows: readonly R[], limit: number): Page<R> {
  return cutPage(rows, limit, (row) => {
    const { [SORT_VALUE]: value, [list.keyName]: key } = row as Record<string, string | number>;
    return { value: plain(value), key: plain(key) };
  });
}

/** Ids of a page of a table whose rows are then read by them; `where` and the fields name it `t`. */
export async function idPage<F extends string>(
  db: Database,
  table: string,
  list: Keyset<F>,
  where: string,
  parameters: readonly SqlValue[],
  request: PageRequest<F>,
): Promise<Page<Id>> {
  const { column, after, parameters: place, tail } = keysetSql(list, request);
  const key = list.keyName === 'id' ? '' : `${list.key} AS \`${list.keyName}\`, `;
  const sql = `SELECT t.id AS id, ${key}${column} FROM ${table} t WHERE ${where}${after} ${tail}`;
  const { rows, next } = keysetPage(list, await db.query<{ id: Id }>(sql, [...parameters, ...place]), request.limit);
  return { rows: rows.map(({ id }) => id), next };
}

/** Rows in the order of their ids; one that is gone meanwhile is left out. */
export function inOrderOf<T extends { id: Id }>(ids: readonly Id[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Drivers answer with big integers as text or number; what they are compared with again is the same either way. */
const plain = (value: string | number | undefined): string | number => value ?? '';
