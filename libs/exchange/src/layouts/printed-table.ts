import type { Language } from '@gridstaff/contracts';
import type { Cell } from '../workbook-writer';
import type { ExportStamp } from '../exports/export-handler';
import { type BookKind, type BookRow, type BookSheet, writeBook } from './book-writer';

export interface PrintedColumn {
  header: string;
  kind: BookKind;
  /** In characters. */
  width: number;
}

/** A table for paper: the same for Excel and PDF. A4 landscape, heads repeated on every page. */
export interface PrintedTable {
  /** Sheet in Excel. */
  name: string;
  title: string;
  subtitle: string;
  columns: readonly PrintedColumn[];
  /** Rows to come: pages are counted before they are drawn. */
  count: number;
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
  total: readonly Cell[] | null;
  /** Many narrow columns: a text that is too wide for its cell takes two lines instead of small letters. */
  narrow?: boolean;
  /** Under the table, e.g. 大写. */
  lines: readonly string[];
  /** 制表, 审核 …; empty: no signature row. */
  signatures: readonly string[];
}

/** Who signs a paper of ours. */
export const SIGNATURES: Readonly<Record<Language, readonly string[]>> = {
  zh: ['制表：', '审核：', '负责人：', '单位盖章：'],
  en: ['Prepared by:', 'Checked by:', 'Approved by:', 'Seal:'],
};

export function writePrintedBook(tables: readonly PrintedTable[], stamp: ExportStamp): Promise<Buffer> {
  return writeBook(
    tables.map((table) => printedSheet(table, stamp)),
    stamp.at,
  );
}

export function printedSheet(table: PrintedTable, stamp: ExportStamp): BookSheet {
  return {
    name: table.name,
    columns: table.columns,
    headRows: 3,
    printed: true,
    footer: stamp.language === 'en' ? 'Page &P of &N' : '第 &P 页 / 共 &N 页',
    rows: rowsOf(table, stamp),
  };
}

async function* rowsOf(table: PrintedTable, stamp: ExportStamp): AsyncGenerator<BookRow> {
  yield { cells: [table.title], look: 'title', merged: true };
  yield { cells: [table.subtitle], look: 'note', merged: true };
  yield { cells: table.columns.map((column) => column.header), look: 'head' };
  for await (const cells of table.rows) yield { cells, look: 'body' };
  if (table.total) yield { cells: table.total, look: 'total' };
  for (const line of table.lines) yield { cells: [line], look: 'line', merged: true };
  if (table.signatures.length > 0) {
    yield { cells: [table.signatures.map((s) => s + '　'.repeat(10)).join('')], look: 'line', merged: true };
  }
  yield { cells: [stamp.line], look: 'note', merged: true };
}
