import { type Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { type RetroDelta, RetroStore, RunStore, SlipStore, type SlipView } from '../domain';
import { FinishRun } from './finish-run';
import { slipHash } from './slip-hash';

export interface RunFinding {
  /** Slips whose rows no longer give their hash. */
  workerNos: number[];
  /** Whether the slips and exclusions still give the hash that was checked and approved. */
  runHashHolds: boolean;
}

const PAGE = 500;

/** For the checker, after its own permission check: are the stored rows still what was approved? */
@Injectable()
export class RunProof {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly retro: RetroStore,
    private readonly finisher: FinishRun,
  ) {}

  /** Takes every hash again from the rows, by pages. @throws DomainError NOT_FOUND */
  async check(runId: Id): Promise<RunFinding> {
    const run = await this.runs.get(runId);
    const workerNos: number[] = [];
    for (let after = 0; ;) {
      const page = await this.slips.slips(run.no, after, PAGE);
      const last = page.at(-1);
      if (!last) break;
      workerNos.push(...(await this.changed(run.no, page)));
      after = last.workerNo;
    }
    return { workerNos, runHashHolds: run.hash === (await this.finisher.hashOf(run)) };
  }

  private async changed(runNo: number, page: readonly SlipView[]): Promise<number[]> {
    const range = { fromNo: page[0]?.workerNo ?? 0, toNo: page.at(-1)?.workerNo ?? 0 };
    const derivations = await this.slips.derivations(runNo, range);
    const lines = new Map<number, { itemNo: number; amount: number }[]>();
    for (const { workerNo, itemNo, amount } of await this.slips.lines(runNo, range)) {
      const own = lines.get(workerNo);
      if (own) own.push({ itemNo, amount });
      else lines.set(workerNo, [{ itemNo, amount }]);
    }
    const deltas = new Map<number, RetroDelta[]>();
    for (const delta of await this.retro.deltasOf(runNo, range))
      deltas.set(delta.workerNo, [...(deltas.get(delta.workerNo) ?? []), delta]);
    const parts = await this.slips.fundParts(runNo, range);
    const now = (slip: SlipView): string => {
      const { workerNo } = slip;
      const derivation = derivations.get(workerNo) ?? '';
      const of = <T>(all: ReadonlyMap<number, T[]>): T[] => all.get(workerNo) ?? [];
      return slipHash({ ...slip, lines: of(lines), derivation, deltas: of(deltas), funds: of(parts) });
    };
    return page.filter((slip) => now(slip) !== slip.hash).map((slip) => slip.workerNo);
  }
}
