import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type AgencyTotals,
  linesOf,
  passThroughOf,
  type RunTotals,
  type Settlement,
  SettlementRepository,
  totalOf,
} from '../domain/settlement';
import { RunTotalsReader } from './run-totals';

/** One settlement per agency of an approved run, all at once. */
@Injectable()
export class PrepareSettlements {
  constructor(
    private readonly settlements: SettlementRepository,
    private readonly runs: RunTotalsReader,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Asked again, it answers with what exists: the key (run, agency) lets one settlement of an agency in, however many ask at once.
   * @throws DomainError WRONG_STEP unless the run is approved, SETTLEMENT_NOTHING, SETTLEMENT_TOTALS, NOT_FOUND, FORBIDDEN
   */
  async run(actor: Actor, runId: Id): Promise<Settlement[]> {
    return this.uow.run(async () => {
      const run = await this.runs.totalsByAgency(runId);
      requirePermission(actor, 'settlement:settle', run.centreId, 'run');
      const existing = await this.settlements.ofRun(runId);
      if (existing.length > 0) return existing;
      if (run.status !== 'approved')
        throw new DomainError('WRONG_STEP', { what: `run ${run.runNo}`, status: run.status, step: 'settle' });
      if (run.agencies.length === 0) throw new DomainError('SETTLEMENT_NOTHING', { run: run.runNo });
      const drafts = run.agencies.map((totals) => ({
        settlement: this.draft(actor, run, totals),
        lines: linesOf(totals, run.runNo),
      }));
      const ours = new Set(await this.settlements.addMissing(drafts.map(({ settlement }) => settlement)));
      for (const { settlement, lines } of drafts) {
        if (!ours.has(settlement.id)) continue;
        await this.settlements.addFunds(settlement);
        await this.settlements.addLines(settlement.id, lines);
        const { id, agencyId, people, total, fee, runHash } = settlement;
        await this.audit.append({
          ...{ actor, centreId: run.centreId, action: 'settlement.prepared', subjectType: 'settlement', subjectId: id },
          data: {
            runId,
            agencyId,
            people,
            total,
            fee,
            runHash,
            funds: settlement.funds.map((f) => [f.fundId, f.amount]),
          },
        });
      }
      return this.settlements.ofRun(runId);
    });
  }

  private draft(actor: Actor, run: RunTotals, totals: AgencyTotals): Settlement {
    const { runId, runNo, centreId, period, hash } = run;
    const { agencyId, people, fee } = totals;
    return {
      ...{ id: this.ids.next(), centreId, runId, runNo, period, agencyId, runHash: hash, people, fee },
      ...{ passThrough: passThroughOf(totals), total: totalOf(totals), paid: 0, status: 'prepared', version: 1 },
      ...{ preparedAt: this.clock.millis(), preparedBy: actor.userId, confirmedAt: null, confirmedBy: null },
      funds: totals.funds.map(({ fundId, reservationId, due }) => ({
        ...{ fundId, reservationId, amount: due, paid: 0, ended: due === 0 },
      })),
    };
  }
}
