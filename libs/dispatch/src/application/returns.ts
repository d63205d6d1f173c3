import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type LocalDate, parseDate, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Employments, type UploadedFile, WorkerChanges, WorkerDocuments, type WorkerTarget } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { refusalOfReturn } from '../domain/return-check';
import {
  type Evidence,
  EVIDENCE_KINDS,
  type EvidenceKind,
  isReturnGround,
  RETURN_GROUNDS,
  type ReturnGround,
} from '../domain/return-grounds';
import { ReturnStore } from '../domain/stores';

/** Characters of a document's name and of a reason. */
const LONGEST = 200;

/**
 * Returning a worker to the agency (退回): only on a ground of the law, with the evidence that the ground needs, never while protected unless for
 * misconduct. Everything needs `roster:write`, reading the evidence too: it tells of conduct and health.
 */
@Injectable()
export class Returns {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: Employments,
    private readonly changes: WorkerChanges,
    private readonly documents: WorkerDocuments,
    private readonly store: ReturnStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Grounds of the law and the evidence that each needs, for who reads the roster. @throws DomainError NOT_FOUND */
  grounds(actor: Actor, centreId: Id): typeof RETURN_GROUNDS {
    requirePermission(actor, 'roster:read', centreId, 'centre');
    return RETURN_GROUNDS;
  }

  /** In order of the days; withdrawn ones too. @throws DomainError NOT_FOUND */
  async evidence(actor: Actor, { centreId, workerNo }: WorkerTarget): Promise<Evidence[]> {
    requirePermission(actor, 'roster:write', centreId, 'worker');
    await this.requireWorker(centreId, workerNo);
    return this.store.evidence(centreId, [workerNo]);
  }

  /** @throws DomainError NOT_FOUND, NOT_A_DATE, OUT_OF_RANGE for a day to come, TEXT_INVALID, MISSING_FIELD */
  async addEvidence(
    actor: Actor,
    { centreId, workerNo, ...input }: WorkerTarget & { kind: EvidenceKind; happenedOn: LocalDate; document: string },
  ): Promise<Id> {
    requirePermission(actor, 'roster:write', centreId, 'worker');
    if (!Object.hasOwn(EVIDENCE_KINDS, input.kind))
      throw new DomainError('INVALID_INPUT', { reason: Object.keys(EVIDENCE_KINDS).join(', ') }, { field: 'kind' });
    const happenedOn = parseDate(input.happenedOn, 'happenedOn');
    if (happenedOn > this.clock.today()) throw new DomainError('OUT_OF_RANGE', { value: happenedOn }, { field: 'happenedOn' });
    const document = parseText(input.document, 'document', LONGEST);
    return this.uow.run(async () => {
      await this.requireWorker(centreId, workerNo);
      const id = this.ids.next();
      await this.store.addEvidence({
        ...{ id, centreId, workerNo, kind: input.kind, happenedOn, document, recordedAt: this.clock.millis() },
        ...{ recordedBy: actor.userId, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
      });
      await this.note(actor, centreId, 'worker.evidence-added', { workerNo, evidence: id });
      return id;
    });
  }

  /** The paper itself, beside what is said of it. @throws DomainError NOT_FOUND, and what `StoredFiles` refuses */
  addPaper(actor: Actor, target: WorkerTarget, evidenceId: Id, upload: UploadedFile): Promise<Id> {
    return this.documents.addEvidence(actor, target, evidenceId, upload, async () => {
      const known = await this.store.evidence(target.centreId, [target.workerNo]);
      if (!known.some(({ id, withdrawnAt }) => id === evidenceId && withdrawnAt === null))
        throw new DomainError('NOT_FOUND', { what: 'evidence' });
    });
  }

  /** @throws DomainError NOT_FOUND, MISSING_FIELD, TEXT_INVALID */
  async withdrawEvidence(actor: Actor, centreId: Id, id: Id, why: string): Promise<void> {
    requirePermission(actor, 'roster:write', centreId, 'evidence');
    const reason = parseText(why, 'reason', LONGEST);
    await this.uow.run(async () => {
      const done = await this.store.withdraw(centreId, id, { at: this.clock.millis(), userId: actor.userId, reason });
      if (!done) throw new DomainError('NOT_FOUND', { what: 'evidence' });
      await this.note(actor, centreId, 'worker.evidence-withdrawn', { evidence: id }, reason);
    });
  }

  /**
   * Ends the engagement with a last day because the worker is returned.
   * @throws DomainError NOT_FOUND, NOT_ENGAGED, ENGAGEMENT_ENDED, RETURN_PROTECTED, RETURN_NOT_IN_PROBATION, RETURN_EVIDENCE_MISSING
   */
  async returnWorker(
    actor: Actor,
    { centreId, workerNo, ...input }: WorkerTarget & { lastDay: LocalDate; ground: ReturnGround; reason: string },
  ): Promise<void> {
    requirePermission(actor, 'roster:write', centreId, 'worker');
    const { ground } = input;
    if (!isReturnGround(ground)) throw new DomainError('INVALID_INPUT', { reason: 'ground' }, { field: 'ground' });
    const lastDay = parseDate(input.lastDay, 'lastDay');
    const reason = parseText(input.reason, 'reason', LONGEST);
    await this.uow.run(async () => {
      // First, because it holds the worker's row: nobody records a protection between the check and the end.
      await this.changes.returnToAgency(actor, { centreId, workerNo, lastDay, reason });
      const [person] = await this.people.of(centreId, lastDay, [workerNo]);
      const evidence = await this.store.evidence(centreId, [workerNo]);
      const refused = person && refusalOfReturn(person, ground, lastDay, evidence);
      if (refused) throw refused;
      await this.store.addReturns([
        { id: this.ids.next(), centreId, workerNo, lastDay, ground, recordedAt: this.clock.millis(), recordedBy: actor.userId },
      ]);
      await this.note(actor, centreId, 'worker.returned', { workerNo, lastDay, ground }, reason);
    });
  }

  private async requireWorker(centreId: Id, workerNo: number): Promise<void> {
    const [person] = await this.people.of(centreId, this.clock.today(), [workerNo]);
    if (!person) throw new DomainError('NOT_FOUND', { what: 'worker' });
  }

  private note(
    actor: Actor,
    centreId: Id,
    action: string,
    data: Record<string, string | number>,
    reason?: string,
  ): Promise<unknown> {
    return this.audit.append({ actor, centreId, action, subjectType: 'centre', subjectId: centreId, data, reason });
  }
}
