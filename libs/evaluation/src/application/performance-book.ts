import { Workforce } from '@gridstaff/attendance';
import { AuditLog } from '@gridstaff/audit';
import type { BatchBook } from '@gridstaff/exchange';
import { Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { type DateRange, DomainError, endOfPeriod, type Fact, firstDay, type Id, parsePeriod, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { latestByKey } from '../domain/latest';
import { checkPerformance, type Performance, type PerformanceFact, performanceKey, samePerformance } from '../domain/performance';
import { PerformanceStore } from '../domain/performance-store';

export interface PerformanceResult {
  created: number;
  changed: number;
  same: number;
}

export interface PerformancePlan extends PerformanceResult {
  /** `index` is the position in the list, from 0. */
  problems: { index: number; error: DomainError }[];
  periods: Period[];
  /** Appends, notes the rows in the book of a bulk act, and audits; inside a unit. @throws DomainError PERIOD_LOCKED */
  apply(book?: BatchBook): Promise<void>;
}

const LAST_NO = 2_147_483_647;

/** Scores, coefficients and awards of the months of a centre: appended, never changed. */
@Injectable()
export class PerformanceBook {
  constructor(
    private readonly store: PerformanceStore,
    private readonly workforce: Workforce,
    private readonly periods: Periods,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * Records a list whole or not at all; a later result of the same worker and month replaces the earlier one. Needs `evaluation:write`.
   * @throws DomainError NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, NOT_A_PERIOD, and the only thing wrong with an entry (UNKNOWN_WORKER,
   * NOT_ENGAGED, DUPLICATE_ROW, COEFFICIENT_INVALID, SCORE_INVALID, NEGATIVE_AMOUNT), or EVALUATION_INVALID with a detail for each
   */
  async record(actor: Actor, centreId: Id, performances: readonly Performance[]): Promise<PerformanceResult> {
    requirePermission(actor, 'evaluation:write', centreId);
    return this.uow.run(async () => {
      for (const period of periodsOf(performances)) await this.periods.holdOpen(centreId, period);
      const plan = await this.plan(actor, centreId, performances);
      refuse(plan);
      if (plan.created + plan.changed > 0) await plan.apply();
      const { created, changed, same } = plan;
      return { created, changed, same };
    });
  }

  /**
   * Takes the result of a month back. Needs `evaluation:write`.
   * @throws DomainError NOT_FOUND (also when there is none), FORBIDDEN, MISSING_FIELD (a reason), PERIOD_LOCKED
   */
  async retract(actor: Actor, centreId: Id, workerNo: number, period: Period, reason: string): Promise<void> {
    requirePermission(actor, 'evaluation:write', centreId);
    const why = reason.trim();
    if (why === '') throw new DomainError('MISSING_FIELD', { name: 'reason' }, { field: 'reason' });
    await this.uow.run(async () => {
      await this.periods.holdOpen(centreId, period);
      const current = latestByKey(await this.store.performances(centreId, period, period, workerNo, workerNo));
      const before = current.get(performanceKey({ workerNo, period }));
      if (!before) throw new DomainError('NOT_FOUND', { what: 'performance' });
      await this.store.append([{ ...before, ...this.head(actor, centreId, period, before), retracted: true }]);
      const data = { workerNo, period };
      await this.audit.append({ actor, centreId, action: 'performance.retracted', subjectType: 'performance', subjectId: before.id, data, reason: why });
    });
  }

  /** What is in force in a month, by worker number. Needs `evaluation:read`. */
  async month(actor: Actor, centreId: Id, period: Period): Promise<PerformanceFact[]> {
    requirePermission(actor, 'evaluation:read', centreId);
    const month = parsePeriod(period, 'period');
    const current = latestByKey(await this.store.performances(centreId, month, month, 0, LAST_NO));
    return [...current.values()].sort((a, b) => a.workerNo - b.workerNo);
  }

  /** For the import, inside its unit; writes nothing. @throws DomainError PERIOD_LOCKED, NOT_A_PERIOD */
  async plan(actor: Actor, centreId: Id, performances: readonly Performance[]): Promise<PerformancePlan> {
    const periods = periodsOf(performances);
    for (const period of periods) await this.periods.assertOpen(centreId, period);
    const plan = { created: 0, changed: 0, same: 0, problems: [] as PerformancePlan['problems'], periods };
    const facts: PerformanceFact[] = [];
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) return { ...plan, apply: async () => undefined };
    const numbers = performances.map((p) => p.workerNo);
    const known = await this.workforce.known(centreId, numbers);
    const engaged = await this.workforce.engaged(centreId, firstDay(first), endOfPeriod(last), numbers);
    const [fromNo, toNo] = [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
    const current = latestByKey(await this.store.performances(centreId, first, last, fromNo, toNo));
    const seen = new Map<string, number>();
    performances.forEach((performance, index) => {
      const key = performanceKey(performance);
      const error = problemOf(performance, known, engaged.get(performance.workerNo) ?? [], seen.get(key));
      if (error) {
        plan.problems.push({ index, error });
        return;
      }
      seen.set(key, index);
      const before = current.get(key);
      const same = before !== undefined && samePerformance(before, performance);
      plan[same ? 'same' : before ? 'changed' : 'created'] += 1;
      if (same) return;
      const { workerNo, period, score, coefficient, award } = performance;
      facts.push({ ...this.head(actor, centreId, period, before), workerNo, period, score, coefficient, award });
    });
    const { created, changed, same } = plan;
    const apply = async (batch?: BatchBook): Promise<void> => {
      for (const period of periods) await this.periods.holdOpen(centreId, period);
      await this.store.append(facts);
      batch?.note('performance', facts);
      const subject = { subjectType: 'performance', subjectId: periods.join(',').slice(0, 64) };
      await this.audit.append({ actor, centreId, action: 'performance.recorded', ...subject, data: { created, changed, same, periods } });
    };
    return { ...plan, apply };
  }

  private head(actor: Actor, centreId: Id, period: Period, before: Fact | undefined) {
    const now = this.clock.millis();
    const { from, to } = rangeOfPeriod(period);
    return {
      ...{ id: this.ids.next(), centreId, validFrom: from, validTo: to, recordedBy: actor.userId },
      // Never earlier than what it replaces, even if the clock was set back.
      recordedAt: before && before.recordedAt > now ? before.recordedAt + 1 : now,
      ...{ supersedes: before?.id ?? null, retracted: false },
    };
  }
}

const periodsOf = (performances: readonly Performance[]): Period[] => [...new Set(performances.map((p) => parsePeriod(p.period, 'period')))].sort();

function problemOf(performance: Performance, known: ReadonlySet<number>, engaged: readonly DateRange[], first: number | undefined): DomainError | undefined {
  try {
    if (!known.has(performance.workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo' });
    if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 }, { field: '' });
    checkPerformance(performance);
    const month = rangeOfPeriod(performance.period);
    if (!engaged.some((piece) => piece.from < month.to && month.from < piece.to)) throw new DomainError('NOT_ENGAGED', { date: month.from }, { field: 'workerNo' });
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function refuse({ problems }: PerformancePlan): void {
  const errors = problems.map(({ index, error }) => new DomainError(error.code, error.params, { ...error.place, path: `performances[${index}]` }));
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new DomainError('EVALUATION_INVALID', { count: errors.length }, {}, errors);
}
