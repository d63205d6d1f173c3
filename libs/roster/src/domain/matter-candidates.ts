import type { Id, LocalDate } from '@gridstaff/kernel';

/**
 * Whom the checks of libs/dispatch may have anything to say about on a day: everybody else is in order for sure. It asks the rows by their dates
 * and is never narrower than the checks; what it gives beyond them costs reading those people alone.
 */
export abstract class MatterCandidates {
  /** @param soon last day of what comes up ahead of time @param back first day whose ends of engagements still count */
  abstract on(centreId: Id, days: { on: LocalDate; soon: LocalDate; back: LocalDate }): Promise<number[]>;
}
