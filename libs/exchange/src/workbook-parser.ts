import { DomainError } from '@gridstaff/kernel';
import type { CellError, ParsedRow, SheetSpec } from './import-handler';
import { parseCell, shownValue } from './parse-cell';
import { isFoot, type LayoutMemory, mappedSheets, NO_MEMORY } from './mapping/mapped-sheets';
import { cellText, type RawRow } from './raw-cell';
import { openRows, type RowSource } from './row-source';
import { fits, headerKey, layOut, PASSED_OVER, SAMPLE_MARK, type SheetLayout } from './sheet-layout';
import type { SheetEntry } from './workbook-reader';

export const MAX_ROWS = 20_000;
/** Findings kept for the report; beyond them only the wrong rows are counted. */
const MAX_ERRORS = 10_000;

export interface ParsedWorkbook {
  rows: ParsedRow[];
  errors: CellError[];
  /** Rows with at least one wrong cell. */
  wrong: number;
  /** False when a sheet or column is wrong, so that the rows cannot be judged. */
  readable: boolean;
  /** What the file calls each sheet, by the Chinese name of its spec. */
  sheetNames: ReadonlyMap<string, string>;
  /** What the file calls the columns, by the file's name of the sheet and the Chinese name of the column. */
  headers: Map<string, ReadonlyMap<string, string>>;
}

interface ChosenSheet {
  entry: SheetEntry;
  spec: SheetSpec;
  /** Of a sheet in a layout of its own; left out: the first row is the head. */
  layout?: SheetLayout;
}

/**
 * A file in, typed rows and cell errors out; nothing is known of the database here. A file that does not follow the template is read as somebody said
 * before of its layout.
 * @param memory what is remembered of layouts
 * @throws DomainError for the file as a whole: those of `openRows`, IMPORT_NO_SHEET, IMPORT_UNKNOWN_SHEET, IMPORT_EMPTY, IMPORT_TOO_MANY_ROWS
 */
export async function parseWorkbook(file: Buffer, specs: readonly SheetSpec[], memory: LayoutMemory = NO_MEMORY): Promise<ParsedWorkbook> {
  const reader = await openRows(file);
  const chosen = (await layoutsOf(reader, specs, memory)) ?? (await chooseSheets(reader, specs));
  const sheetNames = new Map(chosen.map(({ entry, spec }) => [spec.zh, entry.name]));
  const result: ParsedWorkbook = { rows: [], errors: [], wrong: 0, readable: true, sheetNames, headers: new Map() };
  let rows = 0;
  for (const { entry, spec, layout: given } of chosen) {
    let layout: SheetLayout | undefined;
    for await (const row of reader.rows(entry)) {
      if (!layout) {
        layout = given ?? layOut(entry.name, spec, row);
        result.headers.set(entry.name, layout.headers);
        result.errors.push(...layout.errors);
        if (layout.errors.length > 0) break;
      }
      if (row.row <= layout.headerRow || isUntouchedSample(layout, row) || (layout.free && isFoot(layout, row))) continue;
      rows += 1;
      if (rows > MAX_ROWS) throw new DomainError('IMPORT_TOO_MANY_ROWS', { limit: MAX_ROWS }, { sheet: entry.name, row: row.row });
      readRow({ entry, spec }, layout, row, result);
    }
    if (layout && layout.errors.length > 0) result.readable = false;
  }
  if (rows === 0 && result.readable) throw new DomainError('IMPORT_EMPTY');
  return result;
}

/** Undefined where the file follows the template, or is of a layout of which nothing is remembered: then its errors are told by the template. */
async function layoutsOf(reader: RowSource, specs: readonly SheetSpec[], memory: LayoutMemory): Promise<ChosenSheet[] | undefined> {
  return memory === NO_MEMORY || (await followsTemplate(reader, specs)) ? undefined : mappedSheets(reader, specs, memory);
}

