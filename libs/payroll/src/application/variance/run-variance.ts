import { type Actor, requirePermission } from '@gridstaff/contracts';
import { addMonths, DomainError, endOfPeriod, firstDay, type Id, invariant, type Period } from '@gridstaff/kernel';
import { ENGINE_VERSION, type PeriodParameters } from '@gridstaff/pay-engine';
import { PayFactsReader } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { type PayRun, type PayScheme, RunStore } from '../../domain';
import {
  type Amounts,
  type Cause,
  CAUSES,
  type CauseEffect,
  changedFacts,
  type ChangedFact,
  changedPolicy,
  Decomposer,
  type Decomposition,
  difference,
  type EngineMaker,
  type Figures,
  isBelowMinimum,
  isLarge,
  isNothing,
  movements,
  NOTHING,
  plus,
  type RunRules,
  VARIANCE_FLAGS,
  type VarianceFlag,
} from '../../domain/variance';
import { EngineShelf } from '../forecast/engine-shelf';
import { EVERYONE } from '../pay-calculator';
import { Schemes } from '../schemes';
import { type HeldSlip, type SlipPair, SlipPairs } from './slip-pairs';

export interface VarianceRow {
  workerNo: number;
  /** Null: no slip in that month. */
  before: Figures | null;
  after: Figures | null;
  difference: Figures;
  /** In the order of the causes; they sum to the difference. */
  causes: (Figures & { cause: Cause })[];
  /** What no cause explains: nought, or a stored slip is not what its input yields. */
  rest: Figures;
  flags: VarianceFlag[];
  /** Error code of whoever was left out in one of the months. */
  excludedBefore: string | null;
  excludedNow: string | null;
}

export interface BridgeStep extends Figures {
  cause: Cause;
  people: number;
}

export interface Variance {
  runId: Id;
  period: Period;
  /** Numbers of the runs compared with; none in a first month. */
  baseRuns: number[];
  before: Figures;
  after: Figures;
  /** From the totals of last month to those of this one. */
  bridge: BridgeStep[];
  rest: Figures;
  people: number;
  flagged: Record<VarianceFlag, number>;
  /** By the size of the difference of net. */
  rows: VarianceRow[];
}

export interface ItemChange {
  itemNo: number;
  code: string;
  nameZh: string;
  nameEn: string;
  before: number;
  after: number;
  difference: number;
  causes: { cause: Cause; amount: number }[];
}

export interface WorkerVariance extends VarianceRow {
  items: ItemChange[];
  facts: ChangedFact[];
}

/** Scheme and parameters of a stored run, and whether this program's engine calculated it. */
interface Rules extends RunRules {
  readonly stored: PayScheme;
}

interface Compared {
  pair: SlipPair;
  found: Decomposition;
}

/**
 * 差异核对: why everybody's pay differs from last month's. Recalculated from the stored inputs of both months each time it is asked for;
 * nothing is kept, so nothing can disagree with the slips.
 */
@Injectable()
export class RunVariance {
  constructor(
    private readonly runs: RunStore,
    private readonly slipPairs: SlipPairs,
    private readonly schemes: Schemes,
    private readonly roster: PayFactsReader,
    private readonly engines: EngineShelf,
  ) {}

  private readonly makeEngine: EngineMaker = (scheme, parameters) => this.engines.get(scheme, parameters);

  /** @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP before the run is calculated */
  async ofRun(actor: Actor, runId: Id): Promise<Variance> {
    const run = await this.readable(actor, runId);
    const before = await this.slipPairs.runsBefore(run);
    const flagsOf = await this.flags(run);
    const rows: VarianceRow[] = [];
    for await (const compared of this.compared(run, before)) rows.push(rowOf(compared, flagsOf(compared)));
    rows.sort(
      (a, b) =>
        Math.abs(b.difference.net) - Math.abs(a.difference.net) ||
        Math.abs(b.difference.cost) - Math.abs(a.difference.cost) ||
        a.workerNo - b.workerNo,
    );
    return summary(run, before, rows);
  }

  /** Of one worker, with every item and the inputs behind each cause. @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP */
  async ofWorker(actor: Actor, runId: Id, workerNo: number): Promise<WorkerVariance> {
    const run = await this.readable(actor, runId);
    const before = await this.slipPairs.runsBefore(run);
    const flagsOf = await this.flags(run, workerNo);
    for await (const compared of this.compared(run, before, workerNo)) {
      const row = rowOf(compared, flagsOf(compared));
      return { ...row, items: await this.items(compared), facts: await this.factsOf(compared) };
    }
    throw new DomainError('NOT_FOUND', { what: 'worker of the run' }, { workerNo });
  }

