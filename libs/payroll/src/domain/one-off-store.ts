import type { Fact, FactNotice, Id, LateFactsQuery, Period } from '@gridstaff/kernel';
import type { GivenOneOff, OneOff, OneOffPart, PaidOneOff } from './one-off';
import type { WorkerRange } from './slip-store';
import type { FactStamp } from './tax-store';

/** Work months [from, to], both included, of a centre. */
export interface OneOffScope {
  centreId: Id;
  from: Period;
  to: Period;
  /** Epoch milliseconds. */
  knownAt: number;
  /** Facts that do not count, by id. */
  ignored?: ReadonlySet<Id>;
}

/** An entry as it was recorded. */
export interface OneOffFact extends OneOff, Fact {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** What is given once: append-only facts, and what slips have paid of them. Constant numbers of statements, whatever the number of workers. */
export abstract class OneOffStore {
  /** The latest of each worker, month and kind, without those taken back, by worker, month and kind. */
  abstract given(scope: OneOffScope, range: WorkerRange): Promise<GivenOneOff[]>;
  /**
   * What frozen runs have paid of entries of these months.
   * @param before only runs of earlier months and supplementary ones of this month: a regular run does not stand on itself; undefined: all
   */
  abstract paid(scope: Pick<OneOffScope, 'centreId' | 'from' | 'to'>, range: WorkerRange, before?: Period): Promise<PaidOneOff[]>;
  /** What the slips of one run pay, by worker, month and kind. */
  abstract ofRun(runNo: number, range: WorkerRange): Promise<(OneOffPart & { workerNo: number })[]>;
  /** @returns the ids of the rows, in their order */
  abstract add(stamp: FactStamp, period: Period, rows: readonly OneOff[]): Promise<Id[]>;
  abstract byIds(centreId: Id, ids: readonly Id[]): Promise<OneOffFact[]>;
  /** Every recorded row of the months, replaced ones and zeros included. */
  abstract recorded(centreId: Id, from: Period, to: Period, range: WorkerRange): Promise<OneOffFact[]>;
  /** Rows as they are, for what takes an import back. */
  abstract append(facts: readonly OneOffFact[]): Promise<void>;
  /** Late ones, those taken back included; one statement. */
  abstract late(query: LateFactsQuery): Promise<FactNotice[]>;
}
