import { AuditLog } from '@gridstaff/audit';
import { ERRORS, requirePermission } from '@gridstaff/contracts';
import { Actors } from '@gridstaff/identity';
import type { JobContext, JobHandler } from '@gridstaff/jobs';
import { DomainError, type Id, type Json } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, FieldCipher } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { ExportService } from '../exports/export-service';
import { PartSink } from '../stored/part-sink';
import { SealedParts } from '../stored/sealed-parts.repository';
import { columnsOf, EXPORT_TASK, queryOf } from './export-tasks';
import { type ExportTask, ExportTasksTable } from './export-tasks.repository';
import { ListExportRegistry } from './list-export-registry';
import { writeList } from './list-file';

/** How long a finished file is kept. */
export const KEPT_MS = 24 * 3_600_000;

/**
 * Writes the file of a task, in parts as it grows: memory holds a page of rows and a few parts. Tried again it begins anew; with the rights
 * that the owner has when it runs, not those of when it was asked for.
 */
@Injectable()
export class MakeList implements JobHandler<'exchange.list'> {
  readonly name = 'exchange.list';

  constructor(
    private readonly lists: ListExportRegistry,
    private readonly table: ExportTasksTable,
    private readonly parts: SealedParts,
    private readonly stamps: ExportService,
    private readonly actors: Actors,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(job: JobContext<'exchange.list'>): Promise<void> {
    const { taskId } = job.payload;
    try {
      const task = await this.begin(job, taskId);
      if (task) await this.make(job, task);
    } catch (error) {
      const known = error instanceof DomainError ? error : new DomainError('BUG', {}, {}, [], { cause: error });
      if (known.code === 'LEASE_LOST' || known.code === 'JOB_STOPPED' || ERRORS[known.code]?.kind === 'operational') throw error;
      await this.fail(taskId, known.code);
      throw error;
    }
  }

  private begin(job: JobContext, taskId: Id): Promise<ExportTask | null> {
    return this.uow.run(async () => {
      await job.assertLead();
      if (!(await this.table.move(taskId, ['queued', 'making'], 'making', { doneRows: 0, bytes: 0 }))) return null;
      await this.parts.remove(taskId);
      return this.table.find(taskId);
    });
  }

  private async make(job: JobContext, task: ExportTask): Promise<void> {
    const { id, centreId, kind, format, language, purpose, dataKey } = task;
    if (dataKey === null) throw new DomainError('JOB_STOPPED');
    const list = this.lists.listOf(kind);
    const actor = await this.actors.forUser(task.requestedBy);
    requirePermission(actor, list.permission, centreId);
    if (task.numbers) requirePermission(actor, 'worker:reveal', centreId);
    const query = JSON.parse(this.cipher.decrypt(dataKey, task.query, queryOf(id))) as Json;
    const columns = columnsOf(list, task.chosen);
    const { at, line } = await this.stamps.stamp(actor, purpose, language);
    let read = 0;
    const counted = async function* (pages: ReturnType<typeof list.pages>): ReturnType<typeof list.pages> {
      for await (const page of pages) {
        read += page.length;
        yield page;
      }
    };
    const sink = new PartSink((first, some) =>
      this.uow.run(async () => {
        await job.assertLead();
        if (!(await this.table.move(id, ['making'], 'making', { doneRows: read }))) throw new DomainError('JOB_STOPPED');
        await this.parts.add({ id, dataKey }, first, some);
      }),
    );
    const pages = counted(list.pages({ actor, centreId, query, columns, language }));
    const rows = await writeList({ name: list.titles[language], stamp: line, at, language, columns, pages }, format, sink);
    const { bytes, sha256 } = sink;
    const finishedAt = this.clock.millis();
    await this.uow.run(async () => {
      await job.assertLead();
      const done = { doneRows: rows, bytes, sha256, finishedAt, expiresAt: finishedAt + KEPT_MS };
      if (!(await this.table.move(id, ['making'], 'done', done))) throw new DomainError('JOB_STOPPED');
      await this.audit.append({
        ...{ actor, centreId, action: 'export.made', subjectType: EXPORT_TASK, subjectId: id, reason: purpose },
        data: { kind, format, rows, bytes, sha256, columns: task.chosen, numbers: task.numbers },
      });
    });
  }

  private fail(taskId: Id, errorCode: string): Promise<void> {
    return this.uow.run(async () => {
      const over = { errorCode, dataKey: null, finishedAt: this.clock.millis() };
      if (await this.table.move(taskId, ['queued', 'making'], 'failed', over)) await this.parts.remove(taskId);
    });
  }
}
