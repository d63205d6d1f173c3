import type { DateRange, Id, LocalDate } from '@gridstaff/kernel';
import type { RecordedFact } from './fact-change';
import type { WorkerFact } from './worker-facts';

/** Seats of one post in a unit; 0 takes the post out of it. */
export type PostSeatsFact = RecordedFact & { orgUnitId: Id; postCode: string; seats: number };
/** GeoJSON of `UnitArea`. */
export type UnitAreaFact = RecordedFact & { orgUnitId: Id; area: string };

export interface PeopleInPost {
  /** Main grid; null where somebody has none. */
  unitCode: string | null;
  postCode: string | null;
  people: number;
}

/** What belongs to units beside their facts in `Reference`. */
export abstract class UnitStore {
  abstract seats(centreId: Id): Promise<PostSeatsFact[]>;
  abstract insertSeats(facts: readonly PostSeatsFact[]): Promise<void>;
  abstract areas(centreId: Id, unitId: Id): Promise<UnitAreaFact[]>;
  /** Of every unit: long texts, for an import that brings some. */
  abstract allAreas(centreId: Id): Promise<UnitAreaFact[]>;
  abstract insertAreas(facts: readonly UnitAreaFact[]): Promise<void>;
  /** How many are engaged on a date, by main grid and post. */
  abstract peopleInPost(centreId: Id, on: LocalDate): Promise<PeopleInPost[]>;
  /** Workers with an assignment to the unit recorded that reaches beyond the date; whether it is in force is for their facts to say. */
  abstract assignedFrom(centreId: Id, unitId: Id, from: LocalDate): Promise<number[]>;
  /** Rows that touch the range, of everybody, or of all who have one for any of these units: whatever decides where they are. */
  abstract assignmentsIn(
    centreId: Id,
    range: DateRange,
    unitIds: readonly Id[] | undefined,
  ): Promise<{ engagement: WorkerFact<'engagement'>[]; assignment: WorkerFact<'assignment'>[] }>;
}
