import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { BatchRows, BatchUndo, type BatchUndoRecord, ImportBatches, type UndoPreview } from '@gridstaff/exchange';
import { DomainError, type Id, type Page, type PageRequest, parseText } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type StaffChangeLine, type StaffChangeRecord, type StaffChangeSort, StaffChangeStore } from '../domain/staff-change-store';
import { WorkerStore } from '../domain/stores';

export interface PastStaffChange extends StaffChangeRecord {
  undo: BatchUndoRecord | null;
}

export type PastStaffLine = StaffChangeLine & { name: string };

const LANE = 'staff_change';

/** Acts on many people that were carried out, and taking one back until something rests on it. */
@Injectable()
export class StaffChangeHistory {
  constructor(
    private readonly store: StaffChangeStore,
    private readonly workers: WorkerStore,
    private readonly lanes: ImportBatches,
    private readonly rows: BatchRows,
    private readonly undoing: BatchUndo,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
  ) {}

  /** Needs `roster:read`. */
  async list(actor: Actor, centreId: Id, page: PageRequest<StaffChangeSort>): Promise<Page<PastStaffChange>> {
    requirePermission(actor, 'roster:read', centreId);
    const { rows, next } = await this.store.page(centreId, page);
    const undos = await this.rows.undos(rows.map(({ id }) => id));
    return { rows: rows.map((row) => ({ ...row, undo: undos.get(row.id) ?? null })), next };
  }

  /** With everybody in it. Needs `roster:write`: the ground of a return tells of conduct and health. @throws DomainError NOT_FOUND */
  async get(actor: Actor, centreId: Id, id: Id): Promise<{ change: PastStaffChange; lines: PastStaffLine[] }> {
    requirePermission(actor, 'roster:write', centreId, 'act');
    const change = await this.find(centreId, id);
    const lines = await this.store.lines(id);
    const names = await this.workers.names(centreId, lines.map(({ workerNo }) => workerNo));
    const undo = (await this.rows.undos([id])).get(id) ?? null;
    return { change: { ...change, undo }, lines: lines.map((line) => ({ ...line, name: names.get(line.workerNo) ?? '' })) };
  }

  /** Needs `roster:write`. @throws DomainError NOT_FOUND, BATCH_UNDONE */
  async previewUndo(actor: Actor, centreId: Id, id: Id): Promise<UndoPreview> {
    requirePermission(actor, 'roster:write', centreId, 'act');
    return this.undoing.preview(actor, await this.find(centreId, id));
  }

  /** Takes the whole act back: on every day holds what held before. Needs `roster:write`. @throws DomainError NOT_FOUND, MISSING_FIELD, BATCH_UNDONE, BATCH_USED */
  async undo(actor: Actor, centreId: Id, id: Id, why: string): Promise<UndoPreview> {
    requirePermission(actor, 'roster:write', centreId, 'act');
    const reason = parseText(why, 'reason', 200);
    return this.uow.run(async () => {
      await this.lanes.enterLane(centreId, LANE);
      const change = await this.find(centreId, id);
      const done = await this.undoing.undo(actor, change, reason);
      await this.audit.append({
        ...{ actor, centreId, action: 'roster.bulk-change-undone', subjectType: 'staff-change', subjectId: id, reason },
        data: { kind: change.kind, date: change.date, rows: done.rows, people: done.people },
      });
      return done;
    });
  }

  private async find(centreId: Id, id: Id): Promise<StaffChangeRecord> {
    const change = await this.store.find(centreId, id);
    if (!change) throw new DomainError('NOT_FOUND', { what: 'act' });
    return change;
  }
}
