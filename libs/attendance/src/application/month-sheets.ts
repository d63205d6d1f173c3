import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, parsePeriod, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { WorkerNames } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type SheetRow, type SheetStatus, SheetStore } from '../domain/sheet-store';
import { AttendancePlanner } from './attendance-planner';
import { MonthGate } from './month-gate';
import { type CellProblem, changed, joined, marksFacts, problemsOf, readEdits, type SheetEdit } from './sheet-edits';
import { type SheetContent, sheetHash, type SheetLine, SheetReader } from './sheet-reader';
import { type MonthTeam, TeamDesk } from './team-desk';

export interface SheetState {
  id: Id | null;
  status: SheetStatus | 'open';
  /** Of the content as it is now. */
  hash: string;
  /** The content is no longer what was submitted. */
  changed: boolean;
  submittedBy: Id | null;
  submittedAt: number | null;
}

export interface TeamSheet {
  team: MonthTeam;
  state: SheetState;
  content: SheetContent;
  /** Attendance of the month is closed: nothing is recorded. */
  closed: boolean;
  /** Lines of the team's people, by number, with their names. */
  lines: { name: string; line: SheetLine }[];
}

/** Month sheets of teams: rows people, columns days. What they show and change are the facts that pay reads. */
@Injectable()
export class MonthSheets {
  constructor(
    private readonly teams: TeamDesk,
    private readonly reader: SheetReader,
    private readonly sheets: SheetStore,
    private readonly planner: AttendancePlanner,
    private readonly gate: MonthGate,
    private readonly names: WorkerNames,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The sheets that the actor may see, without their lines. Needs `attendance:read`, or `attendance:team` for own units. */
  async list(actor: Actor, centreId: Id, period: Period): Promise<{ teams: (Pick<TeamSheet, 'team' | 'state'> & { unmarkedPeople: number; unmarkedDays: number; findings: number })[]; without: number[] }> {
    const month = parsePeriod(period, 'period');
    const { teams, without } = await this.teams.visible(actor, centreId, month);
    const content = await this.reader.read(centreId, month, teams.flatMap(({ members }) => members));
    const rows = new Map((await this.sheets.sheets(centreId, month)).map((row) => [row.unitId, row]));
    const listed = teams.map((team) => {
      const lines = team.members.flatMap(({ workerNo }) => content.lines.get(workerNo) ?? []);
      const open = lines.filter(({ unmarked }) => unmarked.length > 0);
      return {
        ...{ team, state: stateOf(rows.get(team.unit.id), sheetHash(content, team.unit.id, team.members)) },
        ...{ unmarkedPeople: open.length, unmarkedDays: open.reduce((sum, { unmarked }) => sum + unmarked.length, 0) },
        findings: lines.reduce((sum, { findings }) => sum + findings.length, 0),
      };
    });
    return { teams: listed, without: without.map(({ workerNo }) => workerNo) };
  }

  /** One sheet whole. @throws DomainError NOT_FOUND, FORBIDDEN, NO_CALENDAR */
  async get(actor: Actor, centreId: Id, period: Period, unitId: Id): Promise<TeamSheet> {
    const month = parsePeriod(period, 'period');
    const team = await this.teams.team(actor, centreId, month, unitId);
    const content = await this.reader.read(centreId, month, team.members);
    const row = (await this.sheets.sheets(centreId, month)).find((sheet) => sheet.unitId === unitId);
    const names = await this.names.names(centreId, team.members.map(({ workerNo }) => workerNo));
    const lines = [...content.lines].map(([no, line]) => ({ name: names.get(no) ?? '', line }));
    const closed = ((await this.sheets.close(centreId, month))?.status ?? 'open') !== 'open';
    return { team, state: stateOf(row, sheetHash(content, unitId, team.members)), content, closed, lines };
  }

  /**
   * Records what was typed: what is wrong is told cell by cell and left as it was, everything else is recorded. An empty text empties the day. Needs
   * `attendance:write`, or `attendance:team` for own units.
   * @throws DomainError NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, ATTENDANCE_CLOSED, SHEET_SUBMITTED
   */
  async save(actor: Actor, centreId: Id, period: Period, unitId: Id, edits: readonly SheetEdit[]): Promise<{ saved: number; problems: CellProblem[] }> {
    const month = parsePeriod(period, 'period');
    return this.uow.run(async () => {
      this.teams.require(actor, centreId, 'attendance:write');
      // First of all, so that of two who save at once the second sees what the first recorded.
      await this.gate.holdOpen(centreId, month);
      const team = await this.teams.team(actor, centreId, month, unitId, 'attendance:write');
      const row = (await this.sheets.sheets(centreId, month)).find((sheet) => sheet.unitId === unitId);
      if (row?.status === 'submitted') throw new DomainError('SHEET_SUBMITTED');
      const content = await this.reader.read(centreId, month, team.members);
      const { cells, problems } = readEdits(content, edits);
      let changes = changed(content, cells);
      let plan = await this.planner.plan(actor, centreId, joined(changes));
      if (plan.problems.length > 0) {
        const failing = problemsOf(month, plan, changes, cells);
        problems.push(...failing);
        for (const { workerNo } of failing) cells.delete(workerNo);
        changes = changed(content, cells);
        plan = await this.planner.plan(actor, centreId, joined(changes));
        // Each worker's facts are looked at by themselves: without the wrong ones nothing is wrong.
        if (plan.problems[0]) throw plan.problems[0].error;
      }
      await plan.apply();
      const marks = marksFacts({ actor, centreId, clock: this.clock, ids: this.ids }, content, changes);
      await this.sheets.appendMarks(marks);
      const saved = [...cells.values()].reduce((sum, days) => sum + days.size, 0);
      if (plan.created + plan.changed + marks.length > 0) {
        const data = { unit: team.unit.code, cells: saved, people: changes.size, created: plan.created, changed: plan.changed };
        await this.audit.append({ actor, centreId, action: 'month-sheet.saved', subjectType: 'month-sheet', subjectId: `${month} ${team.unit.code}`.slice(0, 64), data });
      }
      return { saved, problems };
    });
  }
}

export function stateOf(row: SheetRow | undefined, hash: string): SheetState {
  if (!row) return { id: null, status: 'open', hash, changed: false, submittedBy: null, submittedAt: null };
  const { id, status, submittedBy, submittedAt } = row;
  return { id, status, hash, changed: row.hash !== hash, submittedBy, submittedAt };
}
