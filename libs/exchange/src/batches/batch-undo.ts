import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, invariant } from '@gridstaff/kernel';
import { Database, UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { BatchBook } from './batch-book';
import { BatchRegistry } from './batch-registry';
import type { BatchRoom, BatchUndoPlan } from './batch-room';
import { BatchRows } from './batch-rows.repository';

export interface UndoPreview {
  /** Rows that undoing would take back. */
  rows: number;
  people: number;
  /** People that the batch entered and that would go with it. */
  entered: number;
  /** What rests on the batch; empty: it can be undone. */
  uses: readonly DomainError[];
}

/** Uses named one by one; more are counted. */
const NAMED_USES = 20;

/**
 * Takes a bulk act back as if it had never been: rows are appended that restore what its rows had covered, all of them or none. Possible
 * until something rests on it: a submitted run that has read it, a later fact over the same days, an entry of another room.
 * The caller has checked the permission and keeps the audit entry.
 */
@Injectable()
export class BatchUndo {
  constructor(
    private readonly registry: BatchRegistry,
    private readonly rows: BatchRows,
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError BATCH_UNDONE, BATCH_NOT_RECORDED, and what keeps a room from undoing at all */
  preview(actor: Actor, batch: { id: Id; centreId: Id }): Promise<UndoPreview> {
    return this.uow.run(async () => previewOf(await this.plan(actor, batch)));
  }

  /** Inside the caller's unit. @throws DomainError as `preview`, BATCH_USED with a detail for each use */
  async undo(actor: Actor, batch: { id: Id; centreId: Id }, reason: string): Promise<UndoPreview> {
    invariant(this.db.inUnit, 'a batch is taken back in one unit with its audit entry');
    const plans = await this.plan(actor, batch);
    const preview = previewOf(plans);
    const { uses } = preview;
    if (uses.length > 0) throw new DomainError('BATCH_USED', { count: uses.length }, {}, uses.slice(0, NAMED_USES));
    const book = new BatchBook(batch.id);
    await this.rows.addUndo({
      ...{ batchId: batch.id, centreId: batch.centreId, taken: preview.rows, reason },
      ...{ undoneBy: actor.userId, undoneAt: this.clock.millis() },
    });
    for (const plan of plans) await plan.apply(book, reason);
    await this.rows.add(book);
    return preview;
  }

  private async plan(actor: Actor, batch: { id: Id; centreId: Id }): Promise<BatchUndoPlan[]> {
    if ((await this.rows.undos([batch.id])).size > 0) throw new DomainError('BATCH_UNDONE');
    const rows = await this.rows.of(batch.id);
    if (rows.size === 0) throw new DomainError('BATCH_NOT_RECORDED');
    const rooms = new Set<BatchRoom>([...rows.keys()].map((source) => this.registry.roomOf(source)));
    const plans: BatchUndoPlan[] = [];
    for (const room of rooms) {
      const plan = await room.planUndo(actor, { ...batch, rows, undone: (ids) => this.rows.undone(batch.centreId, ids) });
      for (const watch of this.registry.watches) plan.uses.push(...(await watch.usesOf(batch.centreId, plan.reach)));
      plans.push(plan);
    }
    return plans;
  }
}

function previewOf(plans: readonly BatchUndoPlan[]): UndoPreview {
  const sum = (key: 'rows' | 'people' | 'entered'): number => plans.reduce((total, plan) => total + plan[key], 0);
  return { rows: sum('rows'), people: sum('people'), entered: sum('entered'), uses: plans.flatMap(({ uses }) => uses) };
}
