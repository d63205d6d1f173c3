import { DomainError, type Id, invariant, type LocalDate, type Page, type PageRequest, type Period, periodOf } from '@gridstaff/kernel';
import {
  Database,
  expectOne,
  type Keyset,
  keysetPage,
  keysetSql,
  mapDriverError,
  type SqlValue,
} from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type AgencyTotals,
  type BasisRun,
  FROZEN,
  type FundTotals,
  type NewRun,
  type PayRun,
  type RunChanges,
  type RunEvent,
  type RunFilter,
  type RunSort,
  type RunStatus,
  RunStore,
  type Totals,
} from '../domain';
import { RunFundParts } from './run-fund-parts';
import { readTotals, TOTAL_COLUMNS, TOTAL_NAMES } from './totals';

/** After every work month. */
const NEVER: Period = '9999-13';
const FROZEN_LIST = FROZEN.map((status) => `'${status}'`).join(', ');
const ORDERS: Keyset<RunSort> = {
  fields: { no: 'no', period: 'period', payDate: 'pay_date' },
  key: 'no',
  keyName: 'no',
};
/** Two runs created at once take the same number: the key lets one in, the other takes the next. */
const NUMBER_ATTEMPTS = 5;

/** Property of a run and its column; totals apart, which have a list of their own. */
const COLUMNS = [
  ['id', 'id'],
  ['no', 'no'],
  ['centreId', 'centre_id'],
  ['period', 'period'],
  ['kind', 'kind'],
  ['seq', 'seq'],
  ['payDate', 'pay_date'],
  ['taxMonth', 'tax_month'],
  ['fiscalYear', 'fiscal_year'],
  ['fundId', 'fund_id'],
  ['replacesRunId', 'replaces_run_id'],
  ['correctsRunId', 'corrects_run_id'],
  ['status', 'status'],
  ['version', 'version'],
  ['calcNo', 'calc_no'],
  ['jobId', 'job_id'],
  ['knownAt', 'known_at'],
  ['engineVersion', 'engine_version'],
  ['schemeId', 'scheme_id'],
  ['parametersHash', 'parameters_hash'],
  ['programHash', 'program_hash'],
  ['basis', 'basis'],
  ['people', 'people'],
  ['excluded', 'excluded'],
  ['hash', 'hash'],
  ['preparedBy', 'prepared_by'],
  ['preparedPerson', 'prepared_person'],
  ['editedPerson', 'edited_person'],
  ['submittedBy', 'submitted_by'],
  ['submittedPerson', 'submitted_person'],
  ['checkedBy', 'checked_by'],
  ['checkedPerson', 'checked_person'],
  ['approvedBy', 'approved_by'],
  ['approvedPerson', 'approved_person'],
  ['createdAt', 'created_at'],
] as const;

