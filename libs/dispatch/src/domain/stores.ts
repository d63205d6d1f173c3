import type { Fact, Id, LocalDate } from '@gridstaff/kernel';
import type { AgreementFact } from './agreement';
import type { Decision } from './matters';
import type { Evidence, WorkerReturn } from './return-grounds';

/** How many people of its own the centre has, from a date on. */
export type OwnStaffFact = Fact & { centreId: Id; recordedBy: Id; supersedes: Id | null; people: number };

/** Evidence and the returns that rest on it. */
export abstract class ReturnStore {
  abstract evidence(centreId: Id, workerNos: readonly number[]): Promise<Evidence[]>;
  abstract addEvidence(evidence: Evidence): Promise<void>;
  /** @returns false when there is none, or it was withdrawn before */
  abstract withdraw(centreId: Id, id: Id, by: { at: number; userId: Id; reason: string }): Promise<boolean>;
  /** All of the centre whose last day is not before one; of one worker where it is named. Without those of acts that were taken back. */
  abstract returns(centreId: Id, from: LocalDate, workerNo?: number): Promise<WorkerReturn[]>;
  abstract addReturns(returns: readonly WorkerReturn[]): Promise<void>;
}

/** What the room keeps: nothing in it is ever changed, later rows count. */
export abstract class DispatchStore {
  abstract agreements(centreId: Id): Promise<AgreementFact[]>;
  abstract addAgreement(fact: AgreementFact): Promise<void>;
  abstract ownStaff(centreId: Id): Promise<OwnStaffFact[]>;
  abstract addOwnStaff(fact: OwnStaffFact): Promise<void>;
  /** The latest decision of each matter; all matters of the centre unless keys are named. */
  abstract decisions(centreId: Id, keys?: readonly string[]): Promise<Map<string, Decision>>;
  abstract decide(centreId: Id, id: Id, decision: Decision): Promise<void>;
}

export interface OwnStaff {
  from: LocalDate;
  people: number;
}
