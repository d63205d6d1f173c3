import type { DomainError, Fen } from '@gridstaff/kernel';
import type { PayEngine, PayLine, WorkerInput } from '@gridstaff/pay-engine';

/**
 * Why a stored amount is another one today. `engine`: the stored input gives something else in this version of the engine; `facts`: what was
 * known at the cut-off makes another input now; `law`: the parameters known then are others now.
 */
export const REPLAY_CAUSES = ['engine', 'facts', 'law'] as const;
export type ReplayCause = (typeof REPLAY_CAUSES)[number];

/** What one cause does to one item, fen: today's amount less the stored one is the sum over the causes. */
export interface ReplayEffect {
  itemNo: number;
  cause: ReplayCause;
  amount: Fen;
}

/** One stored slip and what it is calculated from anew. */
export interface StoredSlip {
  input: WorkerInput;
  lines: readonly PayLine[];
}

/** The slip of today, in steps of one cause each. */
export interface ReplaySteps {
  /** This version, with the parameters that were stored. */
  engine: PayEngine;
  /** The input as it is made today; left out: no other than the stored one can be made. */
  input?: WorkerInput;
  /** This version with the parameters as they are known today; left out: the same. */
  lawful?: PayEngine;
}

/**
 * Calculates the slip step by step, one cause replaced after the other, so that the effects sum to the whole difference and nothing is left
 * unexplained. @throws DomainError PAY_* where today nothing can be calculated
 */
export function effectsOf({ input, lines }: StoredSlip, steps: ReplaySteps): ReplayEffect[] {
  const { engine, lawful } = steps;
  const now = steps.input ?? input;
  const same = JSON.stringify(now) === JSON.stringify(input);
  const first = engine.calculate(input).lines;
  const second = same ? first : engine.calculate(now).lines;
  const third = lawful ? lawful.calculate(now).lines : second;
  return [
    ...differences('engine', lines, first),
    ...differences('facts', first, second),
    ...differences('law', second, third),
  ].sort((a, b) => a.itemNo - b.itemNo);
}

function differences(cause: ReplayCause, before: readonly PayLine[], after: readonly PayLine[]): ReplayEffect[] {
  if (before === after) return [];
  const amounts = new Map<number, Fen>();
  for (const { itemNo, amount } of after) amounts.set(itemNo, (amounts.get(itemNo) ?? 0) + amount);
  for (const { itemNo, amount } of before) amounts.set(itemNo, (amounts.get(itemNo) ?? 0) - amount);
  return [...amounts].filter(([, amount]) => amount !== 0).map(([itemNo, amount]) => ({ itemNo, cause, amount }));
}

/** A slip that cannot be made any more is a difference too. */
export interface ReplayRefusal {
  workerNo: number;
  code: DomainError['code'];
}
