import type { Actor } from '@gridstaff/contracts';
import { type BatchReach, type BatchTarget, type BatchUndoPlan, BatchWatch, KeyedRoom, type KeyedFact, undoable } from '@gridstaff/exchange';
import { Periods } from '@gridstaff/calendar';
import { addDays, type DateRange, DomainError, type Id, overlaps, periodOf, periodsBetween } from '@gridstaff/kernel';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type AbsenceFact, keyOfFact } from '../domain/absence';
import { AttendanceStore } from '../domain/attendance-store';
import { type DayMarksFact, dayMarksKey } from '../domain/day-marks';
import { type HeatWorkFact, heatWorkKey } from '../domain/heat-work';
import { type OvertimeFact, overtimeKey } from '../domain/overtime';
import { type PriorServiceFact, priorServiceKey } from '../domain/prior-service';
import { SheetStore } from '../domain/sheet-store';
import { MonthGate } from './month-gate';
import { PRIOR_SERVICE } from './prior-services';

export const DAY_MARKS_SOURCE = 'day_mark';

const lastPeriod = ({ to }: DateRange) => periodOf(addDays(to, -1));

/** A room whose facts belong to months: taken back as long as these are open. */
export abstract class MonthlyRoom extends KeyedRoom {
  constructor(
    private readonly months: Pick<Periods, 'holdOpen'>,
    clock: Clock,
    ids: Ids,
  ) {
    super(clock, ids);
  }

  /** @throws DomainError PERIOD_LOCKED, of attendance also ATTENDANCE_CLOSED */
  protected async hold(centreId: Id, facts: readonly KeyedFact[]): Promise<void> {
    const months = new Set(facts.map((fact) => periodOf(fact.validFrom)));
    for (const period of [...months].sort()) await this.months.holdOpen(centreId, period);
  }
}

/** Takes back the entries of an import. */
@Injectable()
export class AttendanceUndo extends MonthlyRoom {
  protected readonly tables;

  constructor(store: AttendanceStore, sheets: SheetStore, gate: MonthGate, clock: Clock, ids: Ids) {
    super(gate, clock, ids);
    this.tables = [
      undoable<AbsenceFact>({
        source: 'absence',
        byIds: (centreId, some) => store.absencesByIds(centreId, some),
        around: (centreId, { from, to }, workers) => store.absences(centreId, from, to, workers),
        keyOf: keyOfFact,
        append: (facts) => store.appendAbsences(facts),
      }),
      undoable<OvertimeFact>({
        source: 'overtime',
        byIds: (centreId, some) => store.overtimeByIds(centreId, some),
        around: (centreId, span, workers) => store.overtime(centreId, periodOf(span.from), lastPeriod(span), workers),
        keyOf: overtimeKey,
        append: (facts) => store.appendOvertime(facts),
      }),
      undoable<HeatWorkFact>({
        source: 'heat_work',
        byIds: (centreId, some) => store.heatWorkByIds(centreId, some),
        around: (centreId, span, workers) => store.heatWork(centreId, periodOf(span.from), lastPeriod(span), workers),
        keyOf: heatWorkKey,
        append: (facts) => store.appendHeatWork(facts),
      }),
      undoable<DayMarksFact>({
        source: DAY_MARKS_SOURCE,
        byIds: (centreId, some) => sheets.marksByIds(centreId, some),
        around: async (centreId, span, workers) =>
          (await Promise.all(periodsBetween(periodOf(span.from), lastPeriod(span)).map((period) => sheets.marks(centreId, period, workers)))).flat(),
        keyOf: dayMarksKey,
        append: (facts) => sheets.appendMarks(facts),
      }),
    ];
  }
}

/** Takes back an import of service before. Pay reads none of it, so no run makes use of it. */
@Injectable()
export class PriorServiceUndo extends KeyedRoom {
  protected readonly tables;

  constructor(store: AttendanceStore, clock: Clock, ids: Ids) {
    super(clock, ids);
    this.tables = [
      undoable<PriorServiceFact>({
        source: PRIOR_SERVICE,
        byIds: (centreId, some) => store.priorServicesByIds(centreId, some),
        around: (centreId, _, workers) => store.priorServices(centreId, workers),
        keyOf: priorServiceKey,
        append: (facts) => store.appendPriorServices(facts),
      }),
    ];
  }

  override async planUndo(actor: Actor, target: BatchTarget): Promise<BatchUndoPlan> {
    const plan = await super.planUndo(actor, target);
    return { ...plan, reach: { ...plan.reach, people: new Map() } };
  }

  /** It belongs to no month. */
  protected hold(): Promise<void> {
    return Promise.resolve();
  }
}

/** Attendance that was recorded for days in post which a batch brought about. */
@Injectable()
export class AttendanceWatch extends BatchWatch {
  constructor(private readonly store: AttendanceStore) {
    super();
  }

  async usesOf(centreId: Id, reach: BatchReach): Promise<DomainError[]> {
    return entriesIn(reach, (days, workers) => this.store.recordedSince(centreId, reach.recordedAt, days, workers));
  }
}

type Read = (days: DateRange, workers: { fromNo: number; toNo: number }) => Promise<readonly { workerNo: number; validFrom: string; validTo: string }[]>;

/** The first entry of each person that lies within days in post which the batch brought about. */
export async function entriesIn({ engaged }: BatchReach, read: Read): Promise<DomainError[]> {
  if (engaged.size === 0) return [];
  const numbers = [...engaged.keys()];
  const days = [...engaged.values()].reduce((a, b) => ({ from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }));
  const workers = { fromNo: numbers.reduce((a, b) => Math.min(a, b)), toNo: numbers.reduce((a, b) => Math.max(a, b)) };
  const found = new Map<number, DomainError>();
  for (const { workerNo, validFrom: from, validTo: to } of await read(days, workers)) {
    const stay = engaged.get(workerNo);
    if (!stay || found.has(workerNo) || !overlaps(stay, { from, to })) continue;
    found.set(workerNo, new DomainError('BATCH_ENTRY_SINCE', { workerNo, date: from }, { workerNo }));
  }
  return [...found.values()];
}