/** `parameters` is long and rarely needed, so it is read apart. */
const SELECT = `SELECT ${[...COLUMNS.map(([, column]) => column), ...TOTAL_NAMES].map((c) => `\`${c}\``).join(', ')} FROM pay_run`;
const COLUMN_OF = new Map<string, string>([
  ...COLUMNS.map(([key, column]) => [key, column] as const),
  ...TOTAL_COLUMNS,
  ['parameters', 'parameters'],
]);

type RunRow = Readonly<Record<string, SqlValue>>;

@Injectable()
export class SqlRunStore extends RunStore {
  private readonly parts: RunFundParts;

  constructor(private readonly db: Database) {
    super();
    this.parts = new RunFundParts(db);
  }

  async insert(run: NewRun): Promise<PayRun> {
    for (let attempt = 1; ; attempt++) {
      try {
        await this.insertOnce(run);
        return await this.get(run.id);
      } catch (error) {
        const mapped = mapDriverError(error);
        const taken = mapped instanceof DomainError && mapped.code === 'DUPLICATE_KEY';
        if (!taken || attempt >= NUMBER_ATTEMPTS) throw error;
      }
    }
  }

  private async insertOnce(run: NewRun): Promise<void> {
    const last = await this.db.one<{ no: number | null; seq: number | null }>(
      'SELECT MAX(no) AS no, MAX(CASE WHEN centre_id = ? AND period = ? AND kind = ? THEN seq END) AS seq FROM pay_run',
      [run.centreId, run.period, run.kind],
    );
    const row: Record<string, SqlValue> = {
      ...run,
      no: Number(last?.no ?? 0) + 1,
      seq: Number(last?.seq ?? 0) + 1,
      editedPerson: run.preparedPerson,
      status: 'draft',
      version: 1,
      calcNo: 0,
      people: 0,
      excluded: 0,
      ...Object.fromEntries(TOTAL_COLUMNS.map(([key]) => [key, 0])),
    };
    const keys = Object.keys(row);
    const columns = keys.map((key) => columnOf(key));
    await this.db.insert('pay_run', columns, [keys.map((key) => row[key] ?? null)]);
  }

  async get(id: Id): Promise<PayRun> {
    const row = await this.db.one<RunRow>(`${SELECT} WHERE id = ?`, [id]);
    if (!row) throw new DomainError('NOT_FOUND', { what: 'pay run' });
    return toRun(row);
  }

  async byNo(no: number): Promise<PayRun | undefined> {
    const row = await this.db.one<RunRow>(`${SELECT} WHERE no = ?`, [no]);
    return row && toRun(row);
  }

  async parametersOf(id: Id): Promise<string | null> {
    const row = await this.db.one<{ parameters: string | null }>('SELECT parameters FROM pay_run WHERE id = ?', [id]);
    return row?.parameters ?? null;
  }

  async list(filter: RunFilter, page: PageRequest<RunSort>): Promise<Page<PayRun>> {
    if (filter.centreIds !== '*' && filter.centreIds.length === 0) return { rows: [], next: null };
    const where: string[] = [];
    const parameters: SqlValue[] = [];
    if (filter.centreIds !== '*') {
      where.push(`centre_id IN (${filter.centreIds.map(() => '?').join(', ')})`);
      parameters.push(...filter.centreIds);
    }
    if (filter.period !== undefined) {
      where.push('period = ?');
      parameters.push(filter.period);
    }
    if (filter.status !== undefined) {
      where.push('status = ?');
      parameters.push(filter.status);
    }
    const { column, after, parameters: place, tail } = keysetSql(ORDERS, page);
    const sql = `${SELECT.replace(' FROM', `, ${column} FROM`)} WHERE ${['1 = 1', ...where].join(' AND ')}${after} ${tail}`;
    const found = keysetPage(ORDERS, await this.db.query<RunRow>(sql, [...parameters, ...place]), page.limit);
    return { ...found, rows: found.rows.map(toRun) };
  }

  async byNumbers(numbers: readonly number[]): Promise<PayRun[]> {
    if (numbers.length === 0) return [];
    const sql = `${SELECT} WHERE no IN (${numbers.map(() => '?').join(', ')}) ORDER BY no`;
    return (await this.db.query<RunRow>(sql, numbers)).map(toRun);
  }

  async move(run: PayRun, to: RunStatus, changes: RunChanges): Promise<PayRun> {
    const keys = Object.keys(changes);
    const set = keys.map((key) => `\`${columnOf(key)}\` = ?`);
    const values = keys.map((key) => sqlOf(changes[key as keyof RunChanges]));
    const affected = await this.db.execute(
      `UPDATE pay_run SET ${['status = ?', 'version = version + 1', ...set].join(', ')} WHERE id = ? AND status = ? AND version = ?`,
      [to, ...values, run.id, run.status, run.version],
    );
    expectOne(affected, `run ${run.no}`);
    return this.get(run.id);
  }

  async addEvent(runNo: number, event: Omit<RunEvent, 'seq'>): Promise<void> {
    const last = await this.db.one<{ seq: number | null }>(
      'SELECT MAX(seq) AS seq FROM pay_run_event WHERE run_no = ?',
      [runNo],
    );
    await this.db.insert(
      'pay_run_event',
      ['run_no', 'seq', 'step', 'from_status', 'to_status', 'user_id', 'person_id', 'reason', 'at'],
      [
        [
          runNo,
          Number(last?.seq ?? 0) + 1,
          event.step,
          event.fromStatus,
          event.toStatus,
          event.userId,
          event.personId,
          event.reason,
          event.at,
        ],
      ],
    );
  }

  async events(runNo: number): Promise<RunEvent[]> {
    const rows = await this.db.query<RunRow>('SELECT * FROM pay_run_event WHERE run_no = ? ORDER BY seq', [runNo]);
    return rows.map((row) => ({
      seq: Number(row.seq),
      step: row.step as RunEvent['step'],
      fromStatus: row.from_status as RunStatus,
      toStatus: row.to_status as RunStatus,
      userId: String(row.user_id),
      personId: String(row.person_id),
      reason: row.reason as string | null,
      at: Number(row.at),
    }));
  }

  async basis(run: Pick<PayRun, 'no' | 'centreId' | 'taxMonth'>, before: Period = NEVER): Promise<BasisRun[]> {
    const rows = await this.db.query<{ no: number; hash: string }>(
      `SELECT no, hash FROM pay_run WHERE centre_id = ? AND tax_month >= ? AND tax_month <= ? AND no <> ? AND period < ? AND status IN (${FROZEN_LIST}) ORDER BY no`,
      [run.centreId, `${run.taxMonth.slice(0, 4)}-01`, run.taxMonth, run.no, before],
    );
    return rows.map((row) => ({ no: Number(row.no), hash: row.hash }));
  }

  async frozen({ no, centreId }: Pick<PayRun, 'no' | 'centreId'>, from: Period): Promise<BasisRun[]> {
    const rows = await this.db.query<{ no: number; hash: string }>(
      `SELECT no, hash FROM pay_run WHERE centre_id = ? AND no <> ? AND period >= ? AND status IN (${FROZEN_LIST}) ORDER BY no`,
      [centreId, no, from],
    );
    return rows.map((row) => ({ no: Number(row.no), hash: row.hash }));
  }

  async readersSince(centreId: Id, since: number, from: LocalDate): Promise<{ no: number; period: Period }[]> {
    const rows = await this.db.query<{ no: number; period: Period }>(
      `SELECT no, period FROM pay_run WHERE centre_id = ? AND known_at >= ? AND period >= ? AND status IN (${FROZEN_LIST}) ORDER BY no`,
      [centreId, since, periodOf(from)],
    );
    return rows.map(({ no, period }) => ({ no: Number(no), period }));
  }

  async peopleOf(runNo: number, fromNo: number, toNo: number): Promise<number[]> {
    const of = (table: string): Promise<{ no: number }[]> =>
      this.db.query(`SELECT worker_no AS no FROM ${table} WHERE run_no = ? AND worker_no BETWEEN ? AND ?`, [runNo, fromNo, toNo]);
    return [...(await of('payslip')), ...(await of('pay_exclusion'))].map(({ no }) => no);
  }

  async laterRun(run: Pick<PayRun, 'no' | 'centreId' | 'taxMonth'>, counting: boolean): Promise<number | undefined> {
    const year = run.taxMonth.slice(0, 4);
    // Differences may be measured against runs of earlier years, cumulative tax only against its own.
    const last = counting ? '9999-12' : `${year}-12`;
    const rows = await this.db.query<{ no: number; tax_month: string; basis: string | null }>(
      `SELECT no, tax_month, basis FROM pay_run WHERE centre_id = ? AND tax_month >= ? AND tax_month <= ? AND no <> ? AND status IN (${FROZEN_LIST}) ORDER BY no DESC`,
      [run.centreId, counting ? `${year}-01` : run.taxMonth, last, run.no],
    );
    const later = rows.find((row) =>
      counting ? basisOf(row.basis)?.some((b) => b.no === run.no) : row.tax_month > run.taxMonth,
    );
    return later && Number(later.no);
  }

  async sumUp(
    { no: runNo, fundId, fiscalYear }: Pick<PayRun, 'no' | 'fundId' | 'fiscalYear'>,
    earlier: readonly number[],
  ): Promise<Totals & { people: number }> {
    const sums = TOTAL_NAMES.map((c) => `SUM(\`${c}\`) AS \`${c}\``).join(', ');
    const rows = await this.db.query<RunRow>(
      `SELECT agency_id, COUNT(*) AS people, ${sums} FROM payslip WHERE run_no = ? GROUP BY agency_id ORDER BY agency_id`,
      [runNo],
    );
    await this.db.execute('DELETE FROM pay_run_agency WHERE run_no = ?', [runNo]);
    await this.db.insert(
      'pay_run_agency',
      ['run_no', 'agency_id', 'people', ...TOTAL_NAMES],
      rows.map((row) => [runNo, row.agency_id ?? null, Number(row.people), ...TOTAL_NAMES.map((c) => Number(row[c]))]),
    );
    await this.parts.sumUp(runNo, fundId, await this.parts.credits(earlier, fiscalYear));
    const total = { people: 0, ...readTotals({}) };
    for (const row of rows) {
      const part = readTotals(row);
      for (const [key] of TOTAL_COLUMNS) total[key] += part[key];
      total.people += Number(row.people);
    }
    return total;
  }

  async agencies(runNo: number): Promise<AgencyTotals[]> {
    const rows = await this.db.query<RunRow>('SELECT * FROM pay_run_agency WHERE run_no = ? ORDER BY agency_id', [
      runNo,
    ]);
    return rows.map((row) => ({
      agencyId: String(row.agency_id),
      people: Number(row.people),
      ...readTotals(row),
    }));
  }

  funds(runNo: number): Promise<FundTotals[]> {
    return this.parts.of(runNo);
  }

  setReservation(
    runNo: number,
    part: Pick<FundTotals, 'agencyId' | 'fundId'>,
    reservationId: Id | null,
  ): Promise<void> {
    return this.parts.setReservation(runNo, part, reservationId);
  }
}

