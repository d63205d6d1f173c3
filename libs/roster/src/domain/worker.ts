import type { Id } from '@gridstaff/kernel';
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
  /** Blind index of its last four characters; null in rows of before until they are filled. */
  idTailIndex: string | null;
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
