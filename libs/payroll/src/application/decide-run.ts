import { Approvals } from '@gridstaff/approval';
import { Idempotency } from '@gridstaff/audit';
import { type Actor, can, requirePermission } from '@gridstaff/contracts';
import { FundLedger } from '@gridstaff/fund';
import { DomainError, type Id } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { assertStep, type PayRun, type RunChanges, RunStore, SlipStore } from '../domain';
import { RUN_SUBJECT, RunJournal } from './run-journal';
import { RunApprovals } from './submit-run';

const UNSUBMITTED: RunChanges = { submittedBy: null, submittedPerson: null, checkedBy: null, checkedPerson: null };

/** The other people's part: check, approval, return. Duties are separated by person in the approval flow and by the CHECKs of `pay_run`. */
@Injectable()
export class DecideRun {
  constructor(
    private readonly runs: RunStore,
    private readonly slips: SlipStore,
    private readonly approvals: Approvals,
    private readonly rounds: RunApprovals,
    private readonly funds: FundLedger,
    private readonly idempotency: Idempotency,
    private readonly journal: RunJournal,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Finance's check of exactly this hash.
   * @throws DomainError WRONG_STEP, APPROVAL_STALE, SEPARATION_OF_DUTIES, FORBIDDEN, NOT_FOUND, STALE
   */
  async check(actor: Actor, runId: Id, hash: string, opinion?: string): Promise<PayRun> {
    return this.uow.run(async () => {
      const run = await this.visible(actor, runId);
      assertStep(run, 'check');
      await this.rounds.refusePaid(actor, run, 'check');
      await this.approvals.decide(actor, { ...subject(run), kind: 'check', hash, decision: 'pass', opinion });
      const by = { checkedBy: actor.userId, checkedPerson: actor.personId };
      return this.journal.move(actor, run, 'check', 'checked', by, { data: { hash }, reason: opinion });
    });
  }

  /**
   * The leader's approval of exactly this hash, which reserves every fund for every agency, or nothing, in the same unit. The same key again gives
   * the same answer. @throws DomainError FUND_SHORT (the run stays checked), WRONG_STEP, APPROVAL_STALE, SEPARATION_OF_DUTIES,
   * IDEMPOTENCY_MISMATCH, FORBIDDEN, NOT_FOUND, STALE
   */
  async approve(actor: Actor, runId: Id, hash: string, idempotencyKey: string): Promise<PayRun> {
    await this.idempotency.once(actor, idempotencyKey, 'run.approve', { runId, hash }, async () => {
      const run = await this.visible(actor, runId);
      assertStep(run, 'approve');
      await this.rounds.refusePaid(actor, run, 'approve');
      await this.approvals.decide(actor, { ...subject(run), kind: 'approve', hash, decision: 'pass' });
      const reserved = await this.reserve(actor, run, hash);
      const by = { approvedBy: actor.userId, approvedPerson: actor.personId };
      await this.journal.move(actor, run, 'approve', 'approved', by, { data: { hash, fundId: run.fundId, reserved } });
      return { runId };
    });
    return this.runs.get(runId);
  }

  /** @returns fen reserved in all */
  private async reserve(actor: Actor, run: PayRun, hash: string): Promise<number> {
    const parts = (await this.runs.funds(run.no)).filter((part) => part.due > 0);
    const { centreId, id: runId, no: runNo } = run;
    const ids = await this.funds.reserveAll(
      actor,
      parts.map(({ agencyId, fundId, due }) => ({ centreId, fundId, agencyId, runId, runNo, amount: due, hash })),
    );
    for (const [i, part] of parts.entries()) await this.runs.setReservation(run.no, part, ids[i] ?? null);
    return parts.reduce((sum, part) => sum + part.due, 0);
  }

  /**
   * Back to an earlier state, until approved: by whoever has to decide next, or by the preparers taking it back. Back to calculated frees the
   * claims; back to submitted asks for the check once more.
   * @throws DomainError WRONG_STEP, REASON_MISSING, LATER_RUN_COUNTS, SEPARATION_OF_DUTIES, FORBIDDEN, NOT_FOUND, STALE
   */
  async returnRun(actor: Actor, runId: Id, to: 'calculated' | 'submitted', reason: string): Promise<PayRun> {
    const why = reason.trim().slice(0, 500);
    if (why === '') throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    return this.uow.run(async () => {
      const run = await this.visible(actor, runId);
      assertStep(run, 'return');
      if (to === 'submitted' && run.status !== 'checked') {
        throw new DomainError('WRONG_STEP', { what: `run ${run.no}`, status: run.status, step: 'return' });
      }
      await this.endRound(actor, run, why);
      const note = { reason: why, data: { hash: run.hash } };
      if (to === 'calculated') {
        await this.refuseCounted(run);
        await this.slips.releaseClaims(run.no);
        return this.journal.move(actor, run, 'return', 'calculated', UNSUBMITTED, note);
      }
      const moved = await this.journal.move(
        actor,
        run,
        'return',
        'submitted',
        { checkedBy: null, checkedPerson: null },
        note,
      );
      await this.rounds.open({ userId: run.submittedBy as Id, personId: run.submittedPerson as Id }, moved);
      return moved;
    });
  }

  /** A later run may have been calculated on top of this one's figures. @throws DomainError LATER_RUN_COUNTS */
  async refuseCounted(run: PayRun): Promise<void> {
    const later = await this.runs.laterRun(run, true);
    if (later !== undefined) throw new DomainError('LATER_RUN_COUNTS', { run: run.no, later });
  }

  /** A decider's return is a decision; the preparers' own is a withdrawal. */
  private async endRound(actor: Actor, run: PayRun, reason: string): Promise<void> {
    const kind = run.status === 'submitted' ? 'check' : 'approve';
    const preparers = [run.preparedPerson, run.editedPerson, run.submittedPerson];
    const decides = can(actor, `run:${kind}`, run.centreId) && !preparers.includes(actor.personId);
    if (decides) {
      await this.approvals.decide(actor, {
        ...subject(run),
        kind,
        hash: run.hash ?? '',
        decision: 'return',
        opinion: reason,
      });
      return;
    }
    requirePermission(actor, 'run:prepare', run.centreId, 'pay run');
    await this.approvals.withdraw(actor, { ...subject(run), reason });
  }

  private async visible(actor: Actor, runId: Id): Promise<PayRun> {
    const run = await this.runs.get(runId);
    requirePermission(actor, 'run:read', run.centreId, 'pay run');
    return run;
  }
}

export const subject = (run: Pick<PayRun, 'id'>): { subjectType: string; subjectId: Id } => ({
  subjectType: RUN_SUBJECT,
  subjectId: run.id,
});
