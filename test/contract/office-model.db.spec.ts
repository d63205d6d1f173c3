import { AttendanceBook } from '@gridstaff/attendance';
import { PerformanceBook } from '@gridstaff/evaluation';
import { FundReader } from '@gridstaff/fund';
import { addMonths, type Fen, firstDay, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import { CancelRun, costOf, DecideRun, type PayRun, RunQueries, SubmitRun } from '@gridstaff/payroll';
import { VerifyDatabase } from '@gridstaff/reporting';
import { checkDigitOf, RosterLoader, Structure, WorkerChanges } from '@gridstaff/roster';
import { ManualClock } from '@gridstaff/runtime';
import { SmallOffice, startProduct } from '@gridstaff/testing';
import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';

const PEOPLE = 4;
const FIRST: Period = '2023-01';
const MONTHS = 6;
const ALL_SLIPS = { field: 'workerNo', descending: false, limit: 100 } as const;

/** What an office knows of itself without any payroll: who is in post since when until when, where the month stands, what is bound. */
interface Model {
  readonly posts: Map<number, { from: string; to: string | null }>;
  month: number;
  stage: 'open' | 'calculated' | 'submitted';
  /** Cost of the approved runs, what is due to the agency less what it still has to let off, fen. */
  bound: Fen;
  credit: Fen;
  approved: number;
  /** A fact was recorded about a month that has been paid: someone out of post may get a slip. */
  late: boolean;
}

interface Real {
  readonly app: INestApplicationContext;
  readonly clock: ManualClock;
  readonly office: SmallOffice;
  readonly granted: Fen;
  run?: PayRun;
}

type Step = fc.AsyncCommand<Model, Real>;

const periodOf = (model: Model): Period => addMonths(FIRST, model.month);
const inPost = (model: Model, period: Period): number[] => {
  const { from, to } = rangeOfPeriod(period);
  return [...model.posts].filter(([, post]) => post.from < to && (post.to ?? '9999') >= from).map(([no]) => no);
};
const someone = (model: Model, pick: number): number => [...model.posts.keys()][pick % model.posts.size] as number;
const at = ({ clock }: Real, day: string): void => {
  const then = Date.parse(`${day}T09:00:00+08:00`);
  if (clock.millis() < then) clock.set(`${day}T09:00:00+08:00`);
  clock.advance(60_000);
};

/** After every step: the checker finds nothing, and the fund holds what the model says. */
async function holds(model: Model, { app, office, granted }: Real): Promise<void> {
  const { violations } = await app.get(VerifyDatabase).execute(office.finance, office.centreId);
  expect(violations).toEqual([]);
  const funds = await app.get(FundReader).list(office.finance, office.centreId, 2023);
  const fund = funds.find(({ id }) => id === office.fundId);
  expect(fund?.balances).toMatchObject({ reserved: model.bound, available: granted - model.bound });
}

/** A step that is always possible where `check` says so; a refusal of the product fails the test. */
const step = (
  name: string,
  check: (model: Model) => boolean,
  act: (model: Model, real: Real) => Promise<void>,
): Step => ({
  check,
  run: async (model, real) => {
    await act(model, real);
    await holds(model, real);
  },
  toString: () => name,
});

const hire = (day: number): Step =>
  step(
    `hire on ${day}`,
    (model) => model.posts.size < 8 && model.month < MONTHS,
    async (model, real) => {
      const { office, app } = real;
      const joinedOn = `${periodOf(model)}-${String(day).padStart(2, '0')}`;
      at(real, `${periodOf(model)}-02`);
      const first17 = `430204${1960 + office.numbers.length}0811${String(office.numbers.length).padStart(3, '0')}`;
      const person = {
        ...{ name: '新聘人员', idNumber: first17 + checkDigitOf(first17), agency: 'A1', joinedOn },
        ...{ gridCode: 'G1', gradeCode: 'W1', insured: true, insuranceBase: 330_000 },
      };
      const { people } = await app.get(RosterLoader).load(office.hr, office.centreId, [person]);
      const no = people[0]?.no as number;
      office.numbers.push(no);
      model.posts.set(no, { from: joinedOn, to: null });
      model.late ||= model.stage !== 'open';
    },
  );

const leave = (pick: number, day: number, monthsAgo: number): Step =>
  step(
    `leave ${pick} on ${day}, ${monthsAgo} months ago`,
    (model) => {
      const post = model.posts.get(someone(model, pick));
      return (
        model.month < MONTHS &&
        model.month >= monthsAgo &&
        post?.to === null &&
        post.from < firstDay(addMonths(FIRST, model.month - monthsAgo))
      );
    },
    async (model, real) => {
      const { office, app } = real;
      const workerNo = someone(model, pick);
      const lastDay = `${addMonths(periodOf(model), -monthsAgo)}-${String(day).padStart(2, '0')}`;
      at(real, `${periodOf(model)}-03`);
      await app
        .get(WorkerChanges)
        .endEngagement(office.hr, { centreId: office.centreId, workerNo, lastDay, endReason: 'left' });
      model.posts.set(workerNo, { from: model.posts.get(workerNo)?.from ?? '', to: lastDay });
      model.late ||= monthsAgo > 0 || model.stage !== 'open';
    },
  );

const promote = (pick: number, grade: 'W1' | 'W2', monthsAgo: number): Step =>
  step(
    `${grade} for ${pick}, ${monthsAgo} months ago`,
    (model) => {
      const post = model.posts.get(someone(model, pick));
      return (
        model.month < MONTHS &&
        model.month >= monthsAgo &&
        post?.to === null &&
        post.from < firstDay(addMonths(FIRST, model.month - monthsAgo))
      );
    },
    async (model, real) => {
      const { office, app } = real;
      at(real, `${periodOf(model)}-04`);
      const change = { centreId: office.centreId, workerNo: someone(model, pick), gradeCode: grade };
      const from = firstDay(addMonths(periodOf(model), -monthsAgo));
      await app.get(WorkerChanges).changeGrade(office.hr, { ...change, from });
      model.late ||= monthsAgo > 0 || model.stage !== 'open';
    },
  );

const miss = (pick: number, days: number): Step =>
  step(
    `${days} days unpaid for ${pick}`,
    (model) => {
      const post = model.posts.get(someone(model, pick));
      return (
        model.month < MONTHS && model.stage === 'open' && post?.to === null && post.from <= firstDay(periodOf(model))
      );
    },
    async (model, real) => {
      const { office, app } = real;
      at(real, `${periodOf(model)}-05`);
      const { from, to } = rangeOfPeriod(periodOf(model));
      const absence = {
        kind: 'unpaid' as const,
        leaveKind: null,
        from,
        to,
        days: days * 100,
        workerNo: someone(model, pick),
      };
      await app.get(AttendanceBook).record(office.hr, office.centreId, { absences: [absence], overtime: [] });
    },
  );

const calculate = step(
  'calculate',
  (model) => model.month < MONTHS && model.stage !== 'submitted',
  async (model, real) => {
    const { office, app } = real;
    const period = periodOf(model);
    at(real, `${period}-26`);
    const due = inPost(model, period);
    const results = due.map((workerNo) => ({ workerNo, period, score: null, coefficient: 9_000, award: 10_000 }));
    await app.get(PerformanceBook).record(office.hr, office.centreId, results);
    real.clock.advance(1000);
    real.run = await office.calculate(real.run ?? (await office.create(period)));
    const slips = await app.get(RunQueries).slipPage(office.hr, real.run.id, ALL_SLIPS);
    const left = await app.get(RunQueries).exclusions(office.hr, real.run.id, ALL_SLIPS);
    const ended = [...slips.rows, ...left.rows].map(({ workerNo }) => workerNo);
    expect(new Set(ended).size).toBe(ended.length);
    expect(due.filter((no) => !ended.includes(no))).toEqual([]);
    if (!model.late) expect(ended.filter((no) => !due.includes(no))).toEqual([]);
    // More days missed than somebody was in post who left: for a person to look at.
    expect(left.rows.filter(({ code }) => code !== 'PAY_ABSENCE_TOO_LONG')).toEqual([]);
    model.late ||= left.rows.length > 0;
    model.stage = 'calculated';
  },
);

const submit = step(
  'submit',
  (model) => model.stage === 'calculated',
  async (model, real) => {
    const { office, app } = real;
    const { id } = real.run as PayRun;
    const left = await app.get(RunQueries).exclusions(office.hr, id, ALL_SLIPS);
    for (const { workerNo } of left.rows)
      await app.get(SubmitRun).acknowledgeExclusion(office.hr, id, workerNo, '核对缺勤后补发');
    real.run = await app.get(SubmitRun).submit(office.hr, id);
    model.stage = 'submitted';
  },
);

const giveBack = step(
  'return',
  (model) => model.stage === 'submitted',
  async (model, real) => {
    const { id } = real.run as PayRun;
    real.run = await real.app.get(DecideRun).returnRun(real.office.finance, id, 'calculated', '数据有误');
    model.stage = 'calculated';
  },
);

const drop = step(
  'cancel',
  (model) => model.stage !== 'open',
  async (model, real) => {
    await real.app.get(CancelRun).cancel(real.office.hr, real.run?.id ?? '', '重新开始');
    real.run = undefined;
    model.stage = 'open';
  },
);

/** What an agency has to let off is taken from what it gets next. */
function bind(model: Model, run: PayRun): void {
  const due = costOf(run) + model.credit;
  model.bound += Math.max(due, 0);
  model.credit = Math.min(due, 0);
}

const approve = step(
  'approve',
  (model) => model.stage === 'submitted',
  async (model, real) => {
    const { office, app } = real;
    const run = real.run as PayRun;
    await app.get(DecideRun).check(office.finance, run.id, run.hash ?? '');
    await app.get(DecideRun).approve(office.leader, run.id, run.hash ?? '', `model-${run.id}`);
    bind(model, run);
    real.run = undefined;
    model.stage = 'open';
    model.month += 1;
    model.approved += 1;
  },
);

const correct = step(
  'correct',
  (model) => model.stage === 'open' && model.approved > 0,
  async (model, real) => {
    const { office, app } = real;
    const period = addMonths(periodOf(model), -1);
    const page = { field: 'no', descending: true, limit: 50 } as const;
    const { rows } = await app.get(RunQueries).list(office.hr, { centreId: office.centreId, period }, page);
    const base = rows.find(({ kind, status }) => kind === 'regular' && status === 'approved') as PayRun;
    const request = { kind: 'correction' as const, correctsRunId: base.id, payDate: `${period}-28` };
    const make = async (): Promise<PayRun> => office.calculate(await office.create(period, office.fundId, request));
    const run = await make();
    if (run.people > 0) {
      await office.approve(run);
      bind(model, run);
      const again = await make();
      // What was put right is right: nothing is found a second time.
      expect(again.people).toBe(0);
      await app.get(CancelRun).cancel(office.hr, again.id, '无差异');
    } else await app.get(CancelRun).cancel(office.hr, run.id, '无差异');
  },
);

describe('an office, step by step in any order, against a model of it', () => {
  const clock = new ManualClock('2023-01-01T09:00:00+08:00');
  let app: INestApplicationContext;
  let close: () => Promise<void>;
  let offices = 0;

  beforeAll(async () => {
    ({ app, close } = await startProduct(clock));
  });
  afterAll(() => close());

  const opened = async (): Promise<{ model: Model; real: Real }> => {
    clock.set('2023-01-01T09:00:00+08:00');
    const office = await SmallOffice.open(app, `M${(offices += 1)}`, PEOPLE);
    const second = { code: 'W2', name: '二级', postCode: 'W', base: 260_000, post: 40_000, performance: 60_000 };
    await app.get(Structure).saveGrades(office.hr, office.centreId, [{ ...second, from: '2022-01-01' }]);
    const funds = await app.get(FundReader).list(office.finance, office.centreId, 2023);
    const granted = funds.find(({ id }) => id === office.fundId)?.balances.granted ?? 0;
    const posts = new Map(office.numbers.map((no) => [no, { from: '2022-05-01', to: null as string | null }]));
    const model: Model = { posts, month: 0, stage: 'open', bound: 0, credit: 0, approved: 0, late: false };
    return { model, real: { app, clock, office, granted } };
  };

  const steps = [
    fc.integer({ min: 1, max: 28 }).map(hire),
    fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 28 }), fc.nat(2)).map((of) => leave(...of)),
    fc.tuple(fc.nat(7), fc.constantFrom('W1' as const, 'W2' as const), fc.nat(2)).map((of) => promote(...of)),
    fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 10 })).map((of) => miss(...of)),
    // Months have to end for anything to be late.
    ...[calculate, submit, approve, calculate, submit, approve, submit, approve, approve].map((one) =>
      fc.constant(one),
    ),
    ...[giveBack, drop, correct, correct].map((one) => fc.constant(one)),
  ];

  it('hires, leaves, changes, calculates, submits, returns, cancels, approves and corrects: every state is sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 60, size: 'max' }), (commands) =>
        fc.asyncModelRun(() => opened(), commands),
      ),
      {
        numRuns: Number(process.env.GRID_MODEL_RUNS ?? 8),
        seed: Number(process.env.GRID_MODEL_SEED ?? 2023),
        endOnFailure: true,
      },
    );
  }, 240_000);
});
