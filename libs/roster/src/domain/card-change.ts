import type { Id, LocalDate } from '@gridstaff/kernel';

export type CardChangeStatus = 'proposed' | 'approved' | 'returned' | 'withdrawn';

/** Another card for somebody who has one: proposed by one person, a fact only once another person has approved it. */
export interface CardChange {
  id: Id;
  centreId: Id;
  workerNo: number;
  /** From when the card holds. */
  validFrom: LocalDate;
  cardCipher: string;
  cardIndex: string;
  bankName: string | null;
  reason: string | null;
  /** Digest of worker, date, card and bank: what is approved. */
  hash: string;
  status: CardChangeStatus;
  /** The worker's number while it waits: the key lets one change of a worker wait at a time. */
  openFor: number | null;
  proposedBy: Id;
  proposedPerson: Id;
  /** Epoch milliseconds. */
  proposedAt: number;
  decidedBy: Id | null;
  decidedPerson: Id | null;
  decidedAt: number | null;
  opinion: string | null;
  /** The card fact that the approval recorded. */
  factId: Id | null;
}

export interface CardDecision {
  status: Exclude<CardChangeStatus, 'proposed'>;
  decidedBy: Id;
  decidedPerson: Id;
  decidedAt: number;
  opinion: string | null;
  factId: Id | null;
}

/** Everything is read and written within one centre. */
export abstract class CardChangeStore {
  /** @throws DomainError CARD_CHANGE_OPEN when one of the workers has a change waiting */
  abstract insert(changes: readonly CardChange[]): Promise<void>;
  abstract get(centreId: Id, id: Id): Promise<CardChange | undefined>;
  /** Guarded: only what still waits is decided. @throws DomainError STALE */
  abstract decide(id: Id, decision: CardDecision): Promise<void>;
  abstract byIds(centreId: Id, ids: readonly Id[]): Promise<CardChange[]>;
  /** The same decision for many, all of which wait. @throws DomainError STALE when one does not */
  abstract decideAll(ids: readonly Id[], decision: CardDecision): Promise<void>;
  /** Those that wait, of the given workers or of everybody, oldest first. */
  abstract open(centreId: Id, workerNos?: readonly number[]): Promise<CardChange[]>;
  /** Everything ever proposed for one worker, oldest first. */
  abstract ofWorker(centreId: Id, workerNo: number): Promise<CardChange[]>;
  /** Workers for whom another card than an earlier one was recorded after the instant (epoch milliseconds), by number. */
  abstract changedSince(centreId: Id, since: number): Promise<number[]>;
}
