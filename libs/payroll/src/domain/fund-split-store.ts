import type { Id, LocalDate } from '@gridstaff/kernel';
import type { FundSplitPiece, NewFundSplit } from './fund-split';
import type { WorkerRange } from './slip-store';
import type { FactStamp } from './tax-store';

/** Splits of workers: append-only. Reading takes one statement, whatever the number of workers. */
export abstract class FundSplitStore {
  /** Pieces that touch [from, to), in date order, by worker. */
  abstract known(
    scope: { centreId: Id; from: LocalDate; to: LocalDate; knownAt: number },
    range: WorkerRange,
  ): Promise<Map<number, FundSplitPiece[]>>;
  abstract add(stamp: FactStamp, rows: readonly NewFundSplit[]): Promise<void>;
}