/** Whether every sheet is one of ours by its name and the names of its columns. */
export async function followsTemplate(reader: RowSource, specs: readonly SheetSpec[]): Promise<boolean> {
  try {
    for (const { entry, spec } of await chooseSheets(reader, specs)) {
      const head = await firstRow(reader, entry);
      if (head && layOut(entry.name, spec, head).errors.length > 0) return false;
    }
    return true;
  } catch (error) {
    if (error instanceof DomainError && ['IMPORT_UNKNOWN_SHEET', 'IMPORT_NO_SHEET'].includes(error.code)) return false;
    throw error;
  }
}

/** The sheets by name; a file with one sheet is taken whatever its name. A sheet that nothing would read is an error, not silence. */
async function chooseSheets(reader: RowSource, specs: readonly SheetSpec[]): Promise<ChosenSheet[]> {
  const chosen: ChosenSheet[] = [];
  const others: { entry: SheetEntry; header: RawRow }[] = [];
  for (const entry of reader.sheets) {
    const key = headerKey(entry.name);
    const spec = specs.find((s) => headerKey(s.zh) === key || headerKey(s.en) === key);
    if (spec) chosen.push({ entry, spec });
    else if (!PASSED_OVER.includes(key)) {
      const header = await firstRow(reader, entry);
      if (header) others.push({ entry, header });
    }
  }
  const [only] = others;
  if (chosen.length === 0 && !only) throw new DomainError('IMPORT_EMPTY');
  if (chosen.length === 0 && only && others.length === 1) {
    const candidates = specs.length === 1 ? specs : specs.filter((spec) => fits(spec, only.header));
    if (candidates.length === 1) return [{ entry: only.entry, spec: candidates[0] as SheetSpec }];
  }
  const expected = specs.map((spec) => `${spec.zh}/${spec.en}`).join('、');
  if (only) throw new DomainError('IMPORT_UNKNOWN_SHEET', { name: only.entry.name.slice(0, 40), expected }, { sheet: only.entry.name.slice(0, 40) });
  const missing = specs.find((spec) => !spec.optional && chosen.every((c) => c.spec !== spec));
  if (missing) throw new DomainError('IMPORT_NO_SHEET', { name: `${missing.zh}/${missing.en}` });
  return chosen;
}

async function firstRow(reader: RowSource, entry: SheetEntry): Promise<RawRow | undefined> {
  for await (const row of reader.rows(entry)) return row;
  return undefined;
}

/** The template's sample row as it was delivered; once something in it was changed it is a row like any other. */
function isUntouchedSample({ sampleColumn, columns }: SheetLayout, row: RawRow): boolean {
  if (sampleColumn === undefined || cellText(row.cells.get(sampleColumn)).trim() !== SAMPLE_MARK) return false;
  return [...columns].every(([at, column]) => cellText(row.cells.get(at)) === column.sample);
}

function readRow({ entry, spec }: ChosenSheet, layout: SheetLayout, row: RawRow, result: ParsedWorkbook): void {
  const values: Record<string, string | number> = {};
  let wrong = false;
  const fail = (column: string, value: string, code: string, params?: CellError['params']): void => {
    wrong = true;
    if (result.errors.length < MAX_ERRORS) result.errors.push({ sheet: entry.name, row: row.row, column, value, code, params });
  };
  for (const [at, column] of layout.columns) {
    const cell = row.cells.get(at);
    try {
      const value = parseCell(column, cell);
      if (value !== undefined) values[column.key] = value;
      else if (column.required) fail(column.zh, '', 'MISSING_FIELD', { name: column.zh });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      fail(column.zh, shownValue(column.type, cell), error.code, shownParams(error, shownValue(column.type, cell)));
    }
  }
  for (const [at, cell] of row.cells) {
    if (at !== layout.sampleColumn && at !== layout.reasonColumn && !layout.columns.has(at) && !layout.free?.unread.has(at)) fail('', shownValue(undefined, cell), 'CELL_OUTSIDE_COLUMNS');
  }
  if (wrong) result.wrong += 1;
  else result.rows.push({ sheet: spec.zh, row: row.row, values });
}

/** The texts quote the value: what may not be shown in full is not shown in the params either. */
function shownParams({ params }: DomainError, shown: string): CellError['params'] {
  const entries = Object.entries(params).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[key, key === 'value' ? shown : value] as const] : [],
  );
  return Object.fromEntries(entries);
}
