import { setImmediate as turn } from 'node:timers/promises';
import { DomainError, type Fen, type Id, type LocalDate, type Period, periodOf, yearOf } from '@gridstaff/kernel';
import { type ParameterChange, type PolicyPacks } from '@gridstaff/policy';
import type { Centre } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type Calculated,
  costOf,
  type FundPart,
  type PayRun,
  type RunStatus,
  RunStore,
  type Totals,
  usualPayDate,
  wholeOf,
} from '../domain';
import { PayCalculator } from './pay-calculator';
import { type PayContext, PayContexts } from './pay-contexts';

/** Totals of slips with what they cost the fund, fen. */
export type Amounts = Totals & { cost: Fen };

export interface PersonImpact {
  workerNo: number;
  /** Null: is excluded, with the code of the reason. */
  before: Amounts | null;
  after: Amounts | null;
  excluded: string | null;
  /** After less before; zero throughout where one of them is missing. */
  difference: Amounts;
}

/** One month of a centre, calculated directly with everything known now, once under each law. */
export interface PeriodImpact {
  period: Period;
  taxMonth: Period;
  payDate: LocalDate;
  /** `paid`: approved or further, so that the difference becomes retro pay. `ahead`: the first touched month after all others, as people stand now. */
  state: 'paid' | 'open' | 'ahead';
  runs: { no: number; status: RunStatus }[];
  people: number;
  before: Amounts;
  after: Amounts;
  difference: Amounts;
  /** Those for whom anything differs, by worker number. */
  affected: PersonImpact[];
  /** The difference in cost by fund, fen. */
  byFund: ReadonlyMap<Id, Fen>;
  /** Those who cannot be calculated under either law, by the code of the reason: their share of the effect is not known. */
  unknown: { code: string; people: number }[];
  fundId: Id | null;
}

export interface CentreImpact {
  periods: PeriodImpact[];
  /** Touched months that could not be calculated, with the code of the reason. */
  skipped: { period: Period; code: string }[];
}

const APPROVED: readonly RunStatus[] = ['approved', 'settled', 'paid', 'closed'];
/** Several years of a centre's runs; older ones are history. */
const MAX_RUNS = 500;
/** As many slips at a time let other requests through. */
export const AT_ONCE = 200;
export const FIGURE_NAMES = [
  ...(['gross', 'employeeInsurance', 'employeeFund', 'tax', 'otherDeductions', 'net', 'receivable'] as const),
  ...(['employerInsurance', 'employerFund', 'fee', 'cost'] as const),
];

/**
 * What a pack would change in one centre: the engine of the pay run on every open or paid month that the changed parameters touch, for
 * everyone, once under the law in force and once under the new one, with the same facts. Each month stands by itself: the tax that a later
 * month takes back of an earlier one is not in it. Reads only, in a constant number of statements per month and chunk.
 */
@Injectable()
export class PackImpact {
  constructor(
    private readonly contexts: PayContexts,
    private readonly calculator: PayCalculator,
    private readonly runs: RunStore,
    private readonly clock: Clock,
  ) {}

  async of(
    centre: Centre,
    before: PolicyPacks,
    after: PolicyPacks,
    changes: readonly ParameterChange[],
  ): Promise<CentreImpact> {
    const result: CentreImpact = { periods: [], skipped: [] };
    for (const month of await this.touched(centre, before, changes)) {
      const impact = await this.skipping(month.period, result, () => this.month(month, before, after));
      if (impact) result.periods.push(impact);
    }
    return result;
  }

  /** The months of a centre that the changes touch, each with what does not depend on the worker. */
  async touched(centre: Centre, before: PolicyPacks, changes: readonly ParameterChange[]): Promise<TouchedMonth[]> {
    const filter = { centreIds: [centre.id] };
    const { rows } = await this.runs.list(filter, { field: 'no', descending: true, limit: MAX_RUNS });
    const runs = rows.filter((run) => run.status !== 'cancelled');
    const touching = changes.filter((change) => change.region === centre.region && change.what === 'value');
    return this.months(centre, runs, touching, before).map((month) => ({ ...month, centre, runs }));
  }

  /** Both laws for a month, made ready to calculate with. @param knownAt epoch milliseconds @throws DomainError NO_PARAMETERS, NO_PAY_SCHEME … */
  async open(
    { centre, runs, period, taxMonth, own }: TouchedMonth,
    before: PolicyPacks,
    after: PolicyPacks,
    knownAt: number,
  ): Promise<BothLaws> {
    const earlier = new Set(runs.filter((run) => run.period < period).map((run) => run.no));
    const basis = (await this.runs.basis({ no: 0, centreId: centre.id, taxMonth })).map((run) => run.no);
    const question = {
      ...{ centreId: centre.id, period, taxMonth, kind: 'regular' as const, knownAt },
      basis: basis.filter((no) => earlier.has(no)),
      ...fundOf(own, runs, yearOf(this.clock.today())),
    };
    const old = await this.contexts.open(question, before);
    return { old, now: await this.contexts.open(question, after) };
  }

