import { AuditLog } from '@gridstaff/audit';
import { type Actor, type Permission, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, type Json } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { Reference } from '../domain/reference';
import { OrganisationStore, WorkerStore } from '../domain/stores';
import type { Worker } from '../domain/worker';
import { emptyLists } from '../domain/worker-facts';
import { WorkerRecord } from '../domain/worker-record';
import { Stamps } from './stamps';

/** Whose facts change. */
export interface WorkerTarget {
  centreId: Id;
  workerNo: number;
}

export interface Desk {
  worker: Worker;
  record: WorkerRecord;
  reference: Reference;
}

/** The audit entry of a change. */
export interface DeskEntry {
  action: string;
  data?: { readonly [key: string]: Json | undefined };
  reason?: string | null;
}

/** One worker's file taken out, changed and put back: permission, lock, append, audit in one unit. */
@Injectable()
export class WorkerDesk {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly organisation: OrganisationStore,
    private readonly workers: WorkerStore,
    private readonly stamps: Stamps,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns false when the change says nothing new; then nothing is written
   * @throws DomainError NOT_FOUND for a worker of another centre, FORBIDDEN, and what `change` throws
   */
  async change(actor: Actor, target: WorkerTarget, entry: DeskEntry, change: (desk: Desk) => void): Promise<boolean> {
    return this.uow.run(async () => {
      const desk = await this.take(actor, 'roster:write', target);
      change(desk);
      if (!desk.record.changed) return false;
      await this.put(actor, desk, entry);
      return true;
    });
  }

  /**
   * For use inside a unit: the worker is held until it ends. Without a permission the caller has asked for one of its own.
   * @throws DomainError NOT_FOUND, FORBIDDEN
   */
  async take(actor: Actor, permission: Permission | undefined, target: WorkerTarget): Promise<Desk> {
    if (permission) requirePermission(actor, permission, target.centreId, 'worker');
    const worker = await this.worker(target, true);
    const facts = await this.workers.facts(target.centreId, [worker.no]);
    const reference = await this.organisation.reference(target.centreId);
    const stamp = this.stamps.of(actor, target.centreId);
    const record = new WorkerRecord(worker.no, facts.get(worker.no) ?? emptyLists(), stamp, reference.checkGrid);
    return { worker, record, reference };
  }

  /** What the record has appended, with its audit entry; in the unit in which it was taken. */
  async put(actor: Actor, { worker, record }: Desk, entry: DeskEntry): Promise<void> {
    await this.workers.append([record.appended]);
    await this.audit.append({
      ...{ actor, centreId: worker.centreId, action: entry.action, subjectType: 'worker', subjectId: worker.id },
      data: { workerNo: worker.no, ...entry.data },
      reason: entry.reason ?? undefined,
    });
  }

  /** The worker's name put right; it is no dated fact. @throws DomainError NOT_FOUND, STALE */
  async rename(actor: Actor, target: WorkerTarget, name: string, reason: string): Promise<void> {
    requirePermission(actor, 'roster:write', target.centreId, 'worker');
    await this.uow.run(async () => {
      const worker = await this.worker(target, true);
      if (worker.name === name) return;
      await this.workers.rename(worker, name);
      const subject = { centreId: target.centreId, subjectType: 'worker', subjectId: worker.id };
      await this.audit.append({
        actor,
        ...subject,
        action: 'worker.name-corrected',
        data: { workerNo: worker.no },
        reason,
      });
    });
  }

  /** For reading use cases. @throws DomainError NOT_FOUND, FORBIDDEN */
  async find(actor: Actor, permission: Permission, target: WorkerTarget): Promise<Worker> {
    requirePermission(actor, permission, target.centreId, 'worker');
    return this.worker(target, false);
  }

  private async worker({ centreId, workerNo }: WorkerTarget, lock: boolean): Promise<Worker> {
    const [worker] = await this.workers.byNumbers(centreId, [workerNo], lock);
    if (!worker) throw new DomainError('NOT_FOUND', { what: 'worker' });
    return worker;
  }
}