  /** For the checker: the workers of a stored run whose change is not explained to the fen. @throws DomainError NOT_FOUND */
  async unexplained(runId: Id): Promise<number[]> {
    const run = await this.runs.get(runId);
    const found: number[] = [];
    for await (const { pair, found: parts } of this.compared(run, await this.slipPairs.runsBefore(run)))
      if (!isNothing(parts.rest)) found.push(pair.workerNo);
    return found;
  }

  private async readable(actor: Actor, runId: Id): Promise<PayRun> {
    const run = await this.runs.get(runId);
    requirePermission(actor, 'run:read', run.centreId, 'pay run');
    if (run.hash === null || run.status === 'draft')
      throw new DomainError('WRONG_STEP', { what: `run ${run.no}`, status: run.status, step: 'compare' });
    return run;
  }

  private async *compared(run: PayRun, before: readonly PayRun[], only?: number): AsyncGenerator<Compared> {
    const rules = new Map<number, Rules>();
    for (const each of [run, ...before]) rules.set(each.no, await this.rulesOf(each));
    const decomposers = new Map<number, Decomposer>();
    for await (const pair of this.slipPairs.pairs(run, before, only)) {
      if (!pair.before || !pair.after) {
        yield { pair, found: wholeChange(pair, wholeCause(run, before, pair)) };
        continue;
      }
      const { no } = pair.before.run;
      const decomposer = decomposers.get(no) ?? new Decomposer(known(rules, no), known(rules, run.no), this.makeEngine);
      decomposers.set(no, decomposer);
      yield { pair, found: withOthers(decomposed(decomposer, pair.before, pair.after), pair) };
    }
  }

  private async rulesOf(run: PayRun): Promise<Rules> {
    const parameters = await this.runs.parametersOf(run.id);
    invariant(parameters !== null && run.schemeId !== null, `run ${run.no} was calculated`);
    const stored = await this.schemes.get(run.schemeId);
    return {
      stored,
      scheme: stored.definition,
      parameters: JSON.parse(parameters) as PeriodParameters,
      current: run.engineVersion === ENGINE_VERSION,
    };
  }

  private async flags(run: PayRun, only?: number): Promise<(compared: Compared) => VarianceFlag[]> {
    const { centreId, period } = run;
    const window = {
      centreId,
      from: firstDay(addMonths(period, -1)),
      to: endOfPeriod(period),
      knownAt: run.knownAt ?? 0,
    };
    const range = only === undefined ? EVERYONE : { fromNo: only, toNo: only };
    const people = await this.roster.payFacts(window, range.fromNo, range.toNo);
    const facts = new Map(people.map((person) => [person.workerNo, person]));
    const rules = await this.rulesOf(run);
    return ({ pair, found }) => {
      const { before, after } = pair;
      const person = facts.get(pair.workerNo);
      const flags = person ? movements(person, period) : [];
      if (before && after && isLarge(paidBefore(pair), after.amounts)) flags.push('large');
      if (after && after.totals.receivable > 0) flags.push('negative');
      const items = after?.amounts.items ?? new Map<number, number>();
      if (after?.input && isBelowMinimum({ input: after.input, items }, rules.scheme, rules.parameters))
        flags.push('below_minimum');
      if (pair.excludedNow) flags.push('excluded');
      if (!isNothing(found.rest)) flags.push('unexplained');
      return flags;
    };
  }

  private async items({ pair, found }: Compared): Promise<ItemChange[]> {
    const named = new Map<number, { code: string; nameZh: string; nameEn: string }>();
    for (const held of [pair.before, pair.after]) {
      if (held) for (const item of (await this.rulesOf(held.run)).scheme.items) named.set(item.no, item);
    }
    const [before, after] = [paidBefore(pair), pair.after?.amounts ?? NOTHING];
    const numbers = new Set([...before.items.keys(), ...after.items.keys()]);
    return [...numbers]
      .sort((a, b) => a - b)
      .map((itemNo) => {
        const { code = String(itemNo), nameZh = code, nameEn = code } = named.get(itemNo) ?? {};
        const of = (amounts: Amounts): number => amounts.items.get(itemNo) ?? 0;
        const causes = found.causes.map(({ cause, effect }) => ({ cause, amount: of(effect) }));
        return {
          ...{ itemNo, code, nameZh, nameEn, before: of(before), after: of(after), difference: of(found.difference) },
          causes: causes.filter(({ amount }) => amount !== 0),
        };
      });
  }

