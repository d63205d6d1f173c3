import type { Fen } from '@gridstaff/kernel';
import type { BookRow, BookSheet } from './book-writer';
import { type LayoutFields, readLayout } from './layout-file';

/** 参保职工列表: one column per insurance, the base in yuan. */
export interface InsuranceLayout {
  sheet: string;
  columns: readonly ({ header: string } & ({ field: 'name' | 'idNumber' } | { insurance: string }))[];
}

export interface InsuranceRow {
  name: string;
  idNumber: string;
  /** Base by the name of the insurance in the policy pack; absent: the insurance is not there in the month. */
  bases: Readonly<Record<string, Fen>>;
}

/** @throws DomainError EXPORT_LAYOUT_FILE */
export function insuranceLayout(): InsuranceLayout {
  const file = readLayout('insurance', 'list');
  return { sheet: file.text('sheet'), columns: file.list('columns').map(columnOf) };
}

function columnOf(column: LayoutFields): InsuranceLayout['columns'][number] {
  const header = column.text('header');
  const insurance = column.text('insurance', '');
  return insurance === ''
    ? { header, field: column.choice('field', ['name', 'idNumber'] as const) }
    : { header, insurance };
}

export const insuranceSheet = (layout: InsuranceLayout, rows: AsyncIterable<InsuranceRow>): BookSheet => ({
  name: layout.sheet,
  columns: layout.columns.map((column) => ({
    kind: 'insurance' in column ? 'plain-yuan' : 'text',
    width: 'insurance' in column ? 16 : 22,
  })),
  headRows: 1,
  printed: false,
  rows: sheetRows(layout, rows),
});

async function* sheetRows({ columns }: InsuranceLayout, rows: AsyncIterable<InsuranceRow>): AsyncGenerator<BookRow> {
  yield { cells: columns.map((column) => column.header), look: 'head' };
  for await (const row of rows) {
    yield {
      cells: columns.map((column) =>
        'insurance' in column ? (row.bases[column.insurance] ?? null) : row[column.field],
      ),
      look: 'body',
    };
  }
}
