import { LeaveBalances } from '@gridstaff/attendance';
import type { Actor, Permission } from '@gridstaff/contracts';
import {
  type CellError,
  type ImportContext,
  ImportHandler,
  type ImportPlan,
  type ParsedRow,
  type SheetSpec,
} from '@gridstaff/exchange';
import { FundLedger, FundReader } from '@gridstaff/fund';
import { DomainError, type Id, ratio } from '@gridstaff/kernel';
import { WorkerDirectory } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type NewOpening, type NewProfile, TaxStore } from '../../domain';
import { checkOpening, checkProfile, TaxRecords } from '../tax-records';
import { AgencyOfYear } from './agency-of-year';
import { LEAVE_SHEET, SPENT_SHEET, TAX_SHEET } from './opening-sheets';
import { number, RowErrors, text, type WorkerRow, workersOf } from './row-workers';
import { profileOf, sameProfile } from './tax-mode';

const TAX_FIELDS = ['throughMonth', 'months', 'income', 'exempt', 'special', 'other', 'relief', 'tax'] as const;
/** Leave days with at most two decimals. */
const HUNDREDTHS = ratio.rational(100);

/** What an office brings along when it begins in mid-year: tax to date, tax modes, leave left, fund already spent. */
@Injectable()
export class OpeningImport extends ImportHandler {
  readonly kind = 'opening';
  readonly permission: Permission = 'opening:import';
  readonly needsPeriod = false;
  readonly sheets = [TAX_SHEET, LEAVE_SHEET, SPENT_SHEET];

  constructor(
    private readonly directory: WorkerDirectory,
    private readonly agencies: AgencyOfYear,
    private readonly store: TaxStore,
    private readonly records: TaxRecords,
    private readonly leave: LeaveBalances,
    private readonly funds: FundReader,
    private readonly ledger: FundLedger,
    private readonly clock: Clock,
  ) {
    super();
  }

  async plan({ actor, centreId }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const of = (sheet: SheetSpec): ParsedRow[] => rows.filter((row) => row.sheet === sheet.zh);
    const parts = [
      await this.tax(actor, centreId, of(TAX_SHEET)),
      await this.leaves(actor, centreId, of(LEAVE_SHEET)),
      await this.spent(actor, centreId, of(SPENT_SHEET)),
    ];
    const sum = (key: 'created' | 'changed' | 'same'): number => parts.reduce((total, part) => total + part[key], 0);
    return {
      created: sum('created'),
      changed: sum('changed'),
      same: sum('same'),
      errors: parts.flatMap((part) => part.errors),
      apply: async () => {
        for (const part of parts) await part.apply();
      },
    };
  }

  private async tax(actor: Actor, centreId: Id, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors = new RowErrors(TAX_SHEET);
    const workers = await workersOf(
      this.directory,
      centreId,
      rows,
      errors,
      (row, no) => `${number(row, 'taxYear')} ${no}`,
    );
    const plans: ImportPlan[] = [];
    for (const year of new Set(workers.map(({ row }) => number(row, 'taxYear') ?? 0))) {
      plans.push(
        await this.taxYear(
          actor,
          centreId,
          year,
          workers.filter(({ row }) => number(row, 'taxYear') === year),
          errors,
        ),
      );
    }
    return together(plans, errors.list);
  }

  private async taxYear(
    actor: Actor,
    centreId: Id,
    year: number,
    rows: readonly WorkerRow[],
    errors: RowErrors,
  ): Promise<ImportPlan> {
    const through = new Map(rows.map(({ row, workerNo }) => [workerNo, number(row, 'throughMonth') ?? 0]));
    const agencies = await this.agencies.agencies(centreId, year, (no) => through.get(no) ?? 0, this.clock.millis());
    const openings = byWorker(await this.store.openingsOf(centreId, year));
    const profiles = byWorker(await this.store.profilesOf(centreId, year));
    const limit = await this.limitOf(centreId, year, rows, errors);
    const counts = { created: 0, changed: 0, same: 0 };
    const newOpenings: NewOpening[] = [];
    const newProfiles: NewProfile[] = [];
    for (const { row, workerNo } of rows) {
      const agencyId = agencies.get(workerNo);
      if (agencyId === undefined) {
        errors.add(row, 'workerNo', 'NOT_EMPLOYED', { year });
        continue;
      }
      const opening = openingOf(row, workerNo, agencyId);
      const held = profiles.get(workerNo)?.find((p) => p.agencyId === agencyId);
      const profile = profileOf(row, workerNo, agencyId, held);
      errors.attempt(row, () => checkOpening(opening));
      if (profile && limit !== undefined) errors.attempt(row, () => checkProfile(profile, limit));
      const before = openings.get(workerNo)?.find((o) => o.agencyId === agencyId);
      const opens = !before || TAX_FIELDS.some((key) => before[key] !== opening[key]);
      const profiled = profile && !sameProfile(profile, held);
      if (opens) newOpenings.push(opening);
      if (profiled) newProfiles.push(profile);
      counts[opens && !before ? 'created' : opens || profiled ? 'changed' : 'same'] += 1;
    }
    const apply = async (): Promise<void> => {
      await this.records.recordOpenings(actor, centreId, year, newOpenings);
      await this.records.recordProfiles(actor, centreId, year, newProfiles, 'opening:import');
    };
    return { ...counts, errors: [], apply };
  }

