import type { Id, Period } from '@gridstaff/kernel';
import type { NumberRange } from './attendance-store';
import type { DayMarksFact } from './day-marks';

export type SheetStatus = 'submitted' | 'approved' | 'returned' | 'withdrawn';

/** What became of a team's sheet of a month; a sheet without a row was never submitted. */
export interface SheetRow {
  id: Id;
  centreId: Id;
  period: Period;
  unitId: Id;
  status: SheetStatus;
  /** Of the content that was submitted. */
  hash: string;
  submittedBy: Id;
  /** Epoch milliseconds. */
  submittedAt: number;
  version: number;
}

export type CloseStatus = 'open' | 'closed' | 'reopening';

/** The close of a month's attendance. */
export interface CloseRow {
  id: Id;
  centreId: Id;
  period: Period;
  status: CloseStatus;
  closedBy: Id | null;
  closedAt: number | null;
  /** Why it was closed with things open, and which. */
  exceptions: string | null;
  reason: string | null;
  version: number;
}

/** Sheets, who heads which unit, day marks and the close of months. Changes of state are guarded by status and version. */
export abstract class SheetStore {
  abstract heads(centreId: Id): Promise<{ unitId: Id; userId: Id }[]>;
  abstract setHeads(centreId: Id, unitId: Id, userIds: readonly Id[]): Promise<void>;
  abstract marks(centreId: Id, period: Period, workers: NumberRange): Promise<DayMarksFact[]>;
  abstract marksByIds(centreId: Id, ids: readonly Id[]): Promise<DayMarksFact[]>;
  abstract appendMarks(facts: readonly DayMarksFact[]): Promise<void>;
  abstract sheets(centreId: Id, period: Period): Promise<SheetRow[]>;
  abstract sheetById(id: Id): Promise<SheetRow | undefined>;
  abstract addSheet(row: SheetRow): Promise<void>;
  /** @throws DomainError STALE */
  abstract moveSheet(before: SheetRow, after: Pick<SheetRow, 'status' | 'hash' | 'submittedBy' | 'submittedAt'>): Promise<void>;
  abstract close(centreId: Id, period: Period): Promise<CloseRow | undefined>;
  abstract closeById(id: Id): Promise<CloseRow | undefined>;
  /** The row, made when there is none, held until the unit ends. */
  abstract holdClose(row: CloseRow): Promise<CloseRow>;
  /** @throws DomainError STALE */
  abstract moveClose(before: CloseRow, after: Pick<CloseRow, 'status' | 'closedBy' | 'closedAt' | 'exceptions' | 'reason'>): Promise<void>;
}
