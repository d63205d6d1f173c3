import { PassThrough } from 'node:stream';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { assertFen } from '@gridstaff/kernel';
import ExcelJS from 'exceljs';
import { type Cell, escapeText } from '../workbook-writer';
import { freezeZip } from './zip';

/** `text` also for ID numbers, accounts and dates; `yuan` (grouped) and `plain-yuan` (for machines) are given in fen. */
export type BookKind = 'text' | 'yuan' | 'plain-yuan' | 'int';
export type RowLook = 'title' | 'note' | 'head' | 'body' | 'total' | 'line' | 'plain';

export interface BookRow {
  cells: readonly Cell[];
  look: RowLook;
  /** The first cell stretches over all columns. */
  merged?: boolean;
}

export interface BookSheet {
  name: string;
  columns: readonly { kind: BookKind; width: number }[];
  /** Rows that stay in view and are repeated on every printed page. */
  headRows: number;
  /** A4 landscape, fit to width, page numbers; else the sheet is for a machine. */
  printed: boolean;
  /** At the foot of each printed page, in the signs of spreadsheets: &P the page, &N how many. */
  footer?: string;
  rows: Iterable<BookRow> | AsyncIterable<BookRow>;
}

const FORMATS: Readonly<Record<BookKind, string>> = {
  text: '@',
  yuan: '#,##0.00',
  'plain-yuan': '0.00',
  int: '0',
};
const ROWS_BETWEEN_YIELDS = 500;
const FONT = '宋体';
const THIN = { style: 'thin' } as const;
const BOX = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const CENTRE = { horizontal: 'center', vertical: 'middle', wrapText: true } as const;
const LEFT = { horizontal: 'left', vertical: 'middle' } as const;

const LOOKS: Readonly<Record<RowLook, Partial<ExcelJS.Style>>> = {
  title: { font: { name: FONT, size: 16, bold: true }, alignment: CENTRE },
  note: { font: { name: FONT, size: 9, color: { argb: 'FF606060' } }, alignment: LEFT },
  head: { font: { name: FONT, size: 10, bold: true }, alignment: CENTRE, border: BOX },
  body: { font: { name: FONT, size: 10 }, border: BOX },
  total: { font: { name: FONT, size: 10, bold: true }, border: BOX },
  line: { font: { name: FONT, size: 11 }, alignment: LEFT },
  plain: { font: { name: FONT, size: 11 } },
};
/** Points. */
const HEIGHTS: Readonly<Partial<Record<RowLook, number>>> = { title: 28, line: 24 };
const HEAD_HEIGHT = 32;
const HEAD_LINE = 14;

/** Writes sheets row by row, yielding every 500 rows. Nothing in the file tells more of the time than `at`: the same rows give the same bytes. */
export async function writeBook(sheets: readonly BookSheet[], at: Date): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  Object.assign(workbook, { creator: 'GridStaff', lastModifiedBy: 'GridStaff', created: at, modified: at });
  const names = new Set<string>();
  for (const sheet of sheets) await writeSheet(workbook, { ...sheet, name: sheetName(sheet.name, names) });
  await workbook.commit();
  return freezeZip(Buffer.concat(chunks), at);
}

/** What Excel takes: at most 31 characters, none of \ / ? * [ ] :, unlike the others; no apostrophe either, which would break the name of its print titles. */
function sheetName(wanted: string, taken: Set<string>): string {
  const base =
    wanted
      .replace(/[\\/?*[\]:'\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, 28) || 'Sheet';
  let name = base;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}${n}`;
  taken.add(name.toLowerCase());
  return name;
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, spec: BookSheet): Promise<void> {
  const sheet = workbook.addWorksheet(spec.name, {
    views: [{ state: 'frozen', ySplit: spec.headRows }],
    ...(spec.printed && {
      pageSetup: {
        ...{ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
        ...{ horizontalCentered: true, printTitlesRow: `1:${spec.headRows}` },
        margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.2, footer: 0.3 },
      },
      headerFooter: { oddFooter: `&C${spec.footer ?? ''}` },
    }),
  });
  sheet.columns = spec.columns.map(({ width }) => ({ width }));
  const styles = new StyleShelf(spec.columns.map((column) => column.kind));
  let written = 0;
  for await (const { cells, look, merged } of spec.rows) {
    written += 1;
    const row = sheet.getRow(written);
    spec.columns.forEach((column, i) => {
      const cell = row.getCell(i + 1);
      const kind = look === 'body' || look === 'total' || look === 'plain' ? column.kind : 'text';
      cell.value = cellValue(kind, cells[i]);
      cell.style = styles.of(look, i);
    });
    const height = look === 'head' ? headHeight(cells, spec.columns) : HEIGHTS[look];
    if (height !== undefined && spec.printed) row.height = height;
    if (merged && spec.columns.length > 1) sheet.mergeCells(written, 1, written, spec.columns.length);
    row.commit();
    if (written % ROWS_BETWEEN_YIELDS === 0) await yieldToOthers();
  }
  sheet.commit();
}

/** As high as the head with the most lines, words kept whole; a Chinese character is as wide as two letters. */
function headHeight(cells: readonly Cell[], columns: BookSheet['columns']): number {
  const lines = cells.map((cell, i) => {
    const room = columns[i]?.width ?? 1;
    let [count, used] = [1, 0];
    for (const word of String(cell ?? '').match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s?/gu) ?? []) {
      const wide = /[\u2e80-\uffff]/u.test(word) ? 2 : word.trimEnd().length;
      if (used > 0 && used + wide > room) [count, used] = [count + 1, 0];
      used += wide + (word.endsWith(' ') ? 1 : 0);
    }
    return count;
  });
  return Math.max(HEAD_HEIGHT, Math.max(...lines) * HEAD_LINE + 4);
}

/** One style object per look and column: the writer knows styles by identity. */
class StyleShelf {
  private readonly made = new Map<string, Partial<ExcelJS.Style>>();

  constructor(private readonly kinds: readonly BookKind[]) {}

  of(look: RowLook, column: number): Partial<ExcelJS.Style> {
    const kind = this.kinds[column] ?? 'text';
    const key = `${look} ${kind}`;
    let style = this.made.get(key);
    if (!style) {
      const numbers = look === 'body' || look === 'total' || look === 'plain';
      style = { ...LOOKS[look], numFmt: numbers ? FORMATS[kind] : '@' };
      this.made.set(key, style);
    }
    return style;
  }
}

/** A text given for a number column stays a text: "合计" in the first cell of a total row. */
function cellValue(kind: BookKind, value: Cell): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  if (kind === 'text' || typeof value === 'string') return escapeText(String(value));
  return kind === 'int' ? value : assertFen(value) / 100;
}
