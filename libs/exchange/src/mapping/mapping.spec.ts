import ExcelJS from 'exceljs';
import { column } from '../column';
import { errorWorkbook } from '../error-workbook';
import type { SheetSpec } from '../import-handler';
import { openRows } from '../row-source';
import { headerKey } from '../sheet-layout';
import { parseWorkbook } from '../workbook-parser';
import { headsOfFile, type SaidLayout } from './mapped-sheets';
import { likeliest, propose } from './propose';

const PERSON = [
  column('workerNo', ['工号', 'Worker no'], 'int', '1', ['', '']),
  column('idNumber', ['证件号码', 'ID number'], 'digits', '', ['', '']),
  column('name', ['姓名', 'Name'], 'text', '', ['', '']),
];
const OVERTIME: SheetSpec = {
  zh: '加班',
  en: 'Overtime',
  columns: [...PERSON, column('weekday', ['平日加班', 'Weekday hours'], 'decimal', '4', ['', '']), column('restday', ['休息日加班', 'Rest-day hours'], 'decimal', '8', ['', ''])],
};
const ABSENCES: SheetSpec = {
  zh: '缺勤',
  en: 'Absences',
  columns: [
    ...PERSON,
    column('kind', ['缺勤类型', 'Kind'], 'text', '事假', ['', ''], { required: true, choices: ['事假', '病假'] }),
    column('from', ['开始日期', 'First day'], 'date', '2023-01-09', ['', ''], { required: true }),
    column('days', ['天数', 'Days'], 'decimal', '2', ['', ''], { required: true }),
  ],
};
const DAYS: SheetSpec = { zh: '月表', en: 'Month', columns: [...PERSON, ...Array.from({ length: 31 }, (_, i) => column(`d${i + 1}`, [`${i + 1}日`, `Day ${i + 1}`], 'text', '', ['', '']))] };
const ID = '11010119900307001X';

