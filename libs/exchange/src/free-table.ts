import { DomainError } from '@gridstaff/kernel';
import { cellText, type RawRow } from './raw-cell';
import { headerKey } from './sheet-layout';
import { WorkbookGate } from './workbook-gate';
import { MAX_ROWS } from './workbook-parser';
import { type SheetEntry, WorkbookReader } from './workbook-reader';

/** A table of somebody else's making: where its head stands and what is under it. */
export interface FreeTable {
  sheet: string;
  headerRow: number;
  /** By column, 1-based; columns without a head are left out. */
  headers: ReadonlyMap<number, string>;
  rows: readonly RawRow[];
}

/** Titles, units and dates stand above the head. */
const ROWS_LOOKED_AT = 20;
const LEAST_KNOWN = 2;

interface Head {
  entry: SheetEntry;
  row: number;
  headers: Map<number, string>;
  known: number;
}

/**
 * Reads the table of a workbook of any layout, through the same gate as imports. The head is the row near the top of any sheet with most of the
 * headers that the caller knows; a second line of the head under it (应发项目 over its items) names its columns.
 * @param isKnown asked with the header as `headerKey` writes it
 * @throws DomainError those of the gate, FREE_TABLE_NO_HEAD, IMPORT_EMPTY, IMPORT_TOO_MANY_ROWS
 */
export async function readFreeTable(file: Buffer, isKnown: (key: string) => boolean): Promise<FreeTable> {
  const reader = await WorkbookReader.open(await new WorkbookGate().open(file));
  let best: Head | undefined;
  for (const entry of reader.sheets) {
    const head = await headOf(reader, entry, isKnown);
    if (head && head.known > (best?.known ?? LEAST_KNOWN - 1)) best = head;
  }
  if (!best) throw new DomainError('FREE_TABLE_NO_HEAD');
  const rows: RawRow[] = [];
  for await (const row of reader.rows(best.entry)) {
    if (row.row <= best.row) continue;
    rows.push(row);
    if (rows.length > MAX_ROWS) throw new DomainError('IMPORT_TOO_MANY_ROWS', { limit: MAX_ROWS }, { row: row.row });
  }
  if (rows.length === 0) throw new DomainError('IMPORT_EMPTY');
  return { sheet: best.entry.name, headerRow: best.row, headers: best.headers, rows };
}

async function headOf(reader: WorkbookReader, entry: SheetEntry, isKnown: (key: string) => boolean): Promise<Head | undefined> {
  let best: Head | undefined;
  let seen = 0;
  for await (const row of reader.rows(entry)) {
    const known = [...row.cells.values()].filter((cell) => isKnown(headerKey(cellText(cell)))).length;
    if (known > (best?.known ?? 0)) best = { entry, row: row.row, headers: textsOf(row), known };
    // The lines of one head follow each other: the names of both, the lower one's where both have one.
    else if (best && row.row === best.row + 1 && known > 0 && isAllText(row)) {
      for (const [column, text] of textsOf(row)) best.headers.set(column, text);
      best.row = row.row;
    }
    seen += 1;
    if (seen >= ROWS_LOOKED_AT) break;
  }
  return best;
}

const isAllText = ({ cells }: RawRow): boolean => [...cells.values()].every(({ kind }) => kind === 'text');

const textsOf = ({ cells }: RawRow): Map<number, string> =>
  new Map([...cells].flatMap(([column, cell]) => (cellText(cell).trim() === '' ? [] : [[column, cellText(cell).trim()]])));

