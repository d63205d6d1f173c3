import { type Actor, centresWith, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type Period } from '@gridstaff/kernel';
import { explain, type ExplainedLine, type ItemKind, type Language } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import {
  type AgencyTotals,
  type ExclusionView,
  type PayRun,
  type RunEvent,
  type RunStatus,
  RetroStore,
  type RunNote,
  RunStore,
  SlipStore,
  type SlipView,
} from '../domain';
import { Schemes } from './schemes';

export interface SlipLine {
  itemNo: number;
  code: string;
  nameZh: string;
  nameEn: string;
  kind: ItemKind;
  amount: number;
}

/** A difference of an earlier month that a slip pays, fen. */
export interface SlipDelta extends SlipLine {
  period: Period;
}

export interface SlipDetail extends SlipView {
  lines: SlipLine[];
  /** What the slip's lines of differences are the sums of, oldest month first. */
  retro: SlipDelta[];
}

const MAX_PAGE = 500;
const LAST_NO = 2_147_483_647;

/** Everything that is read of runs, by people with `run:read` in the run's centre. */
@Injectable()
export class RunQueries {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly retro: RetroStore,
    private readonly schemes: Schemes,
  ) {}

  /** Newest first, of the centres the actor may read. */
  async list(
    actor: Actor,
    filter: { centreId?: Id; period?: Period; status?: RunStatus; beforeNo?: number; limit?: number } = {},
  ): Promise<PayRun[]> {
    const { centreId, period, status, beforeNo = LAST_NO, limit = 100 } = filter;
    if (centreId !== undefined) requirePermission(actor, 'run:read', centreId);
    const centreIds = centreId === undefined ? centresWith(actor, 'run:read') : [centreId];
    return this.runs.list({ centreIds, period, status }, beforeNo, page(limit));
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async get(actor: Actor, runId: Id): Promise<PayRun> {
    const run = await this.runs.get(runId);
    requirePermission(actor, 'run:read', run.centreId, 'pay run');
    return run;
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async byNo(actor: Actor, runNo: number): Promise<PayRun> {
    const run = await this.runs.byNo(runNo);
    if (!run) throw new DomainError('NOT_FOUND', { what: 'pay run' });
    requirePermission(actor, 'run:read', run.centreId, 'pay run');
    return run;
  }

  async history(actor: Actor, runId: Id): Promise<RunEvent[]> {
    return this.runs.events((await this.get(actor, runId)).no);
  }

  async agencies(actor: Actor, runId: Id): Promise<AgencyTotals[]> {
    return this.runs.agencies((await this.get(actor, runId)).no);
  }

  /** Slips in the order of worker numbers, those after `afterWorkerNo`. */
  async slipPage(actor: Actor, runId: Id, afterWorkerNo = 0, limit = 100): Promise<SlipView[]> {
    return this.slips.slips((await this.get(actor, runId)).no, afterWorkerNo, page(limit));
  }

  /** The same with their lines: one statement more for the page. */
  async slipPageWithLines(actor: Actor, runId: Id, afterWorkerNo = 0, limit = 100): Promise<SlipDetail[]> {
    const run = await this.get(actor, runId);
    const slips = await this.slips.slips(run.no, afterWorkerNo, page(limit));
    return this.withLines(run, slips);
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN */
  async slip(actor: Actor, runId: Id, workerNo: number): Promise<SlipDetail> {
    const run = await this.get(actor, runId);
    const slip = await this.slips.slip(run.no, workerNo);
    const [detail] = slip ? await this.withLines(run, [slip]) : [];
    if (!detail) throw new DomainError('NOT_FOUND', { what: 'payslip' }, { workerNo });
    return detail;
  }

  async exclusions(actor: Actor, runId: Id, afterWorkerNo = 0, limit = 100): Promise<ExclusionView[]> {
    return this.slips.exclusions((await this.get(actor, runId)).no, afterWorkerNo, page(limit));
  }

  /** What the run says it cannot pay itself, by worker number: parts at another agency, earlier months that cannot be recalculated. */
  async notes(actor: Actor, runId: Id, afterWorkerNo = 0, limit = 100): Promise<RunNote[]> {
    return this.retro.notes((await this.get(actor, runId)).no, afterWorkerNo, page(limit));
  }

  /** Why each line is what it is, expanded from the stored derivation. @throws DomainError NOT_FOUND, FORBIDDEN */
  async explain(actor: Actor, runNo: number, workerNo: number, language: Language): Promise<ExplainedLine[]> {
    const run = await this.byNo(actor, runNo);
    const derivation = await this.slips.derivation(run.no, workerNo);
    if (derivation === undefined || run.programHash === null)
      throw new DomainError('NOT_FOUND', { what: 'payslip' }, { workerNo });
    return explain(await this.slips.programs(run.programHash), derivation, language);
  }

  private async withLines(run: PayRun, slips: readonly SlipView[]): Promise<SlipDetail[]> {
    const [first, last] = [slips[0], slips.at(-1)];
    if (!first || !last || run.schemeId === null) return [];
    const { definition } = await this.schemes.get(run.schemeId);
    const items = new Map(definition.items.map((item) => [item.no, item]));
    const range = { fromNo: first.workerNo, toNo: last.workerNo };
    const byWorker = new Map(
      slips.map((slip): [number, SlipDetail] => [slip.workerNo, { ...slip, lines: [], retro: [] }]),
    );
    for (const { workerNo, period, itemNo, amount } of await this.retro.deltasOf(run.no, range)) {
      const item = items.get(itemNo);
      if (item) byWorker.get(workerNo)?.retro.push({ period, itemNo, amount, ...pick(item) });
    }
    for (const { workerNo, itemNo, amount } of await this.slips.lines(run.no, range)) {
      const item = items.get(itemNo);
      if (item) byWorker.get(workerNo)?.lines.push({ itemNo, amount, ...pick(item) });
    }
    return [...byWorker.values()];
  }
}

export const pick = ({
  code,
  nameZh,
  nameEn,
  kind,
}: Omit<SlipLine, 'itemNo' | 'amount'>): Omit<SlipLine, 'itemNo' | 'amount'> => ({
  code,
  nameZh,
  nameEn,
  kind,
});

function page(limit: number): number {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    throw new DomainError('OUT_OF_RANGE', { value: String(limit) }, { field: 'limit' });
  }
  return limit;
}

/** For the settlement and reporting rooms, after their own permission check. */
@Injectable()
export class RunTotals {
  constructor(private readonly runs: RunStore) {}

  /** @throws DomainError NOT_FOUND */
  run(runId: Id): Promise<PayRun> {
    return this.runs.get(runId);
  }

  /** What the centre owes each agency for the run, in the order of agency ids. @throws DomainError NOT_FOUND */
  async totalsByAgency(runId: Id): Promise<AgencyTotals[]> {
    return this.runs.agencies((await this.runs.get(runId)).no);
  }
}
