import { AuditLog } from '@gridstaff/audit';
import type { Actor } from '@gridstaff/contracts';
import { DomainError, type Id, parsePeriod, type Period, rangeOfPeriod } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { WorkerNames } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { recordedAfter } from '../domain/current';
import type { DayMarksFact } from '../domain/day-marks';
import { changesOf, dateOf, dayOf, isEngaged, type SheetChange } from '../domain/month-sheet';
import { parseCell, type SheetCell } from '../domain/sheet-cell';
import { type SheetRow, type SheetStatus, SheetStore } from '../domain/sheet-store';
import { type AttendanceInput, type AttendancePlan, AttendancePlanner } from './attendance-planner';
import { MonthGate } from './month-gate';
import { type SheetContent, sheetHash, type SheetLine, SheetReader } from './sheet-reader';
import { type MonthTeam, TeamDesk } from './team-desk';

export interface SheetEdit {
  workerNo: number;
  /** Of the month, from 1. */
  day: number;
  text: string;
}

export interface CellProblem {
  workerNo: number;
  day: number;
  error: DomainError;
}

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
      const marks = [...changes].flatMap(([no, { marks: now }]) => (now ? [this.marksFact(actor, centreId, content, no, now)] : []));
      await this.sheets.appendMarks(marks);
      const saved = [...cells.values()].reduce((sum, days) => sum + days.size, 0);
      if (plan.created + plan.changed + marks.length > 0) {
        const data = { unit: team.unit.code, cells: saved, people: changes.size, created: plan.created, changed: plan.changed };
        await this.audit.append({ actor, centreId, action: 'month-sheet.saved', subjectType: 'month-sheet', subjectId: `${month} ${team.unit.code}`.slice(0, 64), data });
      }
      return { saved, problems };
    });
  }

  private marksFact(actor: Actor, centreId: Id, content: SheetContent, workerNo: number, marks: NonNullable<SheetChange['marks']>): DayMarksFact {
    const { from, to } = rangeOfPeriod(content.period);
    const before = content.lines.get(workerNo)?.records.marks as DayMarksFact | undefined;
    return {
      ...{ id: this.ids.next(), centreId, validFrom: from, validTo: to, recordedAt: recordedAfter(this.clock.millis(), before), recordedBy: actor.userId },
      ...{ supersedes: before?.id ?? null, retracted: false },
      ...marks,
    };
  }
}

export function stateOf(row: SheetRow | undefined, hash: string): SheetState {
  if (!row) return { id: null, status: 'open', hash, changed: false, submittedBy: null, submittedAt: null };
  const { id, status, submittedBy, submittedAt } = row;
  return { id, status, hash, changed: row.hash !== hash, submittedBy, submittedAt };
}

type Cells = Map<number, Map<number, SheetCell>>;

/** Cells by worker and day; the later of two texts for one cell counts. */
function readEdits({ period, days, kinds, lines }: SheetContent, edits: readonly SheetEdit[]): { cells: Cells; problems: CellProblem[] } {
  const cells: Cells = new Map();
  const problems: CellProblem[] = [];
  for (const { workerNo, day, text } of edits) {
    try {
      const line = lines.get(workerNo);
      if (!line) throw new DomainError('SHEET_NOT_MEMBER', {}, { field: 'workerNo' });
      const kind = days[day - 1];
      if (kind === undefined) throw new DomainError('OUT_OF_RANGE', { value: String(day) }, { field: 'day' });
      const cell = parseCell(text, kinds);
      const date = dateOf(period, day);
      if (text.trim() !== '' && !isEngaged(line.records, date)) throw new DomainError('NOT_ENGAGED', { date });
      if (kind === 'restday' && cell.absences.length > 0) throw new DomainError('SHEET_REST_DAY', { date });
      cells.set(workerNo, (cells.get(workerNo) ?? new Map<number, SheetCell>()).set(day, cell));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push({ workerNo, day, error });
    }
  }
  return { cells, problems };
}

function changed({ period, days, kinds, lines }: SheetContent, cells: Cells): Map<number, SheetChange> {
  return new Map([...cells].flatMap(([no, changedDays]) => {
    const line = lines.get(no);
    return line ? [[no, changesOf(period, days, line.records, changedDays, kinds)] as const] : [];
  }));
}

const joined = (changes: ReadonlyMap<number, SheetChange>): Required<AttendanceInput> => ({
  absences: [...changes.values()].flatMap(({ absences }) => absences),
  overtime: [...changes.values()].flatMap(({ overtime }) => overtime),
  heatWork: [...changes.values()].flatMap(({ heatWork }) => heatWork),
});

/** What the facts' own rules refuse, at the changed day it is about, or all changed days of the worker. */
function problemsOf(period: Period, plan: AttendancePlan, changes: ReadonlyMap<number, SheetChange>, cells: Cells): CellProblem[] {
  const input = joined(changes);
  const told = new Map<number, CellProblem[]>();
  for (const { list, index, error } of plan.problems) {
    const entry = input[list][index];
    if (!entry) continue;
    const changedDays = [...(cells.get(entry.workerNo)?.keys() ?? [])];
    const within = 'from' in entry ? changedDays.filter((day) => dayOf(period, entry.from) <= day && dateOf(period, day) < entry.to) : [];
    const at = within.length > 0 ? within : changedDays;
    told.set(entry.workerNo, [...(told.get(entry.workerNo) ?? []), ...at.map((day) => ({ workerNo: entry.workerNo, day, error }))]);
  }
  // The rest of the worker's cells is not recorded either: their absences hang together.
  for (const [workerNo, list] of told) {
    const first = list[0] as CellProblem;
    for (const day of cells.get(workerNo)?.keys() ?? []) if (!list.some((problem) => problem.day === day)) list.push({ workerNo, day, error: first.error });
  }
  return [...told.values()].flat();
}
