import type { Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { CardChangeStore } from '../domain/card-change';

/** What whoever pays must look at before money goes to a card. Asks no permission: the caller has checked its own. */
@Injectable()
export class CardWatch {
  constructor(private readonly store: CardChangeStore) {}

  /** Workers whose card is another one since the instant (epoch milliseconds), by number; first cards are none. */
  changedSince(centreId: Id, since: number): Promise<number[]> {
    return this.store.changedSince(centreId, since);
  }

  /** Workers with a change that waits for approval: pay still goes to the card before. By number. */
  async waiting(centreId: Id): Promise<number[]> {
    return (await this.store.open(centreId)).map(({ workerNo }) => workerNo).sort((a, b) => a - b);
  }
}
