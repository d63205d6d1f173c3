import { createHash } from 'node:crypto';
import type { Actor } from '@gridstaff/contracts';
import { canonicalJson, DomainError, invariant } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type PayRun, RunStore, SlipStore } from '../domain';
import { yearToDate } from './run-basis';
import { RunJournal } from './run-journal';

/** Rows per page while the hash is taken: memory does not grow with the run. */
const PAGE = 1000;

/** What follows the last chunk: totals, the hash of the run, and the state calculated. */
@Injectable()
export class FinishRun {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly journal: RunJournal,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * @param planned numbers of the workers that the chunks were planned for: each must have ended as a slip or an exclusion
   * @param assertLead holds the job's lead in the unit that finishes
   */
  async finish(actor: Actor, run: PayRun, planned: readonly number[], assertLead: () => Promise<void>): Promise<void> {
    const seen = new Set<number>();
    const hash = await this.hashOf(run, (no) => seen.add(no));
    await this.uow.run(async () => {
      await assertLead();
      const { people, ...totals } = await this.runs.sumUp(run, yearToDate(run.basis ?? []));
      const excluded = await this.slips.countExclusions(run.no, false);
      this.assertComplete(
        run,
        planned.filter((no) => !seen.has(no)),
      );
      const data = { people, excluded, hash, gross: totals.gross, net: totals.net };
      await this.journal.move(actor, run, 'calculated', 'calculated', { ...totals, people, excluded, hash }, { data });
    });
  }

  /** Another run may have claimed workers of a supplementary or bonus run in the meantime; the facts of a cut-off never change. */
  private assertComplete(run: PayRun, lost: readonly number[]): void {
    // A correction concerns those only whom differences were found for.
    if (lost.length === 0 || run.kind === 'correction') return;
    if (run.kind === 'supplementary' || run.kind === 'bonus') throw new DomainError('RUN_OUTDATED', { run: run.no });
    invariant(false, `run ${run.no}: neither slip nor exclusion for worker ${lost[0]} and ${lost.length - 1} more`);
  }

  /**
   * SHA-256 over one line of JSON for the run, one line `s <worker> <hash of the slip>` for every slip and one line
   * `x <worker> <code> <params as JSON>` for every exclusion, both in the order of worker numbers. The number of the run and the time of its
   * calculation stay out, so the same inputs give the same hash.
   * @param seen told the number of every worker with a slip or an exclusion
   */
  async hashOf(run: PayRun, seen: (workerNo: number) => void = () => undefined): Promise<string> {
    const { centreId, period, kind, payDate, fundId, engineVersion, schemeId, parametersHash, programHash, basis } =
      run;
    const head = { centreId, period, kind, payDate, fundId, engineVersion, schemeId, parametersHash, programHash };
    const hash = createHash('sha256');
    hash.update(`${canonicalJson({ ...head, basis: basis?.map((b) => [b.no, b.hash]) ?? [] })}\n`);
    for (let after = 0; ;) {
      const page = await this.slips.hashes(run.no, after, PAGE);
      for (const slip of page) {
        seen(slip.workerNo);
        hash.update(`s ${slip.workerNo} ${slip.hash}\n`);
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.workerNo ?? after;
      await yieldToOthers();
    }
    for (let after = 0; ;) {
      const page = await this.slips.exclusions(run.no, after, PAGE);
      for (const { workerNo, code, params } of page) {
        seen(workerNo);
        hash.update(`x ${workerNo} ${code} ${canonicalJson({ ...params })}\n`);
      }
      if (page.length < PAGE) break;
      after = page.at(-1)?.workerNo ?? after;
      await yieldToOthers();
    }
    return hash.digest('hex');
  }
}
