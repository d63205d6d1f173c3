import { endOfPeriod, firstDay } from '@gridstaff/kernel';
import { Database } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import { type AbsenceFact, keyOfFact } from '../domain/absence';
import { currentByKey } from '../domain/current';
import { MonthFacts, type MonthFactsQuery, type WorkerMonth } from '../domain/month-facts';
import { type OvertimeFact, overtimeKey } from '../domain/overtime';
import { readFacts, SELECT_ABSENCE, SELECT_OVERTIME } from './attendance.store';

/** Two statements, whatever the number of workers. */
@Injectable()
export class SqlMonthFacts extends MonthFacts {
  constructor(private readonly db: Database) {
    super();
  }

  async load({ centreId, period, knownAt, fromNo, toNo }: MonthFactsQuery): Promise<Map<number, WorkerMonth>> {
    const absences = await readFacts<AbsenceFact>(
      this.db,
      `${SELECT_ABSENCE} WHERE centre_id = ? AND valid_from >= ? AND valid_from < ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ORDER BY worker_no, valid_from, kind, id`,
      [centreId, firstDay(period), endOfPeriod(period), fromNo, toNo, knownAt],
    );
    const overtime = await readFacts<OvertimeFact>(
      this.db,
      `${SELECT_OVERTIME} WHERE centre_id = ? AND period = ? AND worker_no BETWEEN ? AND ? AND recorded_at <= ? ORDER BY worker_no, id`,
      [centreId, period, fromNo, toNo, knownAt],
    );
    const months = new Map<number, WorkerMonth>();
    const monthOf = (workerNo: number): WorkerMonth => {
      const month = months.get(workerNo) ?? { absences: [], overtime: { weekday: 0, restday: 0, holiday: 0 } };
      months.set(workerNo, month);
      return month;
    };
    for (const { workerNo, kind, validFrom, validTo, days } of currentByKey(absences, keyOfFact).values()) {
      monthOf(workerNo).absences.push({ kind, from: validFrom, to: validTo, days });
    }
    for (const { workerNo, weekday, restday, holiday } of currentByKey(overtime, overtimeKey).values()) {
      monthOf(workerNo).overtime = { weekday, restday, holiday };
    }
    return months;
  }
}
