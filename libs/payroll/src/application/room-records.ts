import { MonthFacts } from '@gridstaff/attendance';
import { PerformanceFacts } from '@gridstaff/evaluation';
import { Injectable } from '@nestjs/common';
import type { MonthRecord, WorkerRange } from '../domain';
import { MonthRecords, NO_RECORD, type RecordScope } from './month-records';

/** Attendance and evaluation read together, one call each. */
@Injectable()
export class RoomMonthRecords extends MonthRecords {
  constructor(
    private readonly attendance: MonthFacts,
    private readonly evaluation: PerformanceFacts,
  ) {
    super();
  }

  async load(scope: RecordScope, range: WorkerRange): Promise<Map<number, MonthRecord>> {
    const months = await this.attendance.load({ ...scope, ...range });
    const results = await this.evaluation.load({ ...scope, ...range });
    const records = new Map<number, MonthRecord>();
    for (const [workerNo, { absences, overtime, heatDays }] of months)
      records.set(workerNo, { ...NO_RECORD, absences, overtime, heatDays });
    for (const [workerNo, { coefficient, award }] of results) {
      records.set(workerNo, { ...(records.get(workerNo) ?? NO_RECORD), coefficient, award });
    }
    return records;
  }
}
