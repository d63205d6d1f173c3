import { DomainError } from '@gridstaff/kernel';
import ExcelJS from 'exceljs';
import { writePrintedPdf } from '../pdf/printed-pdf';
import { bankCsv, bankLayout, bankParts, type BankRow, bankSheet } from './bank-layout';
import { writeBook } from './book-writer';
import { insuranceLayout } from './insurance-layout';
import { layoutCodes } from './layout-file';
import { moneyWords } from './money-words';
import { printedSheet, type PrintedTable } from './printed-table';
import { isZeroDeclaration, taxCell, taxLayout, type TaxRow, taxSheet } from './tax-layout';
import { fillTaxTemplate } from './tax-template';
import { freezeZip, zipOf } from './zip';

const AT = new Date('2023-01-28T01:00:00Z');
const STAMP = { at: AT, line: '导出人：甲　时间：2023-01-28 09:00　用途：试', language: 'zh' } as const;
const COLUMNS_28 =
  '工号,*姓名,*证件类型,*证件号码,本期收入,本期免税收入,基本养老保险费,基本医疗保险费,失业保险费,住房公积金,累计子女教育,累计继续教育,累计住房贷款利息,累计住房租金,累计赡养老人,累计3岁以下婴幼儿照护,累计个人养老金,企业(职业)年金,商业健康保险,税延养老保险,公务交通费用,通讯费用,律师办案费用,西藏附加减除费用,其他,准予扣除的捐赠额,减免税额,备注'.split(
    ',',
  );
const ID = '430203199901011234';

const person = (workerNo: number, amounts: TaxRow['amounts'], name = '甲'): TaxRow => ({
  texts: { workerNo: String(workerNo), name, idKind: '居民身份证', idNumber: ID, remark: '' },
  amounts,
});

async function* stream<T>(rows: readonly T[]): AsyncGenerator<T> {
  for (const row of rows) yield await Promise.resolve(row);
}

async function read(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(file).buffer);
  return workbook;
}

const valuesOf = (sheet: ExcelJS.Worksheet | undefined, row: number): ExcelJS.CellValue[] =>
  (sheet?.getRow(row).values as ExcelJS.CellValue[]).slice(1);

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'passed';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

describe('大写', () => {
  it.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [2_007, '贰拾元零柒分'],
    [100_101, '壹仟零壹元零壹分'],
    [407_250, '肆仟零柒拾贰元伍角整'],
    [1_000_000, '壹万元整'],
    [10_000_000_110, '壹亿零壹元壹角整'],
    [-520, '负伍元贰角整'],
  ])('%i fen → %s', (fen, words) => expect(moneyWords(fen)).toBe(words));
});

