import { Approvals } from '@gridstaff/approval';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { canonicalJson, DomainError, type Id, type LocalDate, parseText } from '@gridstaff/kernel';
import { PersonDirectory } from '@gridstaff/identity';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { type CardChange, type CardDecision, CardChangeStore } from '../domain/card-change';
import { parseBankCard } from '../domain/personal';
import { parseFactDate } from '../domain/texts';
import type { FactValues } from '../domain/worker-facts';
import { PersonalData } from './personal-data';
import type { DatedChange } from './worker-changes';
import { WorkerDesk } from './worker-desk';

/** Subject of the approval. */
export const CARD_CHANGE = 'card_change';
const STEP = { kind: 'card', permission: 'card:approve' } as const;

/** A card that somebody is to have from a date instead of the present one. */
export interface WantedCard {
  workerNo: number;
  validFrom: LocalDate;
  values: FactValues['bankCard'];
  reason: string | null;
}

/** What became of a card that was entered: recorded at once (the first one), waiting for another person, or it was so anyway. */
export type CardOutcome = { outcome: 'recorded' | 'same' } | { outcome: 'proposed'; changeId: Id };

export interface CardChangeTarget {
  centreId: Id;
  changeId: Id;
}

/**
 * The card that pay goes to is changed by two: one person proposes, another approves, and only then it is a fact. The first card of a person,
 * entered with the hiring or the import, has nobody to be diverted from and is recorded at once.
 */
