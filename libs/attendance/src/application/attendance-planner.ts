import type { Actor } from '@gridstaff/contracts';
import type { BatchBook } from '@gridstaff/exchange';
import { Calendars, type WorkCalendar } from '@gridstaff/calendar';
import { type DateRange, DomainError, endOfPeriod, type Fact, firstDay, type Id, intersect, parseDate, parsePeriod, type Period, rangeOfPeriod, yearOf } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type Absence, type AbsenceFact, absenceKey, absencePeriod, checkAbsence, keyOfFact, misfits } from '../domain/absence';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey, recordedAfter } from '../domain/current';
import { assertEngaged } from '../domain/engaged';
import { checkHeatWork, type HeatWork, type HeatWorkFact, heatWorkKey } from '../domain/heat-work';
import { checkOvertime, MONTHLY_LIMIT, type Overtime, type OvertimeFact, overtimeKey, sameHours, totalHours } from '../domain/overtime';
import { LeaveLimits } from './leave-limits';
import { MonthGate } from './month-gate';
import { Workforce } from './workforce';

export interface AttendanceInput {
  absences: readonly Absence[];
  overtime: readonly Overtime[];
  heatWork?: readonly HeatWork[];
}

export interface AttendanceProblem {
  list: keyof AttendanceInput;
  /** Position in its list, from 0. */
  index: number;
  error: DomainError;
}

export interface AttendancePlan {
  created: number;
  changed: number;
  same: number;
  /** Workers and months above the 36 hours of 劳动法 art. 41. */
  overLimit: number;
  periods: Period[];
  problems: AttendanceProblem[];
  /** Appends the facts, and notes them in the book of a bulk act; inside a unit. @throws DomainError PERIOD_LOCKED */
  apply(book?: BatchBook): Promise<void>;
}

/** Decides what a list of absences, overtime and work in heat changes; a constant number of statements per list. */
@Injectable()
export class AttendancePlanner {
  constructor(
    private readonly store: AttendanceStore,
    private readonly workforce: Workforce,
    private readonly calendars: Calendars,
    private readonly gate: MonthGate,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly limits: LeaveLimits,
  ) {}

  /** @throws DomainError PERIOD_LOCKED, ATTENDANCE_CLOSED, NO_CALENDAR, NOT_A_DATE, NOT_A_PERIOD; what is wrong with single entries is in the plan */
  async plan(actor: Actor, centreId: Id, input: AttendanceInput): Promise<AttendancePlan> {
    const periods = periodsOf(input);
    for (const period of periods) await this.gate.assertOpen(centreId, period);
    const draft = new Draft(actor, centreId, input, this.ids, this.clock);
    const [first, last] = [periods[0], periods.at(-1)];
    if (first === undefined || last === undefined) return draft.plan(this.store, this.gate, []);
    const calendar = await this.calendars.calendarFor(yearOf(first), yearOf(last));
    const numbers = [...new Set([...input.absences, ...input.overtime, ...(input.heatWork ?? [])].map((entry) => entry.workerNo))];
    const workers = { fromNo: minimum(numbers), toNo: maximum(numbers) };
    draft.check(
      calendar,
      await this.workforce.known(centreId, numbers),
      await this.workforce.engaged(centreId, firstDay(first), endOfPeriod(last), numbers),
    );
    const absences = await this.store.absences(centreId, firstDay(first), endOfPeriod(last), workers);
    const overtime = await this.store.overtime(centreId, first, last, workers);
    draft.compare(currentByKey(absences, keyOfFact), currentByKey(overtime, overtimeKey));
    draft.compareHeatWork(currentByKey(await this.store.heatWork(centreId, first, last, workers), heatWorkKey));
    draft.checkTogether(calendar);
    draft.refuse(await this.limits.problems(centreId, input));
    return draft.plan(this.store, this.gate, periods);
  }

  /** The months of the input, held open until the unit ends, always in the same order. @throws DomainError PERIOD_LOCKED, ATTENDANCE_CLOSED */
  async hold(centreId: Id, input: AttendanceInput): Promise<void> {
    for (const period of periodsOf(input)) await this.gate.holdOpen(centreId, period);
  }
}

