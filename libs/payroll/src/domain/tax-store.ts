import type { Fen, Id, Period } from '@gridstaff/kernel';
import type { RehireCount, TaxMode, TaxOpening, TaxRecord, TaxSums } from './pay-facts';
import type { WorkerRange } from './slip-store';

export interface NewOpening extends TaxOpening {
  workerNo: number;
}

export interface NewProfile {
  workerNo: number;
  agencyId: Id;
  mode: TaxMode;
  /** A second engagement at the agency in the year. */
  rehire: RehireCount;
  /** Last year's gross at this agency; the evidence of `prior_year_60000`. */
  priorGross: Fen | null;
  sameUnitEveryMonth: boolean;
}

export interface NewDeduction {
  workerNo: number;
  toDate: Fen;
  /** Year to date by category, fen. */
  categories: Readonly<Record<string, Fen>>;
}

/** Who records a fact, and when. */
export interface FactStamp {
  centreId: Id;
  recordedAt: number;
  recordedBy: Id;
  nextId(): Id;
}

export interface TaxScope {
  centreId: Id;
  taxYear: number;
  /** Epoch milliseconds. */
  knownAt: number;
}

/** Tax facts: append-only. Loading takes a constant number of statements, whatever the number of workers. */
export abstract class TaxStore {
  /** Openings, profiles and special deductions by worker number; workers without any are absent. */
  abstract facts(scope: TaxScope, range: WorkerRange): Promise<Map<number, Omit<TaxRecord, 'paid'>>>;
  /** What the slips of these runs paid, by worker number and agency. */
  abstract paid(runNos: readonly number[], range: WorkerRange): Promise<Map<number, (TaxSums & { agencyId: Id })[]>>;
  abstract addOpenings(stamp: FactStamp, taxYear: number, rows: readonly NewOpening[]): Promise<void>;
  abstract addProfiles(stamp: FactStamp, taxYear: number, rows: readonly NewProfile[]): Promise<void>;
  abstract addDeductions(stamp: FactStamp, month: Period, rows: readonly NewDeduction[]): Promise<void>;
  /** The latest special deductions of exactly this month. */
  abstract deductionsOf(centreId: Id, month: Period): Promise<NewDeduction[]>;
  /** Special deductions of the tax year given for months up to this one, as known at the scope's instant, by worker and month. */
  abstract deductionsUpTo(scope: TaxScope, month: Period): Promise<(NewDeduction & { month: Period })[]>;
  abstract profilesOf(centreId: Id, taxYear: number): Promise<NewProfile[]>;
  abstract openingsOf(centreId: Id, taxYear: number): Promise<NewOpening[]>;
}