describe('the tax client’s layout', () => {
  it('has exactly the columns of each version, 30 by default', () => {
    const headers = (version?: string): string[] => taxLayout(version).columns.map((column) => column.header);
    expect(headers('28')).toEqual(COLUMNS_28);
    expect(headers('29')).toEqual([...COLUMNS_28.slice(0, -1), '协定减免', '备注']);
    const thirty = [...COLUMNS_28.slice(0, 23), '住房公积金调整', ...COLUMNS_28.slice(23, -1), '协定减免', '备注'];
    expect(headers()).toEqual(thirty);
    expect(thirty).toHaveLength(30);
    expect(codeOf(() => taxLayout('27'))).toBe('EXPORT_OPTION');
  });

  it('declares zeros in income, insurances and fund, and leaves every other number blank', () => {
    const nobody = person(1, { childEducation: 100_000 });
    expect(isZeroDeclaration(nobody)).toBe(true);
    expect(
      (['income', 'pension', 'medical', 'unemployment', 'housingFund'] as const).map((f) => taxCell(nobody, f)),
    ).toEqual([0, 0, 0, 0, 0]);
    expect((['exempt', 'childEducation', 'relief', 'empty'] as const).map((f) => taxCell(nobody, f))).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const insured = person(2, { pension: 10, childEducation: 100_000 });
    expect(isZeroDeclaration(insured)).toBe(false);
    expect(taxCell(insured, 'childEducation')).toBe(100_000);
  });

  it('writes ID numbers as text and amounts in yuan', async () => {
    const layout = taxLayout('28');
    const file = await writeBook([taxSheet(layout, stream([person(7, { income: 766_150 }, '+cmd|calc')]))], AT);
    const sheet = (await read(file)).getWorksheet('正常工资薪金收入');
    expect(valuesOf(sheet, 1)).toEqual(COLUMNS_28);
    expect(valuesOf(sheet, 2).slice(0, 7)).toEqual(['7', "'+cmd|calc", '居民身份证', ID, 7661.5, undefined, 0]);
    expect(sheet?.getCell('D2').numFmt).toBe('@');
    expect(sheet?.getCell('E2').numFmt).toBe('0.00');
  });

  it('fills the agency’s own template by its headers and refuses to lose an amount', async () => {
    const template = new ExcelJS.Workbook();
    const sheet = template.addWorksheet('正常工资薪金收入');
    sheet.addRow(['导入模板']);
    sheet.addRow(['备注', '本期收入', ' *姓名', '*证件号码', '未知列', '住房公积金']);
    sheet.addRow(['旧', 1, '旧人', '1', 'x', 1]);
    sheet.addRow(['旧', 1, '旧人', '2', 'x', 1]);
    const file = Buffer.from(await template.xlsx.writeBuffer());
    const fill = (row: TaxRow): Promise<Buffer> => fillTaxTemplate(file, taxLayout(), stream([row]), ['说明'], AT);
    const filled = (await read(await fill(person(3, { income: 50_000, housingFund: 100 })))).getWorksheet(
      '正常工资薪金收入',
    );
    expect(valuesOf(filled, 3)).toEqual([undefined, 500, '甲', ID, undefined, 1]);
    expect(filled?.getCell('C4').value).toBeNull();
    await expect(fill(person(3, { income: 50_000, pension: 1 }))).rejects.toMatchObject({
      code: 'EXPORT_TEMPLATE_UNFIT',
      params: { column: '基本养老保险费' },
    });
    const other = new ExcelJS.Workbook();
    other.addWorksheet('表').addRow(['姓名', '金额']);
    const wrong = Buffer.from(await other.xlsx.writeBuffer());
    await expect(fillTaxTemplate(wrong, taxLayout(), stream([]), [], AT)).rejects.toMatchObject({
      code: 'EXPORT_TEMPLATE_COLUMNS',
    });
    await expect(fillTaxTemplate(Buffer.from('no workbook'), taxLayout(), stream([]), [], AT)).rejects.toBeInstanceOf(
      DomainError,
    );
  });
});

describe('bank layouts', () => {
  const payment = (n: number): BankRow => ({
    ...{
      workerNo: n,
      name: n === 2 ? '=HYPERLINK("x")' : `人${n}`,
      account: `62170000290000000${n}`,
      bank: '银行',
      idNumber: '',
    },
    ...{ amount: 123_456 + n, remark: '2023年01月工资' },
  });

  it('reads every shipped layout', () => {
    expect(layoutCodes('bank')).toEqual(['default', 'template5']);
    for (const code of layoutCodes('bank')) expect(bankLayout(code).columns.length).toBeGreaterThan(4);
    expect(codeOf(() => bankLayout('../../package'))).toBe('EXPORT_LAYOUT_UNKNOWN');
    expect(insuranceLayout().columns.map((c) => c.header)).toContain('110|企业职工基本养老保险');
  });

  it('keeps accounts as text, amounts as numbers, formulas harmless, and starts where the bank reads', async () => {
    const rows = [payment(1), payment(2)];
    const first = (await read(await writeBook([bankSheet(bankLayout('default'), rows)], AT))).worksheets[0];
    expect(valuesOf(first, 1)).toEqual(['序号', '账号', '户名', '金额', '备注']);
    expect(valuesOf(first, 3)).toEqual([2, '621700002900000002', '\'=HYPERLINK("x")', 1234.58, '2023年01月工资']);
    const fifth = (await read(await writeBook([bankSheet(bankLayout('template5'), rows)], AT))).getWorksheet(
      '代发工资模板',
    );
    expect(valuesOf(fifth, 5)[4]).toBe(1234.57);
    expect(bankCsv(bankLayout('default'), rows).toString('utf8').split('\r\n')).toEqual([
      '\ufeff序号,账号,户名,金额,备注',
      '1,621700002900000001,人1,1234.57,2023年01月工资',
      '2,621700002900000002,"\'=HYPERLINK(""x"")",1234.58,2023年01月工资',
      '',
    ]);
  });

  it('splits at the row limit', () => {
    const parts = bankParts(
      bankLayout('default'),
      Array.from({ length: 6_001 }, (_, i) => i),
    );
    expect(parts.map((part) => part.length)).toEqual([3_000, 3_000, 1]);
    expect(parts[2]).toEqual([6_000]);
  });
});

