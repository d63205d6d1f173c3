import ExcelJS from 'exceljs';
import { column } from './column';
import type { ImportHandler, SheetSpec } from './import-handler';
import { templateOf } from './template';
import type { ListEntry } from './template-lists';
import { parseWorkbook } from './workbook-parser';

const SHEET: SheetSpec = {
  zh: '人员',
  en: 'People',
  columns: [
    column('name', ['姓名', 'Name'], 'text', '赵一', ['全名。', 'In full.'], { required: true }),
    column('grid', ['网格', 'Grid'], 'text', 'G1', ['有效网格。', 'A grid.'], { required: true, list: 'grid' }),
    column('agency', ['派遣公司', 'Agency'], 'text', '', ['可空。', 'May be empty.'], { list: 'agency' }),
    column('insured', ['参保', 'Insured'], 'text', '是', ['', ''], { choices: ['是', '否', 'yes', 'no'] }),
    column('wage', ['工资', 'Wage'], 'yuan', '', ['元/月。', 'Yuan a month.']),
  ],
};
const HANDLER = { sheets: [SHEET] } as unknown as ImportHandler;
const GRIDS: ListEntry[] = Array.from({ length: 300 }, (_, i) => ({ value: `G${1000 + i}`, name: i === 0 ? '=1+1' : `网格 ${i}` }));
const LISTS = new Map([
  ['grid', GRIDS],
  ['agency', [] as ListEntry[]],
]);

async function opened(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  return workbook;
}

describe('templates', () => {
  it('offer what the centre has, however long the list, from a hidden sheet', async () => {
    const workbook = await opened(await templateOf(HANDLER, 'zh', LISTS));
    const sheet = workbook.getWorksheet('人员');
    const lists = workbook.getWorksheet('可选值');
    expect(lists?.state).toBe('hidden');
    expect(sheet?.getCell('B3').dataValidation).toMatchObject({
      ...{ type: 'list', formulae: ["'可选值'!$A$2:$A$301"], errorStyle: 'warning' },
    });
    expect([lists?.getCell('A2').value, lists?.getCell('B2').value, lists?.getCell('A301').value]).toEqual(['G1000', "'=1+1", 'G1299']);
    // A dictionary that is still empty must not refuse everything.
    expect(sheet?.getCell('C3').dataValidation).toBeUndefined();
  });

  it.each([
    ['zh', '"是,否"', ['工作表', '列', '必填', '格式', '填写要求', '示例'], ['人员', '网格', '*', '从下拉列表选择', '有效网格。', 'G1']],
    ['en', '"yes,no"', ['Sheet', 'Column', 'Required', 'Format', 'What to fill in', 'Example'], ['People', 'Grid', '*', 'one of the drop-down', 'A grid.', 'G1']],
  ] as const)('speak one language, and say of each column what it means and how it is written (%s)', async (language, choices, heads, line) => {
    const workbook = await opened(await templateOf(HANDLER, language, LISTS));
    const [sheet, notes] = workbook.worksheets;
    expect(sheet?.getCell('D3').dataValidation.formulae).toEqual([choices]);
    const rows: unknown[][] = [];
    notes?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    expect(rows[0]).toEqual(heads);
    expect(rows[2]).toEqual(line);
    expect(rows).toHaveLength(7);
  });

  it('come back with rows: notes, lists and the sample row are passed over', async () => {
    const file = await templateOf(HANDLER, 'zh', LISTS);
    await expect(parseWorkbook(file, HANDLER.sheets)).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
    const workbook = await opened(file);
    Object.assign(workbook.getWorksheet('人员')?.getCell('A3') ?? {}, { value: '钱二' });
    Object.assign(workbook.getWorksheet('人员')?.getCell('B3') ?? {}, { value: 'G1005' });
    const parsed = await parseWorkbook(Buffer.from(await workbook.xlsx.writeBuffer()), HANDLER.sheets);
    expect(parsed.errors).toEqual([]);
    expect(parsed.rows.map(({ values }) => values)).toEqual([{ name: '钱二', grid: 'G1005' }]);
  });
});
