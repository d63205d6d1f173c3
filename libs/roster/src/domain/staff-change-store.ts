import type { Id, LocalDate, Page, PageRequest } from '@gridstaff/kernel';
import type { StaffChangeKind, StaffState } from './staff-change';

/** An act on many people, as it was carried out. */
export interface StaffChangeRecord {
  id: Id;
  centreId: Id;
  kind: StaffChangeKind;
  date: LocalDate;
  reason: string;
  documentNo: string | null;
  people: number;
  recordedAt: number;
  recordedBy: Id;
}

export interface StaffChangeLine {
  workerNo: number;
  before: StaffState;
  after: StaffState;
}

export type StaffChangeSort = 'recordedAt' | 'date';

/** Acts on many people: only added. Whether one was taken back is for the batches of libs/exchange to say. */
export abstract class StaffChangeStore {
  abstract insert(change: StaffChangeRecord, lines: readonly StaffChangeLine[]): Promise<void>;
  abstract page(centreId: Id, request: PageRequest<StaffChangeSort>): Promise<Page<StaffChangeRecord>>;
  abstract find(centreId: Id, id: Id): Promise<StaffChangeRecord | undefined>;
  /** By number. */
  abstract lines(id: Id): Promise<StaffChangeLine[]>;
}
