import type { Id, LocalDate, PageRequest } from '@gridstaff/kernel';
import type { IdKind, Sex } from './id-number';

/** A person as one centre knows it. Of the ID number only the year of birth and the sex are readable without the person's key. */
export interface Worker {
  id: Id;
  centreId: Id;
  /** Small integer, unique in the installation; slips are keyed by it. */
  no: number;
  name: string;
  idKind: IdKind;
  idCipher: string;
  /** Blind index of the ID number: equal numbers are equal texts. */
  idIndex: string;
  birthYear: number;
  sex: Sex;
  /** The person's own key, wrapped; without it nothing personal can be read. */
  dataKey: string;
  createdAt: number;
  createdBy: Id;
}

/** What names a worker elsewhere. */
export interface WorkerKey {
  id: Id;
  no: number;
}

export interface WorkerFilter {
  centreId: Id;
  /** Valid date of every filter and of what is shown. */
  on: LocalDate;
  /** Beginning of the name. */
  namePrefix?: string;
  idIndex?: string;
  phoneIndex?: string;
  workerNo?: number;
  /** The worker's main grid is one of these. */
  orgUnitIds?: readonly Id[];
  agencyId?: Id;
  engagedOnly?: boolean;
}

/** What the roster may be sorted by; dated values are those in force on the date of the filter, people without one come first. */
export type WorkerSort = 'workerNo' | 'name' | 'joinedOn' | 'grid' | 'agency';
export type WorkerPageRequest = PageRequest<WorkerSort>;
