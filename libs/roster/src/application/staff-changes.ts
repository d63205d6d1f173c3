import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { BatchBook, BatchRows, ImportBatches } from '@gridstaff/exchange';
import { addDays, DomainError, type Id, type LocalDate } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { parseTerms, type StaffCase, type StaffChangeKind, type StaffChangeTerms } from '../domain/staff-change';
import { StaffChangeStore } from '../domain/staff-change-store';
import { WorkerStore } from '../domain/stores';
import { noteFacts } from './batch-sources';
import { StaffChangeGuards } from './staff-change-guards';
import { isRefused, type StaffLine, type StaffLineInput, type StaffPlan, StaffChangePlans } from './staff-change-plan';
import type { SupposedChange } from './suppositions';

export interface StaffChangeRequest {
  centreId: Id;
  kind: StaffChangeKind;
  date: LocalDate;
  reason: string;
  documentNo?: string;
  lines: readonly StaffLineInput[];
}

/** The same, carried out: each line with what was seen of the person in the preview. */
export type CarriedOut = Omit<StaffChangeRequest, 'lines'> & { lines: readonly (StaffLineInput & { seen: string })[] };

export interface StaffPreview {
  lines: StaffLine[];
  /** People without a refusal; the act is carried out when all are. */
  ready: number;
}

/** People in one act. */
export const MOST_IN_ONE_ACT = 2000;
/** One act of a centre at a time: two of them never count the same seats. */
const LANE = 'staff_change';
/** People named in a refusal; more are counted. */
const NAMED = 50;

/** Changes of many people in one dated act: looked at first, then carried out whole or not at all. Everything needs `roster:write`. */
@Injectable()
export class StaffChanges {
  constructor(
    private readonly plans: StaffChangePlans,
    private readonly guards: StaffChangeGuards,
    private readonly workers: WorkerStore,
    private readonly store: StaffChangeStore,
    private readonly lanes: ImportBatches,
    private readonly batches: BatchRows,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Writes nothing. @throws DomainError NOT_FOUND, STAFF_CHANGE_PEOPLE, STAFF_CHANGE_TWICE and those of the terms */
  async preview(actor: Actor, request: StaffChangeRequest): Promise<StaffPreview> {
    const { lines, cases } = await this.plan(actor, request);
    return { lines, ready: cases.length };
  }

  /** The act as payroll can calculate with it, from its first day on: of everybody whom nothing keeps out of it. @throws DomainError as `preview` */
  async supposed(actor: Actor, request: StaffChangeRequest): Promise<{ first: LocalDate; workers: SupposedChange[] }> {
    const { terms, cases } = await this.plan(actor, request);
    const first = terms.kind === 'return' ? addDays(terms.date, 1) : terms.date;
    return { first, workers: cases.flatMap((one) => supposedOf(one, terms)) };
  }

  /**
   * Everybody or nobody, in one unit with its audit entry, guarded by what was seen. The caller takes care that a repeated command is carried out once.
   * @returns id of the act, by which it is found and taken back
   * @throws DomainError STAFF_CHANGE_STALE with everybody whose facts are others than those seen, STAFF_CHANGE_REFUSED with every refusal
   */
  async carryOut(actor: Actor, request: CarriedOut): Promise<{ id: Id; people: number }> {
    const { centreId } = request;
    requirePermission(actor, 'roster:write', centreId);
    return this.uow.run(async () => {
      await this.lanes.enterLane(centreId, LANE);
      const plan = await this.plan(actor, request, true);
      refuseStale(plan, request);
      refuseAny(plan);
      return this.write(actor, centreId, plan);
    });
  }

  private async write(actor: Actor, centreId: Id, { terms, cases, lines }: StaffPlan): Promise<{ id: Id; people: number }> {
    const id = this.ids.next();
    const people = cases.length;
    const book = new BatchBook(id);
    const appended = cases.map(({ record }) => record.appended);
    await this.workers.append(appended);
    noteFacts(book, appended);
    await this.guards.record(actor, { centreId, terms, cases }, book);
    await this.batches.add(book);
    const { kind, date, reason, documentNo } = terms;
    const at = { recordedAt: this.clock.millis(), recordedBy: actor.userId };
    await this.store.insert(
      { id, centreId, kind, date, reason, documentNo, people, ...at },
      lines.map(({ workerNo, before, after }) => ({ workerNo, before, after: after ?? {} })),
    );
    await this.audit.append({
      ...{ actor, centreId, action: 'roster.changed-in-bulk', subjectType: 'staff-change', subjectId: id, reason },
      data: { kind, date, documentNo, people, workerNos: cases.map(({ workerNo }) => workerNo) },
    });
    return { id, people };
  }

  private async plan(actor: Actor, request: StaffChangeRequest, lock = false): Promise<StaffPlan> {
    const { centreId, lines } = request;
    requirePermission(actor, 'roster:write', centreId);
    const terms = parseTerms(request);
    if (lines.length === 0 || lines.length > MOST_IN_ONE_ACT)
      throw new DomainError('STAFF_CHANGE_PEOPLE', { limit: MOST_IN_ONE_ACT, count: lines.length }, { field: 'lines' });
    const named = new Set<number>();
    for (const { workerNo } of lines) {
      if (named.has(workerNo)) throw new DomainError('STAFF_CHANGE_TWICE', { workerNo }, { field: 'lines', workerNo });
      named.add(workerNo);
    }
    return this.plans.of(actor, centreId, terms, lines, lock);
  }
}

/** As a change that payroll supposes; a renewal changes no pay. */
function supposedOf({ workerNo, record, target }: StaffCase, { kind, date }: StaffChangeTerms): SupposedChange[] {
  if (kind === 'return') return [{ workerNo, from: date, kind: 'end' }];
  if (kind === 'renewal') return [];
  const grade = record.on('grade', date);
  return [
    ...(target.gridCode === undefined ? [] : [{ workerNo, from: date, kind: 'grid' as const, gridCode: target.gridCode }]),
    ...(grade ? [{ workerNo, from: date, kind: 'grade' as const, gradeCode: grade.gradeCode, postCode: grade.postCode }] : []),
  ];
}

function refuseStale({ lines }: StaffPlan, { lines: given }: CarriedOut): void {
  const seen = new Map(given.map((one) => [one.workerNo, one.seen]));
  const changed = lines.filter((line) => seen.get(line.workerNo) !== line.seen);
  if (changed.length === 0) return;
  const named = changed.slice(0, NAMED).map(({ workerNo, name }) => new DomainError('STAFF_CHANGE_SINCE', { workerNo, name }, { workerNo }));
  throw new DomainError('STAFF_CHANGE_STALE', { count: changed.length }, {}, named);
}

function refuseAny({ lines }: StaffPlan): void {
  const refused = lines.filter(isRefused);
  if (refused.length === 0) return;
  const named = refused.slice(0, NAMED).map(({ workerNo, name, problems }) => {
    const first = problems.find(({ severity }) => severity === 'refusal');
    return new DomainError('STAFF_CHANGE_PERSON', { workerNo, name, why: `${first?.zh ?? ''} ${first?.en ?? ''}` }, { workerNo });
  });
  throw new DomainError('STAFF_CHANGE_REFUSED', { count: refused.length }, {}, named);
}
