import type { DateRange, Id, Period } from '@gridstaff/kernel';
import type { PerformanceFact } from './performance';

/** Appends facts and reads every recorded row, retracted and replaced ones included. */
export abstract class PerformanceStore {
  /** Of months from `fromPeriod` to `toPeriod` (included), workers numbered within [fromNo, toNo]. */
  abstract performances(centreId: Id, fromPeriod: Period, toPeriod: Period, fromNo: number, toNo: number): Promise<PerformanceFact[]>;
  abstract byIds(centreId: Id, ids: readonly Id[]): Promise<PerformanceFact[]>;
  /** Results recorded at or after an instant (epoch milliseconds), retracted and replaced ones included. */
  abstract recordedSince(centreId: Id, since: number, days: DateRange, fromNo: number, toNo: number): Promise<PerformanceFact[]>;
  abstract append(facts: readonly PerformanceFact[]): Promise<void>;
}
