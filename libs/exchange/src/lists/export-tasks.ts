import { createHash } from 'node:crypto';
import { Approvals } from '@gridstaff/approval';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, type Language, requirePermission } from '@gridstaff/contracts';
import { Jobs } from '@gridstaff/jobs';
import { canonicalJson, DomainError, type Id, type Json, type Page, type PageRequest } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, FieldCipher, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { cleanPurpose } from '../exports/purpose';
import { SealedParts } from '../stored/sealed-parts.repository';
import { type ExportTask, type ExportTaskSort, ExportTasksTable } from './export-tasks.repository';
import { type ListColumn, type ListExport, type ListFormat } from './list-export';
import { ListExportRegistry } from './list-export-registry';

/** Subject of the approval. */
export const EXPORT_TASK = 'export_task';
const STEP = { kind: 'export', permission: 'export:approve' } as const;
/** So many people's numbers one person may take out; beyond, a second one approves. */
const ALONE = 100;
/** Unfinished tasks of one account. */
const MOST_OPEN = 10;

export interface ExportWish {
  centreId: Id;
  kind: string;
  /** What the screen asks its list with. */
  query: Json;
  /** Keys, in the order they shall stand; those of the list when left out. */
  columns?: readonly string[];
  format?: ListFormat;
  language: Language;
  purpose?: string;
}

export interface TaskTarget {
  centreId: Id;
  taskId: Id;
}

