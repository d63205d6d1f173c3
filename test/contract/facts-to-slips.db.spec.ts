import { AttendanceBook } from '@gridstaff/attendance';
import { type ExportKind, ExportService, ImportRegistry, type ImportPlan, type ParsedRow } from '@gridstaff/exchange';
import type { Period } from '@gridstaff/kernel';
import type { WorkerInput } from '@gridstaff/pay-engine';
import {
  LateChanges,
  type OneOffEntry,
  OneOffRecords,
  SubmitRun,
  type PayRun,
  RecheckRun,
  ReplayRuns,
  RunQueries,
  RunVariance,
  defaultSchemeFile,
  readSchemeFile,
  Schemes,
  type SlipDetail,
  TaxProfiles,
} from '@gridstaff/payroll';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { VerifyDatabase } from '@gridstaff/reporting';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct, testEngine } from '@gridstaff/testing';
import { checkDigitOf, Structure, WorkerChanges, WorkerDirectory } from '@gridstaff/roster';
import type { INestApplicationContext } from '@nestjs/common';
import ExcelJS from 'exceljs';

/** Everybody earns 1,950 + 300 + 450 × 0.9 and 50 for a year of service (reduced by absence), and an award of 100. */
const STANDING = 270_500;

/** Each fact goes in as a user enters it, and comes out as a line of a stored slip, worked out by hand. */
describe('facts reach slips', () => {
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
    return SmallOffice.open(app, `F${(offices += 1)}`, people);
  };
  const row = (sheet: string, n: number, values: ParsedRow['values']): ParsedRow => ({ sheet, row: n, values });
  const planOf = (office: SmallOffice, kind: string, period: Period | undefined, rows: ParsedRow[]): Promise<ImportPlan> => {
    const context = { actor: office.hr, centreId: office.centreId, ...(period && { period }) };
    return app.get(UnitOfWork).run(() => app.get(ImportRegistry).handlerFor(kind).plan(context, rows));
  };
  const bring = async (office: SmallOffice, kind: string, period: Period | undefined, rows: ParsedRow[]): Promise<void> => {
    const plan = await planOf(office, kind, period, rows);
    expect(plan.errors).toEqual([]);
    await app.get(UnitOfWork).run(() => plan.apply());
    clock.advance(1000);
  };
  /** A month calculated, not yet paid. */
  const calculated = async (office: SmallOffice, period: Period): Promise<PayRun> => {
    at(`${period}-26`);
    await office.evaluate(period);
    clock.advance(1000);
    return office.calculate(await office.create(period));
  };
  const paid = async (office: SmallOffice, period: Period): Promise<PayRun> => {
    const run = await calculated(office, period);
    await office.approve(run);
    await office.pay(run);
    return run;
  };
  const slip = (office: SmallOffice, run: PayRun, workerNo: number): Promise<SlipDetail> =>
    app.get(RunQueries).slip(office.hr, run.id, workerNo);
  const line = async (office: SmallOffice, run: PayRun, workerNo: number, item: number): Promise<number | undefined> =>
    (await slip(office, run, workerNo)).lines.find((l) => l.itemNo === item)?.amount;
  const causesOf = async (office: SmallOffice, run: PayRun, workerNo: number) => {
    const { causes } = await app.get(RunVariance).ofWorker(office.hr, run.id, workerNo);
    return { causes: causes.map(({ cause, gross }) => [cause, gross]), unexplained: await app.get(RunVariance).unexplained(run.id) };
  };
  const violations = async (office: SmallOffice): Promise<unknown[]> =>
    (await app.get(VerifyDatabase).execute(office.finance, office.centreId)).violations;

  it('maternity leave, time off for rest-day hours and days outdoors in heat', async () => {
    const office = await open(5);
    const [mother, rested, outdoors, half, nothing] = office.numbers as [number, number, number, number, number];
    await paid(office, '2023-06');
    await bring(office, 'attendance', '2023-07', [
      row('缺勤', 2, { workerNo: mother, absence: '产假', from: '2023-07-17', to: '2023-07-31', days: '11' }),
      row('加班', 2, { workerNo: rested, restday: '16', restdayOff: '8' }),
      row('高温户外', 2, { workerNo: outdoors, days: '21' }),
      row('高温户外', 3, { workerNo: half, days: '10.5' }),
    ]);
    const july = await calculated(office, '2023-07');
    // 11 of the 21 scheduled days: 2,705 × 11 ÷ 21.
    expect(await line(office, july, mother, 10)).toBe(-141_690);
    // 8 of 16 hours: 2,250 ÷ 21.75 ÷ 8 × 8 × 200 %.
    expect(await line(office, july, rested, 12)).toBe(20_690);
    // 150 a month, and 150 × 10.5 ÷ 21.
    expect(await line(office, july, outdoors, 16)).toBe(15_000);
    expect(await line(office, july, half, 16)).toBe(7_500);
    expect((await slip(office, july, nothing)).totals.gross).toBe(STANDING + 10_000);
    expect(await line(office, july, nothing, 16)).toBeUndefined();
    expect(await causesOf(office, july, mother)).toEqual({ causes: [['absence', -141_690]], unexplained: [] });
    expect(await causesOf(office, july, rested)).toEqual({ causes: [['overtime', 20_690]], unexplained: [] });
    expect(await causesOf(office, july, half)).toEqual({ causes: [['heat', 7_500]], unexplained: [] });
    expect(await violations(office)).toEqual([]);
  });

  it('recorded late, they are found, decided about and paid as differences of their month', async () => {
    const office = await open(4);
    const [late, refused, off, mother] = office.numbers as [number, number, number, number];
    await app.get(AttendanceBook).record(office.hr, office.centreId, {
      absences: [],
      overtime: [{ workerNo: off, period: '2023-07', weekday: 0, restday: 1600, holiday: 0 }],
    });
    await paid(office, '2023-07');
    at('2023-08-03');
    await app.get(AttendanceBook).record(office.hr, office.centreId, {
      absences: [{ workerNo: mother, kind: 'maternity', leaveKind: null, from: '2023-07-31', to: '2023-08-01', days: 100 }],
      overtime: [{ workerNo: off, period: '2023-07', weekday: 0, restday: 1600, holiday: 0, restdayOff: 800 }],
      heatWork: [
        { workerNo: late, period: '2023-07', days: 700 },
        { workerNo: refused, period: '2023-07', days: 700 },
      ],
    });
    const { rows } = await app.get(LateChanges).list(office.hr, { centreId: office.centreId });
    expect(rows.map(({ fact }) => [fact.kind, fact.workerNo]).sort()).toEqual([
      ['absence', mother],
      ['heat_work', late],
      ['heat_work', refused],
      ['overtime', off],
    ]);
    const factIds = rows.filter(({ fact }) => fact.workerNo === refused).map(({ fact }) => fact.id);
    await app.get(LateChanges).decide(office.hr, { centreId: office.centreId, factIds, decision: 'refuse', reason: '室内工作' });
    const august = await calculated(office, '2023-08');
    // 150 × 7 ÷ 21; half of 16 hours: 413.79 paid, 206.90 due; 2,705 ÷ 21.
    expect(await line(office, august, late, 90)).toBe(5_000);
    expect(await line(office, august, refused, 90)).toBeUndefined();
    expect(await line(office, august, off, 90)).toBe(20_690 - 41_379);
    expect(await line(office, august, mother, 90)).toBe(-12_881);
    expect(await violations(office)).toEqual([]);
  });

  it('a table of the scheme that changes inside the month cuts it, and is kept with the scheme', async () => {
    const office = await open(1);
    const [worker] = office.numbers as [number];
    const shipped = readSchemeFile(defaultSchemeFile());
    const phone = {
      ...{ no: 50, code: 'phone', nameZh: '通讯补贴', nameEn: 'phone allowance', kind: 'earning' as const },
      ...{ behaviour: 'segment' as const, formula: 'LOOKUP(phone_rate, years_of_service)' },
      ...{ taxable: true, reducedByAbsence: false, inOvertimeBase: false },
    };
    const tables = {
      phone_rate: [
        { from: '2023-01-01', rows: [{ upTo: null, value: 5_000 }] },
        { from: '2023-02-13', rows: [{ upTo: null, value: 8_000 }] },
      ],
    };
    const definition = { ...shipped.definition, items: [...shipped.definition.items, phone], tables };
    const id = await app.get(Schemes).adoptScheme(office.hr, {
      centreId: office.centreId,
      validFrom: '2023-02',
      scheme: { ...shipped, definition },
    });
    expect((await app.get(Schemes).get(id)).definition.tables).toEqual(tables);
    const february = await calculated(office, '2023-02');
    // 8 of the 20 scheduled days lie before the 13th: 50 × 8 ÷ 20 + 80 × 12 ÷ 20; the pay of the others is not changed by the cut.
    expect(await line(office, february, worker, 50)).toBe(2_000 + 4_800);
    expect((await slip(office, february, worker)).totals.gross).toBe(265_500 + 10_000 + 6_800);
    expect(await app.get(RecheckRun).recheck(february.id)).toEqual({ checked: 1, differing: [] });
  });

  it('the wage of the contract, and the lowest of the post, lift the pay in probation', async () => {
    const office = await open(1);
    const person = (n: number, more: ParsedRow['values']): ParsedRow => {
      const first17 = `43020419900508${n}`;
      const said = { name: `试用${n}`, idNumber: first17 + checkDigitOf(first17), agency: 'A1', joinedOn: '2023-02-01' };
      return row('人员', n, { ...said, gridCode: 'G1', gradeCode: 'W1', status: '试用', ...more });
    };
    const rows = [
      person(101, { contractWage: 360_000, probationLastDay: '2023-04-30' }),
      person(102, { contractWage: 360_000, lowestSamePost: 350_000 }),
      person(103, { contractWage: 360_000, lowestSamePost: 350_000, probationLastDay: '2023-02-12' }),
      person(104, {}),
    ];
    await bring(office, 'roster', undefined, rows);
    expect(await planOf(office, 'roster', undefined, rows)).toMatchObject({ created: 0, changed: 0, same: 4, errors: [] });
    const known = await app.get(WorkerDirectory).byIdNumbers(office.centreId, rows.map(({ values }) => String(values.idNumber)));
    const numbers = rows.map(({ values }) => known.get(String(values.idNumber))?.no) as [number, number, number, number];
    office.numbers.push(...numbers);
    const february = await calculated(office, '2023-02');
    const [whole, lowest, ended, unknown] = numbers;
    // 1,950 + 300 + 405 = 2,655 is paid; 80 % of 3,600 and of 3,500, and the latter for 8 of 20 scheduled days.
    expect(await line(office, february, whole, 14)).toBe(22_500);
    expect(await line(office, february, lowest, 14)).toBe(14_500);
    expect(await line(office, february, ended, 14)).toBe(5_800);
    expect(await line(office, february, unknown, 14)).toBeUndefined();
    await office.approve(february);
    await office.pay(february);
    // Said late of somebody else, and probation that was passed earlier than recorded.
    at('2023-03-03');
    const target = { centreId: office.centreId, from: '2023-02-01' };
    const changes = app.get(WorkerChanges);
    await changes.changeStatus(office.hr, { ...target, workerNo: unknown, status: 'probation', contractWage: 360_000 });
    await changes.changeStatus(office.hr, { ...target, workerNo: lowest, from: '2023-02-13', status: 'in_post' });
    const march = await calculated(office, '2023-03');
    expect(await line(office, march, unknown, 90)).toBe(22_500);
    expect(await line(office, march, lowest, 90)).toBe(5_800 - 14_500);
    const { causes, unexplained } = await causesOf(office, march, ended);
    expect([causes.at(-1)?.[0], causes.reduce((sum, [, gross]) => sum + Number(gross), 0), unexplained]).toEqual(['probation', -5_800, []]);
    expect(await violations(office)).toEqual([]);
  });

  describe('what is given once for a work month', () => {
    const paidOf = async (run: PayRun): Promise<unknown[]> =>
      (
        await app.get(Database).query<Record<string, string | number>>(
          'SELECT worker_no, period, kind, quantity FROM pay_one_off WHERE run_no = ? ORDER BY worker_no, period, kind',
          [run.no],
        )
      ).map((r) => [Number(r.worker_no), r.period, r.kind, Number(r.quantity)]);
    const end = async (office: SmallOffice, workerNo: number, lastDay: string): Promise<void> => {
      await app.get(WorkerChanges).endEngagement(office.hr, { centreId: office.centreId, workerNo, lastDay, endReason: 'left' });
    };

    it('is settled with a leaver’s last slip; loss within its limits, labour pay by its own tax', async () => {
      const office = await open(6);
      const [leaver, rich, guilty, labourer, gone, nothing] = office.numbers as [number, number, number, number, number, number];
      await paid(office, '2023-01');
      at('2023-02-10');
      await end(office, leaver, '2023-02-17');
      await end(office, gone, '2023-01-31');
      await bring(office, 'one_offs', '2023-02', [
        row('一次性项目', 2, { workerNo: leaver, kind: '未休年休假', days: 3, averageWage: 275_500 }),
        row('一次性项目', 3, { workerNo: leaver, kind: '经济补偿', years: 3, months: 5, averageWage: 320_000, localAverage: 8_160_000 }),
        row('一次性项目', 4, { workerNo: rich, kind: '经济补偿', amount: 20_000_000, localAverage: 6_000_000 }),
        row('一次性项目', 5, { workerNo: guilty, kind: '赔偿扣款', amount: 100_000, evidence: '损坏终端，2023-02-03 书面确认' }),
        row('一次性项目', 6, { workerNo: labourer, kind: '劳务报酬', amount: 500_000 }),
        row('一次性项目', 7, { workerNo: gone, kind: '未休年休假', days: 2, averageWage: 275_500 }),
      ]);
      office.numbers = office.numbers.filter((no) => no !== gone);
      const february = await calculated(office, '2023-02');
      // 2,755 ÷ 21.75 × 3 × 200 %; three and a half months of 3,200, all exempt.
      expect(await line(office, february, leaver, 21)).toBe(76_000);
      expect(await line(office, february, leaver, 32)).toBe(1_120_000);
      expect(await line(office, february, leaver, 122)).toBe(0);
      // 200,000 − 3 × 60,000 = 20,000 at 3 %, apart from the wages.
      expect(await line(office, february, rich, 122)).toBe(60_000);
      expect(await line(office, february, rich, 120)).toBe(0);
      // A fifth of 2,755; 5,000 less a fifth, at 20 %.
      expect(await line(office, february, guilty, 139)).toBe(55_100);
      expect(await line(office, february, labourer, 33)).toBe(500_000);
      expect(await line(office, february, labourer, 123)).toBe(80_000);
      // Who left before has a slip of this alone: no days, contributions or fee per head.
      const last = await slip(office, february, gone);
      expect(last.totals).toMatchObject({ gross: 50_667, net: 50_667, employeeInsurance: 0, fee: 0 });
      expect((await slip(office, february, nothing)).totals.gross).toBe(275_500);
      expect(await causesOf(office, february, guilty)).toEqual({ causes: [['one_off_item', 0]], unexplained: [] });
      await office.approve(february);
      await office.pay(february);
      expect(await paidOf(february)).toEqual([
        [leaver, '2023-02', 'annual_leave', 3],
        [leaver, '2023-02', 'severance', 1_120_000],
        [rich, '2023-02', 'severance', 20_000_000],
        [guilty, '2023-02', 'loss', 55_100],
        [labourer, '2023-02', 'labour', 500_000],
        [gone, '2023-02', 'annual_leave', 2],
      ]);
      // The files of the run tie to it, and say what is declared elsewhere.
      const file = async (kind: ExportKind): Promise<Buffer> =>
        (await app.get(ExportService).run(office.hr, { kind, runId: february.id, purpose: '测试用途' })).content;
      for (const kind of ['payroll', 'payslips', 'bank', 'insurance'] as const)
        expect([kind, (await file(kind)).length > 1000]).toEqual([kind, true]);
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(new Uint8Array(await file('tax')).buffer);
      const said = JSON.stringify(book.worksheets.at(-1)?.getSheetValues());
      expect(said).toContain('另有经济补偿 211200.00 元');
      expect(said).toContain('另有劳务报酬 5000.00 元');
      // Facts known at the cut-off make the same slips again, whatever other runs have paid of them since.
      for await (const { slips, same, differences, refused } of app.get(ReplayRuns).replay(office.hr, { centreId: office.centreId, period: '2023-02' }))
        expect({ slips, same, differences, refused }).toEqual({ slips: 6, same: 6, differences: [], refused: [] });
      // The rest of the loss is left to the next month.
      office.numbers = office.numbers.filter((no) => no !== leaver);
      const march = await calculated(office, '2023-03');
      expect(await line(office, march, guilty, 139)).toBe(44_900);
      expect(await paidOf(march)).toEqual([[guilty, '2023-02', 'loss', 44_900]]);
      expect((await slip(office, march, rich)).totals.gross).toBe(275_500);
      expect(await violations(office)).toEqual([]);
    });

    it('entered late it is found, decided about, and paid once by the next run or one of its own', async () => {
      const office = await open(4);
      const [late, refused, soon, gone] = office.numbers as [number, number, number, number];
      await paid(office, '2023-01');
      at('2023-02-03');
      await end(office, gone, '2023-01-31');
      const leave = { kind: 'annual_leave' as const, days: 3, averageWage: 275_500 };
      const give = (workers: number[], days = 3): Promise<void> =>
        app.get(OneOffRecords).record(office.hr, office.centreId, '2023-01', workers.map((workerNo) => ({ ...leave, workerNo, days })));
      await give([soon, gone]);
      // A run of its own, for whoever is given something that nobody has paid.
      const own = await office.calculate(await office.create('2023-01', undefined, { kind: 'supplementary', payDate: '2023-02-05' }));
      expect([own.people, own.gross, own.fee]).toEqual([2, 152_000, 0]);
      const twice = await office.calculate(await office.create('2023-01', undefined, { kind: 'supplementary', payDate: '2023-02-06' }));
      await office.approve(own);
      await office.pay(own);
      await expect(app.get(SubmitRun).submit(office.hr, twice.id)).rejects.toMatchObject({ code: 'RUN_OUTDATED' });
      expect((await office.calculate(twice)).people).toBe(0);
      clock.advance(1000);
      await give([late, refused]);
      const { rows } = await app.get(LateChanges).list(office.hr, { centreId: office.centreId });
      const found = rows.filter(({ fact }) => fact.kind === 'one_off').map(({ fact }) => fact.workerNo);
      expect(found.sort()).toEqual([late, refused, soon, gone].sort());
      const factIds = rows.filter(({ fact }) => fact.workerNo === refused).map(({ fact }) => fact.id);
      await app.get(LateChanges).decide(office.hr, { centreId: office.centreId, factIds, decision: 'refuse', reason: '已安排补休' });
      clock.advance(1000);
      // More for one who has been paid, less for another.
      await give([soon], 4);
      await give([gone], 1);
      office.numbers = office.numbers.filter((no) => no !== gone);
      const february = await calculated(office, '2023-02');
      expect(await line(office, february, late, 21)).toBe(76_000);
      expect(await line(office, february, refused, 21)).toBeUndefined();
      expect(await line(office, february, soon, 21)).toBe(25_333);
      const { rows: notes } = await app.get(RunQueries).notes(office.hr, february.id, { field: 'workerNo', descending: false, limit: 10 });
      expect(notes).toEqual([{ workerNo: gone, period: '2023-01', code: 'ONE_OFF_OVERPAID', params: { period: '2023-01', item: 'annual_leave', paid: 3, given: 1 } }]);
      await office.approve(february);
      await office.pay(february);
      const march = await calculated(office, '2023-03');
      expect(await paidOf(march)).toEqual([]);
      const month = await app.get(OneOffRecords).month(office.hr, office.centreId, '2023-01');
      expect(month.map((o) => [o.workerNo, o.quantity, o.paid])).toEqual([[late, 3, 3], [refused, 3, 0], [soon, 4, 4], [gone, 1, 3]]);
      expect(await violations(office)).toEqual([]);
    });

    it('is refused with the cell where it cannot be', async () => {
      const office = await open(1);
      const [worker] = office.numbers as [number];
      const of = (n: number, kind: string, values: ParsedRow['values']) => row('一次性项目', n, { workerNo: worker, kind, ...values });
      const plan = await planOf(office, 'one_offs', '2023-01', [
        of(2, '未休年休假', { days: -1, averageWage: 1 }),
        of(3, '经济补偿', { amount: 100 }),
        of(4, '赔偿扣款', { amount: 100 }),
        of(5, '劳务报酬', {}),
        { ...of(6, '劳务报酬', { amount: 1 }), values: { workerNo: 999_999, kind: '劳务报酬', amount: 1 } },
        of(7, '劳务报酬', { amount: 1 }),
      ]);
      expect(plan.errors.map((e) => [e.row, e.column, e.code]).sort()).toEqual([
        [2, '未休天数', 'NEGATIVE_AMOUNT'],
        [3, '当地上年平均工资', 'MISSING_FIELD'],
        [4, '依据', 'MISSING_FIELD'],
        [5, '金额', 'MISSING_FIELD'],
        [6, '工号', 'UNKNOWN_WORKER'],
        [7, '工号', 'DUPLICATE'],
      ]);
      const record = (entry: object) => app.get(OneOffRecords).record(office.hr, office.centreId, '2023-01', [{ workerNo: worker, ...entry } as OneOffEntry]);
      await expect(record({ kind: 'annual_leave', days: 31, averageWage: 1 })).rejects.toMatchObject({ code: 'ONE_OFF_LEAVE_DAYS' });
      await expect(record({ kind: 'severance', years: 81, averageWage: 320_000, localAverage: 1 })).rejects.toMatchObject({ code: 'OUT_OF_RANGE', place: { field: 'years' } });
      await expect(record({ kind: 'loss', amount: 1, workerNo: 999_999 })).rejects.toMatchObject({ code: 'UNKNOWN_WORKER' });
    });
  });

  it('months of a second engagement in the year are counted as somebody chose', async () => {
    const office = await open(1);
    await app.get(Structure).saveGrades(office.hr, office.centreId, [
      { code: 'W8', name: '主管', postCode: 'W', base: 1_200_000, post: 0, performance: 0, from: '2022-01-01' },
    ]);
    const person = (n: number, joinedOn: string, more: ParsedRow['values'] = {}): ParsedRow => {
      const first17 = `43020419880508${n}`;
      const said = { name: `返岗${n}`, idNumber: first17 + checkDigitOf(first17), agency: 'A1', joinedOn };
      return row('人员', n, { ...said, gridCode: 'G1', gradeCode: 'W8', insuranceBase: 330_000, ...more });
    };
    await bring(office, 'roster', undefined, [101, 102, 103].map((n) => person(n, '2022-05-01')));
    const ids = [101, 102, 103].map((n) => String(person(n, '').values.idNumber));
    const found = await app.get(WorkerDirectory).byIdNumbers(office.centreId, ids);
    const [touched, continuous, again] = ids.map((id) => found.get(id)?.no) as [number, number, number];
    const [other] = office.numbers as [number];
    office.numbers = [touched, continuous, again];
    at('2023-01-10');
    await app.get(WorkerChanges).endEngagement(office.hr, { centreId: office.centreId, workerNo: other, lastDay: '2022-12-31', endReason: 'left' });
    await paid(office, '2023-01');
    const february = await paid(office, '2023-02');
    // 12,100 a month less 5,000 and 388.31, at 3 %.
    expect((await slip(office, february, touched)).totals).toMatchObject({ gross: 1_210_000, tax: 20_135 });
    for (const workerNo of office.numbers)
      await app.get(WorkerChanges).endEngagement(office.hr, { centreId: office.centreId, workerNo, lastDay: '2023-02-28', endReason: 'left' });
    at('2023-05-02');
    await bring(office, 'roster', undefined, [101, 102, 103].map((n) => person(n, '2023-05-01')));
    await bring(office, 'deductions', '2023-05', [row('专项附加扣除', 2, { workerNo: continuous, rehire: '连续计算' })]);
    await app.get(TaxProfiles).record(office.hr, office.centreId, 2023, [{ workerNo: again, rehire: 'from_rehire' }]);
    clock.advance(1000);
    const may = await calculated(office, '2023-05');
    // 36,300 − 1,164.93 less 15,000, 25,000 or 5,000: 604.05, 304.05 or 904.05, of which 402.70 is withheld.
    const taxes = await Promise.all(office.numbers.map(async (no) => (await slip(office, may, no)).totals.tax));
    expect(taxes).toEqual([20_135, 0, 50_135]);
    // The slip keeps what was chosen and what came of it, and its explanation names the months.
    const kept = await app.get(Database).query<{ input: string }>('SELECT input FROM pay_run_input WHERE run_no = ? ORDER BY worker_no', [may.no]);
    const tax = kept.map(({ input }) => (JSON.parse(input) as WorkerInput).tax);
    expect(tax.map(({ monthsEmployed, rehire }) => [monthsEmployed, rehire])).toEqual([[3, undefined], [5, 'continuous'], [1, 'from_rehire']]);
    const explained = await app.get(RunQueries).explain(office.hr, may.no, again, 'zh');
    expect(JSON.stringify(explained.find(({ itemNo }) => itemNo === 120))).toContain('任职');
    // The opening sheet says the same in the same column; what it leaves out stays.
    const opening = row('计税期初', 2, { workerNo: again, taxYear: 2023, throughMonth: 0, months: 0, rehire: '按在岗月份' });
    await bring(office, 'opening', undefined, [opening]);
    expect((await app.get(TaxProfiles).ofYear(office.hr, office.centreId, 2023)).map((p) => [p.workerNo, p.rehire])).toEqual([[continuous, 'continuous'], [again, 'touched']]);
    await expect(app.get(TaxProfiles).record(office.hr, office.centreId, 2023, [{ workerNo: 999_999, rehire: 'continuous' }])).rejects.toMatchObject({ code: 'UNKNOWN_WORKER' });
    await expect(app.get(TaxProfiles).record(office.hr, office.centreId, 2023, [{ workerNo: other, rehire: 'continuous' }])).rejects.toMatchObject({ code: 'NOT_EMPLOYED' });
  });

  it('recorded late, they are found by when they were recorded, whatever a centre has recorded before', async () => {
    const office = await open(1);
    await paid(office, '2023-01');
    const db = app.get(Database);
    const query = jest.spyOn(db, 'query');
    await app.get(LateChanges).list(office.hr, { centreId: office.centreId });
    const late = query.mock.calls.filter(([sql]) => /recorded_at > \?/.test(sql) && !/_standard|agency_fee/.test(sql));
    query.mockRestore();
    // Engagement, assignment, grade, certificate, contribution; absence, overtime, heat; performance; one-off items.
    expect(late).toHaveLength(10);
    for (const [sql, values] of late) {
      const table = /FROM (\w+)/.exec(sql)?.[1] ?? '';
      // SQLite tells its plan of any table; MySQL reads one of a few rows whole, so there the index alone is looked for.
      const said =
        testEngine() === 'sqlite'
          ? await db.query<Record<string, string>>(`EXPLAIN QUERY PLAN ${sql}`, values ?? [])
          : await db.query<Record<string, string>>(`SHOW INDEX FROM ${table}`);
      expect([table, JSON.stringify(said)]).toEqual([table, expect.stringContaining(`ix_${table}_centre_id_recorded_at`)]);
    }
  });

  it('are refused with the cell where they cannot be', async () => {
    const office = await open(2);
    const [wrong] = office.numbers as [number, number];
    const plan = await planOf(office, 'attendance', '2023-07', [row('高温户外', 2, { workerNo: wrong, days: '21.5' })]);
    expect(plan.errors.map((e) => [e.sheet, e.column, e.code])).toEqual([['高温户外', '高温户外天数', 'HEAT_DAYS_TOO_MANY']]);
  });
});
