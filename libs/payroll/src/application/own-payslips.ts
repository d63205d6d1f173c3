import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type Page, type PageRequest } from '@gridstaff/kernel';
import { explain, type ExplainedLine, type Language } from '@gridstaff/pay-engine';
import { Injectable } from '@nestjs/common';
import {
  OneOffStore,
  type OwnSlipSort,
  type PayRun,
  RetroStore,
  type RunStatus,
  RunStore,
  SlipStore,
  type SlipView,
} from '../domain';
import { pick, type SlipDetail } from './run-queries';
import { Schemes } from './schemes';

/** A payslip is shown to its worker once the money has been paid: never a figure that may still change. */
const PUBLISHED: readonly RunStatus[] = ['paid', 'closed'];

export interface OwnSlip {
  run: PayRun;
  slip: SlipView;
}

/** Which worker the person is; it comes from their account, never from a request. */
export interface Oneself {
  centreId: Id;
  workerNo: number;
}

/** One's own payslips, with `payslip:own`: no question here can name another worker. */
@Injectable()
export class OwnPayslips {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly retro: RetroStore,
    private readonly oneOffs: OneOffStore,
    private readonly schemes: Schemes,
  ) {}

  /** @throws DomainError FORBIDDEN */
  async list(actor: Actor, own: Oneself, page: PageRequest<OwnSlipSort>): Promise<Page<OwnSlip>> {
    requirePermission(actor, 'payslip:own', own.centreId);
    const { rows, next } = await this.slips.slipsOfWorker({ ...own, statuses: PUBLISHED }, page);
    const runs = new Map((await this.runs.byNumbers(rows.map(({ runNo }) => runNo))).map((run) => [run.no, run]));
    return { next, rows: rows.map(({ runNo, ...slip }) => ({ run: runs.get(runNo) as PayRun, slip })) };
  }

  /** With its lines and why each is what it is. @throws DomainError FORBIDDEN, NOT_FOUND (also before it is paid) */
  async get(
    actor: Actor,
    own: Oneself,
    runNo: number,
    language: Language,
  ): Promise<{ run: PayRun; slip: SlipDetail; explanation: ExplainedLine[] }> {
    requirePermission(actor, 'payslip:own', own.centreId);
    const run = await this.runs.byNo(runNo);
    const visible = run && run.centreId === own.centreId && PUBLISHED.includes(run.status);
    const slip = visible ? await this.slips.slip(run.no, own.workerNo) : undefined;
    if (!run || !slip || run.schemeId === null || run.programHash === null)
      throw new DomainError('NOT_FOUND', { what: 'payslip' });
    const { definition } = await this.schemes.get(run.schemeId);
    const items = new Map(definition.items.map((item) => [item.no, item]));
    const lines = (await this.slips.lines(run.no, { fromNo: own.workerNo, toNo: own.workerNo })).flatMap(
      ({ itemNo, amount }) => {
        const item = items.get(itemNo);
        return item ? [{ itemNo, amount, ...pick(item) }] : [];
      },
    );
    const deltas = await this.retro.deltasOf(run.no, { fromNo: own.workerNo, toNo: own.workerNo });
    const retro = deltas.flatMap(({ period, itemNo, amount }) => {
      const item = items.get(itemNo);
      return item ? [{ period, itemNo, amount, ...pick(item) }] : [];
    });
    const parts = await this.oneOffs.ofRun(run.no, { fromNo: own.workerNo, toNo: own.workerNo });
    const oneOffs = parts.map(({ period, kind, quantity }) => ({ period, kind, quantity }));
    const derivation = (await this.slips.derivation(run.no, own.workerNo)) ?? '';
    return {
      run,
      slip: { ...slip, lines, retro, oneOffs },
      explanation: explain(await this.slips.programs(run.programHash), derivation, language),
    };
  }
}
