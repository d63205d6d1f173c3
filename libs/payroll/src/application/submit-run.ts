import { Approvals } from '@gridstaff/approval';
import { Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, invariant } from '@gridstaff/kernel';
import { PersonDirectory } from '@gridstaff/identity';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { assertStep, type PayRun, RunStore, SlipStore } from '../domain';
import { AuditLog } from '@gridstaff/audit';
import { RunBasis } from './run-basis';
import { RUN_SUBJECT, RunJournal } from './run-journal';

/** Opens a round of check and approval for exactly the run's hash. */
@Injectable()
export class RunApprovals {
  constructor(
    private readonly approvals: Approvals,
    private readonly people: PersonDirectory,
    private readonly slips: SlipStore,
  ) {}

  /**
   * Whoever is paid by the run decides nothing about it, also when the account was linked to its worker only after submission.
   * @throws DomainError SEPARATION_OF_DUTIES
   */
  async refusePaid(actor: Actor, run: PayRun, step: 'check' | 'approve'): Promise<void> {
    const linked = await this.people.paidPersons(run.centreId);
    const own = linked.filter((p) => p.personId === actor.personId).map((p) => p.workerNo);
    if (own.length === 0 || (await this.slips.paidAmong(run.no, own)).length === 0) return;
    throw new DomainError('SEPARATION_OF_DUTIES', { part: 'paid', step });
  }

  /** @param submitter who answers for the figures; may be another than who returned the run to this state */
  async open(submitter: Pick<Actor, 'userId' | 'personId'>, run: PayRun): Promise<void> {
    invariant(run.hash !== null, `run ${run.no} has no hash`);
    const linked = await this.people.paidPersons(run.centreId);
    const paid = new Set(
      await this.slips.paidAmong(
        run.no,
        linked.map((p) => p.workerNo),
      ),
    );
    const edited = [run.preparedPerson, run.editedPerson].map((personId) => ({ personId, part: 'edited' as const }));
    await this.approvals.open({
      centreId: run.centreId,
      subjectType: RUN_SUBJECT,
      subjectId: run.id,
      hash: run.hash,
      steps: [
        { kind: 'check', permission: 'run:check' },
        { kind: 'approve', permission: 'run:approve' },
      ],
      preparedBy: { userId: submitter.userId, personId: submitter.personId, grants: new Map() },
      parties: [
        ...edited,
        ...linked.filter((p) => paid.has(p.workerNo)).map(({ personId }) => ({ personId, part: 'paid' as const })),
      ],
    });
  }
}

@Injectable()
export class SubmitRun {
  constructor(
    private readonly runs: RunStore,
    private readonly basis: RunBasis,
    private readonly slips: SlipStore,
    private readonly rounds: RunApprovals,
    private readonly periods: Periods,
    private readonly journal: RunJournal,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezes the slips, claims the month for everyone paid, and opens check and approval for exactly this hash.
   * @throws DomainError WRONG_STEP, RUN_EMPTY, EXCLUSIONS_OPEN, RUN_OUTDATED (earlier runs changed), PAY_DATE_ORDER, ALREADY_CLAIMED,
   * PERIOD_LOCKED, FORBIDDEN, NOT_FOUND, STALE
   */
  async submit(actor: Actor, runId: Id): Promise<PayRun> {
    const { centreId, period } = await this.runs.get(runId);
    requirePermission(actor, 'run:prepare', centreId, 'pay run');
    return this.uow.run(async () => {
      await this.periods.holdOpen(centreId, period);
      const run = await this.runs.get(runId);
      assertStep(run, 'submit');
      if (run.people === 0) throw new DomainError('RUN_EMPTY', { run: run.no });
      const open = await this.slips.countExclusions(run.no, true);
      if (open > 0) throw new DomainError('EXCLUSIONS_OPEN', { run: run.no, count: open });
      const moved = await this.journal.move(
        actor,
        run,
        'submit',
        'submitted',
        { submittedBy: actor.userId, submittedPerson: actor.personId },
        { data: { hash: run.hash, people: run.people, excluded: run.excluded } },
      );
      await this.assertCurrent(run);
      await this.slips.claim(run.no);
      await this.rounds.open(actor, moved);
      return moved;
    });
  }

  /**
   * Somebody looked at the worker that this run leaves out and says why that is right.
   * @throws DomainError NOT_FOUND, WRONG_STEP, REASON_MISSING, FORBIDDEN
   */
  async acknowledgeExclusion(actor: Actor, runId: Id, workerNo: number, reason: string): Promise<void> {
    const why = reason.trim().slice(0, 500);
    if (why === '') throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    const { centreId } = await this.runs.get(runId);
    requirePermission(actor, 'run:prepare', centreId, 'pay run');
    await this.uow.run(async () => {
      const run = await this.runs.get(runId);
      assertStep(run, 'submit');
      const found = await this.slips.acknowledge(run.no, workerNo, actor.userId, why, this.clock.millis());
      if (!found) throw new DomainError('NOT_FOUND', { what: 'exclusion' }, { workerNo });
      await this.audit.append({
        ...{ actor, centreId, action: 'run.exclusion_acknowledged', subjectType: RUN_SUBJECT, subjectId: run.id },
        ...{ data: { no: run.no, workerNo }, reason: why },
      });
    });
  }

  /** The year to date must still be what it was calculated from. Runs of one centre are held in order by the audit chain's head. */
  private async assertCurrent(run: PayRun): Promise<void> {
    const basis = await this.basis.of(run);
    const before = run.basis ?? [];
    const same =
      basis.length === before.length && basis.every((b, i) => b.no === before[i]?.no && b.hash === before[i]?.hash);
    if (!same) throw new DomainError('RUN_OUTDATED', { run: run.no });
    const later = await this.runs.laterRun(run, false);
    if (later !== undefined) throw new DomainError('PAY_DATE_ORDER', { payDate: run.payDate, run: later });
  }
}