function columnOf(key: string): string {
  const column = COLUMN_OF.get(key);
  invariant(column, `pay_run has no column for ${key}`);
  return column;
}

const sqlOf = (value: unknown): SqlValue =>
  value === undefined
    ? null
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : (value as SqlValue);

const basisOf = (text: SqlValue | undefined): BasisRun[] | null =>
  typeof text === 'string' ? (JSON.parse(text) as BasisRun[]) : null;

function toRun(row: RunRow): PayRun {
  const number = (column: string): number => Number(row[column]);
  const text = <T extends string>(column: string): T => row[column] as T;
  const maybe = (column: string): string | null => row[column] as string | null;
  return {
    id: text('id'),
    no: number('no'),
    centreId: text('centre_id'),
    period: text('period'),
    kind: text<PayRun['kind']>('kind'),
    seq: number('seq'),
    payDate: text('pay_date'),
    taxMonth: text('tax_month'),
    fiscalYear: number('fiscal_year'),
    fundId: text('fund_id'),
    replacesRunId: maybe('replaces_run_id'),
    correctsRunId: maybe('corrects_run_id'),
    status: text<RunStatus>('status'),
    version: number('version'),
    calcNo: number('calc_no'),
    jobId: maybe('job_id'),
    knownAt: row.known_at === null ? null : number('known_at'),
    engineVersion: maybe('engine_version'),
    schemeId: maybe('scheme_id'),
    parametersHash: maybe('parameters_hash'),
    programHash: maybe('program_hash'),
    basis: basisOf(row.basis),
    people: number('people'),
    excluded: number('excluded'),
    hash: maybe('hash'),
    preparedBy: text('prepared_by'),
    preparedPerson: text('prepared_person'),
    editedPerson: text('edited_person'),
    submittedBy: maybe('submitted_by'),
    submittedPerson: maybe('submitted_person'),
    checkedBy: maybe('checked_by'),
    checkedPerson: maybe('checked_person'),
    approvedBy: maybe('approved_by'),
    approvedPerson: maybe('approved_person'),
    createdAt: number('created_at'),
    ...readTotals(row),
  };
}