  /** Numbers of the people of a month, ascending. */
  workers({ old }: BothLaws): Promise<number[]> {
    return this.calculator.workers(old);
  }

  headOf({ period, taxMonth, payDate, own, ahead, runs }: TouchedMonth): ImpactHead {
    const paid = own.some((run) => APPROVED.includes(run.status));
    return {
      ...{ period, taxMonth, payDate, state: ahead ? 'ahead' : paid ? 'paid' : 'open' },
      runs: own.map(({ no, status }) => ({ no, status })),
      fundId: fundOf(own, runs, yearOf(this.clock.today()))?.fundId ?? null,
    };
  }

  /** A month that cannot be calculated is named, and stops no other. */
  private async skipping<T>(period: Period, { skipped }: CentreImpact, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'BUG') throw error;
      skipped.push({ period, code: error.code });
      return undefined;
    }
  }

  /** Touched months with a run, the present one, and the first after them. */
  private months(
    centre: Centre,
    runs: readonly PayRun[],
    touching: readonly ParameterChange[],
    before: PolicyPacks,
  ): Month[] {
    const present = periodOf(this.clock.today());
    const candidates = [...new Set([...runs.map((run) => run.period), present])].sort();
    const last = candidates.at(-1) as Period;
    const { from, to } = before.coverageOf(centre.region) ?? { from: last, to: present };
    const monthOf = (period: Period, ahead: boolean): Month => {
      const own = runs.filter((run) => run.period === period);
      const payDate = own.find((run) => run.kind === 'regular')?.payDate ?? usualPayDate(centre.settings, period);
      return { period, payDate, taxMonth: periodOf(payDate), own, ahead };
    };
    const touched = ({ period, taxMonth }: Month): boolean =>
      from <= period && taxMonth <= to && touching.some((change) => touches(change, period, taxMonth));
    const known = candidates.map((period) => monthOf(period, false)).filter(touched);
    const starts = touching.map((change) => change.from).filter((month) => month > last);
    const ahead = starts.sort()[0];
    return ahead === undefined ? known : [...known, ...[monthOf(ahead, true)].filter(touched)];
  }

  private async month(month: TouchedMonth, before: PolicyPacks, after: PolicyPacks): Promise<PeriodImpact> {
    const laws = await this.open(month, before, after, this.clock.millis());
    const workers = await this.workers(laws);
    const sums = noFigures();
    for (let at = 0; at < workers.length; at += AT_ONCE) {
      addFigures(sums, await this.compare(laws, workers.slice(at, at + AT_ONCE)));
      await turn();
    }
    return impactOf(this.headOf(month), sums);
  }

  /** These people under each law. @param workers neighbours, ascending */
  async compare({ old, now }: BothLaws, workers: readonly number[]): Promise<ImpactFigures> {
    const figures = { ...noFigures(), people: workers.length };
    const [first, last] = [workers[0], workers.at(-1)];
    if (first === undefined || last === undefined) return figures;
    const range = { fromNo: first, toNo: last };
    const [one, two] = [await this.calculator.calculate(old, range), await this.calculator.calculate(now, range)];
    const [was, is] = [byWorker(one, old.fundId), byWorker(two, now.fundId)];
    for (const workerNo of workers) {
      const { uncalculated, ...person } = personOf(workerNo, was.get(workerNo), is.get(workerNo));
      charge(figures.byFund, was.get(workerNo), is.get(workerNo));
      add(figures.before, person.before);
      add(figures.after, person.after);
      if (uncalculated !== null) figures.unknown.set(uncalculated, (figures.unknown.get(uncalculated) ?? 0) + 1);
      if (person.excluded !== null || FIGURE_NAMES.some((name) => person.difference[name] !== 0))
        figures.affected.push(person);
    }
    return figures;
  }
}

/** What of a month does not come from its people. */
export type ImpactHead = Pick<PeriodImpact, 'period' | 'taxMonth' | 'payDate' | 'state' | 'runs' | 'fundId'>;

/** What its people give, all or some of them. */
export interface ImpactFigures {
  people: number;
  before: Amounts;
  after: Amounts;
  /** Difference of the cost of each fund, fen. */
  byFund: Map<Id, Fen>;
  affected: PersonImpact[];
  /** People by code. */
  unknown: Map<string, number>;
}

export interface BothLaws {
  readonly old: PayContext;
  readonly now: PayContext;
}

export type TouchedMonth = Month & { readonly centre: Centre; readonly runs: readonly PayRun[] };

