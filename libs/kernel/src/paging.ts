import { DomainError } from './errors';

/**
 * Lists are read in pages that begin after a row, not at a count: rows that come or go meanwhile neither repeat nor skip others. The order is
 * one field and then the row's key, both in the same direction, so that it is total whatever repeats in the field.
 */
export type SortValue = string | number;

/** The last row of a page: its value of the field that is sorted by, and its key. */
export interface Position {
  value: SortValue;
  key: SortValue;
}

export interface PageRequest<F extends string = string> {
  /** One of the fields that the list allows. */
  field: F;
  descending: boolean;
  /** From the beginning when absent. */
  after?: Position;
  /** Rows at most, 1…`LONGEST_PAGE`. */
  limit: number;
}

export interface Page<T> {
  rows: T[];
  /** Where the next page begins; null at the end of the list. */
  next: Position | null;
}

export const LONGEST_PAGE = 500;

/** @throws DomainError OUT_OF_RANGE */
export function checkPage(request: { limit: number }): void {
  const { limit } = request;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > LONGEST_PAGE)
    throw new DomainError('OUT_OF_RANGE', { value: String(limit) }, { field: 'limit' });
}

/** The page that begins `found`, which was read one row longer than the page is. */
export function cutPage<T>(found: readonly T[], limit: number, position: (row: T) => Position): Page<T> {
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last !== undefined ? position(last) : null };
}

const compared = (a: SortValue, b: SortValue): number => (a < b ? -1 : a > b ? 1 : 0);

/** A page of a list that is small enough to be whole in memory. @throws DomainError OUT_OF_RANGE */
export function pageOf<T, F extends string>(
  all: readonly T[],
  request: PageRequest<F>,
  values: Readonly<Record<F, (row: T) => SortValue>>,
  key: (row: T) => SortValue,
): Page<T> {
  checkPage(request);
  const position = (row: T): Position => ({ value: values[request.field](row), key: key(row) });
  const order = (a: Position, b: Position): number =>
    (compared(a.value, b.value) || compared(a.key, b.key)) * (request.descending ? -1 : 1);
  const { after } = request;
  const found = all
    .map((row) => ({ row, at: position(row) }))
    .filter(({ at }) => after === undefined || order(at, after) > 0)
    .sort((a, b) => order(a.at, b.at));
  const { rows, next } = cutPage(found, request.limit, ({ at }) => at);
  return { rows: rows.map(({ row }) => row), next };
}

/** Every row of a list, page by page: for those who need it whole, a terminal say. */
export async function everyRow<T>(read: (after: Position | undefined) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  for (let after: Position | undefined; ;) {
    const page = await read(after);
    rows.push(...page.rows);
    if (!page.next) return rows;
    after = page.next;
  }
}
