import type { Id } from '@gridstaff/kernel';
import {
  compileScheme,
  createEngine,
  ENGINE_VERSION,
  type PayEngine,
  type PeriodParameters,
  type WorkerInput,
} from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { type FundPart, type PayRun, type RetroDelta, RetroStore, RunStore, SlipStore } from '../domain';
import { recordOf } from './slip-record';
import { Schemes } from './schemes';

export interface Recheck {
  /** Slips recalculated; 0 where another engine version made them. */
  checked: number;
  /** Workers whose stored input no longer yields the stored slip. */
  differing: number[];
}

const PAGE = 500;

/** Recalculates a stored run from its own inputs, scheme and parameters: the same bytes must come out. Reads only. */
@Injectable()
export class RecheckRun {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly retro: RetroStore,
    private readonly schemes: Schemes,
  ) {}

  /** For the checker, after its own permission check; a page at a time. @throws DomainError NOT_FOUND */
  async recheck(runId: Id): Promise<Recheck> {
    const run = await this.runs.get(runId);
    const engine = await this.engineOf(run);
    if (!engine) return { checked: 0, differing: [] };
    const differing: number[] = [];
    let checked = 0;
    for (let after = 0; ;) {
      const page = await this.slips.inputs(run.no, after, PAGE);
      const range = { fromNo: after + 1, toNo: page.at(-1)?.workerNo ?? after };
      const deltas = await this.retro.deltasOf(run.no, range);
      const parts = await this.slips.fundParts(run.no, range);
      for (const slip of page) {
        const own = deltas.filter((d) => d.workerNo === slip.workerNo);
        if (!reproduced(engine, slip, own, parts.get(slip.workerNo))) differing.push(slip.workerNo);
      }
      checked += page.length;
      if (page.length < PAGE) return { checked, differing };
      after = page.at(-1)?.workerNo ?? after;
    }
  }

  /** Undefined where another version of the engine calculated the run. */
  private async engineOf(run: PayRun): Promise<PayEngine | undefined> {
    const parameters = await this.runs.parametersOf(run.id);
    if (run.engineVersion !== ENGINE_VERSION || run.schemeId === null || parameters === null) return undefined;
    const { definition } = await this.schemes.get(run.schemeId);
    return createEngine(compileScheme(definition), JSON.parse(parameters) as PeriodParameters);
  }
}

/** The hash covers everything that is stored of a slip but the input itself. */
function reproduced(
  engine: PayEngine,
  slip: { agencyId: Id; hash: string; input: string },
  deltas: readonly RetroDelta[],
  funds?: readonly FundPart[],
): boolean {
  const input = JSON.parse(slip.input) as WorkerInput;
  return recordOf(slip.agencyId, input, engine.calculate(input), deltas, funds).hash === slip.hash;
}
