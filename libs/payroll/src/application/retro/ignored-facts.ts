import type { Id, Period } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { counts, LateStore } from '../../domain';

/** Facts that do not count for a month, because someone refused them or put them off: what every reader of facts is told. */
@Injectable()
export class IgnoredFacts {
  constructor(private readonly store: LateStore) {}

  /** One statement. Undefined where every fact counts. @param knownAt epoch milliseconds: later decisions are not seen */
  async of(centreId: Id, period: Period, knownAt: number): Promise<ReadonlySet<Id> | undefined> {
    const ignored = new Set<Id>();
    for (const decision of (await this.store.decisions(centreId, knownAt)).values()) {
      if (!counts(decision, period)) ignored.add(decision.factId);
    }
    return ignored.size > 0 ? ignored : undefined;
  }
}
