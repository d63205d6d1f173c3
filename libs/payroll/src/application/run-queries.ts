import { type Actor, centresWith, requirePermission } from '@gridstaff/contracts';
import { FundReader } from '@gridstaff/fund';
import { checkPage, DomainError, type Id, type Page, type PageRequest, type Period } from '@gridstaff/kernel';
import { explain, type ExplainedLine, type ItemKind, type Language } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import {
  type AgencyTotals,
  costOf,
  type FundPart,
  wholeOf,
  type ExclusionSort,
  type ExclusionView,
  type FundTotals,
  type PayRun,
  type RunEvent,
  type RunSort,
  type RunStatus,
  RetroStore,
  type NoteSort,
  type OneOffPart,
  OneOffStore,
  type RunNote,
  RunStore,
  type SlipSort,
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
  /** What it pays of what is given once, by the month it was given for. */
  oneOffs: OneOffPart[];
}

export type NamedFundPart = FundPart & { name: string };
export type NamedFundTotals = FundTotals & { fundName: string };

/** Everything that is read of runs, by people with `run:read` in the run's centre. */
@Injectable()
export class RunQueries {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly retro: RetroStore,
    private readonly oneOffs: OneOffStore,
    private readonly schemes: Schemes,
    private readonly fundNames: FundReader,
  ) {}

  /** Of the centres the actor may read. */
  async list(
    actor: Actor,
    filter: { centreId?: Id; period?: Period; status?: RunStatus },
    page: PageRequest<RunSort>,
  ): Promise<Page<PayRun>> {
    const { centreId, period, status } = filter;
    if (centreId !== undefined) requirePermission(actor, 'run:read', centreId);
    const centreIds = centreId === undefined ? centresWith(actor, 'run:read') : [centreId];
    return this.runs.list({ centreIds, period, status }, page);
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

  /** What each fund bears for each agency, with the funds' names. @throws DomainError NOT_FOUND, FORBIDDEN */
  async funds(actor: Actor, runId: Id): Promise<NamedFundTotals[]> {
    const parts = await this.runs.funds((await this.get(actor, runId)).no);
    const names = await this.fundNames.names(parts.map((part) => part.fundId));
    return parts.map((part) => ({ ...part, fundName: names.get(part.fundId) ?? '' }));
  }

  /** By name for people alone who may know the names: `roster:read`. @throws DomainError NOT_FOUND, FORBIDDEN */
  async slipPage(actor: Actor, runId: Id, page: PageRequest<SlipSort>): Promise<Page<SlipView>> {
    const run = await this.get(actor, runId);
    if (page.field === 'name') requirePermission(actor, 'roster:read', run.centreId);
    return this.slips.slipPage(run.no, page);
  }

  /** Slips with their lines in the order of worker numbers, those after `afterWorkerNo`: one statement more for the page. */
  async slipPageWithLines(actor: Actor, runId: Id, afterWorkerNo = 0, limit = 100): Promise<SlipDetail[]> {
    const run = await this.get(actor, runId);
    checkPage({ limit });
    const slips = await this.slips.slips(run.no, afterWorkerNo, limit);
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

  /** Which fund bears which part of a slip, in the order of fund ids. @throws DomainError NOT_FOUND, FORBIDDEN */
  async slipFunds(actor: Actor, runId: Id, workerNo: number): Promise<NamedFundPart[]> {
    const run = await this.get(actor, runId);
    const slip = await this.slips.slip(run.no, workerNo);
    if (!slip) throw new DomainError('NOT_FOUND', { what: 'payslip' }, { workerNo });
    const stored = await this.slips.fundParts(run.no, { fromNo: workerNo, toNo: workerNo });
    const parts = wholeOf(stored.get(workerNo) ?? [], costOf(slip.totals), run.fundId);
    const names = await this.fundNames.names(parts.map((part) => part.fundId));
    return parts.map((part) => ({ ...part, name: names.get(part.fundId) ?? '' }));
  }

  async exclusions(actor: Actor, runId: Id, page: PageRequest<ExclusionSort>): Promise<Page<ExclusionView>> {
    return this.slips.exclusionPage((await this.get(actor, runId)).no, page);
  }

  /** What the run says it cannot pay itself, by worker number: parts at another agency, earlier months that cannot be recalculated. */
  async notes(actor: Actor, runId: Id, page: PageRequest<NoteSort>): Promise<Page<RunNote>> {
    return this.retro.notes((await this.get(actor, runId)).no, page);
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
      slips.map((slip): [number, SlipDetail] => [slip.workerNo, { ...slip, lines: [], retro: [], oneOffs: [] }]),
    );
    for (const { workerNo, period, itemNo, amount } of await this.retro.deltasOf(run.no, range)) {
      const item = items.get(itemNo);
      if (item) byWorker.get(workerNo)?.retro.push({ period, itemNo, amount, ...pick(item) });
    }
    for (const { workerNo, ...part } of await this.oneOffs.ofRun(run.no, range))
      byWorker.get(workerNo)?.oneOffs.push(part);
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

  /** What each fund bears for each agency and holds for it, in the order of funds, then agencies. @throws DomainError NOT_FOUND */
  async totalsByFund(runId: Id): Promise<FundTotals[]> {
    return this.runs.funds((await this.runs.get(runId)).no);
  }
}
