import ExcelJS from 'exceljs';
import type { CellType, ColumnSpec, ImportHandler, SheetSpec } from './import-handler';
import { LIST_SHEETS, NOTES_SHEETS, SAMPLE_COLUMN, SAMPLE_MARK } from './sheet-layout';
import type { ListEntry } from './template-lists';
import { escapeText } from './workbook-writer';

export type TemplateLanguage = 'zh' | 'en';

/** Rows of a template that offer the drop-downs. */
const LAST_ROW = 2_000;
/** Excel's limit for a drop-down list given in place. */
const MAX_LIST = 250;
const GREY = { argb: 'FF808080' };

const COLUMN_NAMES = {
  zh: ['工作表', '列', '必填', '格式', '填写要求', '示例'],
  en: ['Sheet', 'Column', 'Required', 'Format', 'What to fill in', 'Example'],
} as const;

const FORMATS: Readonly<Record<CellType, Readonly<Record<TemplateLanguage, string>>>> = {
  text: { zh: '文本', en: 'text' },
  digits: { zh: '文本格式的号码', en: 'digits in a text cell' },
  yuan: { zh: '金额（元），最多两位小数', en: 'amount in yuan, at most two decimals' },
  date: { zh: '日期，如 2023-01-28', en: 'date such as 2023-01-28' },
  period: { zh: '月份，如 2023-01', en: 'month such as 2023-01' },
  int: { zh: '整数', en: 'whole number' },
  decimal: { zh: '数字', en: 'number' },
};
const FROM_LIST = { zh: '从下拉列表选择', en: 'one of the drop-down' } as const;
const LIST_HEADS = { zh: ['可填的值', '名称'], en: ['Value', 'Name'] } as const;

type Lists = ReadonlyMap<string, readonly ListEntry[]>;

/**
 * All cells are text cells, so that spreadsheets neither round ID numbers nor turn dates and codes into something else.
 * @param lists dictionaries of a centre that columns name: they stand on a hidden sheet, whatever their length, and are offered as drop-downs
 */
export async function templateOf(handler: ImportHandler, language: TemplateLanguage, lists: Lists = new Map()): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  // A list without entries would offer nothing and refuse everything.
  const offered = [...lists].filter(([, entries]) => entries.length > 0);
  const places = new Map(offered.map(([list, entries], i) => [list, placeOf(i, entries.length, language)]));
  for (const spec of handler.sheets) addSheet(workbook, spec, language, places);
  addNotes(workbook, handler.sheets, language, places);
  if (offered.length > 0) addLists(workbook, offered, language);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, spec: SheetSpec, language: TemplateLanguage, places: ReadonlyMap<string, string>): void {
  const sheet = workbook.addWorksheet(spec[language], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [...spec.columns.map(() => ({ width: 18, style: { numFmt: '@' } })), { width: 10 }];
  sheet.addRow([...spec.columns.map((c) => (c.required ? `*${c[language]}` : c[language])), SAMPLE_COLUMN[language]]).font = { bold: true };
  sheet.addRow([...spec.columns.map((c) => c.sample), SAMPLE_MARK]).font = { color: GREY, italic: true };
  spec.columns.forEach((column, i) => {
    const place = column.list === undefined ? undefined : places.get(column.list);
    const given = choicesIn(column, language).join(',');
    const formula = place ?? (given !== '' && given.length <= MAX_LIST ? `"${given}"` : undefined);
    if (formula !== undefined) addDropDown(sheet, i + 1, { formula, allowBlank: !column.required, warn: place !== undefined });
  });
}

/** Words of the language where a column takes those of both. */
function choicesIn({ choices = [] }: ColumnSpec, language: TemplateLanguage): readonly string[] {
  const own = choices.filter((choice) => /[\u2e80-\uffff]/u.test(choice) === (language === 'zh'));
  return own.length > 0 ? own : choices;
}

/** What a dictionary does not know may be new in the same file: there the spreadsheet warns and lets it pass, and the import decides. */
function addDropDown(sheet: ExcelJS.Worksheet, at: number, list: { formula: string; allowBlank: boolean; warn: boolean }): void {
  const { formula, allowBlank, warn } = list;
  const rule: ExcelJS.DataValidation = { type: 'list', allowBlank, formulae: [formula], showErrorMessage: true, errorStyle: warn ? 'warning' : 'stop' };
  for (let row = 2; row <= LAST_ROW; row++) sheet.getCell(row, at).dataValidation = rule;
}

/** Two columns a list: what to fill in, and its name. */
const placeOf = (list: number, entries: number, language: TemplateLanguage): string => {
  const column = letterOf(list * 2 + 1);
  return `'${LIST_SHEETS[language]}'!$${column}$2:$${column}$${entries + 1}`;
};

const letterOf = (column: number): string =>
  column > 26 ? letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1) : String.fromCharCode(64 + column);

function addLists(workbook: ExcelJS.Workbook, lists: readonly (readonly [string, readonly ListEntry[]])[], language: TemplateLanguage): void {
  const sheet = workbook.addWorksheet(LIST_SHEETS[language], { state: 'hidden' });
  sheet.columns = lists.flatMap(() => [18, 30]).map((width) => ({ width, style: { numFmt: '@' } }));
  sheet.addRow(lists.flatMap(() => [...LIST_HEADS[language]])).font = { bold: true };
  const longest = Math.max(...lists.map(([, entries]) => entries.length));
  for (let i = 0; i < longest; i++)
    sheet.addRow(lists.flatMap(([, entries]) => cellsOf(entries[i])));
}

function addNotes(workbook: ExcelJS.Workbook, specs: readonly SheetSpec[], language: TemplateLanguage, places: ReadonlyMap<string, string>): void {
  const sheet = workbook.addWorksheet(NOTES_SHEETS[language]);
  sheet.columns = [18, 22, 8, 26, 80, 24].map((width) => ({ width }));
  sheet.addRow([...COLUMN_NAMES[language]]).font = { bold: true };
  for (const spec of specs) {
    for (const column of spec.columns) {
      const note = language === 'zh' ? column.noteZh : column.noteEn;
      const choices = column.choices ? ` (${choicesIn(column, language).join(' / ')})` : '';
      const offered = column.choices !== undefined || (column.list !== undefined && places.has(column.list));
      const format = offered ? FROM_LIST[language] : FORMATS[column.type][language];
      sheet.addRow([spec[language], column[language], column.required ? '*' : '', format, note + choices, column.sample]);
    }
  }
  const rule =
    language === 'zh'
      ? `带 * 的列必填；“${SAMPLE_COLUMN.zh}”一列标有“${SAMPLE_MARK}”且未改动的行不会导入；任何一处有错，整个文件都不导入。`
      : `Columns with * are required; the row marked “${SAMPLE_MARK}” is not imported unless it is changed; a single error keeps the whole file out.`;
  sheet.addRow([]);
  sheet.addRow([rule]);
}

const cellsOf = (entry: ListEntry | undefined): (string | null)[] =>
  entry ? [escapeText(entry.value), escapeText(entry.name)] : [null, null];
