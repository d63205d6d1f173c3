import type { Id, Period } from '@gridstaff/kernel';
import type { MonthRecord, WorkerRange } from '../domain';

export interface RecordScope {
  centreId: Id;
  period: Period;
  /** Epoch milliseconds. */
  knownAt: number;
  /** Facts that do not count, by id. */
  ignored?: ReadonlySet<Id>;
}

/** A worker nothing was recorded for. */
export const NO_RECORD: MonthRecord = {
  absences: [],
  overtime: { weekday: 0, restday: 0, holiday: 0, restdayOff: 0 },
  heatDays: 0,
  coefficient: null,
  award: 0,
};

/** What attendance and evaluation recorded for a month, by worker number; workers without a record are absent. */
export abstract class MonthRecords {
  /** A constant number of statements, whatever the number of workers. */
  abstract load(scope: RecordScope, range: WorkerRange): Promise<Map<number, MonthRecord>>;
}
