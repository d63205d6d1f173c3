import type { FactNotice, Id, LateFactsQuery, LocalDate, Period } from '@gridstaff/kernel';
import type { AbsenceKind } from './absence';

export interface MonthFactsQuery {
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

/** Attendance of one worker in one month. */
export interface WorkerMonth {
  /** [from, to) within the month, by first day; `days` in hundredths of a scheduled day. */
  absences: { kind: AbsenceKind; from: LocalDate; to: LocalDate; days: number }[];
  /** Hundredths of an hour. */
  overtime: { weekday: number; restday: number; holiday: number; restdayOff: number };
  /** Work outdoors in heat, hundredths of a scheduled day. */
  heatDays: number;
}

/** Reading side for payroll: a constant number of statements, whatever the number of workers. */
export abstract class MonthFacts {
  /** By worker number; who was never away and worked neither overtime nor in heat is absent. */
  abstract load(query: MonthFactsQuery): Promise<Map<number, WorkerMonth>>;
  /** Late absences, overtime and work in heat, retractions included; one statement each. */
  abstract late(query: LateFactsQuery): Promise<FactNotice[]>;
}
