import { AuditLog } from '@gridstaff/audit';
import { Calendars } from '@gridstaff/calendar';
import { type Actor } from '@gridstaff/contracts';
import { addDays, addMonths, type DateRange, DomainError, endOfPeriod, firstDay, type Id, type LocalDate, parsePeriod, type Period, periodOf, rangeOfPeriod, yearOf } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { WorkerNames } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { currentByKey, recordedAfter } from '../domain/current';
import { cycleOf, type HoursRule, hoursOf, unitSubject, workerSubject } from '../domain/hours-system';
import { dateOf, isEngaged, isTold } from '../domain/month-sheet';
import { byPattern, fromFourWeeksAgo, plannedDates, type ScheduleFact, scheduleKey } from '../domain/schedule';
import { type ShiftPattern, ScheduleStore } from '../domain/schedule-store';
import { OFF, OFF_MARK, readShift, type Shift, type ShiftFact, shiftsOn } from '../domain/shift';
import { SheetStore } from '../domain/sheet-store';
import { datesOf, planFindings, type PlanFinding } from '../domain/working-time';
import { MonthGate } from './month-gate';
import { type SheetContent, type SheetLine, SheetReader } from './sheet-reader';
import { bySubject, readPattern } from './shift-book';
import { type MonthTeam, TeamDesk, type TeamGround } from './team-desk';
import { Workforce } from './workforce';

export interface PlanCell {
  workerNo: number;
  /** Of the month, from 1. */
  day: number;
  /** Mark, code or name of a shift; 休; empty: nothing is planned. */
  text: string;
}

export interface PlanProblem {
  workerNo: number;
  day: number;
  error: DomainError;
}

export interface PlanLine {
  name: string;
  line: SheetLine;
  rule: HoursRule;
  /** Marks by day, '' where nothing is planned. */
  cells: string[];
  /** Days with a shift, and their paid hours in hundredths. */
  shifts: number;
  hours: number;
  /** Days up to today with a shift (or, unplanned, workdays) of which nothing is recorded. */
  missing: number[];
  /** Days recorded as worked although the plan gave none. */
  unplanned: number[];
  findings: PlanFinding[];
}

export interface TeamSchedule {
  team: MonthTeam;
  content: SheetContent;
  closed: boolean;
  shifts: readonly ShiftFact[];
  patterns: readonly ShiftPattern[];
  lines: PlanLine[];
  /** How many people are planned on each grid, by day of the month. */
  coverage: { code: string; name: string; planned: number[] }[];
}

/** How a month is proposed: a rotation from a day on, or what stood four weeks earlier. */
export type FillRequest = { by: 'copy'; workerNos?: readonly number[] } | { by: 'pattern'; codes: readonly string[]; fromDay: number; stagger: number; workerNos?: readonly number[] };

