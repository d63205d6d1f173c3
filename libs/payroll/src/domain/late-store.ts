import type { FactNotice, Id, LateFactsQuery, Period } from '@gridstaff/kernel';
import type { CutRun, LateDecision } from './late-change';

/** Decisions about late facts: appended, the last one holds. */
export abstract class LateStore {
  /** The decisions that hold as known at an instant, by fact. */
  abstract decisions(centreId: Id, knownAt: number): Promise<Map<Id, LateDecision>>;
  /** Facts that were decided about in the time of the query, as if they had been recorded then: what counted may not count any more. */
  abstract decided(query: LateFactsQuery): Promise<FactNotice[]>;
  abstract append(centreId: Id, rows: readonly (LateDecision & { id: Id; fact: FactNotice })[]): Promise<void>;
  /** Regular and supplementary runs with a period from this month on whose inputs are cut off. */
  abstract cutRuns(centreId: Id, from: Period): Promise<CutRun[]>;
}
