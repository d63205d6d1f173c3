import { type ExportKind, ExportService, ImportHistory, ImportRegistry, ImportService, type ParsedRow, writeWorkbook } from '@gridstaff/exchange';
import { LoadBudget } from '@gridstaff/fund';
import type { Id, Period } from '@gridstaff/kernel';
import { BonusChoices, BonusRecords, CancelRun, DecideRun, OneOffRecords, type PayRun, RunQueries, type SlipDetail, SubmitRun, TaxRecords } from '@gridstaff/payroll';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { VerifyDatabase } from '@gridstaff/reporting';
import { Agencies, Centres } from '@gridstaff/roster';
import { ManualClock, projectRoot } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const byWorker = { field: 'workerNo', descending: false, limit: 100 } as const;
/** 1,950 + 300 + 450 × 0.9 + award 100. */
const GROSS = 275_500;

describe('annual bonuses', () => {
  let app: INestApplicationContext;
  let close: () => Promise<void>;
  const clock = new ManualClock('2023-01-05T09:00:00+08:00');
  let offices = 0;

  beforeAll(async () => {
    ({ app, close } = await startProduct(clock));
  });
  afterAll(() => close());

  const at = (day: string): void => clock.set(`${day}T09:00:00+08:00`);
  const open = async (people: number): Promise<SmallOffice> => {
    at('2023-01-05');
    return SmallOffice.open(app, `B${(offices += 1)}`, people);
  };
  type Given = Parameters<BonusRecords['record']>[3];
  const give = (office: SmallOffice, period: Period, rows: Given): Promise<void> =>
    app.get(BonusRecords).record(office.hr, office.centreId, period, rows);
  const bonusRun = async (office: SmallOffice, period: Period, payDate: string): Promise<PayRun> =>
    office.calculate(await office.create(period, undefined, { kind: 'bonus', payDate }));
  const slip = (office: SmallOffice, run: PayRun, workerNo: number): Promise<SlipDetail> =>
    app.get(RunQueries).slip(office.hr, run.id, workerNo);
  const linesOf = ({ lines }: SlipDetail): [number, number][] => lines.map((l) => [l.itemNo, l.amount]);
  const left = async (office: SmallOffice, run: PayRun): Promise<[number, string][]> =>
    (await app.get(RunQueries).exclusions(office.hr, run.id, byWorker)).rows.map((x) => [x.workerNo, x.code]);
  const exported = async (office: SmallOffice, run: PayRun, kind: ExportKind): Promise<Buffer> =>
    (await app.get(ExportService).run(office.hr, { kind, runId: run.id, purpose: '测试用途' })).content;
  /** What holds of a centre's bonuses: of each worker and month the last row, unless it says zero. */
  const given = async (office: SmallOffice): Promise<[number, number, string | null][]> => {
    const rows = await app
      .get(Database)
      .query<{ no: number; month: string; amount: number; method: string | null }>(
        'SELECT worker_no AS no, valid_from AS month, amount, method FROM bonus_fact WHERE centre_id = ? AND retracted = 0 ORDER BY recorded_at, id',
        [office.centreId],
      );
    const last = new Map(rows.map(({ no, month, amount, method }) => [`${no} ${month}`, [Number(no), Number(amount), method] as [number, number, string | null]]));
    return [...last.values()].filter(([, amount]) => amount > 0);
  };
  const violations = async (office: SmallOffice): Promise<unknown[]> =>
    (await app.get(VerifyDatabase).execute(office.finance, office.centreId)).violations;

  it('are taxed apart or with the wages; later months count the one and not the other', async () => {
    const office = await open(5);
    const [apart, together, small, none, gone] = office.numbers as [number, number, number, number, number];
    at('2023-01-26');
    const january = await office.month('2023-01');
    const wage = await slip(office, january, apart);
    expect(wage.totals).toMatchObject({ gross: GROSS, tax: 0 });
    // 8 % + 2 % + 0.3 % of the lowest base 3,770, and 8 % of 3,300 for the housing fund that only every other person has.
    expect(wage.taxAdded.special).toBe(65_231);
    expect((await slip(office, january, together)).taxAdded.special).toBe(38_831);

    await give(office, '2023-01', [
      { workerNo: apart, amount: 100, method: 'together' },
      { workerNo: gone, amount: 500_000, method: null },
    ]);
    clock.advance(1000);
    await give(office, '2023-01', [
      { workerNo: apart, amount: 3_600_000, method: null },
      { workerNo: together, amount: 2_000_000, method: 'together' },
      { workerNo: small, amount: 200_000, method: 'together' },
      { workerNo: gone, amount: 0, method: null },
    ]);
    at('2023-02-08');
    const run = await bonusRun(office, '2023-01', '2023-02-10');
    expect(run).toMatchObject({ kind: 'bonus', people: 3, excluded: 0, taxMonth: '2023-02', fiscalYear: 2023 });
    // 36,000 / 12 = 3,000: 3 % of the whole.
    const one = await slip(office, run, apart);
    expect(linesOf(one)).toEqual([[30, 3_600_000], [120, 0], [121, 108_000]]);
    expect(one.totals).toMatchObject({ gross: 3_600_000, tax: 108_000, net: 3_492_000, employeeInsurance: 0, fee: 0 });
    expect(one.taxAdded).toMatchObject({ income: 0, special: 0, tax: 0 });
    // 2,755 + 20,000 − two months of 5,000 − contributions of January 388.31 = 12,366.69, at 3 %.
    const withWages = 37_100;
    const other = await slip(office, run, together);
    expect(linesOf(other)).toEqual([[31, 2_000_000], [120, withWages]]);
    expect(other.taxAdded).toMatchObject({ income: 2_000_000, special: 0, tax: withWages });
    expect((await slip(office, run, small)).totals).toMatchObject({ gross: 200_000, tax: 0, net: 200_000 });
    await expect(slip(office, run, none)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await office.approve(run);
    await office.pay(run);
    for (const kind of ['payroll', 'payslips', 'bank', 'tax', 'insurance'] as const)
      expect([kind, (await exported(office, run, kind)).length > 1000]).toEqual([kind, true]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await exported(office, run, 'tax')).buffer);
    const said = JSON.stringify(book.worksheets.at(-1)?.getSheetValues());
    expect(said).toContain('另有单独计税的全年一次性奖金 36000.00 元');

    at('2023-02-26');
    const february = await office.month('2023-02');
    // Two months of 2,755 stay below 10,000.
    expect((await slip(office, february, apart)).totals.tax).toBe(0);
    // 5,510 + 20,000 − 10,000 − 776.62 = 14,733.38, at 3 % 442.00, of which 371.00 is withheld.
    expect((await slip(office, february, together)).totals.tax).toBe(7_100);
    expect(await violations(office)).toEqual([]);
  });

  it('taxed apart leave no tax behind that a later month would take for wage tax', async () => {
    const office = await open(1);
    const [worker] = office.numbers as [number];
    at('2023-01-26');
    await office.month('2023-01');
    await give(office, '2023-01', [{ workerNo: worker, amount: 3_600_000, method: 'separate' }]);
    at('2023-02-08');
    const first = await bonusRun(office, '2023-01', '2023-02-10');
    await office.approve(first);
    await office.pay(first);
    // A second bonus of the year, with the wages: 2,755 + 30,000 − 10,000 − 652.31 = 22,102.69, at 3 %, with nothing withheld before.
    clock.advance(1000);
    await give(office, '2023-02', [{ workerNo: worker, amount: 3_000_000, method: 'together' }]);
    at('2023-02-20');
    const second = await bonusRun(office, '2023-02', '2023-02-21');
    expect((await slip(office, second, worker)).totals.tax).toBe(66_308);
  });

  it('are taxed apart once a year and paid once a month, whichever run comes first', async () => {
    const office = await open(3);
    const [first, second] = office.numbers as [number, number];
    await give(office, '2023-01', [{ workerNo: first, amount: 1_200_000, method: null }]);
    await give(office, '2023-02', [
      { workerNo: first, amount: 600_000, method: 'separate' },
      { workerNo: second, amount: 600_000, method: 'separate' },
    ]);
    at('2023-02-20');
    const early = await bonusRun(office, '2023-01', '2023-02-25');
    const late = await bonusRun(office, '2023-02', '2023-02-25');
    // Both calculated before either was submitted.
    await app.get(SubmitRun).submit(office.hr, early.id);
    await expect(app.get(SubmitRun).submit(office.hr, late.id)).rejects.toMatchObject({ code: 'RUN_OUTDATED' });
    const claims = await app.get(Database).query('SELECT period, source, run_no FROM pay_item_claim WHERE worker_no = ? ORDER BY source', [first]);
    expect(claims).toEqual(['bonus', 'bonus:2023'].map((source) => ({ period: '2023-01', source, run_no: early.no })));
    const again = await office.calculate(late);
    expect([again.people, await left(office, again)]).toEqual([1, [[first, 'BONUS_SEPARATE_USED']]]);
    await app.get(SubmitRun).acknowledgeExclusion(office.hr, again.id, first, '改为并入');
    await app.get(SubmitRun).submit(office.hr, again.id);
    // Another run of a month pays only what is not paid yet.
    clock.advance(1000);
    await give(office, '2023-02', [{ workerNo: first, amount: 600_000, method: 'together' }]);
    const rest = await bonusRun(office, '2023-02', '2023-02-25');
    expect([rest.people, rest.gross]).toEqual([1, 600_000]);
    // Returned and cancelled runs give the election back; those that count them go first.
    await app.get(CancelRun).cancel(office.hr, again.id, '重算');
    await app.get(DecideRun).returnRun(office.finance, early.id, 'calculated', '改为并入');
    const free = await office.calculate(rest);
    expect([free.people, free.excluded]).toEqual([2, 0]);
    expect(await violations(office)).toEqual([]);
  });

  it('say which method is better over a year of low wages, and refuse the question for other runs', async () => {
    const office = await open(2);
    const [small, large] = office.numbers as [number, number];
    // Eleven months of 2,755 with 400 of contributions before the system was used.
    const before = { throughMonth: 11, months: 11, income: 3_030_500, exempt: 0, special: 440_000, other: 0, relief: 0, tax: 0 };
    const { agencyId } = (await app.get(Agencies).list(office.hr, office.centreId)).map((a) => ({ agencyId: a.id }))[0] as { agencyId: string };
    await app.get(TaxRecords).recordOpenings(office.hr, office.centreId, 2023, office.numbers.map((workerNo) => ({ workerNo, agencyId, ...before })));
    await give(office, '2023-12', [
      { workerNo: small, amount: 2_000_000, method: 'together' },
      { workerNo: large, amount: 3_600_000, method: 'separate' },
    ]);
    at('2023-12-20');
    const run = await bonusRun(office, '2023-12', '2023-12-25');
    expect((await slip(office, run, small)).totals).toMatchObject({ tax: 0, net: 2_000_000 });
    expect((await slip(office, run, large)).totals.tax).toBe(108_000);
    // 30,305 − 4,400 − 60,000 = −34,095: 36,000 with the wages leave 1,905 at 3 %.
    const { rows } = await app.get(BonusChoices).page(office.hr, run.id, byWorker);
    expect(rows).toEqual([
      { workerNo: small, amount: 2_000_000, method: 'together', yearTaxable: -3_409_500, separateTax: 60_000, togetherTax: 0, better: 'together', saves: 60_000 },
      { workerNo: large, amount: 3_600_000, method: 'separate', yearTaxable: -3_409_500, separateTax: 108_000, togetherTax: 5_715, better: 'together', saves: 102_285 },
    ]);
    await office.evaluate('2023-12');
    const regular = await office.calculate(await office.create('2023-12'));
    await expect(app.get(BonusChoices).page(office.hr, regular.id, byWorker)).rejects.toMatchObject({ code: 'BONUS_RUN_ONLY' });
  });

  it('without a method are taxed as the centre has set it', async () => {
    const office = await open(1);
    const [worker] = office.numbers as [number];
    const set = (bonusMethod: unknown) =>
      app.get(Centres).changeSettings(office.hr, office.centreId, { bonusMethod: bonusMethod as 'together' });
    await expect(set('apart')).rejects.toMatchObject({ code: 'OUT_OF_RANGE' });
    await give(office, '2023-01', [{ workerNo: worker, amount: 3_600_000, method: null }]);
    expect((await set('together')).settings).toEqual({ payMonthOffset: 0, payDay: 28, retroYears: 1, bonusMethod: 'together' });
    at('2023-01-20');
    const run = await bonusRun(office, '2023-01', '2023-01-28');
    // 36,000 − one month of 5,000 = 31,000, at 3 %.
    expect(linesOf(await slip(office, run, worker))).toEqual([[31, 3_600_000], [120, 93_000]]);
    await set('separate');
    await office.calculate(run);
    expect((await slip(office, run, worker)).totals.tax).toBe(108_000);
  });

  it('are imported; the last sheet holds', async () => {
    const office = await open(2);
    const [first, second] = office.numbers as [number, number];
    const handler = app.get(ImportRegistry).handlerFor('bonuses');
    const row = (n: number, values: ParsedRow['values']): ParsedRow => ({ sheet: '全年一次性奖金', row: n, values });
    const context = { actor: office.hr, centreId: office.centreId, period: '2023-01' };
    const plan = (rows: ParsedRow[]) => app.get(UnitOfWork).run(() => handler.plan(context, rows));
    const wrong = await plan([row(2, { workerNo: first, amount: -1 }), row(3, { workerNo: second })]);
    expect(wrong.errors.map((e) => [e.row, e.column, e.code])).toEqual([[2, '奖金', 'NEGATIVE_AMOUNT'], [3, '奖金', 'MISSING_FIELD']]);
    const good = [row(2, { workerNo: first, amount: 3_600_000 }), row(3, { workerNo: second, amount: 100_000, method: '并入综合所得' })];
    const taken = await plan(good);
    expect([taken.created, taken.errors]).toEqual([2, []]);
    await app.get(UnitOfWork).run(() => taken.apply());
    expect(await plan(good)).toMatchObject({ created: 0, changed: 0, same: 2 });
    clock.advance(1000);
    const run = await bonusRun(office, '2023-01', '2023-01-28');
    expect([run.people, run.gross, run.tax]).toEqual([2, 3_700_000, 108_000]);
  });

  it('of a December belong, as its wages do, to the tax year and fiscal year of a payment in January', async () => {
    const office = await open(1);
    const [worker] = office.numbers as [number];
    const document = JSON.parse(readFileSync(path.join(projectRoot(), 'config/demo/budget-2023.json'), 'utf8')) as object;
    const next = { ...document, fiscalYear: 2024 };
    const { funds } = await app.get(LoadBudget).run(office.hr, { centreId: office.centreId, document: next, key: `next-year-${offices}` });
    const fund2024 = funds.find((f) => f.name === '基层社会治理专项')?.id as string;
    at('2023-11-26');
    await office.month('2023-11');
    at('2024-01-08');
    await office.evaluate('2023-12');
    const payDate = '2024-01-10';
    await expect(office.create('2023-12', undefined, { payDate })).rejects.toMatchObject({ code: 'FUND_YEAR' });
    const run = await office.calculate(await office.create('2023-12', fund2024, { payDate }));
    expect(run).toMatchObject({ period: '2023-12', taxMonth: '2024-01', fiscalYear: 2024 });
    // November is what differences are measured against, and no part of the year to date.
    expect(run.basis?.map((b) => b.retro)).toEqual([true]);
    // 50 more for a whole year of service.
    expect((await slip(office, run, worker)).totals).toMatchObject({ gross: GROSS + 5_000, tax: 0 });
    await office.approve(run);
    await office.pay(run);
    await give(office, '2023-12', [{ workerNo: worker, amount: 1_000_000, method: 'together' }]);
    const bonus = await office.calculate(await office.create('2023-12', fund2024, { kind: 'bonus', payDate: '2024-01-20' }));
    expect(bonus).toMatchObject({ taxMonth: '2024-01', fiscalYear: 2024, basis: [{ no: run.no }] });
    // 2,805 + 10,000 − one month of 5,000 − 652.31 = 7,152.69, at 3 %: nothing of 2023 counts.
    expect((await slip(office, bonus, worker)).totals.tax).toBe(21_458);
    expect(await violations(office)).toEqual([]);
  });

  it('and one-off items are taken back with their import, exactly, until a run has paid them', async () => {
    const office = await open(2);
    const { centreId, hr } = office;
    const [first, second] = office.numbers as [number, number];
    const period = '2023-01';
    const bringIn = async (kind: string, name: string, heads: string[], rows: string[][]): Promise<Id> => {
      const columns = heads.map((header) => ({ header, kind: 'text' as const }));
      const file = await writeWorkbook([{ name, columns, rows }]);
      const result = await app.get(ImportService).run(hr, { kind, centreId, period, fileName: 'a.xlsx', file, dryRun: false });
      expect(result.errors).toEqual([]);
      clock.advance(1000);
      return result.batchId as Id;
    };
    const undo = async (id: Id): Promise<unknown> => {
      const done = await app.get(ImportHistory).undo(hr, centreId, id, '导错了').catch((error: unknown) => error);
      clock.advance(1000);
      return done;
    };
    const bonuses = (): Promise<[number, number, string | null][]> => given(office);
    const oneOffs = async () => (await app.get(OneOffRecords).month(hr, centreId, period)).map((o) => [o.workerNo, o.kind, o.quantity]);

    const heads = ['工号', '奖金', '计税方式'];
    const one = await bringIn('bonuses', '全年一次性奖金', heads, [[String(first), '36000', '']]);
    const before = await bonuses();
    const two = await bringIn('bonuses', '全年一次性奖金', heads, [[String(first), '30000', '并入综合所得'], [String(second), '1000', '']]);
    expect(await undo(one)).toMatchObject({ code: 'BATCH_USED', details: [{ code: 'BATCH_CHANGED_SINCE' }] });
    expect(await undo(two)).toMatchObject({ rows: 2, people: 2, uses: [] });
    expect(await bonuses()).toEqual(before);

    const items = ['工号', '项目', '金额'];
    const labour = await bringIn('one_offs', '一次性项目', items, [[String(first), '劳务报酬', '800']]);
    const present = await oneOffs();
    const more = await bringIn('one_offs', '一次性项目', items, [[String(first), '劳务报酬', '900'], [String(second), '劳务报酬', '500']]);
    expect(await undo(more)).toMatchObject({ rows: 2, people: 2 });
    expect(await oneOffs()).toEqual(present);

    // The regular run pays the one-off items of its month and reads no bonus.
    at('2023-01-26');
    const regular = await office.month(period);
    expect(await undo(labour)).toMatchObject({ code: 'BATCH_USED', details: [{ code: 'BATCH_USED_BY_RUN', params: { run: regular.no, count: 1 } }] });
    expect(await app.get(ImportHistory).previewUndo(hr, centreId, one)).toMatchObject({ rows: 1, uses: [] });
    at('2023-02-08');
    const run = await bonusRun(office, period, '2023-02-10');
    await app.get(SubmitRun).submit(hr, run.id);
    expect(await undo(one)).toMatchObject({ code: 'BATCH_USED', details: [{ code: 'BATCH_USED_BY_RUN', params: { run: run.no, period, count: 1 } }] });
    expect(await bonuses()).toEqual(before);
  });

  it('undone while their run is submitted: one of the two happens, whichever comes first', async () => {
    const office = await open(1);
    const { centreId, hr } = office;
    const [worker] = office.numbers as [number];
    const columns = ['工号', '奖金'].map((header) => ({ header, kind: 'text' as const }));
    const file = await writeWorkbook([{ name: '全年一次性奖金', columns, rows: [[String(worker), '12000']] }]);
    const request = { kind: 'bonuses', centreId, period: '2023-01', fileName: 'a.xlsx', file, dryRun: false };
    const { batchId } = await app.get(ImportService).run(hr, request);
    at('2023-02-08');
    const run = await bonusRun(office, '2023-01', '2023-02-10');
    clock.advance(1000);
    const outcomes = await Promise.allSettled([
      app.get(SubmitRun).submit(hr, run.id),
      app.get(ImportHistory).undo(hr, centreId, batchId as Id, '导错了'),
    ]);
    const done = outcomes.map(({ status }) => status === 'fulfilled');
    expect(done.filter(Boolean)).toHaveLength(1);
    const claims = await app.get(Database).query('SELECT run_no FROM pay_item_claim WHERE worker_no = ?', [worker]);
    // Paid exactly where it is still given.
    expect([claims.length > 0, (await given(office)).length > 0]).toEqual(done[0] ? [true, true] : [false, false]);
  });
});
