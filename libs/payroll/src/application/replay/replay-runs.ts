import { type Actor, requirePermission } from '@gridstaff/contracts';
import { type Id, invariant, type PageRequest, type Period } from '@gridstaff/kernel';
import type { PayEngine, PayLine, PeriodParameters, WorkerInput } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { buildInput, FROZEN, oneOffsOf, type PayRun, type RunSort, RunStore, SlipStore, type WorkerRange } from '../../domain';
import { EngineShelf } from '../forecast/engine-shelf';
import { type DueMonth, PayCalculator } from '../pay-calculator';
import { type PayContext, PayContexts } from '../pay-contexts';
import { yearToDate } from '../run-basis';
import { Schemes } from '../schemes';
import { exclusionOf } from '../slip-record';
import { effectsOf, type ReplayEffect, type ReplayRefusal } from './replay-slip';

export interface ReplayDifference extends ReplayEffect {
  workerNo: number;
  code: string;
  nameZh: string;
  nameEn: string;
}

/** A stored run beside what the product of today makes of the facts that were known at its cut-off. */
export interface Replay {
  runNo: number;
  period: Period;
  kind: PayRun['kind'];
  /** Of the engine that calculated it, and of the present one. */
  madeWith: string;
  engine: string;
  slips: number;
  /** People whose slip is the same in every line. */
  same: number;
  differences: ReplayDifference[];
  refused: ReplayRefusal[];
}

/** What is the same for everybody of the run. */
interface Frame {
  engine: PayEngine;
  lawful: PayEngine | undefined;
  /** Undefined: the inputs of this kind of run cannot be made again from facts alone. */
  context: PayContext | undefined;
}

const PAGE = 500;
const RUNS = { field: 'no', descending: false, limit: 200 } as const;

/**
 * Recalculates stored months as known on their cut-off, with the engine, the reading of facts and the packs of today, and names for every
 * amount that differs what makes it differ. Reads only, a page of slips at a time. Whether the same version still gives the same bytes is
 * asked by `RecheckRun`; here another version has to account for itself.
 */
@Injectable()
export class ReplayRuns {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly schemes: Schemes,
    private readonly engines: EngineShelf,
    private readonly contexts: PayContexts,
    private readonly calculator: PayCalculator,
  ) {}

  /** The frozen runs of a centre (of one month) by number. Needs `verify:run`. @throws DomainError FORBIDDEN, NOT_FOUND */
  async *replay(actor: Actor, { centreId, period }: { centreId: Id; period?: Period }): AsyncGenerator<Replay> {
    requirePermission(actor, 'verify:run', centreId);
    for (let after: PageRequest<RunSort>['after']; ;) {
      const { rows, next } = await this.runs.list({ centreIds: [centreId], period }, { ...RUNS, after });
      for (const run of rows) if (FROZEN.includes(run.status)) yield await this.one(run);
      if (next === null) return;
      after = next;
    }
  }

  private async one(run: PayRun): Promise<Replay> {
    const { schemeId, engineVersion } = run;
    invariant(schemeId !== null && engineVersion !== null, `run ${run.no} is frozen and was never calculated`);
    const { definition } = await this.schemes.get(schemeId);
    const names = new Map(definition.items.map(({ no, code, nameZh, nameEn }) => [no, { code, nameZh, nameEn }]));
    const frame = await this.frameOf(run, schemeId);
    const { no: runNo, period, kind } = run;
    const result: Replay = {
      ...{ runNo, period, kind, madeWith: engineVersion, engine: frame.engine.version },
      ...{ slips: 0, same: 0, differences: [], refused: [] },
    };
    for (let after = 0; ;) {
      const page = await this.slips.inputs(run.no, after, PAGE);
      const last = page.at(-1);
      if (!last) return result;
      const range = { fromNo: after + 1, toNo: last.workerNo };
      const lines = await this.linesOf(run.no, range);
      const months = await this.monthsOf(frame, range);
      for (const { workerNo, agencyId, input: text } of page) {
        const input = JSON.parse(text) as WorkerInput;
        let effects: ReplayEffect[] = [];
        const refused = exclusionOf(workerNo, () => {
          const now = inputNow(frame, months.get(workerNo), agencyId, input);
          effects = effectsOf({ input, lines: lines.get(workerNo) ?? [] }, { ...frame, input: now });
        });
        if (refused) result.refused.push({ workerNo, code: refused.code });
        else if (effects.length === 0) result.same += 1;
        for (const effect of effects)
          result.differences.push({
            ...{ workerNo, ...effect },
            ...(names.get(effect.itemNo) ?? { code: String(effect.itemNo), nameZh: '', nameEn: '' }),
          });
      }
      result.slips += page.length;
      after = last.workerNo;
      await yieldToOthers();
    }
  }

  private async frameOf(run: PayRun, schemeId: Id): Promise<Frame> {
    const { kind, knownAt, basis, parametersHash } = run;
    const stored = await this.runs.parametersOf(run.id);
    invariant(stored !== null && knownAt !== null, `run ${run.no} has no cut-off`);
    const { definition } = await this.schemes.get(schemeId);
    const engine = this.engines.get(definition, JSON.parse(stored) as PeriodParameters);
    // Others pay what was not claimed then, differences and bonuses: their inputs are what the run itself made of that.
    if (kind !== 'regular') return { engine, lawful: undefined, context: undefined };
    const context = await this.contexts.open({ ...run, knownAt, basis: yearToDate(basis ?? []) });
    const lawful = context.parameters.fingerprint === parametersHash ? undefined : context.engine;
    return { engine, lawful, context };
  }

  private async linesOf(runNo: number, range: WorkerRange): Promise<Map<number, PayLine[]>> {
    const lines = new Map<number, PayLine[]>();
    for (const { workerNo, itemNo, amount } of await this.slips.lines(runNo, range)) {
      const own = lines.get(workerNo);
      if (own) own.push({ itemNo, amount });
      else lines.set(workerNo, [{ itemNo, amount }]);
    }
    return lines;
  }

  private async monthsOf({ context }: Frame, range: WorkerRange): Promise<Map<number, DueMonth>> {
    if (!context) return new Map();
    return new Map((await this.calculator.read(context, range)).map((month) => [month.facts.workerNo, month]));
  }
}

/** The input as the facts known at the cut-off make it today; what comes of other runs as it was: differences, debts, and what is left of one-off items. */
function inputNow(
  { context }: Frame,
  month: DueMonth | undefined,
  agencyId: Id,
  stored: WorkerInput,
): WorkerInput | undefined {
  const { segments, retro, receivableBefore } = stored;
  if (!context || !month || segments.length === 0) return undefined;
  const further = { retro, debt: receivableBefore, oneOffs: oneOffsOf(stored) };
  return buildInput(context.month, month, agencyId, further).input;
}
