import { AuditLog } from '@gridstaff/audit';
import { Periods } from '@gridstaff/calendar';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { BatchBook } from '@gridstaff/exchange';
import { DomainError, type Id, parsePeriod, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Policies } from '@gridstaff/policy';
import { Centres, WorkerDirectory } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type GivenOneOff, type OneOff, OneOffStore } from '../../domain';
import { EVERYONE } from '../pay-calculator';
import { type OneOffEntry, oneOffOf } from './one-off-values';

/** An entry in force with what frozen runs have paid of it. */
export interface OneOffView extends GivenOneOff {
  paid: number;
}

/** What is given once: recorded for a work month, paid by its run or, when it comes later, by the next one. */
@Injectable()
export class OneOffRecords {
  constructor(
    private readonly store: OneOffStore,
    private readonly centres: Centres,
    private readonly policies: Policies,
    private readonly workers: WorkerDirectory,
    private readonly periods: Periods,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Needs `run:read`; by worker and kind. @throws DomainError NOT_A_PERIOD, FORBIDDEN */
  async month(actor: Actor, centreId: Id, month: Period): Promise<OneOffView[]> {
    requirePermission(actor, 'run:read', centreId);
    const period = parsePeriod(month, 'period');
    const scope = { centreId, from: period, to: period, knownAt: this.clock.millis() };
    const paid = await this.store.paid(scope, EVERYONE);
    return (await this.store.given(scope, EVERYONE)).map((entry) => {
      const own = paid.find((p) => p.workerNo === entry.workerNo && p.kind === entry.kind);
      return { ...entry, paid: own?.quantity ?? 0 };
    });
  }

  /**
   * Needs `run:prepare`. All or none; the last entry for a worker, month and kind holds, one of zero takes it back.
   * @throws DomainError UNKNOWN_WORKER, MISSING_FIELD, OUT_OF_RANGE, NEGATIVE_AMOUNT, ONE_OFF_LEAVE_DAYS, DUPLICATE_ROW, NO_PARAMETERS, PERIOD_LOCKED, FORBIDDEN
   */
  async record(actor: Actor, centreId: Id, month: Period, entries: readonly OneOffEntry[]): Promise<void> {
    requirePermission(actor, 'run:prepare', centreId);
    const period = parsePeriod(month, 'period');
    const labour = await this.labourOf(centreId, period);
    const numbers = entries.map(({ workerNo }) => workerNo);
    const known = await this.workers.byNumbers(centreId, numbers);
    const seen = new Map<string, number>();
    const rows = entries.map((entry, i) => {
      const path = `entries[${i}]`;
      if (!known.has(entry.workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo', path });
      const key = `${entry.workerNo} ${entry.kind}`;
      const first = seen.get(key);
      if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 }, { path });
      seen.set(key, i);
      return oneOffOf(entry, labour);
    });
    await this.append(actor, centreId, period, rows);
  }

  /** For an import that has checked its rows; inside the unit that applies it. @throws DomainError PERIOD_LOCKED, FORBIDDEN */
  async append(actor: Actor, centreId: Id, period: Period, rows: readonly OneOff[], book?: BatchBook): Promise<void> {
    requirePermission(actor, 'run:prepare', centreId);
    if (rows.length === 0) return;
    await this.uow.run(async () => {
      await this.periods.holdOpen(centreId, period);
      const stamp = { centreId, recordedAt: this.clock.millis(), recordedBy: actor.userId };
      const ids = await this.store.add({ ...stamp, nextId: () => this.ids.next() }, period, rows);
      book?.note('one_off', ids.map((id) => ({ id })));
      await this.audit.append({
        ...{ actor, centreId, action: 'one_off.recorded', subjectType: 'centre', subjectId: centreId },
        data: { period, count: rows.length },
      });
    });
  }

  /** What severance is worked out with. @throws DomainError NO_PARAMETERS */
  async labourOf(centreId: Id, period: Period): Promise<Parameters<typeof oneOffOf>[1]> {
    const { region } = await this.centres.byId(centreId);
    return (await this.policies.now()).parametersFor(region, period).labour;
  }
}