  private async factsOf({ pair: { before, after } }: Compared): Promise<ChangedFact[]> {
    if (!before?.input || !after?.input) return [];
    const [a, b] = [await this.rulesOf(before.run), await this.rulesOf(after.run)];
    const facts = [...changedFacts(before.input, after.input), ...changedPolicy(a.parameters, b.parameters)];
    if (a.stored.version === b.stored.version) return facts;
    const version = { name: 'scheme_version', zh: '方案版本', en: 'version of the scheme', unit: 'number' } as const;
    return [
      ...facts,
      { cause: 'scheme', ...version, before: String(a.stored.version), after: String(b.stored.version) },
    ];
  }
}

function known(rules: ReadonlyMap<number, Rules>, no: number): Rules {
  const found = rules.get(no);
  invariant(found, `rules of run ${no}`);
  return found;
}

/** Why there is a slip in one of the months only. */
function wholeCause(run: PayRun, before: readonly PayRun[], pair: SlipPair): Cause {
  if (pair.paidElsewhere) return 'second_slip';
  if (pair.excludedNow) return 'excluded_now';
  // Differences of earlier months alone, of somebody who has left: they come and go by themselves.
  if ((pair.after ?? pair.before)?.input?.segments.length === 0) return 'retro';
  if (!pair.after) return 'left';
  if (pair.excludedBefore) return 'excluded_before';
  if (before.length > 0) return 'joined';
  return run.kind === 'regular' || run.kind === 'supplementary' ? 'first_month' : 'one_off';
}

function decomposed(decomposer: Decomposer, before: HeldSlip, after: HeldSlip): Decomposition {
  const [a, b] = [before.input, after.input];
  if (a && b) return decomposer.decompose({ ...before, input: a }, { ...after, input: b });
  const change = difference(after.amounts, before.amounts);
  return { difference: change, causes: [], rest: change };
}

function wholeChange(pair: SlipPair, cause: Cause): Decomposition {
  const change = difference(pair.after?.amounts ?? NOTHING, pair.before?.amounts ?? NOTHING);
  const causes: CauseEffect[] = isNothing(change) ? [] : [{ cause, effect: change }];
  return withOthers({ difference: change, causes, rest: NOTHING }, pair);
}

/** Whoever changed agency inside last month had a slip at each; the other one has no counterpart. */
function withOthers(found: Decomposition, { othersBefore }: SlipPair): Decomposition {
  const gone = othersBefore.reduce((sum, { amounts }) => difference(sum, amounts), NOTHING);
  if (isNothing(gone)) return found;
  const causes: CauseEffect[] = [{ cause: 'second_slip', effect: gone }, ...found.causes];
  return { ...found, difference: plus(found.difference, gone), causes };
}

/** Everything that was paid the month before. */
const paidBefore = ({ before, othersBefore }: SlipPair): Amounts =>
  othersBefore.reduce((sum, { amounts }) => plus(sum, amounts), before?.amounts ?? NOTHING);

const figuresOf = ({ net, gross, cost }: Figures): Figures => ({ net, gross, cost });

function rowOf({ pair, found }: Compared, flags: VarianceFlag[]): VarianceRow {
  const { workerNo, before, after, excludedBefore, excludedNow } = pair;
  return {
    workerNo,
    before: before ? figuresOf(paidBefore(pair)) : null,
    after: after ? figuresOf(after.amounts) : null,
    difference: figuresOf(found.difference),
    causes: found.causes.map(({ cause, effect }) => ({ cause, ...figuresOf(effect) })),
    rest: figuresOf(found.rest),
    flags,
    excludedBefore: excludedBefore?.code ?? null,
    excludedNow: excludedNow?.code ?? null,
  };
}

function summary(run: PayRun, base: readonly PayRun[], rows: VarianceRow[]): Variance {
  const total = (of: (row: VarianceRow) => Figures | null): Figures =>
    figuresOf(rows.reduce((sum: Amounts, row) => plus(sum, { ...NOTHING, ...of(row) }), NOTHING));
  const bridge = new Map<Cause, BridgeStep>();
  const flagged = Object.fromEntries(VARIANCE_FLAGS.map((flag) => [flag, 0])) as Record<VarianceFlag, number>;
  for (const { causes, flags } of rows) {
    for (const { cause, net, gross, cost } of causes) {
      const step = bridge.get(cause) ?? { cause, net: 0, gross: 0, cost: 0, people: 0 };
      bridge.set(cause, {
        cause,
        net: step.net + net,
        gross: step.gross + gross,
        cost: step.cost + cost,
        people: step.people + 1,
      });
    }
    for (const flag of flags) flagged[flag] += 1;
  }
  return {
    ...{ runId: run.id, period: run.period, baseRuns: base.map(({ no }) => no), people: rows.length },
    ...{ before: total((row) => row.before), after: total((row) => row.after), rest: total((row) => row.rest) },
    bridge: CAUSES.flatMap((cause) => bridge.get(cause) ?? []),
    flagged,
    rows,
  };
}