@Injectable()
export class CardChanges {
  constructor(
    private readonly store: CardChangeStore,
    private readonly approvals: Approvals,
    private readonly desk: WorkerDesk,
    private readonly personal: PersonalData,
    private readonly people: PersonDirectory,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Needs `roster:write`.
   * @throws DomainError NOT_FOUND, FORBIDDEN, BANK_CARD_INVALID, BEFORE_ENGAGEMENT, CARD_CHANGE_OPEN, NOT_A_DATE, OUT_OF_RANGE, TEXT_INVALID
   */
  async enter(actor: Actor, input: DatedChange & { bankCard: string; bankName?: string }): Promise<CardOutcome> {
    const { centreId } = input;
    const validFrom = parseFactDate(input.from, 'from');
    const card = parseBankCard(input.bankCard);
    const bankName = input.bankName === undefined ? null : parseText(input.bankName, 'bankName', 80);
    const reason = input.reason === undefined ? null : parseText(input.reason, 'reason', 200);
    return this.uow.run(async () => {
      const desk = await this.desk.take(actor, 'roster:write', input);
      const { worker, record } = desk;
      const first = !record.hasAny('bankCard');
      const values = this.personal.sealCard(worker, card, bankName);
      if (!record.change('bankCard', validFrom, values, { reason })) return { outcome: 'same' };
      if (first) {
        await this.desk.put(actor, desk, { action: 'worker.card-entered', data: { from: validFrom }, reason });
        return { outcome: 'recorded' };
      }
      const [changeId] = (await this.propose(actor, centreId, [
        { workerNo: worker.no, validFrom, values, reason },
      ])) as [Id];
      return { outcome: 'proposed', changeId };
    });
  }

  /**
   * For use inside the unit of a use case that has asked for its permission and checked the changes: a few statements, whatever their number.
   * @throws DomainError CARD_CHANGE_OPEN
   */
  async propose(actor: Actor, centreId: Id, wanted: readonly WantedCard[]): Promise<Id[]> {
    if (wanted.length === 0) return [];
    const proposed = { proposedBy: actor.userId, proposedPerson: actor.personId, proposedAt: this.clock.millis() };
    const changes = wanted.map(({ workerNo, validFrom, values, reason }): CardChange => {
      const change = { id: this.ids.next(), centreId, workerNo, validFrom, ...values, reason };
      const undecided = { decidedBy: null, decidedPerson: null, decidedAt: null, opinion: null, factId: null };
      return { ...change, hash: hashOf(change), status: 'proposed', openFor: workerNo, ...proposed, ...undecided };
    });
    await this.store.insert(changes);
    const persons = new Map<number, Id>();
    for (const { workerNo, personId } of await this.people.paidPersons(centreId)) persons.set(workerNo, personId);
    const opened = changes.map(({ id, hash, workerNo }) => {
      const paid = persons.get(workerNo);
      return {
        ...{ centreId, subjectType: CARD_CHANGE, subjectId: id, hash, steps: [STEP], preparedBy: actor },
        // Whose card it is takes no part in the decision either.
        parties: paid === undefined ? [] : [{ personId: paid, part: 'paid' as const }],
      };
    });
    if (opened.length === 1) await this.approvals.open(opened[0] as (typeof opened)[number]);
    else await this.approvals.openNew(opened);
    const digest = createHash('sha256')
      .update(canonicalJson(changes.map(({ id }) => id)))
      .digest('hex');
    await this.audit.append({
      ...{ actor, centreId, action: 'worker.card-proposed', subjectType: 'centre', subjectId: centreId },
      data: changes.length === 1 ? named(changes[0] as CardChange) : { count: changes.length, digest },
    });
    return changes.map(({ id }) => id);
  }

  /**
   * By a person who neither proposed it nor is paid to it, with `card:approve`: from now on it is a fact.
   * @param input.hash of the change that was looked at
   * @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, APPROVAL_STALE, SEPARATION_OF_DUTIES, BEFORE_ENGAGEMENT, STALE
   */
  async approve(actor: Actor, input: CardChangeTarget & { hash: string; opinion?: string }): Promise<void> {
    const opinion = input.opinion === undefined ? null : parseText(input.opinion, 'opinion', 200);
    await this.uow.run(async () => {
      const change = await this.waiting(actor, input);
      await this.approvals.decide(actor, {
        ...{ subjectType: CARD_CHANGE, subjectId: change.id, kind: STEP.kind, hash: input.hash },
        ...{ decision: 'pass', opinion: opinion ?? undefined },
      });
      const { centreId, workerNo, validFrom, cardCipher, cardIndex, bankName, reason } = change;
      const desk = await this.desk.take(actor, undefined, { centreId, workerNo });
      desk.record.change('bankCard', validFrom, { cardCipher, cardIndex, bankName }, { reason });
      const [fact] = desk.record.appended.bankCard;
      if (fact) {
        const data = { from: validFrom, changeId: change.id };
        await this.desk.put(actor, desk, { action: 'worker.card-changed', data, reason });
      }
      await this.store.decide(change.id, { ...this.by(actor, 'approved', opinion), factId: fact?.id ?? null });
    });
  }

  /** By whoever could approve it. @throws DomainError as `approve`, REASON_MISSING */
  async sendBack(actor: Actor, input: CardChangeTarget & { hash: string; reason: string }): Promise<void> {
    const opinion = input.reason.trim() === '' ? '' : parseText(input.reason, 'reason', 200);
    await this.uow.run(async () => {
      const change = await this.waiting(actor, input);
      const subject = { subjectType: CARD_CHANGE, subjectId: change.id, kind: STEP.kind, hash: input.hash };
      await this.approvals.decide(actor, { ...subject, decision: 'return', opinion });
      await this.store.decide(change.id, { ...this.by(actor, 'returned', opinion), factId: null });
    });
  }

  /** Needs `roster:write`. @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, REASON_MISSING */
  async withdraw(actor: Actor, input: CardChangeTarget & { reason: string }): Promise<void> {
    requirePermission(actor, 'roster:write', input.centreId, 'card change');
    const reason = input.reason.trim() === '' ? '' : parseText(input.reason, 'reason', 200);
    await this.uow.run(async () => {
      const change = await this.waiting(actor, input);
      await this.approvals.withdraw(actor, { subjectType: CARD_CHANGE, subjectId: change.id, reason });
      await this.store.decide(change.id, { ...this.by(actor, 'withdrawn', reason), factId: null });
    });
  }

  /** For use inside the unit that takes back the bulk act which proposed them. @throws DomainError STALE when one was decided meanwhile */
  async withdrawAll(actor: Actor, centreId: Id, changeIds: readonly Id[], reason: string): Promise<void> {
    if (changeIds.length === 0) return;
    await this.approvals.withdrawAll(actor, { centreId, subjectType: CARD_CHANGE, subjectIds: changeIds, reason });
    await this.store.decideAll(changeIds, { ...this.by(actor, 'withdrawn', reason.slice(0, 200)), factId: null });
  }

  private async waiting(actor: Actor, { centreId, changeId }: CardChangeTarget): Promise<CardChange> {
    const change = await this.store.get(centreId, changeId);
    if (!change) throw new DomainError('NOT_FOUND', { what: 'card change' });
    if (change.status === 'proposed') return change;
    // Who has no right here learns nothing of its state.
    requirePermission(actor, 'roster:read', centreId, 'card change');
    throw new DomainError('WRONG_STEP', { what: 'card change', status: change.status, step: STEP.kind });
  }

  private by(actor: Actor, status: CardDecision['status'], opinion: string | null): Omit<CardDecision, 'factId'> {
    const { userId: decidedBy, personId: decidedPerson } = actor;
    return { status, decidedBy, decidedPerson, decidedAt: this.clock.millis(), opinion };
  }
}

const named = ({ id, workerNo, validFrom, hash }: CardChange): Record<string, string | number> => ({
  ...{ changeId: id, workerNo, from: validFrom, hash },
});

/** Over the blind index: the number itself is in no digest that leaves the room. */
function hashOf(change: Pick<CardChange, 'id' | 'workerNo' | 'validFrom' | 'cardIndex' | 'bankName'>): string {
  const { id, workerNo, validFrom, cardIndex, bankName } = change;
  return createHash('sha256').update(canonicalJson({ id, workerNo, validFrom, cardIndex, bankName })).digest('hex');
}
