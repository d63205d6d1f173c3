import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import type { BatchBook } from '@gridstaff/exchange';
import { DomainError, type Id, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type Bonus, BonusStore } from '../../domain';

/** What each worker is given as annual bonus, before a run of bonuses pays it. */
@Injectable()
export class BonusRecords {
  constructor(
    private readonly store: BonusStore,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Needs `run:prepare`. The last amount given for a worker and month holds. @throws DomainError NEGATIVE_AMOUNT, FORBIDDEN */
  async record(actor: Actor, centreId: Id, period: Period, rows: readonly Bonus[], book?: BatchBook): Promise<void> {
    requirePermission(actor, 'run:prepare', centreId);
    if (rows.some((row) => row.amount < 0)) throw new DomainError('NEGATIVE_AMOUNT', {}, { field: 'amount' });
    if (rows.length === 0) return;
    await this.uow.run(async () => {
      const stamp = { centreId, recordedAt: this.clock.millis(), recordedBy: actor.userId };
      const ids = await this.store.add({ ...stamp, nextId: () => this.ids.next() }, period, rows);
      book?.note('bonus', ids.map((id) => ({ id })));
      await this.audit.append({
        ...{ actor, centreId, action: 'bonus.recorded', subjectType: 'centre', subjectId: centreId },
        data: { period, count: rows.length },
      });
    });
  }
}
