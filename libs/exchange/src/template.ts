import ExcelJS from 'exceljs';
import type { ColumnSpec, ImportHandler, SheetSpec } from './import-handler';
import { NOTES_SHEETS, SAMPLE_COLUMN, SAMPLE_MARK } from './sheet-layout';

export type TemplateLanguage = 'zh' | 'en';

/** Rows of a template that offer the drop-downs. */
const LAST_ROW = 2_000;
/** Excel's limit for a drop-down list given in place. */
const MAX_LIST = 250;
const GREY = { argb: 'FF808080' };

const COLUMN_NAMES = {
  zh: ['工作表', '列', '必填', '填写要求', '示例'],
  en: ['Sheet', 'Column', 'Required', 'What to fill in', 'Example'],
} as const;

/** All cells are text cells, so that spreadsheets neither round ID numbers nor turn dates and codes into something else. */
export async function templateOf(handler: ImportHandler, language: TemplateLanguage): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const spec of handler.sheets) addSheet(workbook, spec, language);
  addNotes(workbook, handler.sheets, language);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, spec: SheetSpec, language: TemplateLanguage): void {
  const sheet = workbook.addWorksheet(spec[language], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [...spec.columns.map(() => ({ width: 18, style: { numFmt: '@' } })), { width: 10 }];
  sheet.addRow([...spec.columns.map((c) => (c.required ? `*${c[language]}` : c[language])), SAMPLE_COLUMN[language]]).font = { bold: true };
  sheet.addRow([...spec.columns.map((c) => c.sample), SAMPLE_MARK]).font = { color: GREY, italic: true };
  spec.columns.forEach((column, i) => addDropDown(sheet, column, i + 1));
}

function addDropDown(sheet: ExcelJS.Worksheet, { choices, required }: ColumnSpec, at: number): void {
  const list = choices?.join(',');
  if (!list || list.length > MAX_LIST) return;
  for (let row = 2; row <= LAST_ROW; row++) {
    sheet.getCell(row, at).dataValidation = { type: 'list', allowBlank: !required, formulae: [`"${list}"`], showErrorMessage: true };
  }
}

function addNotes(workbook: ExcelJS.Workbook, specs: readonly SheetSpec[], language: TemplateLanguage): void {
  const sheet = workbook.addWorksheet(NOTES_SHEETS[language]);
  sheet.columns = [18, 22, 8, 80, 24].map((width) => ({ width }));
  sheet.addRow([...COLUMN_NAMES[language]]).font = { bold: true };
  for (const spec of specs) {
    for (const column of spec.columns) {
      const note = language === 'zh' ? column.noteZh : column.noteEn;
      const choices = column.choices ? ` (${column.choices.join(' / ')})` : '';
      sheet.addRow([spec[language], column[language], column.required ? '*' : '', note + choices, column.sample]);
    }
  }
  const rule =
    language === 'zh'
      ? `带 * 的列必填；“${SAMPLE_COLUMN.zh}”一列标有“${SAMPLE_MARK}”且未改动的行不会导入；任何一处有错，整个文件都不导入。`
      : `Columns with * are required; the row marked “${SAMPLE_MARK}” is not imported unless it is changed; a single error keeps the whole file out.`;
  sheet.addRow([]);
  sheet.addRow([rule]);
}
