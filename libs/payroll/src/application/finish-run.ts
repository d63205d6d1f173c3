import { createHash } from 'node:crypto';
import type { Actor } from '@gridstaff/contracts';
import { canonicalJson, DomainError, invariant } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import { type PayRun, RunStore, SlipStore } from '../domain';
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
   * @param planned workers that the chunks were planned for: each must have ended as a slip or an exclusion
   * @param assertLead holds the job's lead in the unit that finishes
   */
  async finish(actor: Actor, run: PayRun, planned: number, assertLead: () => Promise<void>): Promise<void> {
    const hash = await this.hashOf(run);
    await this.uow.run(async () => {
      await assertLead();
      const { people, ...totals } = await this.runs.sumUp(run.no);
      const excluded = await this.slips.countExclusions(run.no, false);
      this.assertComplete(run, planned, people, excluded);
      const data = { people, excluded, hash, gross: totals.gross, net: totals.net };
      await this.journal.move(actor, run, 'calculated', 'calculated', { ...totals, people, excluded, hash }, { data });
    });
  }

  /** Another run may have claimed workers of a supplementary one in the meantime; the facts of a cut-off never change. */
  private assertComplete(run: PayRun, planned: number, people: number, excluded: number): void {
    if (people + excluded === planned) return;
    if (run.kind === 'supplementary') throw new DomainError('RUN_OUTDATED', { run: run.no });
    invariant(false, `run ${run.no}: ${planned} workers, ${people} slips and ${excluded} exclusions`);
  }

  /**
   * SHA-256 over one line of JSON for the run, one line `s <worker> <hash of the slip>` for every slip and one line
   * `x <worker> <code> <params as JSON>` for every exclusion, both in the order of worker numbers. The number of the run and the time of its
   * calculation stay out, so the same inputs give the same hash.
   */
  async hashOf(run: PayRun): Promise<string> {
    const { centreId, period, kind, payDate, fundId, engineVersion, schemeId, parametersHash, programHash, basis } =
      run;
    const head = { centreId, period, kind, payDate, fundId, engineVersion, schemeId, parametersHash, programHash };
    const hash = createHash('sha256');
    hash.update(`${canonicalJson({ ...head, basis: basis?.map((b) => [b.no, b.hash]) ?? [] })}\n`);
    for (let after = 0; ;) {
      const page = await this.slips.hashes(run.no, after, PAGE);
      for (const slip of page) hash.update(`s ${slip.workerNo} ${slip.hash}\n`);
      if (page.length < PAGE) break;
      after = page.at(-1)?.workerNo ?? after;
      await yieldToOthers();
    }
    for (let after = 0; ;) {
      const page = await this.slips.exclusions(run.no, after, PAGE);
      for (const { workerNo, code, params } of page)
        hash.update(`x ${workerNo} ${code} ${canonicalJson({ ...params })}\n`);
      if (page.length < PAGE) break;
      after = page.at(-1)?.workerNo ?? after;
      await yieldToOthers();
    }
    return hash.digest('hex');
  }
}
