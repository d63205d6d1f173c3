import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { BatchBook } from '@gridstaff/exchange';
import { DomainError, type Id, OPEN_END } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { PayFactsReader } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey, recordedAfter } from '../domain/current';
import { ALWAYS, checkPriorService, type PriorServiceEntry, type PriorServiceFact, priorServiceKey } from '../domain/prior-service';

/** Its rows in the book of an import. */
export const PRIOR_SERVICE = 'prior_service';

export interface PriorServicePlan {
  created: number;
  changed: number;
  same: number;
  problems: { index: number; error: DomainError }[];
  apply(book?: BatchBook): Promise<void>;
}

const EVERYTHING_KNOWN = Number.MAX_SAFE_INTEGER;

/** Service at other employers, with its evidence: what annual leave counts besides the time here. */
@Injectable()
export class PriorServices {
  constructor(
    private readonly store: AttendanceStore,
    private readonly roster: PayFactsReader,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Whole or not at all; a later entry of the same worker replaces the earlier. Needs `attendance:write`.
   * @returns how many facts were recorded
   * @throws DomainError NOT_FOUND, FORBIDDEN, the only thing wrong, or ATTENDANCE_INVALID with a detail for each entry
   */
  async record(actor: Actor, centreId: Id, entries: readonly PriorServiceEntry[]): Promise<{ recorded: number }> {
    requirePermission(actor, 'attendance:write', centreId);
    return this.uow.run(async () => {
      const { problems, created, changed, apply } = await this.plan(actor, centreId, entries);
      const errors = problems.map(({ index, error }) => new DomainError(error.code, error.params, { ...error.place, path: `entries[${index}]` }));
      if (errors.length === 1) throw errors[0];
      if (errors.length > 1) throw new DomainError('ATTENDANCE_INVALID', { count: errors.length }, {}, errors);
      await apply();
      return { recorded: created + changed };
    });
  }

  /** What a list would record; `apply` inside a unit. The caller asks for the permission. */
  async plan(actor: Actor, centreId: Id, entries: readonly PriorServiceEntry[]): Promise<PriorServicePlan> {
    const plan = { created: 0, changed: 0, same: 0, problems: [] as PriorServicePlan['problems'] };
    if (entries.length === 0) return { ...plan, apply: async () => undefined };
    const numbers = entries.map(({ workerNo }) => workerNo);
    const range = { fromNo: numbers.reduce((a, b) => Math.min(a, b)), toNo: numbers.reduce((a, b) => Math.max(a, b)) };
    const posts = await this.roster.payFacts({ centreId, from: ALWAYS.validFrom, to: OPEN_END, knownAt: EVERYTHING_KNOWN }, range.fromNo, range.toNo);
    const firstDays = new Map(posts.map(({ workerNo, engagements }) => [workerNo, engagements[0]?.from]));
    const known = currentByKey(await this.store.priorServices(centreId, range), priorServiceKey);
    const seen = new Map<number, number>();
    const facts = entries.flatMap((entry, index): PriorServiceFact[] => {
      const { workerNo, months, continuousFrom } = entry;
      try {
        if (!firstDays.has(workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo' });
        const first = seen.get(workerNo);
        if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 });
        seen.set(workerNo, index);
        checkPriorService(entry, firstDays.get(workerNo));
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        plan.problems.push({ index, error });
        return [];
      }
      const before = known.get(priorServiceKey(entry));
      const evidence = entry.evidence.trim();
      const same = before?.months === months && before.continuousFrom === continuousFrom && before.evidence === evidence;
      plan[same ? 'same' : before ? 'changed' : 'created'] += 1;
      if (same) return [];
      const at = { recordedAt: recordedAfter(this.clock.millis(), before), recordedBy: actor.userId, supersedes: before?.id ?? null, retracted: false };
      return [{ id: this.ids.next(), centreId, ...ALWAYS, ...at, workerNo, months, continuousFrom, evidence }];
    });
    return { ...plan, apply: (book) => this.apply(actor, centreId, facts, book) };
  }

  private async apply(actor: Actor, centreId: Id, facts: readonly PriorServiceFact[], book?: BatchBook): Promise<void> {
    if (facts.length === 0) return;
    await this.store.appendPriorServices(facts);
    book?.note(PRIOR_SERVICE, facts);
    const data = { workers: facts.slice(0, 100).map(({ workerNo }) => workerNo), count: facts.length };
    await this.audit.append({ actor, centreId, action: 'prior-service.recorded', subjectType: 'centre', subjectId: centreId, data });
  }
}
