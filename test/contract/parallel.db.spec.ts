import { AttendanceBook } from '@gridstaff/attendance';
import { formatYuan } from '@gridstaff/kernel';
import { type Difference, type ParallelAnswer, ParallelRun, type PayRun, RunQueries, type SlipDetail } from '@gridstaff/payroll';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import ExcelJS from 'exceljs';

type Row = (string | number | null)[];

/** The sheet of an office that calculates by hand, of the office's own layout. */
async function book(head: Row[], rows: Row[], name = '1月工资'): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('说明').addRow(['内部资料']);
  const sheet = workbook.addWorksheet(name);
  for (const row of [...head, ...rows]) sheet.addRow(row);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('a pay sheet beside a run', () => {
  let app: INestApplicationContext;
  let office: SmallOffice;
  let close: () => Promise<void>;
  let run: PayRun;
  let slips: SlipDetail[];
  const AWAY = 5;

  beforeAll(async () => {
    const clock = new ManualClock('2023-01-26T09:00:00+08:00');
    ({ app, close } = await startProduct(clock));
    office = await SmallOffice.open(app, 'P1', 8);
    await office.evaluate('2023-01');
    const unpaid = { workerNo: office.numbers[AWAY] as number, from: '2023-01-05', to: '2023-01-06', kind: 'unpaid' as const, leaveKind: null, days: 100 };
    await app.get(AttendanceBook).record(office.hr, office.centreId, { absences: [unpaid], overtime: [] });
    run = await office.calculate(await office.create('2023-01'));
    slips = await app.get(RunQueries).slipPageWithLines(office.hr, run.id, 0, 100);
  });

  afterAll(() => close());

  const HEAD: Row[] = [['某中心 2023年1月工资发放表'], ['单位：元'], ['序号', '姓 名', '基本工资', '岗位工资', '绩效', '缺勤扣款', '奖金', '餐补', '养老', '应发合计', '个税', '实发合计']];
  const yuan = (fen: number): number => Number(formatYuan(fen));
  const of = (slip: SlipDetail, code: string): number => slip.lines.find((line) => line.code === code)?.amount ?? 0;
  const row = (slip: SlipDetail, i: number): Row => [
    ...[i + 1, `测试${i}`, yuan(of(slip, 'base')), yuan(of(slip, 'post')), yuan(of(slip, 'performance')), -yuan(of(slip, 'absence'))],
    ...[yuan(of(slip, 'award_pay')), null, yuan(of(slip, 'pension')), yuan(slip.totals.gross), yuan(slip.totals.tax), yuan(slip.totals.net)],
  ];
  const compare = (file: Buffer): Promise<ParallelAnswer> => app.get(ParallelRun).compare(office.hr, run.id, file);
  const short = ({ class: kind, target, theirs, ours, method }: Difference) => [kind, target, theirs, ours, method];

  it('that is the same is called the same: titles, a row of sums and columns of its own do not matter', async () => {
    const sums: Row = ['合计', null, 99_999, null, null, null, null, null, null, 1, 1, 1];
    const answer = await compare(await book(HEAD, [...slips.map(row), sums, [null, '制表人：王某']]));
    expect(answer).toMatchObject({ sheet: '1月工资', verdict: 'same', differences: [], people: { ours: 8, theirs: 8, matched: 8, equal: 8 } });
    expect(answer.unread).toEqual(['序号', '餐补']);
    expect(answer.columns.map(({ nameZh }) => nameZh)).toContain('缺勤扣款');
  });

  it('tells each kind of difference', async () => {
    const rows = slips.map(row);
    const change = (i: number, column: number, by: number): void => {
      const own = rows[i] as Row;
      own[column] = Math.round((Number(own[column]) + by) * 100) / 100;
    };
    change(0, 2, 0.03);
    change(1, 8, 12.5);
    change(1, 11, -12.5);
    change(2, 10, 5);
    change(3, 2, 100);
    change(3, 9, 100);
    // 1,950 / 21.75 × 1 day for this office; by scheduled days the run takes all items of the month.
    const away = slips[AWAY] as SlipDetail;
    const day = (195_000 + 30_000 + 40_500) / 21.75;
    rows[AWAY] = [...(rows[AWAY] as Row)];
    (rows[AWAY] as Row)[5] = Math.round(day) / 100;
    (rows[AWAY] as Row)[4] = '待定';
    rows.splice(7, 1);
    rows.push([99, '外人', 1, 1, 1, 0, 0, 0, 0, 3, 0, 3]);
    const answer = await compare(await book(HEAD, rows));
    expect(answer.verdict).toBe('open');
    expect(answer.people).toEqual({ ours: 8, theirs: 8, matched: 7, equal: 3 });
    const [base, pension] = [of(slips[3] as SlipDetail, 'base'), of(slips[1] as SlipDetail, 'pension')];
    const found = (i: number) => answer.differences.filter(({ workerNo }) => workerNo === office.numbers[i]).map(short);
    const no = (code: string): string => `item:${(slips[0] as SlipDetail).lines.find((line) => line.code === code)?.itemNo}`;
    expect(found(0)).toEqual([['rounding', no('base'), 195_003, 195_000, null]]);
    expect(found(1)).toEqual([
      ['base', no('pension'), pension + 1_250, pension, null],
      ['follows', 'net', (slips[1] as SlipDetail).totals.net - 1_250, (slips[1] as SlipDetail).totals.net, null],
    ]);
    expect(found(2)).toEqual([['tax', 'tax', 500, 0, null]]);
    expect(found(3)).toEqual([
      ['other', no('base'), base + 10_000, base, null],
      ['follows', 'gross', (slips[3] as SlipDetail).totals.gross + 10_000, (slips[3] as SlipDetail).totals.gross, null],
    ]);
    expect(found(AWAY)).toEqual([
      ['unreadable', no('performance'), null, null, null],
      ['proration', 'item:10', -Math.round(day), of(away, 'absence'), 'negative_21_75'],
    ]);
    expect(found(7)).toEqual([['missing_person', null, null, null, null]]);
    expect(answer.differences.find((d) => d.class === 'extra_person')).toMatchObject({ name: '外人', workerNo: null });
  });

  it('remembers what the centre says of its headers', async () => {
    const head: Row[] = [['姓名', '甲', '乙']];
    const file = await book(head, slips.map((slip, i) => [`测试${i}`, yuan(slip.totals.gross), 'x']));
    await expect(compare(file)).rejects.toMatchObject({ code: 'FREE_TABLE_NO_HEAD' });
    const parallel = app.get(ParallelRun);
    await parallel.remember(office.hr, run.id, [{ header: '甲', target: 'gross' }]);
    expect((await parallel.sketch(office.hr, run.id, file)).columns).toMatchObject([
      { header: '姓名', target: 'name', said: false, sample: '测试0' },
      { header: '甲', target: 'gross', said: true },
      { header: '乙', target: null, said: false },
    ]);
    expect((await compare(file)).verdict).toBe('same');
    await parallel.remember(office.hr, run.id, [{ header: '甲', target: '' }, { header: '乙', target: 'net' }]);
    expect((await compare(file)).differences.map((d) => d.class)).toEqual(Array.from({ length: 8 }, () => 'unreadable'));
    await expect(parallel.remember(office.hr, run.id, [{ header: '甲', target: 'item:998' }])).rejects.toMatchObject({ code: 'PARALLEL_TARGET' });
  });

  it('gives the workbook back with its differences marked', async () => {
    const rows = slips.map(row);
    (rows[2] as Row)[2] = 1;
    const marked = new ExcelJS.Workbook();
    const file = await app.get(ParallelRun).marked(office.hr, run.id, await book(HEAD, rows));
    await marked.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
    const sheet = marked.getWorksheet('1月工资');
    expect(sheet?.getRow(6).getCell(3).fill).toMatchObject({ type: 'pattern', pattern: 'solid' });
    expect(sheet?.getRow(6).getCell(13).value).toBe('基本工资：其他差异，系统为 1950.00');
    expect(sheet?.getRow(1).getCell(1).value).toBe('某中心 2023年1月工资发放表');
    expect(marked.getWorksheet('核对汇总')?.getRow(2).getCell(2).value).toBe('8 / 8');
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    ['a text', () => Promise.resolve(Buffer.from('hello')), 'IMPORT_IS_CSV'],
    ['anything', () => Promise.resolve(Buffer.from([1, 2, 3, 0, 255])), 'IMPORT_NOT_XLSX'],
    ['half a file', async () => (await book(HEAD, [[1]])).subarray(0, 900), 'IMPORT_DAMAGED'],
    ['no head', () => book([], [[1, 2, 3]]), 'FREE_TABLE_NO_HEAD'],
    ['nothing under the head', () => book(HEAD, []), 'IMPORT_EMPTY'],
    ['nobody named', () => book([['基本工资', '应发合计']], [[1, 2]]), 'PARALLEL_NO_PERSON'],
    ['no amounts', () => book([['姓名', '身份证号']], [['测试1', 'x']]), 'PARALLEL_NO_AMOUNT'],
  ])('refuses %s', async (_, make, code) => {
    await expect(compare(await make())).rejects.toMatchObject({ code });
  });
});
