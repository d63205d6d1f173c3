import { Approvals, type Todo, type TrailStep } from '@gridstaff/approval';
import { AuditLog } from '@gridstaff/audit';
import { type Actor, can, requirePermission } from '@gridstaff/contracts';
import { DomainError, type Id, parsePeriod, type Period } from '@gridstaff/kernel';
import { PersonDirectory } from '@gridstaff/identity';
import { UnitOfWork } from '@gridstaff/persistence';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type SheetRow, SheetStore } from '../domain/sheet-store';
import { MonthGate } from './month-gate';
import { type SheetContent, sheetHash, SheetReader } from './sheet-reader';
import { type MonthTeam, TeamDesk } from './team-desk';

export const SHEET_SUBJECT = 'month_sheet';
const APPROVED = 'sheet_approved';

export interface SheetDecision {
  decision: 'pass' | 'return';
  /** Of the content that the decider has seen. */
  hash: string;
  opinion?: string;
}

interface Opened {
  month: Period;
  team: MonthTeam;
  content: SheetContent;
  row: SheetRow | undefined;
  hash: string;
}

/** A team's sheet is submitted by whoever keeps it and approved by another person: the head of the unit or of one above, or the leader. */
@Injectable()
export class SheetApproval implements OnModuleInit {
  constructor(
    private readonly teams: TeamDesk,
    private readonly reader: SheetReader,
    private readonly sheets: SheetStore,
    private readonly gate: MonthGate,
    private readonly approvals: Approvals,
    private readonly people: PersonDirectory,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.approvals.narrow(SHEET_SUBJECT, (actor, todos) => this.ownTodos(actor, todos));
  }

  /**
   * Asks for approval of the sheet as it is. Unmarked days need a reason, which the approver sees. Needs `attendance:write`, or `attendance:team` for own units.
   * @throws DomainError NOT_FOUND, FORBIDDEN, SHEET_EMPTY, SHEET_UNMARKED, SHEET_SUBMITTED, ATTENDANCE_CLOSED, PERIOD_LOCKED
   */
  async submit(actor: Actor, centreId: Id, period: Period, unitId: Id, reason?: string): Promise<void> {
    await this.uow.run(async () => {
      const { month, team, content, row, hash } = await this.open(actor, centreId, period, unitId, true);
      if (team.members.length === 0) throw new DomainError('SHEET_EMPTY');
      if (row?.status === 'submitted') throw new DomainError('SHEET_SUBMITTED');
      const open = [...content.lines.values()].filter(({ unmarked }) => unmarked.length > 0);
      const days = open.reduce((sum, { unmarked }) => sum + unmarked.length, 0);
      const why = reason?.trim().slice(0, 500);
      if (days > 0 && !why) throw new DomainError('SHEET_UNMARKED', { people: open.length, days }, { field: 'reason' });
      const submitted = { status: 'submitted' as const, hash, submittedBy: actor.userId, submittedAt: this.clock.millis() };
      const id = row?.id ?? this.ids.next();
      if (row) await this.sheets.moveSheet(row, submitted);
      else await this.sheets.addSheet({ id, centreId, period: month, unitId, ...submitted, version: 1 });
      await this.approvals.open({
        ...{ centreId, subjectType: SHEET_SUBJECT, subjectId: id, hash, preparedBy: actor },
        steps: [{ kind: APPROVED, permission: 'attendance:approve' }],
        parties: await this.parties(centreId, team),
      });
      await this.record(actor, centreId, 'month-sheet.submitted', id, { period: month, unit: team.unit.code, hash, people: team.members.length, unmarked: days }, why);
    });
  }

  /** Takes the sheet back before it is decided. @throws DomainError NOT_FOUND, FORBIDDEN, REASON_MISSING, WRONG_STEP */
  async withdraw(actor: Actor, centreId: Id, period: Period, unitId: Id, reason: string): Promise<void> {
    await this.uow.run(async () => {
      const { row, hash } = await this.open(actor, centreId, period, unitId, true);
      const sheet = requireSubmitted(row, period, 'withdraw');
      await this.approvals.withdraw(actor, { subjectType: SHEET_SUBJECT, subjectId: sheet.id, reason });
      await this.sheets.moveSheet(sheet, { ...sheet, status: 'withdrawn', hash });
    });
  }