export const noFigures = (): ImpactFigures => ({
  ...{ people: 0, before: nothing(), after: nothing(), affected: [], unknown: new Map<string, number>() },
  byFund: new Map<Id, Fen>(),
});

export function addFigures(sums: ImpactFigures, more: ImpactFigures): void {
  sums.people += more.people;
  add(sums.before, more.before);
  add(sums.after, more.after);
  for (const [fundId, fen] of more.byFund) sums.byFund.set(fundId, (sums.byFund.get(fundId) ?? 0) + fen);
  sums.affected.push(...more.affected);
  for (const [code, people] of more.unknown) sums.unknown.set(code, (sums.unknown.get(code) ?? 0) + people);
}

export const impactOf = (head: ImpactHead, { unknown, ...sums }: ImpactFigures): PeriodImpact => ({
  ...{ ...head, ...sums, difference: less(sums.after, sums.before) },
  unknown: [...unknown].map(([code, people]) => ({ code, people })),
});

interface Month {
  period: Period;
  payDate: LocalDate;
  taxMonth: Period;
  /** Runs of the month. */
  own: readonly PayRun[];
  ahead: boolean;
}

/** Income tax is that of the month of payment, everything else that of the work month. */
const touches = ({ key, from, to }: ParameterChange, period: Period, taxMonth: Period): boolean => {
  const month = key.startsWith('income_tax.') ? taxMonth : period;
  return from <= month && month <= to;
};

/** What is paid now is paid from this year's money: an earlier year's run tells nothing, the latest run of this year does. */
function fundOf(
  own: readonly PayRun[],
  runs: readonly PayRun[],
  year: number,
): { fundId: Id; fiscalYear: number } | undefined {
  const run =
    own.find((one) => one.fiscalYear >= year) ?? runs.find((one) => one.fiscalYear >= year) ?? own[0] ?? runs[0];
  return run && { fundId: run.fundId, fiscalYear: run.fiscalYear };
}

type Outcome = { amounts: Amounts; parts: readonly FundPart[] } | { code: string };

function byWorker({ slips, exclusions }: Calculated, fundId: Id | undefined): Map<number, Outcome> {
  const outcomes = new Map<number, Outcome>();
  for (const { workerNo, totals, funds } of slips) {
    const cost = costOf(totals);
    outcomes.set(workerNo, { amounts: named({ ...totals, cost }), parts: wholeOf(funds, cost, fundId) });
  }
  for (const { workerNo, code } of exclusions) outcomes.set(workerNo, { code });
  return outcomes;
}

/** After less before, fund by fund: the sums are those of the month. */
function charge(byFund: Map<Id, Fen>, was: Outcome | undefined, is: Outcome | undefined): void {
  const add = (fundId: Id, amount: Fen): void => void byFund.set(fundId, (byFund.get(fundId) ?? 0) + amount);
  if (is && 'parts' in is) for (const { fundId, amount } of is.parts) add(fundId, amount);
  if (was && 'parts' in was) for (const { fundId, amount } of was.parts) add(fundId, -amount);
}

/** Somebody who is excluded under both laws is not affected, as far as anybody can tell. */
function personOf(
  workerNo: number,
  was: Outcome | undefined,
  is: Outcome | undefined,
): PersonImpact & { uncalculated: string | null } {
  const before = was && 'amounts' in was ? was.amounts : null;
  const after = is && 'amounts' in is ? is.amounts : null;
  const code = is && 'code' in is ? is.code : was && 'code' in was ? was.code : null;
  const alike = (before === null) === (after === null);
  return { ...personOfAmounts(workerNo, alike ? null : code, before, after), uncalculated: alike ? code : null };
}

/** @param excluded code of the reason why one of the amounts is missing */
export const personOfAmounts = (
  workerNo: number,
  excluded: string | null,
  before: Amounts | null,
  after: Amounts | null,
): PersonImpact => ({
  ...{ workerNo, before, after, excluded },
  difference: before && after ? less(after, before) : nothing(),
});

/** What is compared of a slip, and nothing else that stands on it. */
const named = (amounts: Amounts): Amounts =>
  Object.fromEntries(FIGURE_NAMES.map((name) => [name, amounts[name]])) as unknown as Amounts;
const nothing = (): Amounts => Object.fromEntries(FIGURE_NAMES.map((name) => [name, 0])) as unknown as Amounts;
const less = (a: Amounts, b: Amounts): Amounts =>
  Object.fromEntries(FIGURE_NAMES.map((name) => [name, a[name] - b[name]])) as unknown as Amounts;

function add(sum: Amounts, more: Amounts | null): void {
  if (more) for (const name of FIGURE_NAMES) sum[name] += more[name];
}