describe('files for paper', () => {
  const table = (count: number): PrintedTable => ({
    ...{ name: "甲/乙:'公司'", title: '工资表', subtitle: '单位：甲', count },
    columns: [
      { header: '姓名', kind: 'text', width: 10 },
      { header: '实发', kind: 'yuan', width: 10 },
    ],
    rows: Array.from({ length: count }, (_, i) => [i === 0 ? '@SUM(A1)' : `人${i}`, 100]),
    total: ['合计', count * 100],
    ...{ lines: ['大写'], signatures: ['制表：', '审核：'] },
  });
  const pages = (pdf: Buffer): number => pdf.toString('latin1').split('/Type /Page\n').length - 1;

  it('repeats the head on every page and gives the same bytes again', async () => {
    const book = (): Promise<Buffer> => writeBook([printedSheet(table(3), STAMP), printedSheet(table(1), STAMP)], AT);
    const file = await book();
    expect(await book()).toEqual(file);
    const workbook = await read(file);
    const [sheet, second] = workbook.worksheets;
    expect(second?.name).not.toBe(sheet?.name);
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:3',
    });
    expect(valuesOf(sheet, 4)).toEqual(["'@SUM(A1)", 1]);
    expect(valuesOf(sheet, 7)).toEqual(['合计', 3]);
    expect(sheet?.getCell('A10').value).toBe(STAMP.line);
    expect(workbook.created).toEqual(AT);
  });

  it('counts its pages: signatures that do not fit under the last row go to a page of their own', async () => {
    const draw = (count: number): Promise<Buffer> => writePrintedPdf('工资表', [table(count)], STAMP);
    const perPage = await (async () => {
      for (let n = 16; ; n++) if (pages(await draw(n)) > 1) return n - 1;
    })();
    expect(perPage).toBeGreaterThan(15);
    expect(pages(await draw(0))).toBe(1);
    expect(pages(await draw(perPage * 2 + 20))).toBe(3);
    const pdf = await draw(40);
    expect(await draw(40)).toEqual(pdf);
    expect(
      await writePrintedPdf('工资表', [table(40)], { ...STAMP, at: new Date('2023-01-29T01:00:00Z') }),
    ).not.toEqual(pdf);
  });
});

describe('zip', () => {
  it('holds files under Chinese names with the date of the stamp', async () => {
    const zip = zipOf(
      [
        { name: '代发_1.csv', content: Buffer.from('a'.repeat(500)) },
        { name: 'b.csv', content: Buffer.alloc(0) },
      ],
      AT,
    );
    expect(
      zipOf(
        [
          { name: '代发_1.csv', content: Buffer.from('a'.repeat(500)) },
          { name: 'b.csv', content: Buffer.alloc(0) },
        ],
        AT,
      ),
    ).toEqual(zip);
    const yauzl = await import('yauzl');
    const names = await new Promise<[string, number, string][]>((resolve, reject) => {
      yauzl.fromBuffer(zip, { lazyEntries: false }, (error, file) => {
        if (error) return reject(error);
        const found: [string, number, string][] = [];
        file.on('entry', (entry) =>
          found.push([entry.fileName, entry.uncompressedSize, entry.getLastModDate({ timezone: 'UTC' }).toISOString()]),
        );
        file.on('end', () => resolve(found)).on('error', reject);
      });
    });
    expect(names).toEqual([
      ['代发_1.csv', 500, '2023-01-28T09:00:00.000Z'],
      ['b.csv', 0, '2023-01-28T09:00:00.000Z'],
    ]);
    expect(freezeZip(Buffer.from(zip), AT)).toEqual(zip);
    expect(() => freezeZip(Buffer.from('no zip at all, but long enough for an end'), AT)).toThrow();
  });
});
