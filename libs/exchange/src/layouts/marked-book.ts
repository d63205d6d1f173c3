import ExcelJS from 'exceljs';
import { type Cell, escapeText } from '../workbook-writer';
import { WorkbookGate } from '../workbook-gate';

export interface CellMark {
  row: number;
  /** 1-based. */
  column: number;
  note: string;
}

export interface AddedSheet {
  name: string;
  rows: readonly (readonly Cell[])[];
}

const FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE0B2' } } as const;
const RED = { color: { argb: 'FFC62828' } };
const WIDTH = 60;

/**
 * The user's own workbook with cells coloured and explained, a column of reasons behind its table, and further sheets: nothing of it is taken away.
 * @throws DomainError those of `WorkbookGate`
 */
export async function markWorkbook(
  file: Buffer,
  table: { sheet: string; headerRow: number; reasons: string },
  marks: readonly CellMark[],
  added: readonly AddedSheet[],
): Promise<Buffer> {
  await new WorkbookGate().open(file);
  const workbook = new ExcelJS.Workbook();
  const copy = new ArrayBuffer(file.byteLength);
  new Uint8Array(copy).set(file);
  await workbook.xlsx.load(copy);
  const sheet = workbook.getWorksheet(table.sheet);
  if (sheet) mark(sheet, table, marks);
  for (const { name, rows } of added) {
    const target = workbook.addWorksheet(workbook.getWorksheet(name) ? `${name} 2` : name);
    for (const row of rows) target.addRow(row.map((cell) => (typeof cell === 'string' ? escapeText(cell) : (cell ?? null))));
    target.columns.forEach((column) => (column.width = 22));
    target.getRow(1).font = { bold: true };
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function mark(sheet: ExcelJS.Worksheet, { headerRow, reasons }: { headerRow: number; reasons: string }, marks: readonly CellMark[]): void {
  const behind = sheet.columnCount + 1;
  const head = sheet.getRow(headerRow).getCell(behind);
  head.value = reasons;
  head.font = { ...RED, bold: true };
  sheet.getColumn(behind).width = WIDTH;
  const byRow = new Map<number, string[]>();
  for (const { row, column, note } of marks) {
    byRow.set(row, [...(byRow.get(row) ?? []), note]);
    if (column > 0) sheet.getRow(row).getCell(column).style = { ...sheet.getRow(row).getCell(column).style, fill: FILL };
  }
  for (const [row, notes] of byRow) {
    const cell = sheet.getRow(row).getCell(behind);
    cell.value = escapeText(notes.join('；'));
    cell.font = RED;
  }
}
