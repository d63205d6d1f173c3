import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, parsePeriod, type Period } from '@gridstaff/kernel';
import { Database, expectOne, UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';

export type PeriodStatus = 'open' | 'locked';

export interface CentrePeriod {
  centreId: Id;
  period: Period;
  status: PeriodStatus;
  /** Epoch milliseconds; null while none is set. */
  cutOffAt: number | null;
  lockedBy: Id | null;
  lockedAt: number | null;
  /** Counts the changes; 0 for a month that nothing was decided about. */
  version: number;
}

type Change = Pick<CentrePeriod, 'status' | 'cutOffAt' | 'lockedBy' | 'lockedAt'>;

interface Recorded {
  action: string;
  data?: { cutOffAt: number };
  reason?: string;
}

const SELECT =
  'SELECT centre_id AS centreId, period, status, cut_off_at AS cutOffAt, locked_by AS lockedBy, locked_at AS lockedAt, version FROM centre_period WHERE centre_id = ? AND period = ?';

/** Work months of a centre: cut-off, lock. A month is open until it is locked; there is nothing to create. */
@Injectable()
export class Periods {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async get(centreId: Id, period: Period): Promise<CentrePeriod> {
    return this.read(centreId, parsePeriod(period, 'period'), '');
  }

  /** @throws DomainError PERIOD_LOCKED */
  async assertOpen(centreId: Id, period: Period): Promise<void> {
    refuseLocked(await this.get(centreId, period));
  }

  /** For writers, inside their unit: nobody locks the month before the unit has ended. @throws DomainError PERIOD_LOCKED */
  async holdOpen(centreId: Id, period: Period): Promise<void> {
    refuseLocked(await this.hold(centreId, parsePeriod(period, 'period')));
  }

  /**
   * What is recorded for the month after this instant is a late change. @param cutOffAt epoch milliseconds
   * @throws DomainError NOT_FOUND, FORBIDDEN, NOT_A_PERIOD, OUT_OF_RANGE, PERIOD_LOCKED
   */
  async setCutOff(actor: Actor, centreId: Id, period: Period, cutOffAt: number): Promise<CentrePeriod> {
    const firstMoment = Date.parse(`${parsePeriod(period, 'period')}-01T00:00:00+08:00`);
    if (!Number.isSafeInteger(cutOffAt) || cutOffAt < firstMoment) throw new DomainError('OUT_OF_RANGE', { value: String(cutOffAt) }, { field: 'cutOffAt' });
    return this.change(actor, centreId, period, { action: 'period.cut-off-set', data: { cutOffAt } }, (before) => {
      refuseLocked(before);
      return { ...before, cutOffAt };
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, NOT_A_PERIOD, PERIOD_LOCKED */
  async lock(actor: Actor, centreId: Id, period: Period): Promise<CentrePeriod> {
    return this.change(actor, centreId, period, { action: 'period.locked' }, (before) => {
      refuseLocked(before);
      return { ...before, status: 'locked', lockedBy: actor.userId, lockedAt: this.clock.millis() };
    });
  }

  /** @throws DomainError NOT_FOUND, FORBIDDEN, NOT_A_PERIOD, MISSING_FIELD (a reason), WRONG_STEP */
  async unlock(actor: Actor, centreId: Id, period: Period, reason: string): Promise<CentrePeriod> {
    const why = reason.trim();
    if (why === '') throw new DomainError('MISSING_FIELD', { name: 'reason' }, { field: 'reason' });
    return this.change(actor, centreId, period, { action: 'period.unlocked', reason: why }, (before) => {
      if (before.status !== 'locked') throw new DomainError('WRONG_STEP', { what: period, status: before.status, step: 'unlock' });
      return { ...before, status: 'open', lockedBy: null, lockedAt: null };
    });
  }

  private async change(actor: Actor, centreId: Id, period: Period, recorded: Recorded, next: (before: CentrePeriod) => Change): Promise<CentrePeriod> {
    requirePermission(actor, 'calendar:manage', centreId);
    parsePeriod(period, 'period');
    return this.uow.run(async () => {
      const before = await this.hold(centreId, period);
      const after = next(before);
      const affected = await this.db.execute(
        'UPDATE centre_period SET status = ?, cut_off_at = ?, locked_by = ?, locked_at = ?, version = version + 1 WHERE centre_id = ? AND period = ? AND status = ? AND version = ?',
        [after.status, after.cutOffAt, after.lockedBy, after.lockedAt, centreId, period, before.status, before.version],
      );
      expectOne(affected, period);
      const { action, data, reason } = recorded;
      await this.audit.append({ actor, centreId, action, subjectType: 'period', subjectId: period, data, reason });
      return { ...before, ...after, version: before.version + 1 };
    });
  }

  /** The row, made when there is none, held until the unit ends. */
  private async hold(centreId: Id, period: Period): Promise<CentrePeriod> {
    await this.db.insertMissing('centre_period', ['centre_id', 'period', 'status', 'version'], [[centreId, period, 'open', 0]]);
    return this.read(centreId, period, this.db.forUpdate);
  }

  private async read(centreId: Id, period: Period, suffix: string): Promise<CentrePeriod> {
    const row = await this.db.one<CentrePeriod>(SELECT + suffix, [centreId, period]);
    return row ?? { centreId, period, status: 'open', cutOffAt: null, lockedBy: null, lockedAt: null, version: 0 };
  }
}

function refuseLocked({ period, status }: CentrePeriod): void {
  if (status === 'locked') throw new DomainError('PERIOD_LOCKED', { period });
}