/** Who is planned to work when, by team and month, beside what was recorded. Reading needs `attendance:read`, or `attendance:team` for own units. */
@Injectable()
export class Schedules {
  constructor(
    private readonly store: ScheduleStore,
    private readonly teams: TeamDesk,
    private readonly reader: SheetReader,
    private readonly sheets: SheetStore,
    private readonly workforce: Workforce,
    private readonly calendars: Calendars,
    private readonly gate: MonthGate,
    private readonly names: WorkerNames,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN, NO_CALENDAR */
  async get(actor: Actor, centreId: Id, period: Period, unitId: Id): Promise<TeamSchedule> {
    const month = parsePeriod(period, 'period');
    const team = await this.teams.team(actor, centreId, month, unitId);
    const content = await this.reader.read(centreId, month, team.members);
    const ground = await this.teams.ground(actor, centreId, month, unitId);
    const shifts = await this.store.shifts(centreId);
    const rules = await this.rulesOf(centreId, month, team, ground);
    const span = spanOf(month, [...rules.values()]);
    const plans = await this.plansOf(centreId, periodOf(span.from), periodOf(addDays(span.to, -1)), team);
    const numbers = team.members.map(({ workerNo }) => workerNo);
    const engaged = await this.workforce.engaged(centreId, span.from, span.to, numbers);
    const calendar = await this.calendars.calendarFor(yearOf(month), yearOf(month));
    const names = await this.names.names(centreId, numbers);
    const paid = hoursByDate(shifts, span);
    const today = this.clock.today();
    const lines = [...content.lines].map(([workerNo, line]): PlanLine => {
      const rule = rules.get(workerNo) as HoursRule;
      const plan = plans.get(workerNo) ?? new Map<LocalDate, string>();
      const hours = new Map([...plan].map(([date, code]) => [date, paid(date, code)]));
      return {
        ...{ name: names.get(workerNo) ?? '', line, rule },
        ...lineOf(content, line, shifts, today),
        findings: planFindings({ period: month, rule, hours, kindOf: (date) => calendar.kindOf(date), engaged: engaged.get(workerNo) ?? [] }),
      };
    });
    const closed = ((await this.sheets.close(centreId, month))?.status ?? 'open') !== 'open';
    const inForce = [...shiftsOn(shifts, endOfMonth(month)).values()];
    return { team, content, closed, shifts: inForce, patterns: await this.store.patterns(centreId), lines, coverage: coverageOf(content, ground) };
  }

  /**
   * Records what was typed: what is wrong is told cell by cell, everything else is recorded. Needs `attendance:write`, or `attendance:team` for own units.
   * @throws DomainError NOT_FOUND, FORBIDDEN, PERIOD_LOCKED, ATTENDANCE_CLOSED
   */
  async save(actor: Actor, centreId: Id, period: Period, unitId: Id, cells: readonly PlanCell[]): Promise<{ saved: number; problems: PlanProblem[] }> {
    const month = parsePeriod(period, 'period');
    return this.uow.run(async () => {
      this.teams.require(actor, centreId, 'attendance:write');
      await this.gate.holdOpen(centreId, month);
      const team = await this.teams.team(actor, centreId, month, unitId, 'attendance:write');
      const shifts = await this.store.shifts(centreId);
      const known = await this.factsOf(centreId, month, month, team);
      const { edits, problems } = readCells(month, team, shifts, cells);
      const facts = [...edits].flatMap(([workerNo, days]) => this.factOf(actor, centreId, month, workerNo, days, known.get(scheduleKey({ workerNo, period: month }))));
      await this.store.appendSchedules(facts);
      const saved = [...edits.values()].reduce((sum, days) => sum + days.size, 0);
      if (facts.length > 0) {
        const data = { unit: team.unit.code, cells: saved, people: facts.length };
        await this.audit.append({ actor, centreId, action: 'schedule.saved', subjectType: 'schedule', subjectId: `${month} ${team.unit.code}`.slice(0, 64), data });
      }
      return { saved, problems };
    });
  }

  /** Proposes cells for the team or some of its people; writes nothing. @throws DomainError NOT_FOUND, FORBIDDEN, SHIFT_UNKNOWN, OUT_OF_RANGE */
  async fill(actor: Actor, centreId: Id, period: Period, unitId: Id, request: FillRequest): Promise<PlanCell[]> {
    const month = parsePeriod(period, 'period');
    const team = await this.teams.team(actor, centreId, month, unitId, 'attendance:write');
    const shifts = await this.store.shifts(centreId);
    const wanted = team.members.filter(({ workerNo }) => request.workerNos === undefined || request.workerNos.includes(workerNo));
    const from = request.by === 'pattern' ? addDays(firstDay(month), request.fromDay - 1) : firstDay(month);
    const dates = datesOf(from, endOfPeriod(month));
    if (dates.length === 0 || from < firstDay(month)) throw new DomainError('OUT_OF_RANGE', { value: from }, { field: 'fromDay' });
    const codes = request.by === 'pattern' ? readPattern(request.codes, shiftsOn(shifts, from)) : [];
    if (request.by === 'pattern' && codes.length === 0) throw new DomainError('MISSING_FIELD', { name: 'codes' }, { field: 'codes' });
    const before = request.by === 'copy' ? await this.plansOf(centreId, addMonths(month, -1), addMonths(month, -1), team) : new Map<number, Map<LocalDate, string>>();
    return wanted.flatMap(({ workerNo, engaged }, position) => {
      const plan = request.by === 'pattern' ? byPattern(codes, dates, position, request.stagger) : fromFourWeeksAgo(before.get(workerNo) ?? new Map(), dates);
      return [...plan].flatMap(([date, code]): PlanCell[] => (isEngaged({ engaged }, date) ? [{ workerNo, day: Number(date.slice(8)), text: markOf(shifts, date, code) }] : []));
    });
  }

  private factOf(actor: Actor, centreId: Id, period: Period, workerNo: number, changed: ReadonlyMap<number, string | undefined>, before: ScheduleFact | undefined): ScheduleFact[] {
    const days = new Map(before?.days ?? []);
    for (const [day, code] of changed) {
      if (code === undefined) days.delete(day);
      else days.set(day, code);
    }
    const same = days.size === (before?.days.size ?? 0) && [...days].every(([day, code]) => before?.days.get(day) === code);
    if (same) return [];
    const { from: validFrom, to: validTo } = rangeOfPeriod(period);
    const stamp = { recordedAt: recordedAfter(this.clock.millis(), before), recordedBy: actor.userId, supersedes: before?.id ?? null, retracted: days.size === 0 };
    return [{ id: this.ids.next(), centreId, validFrom, validTo, ...stamp, workerNo, period, days }];
  }

  private async factsOf(centreId: Id, fromPeriod: Period, toPeriod: Period, { members }: MonthTeam): Promise<Map<string, ScheduleFact>> {
    if (members.length === 0) return new Map();
    const numbers = members.map(({ workerNo }) => workerNo);
    const range = { fromNo: numbers.reduce((a, b) => Math.min(a, b)), toNo: numbers.reduce((a, b) => Math.max(a, b)) };
    return currentByKey(await this.store.schedules(centreId, fromPeriod, toPeriod, range), scheduleKey);
  }

  private async plansOf(centreId: Id, fromPeriod: Period, toPeriod: Period, team: MonthTeam): Promise<Map<number, Map<LocalDate, string>>> {
    return plannedDates([...(await this.factsOf(centreId, fromPeriod, toPeriod, team)).values()]);
  }

  /** What holds for each of the team on the last day in post of the month. */
  private async rulesOf(centreId: Id, period: Period, { members }: MonthTeam, { posts, above }: TeamGround): Promise<Map<number, HoursRule>> {
    const facts = bySubject(await this.store.hours(centreId, firstDay(period), endOfPeriod(period)));
    return new Map(
      members.map(({ workerNo }) => {
        const last = posts.get(workerNo)?.at(-1);
        const date = last && last.to < endOfPeriod(period) ? addDays(last.to, -1) : endOfMonth(period);
        return [workerNo, hoursOf(facts, [workerSubject(workerNo), ...(last ? above(last.orgUnitId).map(unitSubject) : [])], date)];
      }),
    );
  }
}

const endOfMonth = (period: Period): LocalDate => addDays(endOfPeriod(period), -1);

/** The month with the week before it, and the cycles of those who have one. */
function spanOf(period: Period, rules: readonly HoursRule[]): DateRange {
  const cycles = rules.flatMap(({ cycle }) => (cycle ? [cycleOf(cycle, period)] : []));
  const from = [addDays(firstDay(period), -6), ...cycles.map((cycle) => cycle.from)].reduce((a, b) => (a < b ? a : b));
  return { from, to: [endOfPeriod(period), ...cycles.map((cycle) => cycle.to)].reduce((a, b) => (a > b ? a : b)) };
}

/** Paid hours of a shift on a date; shifts change rarely, so the state of each date is worked out once. */
function hoursByDate(facts: readonly ShiftFact[], { from, to }: DateRange): (date: LocalDate, code: string) => number {
  const edges = [...new Set(facts.map(({ validFrom }) => validFrom))].filter((date) => date > from && date < to);
  const states = [from, ...edges.sort()].map((date) => ({ date, shifts: shiftsOn(facts, date) }));
  return (date, code) => (code === OFF ? 0 : (states.findLast((state) => state.date <= date)?.shifts.get(code)?.paid ?? 0));
}

const markOf = (facts: readonly ShiftFact[], date: LocalDate, code: string): string => (code === OFF ? OFF_MARK : (shiftsOn(facts, date).get(code)?.mark ?? code));

function lineOf({ period, days }: SheetContent, line: SheetLine, facts: readonly ShiftFact[], today: LocalDate): Pick<PlanLine, 'cells' | 'shifts' | 'hours' | 'missing' | 'unplanned'> {
  const planned = line.planned ?? new Map<number, string>();
  const worked = [...planned].filter(([, code]) => code !== OFF);
  return {
    cells: days.map((_, i) => (planned.has(i + 1) ? markOf(facts, dateOf(period, i + 1), planned.get(i + 1) as string) : '')),
    shifts: worked.length,
    hours: worked.reduce((sum, [day, code]) => sum + (shiftsOn(facts, dateOf(period, day)).get(code)?.paid ?? 0), 0),
    missing: line.unmarked.filter((day) => dateOf(period, day) <= today),
    unplanned: line.cells.flatMap((cell, i) => (planned.get(i + 1) === OFF && cell.present && isTold(cell) ? [i + 1] : [])),
  };
}

function coverageOf({ period, days, lines }: SheetContent, { grids, posts }: TeamGround): TeamSchedule['coverage'] {
  const counts = new Map(grids.map(({ id }) => [id, days.map(() => 0)]));
  for (const [workerNo, { planned, records }] of lines) {
    for (const [day, code] of planned ?? []) {
      const date = dateOf(period, day);
      if (code === OFF || !isEngaged(records, date)) continue;
      const post = posts.get(workerNo)?.find(({ from, to }) => from <= date && date < to);
      const own = post && counts.get(post.orgUnitId);
      if (own) own[day - 1] = (own[day - 1] ?? 0) + 1;
    }
  }
  return grids.map(({ id, code, name }) => ({ code, name, planned: counts.get(id) ?? [] }));
}

/** Codes by worker and day, undefined for an emptied one; the later of two texts for one cell counts. */
function readCells(period: Period, { members }: MonthTeam, facts: readonly ShiftFact[], cells: readonly PlanCell[]): { edits: Map<number, Map<number, string | undefined>>; problems: PlanProblem[] } {
  const edits = new Map<number, Map<number, string | undefined>>();
  const problems: PlanProblem[] = [];
  const states = new Map<number, ReadonlyMap<string, Shift>>();
  const last = Number(endOfMonth(period).slice(8));
  const byNo = new Map(members.map((member) => [member.workerNo, member]));
  for (const { workerNo, day, text } of cells) {
    try {
      const member = byNo.get(workerNo);
      if (!member) throw new DomainError('SHEET_NOT_MEMBER', {}, { field: 'workerNo' });
      if (day > last) throw new DomainError('OUT_OF_RANGE', { value: String(day) }, { field: 'day' });
      const date = dateOf(period, day);
      if (text.trim() !== '' && !isEngaged(member, date)) throw new DomainError('NOT_ENGAGED', { date });
      const shifts = states.get(day) ?? shiftsOn(facts, date);
      states.set(day, shifts);
      edits.set(workerNo, (edits.get(workerNo) ?? new Map<number, string | undefined>()).set(day, readShift(text, shifts)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      problems.push({ workerNo, day, error });
    }
  }
  return { edits, problems };
}
