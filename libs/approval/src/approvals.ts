import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, type Permission, requirePermission } from '@gridstaff/contracts';
import { canonicalJson, DomainError, type Id, invariant } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import {
  ApprovalStore,
  type Decision,
  type Rights,
  type StoredApproval,
  type StoredStep,
  type Todo,
  type TrailStep,
} from './approval-store';
import { Delegations, lends } from './delegations';

export interface OpenApproval {
  centreId: Id;
  subjectType: string;
  subjectId: Id;
  /** Digest (at most 64 characters) of exactly what is to be approved. */
  hash: string;
  /** In this order, one decision each; kinds differ. */
  steps: { kind: string; permission: Permission }[];
  preparedBy: Actor;
  /** Who last edited the subject, and who is paid by it. */
  parties: { personId: Id; part: 'edited' | 'paid' }[];
}

export interface ApprovalDecision {
  subjectType: string;
  subjectId: Id;
  /** The step meant: a click on an outdated page must not decide the next one. */
  kind: string;
  /** The digest the decider has seen. */
  hash: string;
  decision: Decision;
  /** Required for a return. */
  opinion?: string;
}

/** Those of the matters, all of one type, that the actor is asked about. */
export type TodoFilter = (actor: Actor, todos: readonly Todo[]) => Promise<readonly Todo[]>;

/**
 * The one maker-checker flow. A subject is approved step by step, each by another person, none of whom prepared, last edited or is paid by
 * it; the duties are kept apart by person, in the database by the key of `approval_party`. Every act is audited in the same unit.
 */
@Injectable()
export class Approvals {
  private readonly seeing = new Map<string, TodoFilter>();

