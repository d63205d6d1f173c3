import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import type { Json } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { assertStep, type PayRun, type RunChanges, type RunStatus, type RunStep, RunStore } from '../domain';

/** Name of the subject in approvals and audit. */
export const RUN_SUBJECT = 'pay_run';

/** Past tense for the audit log. */
const ACTIONS: Readonly<Record<RunStep, string>> = {
  create: 'run.created',
  calculate: 'run.calculation_requested',
  calculated: 'run.calculated',
  submit: 'run.submitted',
  check: 'run.checked',
  approve: 'run.approved',
  settle: 'run.settled',
  pay: 'run.paid',
  close: 'run.closed',
  return: 'run.returned',
  cancel: 'run.cancelled',
};

export interface StepNote {
  reason?: string;
  data?: Readonly<Record<string, Json>>;
}

/** The one way a run changes its state: guarded update, history and audit in the caller's unit. */
@Injectable()
export class RunJournal {
  constructor(
    private readonly runs: RunStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError WRONG_STEP, STALE */
  async move(
    actor: Actor,
    run: PayRun,
    step: Exclude<RunStep, 'create'>,
    to: RunStatus,
    changes: RunChanges = {},
    note: StepNote = {},
  ): Promise<PayRun> {
    assertStep(run, step);
    const moved = await this.runs.move(run, to, changes);
    await this.write(actor, moved, step, run.status, note);
    return moved;
  }

  /** The first entry of a run's history. */
  async opened(actor: Actor, run: PayRun): Promise<void> {
    const { kind, seq, payDate, fundId, replacesRunId } = run;
    await this.write(actor, run, 'create', 'draft', { data: { kind, seq, payDate, fundId, replacesRunId } });
  }

  private async write(
    actor: Actor,
    run: PayRun,
    step: RunStep,
    from: RunStatus,
    { reason, data }: StepNote,
  ): Promise<void> {
    await this.runs.addEvent(run.no, {
      step,
      fromStatus: from,
      toStatus: run.status,
      userId: actor.userId,
      personId: actor.personId,
      reason: reason ?? null,
      at: this.clock.millis(),
    });
    await this.audit.append({
      actor,
      centreId: run.centreId,
      action: ACTIONS[step],
      subjectType: RUN_SUBJECT,
      subjectId: run.id,
      data: { no: run.no, period: run.period, from, to: run.status, version: run.version, ...data },
      ...(reason !== undefined && { reason }),
    });
  }
}
