import { addMonths, asOf, type Fact, firstDay, type Id, type LocalDate, type Period, yearOf } from '@gridstaff/kernel';
import { Database, type SqlValue } from '@gridstaff/persistence';
import { Injectable } from '@nestjs/common';
import {
  type FactStamp,
  type NewDeduction,
  type NewOpening,
  type NewProfile,
  type RehireCount,
  type SpecialDeduction,
  type TaxMode,
  type TaxOpening,
  type TaxProfile,
  type TaxRecord,
  type TaxScope,
  TaxStore,
  type TaxSums,
  type WorkerRange,
} from '../domain';

type SqlRow = Readonly<Record<string, SqlValue>>;
type WorkerFact = Fact & { row: SqlRow };

export const FACT_COLUMNS = [
  'id',
  'centre_id',
  'valid_from',
  'valid_to',
  'recorded_at',
  'recorded_by',
  'supersedes',
  'retracted',
  'worker_no',
];
const SUMS = ['income', 'exempt', 'special', 'other', 'relief', 'tax'] as const;
/** Run numbers named in one statement: a year has a few dozen runs. */
const RUNS_PER_QUERY = 24;
const EVERYONE: WorkerRange = { fromNo: 0, toNo: 2_147_483_647 };

/** Facts of a tax year differ by worker and agency or month: each of these is a timeline of its own. */
@Injectable()
export class SqlTaxStore extends TaxStore {
  constructor(private readonly db: Database) {
    super();
  }

  async facts(scope: TaxScope, range: WorkerRange): Promise<Map<number, Omit<TaxRecord, 'paid'>>> {
    const found = new Map<number, { openings: TaxOpening[]; profiles: TaxProfile[]; deductions: SpecialDeduction[] }>();
    const of = (
      workerNo: number,
    ): { openings: TaxOpening[]; profiles: TaxProfile[]; deductions: SpecialDeduction[] } => {
      const record = found.get(workerNo) ?? { openings: [], profiles: [], deductions: [] };
      found.set(workerNo, record);
      return record;
    };
    for (const row of await this.current('tax_opening', 'agency_id', scope, range))
      of(Number(row.worker_no)).openings.push(openingOf(row));
    for (const row of await this.current('tax_profile_fact', 'agency_id', scope, range))
      of(Number(row.worker_no)).profiles.push(profileOf(row));
    for (const row of await this.current('special_deduction_fact', 'valid_from', scope, range)) {
      of(Number(row.worker_no)).deductions.push({
        month: String(row.valid_from).slice(0, 7),
        toDate: Number(row.to_date),
      });
    }
    return found;
  }

  async paid(
    runNos: readonly number[],
    { fromNo, toNo }: WorkerRange,
  ): Promise<Map<number, (TaxSums & { agencyId: Id })[]>> {
    const found = new Map<number, (TaxSums & { agencyId: Id })[]>();
    for (let at = 0; at < runNos.length; at += RUNS_PER_QUERY) {
      // Unused places are filled with run 0, which does not exist, so that the statement keeps one shape.
      const runs = Array.from({ length: RUNS_PER_QUERY }, (_, i) => runNos[at + i] ?? 0);
      const rows = await this.db.query<SqlRow>(
        'SELECT worker_no, agency_id, SUM(tax_income) AS income, SUM(tax_exempt) AS exempt, SUM(tax_special) AS special, ' +
          'SUM(tax_other) AS other, SUM(tax_relief) AS relief, SUM(COALESCE(tax_wage, tax)) AS tax FROM payslip ' +
          `WHERE run_no IN (${runs.map(() => '?').join(', ')}) AND worker_no BETWEEN ? AND ? GROUP BY worker_no, agency_id`,
        [...runs, fromNo, toNo],
      );
      for (const row of rows) addPaid(found, Number(row.worker_no), String(row.agency_id), sumsOf(row));
    }
    return found;
  }

  async addOpenings(stamp: FactStamp, taxYear: number, rows: readonly NewOpening[]): Promise<void> {
    const range = yearRange(taxYear);
    await this.db.insert(
      'tax_opening',
      [...FACT_COLUMNS, 'agency_id', 'through_month', 'months', ...SUMS],
      rows.map((o) => [
        ...factHead(stamp, range, o.workerNo),
        o.agencyId,
        o.throughMonth,
        o.months,
        ...SUMS.map((key) => o[key]),
      ]),
    );
  }

  async addProfiles(stamp: FactStamp, taxYear: number, rows: readonly NewProfile[]): Promise<void> {
    const range = yearRange(taxYear);
    await this.db.insert(
      'tax_profile_fact',
      [...FACT_COLUMNS, 'agency_id', 'mode', 'prior_gross', 'same_unit_every_month', 'rehire'],
      rows.map((p) => [
        ...factHead(stamp, range, p.workerNo),
        p.agencyId,
        p.mode,
        p.priorGross,
        p.sameUnitEveryMonth ? 1 : 0,
        p.rehire === 'touched' ? null : p.rehire,
      ]),
    );
  }

  async addDeductions(stamp: FactStamp, month: Period, rows: readonly NewDeduction[]): Promise<void> {
    const range = { from: firstDay(month), to: firstDay(addMonths(month, 1)) };
    await this.db.insert(
      'special_deduction_fact',
      [...FACT_COLUMNS, 'to_date', 'categories'],
      rows.map((d) => [...factHead(stamp, range, d.workerNo), d.toDate, JSON.stringify(d.categories)]),
    );
  }

