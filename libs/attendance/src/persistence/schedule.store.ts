import type { Id, LocalDate, Period } from '@gridstaff/kernel';
import { Database, type Row } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { NumberRange } from '../domain/attendance-store';
import type { HoursFact } from '../domain/hours-system';
import { readSchedule, type ScheduleFact, scheduleText } from '../domain/schedule';
import { type ShiftPattern, ScheduleStore } from '../domain/schedule-store';
import type { ShiftFact } from '../domain/shift';
import { FACT, FACT_COLUMNS, factRow, readFacts } from './attendance.store';

/** The columns of every fact without the worker's number. */
const PLAIN = FACT.replace(', worker_no AS workerNo', '');
const PLAIN_COLUMNS = FACT_COLUMNS.filter((column) => column !== 'worker_no');
const plainRow = (fact: Omit<Parameters<typeof factRow>[0], 'workerNo'>): Row => factRow({ ...fact, workerNo: 0 }).slice(0, -1);

@Injectable()
export class SqlScheduleStore extends ScheduleStore {
  constructor(private readonly db: Database) {
    super();
  }

  shifts(centreId: Id): Promise<ShiftFact[]> {
    return readFacts(this.db, `SELECT ${PLAIN}, code, name, mark, starts, ends, rest, paid, colour FROM shift_fact WHERE centre_id = ?`, [centreId]);
  }

  async appendShifts(facts: readonly ShiftFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...plainRow(fact), fact.code, fact.name, fact.mark, fact.starts, fact.ends, fact.rest, fact.paid, fact.colour]);
    await this.db.insert('shift_fact', [...PLAIN_COLUMNS, 'code', 'name', 'mark', 'starts', 'ends', 'rest', 'paid', 'colour'], rows);
  }

  async schedules(centreId: Id, fromPeriod: Period, toPeriod: Period, { fromNo, toNo }: NumberRange): Promise<ScheduleFact[]> {
    const sql = `SELECT ${FACT}, period, days FROM schedule_fact WHERE centre_id = ? AND period BETWEEN ? AND ? AND worker_no BETWEEN ? AND ?`;
    const rows = await readFacts<Omit<ScheduleFact, 'days'> & { days: string }>(this.db, sql, [centreId, fromPeriod, toPeriod, fromNo, toNo]);
    return rows.map((row) => ({ ...row, days: readSchedule(row.days) }));
  }

  async appendSchedules(facts: readonly ScheduleFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...factRow(fact), fact.period, scheduleText(fact.days)]);
    await this.db.insert('schedule_fact', [...FACT_COLUMNS, 'period', 'days'], rows);
  }

  hours(centreId: Id, from: LocalDate, to: LocalDate): Promise<HoursFact[]> {
    return readFacts(this.db, `SELECT ${PLAIN}, subject, system, cycle, document FROM hours_fact WHERE centre_id = ? AND valid_from < ? AND valid_to > ?`, [centreId, to, from]);
  }

  async appendHours(facts: readonly HoursFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...plainRow(fact), fact.subject, fact.system, fact.cycle, fact.document]);
    await this.db.insert('hours_fact', [...PLAIN_COLUMNS, 'subject', 'system', 'cycle', 'document'], rows);
  }

  async patterns(centreId: Id): Promise<ShiftPattern[]> {
    const rows = await this.db.query<{ name: string; codes: string }>('SELECT name, codes FROM shift_pattern WHERE centre_id = ? ORDER BY name', [centreId]);
    return rows.map(({ name, codes }) => ({ name, codes: codes.split(',') }));
  }

  async putPattern(centreId: Id, { name, codes }: ShiftPattern): Promise<void> {
    await this.db.execute('DELETE FROM shift_pattern WHERE centre_id = ? AND name = ?', [centreId, name]);
    if (codes.length > 0) await this.db.insert('shift_pattern', ['centre_id', 'name', 'codes'], [[centreId, name, codes.join(',')]]);
  }
}
