import type { Actor } from '@gridstaff/contracts';
import { Agencies, checkDigitOf, RosterLoader } from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct, TEST_NOW, type TestProduct } from '@gridstaff/testing';
import ExcelJS from 'exceljs';
import { EqualPayFile, EqualPayReports } from '.';

const idOf = (first17: string): string => first17 + checkDigitOf(first17);
const PERIOD = '2023-01';

describe('the report of equal pay', () => {
  let product: TestProduct;
  let office: SmallOffice;
  let reports: EqualPayReports;
  let head: Actor;

  beforeAll(async () => {
    product = await startProduct(new ManualClock(TEST_NOW));
    const { app } = product;
    office = await SmallOffice.open(app, 'EQ', 4);
    reports = app.get(EqualPayReports);
    const { hr, centreId } = office;
    head = { ...hr, grants: new Map([[centreId, new Set(['roster:read'] as const)]]) };
    await app.get(Agencies).create(hr, centreId, { code: 'A2', name: '乙派遣' });
    // Two more at another agency, one of whom joined inside the month.
    const person = {
      name: '另外',
      agency: 'A2',
      gridCode: 'G1',
      gradeCode: 'W1',
      insured: true,
      insuranceBase: 330_000,
    };
    const agency = await app.get(Agencies).list(hr, centreId);
    const second = agency.find(({ code }) => code === 'A2');
    await app
      .get(Agencies)
      .setFee(hr, centreId, second?.id as string, '2022-01-01', { kind: 'per_head', amount: 6_000 });
    const { people } = await app.get(RosterLoader).load(hr, centreId, [
      { ...person, idNumber: idOf('43020419900101801'), joinedOn: '2022-05-01' },
      { ...person, idNumber: idOf('43020419900101803'), joinedOn: '2023-01-10' },
    ]);
    office.numbers.push(...people.map(({ no }) => no));
  }, 60_000);
  afterAll(() => product.close());

  it('says so while nothing is paid, and then compares what was paid for the whole month', async () => {
    const { hr, centreId } = office;
    expect(await reports.report(hr, { centreId })).toMatchObject({ period: null, periods: [], table: { rows: [] } });
    await expect(reports.report(hr, { centreId, period: PERIOD })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office.month(PERIOD);
    const report = await reports.report(hr, { centreId });
    expect(report).toMatchObject({ period: PERIOD, people: 5, hidden: 0, leftOut: 1, threshold: { perMille: 50 } });
    expect(report.table.rows.map(({ name, also, values }) => [name.zh, also?.zh, values.people])).toEqual([
      ['W W1', '演示派遣公司', 4],
      ['W W1', '乙派遣', 1],
    ]);
    // The sum of the items is the sum of the medians where everybody of a side has the same.
    const values = async (item: string): Promise<number[]> =>
      (await reports.report(hr, { centreId, item })).table.rows.map((row) => row.values.median ?? 0);
    const parts = await Promise.all(report.items.filter(({ code }) => code !== '*').map(({ code }) => values(code)));
    expect(await values('*')).toEqual([0, 1].map((i) => parts.reduce((sum, part) => sum + (part[i] ?? 0), 0)));
    expect((await values('*'))[0]).toBeGreaterThan(200_000);
    await expect(reports.report(hr, { centreId, item: 'none' })).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
  });

  it('tells apart by fund and by kind of post, for who may see single slips', async () => {
    const { hr, centreId } = office;
    const sides = async (by: 'fund' | 'kind'): Promise<(string | undefined)[]> =>
      (await reports.report(hr, { centreId, by })).table.rows.map(({ also }) => also?.zh);
    expect([await sides('fund'), await sides('kind')]).toEqual([['基层社会治理专项'], ['未登记']]);
    await expect(reports.report(head, { centreId, by: 'fund' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('shows nobody whose pay could be read from it to who may not', async () => {
    const { centreId } = office;
    const report = await reports.report(head, { centreId });
    expect(report).toMatchObject({ people: 4, hidden: 1 });
    expect(report.table.rows.map(({ also }) => also?.zh)).toEqual(['演示派遣公司']);
    const file = await product.app.get(EqualPayFile).make(head, { centreId }, 'zh');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.content as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(report.items.map(({ name }) => name.zh));
    const texts: string[] = [];
    book.worksheets[0]?.eachRow(({ values }) => texts.push((values as unknown[]).join(' ')));
    expect(texts.join('\n')).toMatch(/演示派遣公司[\s\S]*已支付工资，4 人[\s\S]*导出人/);
    expect(texts.join('\n')).not.toContain('乙派遣');
  });
});