  /**
   * Approves exactly what was submitted, or returns it with a reason. Needs `attendance:approve`, for own units or, with `attendance:read`, for all.
   * @throws DomainError NOT_FOUND, FORBIDDEN, WRONG_STEP, SHEET_CHANGED, APPROVAL_STALE, SEPARATION_OF_DUTIES, REASON_MISSING, STALE
   */
  async decide(actor: Actor, centreId: Id, period: Period, unitId: Id, { decision, hash: seen, opinion }: SheetDecision): Promise<void> {
    await this.uow.run(async () => {
      const { row, hash } = await this.open(actor, centreId, period, unitId, false);
      const sheet = requireSubmitted(row, period, APPROVED);
      // Returning needs no fresh look: what changed is a reason to return it.
      if (decision === 'pass' && hash !== sheet.hash) throw new DomainError('SHEET_CHANGED');
      const subject = { subjectType: SHEET_SUBJECT, subjectId: sheet.id, kind: APPROVED };
      await this.approvals.decide(actor, { ...subject, hash: decision === 'pass' ? seen : sheet.hash, decision, opinion });
      await this.sheets.moveSheet(sheet, { ...sheet, status: decision === 'pass' ? 'approved' : 'returned' });
    });
  }

  /** Who submitted and decided, with opinions. @throws DomainError NOT_FOUND, FORBIDDEN */
  async trail(actor: Actor, centreId: Id, period: Period, unitId: Id): Promise<TrailStep[]> {
    const month = parsePeriod(period, 'period');
    await this.teams.team(actor, centreId, month, unitId);
    const row = (await this.sheets.sheets(centreId, month)).find((sheet) => sheet.unitId === unitId);
    return row ? this.approvals.trail(SHEET_SUBJECT, row.id) : [];
  }

  /** Which month and unit a matter is about, for whoever may see it. @throws DomainError NOT_FOUND */
  async place(actor: Actor, centreId: Id, sheetId: Id): Promise<{ period: Period; unitId: Id }> {
    const row = await this.sheets.sheetById(sheetId);
    if (row?.centreId !== centreId) {
      this.teams.require(actor, centreId, 'attendance:read');
      throw new DomainError('NOT_FOUND', { what: 'month sheet' });
    }
    await this.teams.team(actor, centreId, row.period, row.unitId);
    return { period: row.period, unitId: row.unitId };
  }

  private async open(actor: Actor, centreId: Id, period: Period, unitId: Id, writes: boolean): Promise<Opened> {
    const month = parsePeriod(period, 'period');
    const wide = writes ? 'attendance:write' : 'attendance:read';
    this.teams.require(actor, centreId, wide);
    if (!writes) requirePermission(actor, 'attendance:approve', centreId);
    await this.gate.holdOpen(centreId, month);
    const team = await this.teams.team(actor, centreId, month, unitId, wide);
    const content = await this.reader.read(centreId, month, team.members);
    const row = (await this.sheets.sheets(centreId, month)).find((sheet) => sheet.unitId === unitId);
    return { month, team, content, row, hash: sheetHash(content, unitId, team.members) };
  }

  /** Who is on the sheet decides nothing about it. */
  private async parties(centreId: Id, { members }: MonthTeam): Promise<{ personId: Id; part: 'paid' }[]> {
    const here = new Set(members.map(({ workerNo }) => workerNo));
    const paid = (await this.people.paidPersons(centreId)).filter(({ workerNo }) => here.has(workerNo));
    return paid.map(({ personId }) => ({ personId, part: 'paid' as const }));
  }

  private async ownTodos(actor: Actor, todos: readonly Todo[]): Promise<Todo[]> {
    const kept: Todo[] = [];
    for (const todo of todos) {
      if (can(actor, 'attendance:read', todo.centreId)) kept.push(todo);
      else if (await this.isOwn(actor, todo)) kept.push(todo);
    }
    return kept;
  }

  private async isOwn(actor: Actor, { centreId, subjectId }: Todo): Promise<boolean> {
    try {
      await this.place(actor, centreId, subjectId);
      return true;
    } catch (error) {
      if (error instanceof DomainError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return false;
      throw error;
    }
  }

  private record(actor: Actor, centreId: Id, action: string, subjectId: Id, data: Record<string, string | number>, reason?: string): Promise<void> {
    return this.audit.append({ actor, centreId, action, subjectType: SHEET_SUBJECT, subjectId, data, reason });
  }
}

function requireSubmitted(row: SheetRow | undefined, period: Period, step: string): SheetRow {
  if (row?.status !== 'submitted') throw new DomainError('WRONG_STEP', { what: period, status: row?.status ?? 'open', step });
  return row;
}
