import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { FundLedger } from '@gridstaff/fund';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  assertSameAsRun,
  assertTies,
  type Settlement,
  SettlementRepository,
  type SettlementStatus,
} from '../domain/settlement';
import { RunTotalsReader } from './run-totals';

/** The centre agrees to what it owes an agency; with the last agency the run is settled. */
@Injectable()
export class ConfirmSettlement {
  constructor(
    private readonly settlements: SettlementRepository,
    private readonly runs: RunTotalsReader,
    private readonly ledger: FundLedger,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A settlement of nothing is paid as soon as it is confirmed.
   * @throws DomainError SETTLEMENT_TOTALS or SETTLEMENT_RUN_CHANGED when settlement, run and reservation do not tie to the fen;
   * WRONG_STEP, NOT_FOUND, FORBIDDEN
   */
  async run(actor: Actor, settlementId: Id): Promise<void> {
    const known = await this.settlements.get(settlementId);
    if (!known) throw new DomainError('NOT_FOUND', { what: 'settlement' });
    requirePermission(actor, 'settlement:settle', known.centreId, 'settlement');
    await this.uow.run(async () => {
      const all = await this.settlements.lockRun(known.runId);
      const settlement = all.find(({ id }) => id === settlementId) as Settlement;
      if (settlement.status !== 'prepared') {
        throw new DomainError('WRONG_STEP', {
          what: `settlement of run ${settlement.runNo}`,
          status: settlement.status,
          step: 'confirm',
        });
      }
      await this.assertTies(settlement);
      const status: SettlementStatus = settlement.total === 0 ? 'paid' : 'confirmed';
      await this.settlements.confirm(settlement, status, this.clock.millis(), actor.userId);
      await this.audit.append({
        ...{
          actor,
          centreId: settlement.centreId,
          action: 'settlement.confirmed',
          subjectType: 'settlement',
          subjectId: settlementId,
        },
        data: { runId: settlement.runId, agencyId: settlement.agencyId, total: settlement.total },
      });
      const others = all.filter(({ id }) => id !== settlementId);
      if (others.some((other) => other.status === 'prepared')) return;
      await this.runs.markSettled(actor, settlement.runId);
      if (status === 'paid' && others.every((other) => other.status === 'paid'))
        await this.runs.markPaid(actor, settlement.runId);
    });
  }

  private async assertTies(settlement: Settlement): Promise<void> {
    const run = await this.runs.totalsByAgency(settlement.runId);
    if (run.status !== 'approved')
      throw new DomainError('WRONG_STEP', { what: `run ${run.runNo}`, status: run.status, step: 'settle' });
    assertSameAsRun(settlement, await this.settlements.lines(settlement.id), run);
    const reservations = new Map((await this.ledger.reservationsOfRun(run.runId)).map((own) => [own.id, own]));
    for (const { fundId, reservationId, amount } of settlement.funds) {
      const reservation = reservationId === null ? undefined : reservations.get(reservationId);
      if (reservation && (reservation.hash !== run.hash || reservation.fundId !== fundId))
        throw new DomainError('SETTLEMENT_RUN_CHANGED', { run: run.runNo });
      assertTies('reservation', run.runNo, reservation?.remaining ?? 0, amount);
    }
  }
}
