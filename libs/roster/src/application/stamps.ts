import type { Actor } from '@gridstaff/contracts';
import type { Id } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import type { Stamp } from '../domain/fact-change';

/** Says who records facts and when. */
@Injectable()
export class Stamps {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  of(actor: Actor, centreId: Id): Stamp {
    return { centreId, recordedAt: this.clock.millis(), recordedBy: actor.userId, nextId: () => this.ids.next() };
  }
}
