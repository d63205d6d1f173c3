import type { Fact, Fen, Id, Period } from '@gridstaff/kernel';
import type { BonusMethod } from '@gridstaff/pay-engine';
import type { WorkerRange } from './slip-store';
import type { FactStamp } from './tax-store';

/** An annual bonus (全年一次性奖金) given for a work month, fen. */
export interface Bonus {
  workerNo: number;
  /** Zero takes back what was given before. */
  amount: Fen;
  /** Null: as the centre does by default. */
  method: BonusMethod | null;
}

/** A bonus as it was recorded. */
export interface BonusFact extends Bonus, Fact {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

/** What the wages of a worker added last to the year to date. */
export interface LastWages {
  taxMonth: Period;
  /** Income less contributions of that month by worker number, fen. */
  taxable: ReadonlyMap<number, Fen>;
}

/** Bonuses given: append-only. Reading takes a constant number of statements, whatever the number of workers. */
export abstract class BonusStore {
  /** The latest of each worker for the month, in worker order; amounts of zero included. */
  abstract known(scope: { centreId: Id; period: Period; knownAt: number }, range: WorkerRange): Promise<Bonus[]>;
  /** @returns the ids of the rows, in their order */
  abstract add(stamp: FactStamp, period: Period, rows: readonly Bonus[]): Promise<Id[]>;
  abstract byIds(centreId: Id, ids: readonly Id[]): Promise<BonusFact[]>;
  /** Every recorded row of the months, replaced ones included. */
  abstract recorded(centreId: Id, from: Period, to: Period, range: WorkerRange): Promise<BonusFact[]>;
  /** Rows as they are, for what takes an import back. */
  abstract append(facts: readonly BonusFact[]): Promise<void>;
  /** Runs that have claimed the bonus of any month of these workers. */
  abstract claims(workerNos: readonly number[]): Promise<{ workerNo: number; run: number; period: Period }[]>;
  /** Workers whose bonus of the month any run has claimed, and those who have had one taxed apart in the tax year. */
  abstract claimed(
    period: Period,
    taxYear: number,
    range: WorkerRange,
  ): Promise<{ paid: ReadonlySet<number>; separate: ReadonlySet<number> }>;
  /**
   * The wages of the last regular run up to a work month that either belongs to the year to date or was paid in an earlier tax year.
   * @param yearToDate numbers of the runs that are the year to date
   */
  abstract lastWages(
    scope: { centreId: Id; period: Period; taxYear: number; yearToDate: ReadonlySet<number> },
    range: WorkerRange,
  ): Promise<LastWages | undefined>;
}
