import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, endOfPeriod, firstDay, type Id, type Page, pageOf, type PageRequest, yearOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Centres } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import {
  type CutRun,
  type LateChange,
  type LateDecisionKind,
  lateMonths,
  LateStore,
  openMonth,
} from '../../domain';
import { LateFacts } from './late-facts';

export type LateSort = 'recordedAt' | 'workerNo' | 'kind';

/** Changes about standards, which concern many, come first. */
const LATE_SORTS: Readonly<Record<LateSort, (change: LateChange) => string | number>> = {
  recordedAt: ({ fact }) => fact.recordedAt,
  workerNo: ({ fact }) => fact.workerNo ?? 0,
  kind: ({ fact }) => fact.kind,
};

export interface LateDecisionRequest {
  centreId: Id;
  factIds: readonly Id[];
  decision: LateDecisionKind;
  /** Needed unless the difference is simply paid. */
  reason?: string;
}

/**
 * The inbox of late changes: facts recorded after the cut-off of a month they touch. It is a query over facts, so writers do nothing but
 * append; a decision says whether pay takes them back to that month (the default), from the open month on, or not at all.
 */
@Injectable()
export class LateChanges {
  constructor(
    private readonly store: LateStore,
    private readonly facts: LateFacts,
    private readonly centres: Centres,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND, OUT_OF_RANGE */
  async list(
    actor: Actor,
    { centreId, undecided = false }: { centreId: Id; undecided?: boolean },
    page: PageRequest<LateSort> = { field: 'recordedAt', descending: false, limit: 100 },
  ): Promise<Page<LateChange>> {
    requirePermission(actor, 'run:read', centreId);
    const { changes } = await this.open(centreId);
    const wanted = undecided ? changes.filter((c) => c.decision === null) : changes;
    return pageOf(wanted, page, LATE_SORTS, ({ fact }) => fact.id);
  }

  /** How many wait for a decision. @throws DomainError FORBIDDEN, NOT_FOUND */
  count(actor: Actor, centreId: Id): Promise<number> {
    requirePermission(actor, 'run:read', centreId);
    return this.undecided(centreId);
  }

  /** Late changes without a decision: each run would pay their differences. For other use cases, after their own permission check. */
  async undecided(centreId: Id): Promise<number> {
    return (await this.open(centreId)).changes.filter((c) => c.decision === null).length;
  }

  /**
   * Appends the same decision about each of the facts; all or none.
   * @throws DomainError FORBIDDEN, NOT_FOUND (not late, or put right by a later run), REASON_MISSING, LATE_NO_LATER_MONTH
   */
  async decide(actor: Actor, { centreId, factIds, decision, reason }: LateDecisionRequest): Promise<void> {
    requirePermission(actor, 'run:prepare', centreId);
    const why = reason?.trim().slice(0, 500) || null;
    if (why === null && decision !== 'retro') throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    await this.uow.run(async () => {
      const { changes, runs } = await this.open(centreId);
      const byId = new Map(changes.map((c) => [c.fact.id, c.fact]));
      const fromPeriod = decision === 'next_month' ? (openMonth(runs) ?? null) : null;
      const decidedAt = this.clock.millis();
      const rows = [...new Set(factIds)].map((factId) => {
        const fact = byId.get(factId);
        if (!fact) throw new DomainError('NOT_FOUND', { what: 'late change' }, { field: 'factIds' });
        if (fromPeriod !== null && fact.validTo <= firstDay(fromPeriod))
          throw new DomainError('LATE_NO_LATER_MONTH', { period: fromPeriod }, { field: 'decision' });
        return {
          ...{ id: this.ids.next(), factId, fact, decision, fromPeriod, reason: why },
          ...{ decidedAt, decidedBy: actor.userId },
        };
      });
      await this.store.append(centreId, rows);
      await this.audit.append({
        ...{ actor, centreId, action: 'late.decided', subjectType: 'centre', subjectId: centreId },
        data: { decision, fromPeriod, facts: rows.map((r) => r.factId) },
        ...(why !== null && { reason: why }),
      });
    });
  }

  private async open(centreId: Id): Promise<{ changes: LateChange[]; runs: CutRun[] }> {
    const now = this.clock.millis();
    const { settings } = await this.centres.byId(centreId);
    const runs = await this.store.cutRuns(centreId, `${yearOf(this.clock.today()) - settings.retroYears}-01`);
    const periods = runs.map((r) => r.period).sort();
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) return { changes: [], runs };
    const since = Math.min(...runs.map((r) => r.knownAt));
    const query = { centreId, from: firstDay(first), to: endOfPeriod(last), since, knownAt: now };
    const decisions = await this.store.decisions(centreId, now);
    const facts = [...(await this.facts.ofWorkers(query)), ...(await this.facts.ofStandards(query))];
    const changes = facts
      .map((fact) => {
        const decision = decisions.get(fact.id) ?? null;
        return { fact, periods: lateMonths(fact, runs, decision), decision };
      })
      .filter((c) => c.periods.length > 0);
    return { changes, runs };
  }
}
