import { ImportRegistry } from '@gridstaff/exchange';
import ExcelJS from 'exceljs';
import type { TestApi } from '../../e2e/api-support';
import type { Language } from './texts';

/** Rows by the key of their column. */
export type Row = Readonly<Record<string, string>>;

/**
 * A template as somebody fills it in, below its sample row.
 * @param rows by the Chinese name of the sheet
 */
export async function filled(
  api: TestApi,
  template: Buffer,
  kind: string,
  language: Language,
  rows: Readonly<Record<string, readonly Row[]>>,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template as never);
  const name = language === 'en' ? 'en' : 'zh';
  const specs = new Map(
    api
      .get(ImportRegistry)
      .handlerFor(kind)
      .sheets.map((spec) => [spec.zh, spec]),
  );
  for (const [sheetName, list] of Object.entries(rows)) {
    const spec = specs.get(sheetName);
    if (!spec) throw new Error(`imports of ${kind} know no sheet ${sheetName}`);
    const sheet = workbook.getWorksheet(spec[name]);
    if (!sheet) throw new Error(`the template has no sheet ${spec[name]}`);
    const keyAt = new Map<number, string>();
    sheet.getRow(1).eachCell((cell, at) => {
      const column = spec.columns.find((one) => one[name] === cell.text.replace(/^\*/, ''));
      if (column) keyAt.set(at, column.key);
    });
    list.forEach((row, i) => {
      for (const [at, key] of keyAt) if (row[key] !== undefined) sheet.getRow(3 + i).getCell(at).value = row[key];
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** One sheet of a workbook that came out of the product, as somebody reads it and types into it. */
export class Sheet {
  private constructor(
    private readonly workbook: ExcelJS.Workbook,
    private readonly sheet: ExcelJS.Worksheet,
  ) {}

  static async open(file: Buffer, name: string): Promise<Sheet> {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file as never);
    const sheet = workbook.getWorksheet(name);
    if (!sheet) throw new Error(`the file has no sheet ${name}`);
    return new Sheet(workbook, sheet);
  }

  cell(row: number, header: string): ExcelJS.Cell {
    let at: number | undefined;
    this.sheet.getRow(1).eachCell((cell, column) => {
      if (cell.text.replace(/^\*/, '') === header) at = column;
    });
    if (at === undefined) throw new Error(`the sheet has no column ${header}`);
    return this.sheet.getRow(row).getCell(at);
  }

  async file(): Promise<Buffer> {
    return Buffer.from(await this.workbook.xlsx.writeBuffer());
  }
}