/** 导出中心: lists that somebody wants as a file. A task belongs to who asked for it; to everybody else it does not exist, but to who is to approve it. */
@Injectable()
export class ExportTasks {
  constructor(
    private readonly lists: ListExportRegistry,
    private readonly table: ExportTasksTable,
    private readonly parts: SealedParts,
    private readonly approvals: Approvals,
    private readonly jobs: Jobs,
    private readonly cipher: FieldCipher,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Needs the permission of the list, and `worker:reveal` where numbers stand in it in full; those of more than a hundred people wait for
   * a second person.
   * @throws DomainError EXPORT_KIND_UNKNOWN, NOT_FOUND, FORBIDDEN, EXPORT_OPTION, EXPORT_REASON_NEEDED, EXPORT_EMPTY, EXPORT_TOO_MANY, and those
   * of the list for its query
   */
  async request(actor: Actor, wish: ExportWish): Promise<ExportTask> {
    const list = this.lists.listOf(wish.kind);
    const { centreId, format = 'xlsx', language } = wish;
    const query = list.settled(wish.query);
    requirePermission(actor, list.permission, centreId);
    const columns = columnsOf(list, wish.columns);
    const numbers = columns.some((column) => column.numbers);
    if (numbers && !can(actor, 'worker:reveal', centreId)) throw new DomainError('FORBIDDEN', { permission: 'worker:reveal' });
    const given = cleanPurpose(wish.purpose);
    if (given === '' && columns.some((column) => column.personal || column.numbers))
      throw new DomainError('EXPORT_REASON_NEEDED', {}, { field: 'purpose' });
    const purpose = given === '' ? list.titles[language] : given;
    const expected = await list.count(actor, centreId, query);
    if (expected === 0) throw new DomainError('EXPORT_EMPTY');
    const id = this.ids.next();
    const dataKey = this.parts.newKey();
    const chosen = columns.map(({ key }) => key);
    // The digest is of the sealed query: from a digest of the open one a number could be guessed.
    const sealed = this.cipher.encrypt(dataKey, JSON.stringify(query), queryOf(id));
    const task: ExportTask = {
      ...{ id, centreId, kind: list.kind, format, language, dataKey, query: sealed, chosen, numbers, purpose, expected },
      hash: hashOf({ id, kind: list.kind, query: sealed, chosen, format, purpose, expected }),
      status: numbers && expected > ALONE ? 'waiting' : 'queued',
      ...{ doneRows: 0, bytes: 0, sha256: null, errorCode: null, jobId: null, finishedAt: null, expiresAt: null },
      ...{ requestedBy: actor.userId, requestedAt: this.clock.millis() },
    };
    return this.uow.run(async () => {
      if ((await this.table.openOf(actor.userId)) >= MOST_OPEN) throw new DomainError('EXPORT_TOO_MANY', { limit: MOST_OPEN });
      await this.table.add(task);
      await this.audit.append({
        ...{ actor, centreId, action: 'export.asked', subjectType: EXPORT_TASK, subjectId: id, reason: purpose },
        data: { kind: list.kind, format, columns: chosen, numbers, expected, hash: task.hash },
      });
      if (task.status === 'queued') return { ...task, jobId: await this.enqueue(task) };
      await this.approvals.open({
        ...{ centreId, subjectType: EXPORT_TASK, subjectId: id, hash: task.hash, steps: [STEP], preparedBy: actor },
        parties: [],
      });
      return task;
    });
  }

  /** One's own, and with `waiting` those that wait for a second person, for who may be it. @throws DomainError NOT_FOUND, FORBIDDEN */
  async list(actor: Actor, centreId: Id, page: PageRequest<ExportTaskSort>, waiting = false): Promise<Page<ExportTask>> {
    if (waiting) {
      requirePermission(actor, STEP.permission, centreId);
      return this.table.list({ centreId, status: 'waiting' }, page);
    }
    this.refuseStranger(actor, centreId);
    return this.table.list({ centreId, requestedBy: actor.userId }, page);
  }

  /** @throws DomainError NOT_FOUND */
  async get(actor: Actor, { centreId, taskId }: TaskTarget): Promise<ExportTask> {
    const task = await this.table.find(taskId);
    const mine = task?.requestedBy === actor.userId;
    const mayDecide = task?.status === 'waiting' && can(actor, STEP.permission, centreId);
    if (!task || task.centreId !== centreId || (!mine && !mayDecide)) throw new DomainError('NOT_FOUND', { what: 'export' });
    return task;
  }

  /** Ends it, whatever it is doing; nothing of the file stays. @throws DomainError NOT_FOUND, EXPORT_OVER */
  async stop(actor: Actor, target: TaskTarget): Promise<void> {
    await this.uow.run(async () => {
      const task = await this.own(actor, target);
      const over = { dataKey: null, finishedAt: this.clock.millis() };
      if (!(await this.table.move(task.id, ['waiting', 'queued', 'making'], 'stopped', over)))
        throw new DomainError('EXPORT_OVER', { status: task.status });
      await this.parts.remove(task.id);
      if (task.jobId !== null) await this.jobs.requestStop(task.jobId);
      if (task.status === 'waiting')
        await this.approvals.withdraw(actor, { subjectType: EXPORT_TASK, subjectId: task.id, reason: task.purpose });
      await this.note(actor, task, 'export.stopped');
    });
  }

  /** By another person than the one who asked, with `export:approve`. @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, APPROVAL_STALE, SEPARATION_OF_DUTIES */
  async approve(actor: Actor, target: TaskTarget & { hash: string; opinion?: string }): Promise<void> {
    await this.uow.run(async () => {
      const task = await this.waiting(actor, target);
      await this.decide(actor, task, 'pass', target.hash, target.opinion);
      const jobId = await this.enqueue(task);
      if (!(await this.table.move(task.id, ['waiting'], 'queued', { jobId }))) throw new DomainError('STALE', { what: 'export' });
    });
  }

  /** The same with a reason why not. @throws DomainError as `approve`, REASON_MISSING */
  async sendBack(actor: Actor, target: TaskTarget & { hash: string; reason: string }): Promise<void> {
    await this.uow.run(async () => {
      const task = await this.waiting(actor, target);
      await this.decide(actor, task, 'return', target.hash, target.reason);
      const over = { dataKey: null, finishedAt: this.clock.millis() };
      if (!(await this.table.move(task.id, ['waiting'], 'returned', over))) throw new DomainError('STALE', { what: 'export' });
    });
  }

  /**
   * The file, for who asked for it, until it expires; each time an entry of the audit log.
   * @throws DomainError NOT_FOUND also for another account's, FORBIDDEN when the right to the list has gone, EXPORT_EXPIRED, EXPORT_NOT_READY
   */
  async open(actor: Actor, target: TaskTarget): Promise<{ task: ExportTask; content: AsyncGenerator<Buffer> }> {
    const task = await this.own(actor, target);
    requirePermission(actor, this.lists.listOf(task.kind).permission, task.centreId);
    if (task.numbers) requirePermission(actor, 'worker:reveal', task.centreId);
    const { id, dataKey, status, expiresAt } = task;
    if (status === 'expired' || (status === 'done' && (expiresAt ?? 0) <= this.clock.millis())) throw new DomainError('EXPORT_EXPIRED');
    if (status !== 'done' || dataKey === null) throw new DomainError('EXPORT_NOT_READY', { status });
    await this.uow.run(() => this.note(actor, task, 'export.fetched'));
    return { task, content: this.parts.read({ id, dataKey }) };
  }

  /** 花名册-20230128.xlsx */
  fileName({ kind, language, format, requestedAt }: ExportTask): string {
    return `${this.lists.listOf(kind).titles[language]}-${shanghaiDate(requestedAt).replaceAll('-', '')}.${format}`;
  }

  private async own(actor: Actor, target: TaskTarget): Promise<ExportTask> {
    const task = await this.get(actor, target);
    if (task.requestedBy !== actor.userId) throw new DomainError('NOT_FOUND', { what: 'export' });
    return task;
  }

  private async waiting(actor: Actor, { centreId, taskId }: TaskTarget): Promise<ExportTask> {
    requirePermission(actor, STEP.permission, centreId, 'export');
    const task = await this.table.find(taskId);
    if (!task || task.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'export' });
    if (task.status !== 'waiting') throw new DomainError('WRONG_STEP', { what: 'export', status: task.status, step: STEP.kind });
    return task;
  }

