import type { FactNotice, Fen, Id, LateFactsQuery, Period } from '@gridstaff/kernel';

export interface PerformanceQuery {
  centreId: Id;
  period: Period;
  /** Epoch milliseconds: nothing recorded later is seen. */
  knownAt: number;
  /** Workers numbered within [fromNo, toNo]. */
  fromNo: number;
  toNo: number;
  /** Facts that do not count, by id. */
  ignored?: ReadonlySet<Id>;
}

/** Reading side for payroll: one statement, whatever the number of workers. */
export abstract class PerformanceFacts {
  /** By worker number; who was not evaluated is absent. `coefficient` is decimal text ("0.9"), the award in fen. */
  abstract load(query: PerformanceQuery): Promise<Map<number, { coefficient: string; award: Fen }>>;
  /** Late results, retractions included; one statement. */
  abstract late(query: LateFactsQuery): Promise<FactNotice[]>;
}
