import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import ExcelJS from 'exceljs';
import type { CellError } from './import-handler';
import { headerKey, REASON_COLUMN } from './sheet-layout';
import type { TemplateLanguage } from './template';

const RED = { argb: 'FFC02026' };
const PINK = { argb: 'FFFDE8E8' };

/**
 * The user's own workbook with a red column that says, beside each wrong row, what to put right; wrong cells are tinted. Everything else stays
 * as it was typed, and an import passes over the column, so the same file can be mended and brought in again.
 * @param file has passed the gate @param errors rows and sheets as the file has them
 */
export async function errorWorkbook(file: Buffer, errors: readonly CellError[], language: TemplateLanguage): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  for (const sheet of workbook.worksheets) {
    const own = errors.filter((error) => error.sheet === sheet.name);
    if (own.length > 0) annotate(sheet, own, language);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function annotate(sheet: ExcelJS.Worksheet, errors: readonly CellError[], language: TemplateLanguage): void {
  const header = firstRow(sheet);
  const heads = new Map<string, number>();
  header.eachCell((cell, at) => heads.set(headerKey(cell.text), at));
  // A file that was handed back before keeps its one column.
  const known = [REASON_COLUMN.zh, REASON_COLUMN.en].map((name) => heads.get(headerKey(name))).find((at) => at !== undefined);
  const column = known ?? sheet.columnCount + 1;
  if (known !== undefined) sheet.eachRow((row) => (row.getCell(column).value = null));
  const head = header.getCell(column);
  head.value = REASON_COLUMN[language];
  head.font = { bold: true, color: RED };
  sheet.getColumn(column).width = 60;
  for (const [number, own] of byRow(errors, header.number + 1)) {
    const row = sheet.getRow(number);
    const reason = row.getCell(column);
    reason.value = own.map((error) => reasonOf(error, language)).join('\n');
    reason.font = { color: RED };
    reason.alignment = { wrapText: true, vertical: 'top' };
    for (const { column: name } of own) {
      const at = heads.get(headerKey(name));
      if (at !== undefined) row.getCell(at).fill = { type: 'pattern', pattern: 'solid', fgColor: PINK };
    }
  }
}

/** The first row with content is the header, as the import reads it. */
function firstRow(sheet: ExcelJS.Worksheet): ExcelJS.Row {
  let first: ExcelJS.Row | undefined;
  sheet.eachRow((row) => (first ??= row));
  return first ?? sheet.getRow(1);
}

/** What is wrong with the header stands beside the first row below it: its own cell is the name of the column. */
function byRow(errors: readonly CellError[], first: number): Map<number, CellError[]> {
  const rows = new Map<number, CellError[]>();
  for (const error of errors) {
    const at = Math.max(first, error.row);
    rows.set(at, [...(rows.get(at) ?? []), error]);
  }
  return rows;
}

function reasonOf({ column, code, params }: CellError, language: TemplateLanguage): string {
  const { zh, en } = toProblem(new DomainError(code, params));
  const text = language === 'zh' ? zh : en;
  return column === '' ? text : language === 'zh' ? `${column}：${text}` : `${column}: ${text}`;
}