  constructor(
    private readonly store: ApprovalStore,
    private readonly delegations: Delegations,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Starts a round: the first, or another one after a return, a withdrawal or an earlier approval. The use case that submits asks for the
   * permission. @throws DomainError APPROVAL_OPEN while a round is going on
   */
  async open(input: OpenApproval): Promise<Id> {
    return this.uow.run(async () => {
      const before = await this.store.latest(input.subjectType, input.subjectId, true);
      if (before?.status === 'open') throw new DomainError('APPROVAL_OPEN');
      const round = (before?.round ?? 0) + 1;
      const [id] = (await this.start([input], round)) as [Id];
      await this.record(input.preparedBy, 'approval.opened', input, input.centreId, { round, hash: input.hash });
      return id;
    });
  }

  /**
   * Starts the first round of many subjects of one type and centre, all of them new: a few statements and one audit entry with the digest
   * of what is to be approved. @throws DomainError APPROVAL_OPEN when one of them has a round
   */
  async openNew(inputs: readonly OpenApproval[]): Promise<void> {
    const [first] = inputs;
    if (!first) return;
    const { centreId, subjectType, preparedBy } = first;
    invariant(
      inputs.every((input) => input.centreId === centreId && input.subjectType === subjectType),
      'approvals opened together are of one kind',
    );
    await this.uow.run(async () => {
      await this.start(inputs, 1);
      const subjects = inputs.map(({ subjectId, hash }) => [subjectId, hash]);
      const digest = createHash('sha256').update(canonicalJson(subjects)).digest('hex');
      const data = { count: inputs.length, digest, of: subjectType };
      const about = { subjectType: 'centre', subjectId: centreId };
      await this.record(preparedBy, 'approvals.opened', about, centreId, data);
    });
  }

  /**
   * Decides the step whose turn it is, with the actor's own permission or one lent to them.
   * @returns whether the approval has passed its last step
   * @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, APPROVAL_STALE, SEPARATION_OF_DUTIES, REASON_MISSING, STALE
   */
  async decide(actor: Actor, input: ApprovalDecision): Promise<{ finished: boolean }> {
    const opinion = input.opinion?.trim() || null;
    return this.uow.run(async () => {
      const approval = await this.locked(input.subjectType, input.subjectId);
      const steps = await this.store.steps(approval.id);
      const meant = steps.find((s) => s.kind === input.kind);
      if (!meant) throw new DomainError('NOT_FOUND', { what: 'approval step' });
      const delegator = await this.rightTo(actor, meant, approval);
      if (approval.status !== 'open' || meant.no !== approval.nextStep) throw wrongStep(approval, steps, input.kind);
      if (approval.hash !== input.hash) throw new DomainError('APPROVAL_STALE');
      if (input.decision === 'return' && !opinion) throw new DomainError('REASON_MISSING', {}, { field: 'opinion' });
      const part = await this.store.partOf(approval.id, [actor.personId, ...(delegator ? [delegator.personId] : [])]);
      if (part) throw new DomainError('SEPARATION_OF_DUTIES', { part, step: meant.kind });
      const finished = input.decision === 'pass' && meant.no === steps.length;
      const status = input.decision === 'return' ? 'returned' : finished ? 'passed' : 'open';
      const nextStep = input.decision === 'pass' ? meant.no + 1 : meant.no;
      await this.store.decide({
        approval,
        step: meant,
        actor,
        delegator,
        decision: input.decision,
        opinion,
        status,
        nextStep,
        at: this.clock.millis(),
      });
      const data = {
        round: approval.round,
        step: meant.kind,
        hash: approval.hash,
        onBehalfOf: delegator?.userId ?? null,
      };
      await this.record(
        actor,
        input.decision === 'pass' ? 'approval.passed' : 'approval.returned',
        input,
        approval.centreId,
        data,
        opinion,
      );
      return { finished };
    });
  }

  /**
   * Ends the open round without a decision. The use case that withdraws or cancels asks for the permission.
   * @throws DomainError NOT_FOUND, REASON_MISSING, WRONG_STEP when no round is open
   */
  async withdraw(actor: Actor, input: { subjectType: string; subjectId: Id; reason: string }): Promise<void> {
    const reason = input.reason.trim();
    if (!reason) throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    await this.uow.run(async () => {
      const approval = await this.locked(input.subjectType, input.subjectId);
      if (approval.status !== 'open') throw wrongStep(approval, [], 'withdraw');
      await this.store.move(approval, 'withdrawn', approval.nextStep, this.clock.millis());
      await this.record(actor, 'approval.withdrawn', input, approval.centreId, { round: approval.round }, reason);
    });
  }

  /**
   * The same for many subjects of one type in one centre, all of which wait: a few statements and one audit entry with their digest.
   * @throws DomainError STALE when one of them does not wait any more
   */
  async withdrawAll(actor: Actor, of: { centreId: Id; subjectType: string; subjectIds: readonly Id[]; reason: string }): Promise<void> {
    const { centreId, subjectType, subjectIds } = of;
    if (subjectIds.length === 0) return;
    const reason = of.reason.trim();
    if (!reason) throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    await this.uow.run(async () => {
      await this.store.withdrawAll(subjectType, subjectIds, this.clock.millis());
      const digest = createHash('sha256').update(canonicalJson([...subjectIds])).digest('hex');
      const about = { subjectType: 'centre', subjectId: centreId };
      await this.record(actor, 'approvals.withdrawn', about, centreId, { count: subjectIds.length, digest, of: subjectType }, reason);
    });
  }

  /** All rounds and steps of a subject, in order; the caller's use case asks for the permission. */
  async trail(subjectType: string, subjectId: Id): Promise<TrailStep[]> {
    return this.store.trail(subjectType, subjectId);
  }

  /** A permission may reach only a part of a centre: the room of the subject says which of its matters somebody is asked about. */
  narrow(subjectType: string, filter: TodoFilter): void {
    invariant(!this.seeing.has(subjectType), 'one filter per type of subject');
    this.seeing.set(subjectType, filter);
  }

  /** What the actor can decide now, by own or lent permission; matters in which they or the lender have a part are not among them. */
  async todosFor(actor: Actor): Promise<Todo[]> {
    const own: Rights[] = [...actor.grants].map(([centreId, set]) => ({
      centreId,
      permissions: [...set],
      personIds: [actor.personId],
    }));
    const lent = (await this.delegations.lendingTo(actor)).flatMap((d) =>
      [...d.actor.grants].map(([centreId, set]): Rights => {
        const permissions = [...d.permissions].filter((p) => set.has(p));
        return { centreId, permissions, personIds: [actor.personId, d.actor.personId] };
      }),
    );
    let todos = await this.store.todos([...own, ...lent]);
    for (const [type, filter] of this.seeing) {
      const of = todos.filter(({ subjectType }) => subjectType === type);
      if (of.length === 0) continue;
      const kept = new Set((await filter(actor, of)).map(({ approvalId }) => approvalId));
      todos = todos.filter((todo) => todo.subjectType !== type || kept.has(todo.approvalId));
    }
    return todos;
  }

  private async start(inputs: readonly OpenApproval[], round: number): Promise<Id[]> {
    const openedAt = this.clock.millis();
    const rounds = inputs.map((input) => {
      const steps = input.steps.map((step, i) => ({ no: i + 1, ...step }));
      invariant(
        steps.length > 0 && new Set(steps.map((s) => s.kind)).size === steps.length,
        'an approval has steps of different kinds',
      );
      invariant(input.hash.length > 0 && input.hash.length <= 64, 'an approval is for a hash');
      const { centreId, subjectType, subjectId, hash, preparedBy } = input;
      return {
        ...{ id: this.ids.next(), centreId, subjectType, subjectId, hash, round, steps, parts: partsOf(input) },
        ...{ status: 'open' as const, nextStep: 1, version: 1, openedBy: preparedBy.userId, openedAt },
      };
    });
    await this.store.add(rounds);
    await this.store.addSteps(rounds);
    await this.store.addParties(rounds);
    return rounds.map(({ id }) => id);
  }

  private async locked(subjectType: string, subjectId: Id): Promise<StoredApproval> {
    const approval = await this.store.latest(subjectType, subjectId, true);
    if (!approval) throw new DomainError('NOT_FOUND', { what: 'approval' });
    return approval;
  }

  /** @returns the delegator whose permission is used, undefined for the actor's own. @throws DomainError NOT_FOUND, FORBIDDEN */
  private async rightTo(actor: Actor, step: StoredStep, approval: StoredApproval): Promise<Actor | undefined> {
    if (can(actor, step.permission, approval.centreId)) return undefined;
    const lenders = (await this.delegations.lendingTo(actor)).filter((d) =>
      lends(d, step.permission, approval.centreId),
    );
    if (lenders.length === 0) requirePermission(actor, step.permission, approval.centreId, 'approval');
    // Of several lenders one without a part in the matter is taken, if there is one.
    for (const { actor: lender } of lenders) {
      if (!(await this.store.partOf(approval.id, [lender.personId]))) return lender;
    }
    return lenders[0]?.actor;
  }

  private record(
    actor: Actor,
    action: string,
    subject: { subjectType: string; subjectId: Id },
    centreId: Id,
    data: Record<string, string | number | null>,
    reason?: string | null,
  ): Promise<void> {
    return this.audit.append({
      actor,
      centreId,
      action,
      subjectType: subject.subjectType,
      subjectId: subject.subjectId,
      data,
      reason: reason ?? undefined,
    });
  }
}

/** One part per person, the weightiest: who prepared counts as preparer even when paid too. */
function partsOf(input: OpenApproval): Map<Id, string> {
  const parts = new Map<Id, string>([[input.preparedBy.personId, 'prepared']]);
  for (const wanted of ['edited', 'paid'] as const) {
    for (const { personId, part } of input.parties)
      if (part === wanted && !parts.has(personId)) parts.set(personId, part);
  }
  return parts;
}

function wrongStep(approval: StoredApproval, steps: readonly StoredStep[], step: string): DomainError {
  const waiting = approval.status === 'open' ? steps.find((s) => s.no === approval.nextStep)?.kind : undefined;
  return new DomainError('WRONG_STEP', {
    what: 'approval',
    status: waiting ? `open: ${waiting}` : approval.status,
    step,
  });
}