  private async decide(actor: Actor, task: ExportTask, decision: 'pass' | 'return', hash: string, opinion?: string): Promise<void> {
    await this.approvals.decide(actor, { subjectType: EXPORT_TASK, subjectId: task.id, kind: STEP.kind, hash, decision, opinion });
  }

  private enqueue({ id, centreId, requestedBy }: ExportTask): Promise<Id> {
    return this.jobs.enqueue('exchange.list', { taskId: id }, { centreId, requestedBy });
  }

  private note(actor: Actor, { id, centreId, kind, purpose, sha256 }: ExportTask, action: string): Promise<void> {
    const data = { kind, ...(sha256 !== null && { sha256 }) };
    return this.audit.append({ actor, centreId, action, subjectType: EXPORT_TASK, subjectId: id, reason: purpose, data });
  }

  private refuseStranger(actor: Actor, centreId: Id): void {
    if (!actor.grants.has(centreId) && !actor.grants.has('*')) throw new DomainError('NOT_FOUND', { what: 'centre' });
  }
}

/** Binds the sealed query to its task. */
export const queryOf = (taskId: Id): string => `export:${taskId}:query`;

/** @throws DomainError EXPORT_OPTION */
export function columnsOf(list: ListExport, keys: readonly string[] | undefined): ListColumn[] {
  if (keys === undefined || keys.length === 0) return list.columns.filter((column) => !column.numbers);
  return [...new Set(keys)].map((key) => {
    const column = list.columns.find((one) => one.key === key);
    if (column) return column;
    const choices = list.columns.map((one) => one.key).join(', ');
    throw new DomainError('EXPORT_OPTION', { name: 'columns', value: key.slice(0, 40), choices }, { field: 'columns' });
  });
}

const hashOf = (what: Json): string => createHash('sha256').update(canonicalJson(what)).digest('hex');
const shanghaiDate = (millis: number): string => new Date(millis + 8 * 3_600_000).toISOString().slice(0, 10);
