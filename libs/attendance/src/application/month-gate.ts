import { Periods } from '@gridstaff/calendar';
import { DomainError, type Id, type Period } from '@gridstaff/kernel';
import { Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type CloseRow, SheetStore } from '../domain/sheet-store';

/** Whether facts of a month may be recorded: its period is not locked and its attendance not closed. */
@Injectable()
export class MonthGate {
  constructor(
    private readonly periods: Periods,
    private readonly sheets: SheetStore,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError PERIOD_LOCKED, ATTENDANCE_CLOSED */
  async assertOpen(centreId: Id, period: Period): Promise<void> {
    await this.periods.assertOpen(centreId, period);
    refuseClosed(await this.sheets.close(centreId, period), period);
  }

  /** For writers, inside their unit: nobody locks or closes the month before the unit has ended. @throws DomainError PERIOD_LOCKED, ATTENDANCE_CLOSED */
  async holdOpen(centreId: Id, period: Period): Promise<void> {
    await this.periods.holdOpen(centreId, period);
    refuseClosed(await this.hold(centreId, period), period);
  }

  /** The close of the month, held until the unit ends. */
  hold(centreId: Id, period: Period): Promise<CloseRow> {
    const none = { closedBy: null, closedAt: null, exceptions: null, reason: null };
    return this.sheets.holdClose({ id: this.ids.next(), centreId, period, status: 'open', ...none, version: 0 });
  }
}

function refuseClosed(close: CloseRow | undefined, period: Period): void {
  // While reopening is asked for the month is still closed.
  if (close && close.status !== 'open') throw new DomainError('ATTENDANCE_CLOSED', { period });
}
