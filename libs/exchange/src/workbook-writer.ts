import { PassThrough } from 'node:stream';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { assertFen } from '@gridstaff/kernel';
import ExcelJS from 'exceljs';

/** `text` also for ID numbers, cards, codes and dates; `yuan` cells are given in fen. */
export type ColumnKind = 'text' | 'yuan' | 'int' | 'decimal';
export type Cell = string | number | null | undefined;

export interface WorkbookColumn {
  header: string;
  kind: ColumnKind;
  /** In characters. */
  width?: number;
}

export interface WorkbookSheet {
  name: string;
  columns: readonly WorkbookColumn[];
  /** In the order of the columns; read once, as they are written. */
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

const ROWS_BETWEEN_YIELDS = 500;
/** Number formats of spreadsheets. */
export const CELL_FORMATS: Readonly<Record<ColumnKind, string>> = { text: '@', yuan: '#,##0.00', int: '0', decimal: 'General' };

/** A text that a spreadsheet would run as a formula gets an apostrophe in front; for XLSX and CSV alike. */
export const escapeText = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/** Writes sheets row by row, yielding every 500 rows; memory holds the finished file, not its rows. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  for (const sheet of sheets) await writeSheet(workbook, sheet);
  await workbook.commit();
  return Buffer.concat(chunks);
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { name, columns, rows }: WorkbookSheet): Promise<void> {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ kind, width }) => ({ width: width ?? 16, style: { numFmt: CELL_FORMATS[kind] } }));
  const header = sheet.addRow(columns.map((column) => escapeText(column.header)));
  header.font = { bold: true };
  header.commit();
  let written = 0;
  for await (const row of rows) {
    sheet.addRow(columns.map((column, i) => cellOf(column.kind, row[i]))).commit();
    written += 1;
    if (written % ROWS_BETWEEN_YIELDS === 0) await yieldToOthers();
  }
  sheet.commit();
}

/** What stands in the cell: texts escaped, yuan from fen. */
export function cellOf(kind: ColumnKind, value: Cell): string | number | null {
  if (value === null || value === undefined) return null;
  if (kind === 'text') return escapeText(String(value));
  const number = Number(value);
  return kind === 'yuan' ? assertFen(number) / 100 : number;
}
