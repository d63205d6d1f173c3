import { randomBytes } from 'node:crypto';
import ExcelJS from 'exceljs';
import { rawZip, type RawPart, workbookParts } from '../test/raw-zip';
import type { ImportHandler, SheetSpec } from './import-handler';
import { templateOf } from './template';
import { MAX_ROWS, parseWorkbook } from './workbook-parser';
import { escapeText, writeWorkbook } from './workbook-writer';

const column = (key: string, zh: string, type: SheetSpec['columns'][number]['type'], required = false) => ({
  ...{ key, zh, en: key, type, required, noteZh: `${zh}。`, noteEn: `${key}.`, sample: '' },
});

const PEOPLE: SheetSpec = {
  zh: '人员',
  en: 'People',
  columns: [
    { ...column('no', '工号', 'int', true), sample: '1' },
    { ...column('name', '姓名', 'text', true), sample: '张三' },
    { ...column('idNumber', '证件号码', 'digits'), sample: '11010119900307001X' },
    column('amount', '金额', 'yuan'),
    column('from', '开始日期', 'date'),
    column('month', '月份', 'period'),
    column('rate', '系数', 'decimal'),
    { ...column('kind', '类别', 'text'), choices: ['甲', '乙'] },
  ],
};

/** A workbook as a spreadsheet program writes it. */
async function book(rows: unknown[][], options: { name?: string; more?: (wb: ExcelJS.Workbook) => void } = {}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(options.name ?? 'Sheet1');
  for (const row of rows) sheet.addRow(row as ExcelJS.CellValue[]);
  options.more?.(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const parse = (file: Buffer, specs: readonly SheetSpec[] = [PEOPLE]) => parseWorkbook(file, specs);
const codes = async (file: Buffer): Promise<string[]> => (await parse(file)).errors.map((e) => `${e.row}:${e.column}:${e.code}`);
const HEAD = ['工号', '姓名', '证件号码', '金额', '开始日期', '月份', '系数', '类别'];
/** Without columns that are not needed. */
const row = (...cells: unknown[]): unknown[] => ['1', '张三', ...cells];

describe('reading a workbook', () => {
  it('reads every kind of cell for its column', async () => {
    const rich = { richText: [{ text: '张' }, { text: '三' }] };
    const link = { text: '李四', hyperlink: 'mailto:a@b.c' };
    const file = await book([
      HEAD,
      [1, rich, '11010119900307 001x', 3285.6, new Date(Date.UTC(2023, 0, 31)), '2023年1月', 0.9, '甲'],
      ['２', link, '１１０１０１１９９００３０７００１Ｘ', { formula: '1095.2*3', result: 1095.2 * 3 }, '2023/2/1', '202302', '0.90', '乙'],
      [3, '王五', undefined, ' -0.01 ', 20230228, new Date(Date.UTC(2023, 1, 5)), '1', undefined],
    ]);
    const { rows, errors } = await parse(file);
    expect(errors).toEqual([]);
    expect(rows.map((r) => [r.row, ...Object.values(r.values)])).toEqual([
      [2, 1, '张三', '11010119900307001X', 328560, '2023-01-31', '2023-01', '0.9', '甲'],
      [3, 2, '李四', '11010119900307001X', 328560, '2023-02-01', '2023-02', '0.9', '乙'],
      [4, 3, '王五', -1, '2023-02-28', '2023-02', '1'],
    ]);
  });

  it('names row, column and cause of every wrong cell and keeps the good rows', async () => {
    const file = await book([
      HEAD,
      row(Number('430203199901011234')),
      row('4302-03'),
      row('', 3285.605),
      row('', '1,000'),
      row('', 1e21),
      row('', Number('9007199254740993')),
      row('', 'NaN'),
      row('', '', '2023-02-31'),
      row('', '', 44927.5),
      row('', '', '', '2023-13'),
      row('', '', '', '', '1e3'),
      row('', '', '', '', '', '丙'),
      ['1.5', '=cmd|1'],
      [undefined, '赵六'],
      [7, { error: '#N/A' }],
      [8, { formula: 'A1' }],
      [9, 'a\u202eb'],
      [10, '好'],
    ]);
    expect(await codes(file)).toEqual([
      '2:证件号码:NUMERIC_ID_CELL',
      '3:证件号码:NOT_DIGITS',
      '4:金额:TOO_MANY_DECIMALS',
      '5:金额:NOT_A_NUMBER',
      '6:金额:NOT_A_NUMBER',
      '7:金额:NOT_A_NUMBER',
      '8:金额:NOT_A_NUMBER',
      '9:开始日期:NOT_A_DATE',
      '10:开始日期:NOT_A_DATE',
      '11:月份:NOT_A_PERIOD',
      '12:系数:NOT_A_NUMBER',
      '13:类别:NOT_A_CHOICE',
      '14:工号:NOT_AN_INTEGER',
      '14:姓名:FORMULA_TEXT',
      '15:工号:MISSING_FIELD',
      '16:姓名:CELL_ERROR',
      '17:姓名:FORMULA_WITHOUT_RESULT',
      '18:姓名:BAD_CHARACTER',
    ]);
    const { rows, errors, wrong } = await parse(file);
    expect([rows.length, wrong]).toEqual([1, 17]);
    expect(JSON.stringify(errors)).not.toContain('43020319990101');
  });

  it('matches headers in either language, whatever the width, spaces and asterisk', async () => {
    const { rows } = await parse(await book([[' * 工 号', 'NAME', '\u3000金额（'.slice(0, 3)], [1, '张三', '１２.5']]));
    expect(rows[0]?.values).toEqual({ no: 1, name: '张三', amount: 1250 });
  });

  it('refuses unknown, doubled and missing columns and is not harmed by odd names', async () => {
    const file = await book([['__proto__', 'constructor', '工号', '*工号', '备注'], ['x', 'y', 1, 1, 'z']]);
    const { errors, readable, rows } = await parse(file);
    expect(errors.map((e) => [e.column, e.code])).toEqual([
      ['__proto__', 'UNKNOWN_COLUMN'],
      ['constructor', 'UNKNOWN_COLUMN'],
      ['*工号', 'DUPLICATE_COLUMN'],
      ['备注', 'UNKNOWN_COLUMN'],
      ['姓名', 'MISSING_COLUMN'],
    ]);
    expect([readable, rows.length, ({} as { isAdmin?: boolean }).isAdmin]).toEqual([false, 0, undefined]);
  });

  it('reads no cell without a header in silence', async () => {
    expect(await codes(await book([['工号', '姓名'], [1, '张三', 'extra']]))).toEqual(['2::CELL_OUTSIDE_COLUMNS']);
  });

  it('takes the sheet by name and refuses sheets that nothing would read', async () => {
    const named = await book([['工号', '姓名'], [1, '张三']], { name: 'people', more: (wb) => wb.addWorksheet('填写说明').addRow(['随便写']) });
    expect((await parse(named)).rows).toHaveLength(1);
    const two = await book([['工号', '姓名'], [1, '张三']], { more: (wb) => wb.addWorksheet('另一张').addRow(['工号', '姓名']) });
    await expect(parse(two)).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN_SHEET' });
    const both = [PEOPLE, { ...PEOPLE, zh: '单位', en: 'Units', columns: [column('code', '编码', 'text', true)] }];
    await expect(parse(named, both)).rejects.toMatchObject({ code: 'IMPORT_NO_SHEET', params: { name: '单位/Units' } });
    expect((await parse(await book([['编码'], ['a']]), both)).rows[0]?.values).toEqual({ code: 'a' });
  });

  it('refuses files without rows and with too many', async () => {
    await expect(parse(await book([['工号', '姓名']]))).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
    await expect(parse(await book([]))).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const many = Array.from({ length: MAX_ROWS + 1 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c>${cell(`B${i + 2}`, `n${i}`)}</row>`);
    const rows = `<row r="1">${cell('A1', '工号')}${cell('B1', '姓名')}</row>`;
    await expect(parse(rawZip(workbookParts(rows + many.join(''))))).rejects.toMatchObject({ code: 'IMPORT_TOO_MANY_ROWS' });
    expect((await parse(rawZip(workbookParts(rows + many.slice(1).join(''))))).rows).toHaveLength(MAX_ROWS);
  });

  it('reads the 1904 calendar, custom date formats, CDATA and escaped letters', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="[h]:mm&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const shared = '<sst><si><t>工号</t></si><si><r><t>姓</t></r><r><t>名</t></r><rPh><t>x</t></rPh></si><si><t>开始日期</t></si><si><t><![CDATA[张<]]>&#x4e09;_x0041_&amp;</t></si></sst>';
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row><row><c s="2"><v>5</v></c><c t="s"><v>3</v></c><c s="1"><v>43465.75</v></c></row>';
    const parts = workbookParts(rows, { styles, shared }).map((p): RawPart =>
      p.name === 'xl/workbook.xml' ? { ...p, content: String(p.content).replace('<sheets>', '<workbookPr date1904="1"/><sheets>') } : p,
    );
    expect((await parse(rawZip(parts))).rows[0]?.values).toEqual({ no: 5, name: '张<三A&', from: '2023-01-01' });
  });
});

describe('the gate', () => {
  const plain = workbookParts('<row r="1"><c r="A1" t="inlineStr"><is><t>工号</t></is></c></row>');
  const withPart = (name: string, content: string | Buffer = 'x'): Buffer => rawZip([...plain, { name, content }]);
  const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);

  it.each<[string, () => Buffer, string]>([
    ['a file above 10 MB', () => Buffer.alloc(10 * 1024 * 1024 + 1), 'IMPORT_TOO_LARGE'],
    ['an old .xls or a file with a password', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'IMPORT_IS_XLS'],
    ['a program', () => Buffer.from('4d5a90000300000004000000ffff', 'hex'), 'IMPORT_NOT_XLSX'],
    ['an empty file', () => Buffer.alloc(0), 'IMPORT_NOT_XLSX'],
    ['a zip that is no workbook', () => rawZip([{ name: 'a.txt', content: 'a' }]), 'IMPORT_NOT_XLSX'],
    ['a truncated workbook', () => rawZip(plain).subarray(0, -30), 'IMPORT_DAMAGED'],
    ['a bomb of one part', () => withPart('xl/media/a.xml', zeros(61)), 'IMPORT_ZIP_BOMB'],
    ['a bomb of many parts', () => rawZip([...plain, ...Array.from({ length: 12 }, (_, i) => ({ name: `xl/m${i}.bin`, content: zeros(6) }))]), 'IMPORT_ZIP_BOMB'],
    ['too many parts', () => rawZip(Array.from({ length: 201 }, (_, i) => ({ name: `p${i}.xml`, content: '' }))), 'IMPORT_ZIP_BOMB'],
    ['a part larger than it claims', () => rawZip([...plain.slice(0, -1), { name: 'xl/worksheets/sheet1.xml', content: zeros(1), claimedSize: 100 }]), 'IMPORT_DAMAGED'],
    ['two parts of one name', () => rawZip([...plain, plain[1] as RawPart]), 'IMPORT_DAMAGED'],
    ['macros', () => withPart('xl/vbaProject.bin'), 'IMPORT_MACROS'],
    ['a link to another workbook', () => withPart('xl/externalLinks/externalLink1.xml', '<ddeLink/>'), 'IMPORT_EXTERNAL_LINK'],
    ['a zip inside', () => withPart('xl/inner.zip', rawZip(plain)), 'IMPORT_EMBEDDED'],
    ['an embedded object', () => withPart('xl/embeddings/oleObject1.bin'), 'IMPORT_EMBEDDED'],
    ['an outside entity', () => rawZip(workbookParts('', { prolog: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' })), 'IMPORT_DOCTYPE'],
    ['a document type after a long comment', () => rawZip(workbookParts('', { prolog: `<!--${'x'.repeat(70_000)}--><!DOCTYPE a>` })), 'IMPORT_DOCTYPE'],
    ['a document type in another encoding', () => withPart('xl/theme.xml', Buffer.from('<!DOCTYPE a>', 'utf16le')), 'IMPORT_DOCTYPE'],
    ['entities that XML does not know', () => rawZip(workbookParts('<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>')), 'IMPORT_DAMAGED'],
    ['tags that do not close', () => rawZip(workbookParts('<row><c>')), 'IMPORT_DAMAGED'],
    ['a text without an end', () => rawZip(workbookParts(`<row>${randomBytes(750_000).toString('hex')}`)), 'IMPORT_DAMAGED'],
    ['text that is not UTF-8', () => rawZip([...plain.slice(0, -1), { name: 'xl/worksheets/sheet1.xml', content: Buffer.from('<row>\xe9</row>', 'latin1') }]), 'IMPORT_DAMAGED'],
  ])('refuses %s', async (_, file, code) => {
    await expect(parse(file())).rejects.toMatchObject({ code });
  });

  it('refuses bombs without unpacking them', async () => {
    const bomb = rawZip([...plain, ...Array.from({ length: 4 }, (_, i) => ({ name: `xl/b${i}.xml`, content: zeros(50) }))]);
    expect(bomb.length).toBeLessThan(300_000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(parse(bomb)).rejects.toMatchObject({ code: 'IMPORT_ZIP_BOMB' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});

describe('templates', () => {
  const handler = { kind: 'roster', sheets: [PEOPLE] } as unknown as ImportHandler;

  it.each(['zh', 'en'] as const)('can be imported as they are (%s), their untouched sample row aside', async (language) => {
    const template = await templateOf(handler, language);
    await expect(parse(template)).rejects.toMatchObject({ code: 'IMPORT_EMPTY' });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(template as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
    expect(sheet.getCell('H2').dataValidation.formulae).toEqual(['"甲,乙"']);
    sheet.getCell('B2').value = '李四';
    sheet.getRow(3).values = ['2', '王五'];
    const { rows, errors } = await parse(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(errors).toEqual([]);
    expect(rows.map((r) => r.values.name)).toEqual(['李四', '王五']);
  });
});

describe('writing a workbook', () => {
  it('writes texts as texts, fen as yuan, and no formulas', async () => {
    const names = ['=HYPERLINK("http://x")', '+cmd', '-1', '@SUM(A1)', '\tx', '＝1', '张三'];
    async function* rows() {
      for (const [i, name] of names.entries()) yield [name, '430203199901011234', 328560 + i, i, '0.05'];
    }
    const columns = [
      { header: '姓名', kind: 'text' as const },
      { header: '证件号码', kind: 'text' as const },
      { header: '金额', kind: 'yuan' as const },
      { header: '数', kind: 'int' as const },
      { header: '率', kind: 'decimal' as const },
    ];
    const file = await writeWorkbook([{ name: '一', columns, rows: rows() }, { name: '二', columns, rows: [] }]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0] as ExcelJS.Worksheet;
    const written = names.map((_, i) => sheet.getRow(i + 2).values as unknown[]);
    expect(written.map((r) => r[1])).toEqual(names.map(escapeText));
    expect(written.slice(0, 6).every((r) => String(r[1]).startsWith("'"))).toBe(true);
    expect(written[6]?.slice(1)).toEqual(['张三', '430203199901011234', 3285.66, 6, 0.05]);
    expect(sheet.getCell('C2').numFmt).toBe('#,##0.00');
    expect(workbook.worksheets[1]?.name).toBe('二');
  });
});
