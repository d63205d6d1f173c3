import { createHash } from 'node:crypto';
import { Calendars } from '@gridstaff/calendar';
import { canonicalJson, daysInMonth, endOfPeriod, firstDay, type Id, intersect, type Json, type Period, rangeOfPeriod, yearOf } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import { keyOfFact } from '../domain/absence';
import { AttendanceStore } from '../domain/attendance-store';
import { currentByKey } from '../domain/current';
import { dayMarksKey } from '../domain/day-marks';
import { heatWorkKey } from '../domain/heat-work';
import type { LeaveKinds } from '../domain/leave-kinds';
import { cellsOf, dateOf, overtimeFindings, type SheetDays, type SheetFinding, unmarkedDays, type WorkerRecords } from '../domain/month-sheet';
import { overtimeKey } from '../domain/overtime';
import { scheduleKey } from '../domain/schedule';
import { ScheduleStore } from '../domain/schedule-store';
import { cellText, type SheetCell } from '../domain/sheet-cell';
import { SheetStore } from '../domain/sheet-store';
import type { TeamMember } from '../domain/teams';
import { LeaveCatalogue } from './leave-catalogue';
import { grouped } from './leave-ledger';

/** What a month sheet says of one worker. */
export interface SheetLine {
  records: WorkerRecords;
  cells: SheetCell[];
  /** By day of the month: code of a shift or `OFF`; undefined where nothing is planned. */
  planned: ReadonlyMap<number, string> | undefined;
  /** Days of the month. */
  unmarked: number[];
  findings: SheetFinding[];
  /** Who recorded something of it. */
  recordedBy: Id[];
}

export interface SheetContent {
  period: Period;
  days: SheetDays;
  kinds: LeaveKinds;
  /** By worker number. */
  lines: Map<number, SheetLine>;
}

/** The facts of a month as sheets show them; a constant number of statements, whatever the number of teams and people. */
@Injectable()
export class SheetReader {
  constructor(
    private readonly store: AttendanceStore,
    private readonly sheets: SheetStore,
    private readonly schedules: ScheduleStore,
    private readonly calendars: Calendars,
    private readonly catalogue: LeaveCatalogue,
  ) {}

  /** @throws DomainError NO_CALENDAR */
  async read(centreId: Id, period: Period, members: readonly TeamMember[]): Promise<SheetContent> {
    const kinds = await this.catalogue.of(centreId);
    const calendar = await this.calendars.calendarFor(yearOf(period), yearOf(period));
    const days: SheetDays = Array.from({ length: daysInMonth(period) }, (_, i) => calendar.kindOf(dateOf(period, i + 1)));
    if (members.length === 0) return { period, days, kinds, lines: new Map() };
    const numbers = members.map(({ workerNo }) => workerNo);
    const range = { fromNo: numbers.reduce((a, b) => Math.min(a, b)), toNo: numbers.reduce((a, b) => Math.max(a, b)) };
    const absences = grouped([...currentByKey(await this.store.absences(centreId, firstDay(period), endOfPeriod(period), range), keyOfFact).values()]);
    const overtime = currentByKey(await this.store.overtime(centreId, period, period, range), overtimeKey);
    const heat = currentByKey(await this.store.heatWork(centreId, period, period, range), heatWorkKey);
    const marks = currentByKey(await this.sheets.marks(centreId, period, range), dayMarksKey);
    const plans = currentByKey(await this.schedules.schedules(centreId, period, period, range), scheduleKey);
    const lines = new Map<number, SheetLine>();
    for (const { workerNo, engaged } of members) {
      const key = { workerNo, period };
      const own = [...(absences.get(workerNo) ?? [])].sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id < b.id ? -1 : 1));
      const month = rangeOfPeriod(period);
      const [hours, hot, marked] = [overtime.get(overtimeKey(key)), heat.get(heatWorkKey(key)), marks.get(dayMarksKey(key))];
      const records = { workerNo, engaged: engaged.flatMap((piece) => intersect(piece, month) ?? []), absences: own, marks: marked, overtime: hours, heat: hot };
      const cells = cellsOf(period, days, records, kinds);
      const planned = plans.get(scheduleKey(key))?.days;
      lines.set(workerNo, {
        ...{ records, cells, planned, unmarked: unmarkedDays(period, days, records, cells, planned) },
        findings: overtimeFindings(days, records, cells),
        recordedBy: [...own, hours, hot, marked].flatMap((fact) => fact?.recordedBy ?? []),
      });
    }
    return { period, days, kinds, lines };
  }
}

/** Digest of exactly what a sheet of these people says, hours and days in heat of the month included. */
export function sheetHash({ period, kinds, lines }: SheetContent, unitId: Id, members: readonly TeamMember[]): string {
  const rows = members
    .map(({ workerNo }) => lines.get(workerNo))
    .filter((line) => line !== undefined)
    .map(({ records: { workerNo, overtime, heat, absences }, cells }) => ({
      workerNo,
      cells: cells.map((cell) => cellText(cell, kinds)),
      absences: absences.map(({ kind, leaveKind, validFrom, validTo, days }) => [kind, leaveKind, validFrom, validTo, days]),
      overtime: overtime ? [overtime.weekday, overtime.restday, overtime.holiday, overtime.restdayOff ?? 0] : [0, 0, 0, 0],
      heat: heat?.days ?? 0,
    }))
    .sort((a, b) => a.workerNo - b.workerNo);
  return createHash('sha256')
    .update(canonicalJson({ period, unitId, rows } as unknown as Json))
    .digest('hex');
}
