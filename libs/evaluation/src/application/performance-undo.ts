import { entriesIn, MonthlyRoom } from '@gridstaff/attendance';
import { Periods } from '@gridstaff/calendar';
import { type BatchReach, BatchWatch, undoable } from '@gridstaff/exchange';
import { addDays, type DomainError, type Id, periodOf } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { latestByKey } from '../domain/latest';
import { type PerformanceFact, performanceKey } from '../domain/performance';
import { PerformanceStore } from '../domain/performance-store';

/** Takes back the results of an import. */
@Injectable()
export class PerformanceUndo extends MonthlyRoom {
  protected readonly tables;

  constructor(store: PerformanceStore, periods: Periods, clock: Clock, ids: Ids) {
    super(periods, clock, ids);
    this.tables = [
      undoable<PerformanceFact>({
        source: 'performance',
        byIds: (centreId, some) => store.byIds(centreId, some),
        around: (centreId, { from, to }, { fromNo, toNo }) => store.performances(centreId, periodOf(from), periodOf(addDays(to, -1)), fromNo, toNo),
        keyOf: performanceKey,
        append: (facts) => store.append(facts),
      }),
    ];
  }
}

/** Results that were recorded for days in post which a batch brought about. */
@Injectable()
export class PerformanceWatch extends BatchWatch {
  constructor(private readonly store: PerformanceStore) {
    super();
  }

  async usesOf(centreId: Id, reach: BatchReach): Promise<DomainError[]> {
    return entriesIn(reach, async (days, { fromNo, toNo }) => [
      ...latestByKey(await this.store.recordedSince(centreId, reach.recordedAt, days, fromNo, toNo)).values(),
    ]);
  }
}