  async deductionsOf(centreId: Id, month: Period): Promise<NewDeduction[]> {
    const scope = { centreId, taxYear: yearOf(month), knownAt: Number.MAX_SAFE_INTEGER };
    return (await this.deductionsUpTo(scope, month))
      .filter((deduction) => deduction.month === month)
      .map(({ workerNo, toDate, categories }) => ({ workerNo, toDate, categories }));
  }

  async deductionsUpTo(scope: TaxScope, month: Period): Promise<(NewDeduction & { month: Period })[]> {
    const rows = await this.current('special_deduction_fact', 'valid_from', scope, EVERYONE);
    return rows
      .filter((row) => String(row.valid_from) <= firstDay(month))
      .map((row) => ({
        workerNo: Number(row.worker_no),
        month: String(row.valid_from).slice(0, 7),
        toDate: Number(row.to_date),
        categories: JSON.parse(String(row.categories)) as NewDeduction['categories'],
      }));
  }

  async profilesOf(centreId: Id, taxYear: number): Promise<NewProfile[]> {
    const scope = { centreId, taxYear, knownAt: Number.MAX_SAFE_INTEGER };
    return (await this.current('tax_profile_fact', 'agency_id', scope, EVERYONE)).map((row) => ({
      workerNo: Number(row.worker_no),
      ...profileOf(row),
      rehire: rehireOf(row),
      priorGross: row.prior_gross === null ? null : Number(row.prior_gross),
      sameUnitEveryMonth: Number(row.same_unit_every_month) === 1,
    }));
  }

  async openingsOf(centreId: Id, taxYear: number): Promise<NewOpening[]> {
    const scope = { centreId, taxYear, knownAt: Number.MAX_SAFE_INTEGER };
    return (await this.current('tax_opening', 'agency_id', scope, EVERYONE)).map((row) => ({
      workerNo: Number(row.worker_no),
      ...openingOf(row),
    }));
  }

  /** The rows that hold, one per worker and `part`, in the order of worker and part. One statement. */
  private async current(
    table: string,
    part: string,
    scope: TaxScope,
    { fromNo, toNo }: WorkerRange,
  ): Promise<SqlRow[]> {
    const { from, to } = yearRange(scope.taxYear);
    const rows = await this.db.query<SqlRow>(
      `SELECT * FROM ${table} WHERE centre_id = ? AND worker_no BETWEEN ? AND ? AND valid_from >= ? AND valid_from < ? AND recorded_at <= ? ` +
        `ORDER BY worker_no, ${part}, recorded_at, id`,
      [scope.centreId, fromNo, toNo, from, to, scope.knownAt],
    );
    const groups = new Map<string, WorkerFact[]>();
    for (const row of rows) {
      const key = `${row.worker_no} ${row[part]}`;
      const group = groups.get(key);
      if (group) group.push(factOf(row));
      else groups.set(key, [factOf(row)]);
    }
    const current: SqlRow[] = [];
    for (const facts of groups.values()) {
      const fact = asOf(facts, (facts[0] as WorkerFact).validFrom);
      if (fact) current.push(fact.row);
    }
    return current;
  }
}

const yearRange = (year: number): { from: LocalDate; to: LocalDate } => ({
  from: `${year}-01-01`,
  to: `${year + 1}-01-01`,
});

export const factHead = (stamp: FactStamp, range: { from: LocalDate; to: LocalDate }, workerNo: number): SqlValue[] => [
  ...[stamp.nextId(), stamp.centreId, range.from, range.to, stamp.recordedAt, stamp.recordedBy, null, 0, workerNo],
];

/** What every fact row says of itself. */
export const recordOf = (row: SqlRow): Fact & { centreId: Id; recordedBy: Id; supersedes: Id | null } => ({
  ...{ id: String(row.id), centreId: String(row.centre_id), validFrom: String(row.valid_from), validTo: String(row.valid_to) },
  ...{ recordedAt: Number(row.recorded_at), recordedBy: String(row.recorded_by), retracted: Number(row.retracted) === 1 },
  supersedes: row.supersedes === null ? null : String(row.supersedes),
});

const factOf = (row: SqlRow): WorkerFact => ({
  id: String(row.id),
  validFrom: String(row.valid_from),
  validTo: String(row.valid_to),
  recordedAt: Number(row.recorded_at),
  retracted: Number(row.retracted) === 1,
  row,
});

const sumsOf = (row: SqlRow): TaxSums => ({
  income: Number(row.income),
  exempt: Number(row.exempt),
  special: Number(row.special),
  other: Number(row.other),
  relief: Number(row.relief),
  tax: Number(row.tax),
});

const openingOf = (row: SqlRow): TaxOpening => ({
  agencyId: String(row.agency_id),
  throughMonth: Number(row.through_month),
  months: Number(row.months),
  ...sumsOf(row),
});

const rehireOf = (row: SqlRow): RehireCount => (row.rehire ?? 'touched') as RehireCount;

const profileOf = (row: SqlRow): TaxProfile => ({
  agencyId: String(row.agency_id),
  mode: row.mode as TaxMode,
  rehire: rehireOf(row),
});

function addPaid(
  found: Map<number, (TaxSums & { agencyId: Id })[]>,
  workerNo: number,
  agencyId: Id,
  sums: TaxSums,
): void {
  const known = found.get(workerNo) ?? [];
  found.set(workerNo, known);
  const same = known.findIndex((p) => p.agencyId === agencyId);
  if (same < 0) known.push({ agencyId, ...sums });
  else {
    const before = known[same] as TaxSums & { agencyId: Id };
    known[same] = {
      agencyId,
      income: before.income + sums.income,
      exempt: before.exempt + sums.exempt,
      special: before.special + sums.special,
      other: before.other + sums.other,
      relief: before.relief + sums.relief,
      tax: before.tax + sums.tax,
    };
  }
}
