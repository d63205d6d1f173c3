import type { Id, LocalDate } from '@gridstaff/kernel';

export const HEAD_COUNT_GROUPINGS = ['unit', 'post', 'agency', 'age', 'education', 'sex', 'political'] as const;
export type HeadCountGrouping = (typeof HEAD_COUNT_GROUPINGS)[number];

export interface PeopleFilter {
  centreId: Id;
  /** Main grids; undefined: everywhere, also without one. */
  unitCodes?: readonly string[];
  agencyCode?: string;
  postCode?: string;
}

/** People engaged on a day. */
export interface StatusCount {
  /** Null where none is recorded; of ages it is the year of birth. */
  value: string | null;
  status: string;
  people: number;
}

/** People who begin or cease to be where the filter looks, by day and agency. */
export interface DayCount {
  day: LocalDate;
  agencyCode: string;
  people: number;
  /** Of these: an engagement begins (ends) here. */
  engagements: number;
  /** Of these: another engagement ended the day before (begins the day after), so the person has only another agency. */
  moved: number;
}

export interface LeavingCount {
  agencyCode: string;
  /** Null where none is recorded. */
  reason: string | null;
  people: number;
}

export interface ContractEnd {
  endsOn: LocalDate;
  agencyCode: string;
  /** Exclusive end of the engagement. */
  stayTo: LocalDate;
  /** A further contract is recorded. */
  renewed: boolean;
  people: number;
}

/** Counts of people, as now known: a constant number of statements each, whatever the number of people. Nothing here names anybody. */
export abstract class PeopleReportStore {
  abstract headCount(filter: PeopleFilter, on: LocalDate, by: HeadCountGrouping): Promise<StatusCount[]>;
  /** Whoever begins to be there on a day from `from` to `until`. */
  abstract coming(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<DayCount[]>;
  /** Whose last day there lies from `from` to `until`; `day` is that last day's next. */
  abstract going(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<DayCount[]>;
  /** Ends of engagements with their last day from `from` to `until`, moves to another agency left out. */
  abstract reasons(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<LeavingCount[]>;
  /** Contracts in force on their last day, of people who are engaged on it. */
  abstract contractEnds(filter: PeopleFilter, from: LocalDate, until: LocalDate): Promise<ContractEnd[]>;
}
