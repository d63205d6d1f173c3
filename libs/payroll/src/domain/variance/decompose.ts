import { DomainError } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  type PayEngine,
  type PaySchemeDefinition,
  type PeriodParameters,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { type Amounts, amountsOf, difference, isNothing, NOTHING, plus } from './amounts';
import { type Cause, INPUT_CAUSES, type InputCause } from './causes';
import { InputMixer } from './mixed-input';

/** What a run was calculated with. */
export interface RunRules {
  readonly scheme: PaySchemeDefinition;
  readonly parameters: PeriodParameters;
  /** Whether this program's engine is the one that calculated the run. */
  readonly current: boolean;
}

/** Gives the engine of a scheme and parameters; equal fingerprints are equal parameters. */
export type EngineMaker = (scheme: PaySchemeDefinition, parameters: PeriodParameters) => PayEngine;

/** A stored slip with what it was calculated from. */
export interface StoredSlip {
  readonly input: WorkerInput;
  readonly amounts: Amounts;
}

export interface CauseEffect {
  readonly cause: Cause;
  readonly effect: Amounts;
}

export interface Decomposition {
  readonly difference: Amounts;
  /** In the order of the causes, only those that did something. */
  readonly causes: readonly CauseEffect[];
  /** What no cause explains. Anything but nought says that a stored slip is not what its input yields. */
  readonly rest: Amounts;
}

/**
 * Explains the change from one month's slip to the next by recalculating with one group of inputs after the other replaced. The effects are
 * differences between neighbouring calculations, so they sum to the change of every figure and item to the fen.
 */
export class Decomposer {
  private readonly engines = new Map<string, PayEngine>();
  private readonly samePolicy: boolean;
  private readonly sameScheme: boolean;

  constructor(
    private readonly before: RunRules,
    private readonly after: RunRules,
    private readonly makeEngine: EngineMaker = (scheme, parameters) => createEngine(compileScheme(scheme), parameters),
  ) {
    this.samePolicy = policyText(before.parameters) === policyText(after.parameters);
    this.sameScheme = JSON.stringify(before.scheme) === JSON.stringify(after.scheme);
  }

  decompose(a: StoredSlip, b: StoredSlip): Decomposition {
    const change = difference(b.amounts, a.amounts);
    const causes = this.causes(a, b, change);
    const explained = causes.reduce((sum, { effect }) => plus(sum, effect), NOTHING);
    return { difference: change, causes, rest: difference(change, explained) };
  }

  private causes(a: StoredSlip, b: StoredSlip, change: Amounts): CauseEffect[] {
    // What another version of the engine calculated cannot be calculated again, so nothing can be told apart.
    if (!this.before.current || !this.after.current) return withoutNothing([{ cause: 'engine', effect: change }]);
    const [start, end] = [this.calculate(0, a.input), this.calculate(INPUT_CAUSES.length, b.input)];
    const [from, to] = [a.input.segments.length > 0, b.input.segments.length > 0];
    if (from && to) return this.effects(a.input, b.input, start, end);
    // A slip without wages of the month holds differences of earlier months alone: nothing of it can be mixed with a month.
    return withoutNothing([
      { cause: from ? 'left' : 'retro', effect: difference(NOTHING, start) },
      { cause: to ? 'joined' : 'retro', effect: end },
    ]);
  }

  private effects(a: WorkerInput, b: WorkerInput, start: Amounts, end: Amounts): CauseEffect[] {
    const mixer = new InputMixer(a, b);
    const differing = INPUT_CAUSES.map((cause, i) => ({ cause, replaced: i + 1 })).filter(
      ({ cause }) => !this.same(mixer, cause),
    );
    const found: CauseEffect[] = [];
    let reached = start;
    differing.forEach(({ cause, replaced }, i) => {
      const now = i === differing.length - 1 ? end : this.mixture(mixer, replaced);
      // Where a mixture cannot be calculated its effect is counted with the next cause.
      if (!now) return;
      const effect = difference(now, reached);
      if (!isNothing(effect)) found.push({ cause, effect });
      reached = now;
    });
    return found;
  }

  private same(mixer: InputMixer, cause: InputCause): boolean {
    if (cause === 'policy') return this.samePolicy;
    if (cause === 'scheme') return this.sameScheme;
    return mixer.same(cause);
  }

  private mixture(mixer: InputMixer, replaced: number): Amounts | undefined {
    try {
      return this.calculate(replaced, mixer.mix(replaced));
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'BUG') return undefined;
      throw error;
    }
  }

  private calculate(replaced: number, input: WorkerInput): Amounts {
    const { totals, lines } = this.engine(replaced).calculate(input);
    return amountsOf(totals, lines);
  }

  /** The engine of a mixture; at most five differ. */
  private engine(replaced: number): PayEngine {
    const of = (cause: InputCause): RunRules => (INPUT_CAUSES.indexOf(cause) < replaced ? this.after : this.before);
    const [policy, scheme, month, tax] = [of('policy'), of('scheme'), of('calendar'), of('tax_year')];
    const key = [policy, scheme, month, tax].map((side) => (side === this.after ? 'b' : 'a')).join('');
    let engine = this.engines.get(key);
    if (!engine) {
      const { period } = month.parameters;
      const { taxMonth } = tax.parameters;
      const fingerprint = `${policy.parameters.fingerprint} ${period} ${taxMonth}`;
      engine = this.makeEngine(scheme.scheme, { ...policy.parameters, period, taxMonth, fingerprint });
      this.engines.set(key, engine);
    }
    return engine;
  }
}

const withoutNothing = (causes: readonly CauseEffect[]): CauseEffect[] =>
  causes.filter(({ effect }) => !isNothing(effect));

/** The values of the law alone: month, region and hash say nothing of them. */
const policyText = ({ incomeTax, insurance, housingFund, labour }: PeriodParameters): string =>
  JSON.stringify([incomeTax, insurance, housingFund, labour]);
