import type { Id, Period } from '@gridstaff/kernel';
import type { Violation } from './violation';

/** A run whose slips are frozen. */
export interface FrozenRun {
  id: Id;
  no: number;
  centreId: Id;
  period: Period;
  kind: string;
  knownAt: number;
  status: string;
  hash: string;
  programHash: string;
  /** JSON text of the parameters it was calculated with. */
  parameters: string;
  slips: number;
  exclusions: number;
}

export interface ProofSlip {
  workerNo: number;
  lines: { itemNo: number; amount: number }[];
  totals: Record<AmountName, number>;
  derivation: string;
}

export type AmountName =
  | 'gross'
  | 'employeeInsurance'
  | 'employeeFund'
  | 'tax'
  | 'otherDeductions'
  | 'net'
  | 'receivable'
  | 'employerInsurance'
  | 'employerFund'
  | 'fee';

/** Reading side of the checker. `centreId` null: every centre. Nothing here writes. */
export abstract class VerificationStore {
  /** Runs every set-based check; each is one statement over whole tables. */
  abstract setChecks(centreId: Id | null): Promise<{ checked: number; violations: Violation[] }>;
  abstract frozenRuns(centreId: Id | null): Promise<FrozenRun[]>;
  /** Workers with a slip that claims the month itself, or that pays neither differences of earlier months nor what is given once, and so must. */
  abstract paidTheMonth(runNo: number): Promise<number[]>;
  /** Worker numbers with a slip or an exclusion in the run. */
  abstract workersOf(runNo: number): Promise<number[]>;
  /** Slips with lines and derivations, in worker order: a constant number of statements per page. */
  abstract slips(runNo: number, afterWorkerNo: number, limit: number): Promise<ProofSlip[]>;
  /** Text of the program table that the run's derivations refer to. */
  abstract programs(hash: string): Promise<string>;
  abstract centres(centreId: Id | null): Promise<Id[]>;
}
