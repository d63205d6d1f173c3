import { type Fen, formatYuan } from '@gridstaff/kernel';
import type { Cell } from '../workbook-writer';
import type { BookKind, BookRow, BookSheet } from './book-writer';
import { csvOf } from './csv';
import { readLayout } from './layout-file';

const FIELDS = ['seq', 'account', 'name', 'amount', 'remark', 'bank', 'workerNo', 'idNumber'] as const;
type BankField = (typeof FIELDS)[number];

/** How one bank wants its 代发工资 file. */
export interface BankLayout {
  name: string;
  sheet: string;
  /** 1-based row of the first person; the header stands one row above. */
  startRow: number;
  /** People per file. */
  rowLimit: number;
  remark: string;
  columns: readonly { header: string; field: BankField; width: number }[];
}

/** One payment; `seq` counts within its file. */
export interface BankRow {
  workerNo: number;
  name: string;
  account: string;
  bank: string;
  idNumber: string;
  amount: Fen;
  remark: string;
}

/** @throws DomainError EXPORT_LAYOUT_UNKNOWN, EXPORT_LAYOUT_FILE */
export function bankLayout(code: string): BankLayout {
  const file = readLayout('bank', code);
  return {
    name: file.text('name'),
    sheet: file.text('sheet'),
    startRow: Math.max(file.int('start_row'), 2),
    rowLimit: file.int('row_limit'),
    remark: file.text('remark', ''),
    columns: file.list('columns').map((column) => ({
      header: column.text('header'),
      field: column.choice('field', FIELDS),
      width: column.int('width', 16),
    })),
  };
}

/** The payments in files of at most `rowLimit`. */
export function bankParts<T>({ rowLimit }: BankLayout, rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += rowLimit) parts.push(rows.slice(at, at + rowLimit));
  return parts;
}

const KINDS: Readonly<Partial<Record<BankField, BookKind>>> = { seq: 'int', amount: 'plain-yuan' };

const valueOf = (row: BankRow, field: BankField, seq: number): Cell =>
  field === 'seq' ? seq : field === 'workerNo' ? String(row.workerNo) : row[field];

export function bankSheet(layout: BankLayout, rows: readonly BankRow[]): BookSheet {
  return {
    name: layout.sheet,
    columns: layout.columns.map(({ field, width }) => ({ kind: KINDS[field] ?? 'text', width })),
    headRows: layout.startRow - 1,
    printed: false,
    rows: sheetRows(layout, rows),
  };
}

function* sheetRows({ startRow, columns }: BankLayout, rows: readonly BankRow[]): Generator<BookRow> {
  for (let row = 1; row < startRow - 1; row++) yield { cells: [], look: 'note' };
  yield { cells: columns.map((column) => column.header), look: 'head' };
  for (const [i, row] of rows.entries()) {
    yield { cells: columns.map(({ field }) => valueOf(row, field, i + 1)), look: 'body' };
  }
}

/** The same as text: banks read nothing but header and people. */
export function bankCsv({ columns }: BankLayout, rows: readonly BankRow[]): Buffer {
  const body = rows.map((row, i) =>
    columns.map(({ field }) => (field === 'amount' ? formatYuan(row.amount) : String(valueOf(row, field, i + 1)))),
  );
  return csvOf([columns.map((column) => column.header), ...body]);
}
