import { type Actor, maskCard, requirePermission } from '@gridstaff/contracts';
import { asOf, type Id, type LocalDate } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { type CardChange, type CardChangeStatus, CardChangeStore } from '../domain/card-change';
import { WorkerStore } from '../domain/stores';
import type { Worker } from '../domain/worker';
import { emptyLists, type WorkerFactLists } from '../domain/worker-facts';
import { PersonalData } from './personal-data';
import { WorkerDesk, type WorkerTarget } from './worker-desk';

/** Another card for somebody, with numbers masked. */
export interface CardChangeView {
  id: Id;
  workerNo: number;
  name: string;
  from: LocalDate;
  bankCardMasked: string;
  bankName: string | null;
  /** The card that holds on that day without the change; null where there is none. */
  presentMasked: string | null;
  presentBank: string | null;
  hash: string;
  status: CardChangeStatus;
  reason: string | null;
  proposedBy: Id;
  proposedAt: number;
  decidedBy: Id | null;
  decidedAt: number | null;
  opinion: string | null;
  factId: Id | null;
}

/** What waits to be approved, and what was ever proposed for one worker. */
@Injectable()
export class CardChangeList {
  constructor(
    private readonly store: CardChangeStore,
    private readonly workers: WorkerStore,
    private readonly desk: WorkerDesk,
    private readonly personal: PersonalData,
  ) {}

  /** Needs `roster:read`. Oldest first. */
  async open(actor: Actor, centreId: Id): Promise<CardChangeView[]> {
    requirePermission(actor, 'roster:read', centreId);
    const changes = await this.store.open(centreId);
    const numbers = changes.map(({ workerNo }) => workerNo);
    const workers = new Map((await this.workers.byNumbers(centreId, numbers)).map((worker) => [worker.no, worker]));
    const facts = await this.workers.facts(centreId, numbers);
    return changes.flatMap((change) => {
      const worker = workers.get(change.workerNo);
      return worker ? [this.view(worker, change, facts.get(worker.no) ?? emptyLists())] : [];
    });
  }

  /** Needs `roster:read`. Oldest first. @throws DomainError NOT_FOUND */
  async ofWorker(actor: Actor, target: WorkerTarget): Promise<CardChangeView[]> {
    const worker = await this.desk.find(actor, 'roster:read', target);
    const facts = (await this.workers.facts(worker.centreId, [worker.no])).get(worker.no) ?? emptyLists();
    const changes = await this.store.ofWorker(worker.centreId, worker.no);
    return changes.map((change) => this.view(worker, change, facts));
  }

  private view(worker: Worker, change: CardChange, facts: WorkerFactLists): CardChangeView {
    const { id, validFrom, bankName, hash, status, reason, proposedBy, proposedAt } = change;
    const { decidedBy, decidedAt, opinion, factId } = change;
    // As known just before the decision: the fact that the approval recorded is not what it replaced.
    const before = facts.bankCard.filter((fact) => fact.id !== factId && fact.recordedAt <= (decidedAt ?? Infinity));
    const present = asOf(before, validFrom);
    const masked = (cipher: string): string => maskCard(this.personal.open(worker, 'card', cipher));
    return {
      ...{ id, workerNo: worker.no, name: worker.name, from: validFrom, bankCardMasked: masked(change.cardCipher) },
      ...{
        bankName,
        presentMasked: present ? masked(present.cardCipher) : null,
        presentBank: present?.bankName ?? null,
      },
      ...{ hash, status, reason, proposedBy, proposedAt, decidedBy, decidedAt, opinion, factId },
    };
  }
}
