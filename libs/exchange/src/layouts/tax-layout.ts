import { DomainError, type Fen } from '@gridstaff/kernel';
import type { Cell } from '../workbook-writer';
import type { BookKind, BookRow, BookSheet } from './book-writer';
import { LayoutFields, readLayout } from './layout-file';

const TEXTS = ['workerNo', 'name', 'idKind', 'idNumber', 'remark'] as const;
/** 三险一金 and income: 0 where there is nothing, also in a zero declaration. */
const ALWAYS = ['income', 'pension', 'medical', 'unemployment', 'housingFund'] as const;
const AMOUNTS = [
  ...ALWAYS,
  ...(['exempt', 'childEducation', 'continuingEducation', 'housingLoan', 'housingRent', 'elderlyCare'] as const),
  ...(['infantCare', 'personalPension', 'other', 'relief'] as const),
] as const;

export type TaxAmount = (typeof AMOUNTS)[number];
type TaxText = (typeof TEXTS)[number];
export type TaxField = TaxAmount | TaxText | 'empty';

export interface TaxColumn {
  header: string;
  field: TaxField;
}

export interface TaxLayout {
  /** 30, 29 or 28. */
  version: string;
  sheet: string;
  notesSheet: string;
  columns: readonly TaxColumn[];
  notes: readonly string[];
}

export interface TaxRow {
  texts: Readonly<Record<TaxText, string>>;
  /** Absent: nothing. Special deductions are year to date, all others of this payment. */
  amounts: Readonly<Partial<Record<TaxAmount, Fen>>>;
}

/** @param version default: the one the layout file names @throws DomainError EXPORT_OPTION, EXPORT_LAYOUT_FILE */
export function taxLayout(version?: string): TaxLayout {
  const file = readLayout('tax', 'client');
  const versions = file.map('versions');
  const chosen = version ?? file.text('default');
  const differs = versions.get(chosen);
  if (!differs) {
    throw new DomainError('EXPORT_OPTION', {
      ...{ name: 'columns', value: chosen.slice(0, 20), choices: [...versions.keys()].reverse().join(', ') },
    });
  }
  const without = differs.texts('without');
  return {
    version: chosen,
    sheet: file.text('sheet'),
    notesSheet: file.text('notes_sheet'),
    columns: columnsOf(file).filter((column) => !without.includes(column.header)),
    notes: file.texts('notes'),
  };
}

const columnsOf = (file: LayoutFields): TaxColumn[] =>
  file.list('columns').map((column) => ({
    header: column.text('header'),
    field: column.choice('field', [...TEXTS, ...AMOUNTS, 'empty'] as const),
  }));

const isText = (field: TaxField): field is TaxText => (TEXTS as readonly string[]).includes(field);
const isAlways = (field: TaxField): boolean => (ALWAYS as readonly string[]).includes(field);

export const taxKind = (field: TaxField): BookKind => (isText(field) ? 'text' : 'plain-yuan');

/** Without income and contributions a person is declared with zeros, and every other number stays blank. */
export const isZeroDeclaration = ({ amounts }: TaxRow): boolean => ALWAYS.every((field) => (amounts[field] ?? 0) === 0);

export function taxCell(row: TaxRow, field: TaxField): Cell {
  if (field === 'empty') return null;
  if (isText(field)) return row.texts[field];
  const amount = row.amounts[field] ?? 0;
  if (isAlways(field)) return amount;
  return amount === 0 || isZeroDeclaration(row) ? null : amount;
}

export function taxSheet(layout: TaxLayout, rows: AsyncIterable<TaxRow>): BookSheet {
  return {
    name: layout.sheet,
    columns: layout.columns.map(({ field }) => ({ kind: taxKind(field), width: field === 'idNumber' ? 22 : 14 })),
    headRows: 1,
    printed: false,
    rows: sheetRows(layout, rows),
  };
}

async function* sheetRows({ columns }: TaxLayout, rows: AsyncIterable<TaxRow>): AsyncGenerator<BookRow> {
  yield { cells: columns.map((column) => column.header), look: 'head' };
  for await (const row of rows) yield { cells: columns.map(({ field }) => taxCell(row, field)), look: 'body' };
}

/** Words for people beside the rows for the machine. */
export const notesSheet = (name: string, lines: Iterable<string> | AsyncIterable<string>): BookSheet => ({
  name,
  columns: [{ kind: 'text', width: 110 }],
  headRows: 1,
  printed: false,
  rows: noteRows(name, lines),
});

async function* noteRows(name: string, lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<BookRow> {
  yield { cells: [name], look: 'head' };
  for await (const line of lines) yield { cells: [line], look: 'plain' };
}
