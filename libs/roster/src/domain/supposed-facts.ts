import type { DateRange, Fact, Id } from '@gridstaff/kernel';
import type { AgencyFeeFact, CertificateStandardFact, GradeStandardFact } from './organisation';
import type { WorkerFactLists } from './worker-facts';

/**
 * Rows that nobody has recorded: what would have to be added for something else to hold. Read together with the recorded ones they answer
 * what would be true, by the rules by which recorded rows answer what is.
 */
export interface SupposedFacts {
  /** By number; workers who do not exist have numbers from `FIRST_SUPPOSED_NO` on. */
  readonly workers: ReadonlyMap<number, WorkerFactLists>;
  /** Codes of the grids that the rows name. */
  readonly gridCodes: ReadonlyMap<Id, string>;
  readonly gradeStandards: readonly GradeStandardFact[];
  readonly certificateStandards: readonly CertificateStandardFact[];
  readonly agencyFees: readonly AgencyFeeFact[];
}

/** Numbers of workers count up from 1; the engine and the stores take 32-bit numbers. */
export const FIRST_SUPPOSED_NO = 2_000_000_001;

export const touching = <F extends Fact>(facts: readonly F[] | undefined, window: DateRange): readonly F[] =>
  facts?.filter((fact) => fact.validFrom < window.to && fact.validTo > window.from) ?? [];
