import { DomainError } from '@gridstaff/kernel';
import type { ColumnSpec, SheetSpec } from '../import-handler';
import { cellText, type RawRow } from '../raw-cell';
import type { RowSource } from '../row-source';
import { headerKey, PASSED_OVER, REASON_COLUMN, SAMPLE_COLUMN, type SheetLayout } from '../sheet-layout';
import type { SheetEntry } from '../workbook-reader';
import { findHead, type FreeHead } from './free-head';
import { likeliest, missingIn, namesOfColumn, propose, type SaidColumns } from './propose';

/** What somebody said of every sheet with one signature; `sheet` is the Chinese name of the sheet of ours, '' for a sheet that is not read. */
export interface SaidLayout {
  sheet: string;
  columns: SaidColumns;
}

/** What is remembered of layouts, by signature. */
export type LayoutMemory = (signature: string) => Promise<SaidLayout | undefined>;

export const NO_MEMORY: LayoutMemory = () => Promise.resolve(undefined);

export interface MappedSheet {
  entry: SheetEntry;
  spec: SheetSpec;
  layout: SheetLayout;
}

/** The sheets of a file that hold a table, notes of our own templates aside, each with its head. */
export async function headsOfFile(source: RowSource, specs: readonly SheetSpec[]): Promise<{ entry: SheetEntry; head: FreeHead }[]> {
  const known = new Set(specs.flatMap(({ columns }) => columns.flatMap((column) => Object.values(namesOfColumn(column)).flat())));
  const found: { entry: SheetEntry; head: FreeHead }[] = [];
  for (const entry of source.sheets) {
    if (PASSED_OVER.includes(headerKey(entry.name))) continue;
    const head = await findHead(source, entry, (name) => known.has(name));
    if (head) found.push({ entry, head });
  }
  return found;
}

/** A head that has nothing but names of ours needs nobody's word, wherever it stands. */
export function selfEvident(specs: readonly SheetSpec[], name: string, head: FreeHead): SaidLayout | undefined {
  const { spec, columns } = likeliest(specs, name, head);
  if (columns.some(({ by }) => by !== 'name') || missingIn(spec, columns).length > 0) return undefined;
  return { sheet: spec.zh, columns: Object.fromEntries(columns.map(({ head: { text }, key }) => [headerKey(text), key ?? ''])) };
}

/** How the sheets of a file are read as somebody said it; undefined where nothing was said of one of them. @throws DomainError LAYOUT_SHEET_TWICE */
export async function mappedSheets(source: RowSource, specs: readonly SheetSpec[], memory: LayoutMemory): Promise<MappedSheet[] | undefined> {
  const sheets: MappedSheet[] = [];
  for (const { entry, head } of await headsOfFile(source, specs)) {
    const said = (await memory(head.signature)) ?? selfEvident(specs, entry.name, head);
    if (!said) return undefined;
    const spec = specs.find(({ zh }) => zh === said.sheet);
    // Errors name rows by the sheet of ours: two of them could not be told apart.
    const twin = sheets.find((sheet) => sheet.spec === spec);
    if (spec && twin) throw new DomainError('LAYOUT_SHEET_TWICE', { first: twin.entry.name, second: entry.name, name: spec.zh });
    if (spec) sheets.push({ entry, spec, layout: layoutOf(entry.name, spec, head, said.columns) });
  }
  return sheets.length > 0 ? sheets : undefined;
}

function layoutOf(sheet: string, spec: SheetSpec, head: FreeHead, said: SaidColumns): SheetLayout {
  const mapped = propose(spec, head, said);
  const columns = new Map<number, ColumnSpec>();
  const headers = new Map<string, string>();
  const unread = new Set<number>();
  const errors: SheetLayout['errors'] = [];
  const fail = (code: string, name: string): void => void errors.push({ sheet, row: head.row, column: name, value: '', code, params: { name } });
  for (const { at, head: own, key, by } of mapped) {
    const column = spec.columns.find((one) => one.key === key);
    if (column) {
      columns.set(at, column);
      headers.set(column.zh, own.text);
    } else if (by === 'remembered') unread.add(at);
    // Another month's file with a column of the same pattern of which nobody said anything.
    else fail('UNKNOWN_COLUMN', own.text);
  }
  for (const { zh } of missingIn(spec, mapped)) fail('MISSING_COLUMN', zh);
  const added = (names: { zh: string; en: string }): number | undefined => [...head.heads].find(([, { text }]) => [names.zh, names.en].some((name) => headerKey(name) === headerKey(text)))?.[0];
  return { headerRow: head.row, columns, headers, reasonColumn: added(REASON_COLUMN), sampleColumn: added(SAMPLE_COLUMN), errors, free: { unread } };
}

/** Sums, signatures and remarks under a table, as people and our own papers write them. */
const FOOT = /^(?:合计|总计|小计|本页合计|制表|填表|审核|审批|复核|负责人|分管领导|备注|说明|注|图例|符号说明|导出人)(?:[:：(（人].*|$)|^(?:total$|marks:|preparedby|madeby)/i;

/** A row under somebody's own table that is nobody's: it has nothing in a column that is read, or it is its foot. */
export function isFoot({ columns }: SheetLayout, { cells }: RawRow): boolean {
  if ([...columns.keys()].every((at) => !cells.has(at))) return true;
  const [first] = [...cells].sort(([a], [b]) => a - b);
  return first !== undefined && FOOT.test(cellText(first[1]).replace(/\s/g, ''));
}
