import type { CellError, ColumnSpec, SheetSpec } from './import-handler';
import { halfWidth } from './parse-cell';
import { cellText, type RawRow } from './raw-cell';

/** A header as it is compared: width, spaces, case and the asterisk of a required column do not count. */
export const headerKey = (text: string): string => halfWidth(text).normalize('NFKC').replace(/[\s*]/g, '').toLowerCase();

/** Sheets of the template that hold words for people, not rows. */
export const NOTES_SHEETS = { zh: '填写说明', en: 'Notes' } as const;
/** Hidden sheet of the template with what its drop-downs offer. */
export const LIST_SHEETS = { zh: '可选值', en: 'Lists' } as const;
/** Keys of sheets that an import passes over. */
export const PASSED_OVER: readonly string[] = [...Object.values(NOTES_SHEETS), ...Object.values(LIST_SHEETS)].map((name) => headerKey(name));
/** Column of the template that marks its sample row. */
export const SAMPLE_COLUMN = { zh: '示例行', en: 'Sample row' } as const;
/** Column of a file handed back with its errors; an import passes over it. */
export const REASON_COLUMN = { zh: '错误原因', en: 'What to put right' } as const;
/** What stands in the sample column. */
export const SAMPLE_MARK = '示例';

/** Where each column of a sheet stands. */
export interface SheetLayout {
  headerRow: number;
  /** By 1-based column of the file. */
  columns: ReadonlyMap<number, ColumnSpec>;
  /** What the file calls each column, by its Chinese name. */
  headers: ReadonlyMap<string, string>;
  /** Column with the reasons of an earlier try, where the file has one. */
  reasonColumn: number | undefined;
  /** Column that marks the template's sample row, where the file has one. */
  sampleColumn: number | undefined;
  errors: CellError[];
  /** Only of a sheet in somebody's own layout: the columns that are left unread because somebody said so. */
  free?: { unread: ReadonlySet<number> };
}

const keysOf = (names: { zh: string; en: string }): string[] => [headerKey(names.zh), headerKey(names.en)];

/** Finds the columns in the first row with content. Unknown, doubled and missing columns are errors. */
export function layOut(sheet: string, spec: SheetSpec, header: RawRow): SheetLayout {
  const known = new Map(spec.columns.flatMap((column) => keysOf(column).map((key) => [key, column] as const)));
  const sampleKeys = keysOf(SAMPLE_COLUMN);
  const columns = new Map<number, ColumnSpec>();
  const seen = new Set<ColumnSpec>();
  const headers = new Map<string, string>();
  const errors: CellError[] = [];
  const fail = (code: string, column: string): void => {
    errors.push({ sheet, row: header.row, column: column.slice(0, 40), value: '', code, params: { name: column.slice(0, 40) } });
  };
  const reasonKeys = keysOf(REASON_COLUMN);
  let sampleColumn: number | undefined;
  let reasonColumn: number | undefined;
  for (const [at, cell] of header.cells) {
    const text = cellText(cell).trim();
    const key = headerKey(text);
    const column = known.get(key);
    if (column && seen.has(column)) fail('DUPLICATE_COLUMN', text);
    else if (column) {
      seen.add(column);
      columns.set(at, column);
      headers.set(column.zh, text.replace(/^[*＊]\s*/, '').slice(0, 40));
    } else if (sampleKeys.includes(key)) sampleColumn = at;
    else if (reasonKeys.includes(key)) reasonColumn = at;
    else fail('UNKNOWN_COLUMN', text);
  }
  for (const column of spec.columns) if (column.required && !seen.has(column)) fail('MISSING_COLUMN', column.zh);
  return { headerRow: header.row, columns, headers, sampleColumn, reasonColumn, errors };
}

/** Whether a header row could be of this sheet: it has every required column. */
export const fits = (spec: SheetSpec, header: RawRow): boolean =>
  layOut('', spec, header).errors.every((error) => error.code !== 'MISSING_COLUMN');
