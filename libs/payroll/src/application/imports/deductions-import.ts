import type { Permission } from '@gridstaff/contracts';
import { column, type ImportContext, ImportHandler, type ImportPlan, type ParsedRow, type SheetSpec } from '@gridstaff/exchange';
import { invariant, monthOf, type Period, yearOf } from '@gridstaff/kernel';
import { WorkerDirectory } from '@gridstaff/roster';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type NewDeduction, type NewProfile, TaxStore } from '../../domain';
import { checkProfile, TaxRecords } from '../tax-records';
import { AgencyOfYear } from './agency-of-year';
import { number, RowErrors, type WorkerRow, WORKER_COLUMNS, workersOf } from './row-workers';
import { MODE_COLUMNS, profileOf, sameProfile, statesProfile } from './tax-mode';

const TO_DATE = ['元；税务客户端给出的本年累计数。', 'Yuan; year to date as the tax client gives it.'] as const;

/** Key of each category and the header that the tax client uses (正常工资薪金所得 template). */
const CATEGORIES = [
  ['childEducation', '累计子女教育', 'Child education to date'],
  ['continuingEducation', '累计继续教育', 'Continuing education to date'],
  ['housingLoan', '累计住房贷款利息', 'Housing loan interest to date'],
  ['housingRent', '累计住房租金', 'Housing rent to date'],
  ['elderlyCare', '累计赡养老人', 'Support of the elderly to date'],
  ['infantCare', '累计3岁以下婴幼儿照护', 'Care of children under three to date'],
  ['personalPension', '累计个人养老金', 'Personal pension to date'],
] as const;

const SHEET: SheetSpec = {
  zh: '专项附加扣除',
  en: 'Special deductions',
  columns: [
    ...WORKER_COLUMNS,
    ...CATEGORIES.map(([key, zh, en]) =>
      column(key, [zh, en], 'yuan', key === 'childEducation' ? '2000.00' : '', TO_DATE),
    ),
    ...MODE_COLUMNS,
  ],
};

/** 专项附加扣除 of one tax month (`--period`), downloaded from the tax client: year-to-date amounts replace those given for the month before. */
@Injectable()
export class DeductionsImport extends ImportHandler {
  readonly kind = 'deductions';
  readonly permission: Permission = 'tax:write';
  readonly needsPeriod = true;
  readonly sheets = [SHEET];

  constructor(
    private readonly directory: WorkerDirectory,
    private readonly agencies: AgencyOfYear,
    private readonly store: TaxStore,
    private readonly records: TaxRecords,
    private readonly clock: Clock,
  ) {
    super();
  }

  async plan({ actor, centreId, period }: ImportContext, rows: readonly ParsedRow[]): Promise<ImportPlan> {
    invariant(period !== undefined, 'deductions are for a month');
    const errors = new RowErrors(SHEET);
    const workers = await workersOf(this.directory, centreId, rows, errors);
    const known = new Map((await this.store.deductionsOf(centreId, period)).map((d) => [d.workerNo, d]));
    const changes: NewDeduction[] = [];
    const counts = { created: 0, changed: 0, same: 0 };
    const profiles = await this.profiles(centreId, period, workers, errors);
    const withProfile = new Set(profiles.map((p) => p.workerNo));
    for (const { row, workerNo } of workers) {
      const deduction = errors.attempt(row, () => deductionOf(row, workerNo, errors));
      if (!deduction) continue;
      const before = known.get(workerNo);
      const same = before !== undefined && JSON.stringify(before.categories) === JSON.stringify(deduction.categories);
      if (!same) changes.push(deduction);
      if (!before) counts.created += 1;
      else if (same && !withProfile.has(workerNo)) counts.same += 1;
      else counts.changed += 1;
    }
    return {
      ...counts,
      errors: errors.list,
      apply: async () => {
        await this.records.recordDeductions(actor, centreId, period, changes);
        await this.records.recordProfiles(actor, centreId, yearOf(period), profiles);
      },
    };
  }

  private async profiles(
    centreId: string,
    period: Period,
    workers: readonly WorkerRow[],
    errors: RowErrors,
  ): Promise<NewProfile[]> {
    const stated = workers.filter(({ row }) => statesProfile(row));
    if (stated.length === 0) return [];
    const year = yearOf(period);
    const agencies = await this.agencies.agencies(centreId, year, () => monthOf(period), this.clock.millis());
    const known = await this.store.profilesOf(centreId, year);
    const limit = await this.records.lowIncomeLimit(centreId, year);
    return stated.flatMap(({ row, workerNo }) => {
      const agencyId = agencies.get(workerNo);
      if (agencyId === undefined) {
        errors.add(row, 'mode', 'NOT_EMPLOYED', { year });
        return [];
      }
      const before = known.find((p) => p.workerNo === workerNo && p.agencyId === agencyId);
      const profile = profileOf(row, workerNo, agencyId, before) as NewProfile;
      errors.attempt(row, () => checkProfile(profile, limit));
      return sameProfile(profile, before) ? [] : [profile];
    });
  }
}

/** Empty cells are zero: the client leaves them out. */
function deductionOf(row: ParsedRow, workerNo: number, errors: RowErrors): NewDeduction | undefined {
  const categories: Record<string, number> = {};
  let toDate = 0;
  for (const [key] of CATEGORIES) {
    const amount = number(row, key) ?? 0;
    if (amount < 0) {
      errors.add(row, key, 'NEGATIVE_AMOUNT');
      return undefined;
    }
    if (amount > 0) categories[key] = amount;
    toDate += amount;
  }
  return { workerNo, toDate, categories };
}
