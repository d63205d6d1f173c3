import { AttendanceBook } from '@gridstaff/attendance';
import { PerformanceBook } from '@gridstaff/evaluation';
import { type PayRun, RunQueries, RunVariance, type Variance, type VarianceRow } from '@gridstaff/payroll';
import { checkDigitOf, RosterLoader, Structure, WorkerChanges } from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';

const PEOPLE = 300;
const latest = { field: 'no', descending: true, limit: 1 } as const;

/** January and February of one office; in February each of a few people has one thing that is different. */
describe('the change from last month', () => {
  let app: INestApplicationContext;
  let office: SmallOffice;
  let close: () => Promise<void>;
  let february: PayRun;
  let variance: Variance;
  const no = (i: number): number => office.numbers[i] as number;

  beforeAll(async () => {
    const clock = new ManualClock('2023-01-26T09:00:00+08:00');
    ({ app, close } = await startProduct(clock));
    office = await SmallOffice.open(app, 'D1', PEOPLE);
    await office.evaluate('2023-01');
    await office.approve(await office.calculate(await office.create('2023-01')));
    clock.set('2023-02-26T09:00:00+08:00');
    await office.evaluate('2023-02');
    await changes();
    february = await office.calculate(await office.create('2023-02'));
    variance = await app.get(RunVariance).ofRun(office.hr, february.id);
  });

  afterAll(() => close());

  async function changes(): Promise<void> {
    const { hr, centreId } = office;
    const worker = (i: number) => ({ centreId, workerNo: no(i) });
    const one = (i: number, coefficient: number, award: number) => ({
      workerNo: no(i),
      period: '2023-02',
      score: null,
      coefficient,
      award,
    });
    await app.get(PerformanceBook).record(hr, centreId, [one(1, 10_000, 10_000), one(2, 9_000, 0)]);
    await app.get(Structure).saveGrades(hr, centreId, [
      {
        code: 'W2',
        name: '二级',
        postCode: 'W',
        base: 205_000,
        post: 30_000,
        performance: 45_000,
        from: '2022-01-01',
      },
    ]);
    const people = app.get(WorkerChanges);
    await people.changeGrade(hr, { ...worker(3), from: '2023-02-01', gradeCode: 'W2' });
    await people.endEngagement(hr, { ...worker(4), lastDay: '2023-01-31', endReason: 'left' });
    await people.setContributions(hr, { ...worker(5), from: '2023-02-01', patch: { insuranceBase: 500_000 } });
    const unpaid = {
      workerNo: no(6),
      from: '2023-02-06',
      to: '2023-02-07',
      kind: 'unpaid' as const,
      leaveKind: null,
      days: 100,
    };
    await app.get(AttendanceBook).record(hr, centreId, { absences: [unpaid], overtime: [] });
    await app.get(RosterLoader).load(hr, centreId, [
      {
        ...{
          name: '新人',
          idNumber: `43020420001111001${checkDigitOf('43020420001111001')}`,
          agency: 'A1',
          joinedOn: '2023-02-13',
          gridCode: 'G1',
          gradeCode: 'W1',
        },
        ...{ insured: true, insuranceBase: 330_000 },
      },
    ]);
  }

  const row = (i: number): VarianceRow => variance.rows.find(({ workerNo }) => workerNo === no(i)) as VarianceRow;
  const of = (i: number): [string, number][] => row(i).causes.map(({ cause, gross }) => [cause, gross]);

  it('is told by its causes, hand-computed', () => {
    expect(of(0)).toEqual([]);
    // 450 × 0.1; award 100 gone; 2,050 for 1,950; 20 scheduled days of 1,950 + 300 + 405 in February.
    expect(of(1)).toEqual([['performance', 4_500]]);
    expect(of(2)).toEqual([['award', -10_000]]);
    expect(of(3)).toEqual([['grade', 10_000]]);
    expect(of(6)).toEqual([['absence', -13_275]]);
    // 16 % + 8.7 % + 0.7 % + 0.6 % of the employer and 8 % + 2 % + 0.3 % of the worker on 5,000 for 3,604.
    expect(row(5).causes).toMatchObject([{ cause: 'contribution', gross: 0 }]);
    expect(row(4)).toMatchObject({
      after: null,
      flags: ['left'],
      causes: [{ cause: 'left', gross: -(row(4).before?.gross ?? 0) }],
    });
  });

  it('adds up for everybody and for the run, and leaves nothing over', async () => {
    for (const { causes, difference } of variance.rows)
      for (const figure of ['net', 'gross', 'cost'] as const)
        expect(causes.reduce((sum, cause) => sum + cause[figure], 0)).toBe(difference[figure]);
    const january = (await app.get(RunQueries).list(office.hr, { period: '2023-01' }, latest)).rows[0] as PayRun;
    expect([variance.before.net, variance.before.gross]).toEqual([january.net, january.gross]);
    expect([variance.after.net, variance.after.gross]).toEqual([february.net, february.gross]);
    for (const figure of ['net', 'gross', 'cost'] as const) {
      const steps = variance.bridge.reduce((sum, step) => sum + step[figure], 0);
      expect(variance.before[figure] + steps).toBe(variance.after[figure]);
    }
    expect(variance.rest).toEqual({ net: 0, gross: 0, cost: 0 });
    expect(await app.get(RunVariance).unexplained(february.id)).toEqual([]);
  });

  it('is sorted by size and marks who to look at', () => {
    const sizes = variance.rows.map(({ difference }) => Math.abs(difference.net));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(variance.flagged).toMatchObject({ joined: 1, left: 1, moved: 1, excluded: 1, negative: 0, unexplained: 0 });
    const joined = variance.rows.find(({ flags }) => flags.includes('joined'));
    // Nobody gave the new one a coefficient.
    expect(joined).toMatchObject({ before: null, after: null, excludedNow: 'NO_COEFFICIENT', causes: [] });
  });

  it('opens every number: the items and the inputs behind a cause', async () => {
    const one = await app.get(RunVariance).ofWorker(office.hr, february.id, no(1));
    expect(one.items.find(({ code }) => code === 'performance')).toMatchObject({
      ...{ before: 40_500, after: 45_000, difference: 4_500 },
      causes: [{ cause: 'performance', amount: 4_500 }],
    });
    expect(one.facts).toContainEqual(
      expect.objectContaining({ cause: 'performance', name: 'coefficient', before: '0.9', after: '1' }),
    );
    await expect(app.get(RunVariance).ofWorker(office.hr, february.id, 999_999)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('calls a first month a first month', async () => {
    const [january] = (await app.get(RunQueries).list(office.hr, { period: '2023-01' }, latest)).rows;
    const first = await app.get(RunVariance).ofRun(office.hr, january?.id ?? '');
    expect([first.baseRuns, first.bridge.map(({ cause }) => cause)]).toEqual([[], ['first_month']]);
  });
});
