import type { Actor } from '@gridstaff/contracts';
import { type Id, sumFen } from '@gridstaff/kernel';
import { costOf, RunProgress, RunTotals as PayrollTotals } from '@gridstaff/payroll';
import { Injectable } from '@nestjs/common';
import type { RunTotals } from '../domain/settlement';
import { RunTotalsReader } from './run-totals';

/** The runs of the payroll room. */
@Injectable()
export class PayrollRunTotals extends RunTotalsReader {
  constructor(
    private readonly totals: PayrollTotals,
    private readonly progress: RunProgress,
  ) {
    super();
  }

  async totalsByAgency(runId: Id): Promise<RunTotals> {
    const { no, centreId, period, hash, status } = await this.totals.run(runId);
    const parts = await this.totals.totalsByFund(runId);
    return {
      runId,
      runNo: no,
      centreId,
      period,
      hash: hash ?? '',
      status,
      agencies: (await this.totals.totalsByAgency(runId)).map((agency) => {
        const funds = parts.filter((part) => part.agencyId === agency.agencyId);
        return { ...agency, funds, carried: sumFen(funds.map(({ due }) => due)) - costOf(agency) };
      }),
    };
  }

  async markSettled(actor: Actor, runId: Id): Promise<void> {
    await this.progress.markSettled(actor, runId);
  }

  async markPaid(actor: Actor, runId: Id): Promise<void> {
    await this.progress.markPaid(actor, runId);
  }
}