  /** A year that no pack covers is an error of each of its rows. */
  private async limitOf(
    centreId: Id,
    year: number,
    rows: readonly WorkerRow[],
    errors: RowErrors,
  ): Promise<number | undefined> {
    try {
      return await this.records.lowIncomeLimit(centreId, year);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'NO_PARAMETERS') throw error;
      for (const { row } of rows)
        errors.add(row, 'taxYear', 'NO_PARAMETERS', { region: String(error.params.region), period: `${year}-01` });
      return undefined;
    }
  }

  private async leaves(actor: Actor, centreId: Id, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors = new RowErrors(LEAVE_SHEET);
    const workers = await workersOf(
      this.directory,
      centreId,
      rows,
      errors,
      (row, no) => `${number(row, 'year')} ${no}`,
    );
    const read = workers.flatMap(({ row, workerNo }) => {
      const days = errors.attempt(row, () => hundredths(text(row, 'days') ?? ''));
      return days === undefined
        ? []
        : [{ row, balance: { workerNo, year: number(row, 'year') ?? 0, kind: 'annual' as const, days } }];
    });
    if (read.length === 0) return together([], errors.list);
    const plan = await this.leave.plan(
      actor,
      centreId,
      read.map(({ balance }) => balance),
    );
    for (const { index, error } of plan.problems) {
      const at = read[index];
      if (at)
        errors.attempt(at.row, () => {
          throw error;
        });
    }
    return {
      created: plan.created,
      changed: plan.changed,
      same: plan.same,
      errors: errors.list,
      apply: () => plan.apply(),
    };
  }

  /** Once per fund: a fund that has an opening already, or too little money, refuses. */
  private async spent(actor: Actor, centreId: Id, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    const errors = new RowErrors(SPENT_SHEET);
    const openings: Parameters<FundLedger['recordOpeningSpent']>[1][] = [];
    for (const row of rows) {
      const fund = await this.funds.named(centreId, number(row, 'fiscalYear') ?? 0, text(row, 'fund') ?? '');
      if (!fund) errors.add(row, 'fund', 'NOT_FOUND', { what: '资金' });
      else if (openings.some((o) => o.fundId === fund.id)) errors.add(row, 'fund', 'DUPLICATE', { what: fund.name });
      else {
        const documentNo = text(row, 'documentNo') ?? '';
        openings.push({
          centreId,
          fundId: fund.id,
          amount: number(row, 'amount') ?? 0,
          documentNo,
          spentUntil: text(row, 'spentUntil') ?? '',
        });
      }
    }
    const apply = async (): Promise<void> => {
      for (const opening of openings) await this.ledger.recordOpeningSpent(actor, opening);
    };
    return { created: openings.length, changed: 0, same: 0, errors: errors.list, apply };
  }
}

const openingOf = (row: ParsedRow, workerNo: number, agencyId: Id): NewOpening => ({
  workerNo,
  agencyId,
  throughMonth: number(row, 'throughMonth') ?? 0,
  months: number(row, 'months') ?? 0,
  income: number(row, 'income') ?? 0,
  exempt: number(row, 'exempt') ?? 0,
  special: number(row, 'special') ?? 0,
  other: number(row, 'other') ?? 0,
  relief: number(row, 'relief') ?? 0,
  tax: number(row, 'tax') ?? 0,
});

/** @throws DomainError TOO_MANY_DECIMALS, NOT_A_NUMBER */
function hundredths(days: string): number {
  const value = ratio.multiply(ratio.parseDecimal(days, 'days'), HUNDREDTHS);
  if (typeof value.n !== 'number' || value.d !== 1)
    throw new DomainError('TOO_MANY_DECIMALS', { value: days }, { field: 'days' });
  return value.n;
}

function byWorker<T extends { workerNo: number }>(rows: readonly T[]): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const row of rows) map.set(row.workerNo, [...(map.get(row.workerNo) ?? []), row]);
  return map;
}

const together = (plans: readonly ImportPlan[], errors: CellError[]): ImportPlan => ({
  created: plans.reduce((n, p) => n + p.created, 0),
  changed: plans.reduce((n, p) => n + p.changed, 0),
  same: plans.reduce((n, p) => n + p.same, 0),
  errors,
  apply: async () => {
    for (const plan of plans) await plan.apply();
  },
});
