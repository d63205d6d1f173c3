import type { DateRange, Fact, Id, LocalDate, Period } from '@gridstaff/kernel';
import type { AbsenceFact } from './absence';
import type { HeatWorkFact } from './heat-work';
import type { LeaveBalanceFact } from './leave-balance';
import type { OvertimeFact } from './overtime';
import type { PriorServiceFact } from './prior-service';

/** Workers numbered within [fromNo, toNo]. */
export interface NumberRange {
  fromNo: number;
  toNo: number;
}

/** An entry of any kind, by what is asked of all of them. */
export interface Entry extends Fact {
  workerNo: number;
  supersedes: Id | null;
}

/** Appends facts and reads every recorded row, retracted and replaced ones included. */
export abstract class AttendanceStore {
  /** Absences that begin within [from, to). */
  abstract absences(centreId: Id, from: LocalDate, to: LocalDate, workers: NumberRange): Promise<AbsenceFact[]>;
  abstract overtime(centreId: Id, fromPeriod: Period, toPeriod: Period, workers: NumberRange): Promise<OvertimeFact[]>;
  abstract heatWork(centreId: Id, fromPeriod: Period, toPeriod: Period, workers: NumberRange): Promise<HeatWorkFact[]>;
  abstract balances(centreId: Id, fromYear: number, toYear: number, workers: NumberRange): Promise<LeaveBalanceFact[]>;
  abstract priorServices(centreId: Id, workers: NumberRange): Promise<PriorServiceFact[]>;
  abstract absenceById(centreId: Id, id: Id): Promise<AbsenceFact | undefined>;
  abstract absencesByIds(centreId: Id, ids: readonly Id[]): Promise<AbsenceFact[]>;
  abstract overtimeByIds(centreId: Id, ids: readonly Id[]): Promise<OvertimeFact[]>;
  abstract priorServicesByIds(centreId: Id, ids: readonly Id[]): Promise<PriorServiceFact[]>;
  abstract heatWorkByIds(centreId: Id, ids: readonly Id[]): Promise<HeatWorkFact[]>;
  /** Entries of every kind in force that were recorded at or after an instant (epoch milliseconds) and touch the days. */
  abstract recordedSince(centreId: Id, since: number, days: DateRange, workers: NumberRange): Promise<Entry[]>;
  abstract appendAbsences(facts: readonly AbsenceFact[]): Promise<void>;
  abstract appendOvertime(facts: readonly OvertimeFact[]): Promise<void>;
  abstract appendHeatWork(facts: readonly HeatWorkFact[]): Promise<void>;
  abstract appendBalances(facts: readonly LeaveBalanceFact[]): Promise<void>;
  abstract appendPriorServices(facts: readonly PriorServiceFact[]): Promise<void>;
}