/** One list on its way to a plan. */
class Draft {
  private readonly problems: AttendanceProblem[] = [];
  private readonly newAbsences: AbsenceFact[] = [];
  private readonly newOvertime: OvertimeFact[] = [];
  private readonly newHeatWork: HeatWorkFact[] = [];
  /** Absences in force after the change, by natural key. */
  private readonly after = new Map<string, Absence>();
  private readonly counts = { created: 0, changed: 0, same: 0, overLimit: 0 };
  private readonly recordedAt: number;

  constructor(
    private readonly actor: Actor,
    private readonly centreId: Id,
    private readonly input: AttendanceInput,
    private readonly ids: Ids,
    clock: Clock,
  ) {
    this.recordedAt = clock.millis();
  }

  check(calendar: WorkCalendar, known: ReadonlySet<number>, engaged: ReadonlyMap<number, DateRange[]>): void {
    const checkEach = <T extends { workerNo: number }>(list: keyof AttendanceInput, entries: readonly T[], keyOf: (entry: T) => string, check: (entry: T) => void): void => {
      const seen = new Map<string, number>();
      entries.forEach((entry, index) => {
        try {
          if (!known.has(entry.workerNo)) throw new DomainError('UNKNOWN_WORKER', {}, { field: 'workerNo' });
          const first = seen.get(keyOf(entry));
          if (first !== undefined) throw new DomainError('DUPLICATE_ROW', { row: first + 1 }, { field: '' });
          seen.set(keyOf(entry), index);
          check(entry);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          this.problems.push({ list, index, error });
        }
      });
    };
    checkEach('absences', this.input.absences, absenceKey, (absence) => {
      checkAbsence(absence, (range) => calendar.scheduledDays(range));
      if (absence.days > 0) assertEngaged(absence, engaged.get(absence.workerNo) ?? [], 'from');
    });
    checkEach('overtime', this.input.overtime, overtimeKey, (overtime) => {
      checkOvertime(overtime, calendar.count(rangeOfPeriod(overtime.period)));
      if (totalHours(overtime) > 0) assertEngagedInMonth(overtime, engaged.get(overtime.workerNo) ?? []);
    });
    checkEach('heatWork', this.input.heatWork ?? [], heatWorkKey, (work) => {
      const pieces = engaged.get(work.workerNo) ?? [];
      if (work.days > 0) assertEngagedInMonth(work, pieces);
      const here = pieces.flatMap((piece) => intersect(piece, rangeOfPeriod(work.period)) ?? []);
      const scheduled = work.days > 0 ? here.reduce((sum, range) => sum + calendar.scheduledDays(range), 0) : 0;
      checkHeatWork(work, scheduled);
    });
  }

  compare(absences: ReadonlyMap<string, AbsenceFact>, overtime: ReadonlyMap<string, OvertimeFact>): void {
    for (const fact of absences.values()) this.after.set(keyOfFact(fact), absenceOf(fact));
    for (const absence of this.input.absences) {
      const before = absences.get(absenceKey(absence));
      const { workerNo, kind, leaveKind, from, to, days } = absence;
      if (days === 0) this.after.delete(absenceKey(absence));
      else this.after.set(absenceKey(absence), absence);
      if (this.decide(before, days === 0, before?.days === days)) {
        this.newAbsences.push({ ...this.fact({ from, to }, before, days === 0), workerNo, kind, leaveKind, days });
      }
    }
    for (const entry of this.input.overtime) {
      const before = overtime.get(overtimeKey(entry));
      const { workerNo, period, weekday, restday, holiday, restdayOff } = entry;
      const nothing = totalHours(entry) === 0;
      if (totalHours(entry) > MONTHLY_LIMIT) this.counts.overLimit += 1;
      if (this.decide(before, nothing, before !== undefined && sameHours(before, entry))) {
        this.newOvertime.push({ ...this.fact(rangeOfPeriod(period), before, nothing), workerNo, period, weekday, restday, holiday, restdayOff });
      }
    }
  }