async function book(rows: unknown[][], merges: string[] = [], name = 'Sheet1'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(name);
  for (const row of rows) sheet.addRow(row as ExcelJS.CellValue[]);
  for (const range of merges) sheet.mergeCells(range);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function looked(file: Buffer, specs: readonly SheetSpec[]) {
  const [first] = await headsOfFile(await openRows(file), specs);
  if (!first) throw new Error('no head');
  const { spec, columns } = likeliest(specs, first.entry.name, first.head);
  return { head: first.head, spec, columns, mapped: columns.map(({ head, key, by }) => `${head.text}=${key ?? '-'}:${by ?? '-'}`) };
}

/** Everything a person would confirm, as it is remembered. */
async function said(file: Buffer, specs: readonly SheetSpec[]): Promise<(signature: string) => Promise<SaidLayout | undefined>> {
  const { head, spec, columns } = await looked(file, specs);
  const layout = { sheet: spec.zh, columns: Object.fromEntries(columns.map(({ head: { text }, key }) => [headerKey(text), key ?? ''])) };
  return (signature) => Promise.resolve(signature === head.signature ? layout : undefined);
}

const gb18030 = Buffer.from('b9a4bac52cd0d5c3fb2cd4b1b9a4b1e0bac5', 'hex');

describe('heads of any layout', () => {
  it('a title and the unit above, other names, an unneeded column, figures that only look like an ID number', async () => {
    const file = await book([['石峰区网格员请假统计表'], ['单位：响石岭街道', null, '2023年5月'], ['序号', '员工姓名', '身份证', '请假类别', '请假日期', '天数（天）', '备注'], [1, '张三', ID, '事假', '2023-05-09', 1, ''], [2, '李四', ID, '病假', '2023.5.10', 2, '有病历']]);
    const { spec, head, mapped } = await looked(file, [OVERTIME, ABSENCES]);
    expect([spec.zh, head.row]).toEqual(['缺勤', 3]);
    expect(mapped).toEqual(['序号=-:-', '员工姓名=name:synonym', '身份证=idNumber:synonym', '请假类别=kind:content', '请假日期=from:content', '天数（天）=days:name', '备注=-:-']);
  });

  it('a head in two rows: what stands over several columns belongs to each', async () => {
    const file = await book([['五月加班汇总'], ['工号', '姓名', '加班', null, '合计'], [null, null, '平日', '休息日', null], [1, '张三', 4, 8, 12]], ['A1:E1', 'C2:D2']);
    const { head, mapped } = await looked(file, [OVERTIME]);
    expect(head.row).toBe(3);
    expect(mapped).toEqual(['工号=workerNo:name', '姓名=name:name', '加班/平日=weekday:name', '加班/休息日=restday:name', '合计=-:-']);
  });

  it('a month sheet: days as figures or dates over a row of weekdays; another month is the same layout', async () => {
    const month = (days: (number | string)[]) => book([['考勤表'], ['序号', '姓名', '日期', ...days.slice(1).map(() => null)], [null, null, ...days], [null, null, ...days.map((_, i) => '一二三四五六日'[i % 7])], [1, '张三', ...days.map(() => '√')]]);
    const may = await looked(await month(Array.from({ length: 31 }, (_, i) => i + 1)), [DAYS]);
    expect(may.head.row).toBe(4);
    expect(may.columns.filter(({ key }) => key?.startsWith('d')).map(({ key }) => key)).toEqual(Array.from({ length: 31 }, (_, i) => `d${i + 1}`));
    const february = await looked(await month(Array.from({ length: 28 }, (_, i) => i + 1)), [DAYS]);
    expect(february.head.signature).toBe(may.head.signature);
    const dated = await looked(await book([['姓名', '5月1日', '5月2日', '2023-05-03'], ['张三', '√', '√', '病']]), [DAYS]);
    expect(dated.columns.map(({ key }) => key)).toEqual(['name', 'd1', 'd2', 'd3']);
  });

  it('no known name at all: the first row that looks like a head is shown, so that a person can say what it is', async () => {
    const { head, mapped } = await looked(await book([['甲栏', '乙栏', '丙栏'], ['x', 'y', 'z']]), [OVERTIME]);
    expect([head.row, mapped]).toEqual([1, ['甲栏=-:-', '乙栏=-:-', '丙栏=-:-']]);
  });

  it('what a person said counts before names, and nothing is guessed besides', async () => {
    const file = await book([['工号', '天', '备注'], [1, '2', '事假']]);
    const [{ head } = { head: undefined }] = await headsOfFile(await openRows(file), [ABSENCES]);
    const columns = propose(ABSENCES, head as NonNullable<typeof head>, { 工号: '', 天: 'days', 备注: 'kind' });
    expect(columns.map(({ key, by }) => [key, by])).toEqual([[null, 'remembered'], ['days', 'remembered'], ['kind', 'remembered']]);
  });
});

describe('reading a file as it was said', () => {
  const rows = [['标题'], ['姓名', '身份证', '请假类别', '请假日期', '天数（天）', '备注'], ['张三', ID, '事假', '2023-05-09', '1', '=x'], ['李四', ID, '旷课', '2023-13-10', '2', ''], ['合计', '', '', '', '3', ''], ['制表人：王五', '', '', '', '', '']];

  it('gives rows of the kind, leaves foot and unread columns alone, and names errors by the file’s own heads', async () => {
    const file = await book(rows);
    const { rows: read, errors, wrong } = await parseWorkbook(file, [ABSENCES], await said(file, [ABSENCES]));
    expect(read.map(({ row, values }) => [row, values])).toEqual([[3, { name: '张三', idNumber: ID, kind: '事假', from: '2023-05-09', days: '1' }]]);
    expect([wrong, errors.map(({ row, column: name, code }) => `${row}:${name}:${code}`)]).toEqual([1, ['4:缺勤类型:NOT_A_CHOICE', '4:开始日期:NOT_A_DATE']]);
  });

  it('hands the file back in its own layout, with the reasons under its own head, and the layout stays known', async () => {
    const file = await book(rows);
    const memory = await said(file, [ABSENCES]);
    const { errors } = await parseWorkbook(file, [ABSENCES], memory);
    const [place] = await headsOfFile(await openRows(file), [ABSENCES]);
    const columns = new Map([...(place?.head.heads ?? [])].map(([at, { text }]) => [text, at]));
    const back = await errorWorkbook(file, errors.map((error) => ({ ...error, column: '请假类别' })), 'zh', new Map([['Sheet1', { row: 2, columns }]]));
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(back as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
    expect([sheet.getCell('A1').text, sheet.getCell('G2').text]).toEqual(['标题', '错误原因']);
    expect(sheet.getCell('G4').text).toContain('旷课');
    expect(sheet.getCell('C4').fill).toMatchObject({ pattern: 'solid' });
    expect((await parseWorkbook(back, [ABSENCES], memory)).rows).toHaveLength(1);
  });

  it('a layout of which nothing was said keeps the errors of the template', async () => {
    const { readable, errors } = await parseWorkbook(await book(rows), [ABSENCES], () => Promise.resolve(undefined));
    expect([readable, errors.some(({ code }) => code === 'MISSING_COLUMN')]).toEqual([false, true]);
  });
});

describe('text files', () => {
  const text = `工号,姓名,平日加班,休息日加班\n1,"张,三",4,8\n2,李四,"1.5",\n`;

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark and Windows line ends', Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`)],
    ['tabs', Buffer.from(text.replaceAll(',三', '三').replaceAll('"', '').replaceAll(',', '\t'))],
  ])('%s are read like a workbook', async (_, file) => {
    const { rows, errors } = await parseWorkbook(file, [OVERTIME]);
    expect(errors).toEqual([]);
    expect(rows.map(({ row, values }) => [row, values.workerNo, values.weekday, values.restday])).toEqual([[2, 1, '4', '8'], [3, 2, '1.5', undefined]]);
  });

  it('GB18030, as time clocks save it', async () => {
    const source = await openRows(gb18030);
    const cells: string[] = [];
    for await (const row of source.rows(source.sheets[0] as (typeof source.sheets)[number])) cells.push(...[...row.cells.values()].map(({ text: cell }) => cell));
    expect(cells).toEqual(['工号', '姓名', '员工编号']);
  });

  it('an encoding that is neither is refused with what to do; wrong cells come back as a workbook', async () => {
    await expect(openRows(Buffer.from('a,b\n\xff\xff', 'latin1'))).rejects.toMatchObject({ code: 'IMPORT_CSV_ENCODING' });
    const file = Buffer.from('工号,平日加班\nx,4\n');
    const { errors } = await parseWorkbook(file, [OVERTIME]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await errorWorkbook(file, errors, 'zh')) as unknown as ExcelJS.Buffer);
    expect([workbook.worksheets[0]?.getCell('C1').text, workbook.worksheets[0]?.getCell('C2').text]).toEqual(['错误原因', expect.stringContaining('不是整数')]);
  });
});
