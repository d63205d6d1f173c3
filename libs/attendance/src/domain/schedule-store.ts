import type { Id, LocalDate, Period } from '@gridstaff/kernel';
import type { NumberRange } from './attendance-store';
import type { HoursFact } from './hours-system';
import type { ScheduleFact } from './schedule';
import type { ShiftFact } from './shift';

/** A rotation with a name, as codes of shifts one day after the other. */
export interface ShiftPattern {
  name: string;
  codes: readonly string[];
}

export abstract class ScheduleStore {
  /** Everything ever recorded of the centre's shifts. */
  abstract shifts(centreId: Id): Promise<ShiftFact[]>;
  abstract appendShifts(facts: readonly ShiftFact[]): Promise<void>;
  abstract schedules(centreId: Id, fromPeriod: Period, toPeriod: Period, range: NumberRange): Promise<ScheduleFact[]>;
  abstract appendSchedules(facts: readonly ScheduleFact[]): Promise<void>;
  /** Working-time systems that touch [from, to), as recorded. */
  abstract hours(centreId: Id, from: LocalDate, to: LocalDate): Promise<HoursFact[]>;
  abstract appendHours(facts: readonly HoursFact[]): Promise<void>;
  abstract patterns(centreId: Id): Promise<ShiftPattern[]>;
  /** In the place of the pattern of this name; an empty one takes it away. */
  abstract putPattern(centreId: Id, pattern: ShiftPattern): Promise<void>;
}
