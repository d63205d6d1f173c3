import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type Page, type PageRequest } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { BatchRows, type BatchUndoRecord } from './batches/batch-rows.repository';
import { BatchUndo, type UndoPreview } from './batches/batch-undo';
import { type ImportBatch, ImportBatches, type ImportSort } from './import-batch.repository';
import { ImportRegistry } from './import-registry';

export interface ImportRecord extends ImportBatch {
  /** Whether it is on record which rows it made; without that it cannot be undone. */
  recorded: boolean;
  undo: BatchUndoRecord | null;
}

const LONGEST_REASON = 500;

/** What was imported before, and taking it back. Everything needs the permission of the import's kind in the centre. */
@Injectable()
export class ImportHistory {
  constructor(
    private readonly registry: ImportRegistry,
    private readonly batches: ImportBatches,
    private readonly rows: BatchRows,
    private readonly undoing: BatchUndo,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
  ) {}

  /** Past imports of a centre of one kind. @throws DomainError IMPORT_KIND_UNKNOWN, NOT_FOUND, FORBIDDEN */
  async list(actor: Actor, centreId: Id, kind: string, page: PageRequest<ImportSort>): Promise<Page<ImportRecord>> {
    const handler = this.registry.handlerFor(kind);
    requirePermission(actor, handler.permission, centreId);
    const { rows, next } = await this.batches.list(centreId, handler.kind, page);
    const ids = rows.map(({ id }) => id);
    const undos = await this.rows.undos(ids);
    const counts = await this.rows.counts(ids);
    return { rows: rows.map((batch) => ({ ...batch, recorded: counts.has(batch.id), undo: undos.get(batch.id) ?? null })), next };
  }

  /** What undoing it would do, and what keeps it from being undone. @throws DomainError NOT_FOUND, FORBIDDEN, BATCH_UNDONE, BATCH_NOT_RECORDED */
  async previewUndo(actor: Actor, centreId: Id, batchId: Id): Promise<UndoPreview> {
    return this.undoing.preview(actor, await this.batch(actor, centreId, batchId));
  }

  /**
   * Takes the import back, exactly and whole; the same file may then be imported again.
   * @throws DomainError NOT_FOUND, FORBIDDEN, MISSING_FIELD (a reason), BATCH_UNDONE, BATCH_NOT_RECORDED, BATCH_USED with what uses it
   */
  async undo(actor: Actor, centreId: Id, batchId: Id, reason: string): Promise<UndoPreview> {
    const why = reason.trim().slice(0, LONGEST_REASON);
    if (why === '') throw new DomainError('MISSING_FIELD', { name: 'reason' }, { field: 'reason' });
    const batch = await this.batch(actor, centreId, batchId);
    return this.uow.run(async () => {
      await this.batches.enterLane(centreId, batch.kind);
      const done = await this.undoing.undo(actor, batch, why);
      const { rows, people, entered } = done;
      await this.audit.append({
        ...{ actor, centreId, action: 'import.undone', subjectType: 'import', subjectId: batch.id, reason: why },
        data: { kind: batch.kind, period: batch.period, sha256: batch.sha256, rows, people, entered },
      });
      return done;
    });
  }

  private async batch(actor: Actor, centreId: Id, batchId: Id): Promise<ImportBatch> {
    const batch = await this.batches.find(centreId, batchId);
    if (!batch) throw new DomainError('NOT_FOUND', { what: 'import' });
    requirePermission(actor, this.registry.handlerFor(batch.kind).permission, centreId, 'import');
    return batch;
  }
}
