import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { DomainError } from '@gridstaff/kernel';
import ExcelJS from 'exceljs';
import { headerKey } from '../sheet-layout';
import { escapeText } from '../workbook-writer';
import { WorkbookGate } from '../workbook-gate';
import { taxCell, type TaxColumn, taxKind, type TaxLayout, type TaxRow } from './tax-layout';
import { freezeZip } from './zip';

const NEEDED = ['name', 'idNumber', 'income'] as const;
/** The header stands near the top. */
const ROWS_LOOKED_AT = 20;
const ROWS_BETWEEN_YIELDS = 500;

/**
 * Fills the agency's own template of the tax client: columns are found by their headers, whatever their order and number; rows that stand
 * under the header are replaced, everything else stays as it is.
 * @throws DomainError those of `WorkbookGate` for the file, EXPORT_TEMPLATE_COLUMNS, EXPORT_TEMPLATE_UNFIT
 */
export async function fillTaxTemplate(
  template: Buffer,
  layout: TaxLayout,
  rows: AsyncIterable<TaxRow>,
  notes: readonly string[],
  at: Date,
): Promise<Buffer> {
  await new WorkbookGate().open(template);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(arrayBufferOf(template));
  const { sheet, row: headRow, columns } = findHeader(workbook, layout);
  for (let n = sheet.rowCount; n > headRow; n--) sheet.getRow(n).values = [];
  const missing = layout.columns.filter((column) => ![...columns.values()].includes(column));
  let written = 0;
  for await (const person of rows) {
    written += 1;
    refuseLost(missing, person);
    const row = sheet.getRow(headRow + written);
    for (const [number, { field }] of columns) {
      const kind = taxKind(field);
      const value = taxCell(person, field);
      const cell = row.getCell(number);
      cell.numFmt = kind === 'text' ? '@' : '0.00';
      cell.value = typeof value === 'number' ? value / 100 : value ? escapeText(value) : null;
    }
    if (written % ROWS_BETWEEN_YIELDS === 0) await yieldToOthers();
  }
  const paper = workbook.addWorksheet('导出说明');
  notes.forEach((line) => paper.addRow([escapeText(line)]));
  Object.assign(workbook, { creator: 'GridStaff', lastModifiedBy: 'GridStaff', created: at, modified: at });
  return freezeZip(Buffer.from(await workbook.xlsx.writeBuffer()), at);
}

interface FoundHeader {
  sheet: ExcelJS.Worksheet;
  row: number;
  /** By 1-based column. */
  columns: Map<number, TaxColumn>;
}

function findHeader(workbook: ExcelJS.Workbook, layout: TaxLayout): FoundHeader {
  const known = new Map(layout.columns.map((column) => [headerKey(column.header), column]));
  for (const sheet of workbook.worksheets) {
    for (let row = 1; row <= Math.min(sheet.rowCount, ROWS_LOOKED_AT); row++) {
      const columns = new Map<number, TaxColumn>();
      sheet.getRow(row).eachCell((cell, number) => {
        const column = known.get(headerKey(cell.text));
        if (column) columns.set(number, column);
      });
      const fields = new Set([...columns.values()].map((column) => column.field));
      if (NEEDED.every((field) => fields.has(field))) return { sheet, row, columns };
    }
  }
  const names = layout.columns.filter((c) => NEEDED.some((field) => field === c.field)).map((c) => c.header);
  throw new DomainError('EXPORT_TEMPLATE_COLUMNS', { columns: names.join('、') });
}

/** An amount without a column would be lost in silence. */
function refuseLost(missing: readonly TaxColumn[], person: TaxRow): void {
  for (const { field, header } of missing) {
    const value = taxCell(person, field);
    if (typeof value === 'number' && value !== 0)
      throw new DomainError('EXPORT_TEMPLATE_UNFIT', { column: header }, { workerNo: Number(person.texts.workerNo) });
  }
}

const arrayBufferOf = (file: Buffer): ArrayBuffer => {
  const copy = new ArrayBuffer(file.byteLength);
  new Uint8Array(copy).set(file);
  return copy;
};
