import { createHash } from 'node:crypto';
import { cellText, type RawCell, type RawRow } from '../raw-cell';
import type { RowSource } from '../row-source';
import { headerKey, REASON_COLUMN, SAMPLE_COLUMN } from '../sheet-layout';
import type { SheetEntry } from '../workbook-reader';

/** The name of a column in somebody's own sheet. */
export interface Head {
  /** As a person reads it; of a head in two rows both, `加班/平日`. */
  text: string;
  /** Every form in which it may be known, as `headerKey` writes them, the nearest first. */
  names: readonly string[];
}

export interface FreeHead {
  /** Last row of the head; what stands below are people. */
  row: number;
  /** By 1-based column. */
  heads: ReadonlyMap<number, Head>;
  /** The same for every month's file of one layout: figures (dates, days of the month) and the column of reasons do not count. */
  signature: string;
  /** The first rows under it. */
  samples: readonly RawRow[];
}

/** Titles, units and dates stand above the head. */
const ROWS_LOOKED_AT = 20;
const SAMPLES = 10;
const LONGEST_HEAD = 40;
/** A row of weekdays between the head and the people of a month sheet. */
const WEEKDAY = /^(?:周|星期|礼拜)?[一二三四五六日天]$/;

interface Candidate {
  last: number;
  heads: Map<number, Head>;
  known: number;
  /** How many columns it names. */
  width: number;
}

/**
 * The head of a sheet of any layout: among the first twenty rows the one (or two, one under the other) that names most of the columns which the caller
 * knows, or, where it knows none, the first row that looks like one. Undefined where the sheet holds no table.
 * @param isKnown asked with names as `headerKey` writes them
 */
export async function findHead(source: RowSource, entry: SheetEntry, isKnown: (name: string) => boolean): Promise<FreeHead | undefined> {
  const rows: RawRow[] = [];
  for await (const row of source.rows(entry)) {
    rows.push(row);
    if (rows.length > ROWS_LOOKED_AT + SAMPLES) break;
  }
  const best = rows.slice(0, ROWS_LOOKED_AT).reduce<Candidate | undefined>((found, _, i) => better(found, candidateAt(rows, i, isKnown)), undefined);
  if (!best) return undefined;
  let last = best.last;
  while (rows[last + 1] && isWeekdays(rows[last + 1] as RawRow)) last += 1;
  const { heads } = best;
  return { row: (rows[last] as RawRow).row, heads, signature: signatureOf(heads), samples: rows.slice(last + 1, last + 1 + SAMPLES) };
}

/** More known names win; then the row that names more columns; then the upper one. */
function better(a: Candidate | undefined, b: Candidate | undefined): Candidate | undefined {
  if (!a || !b) return a ?? b;
  if (a.known !== b.known) return a.known > b.known ? a : b;
  return a.known > 0 || a.width >= b.width ? a : b;
}

function candidateAt(rows: readonly RawRow[], i: number, isKnown: (name: string) => boolean): Candidate | undefined {
  const [upper, lower] = [rows[i] as RawRow, rows[i + 1]];
  if (!isHeadLike(upper) || !lower) return undefined;
  const knownOf = (heads: ReadonlyMap<number, Head>): number => [...heads.values()].filter(({ names }) => names.some(isKnown)).length;
  const single = headsOf(upper);
  const one = { last: i, heads: single, known: knownOf(single), width: single.size };
  if (!isHeadLike(lower) || !rows[i + 2]) return one.width >= 2 ? one : undefined;
  const joined = joinedHeads(upper, lower);
  const two = { last: i + 1, heads: joined, known: knownOf(joined), width: joined.size };
  const belowAlone = knownOf(headsOf(lower));
  if (two.known > Math.max(one.known, belowAlone) || (isSpanned(upper, lower) && two.known >= one.known)) return two;
  return one.width >= 2 ? one : undefined;
}

/** The upper row has heads over several columns, and such as reach down over both rows. */
function isSpanned(upper: RawRow, lower: RawRow): boolean {
  const first = Math.min(...upper.cells.keys());
  const under = [...lower.cells.keys()].filter((column) => column > first && !upper.cells.has(column));
  return under.length >= 2 && [...upper.cells.keys()].some((column) => !lower.cells.has(column));
}

/** Names are short texts, days of the month or dates; a long number or a formula that fails is somebody's data. */
const isHeadLike = ({ cells }: RawRow): boolean =>
  [...cells.values()].every((cell) => {
    const text = cellText(cell).trim();
    return cell.kind === 'date' || (text.length <= LONGEST_HEAD && (cell.kind === 'text' ? !/\d{6}/.test(text) : cell.kind === 'number' && /^\d{1,2}$/.test(text)));
  });

const isWeekdays = ({ cells }: RawRow): boolean => cells.size >= 2 && [...cells.values()].every((cell) => WEEKDAY.test(cellText(cell).trim()));

const textOf = (cell: RawCell | undefined): string => cellText(cell).replace(/\s+/g, ' ').trim();

const headsOf = ({ cells }: RawRow): Map<number, Head> =>
  new Map([...cells].map(([column, cell]) => [column, { text: textOf(cell), names: namesOf(textOf(cell)) }]));

/** A head over several columns is stored in the first of them; it belongs to the columns on its right as long as the lower row names them. */
function joinedHeads(upper: RawRow, lower: RawRow): Map<number, Head> {
  const heads = new Map<number, Head>();
  let over = '';
  const last = Math.max(...upper.cells.keys(), ...lower.cells.keys());
  for (let column = Math.min(...upper.cells.keys(), ...lower.cells.keys()); column <= last; column++) {
    const [above, below] = [textOf(upper.cells.get(column)), textOf(lower.cells.get(column))];
    if (above !== '') over = above;
    else if (below === '') over = '';
    if (below === '' && above === '') continue;
    if (below === '' || above === below) heads.set(column, { text: above, names: namesOf(above) });
    else if (over === '') heads.set(column, { text: below, names: namesOf(below) });
    else heads.set(column, { text: `${over}/${below}`, names: [...new Set([...namesOf(below + over), ...namesOf(over + below), ...namesOf(below)])] });
  }
  return heads;
}

/** A day of the month, alone or with its weekday. */
const DAY_HEAD = /^0?(\d{1,2})[日号]?(?:周|星期)?(?:[一二三四五六日天]|[smtwf]|mo|tu|we|th|fr|sa|su)?$/;

/** Without its unit in brackets (天数（天）), a date by its day of the month. */
function namesOf(text: string): string[] {
  const key = headerKey(text).replace(/[:：]$/, '');
  const bare = key.replace(/[（(].*?[)）]/g, '');
  const day = /^(?:\d{4}[-/.年])?\d{1,2}[-/.月](\d{1,2})[日号]?$/.exec(key)?.[1] ?? DAY_HEAD.exec(key)?.[1];
  return [...new Set([key, bare, ...(day ? [`${Number(day)}日`] : [])])].filter((name) => name !== '');
}

/** Columns that the product itself adds to a sheet, by either name. */
const ADDED = new Set([REASON_COLUMN, SAMPLE_COLUMN].flatMap(({ zh, en }) => [headerKey(zh), headerKey(en)]));
export const isAdded = (head: Head): boolean => ADDED.has(headerKey(head.text));

function signatureOf(heads: ReadonlyMap<number, Head>): string {
  const texts = [...heads].sort(([a], [b]) => a - b).flatMap(([, head]) => (isAdded(head) ? [] : [headerKey(head.text).replace(/\d+/g, '#')]));
  return createHash('sha256')
    .update(JSON.stringify([...new Set(texts)]))
    .digest('hex');
}