  compareHeatWork(known: ReadonlyMap<string, HeatWorkFact>): void {
    for (const entry of this.input.heatWork ?? []) {
      const before = known.get(heatWorkKey(entry));
      const { workerNo, period, days } = entry;
      if (this.decide(before, days === 0, before?.days === days)) {
        this.newHeatWork.push({ ...this.fact(rangeOfPeriod(period), before, days === 0), workerNo, period, days });
      }
    }
  }

  /** Everything a worker then has in the touched months must fit into the days, what was recorded before included. */
  checkTogether(calendar: WorkCalendar): void {
    const wrong = new Set(this.problems.filter((p) => p.list === 'absences').map((p) => this.input.absences[p.index]));
    const touched = new Set(this.input.absences.map((a) => a.workerNo));
    const byWorker = new Map<number, Absence[]>();
    for (const absence of this.after.values()) {
      // A wrong entry is told already; its dates may lie anywhere.
      if (!touched.has(absence.workerNo) || wrong.has(absence)) continue;
      byWorker.set(absence.workerNo, [...(byWorker.get(absence.workerNo) ?? []), absence]);
    }
    const failing = new Map<Absence, DomainError>();
    for (const absences of byWorker.values()) {
      for (const group of misfits(absences, (range) => calendar.scheduledDays(range))) for (const absence of group.absences) failing.set(absence, group.error);
    }
    this.input.absences.forEach((absence, index) => {
      const error = failing.get(absence);
      if (error) this.problems.push({ list: 'absences', index, error });
    });
  }

  /** What a rule outside this list says against single absences. */
  refuse(problems: readonly { index: number; error: DomainError }[]): void {
    const told = new Set(this.problems.filter(({ list }) => list === 'absences').map(({ index }) => index));
    for (const { index, error } of problems) if (!told.has(index)) this.problems.push({ list: 'absences', index, error });
  }

  plan(store: AttendanceStore, gate: MonthGate, touched: Period[]): AttendancePlan {
    return {
      ...this.counts,
      periods: touched,
      problems: this.problems,
      apply: async (book) => {
        for (const period of touched) await gate.holdOpen(this.centreId, period);
        await store.appendAbsences(this.newAbsences);
        await store.appendOvertime(this.newOvertime);
        await store.appendHeatWork(this.newHeatWork);
        book?.note('absence', this.newAbsences);
        book?.note('overtime', this.newOvertime);
        book?.note('heat_work', this.newHeatWork);
      },
    };
  }

  /** Counts the entry. @returns whether a fact must be appended */
  private decide(before: Fact | undefined, nothing: boolean, equal: boolean): boolean {
    const same = before ? equal : nothing;
    this.counts[same ? 'same' : before ? 'changed' : 'created'] += 1;
    return !same;
  }

  private fact(range: DateRange, before: Fact | undefined, retracted: boolean): Omit<AbsenceFact, 'workerNo' | 'kind' | 'leaveKind' | 'days'> {
    return {
      ...{ id: this.ids.next(), centreId: this.centreId, validFrom: range.from, validTo: range.to },
      ...{ recordedAt: recordedAfter(this.recordedAt, before), recordedBy: this.actor.userId, supersedes: before?.id ?? null, retracted },
    };
  }
}

const absenceOf = ({ workerNo, kind, leaveKind, validFrom, validTo, days }: AbsenceFact): Absence => ({ workerNo, kind, leaveKind, from: validFrom, to: validTo, days });

/** Overtime of a month, and its heat allowance, are owed to whoever was engaged on some day of it, leavers included. */
function assertEngagedInMonth({ period }: { period: Period }, pieces: readonly DateRange[]): void {
  const month = rangeOfPeriod(period);
  if (!pieces.some((piece) => piece.from < month.to && month.from < piece.to)) throw new DomainError('NOT_ENGAGED', { date: month.from }, { field: 'workerNo' });
}

function periodsOf({ absences, overtime, heatWork = [] }: AttendanceInput): Period[] {
  for (const { from, to } of absences) {
    parseDate(from, 'from');
    parseDate(to, 'to');
  }
  const periods = [...absences.map(absencePeriod), ...[...overtime, ...heatWork].map(({ period }) => parsePeriod(period, 'period'))];
  return [...new Set(periods)].sort();
}

const minimum = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.min(a, b));
const maximum = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
