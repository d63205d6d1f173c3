import { toProblem } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import ExcelJS from 'exceljs';
import type { CellError } from './import-handler';
import { headerKey, REASON_COLUMN } from './sheet-layout';
import { CSV_SHEET, isCsv, openRows } from './row-source';
import type { TemplateLanguage } from './template';

const RED = { argb: 'FFC02026' };
const PINK = { argb: 'FFFDE8E8' };

/** Where the head of a sheet in somebody's own layout stands: its last row, and its columns by name. */
export interface HeadPlace {
  row: number;
  columns: ReadonlyMap<string, number>;
}

/**
 * The user's own workbook with a red column that says, beside each wrong row, what to put right; wrong cells are tinted. Everything else stays
 * as it was typed, and an import passes over the column, so the same file can be mended and brought in again. A text file
 * comes back as a workbook of text cells.
 * @param file has passed the gate @param errors rows and sheets as the file has them @param places heads of sheets that do not follow the template, by sheet
 */
export async function errorWorkbook(file: Buffer, errors: readonly CellError[], language: TemplateLanguage, places: ReadonlyMap<string, HeadPlace> = new Map()): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  if (isCsv(file)) await copyText(workbook, file);
  else await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  for (const sheet of workbook.worksheets) {
    const own = errors.filter((error) => error.sheet === sheet.name);
    if (own.length > 0) annotate(sheet, own, language, places.get(sheet.name));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function copyText(workbook: ExcelJS.Workbook, file: Buffer): Promise<void> {
  const sheet = workbook.addWorksheet(CSV_SHEET);
  const source = await openRows(file);
  for await (const { row, cells } of source.rows(source.sheets[0] as (typeof source.sheets)[number])) {
    for (const [at, { text }] of cells) {
      const cell = sheet.getRow(row).getCell(at);
      cell.numFmt = '@';
      cell.value = text;
    }
  }
}

function annotate(sheet: ExcelJS.Worksheet, errors: readonly CellError[], language: TemplateLanguage, place?: HeadPlace): void {
  const header = place ? sheet.getRow(place.row) : firstRow(sheet);
  const heads = new Map([...(place?.columns ?? [])].map(([text, at]) => [headerKey(text), at]));
  header.eachCell((cell, at) => {
    if (!heads.has(headerKey(cell.text))) heads.set(headerKey(cell.text), at);
  });
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
