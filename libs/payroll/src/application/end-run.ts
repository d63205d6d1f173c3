import { Approvals } from '@gridstaff/approval';
import { type Actor, type Permission, requirePermission } from '@gridstaff/contracts';
import { FundLedger } from '@gridstaff/fund';
import { Jobs } from '@gridstaff/jobs';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { assertStep, type PayRun, type RunStatus, RunStore, SlipStore } from '../domain';
import { DecideRun, subject } from './decide-run';
import { RunJournal } from './run-journal';

/** The steps after approval, taken by the settlement room inside its own unit. */
@Injectable()
export class RunProgress {
  constructor(
    private readonly runs: RunStore,
    private readonly journal: RunJournal,
    private readonly uow: UnitOfWork,
  ) {}

  /** Every agency of the run has its settlement. @throws DomainError WRONG_STEP, FORBIDDEN, NOT_FOUND, STALE */
  markSettled(actor: Actor, runId: Id): Promise<PayRun> {
    return this.step(actor, runId, 'settle', 'settled', 'settlement:settle');
  }

  /** Every settlement of the run is paid. @throws DomainError WRONG_STEP, FORBIDDEN, NOT_FOUND, STALE */
  markPaid(actor: Actor, runId: Id): Promise<PayRun> {
    return this.step(actor, runId, 'pay', 'paid', 'settlement:pay');
  }

  /** @throws DomainError WRONG_STEP, FORBIDDEN, NOT_FOUND, STALE */
  close(actor: Actor, runId: Id): Promise<PayRun> {
    return this.step(actor, runId, 'close', 'closed', 'settlement:pay');
  }

  private step(
    actor: Actor,
    runId: Id,
    step: 'settle' | 'pay' | 'close',
    to: RunStatus,
    permission: Permission,
  ): Promise<PayRun> {
    return this.uow.run(async () => {
      const run = await this.runs.get(runId);
      requirePermission(actor, permission, run.centreId, 'pay run');
      return this.journal.move(actor, run, step, to);
    });
  }
}

@Injectable()
export class CancelRun {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly decisions: DecideRun,
    private readonly approvals: Approvals,
    private readonly funds: FundLedger,
    private readonly jobs: Jobs,
    private readonly journal: RunJournal,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Ends a run that nothing was settled of: reservations are voided, claims freed, a running calculation stopped. Afterwards only a new run
   * can pay the month; it may name this one.
   * @throws DomainError WRONG_STEP, REASON_MISSING, LATER_RUN_COUNTS, RESERVATION_USED, FORBIDDEN, NOT_FOUND, STALE
   */
  async cancel(actor: Actor, runId: Id, reason: string): Promise<PayRun> {
    const why = reason.trim().slice(0, 500);
    if (why === '') throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    return this.uow.run(async () => {
      const run = await this.runs.get(runId);
      requirePermission(actor, 'run:cancel', run.centreId, 'pay run');
      assertStep(run, 'cancel');
      await this.decisions.refuseCounted(run);
      if (run.status === 'draft' && run.jobId !== null) await this.jobs.requestStop(run.jobId);
      if (run.status === 'submitted' || run.status === 'checked')
        await this.approvals.withdraw(actor, { ...subject(run), reason: why });
      if (run.status === 'approved') await this.voidReservations(actor, run, why);
      await this.slips.releaseClaims(run.no);
      return this.journal.move(actor, run, 'cancel', 'cancelled', {}, { reason: why, data: { hash: run.hash } });
    });
  }

  private async voidReservations(actor: Actor, run: PayRun, reason: string): Promise<void> {
    // In the order of funds, in which every unit holds them.
    for (const part of await this.runs.funds(run.no)) {
      if (part.reservationId === null) continue;
      await this.funds.voidReservation(actor, part.reservationId, reason);
      await this.runs.setReservation(run.no, part, null);
    }
  }
}
