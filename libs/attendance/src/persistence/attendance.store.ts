import type { DateRange, Id, LocalDate, Period } from '@gridstaff/kernel';
import { Database, inSlices, type Row, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import type { AbsenceFact } from '../domain/absence';
import { AttendanceStore, type Entry, type NumberRange } from '../domain/attendance-store';
import type { HeatWorkFact } from '../domain/heat-work';
import type { LeaveBalanceFact } from '../domain/leave-balance';
import type { OvertimeFact } from '../domain/overtime';
import type { PriorServiceFact } from '../domain/prior-service';

export const FACT = 'id, centre_id AS centreId, valid_from AS validFrom, valid_to AS validTo, recorded_at AS recordedAt, recorded_by AS recordedBy, supersedes, retracted, worker_no AS workerNo';
export const FACT_COLUMNS = ['id', 'centre_id', 'valid_from', 'valid_to', 'recorded_at', 'recorded_by', 'supersedes', 'retracted', 'worker_no'];

const SELECT_ABSENCE = `SELECT ${FACT}, kind, leave_kind AS leaveKind, days FROM absence_fact`;
export const SELECT_OVERTIME = `SELECT ${FACT}, period, weekday, restday, holiday, COALESCE(restday_off, 0) AS restdayOff FROM overtime_fact`;
export const SELECT_HEAT_WORK = `SELECT ${FACT}, period, days FROM heat_work_fact`;
const SELECT_BALANCE = `SELECT ${FACT}, year, kind, days FROM leave_balance_fact`;

const SELECT_PRIOR = `SELECT ${FACT}, months, continuous_from AS continuousFrom, evidence FROM prior_service_fact`;

type StoredFact = Omit<LeaveBalanceFact, 'year' | 'kind' | 'days'>;

export const factRow = (fact: StoredFact): Row => [
  ...[fact.id, fact.centreId, fact.validFrom, fact.validTo, fact.recordedAt, fact.recordedBy, fact.supersedes],
  ...[fact.retracted ? 1 : 0, fact.workerNo],
];

/** Facts as the statements above give them, the flag made a boolean. */
export async function readFacts<F extends { retracted: boolean }>(db: Database, sql: string, parameters: readonly SqlValue[]): Promise<F[]> {
  const rows = await db.query<F>(sql, parameters);
  for (const row of rows) row.retracted = Number(row.retracted) === 1;
  return rows;
}

/** The CHECK of the table knows no kind for it: maternity leave is stored as unpaid leave that says what it is for. */
const MATERNITY = { kind: 'unpaid', leaveKind: 'maternity' } as const;

export async function readAbsences(db: Database, where: string, parameters: readonly SqlValue[]): Promise<AbsenceFact[]> {
  const facts = await readFacts<AbsenceFact>(db, `${SELECT_ABSENCE} ${where}`, parameters);
  for (const fact of facts) {
    if (fact.kind === MATERNITY.kind && fact.leaveKind === MATERNITY.leaveKind) Object.assign(fact, { kind: 'maternity', leaveKind: null });
  }
  return facts;
}

@Injectable()
export class SqlAttendanceStore extends AttendanceStore {
  constructor(private readonly db: Database) {
    super();
  }

  absences(centreId: Id, from: LocalDate, to: LocalDate, { fromNo, toNo }: NumberRange): Promise<AbsenceFact[]> {
    return readAbsences(this.db, 'WHERE centre_id = ? AND valid_from >= ? AND valid_from < ? AND worker_no BETWEEN ? AND ?', [centreId, from, to, fromNo, toNo]);
  }

  overtime(centreId: Id, fromPeriod: Period, toPeriod: Period, { fromNo, toNo }: NumberRange): Promise<OvertimeFact[]> {
    return readFacts(this.db, `${SELECT_OVERTIME} WHERE centre_id = ? AND period BETWEEN ? AND ? AND worker_no BETWEEN ? AND ?`, [centreId, fromPeriod, toPeriod, fromNo, toNo]);
  }

  heatWork(centreId: Id, fromPeriod: Period, toPeriod: Period, { fromNo, toNo }: NumberRange): Promise<HeatWorkFact[]> {
    return readFacts(this.db, `${SELECT_HEAT_WORK} WHERE centre_id = ? AND period BETWEEN ? AND ? AND worker_no BETWEEN ? AND ?`, [centreId, fromPeriod, toPeriod, fromNo, toNo]);
  }

  balances(centreId: Id, fromYear: number, toYear: number, { fromNo, toNo }: NumberRange): Promise<LeaveBalanceFact[]> {
    return readFacts(this.db, `${SELECT_BALANCE} WHERE centre_id = ? AND year BETWEEN ? AND ? AND worker_no BETWEEN ? AND ?`, [centreId, fromYear, toYear, fromNo, toNo]);
  }

  async absenceById(centreId: Id, id: Id): Promise<AbsenceFact | undefined> {
    const [fact] = await readAbsences(this.db, 'WHERE id = ? AND centre_id = ?', [id, centreId]);
    return fact;
  }

  absencesByIds(centreId: Id, ids: readonly Id[]): Promise<AbsenceFact[]> {
    return inSlices(ids, (marks, slice) => readAbsences(this.db, `WHERE centre_id = ? AND id IN (${marks})`, [centreId, ...slice]));
  }

  overtimeByIds(centreId: Id, ids: readonly Id[]): Promise<OvertimeFact[]> {
    return inSlices(ids, (marks, slice) => readFacts<OvertimeFact>(this.db, `${SELECT_OVERTIME} WHERE centre_id = ? AND id IN (${marks})`, [centreId, ...slice]));
  }

  heatWorkByIds(centreId: Id, ids: readonly Id[]): Promise<HeatWorkFact[]> {
    return inSlices(ids, (marks, slice) => readFacts<HeatWorkFact>(this.db, `${SELECT_HEAT_WORK} WHERE centre_id = ? AND id IN (${marks})`, [centreId, ...slice]));
  }

  async recordedSince(centreId: Id, since: number, days: DateRange, { fromNo, toNo }: NumberRange): Promise<Entry[]> {
    const found: Entry[] = [];
    for (const table of ['absence_fact', 'overtime_fact', 'heat_work_fact', 'leave_balance_fact']) {
      const sql = `SELECT ${FACT} FROM ${table} WHERE centre_id = ? AND recorded_at >= ? AND valid_from < ? AND valid_to > ? AND worker_no BETWEEN ? AND ?`;
      const rows = await readFacts<Entry>(this.db, sql, [centreId, since, days.to, days.from, fromNo, toNo]);
      // What replaces or takes back one of these is among them: it was recorded later for the same days.
      const replaced = new Set(rows.map(({ supersedes }) => supersedes));
      found.push(...rows.filter((row) => !row.retracted && !replaced.has(row.id)));
    }
    return found;
  }

  async appendAbsences(facts: readonly AbsenceFact[]): Promise<void> {
    const rows = facts.map((fact): Row => {
      const { kind, leaveKind } = fact.kind === 'maternity' ? MATERNITY : fact;
      return [...factRow(fact), kind, leaveKind, fact.days];
    });
    await this.db.insert('absence_fact', [...FACT_COLUMNS, 'kind', 'leave_kind', 'days'], rows);
  }

  async appendOvertime(facts: readonly OvertimeFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...factRow(fact), fact.period, fact.weekday, fact.restday, fact.holiday, fact.restdayOff ?? 0]);
    await this.db.insert('overtime_fact', [...FACT_COLUMNS, 'period', 'weekday', 'restday', 'holiday', 'restday_off'], rows);
  }

  async appendHeatWork(facts: readonly HeatWorkFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...factRow(fact), fact.period, fact.days]);
    await this.db.insert('heat_work_fact', [...FACT_COLUMNS, 'period', 'days'], rows);
  }

  async appendBalances(facts: readonly LeaveBalanceFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...factRow(fact), fact.year, fact.kind, fact.days]);
    await this.db.insert('leave_balance_fact', [...FACT_COLUMNS, 'year', 'kind', 'days'], rows);
  }

  priorServices(centreId: Id, { fromNo, toNo }: NumberRange): Promise<PriorServiceFact[]> {
    return readFacts(this.db, `${SELECT_PRIOR} WHERE centre_id = ? AND worker_no BETWEEN ? AND ?`, [centreId, fromNo, toNo]);
  }

  priorServicesByIds(centreId: Id, ids: readonly Id[]): Promise<PriorServiceFact[]> {
    return inSlices(ids, (marks, slice) => readFacts<PriorServiceFact>(this.db, `${SELECT_PRIOR} WHERE centre_id = ? AND id IN (${marks})`, [centreId, ...slice]));
  }

  async appendPriorServices(facts: readonly PriorServiceFact[]): Promise<void> {
    const rows = facts.map((fact): Row => [...factRow(fact), fact.months, fact.continuousFrom, fact.evidence]);
    await this.db.insert('prior_service_fact', [...FACT_COLUMNS, 'months', 'continuous_from', 'evidence'], rows);
  }
}
