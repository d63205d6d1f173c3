import { createHash } from 'node:crypto';
import { Approvals, type TrailStep } from '@gridstaff/approval';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, requirePermission } from '@gridstaff/contracts';
import { DomainError, endOfPeriod, type Id, parsePeriod, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type CloseRow, type CloseStatus, SheetStore } from '../domain/sheet-store';
import { MonthGate } from './month-gate';
import { type SheetState, stateOf } from './month-sheets';
import { sheetHash, SheetReader } from './sheet-reader';
import { TeamDesk } from './team-desk';

export const CLOSE_SUBJECT = 'month_close';
const REOPENED = 'month_reopened';

/** What a month still misses. */
export interface Completeness {
  teams: { unitId: Id; code: string; name: string; people: number; status: SheetState['status']; changed: boolean; unmarkedPeople: number; unmarkedDays: number }[];
  /** Teams whose sheet, as it is now, is not approved. */
  openTeams: number;
  unmarkedPeople: number;
  unmarkedDays: number;
  /** In post, but in no team. */
  without: number[];
}

export interface MonthCloseState {
  id: Id | null;
  status: CloseStatus;
  closedBy: Id | null;
  closedAt: number | null;
  /** Why it was closed with something open, or is to be opened again. */
  reason: string | null;
  /** What was open when it was closed. */
  exceptions: { openTeams: number; unmarkedPeople: number; unmarkedDays: number; teams: string[] } | null;
}

