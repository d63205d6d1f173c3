import type { Actor } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import type { Id, LocalDate } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import {
  Agencies,
  Centres,
  checkDigitOf,
  RosterLoader,
  type RosterPerson,
  Structure,
  Units,
  WorkerChanges,
  WorkerPersonal,
  WorkerTerms,
} from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { startProduct, type TestProduct } from '@gridstaff/testing';
import ExcelJS from 'exceljs';
import { type PeopleReport, PeopleReportFile, type PeopleReportQuery, PeopleReports, type ReportTable } from '.';

const idOf = (year: number, n: number, male: boolean): string => {
  const first17 = `430204${year}0307${String(n * 2 + (male ? 1 : 0)).padStart(3, '0')}`;
  return first17 + checkDigitOf(first17);
};

describe('reports of people', () => {
  let product: TestProduct;
  let actor: Actor;
  let centreId: Id;
  let numbers: number[];

  const person = (n: number, more: Partial<RosterPerson> = {}, year = 1990): RosterPerson => ({
    ...{ name: `测试${n}`, idNumber: idOf(year, n, n % 2 === 1), agency: 'A1', joinedOn: '2023-01-01' },
    ...{ gridCode: 'G1', gradeCode: 'W1', ...more },
  });
  const load = async (...people: RosterPerson[]): Promise<number[]> =>
    (await product.app.get(RosterLoader).load(actor, centreId, people)).people.map(({ no }) => no);

  beforeAll(async () => {
    product = await startProduct(new ManualClock('2023-06-30T09:00:00+08:00'));
    const { app } = product;
    actor = app.get(Actors).system('test');
    centreId = (await app.get(Centres).create(actor, { code: 'R1', name: '网格中心', region: '430200' })).id;
    await app.get(Agencies).create(actor, centreId, { code: 'A1', name: '甲派遣' });
    await app.get(Agencies).create(actor, centreId, { code: 'A2', name: '乙派遣' });
    await app.get(Structure).saveUnits(actor, centreId, [
      { code: 'S1', name: '一街', kind: 'street' },
      { code: 'S2', name: '二街', kind: 'street' },
      { code: 'G1', name: '一网格', kind: 'grid', parentCode: 'S1', quota: 3 },
      { code: 'G2', name: '二网格', kind: 'grid', parentCode: 'S1' },
      { code: 'G3', name: '三网格', kind: 'grid', parentCode: 'S2' },
    ]);
    await app.get(Structure).saveGrades(actor, centreId, [
      { code: 'W1', name: '一级', postCode: 'W', base: 200_000, post: 0, performance: 0, from: '2020-01-01' },
      { code: 'L1', name: '组长', postCode: 'L', base: 250_000, post: 0, performance: 0, from: '2020-01-01' },
    ]);
    await app.get(Units).setSeats(actor, centreId, [{ unitCode: 'G3', postCode: 'L', seats: 2, from: '2022-01-01' }]);
    numbers = await load(
      person(1, { education: 'college' }),
      person(2, { lastDay: '2023-03-31', endReason: 'returned_to_agency', gridCode: 'G2' }, 1975),
      person(3, { joinedOn: '2023-02-15', agency: 'A2', status: 'probation', probationLastDay: '2023-08-14' }, 2000),
      person(4, { lastDay: '2023-02-28', endReason: 'contract_ended', gridCode: 'G3', gradeCode: 'L1' }, 1968),
      person(5, { gridCode: 'G3', politicalStatus: 'party_member' }, 1998),
    );
    // Changes the agency from one day to the next; the day after the report somebody moves, so that as of the day is told apart.
    await load(person(4, { joinedOn: '2023-03-01', agency: 'A2', gridCode: 'G3', gradeCode: 'L1' }, 1968));
    const [first, , third, , fifth] = numbers as [number, number, number, number, number];
    await app.get(WorkerChanges).move(actor, { centreId, workerNo: fifth, from: '2023-05-01', gridCode: 'G1' });
    const personal = app.get(WorkerPersonal);
    await personal.setEducation(actor, { centreId, workerNo: first, from: '2023-04-01', level: 'bachelor' });
    const terms = app.get(WorkerTerms);
    const contract = { centreId, postKind: 'auxiliary', startsOn: '2023-01-01', endsOn: '2023-09-30' } as const;
    await terms.addContract(actor, { ...contract, workerNo: first });
    await terms.addContract(actor, { ...contract, workerNo: fifth });
    await terms.addContract(actor, { ...contract, workerNo: fifth, startsOn: '2023-10-01', endsOn: '2025-09-30' });
    await terms.addContract(actor, { ...contract, workerNo: third, startsOn: '2023-02-15', endsOn: '2023-12-31' });
  }, 60_000);
  afterAll(() => product.close());

  const ask = (query: Omit<PeopleReportQuery, 'centreId'>): Promise<PeopleReport> =>
    product.app.get(PeopleReports).report(actor, { centreId, ...query });
  /** Rows as their labels and the figures of some columns. */
  const told = ({ rows, total, columns }: ReportTable, ...keys: string[]): string[] => {
    expect(columns.map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
    const figures = (values: ReportTable['rows'][number]['values']): string =>
      keys.map((key) => values[key] ?? '–').join(' ');
    const lines = rows.map(({ name, also, values }) =>
      [name.zh, also?.zh, figures(values)].filter((part) => part !== undefined).join(' '),
    );
    return total ? [...lines, `= ${figures(total)}`] : lines;
  };
  const counted = async (on: LocalDate, more: Partial<PeopleReportQuery> = {}): Promise<string[]> =>
    told((await ask({ report: 'head_count', on, ...more })).table, 'people', 'inPost', 'probation');

  it('count heads by unit with everything below it, as of any day and within a filter', async () => {
    expect(await counted('2023-02-28')).toEqual(['一街 3 2 1', '二街 2 2 0', '= 5 4 1']);
    expect(await counted('2023-06-30')).toEqual(['一街 3 2 1', '二街 1 1 0', '= 4 3 1']);
    expect(await counted('2023-06-30', { unit: 'S1' })).toEqual(['一网格 3 2 1', '二网格 0 0 0', '= 3 2 1']);
    expect(await counted('2023-06-30', { unit: 'G1', agency: 'A2' })).toEqual(['本级 1 0 1', '= 1 0 1']);
    expect(await counted('2022-12-31')).toEqual(['一街 0 0 0', '二街 0 0 0', '= 0 0 0']);
    const { table } = await ask({ report: 'head_count', on: '2023-06-30', agency: 'A1' });
    expect(table.rows.map(({ roster, within }) => [roster, within])).toEqual([
      [{ on: '2023-06-30', unit: 'S1', agency: 'A1' }, 'S1'],
      [{ on: '2023-06-30', unit: 'S2', agency: 'A1' }, 'S2'],
    ]);
    await expect(ask({ report: 'head_count', unit: 'none' })).rejects.toMatchObject({ code: 'UNKNOWN_GRID' });
    await expect(ask({ report: 'head_count', agency: 'A9' })).rejects.toMatchObject({ code: 'UNKNOWN_AGENCY' });
  });

  it('count heads by post, agency, age, education, sex and political status', async () => {
    const by = (grouping: PeopleReportQuery['by'], on = '2023-06-30'): Promise<string[]> =>
      counted(on, { by: grouping });
    expect(await by('post')).toEqual(['W 3 2 1', 'L 1 1 0', '= 4 3 1']);
    expect(await by('agency')).toEqual(['甲派遣 2 2 0', '乙派遣 2 1 1', '= 4 3 1']);
    expect((await by('age')).filter((line) => !line.includes(' 0 0 0'))).toEqual([
      ...['16–24 岁 1 0 1', '25–29 岁 1 1 0', '30–34 岁 1 1 0', '55–59 岁 1 1 0', '= 4 3 1'],
    ]);
    expect(await by('education')).toEqual(['未登记 3 2 1', '本科 1 1 0', '= 4 3 1']);
    expect(await by('education', '2023-03-31')).toContain('大专 1 1 0');
    expect(await by('sex')).toEqual(['男 3 2 1', '女 1 1 0', '= 4 3 1']);
    expect(await by('political')).toContain('中共党员 1 1 0');
  });

  it('count who comes and goes by month and agency; a change of agency is neither, and a move between grids is nothing', async () => {
    const range = { from: '2023-01-01', until: '2023-06-30' };
    const moves = ['start', 'joined', 'left', 'movedIn', 'movedOut', 'end', 'mean', 'rate'];
    const months = (await ask({ report: 'turnover_months', ...range })).table;
    expect(told(months, ...moves).slice(0, 4)).toEqual([
      '2023-01 4 4 0 0 0 4 4 0',
      // 14 days of 28 with a fifth: 4.5.
      '2023-02 4 1 0 0 1 5 4.5 0',
      '2023-03 5 0 1 1 0 5 5 20',
      '2023-04 4 0 0 0 0 4 4 0',
    ]);
    // (31 + 14) × 4 + (14 + 31) × 5 + 91 × 4 = 769 days of people in 181.
    expect(told(months, ...moves).at(-1)).toBe('= 4 5 1 1 1 4 4.2 23.5');
    expect(told((await ask({ report: 'turnover_agencies', ...range })).table, ...moves)).toEqual([
      ...['甲派遣 4 4 1 0 1 2 2.8 35.4', '乙派遣 0 1 0 1 0 2 1.4 0', '= 4 5 1 1 1 4 4.2 23.5'],
    ]);
    const street = (await ask({ report: 'turnover_months', ...range, unit: 'S1' })).table;
    expect(told(street, 'start', 'joined', 'left', 'end').slice(2)).toEqual([
      ...['2023-03 3 0 1 3', '2023-04 2 0 0 2', '2023-05 3 0 0 3', '2023-06 3 0 0 3', '= 2 3 1 3'],
    ]);
    expect(told((await ask({ report: 'leaving_reasons', ...range })).table, 'left')).toEqual([
      '甲派遣 退回派遣公司 1',
      '= 1',
    ]);
    await expect(ask({ report: 'turnover_months', from: '2020-01-01', until: '2023-06-30' })).rejects.toMatchObject({
      code: 'OUT_OF_RANGE',
    });
    await expect(ask({ report: 'turnover_months', from: '2023-02-01', until: '2023-01-31' })).rejects.toMatchObject({
      code: 'EMPTY_RANGE',
    });
  });

  it('count seats and the ends of contracts, renewed or not', async () => {
    const seats = await ask({ report: 'seats', on: '2023-06-30' });
    expect(told(seats.table, 'seats', 'people', 'vacant')).toEqual([
      ...['一街 全部岗位 3 3 0', '一街 W – 3 –', '二街 全部岗位 2 1 1', '二街 L 2 1 1', '= 5 4 1'],
    ]);
    const ends = await ask({ report: 'contract_ends', from: '2023-06-30', until: '2024-06-30' });
    expect(told(ends.table, 'contracts', 'renewed', 'leaving', 'open')).toEqual([
      ...['2023-09 甲派遣 2 1 0 1', '2023-12 乙派遣 1 0 0 1', '= 3 1 0 2'],
    ]);
  });

  it('leave as a workbook that says what was asked and who made it, with an entry of the audit log', async () => {
    const file = await product.app
      .get(PeopleReportFile)
      .make(actor, { centreId, report: 'head_count', on: '2023-06-30' }, 'zh');
    expect(file.fileName).toBe('在册人数 2023-06-30.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.content as unknown as ArrayBuffer);
    const sheet = (name: string): string[] => {
      const lines: string[] = [];
      book.getWorksheet(name)?.eachRow(({ values }) => lines.push((values as unknown[]).slice(1).join(' ')));
      return lines;
    };
    const [head, ...rows] = sheet('在册人数');
    expect(head).toBe('单位 人数 占比（%） 在岗 试用 停职');
    expect(rows.slice(0, 3)).toEqual(['一街 3 75 2 1 0', '二街 1 25 1 0 0', '合计 4 100 3 1 0']);
    expect(rows.slice(-2)).toEqual([
      '截至 2023-06-30',
      expect.stringMatching(/^导出人：系统.*时间：2023-06-30 09:00.*用途：在册人数$/),
    ]);
    expect(sheet('全部单位')).toEqual(
      expect.arrayContaining(['一街 / 一网格 G1 3 75 2 1 0', '一街 S1 3 75 2 1 0', '合计 4 100 3 1 0']),
    );
    const { n } = (await product.app
      .get(Database)
      .one<{ n: number }>("SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'report.exported'")) as { n: number };
    expect(Number(n)).toBe(1);
  });
});
