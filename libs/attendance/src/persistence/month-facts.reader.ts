import { endOfPeriod, type FactNotice, firstDay, type LateFactsQuery } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type AbsenceFact, keyOfFact } from '../domain/absence';
import { currentByKey } from '../domain/current';
import { type HeatWorkFact, heatWorkKey } from '../domain/heat-work';
import { MonthFacts, type MonthFactsQuery, type WorkerMonth } from '../domain/month-facts';
import { type OvertimeFact, overtimeKey } from '../domain/overtime';
import { readAbsences, readFacts, SELECT_HEAT_WORK, SELECT_OVERTIME } from './attendance.store';

/** Three statements, whatever the number of workers. */
@Injectable()
export class SqlMonthFacts extends MonthFacts {
  constructor(private readonly db: Database) {
    super();
  }

  async load({ centreId, period, knownAt, fromNo, toNo, ignored }: MonthFactsQuery): Promise<Map<number, WorkerMonth>> {
    const absences = await readAbsences(
      this.db,
      'WHERE centre_id = ? AND valid_from >= ? AND valid_from < ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ORDER BY worker_no, valid_from, kind, id',
      [centreId, firstDay(period), endOfPeriod(period), fromNo, toNo, knownAt],
    );
    const overtime = await readFacts<OvertimeFact>(
      this.db,
      `${SELECT_OVERTIME} WHERE centre_id = ? AND period = ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ORDER BY worker_no, id`,
      [centreId, period, fromNo, toNo, knownAt],
    );
    const heat = await readFacts<HeatWorkFact>(
      this.db,
      `${SELECT_HEAT_WORK} WHERE centre_id = ? AND period = ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ORDER BY worker_no, id`,
      [centreId, period, fromNo, toNo, knownAt],
    );
    const counts = ({ id }: { id: string }): boolean => !ignored?.has(id);
    const months = new Map<number, WorkerMonth>();
    const monthOf = (workerNo: number): WorkerMonth => {
      const month = months.get(workerNo) ?? { absences: [], overtime: { weekday: 0, restday: 0, holiday: 0, restdayOff: 0 }, heatDays: 0 };
      months.set(workerNo, month);
      return month;
    };
    for (const { workerNo, kind, validFrom, validTo, days } of currentByKey(absences.filter(counts), keyOfFact).values()) {
      monthOf(workerNo).absences.push({ kind, from: validFrom, to: validTo, days });
    }
    for (const { workerNo, weekday, restday, holiday, restdayOff = 0 } of currentByKey(overtime.filter(counts), overtimeKey).values()) {
      monthOf(workerNo).overtime = { weekday, restday, holiday, restdayOff };
    }
    for (const { workerNo, days } of currentByKey(heat.filter(counts), heatWorkKey).values()) monthOf(workerNo).heatDays = days;
    return months;
  }

  async late(query: LateFactsQuery): Promise<FactNotice[]> {
    const { centreId, from, to, since, knownAt } = query;
    const where = 'WHERE centre_id = ? AND valid_from < ? AND valid_to > ? AND recorded_at > ? AND recorded_at <= ?';
    const values = [centreId, to, from, since, knownAt];
    return [
      ...(await readAbsences(this.db, where, values)).map((f) => noticeOf('absence', f, { kind: f.kind, leaveKind: f.leaveKind, days: f.days })),
      ...(await readFacts<OvertimeFact>(this.db, `${SELECT_OVERTIME} ${where}`, values)).map((f) => noticeOf('overtime', f, { weekday: f.weekday, restday: f.restday, holiday: f.holiday, restdayOff: f.restdayOff ?? 0 })),
      ...(await readFacts<HeatWorkFact>(this.db, `${SELECT_HEAT_WORK} ${where}`, values)).map((f) => noticeOf('heat_work', f, { days: f.days })),
    ];
  }
}

function noticeOf(kind: string, fact: AbsenceFact | OvertimeFact | HeatWorkFact, values: FactNotice['values']): FactNotice {
  const { id, workerNo, validFrom, validTo, recordedAt, recordedBy, retracted } = fact;
  return { id, kind, workerNo, key: null, validFrom, validTo, recordedAt, recordedBy, retracted, values };
}