/** The close of a month's attendance: after it nothing is recorded until another person agrees to opening it again. */
@Injectable()
export class MonthClose {
  constructor(
    private readonly teams: TeamDesk,
    private readonly reader: SheetReader,
    private readonly sheets: SheetStore,
    private readonly gate: MonthGate,
    private readonly approvals: Approvals,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** For other rooms, after their own permission check. */
  async state(centreId: Id, period: Period): Promise<MonthCloseState> {
    return viewOf(await this.sheets.close(centreId, parsePeriod(period, 'period')));
  }

  /** Which teams are not approved and who has unmarked days. Needs `attendance:read`. */
  async completeness(actor: Actor, centreId: Id, period: Period): Promise<Completeness> {
    requirePermission(actor, 'attendance:read', centreId);
    const month = parsePeriod(period, 'period');
    const { teams, without } = await this.teams.visible(actor, centreId, month);
    const content = await this.reader.read(centreId, month, [...teams.flatMap(({ members }) => members), ...without]);
    const rows = new Map((await this.sheets.sheets(centreId, month)).map((row) => [row.unitId, row]));
    const listed = teams.map(({ unit, members }) => {
      const { status, changed } = stateOf(rows.get(unit.id), sheetHash(content, unit.id, members));
      const open = members.flatMap(({ workerNo }) => content.lines.get(workerNo) ?? []).filter(({ unmarked }) => unmarked.length > 0);
      const unmarkedDays = open.reduce((sum, { unmarked }) => sum + unmarked.length, 0);
      return { unitId: unit.id, code: unit.code, name: unit.name, people: members.length, status, changed, unmarkedPeople: open.length, unmarkedDays };
    });
    const unmarked = [...content.lines.values()].filter((line) => line.unmarked.length > 0);
    return {
      teams: listed,
      openTeams: listed.filter(({ status, changed }) => status !== 'approved' || changed).length,
      ...{ unmarkedPeople: unmarked.length, unmarkedDays: unmarked.reduce((sum, line) => sum + line.unmarked.length, 0) },
      without: without.map(({ workerNo }) => workerNo),
    };
  }

  /**
   * Closes a month that is over. What is open needs a reason, and is kept with it. Needs `attendance:close`.
   * @throws DomainError NOT_FOUND, FORBIDDEN, MONTH_NOT_OVER, CLOSE_INCOMPLETE, ATTENDANCE_CLOSED, PERIOD_LOCKED
   */
  async close(actor: Actor, centreId: Id, period: Period, reason?: string): Promise<MonthCloseState> {
    requirePermission(actor, 'attendance:close', centreId);
    const month = parsePeriod(period, 'period');
    const over = endOfPeriod(month);
    if (this.clock.today() < over) throw new DomainError('MONTH_NOT_OVER', { period: month, date: over });
    return this.uow.run(async () => {
      await this.gate.holdOpen(centreId, month);
      const { openTeams, unmarkedPeople, unmarkedDays, teams, without } = await this.completeness(actor, centreId, month);
      const why = reason?.trim().slice(0, 500) || null;
      const complete = openTeams === 0 && unmarkedPeople === 0 && without.length === 0;
      if (!complete && why === null) throw new DomainError('CLOSE_INCOMPLETE', { teams: openTeams, people: unmarkedPeople }, { field: 'reason' });
      const open = teams.filter(({ status, changed }) => status !== 'approved' || changed).map(({ code }) => code);
      const exceptions = complete ? null : { openTeams, unmarkedPeople, unmarkedDays, teams: open.slice(0, 200) };
      const row = await this.gate.hold(centreId, month);
      const after = { status: 'closed' as const, closedBy: actor.userId, closedAt: this.clock.millis(), exceptions: exceptions && JSON.stringify(exceptions), reason: complete ? null : why };
      await this.sheets.moveClose(row, after);
      await this.record(actor, centreId, 'attendance.closed', month, exceptions ?? {}, why);
      return viewOf({ ...row, ...after });
    });
  }

  /** Asks another person to open the month again. Needs `attendance:close`. @throws DomainError NOT_FOUND, FORBIDDEN, REASON_MISSING, WRONG_STEP, APPROVAL_OPEN */
  async askToReopen(actor: Actor, centreId: Id, period: Period, reason: string): Promise<void> {
    requirePermission(actor, 'attendance:close', centreId);
    const month = parsePeriod(period, 'period');
    const why = reason.trim().slice(0, 500);
    if (why === '') throw new DomainError('REASON_MISSING', {}, { field: 'reason' });
    await this.uow.run(async () => {
      const row = await this.gate.hold(centreId, month);
      if (row.status !== 'closed') throw new DomainError('WRONG_STEP', { what: month, status: row.status, step: 'reopen' });
      await this.sheets.moveClose(row, { ...row, status: 'reopening', reason: why });
      const hash = reopenHash(row, why);
      const steps = [{ kind: REOPENED, permission: 'attendance:reopen' as const }];
      await this.approvals.open({ centreId, subjectType: CLOSE_SUBJECT, subjectId: row.id, hash, preparedBy: actor, steps, parties: [] });
      await this.record(actor, centreId, 'attendance.reopen-asked', month, {}, why);
    });
  }

  /** Agrees to opening the month again, or refuses with a reason. Needs `attendance:reopen`, by another person. @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, SEPARATION_OF_DUTIES, REASON_MISSING */
  async decideReopening(actor: Actor, centreId: Id, period: Period, decision: 'pass' | 'return', opinion?: string): Promise<void> {
    requirePermission(actor, 'attendance:reopen', centreId);
    const month = parsePeriod(period, 'period');
    await this.uow.run(async () => {
      const row = await this.gate.hold(centreId, month);
      if (row.status !== 'reopening') throw new DomainError('WRONG_STEP', { what: month, status: row.status, step: REOPENED });
      const hash = reopenHash({ ...row, version: row.version - 1 }, row.reason ?? '');
      await this.approvals.decide(actor, { subjectType: CLOSE_SUBJECT, subjectId: row.id, kind: REOPENED, hash, decision, opinion });
      const open = { status: 'open' as const, closedBy: null, closedAt: null, exceptions: null, reason: row.reason };
      await this.sheets.moveClose(row, decision === 'pass' ? open : { ...row, status: 'closed' });
      await this.record(actor, centreId, decision === 'pass' ? 'attendance.reopened' : 'attendance.reopen-refused', month, {}, opinion?.trim() || row.reason);
    });
  }

  /** Needs `attendance:read`. */
  async trail(actor: Actor, centreId: Id, period: Period): Promise<TrailStep[]> {
    requirePermission(actor, 'attendance:read', centreId);
    const row = await this.sheets.close(centreId, parsePeriod(period, 'period'));
    return row ? this.approvals.trail(CLOSE_SUBJECT, row.id) : [];
  }

  /** Which month a matter is about. Needs `attendance:read`. @throws DomainError NOT_FOUND */
  async place(actor: Actor, centreId: Id, closeId: Id): Promise<{ period: Period }> {
    requirePermission(actor, 'attendance:read', centreId);
    const row = await this.sheets.closeById(closeId);
    if (row?.centreId !== centreId) throw new DomainError('NOT_FOUND', { what: 'close of the month' });
    return { period: row.period };
  }

  private record(actor: Actor, centreId: Id, action: string, period: Period, data: Record<string, number | string | string[]>, reason: string | null): Promise<void> {
    return this.audit.append({ actor, centreId, action, subjectType: 'attendance', subjectId: period, data, ...(reason !== null && { reason }) });
  }
}

/** What is agreed to: this close, with this reason. */
const reopenHash = ({ id, version }: Pick<CloseRow, 'id' | 'version'>, reason: string): string => createHash('sha256').update(`${id} ${version} ${reason}`).digest('hex');

const NONE: MonthCloseState = { id: null, status: 'open', closedBy: null, closedAt: null, reason: null, exceptions: null };

function viewOf(row: CloseRow | undefined): MonthCloseState {
  if (!row) return NONE;
  const { id, status, closedBy, closedAt, reason, exceptions } = row;
  return { id, status, closedBy, closedAt, reason, exceptions: exceptions === null ? null : (JSON.parse(exceptions) as MonthCloseState['exceptions']) };
}
