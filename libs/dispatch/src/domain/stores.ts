import type { Fact, Id, LocalDate } from '@gridstaff/kernel';
import type { AgreementFact } from './agreement';
import type { Decision } from './matters';

/** How many people of its own the centre has, from a date on. */
export type OwnStaffFact = Fact & { centreId: Id; recordedBy: Id; supersedes: Id | null; people: number };

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
