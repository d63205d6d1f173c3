import { AuditLog } from '@gridstaff/audit';
import { type Actor, type Permission, requirePermission } from '@gridstaff/contracts';
import { DomainError, formatYuan, type Id, type Period } from '@gridstaff/kernel';
import { UnitOfWork } from '@gridstaff/persistence';
import { Policies } from '@gridstaff/policy';
import { Centres } from '@gridstaff/roster';
import { Clock, Ids } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { type FactStamp, type NewDeduction, type NewOpening, type NewProfile, TaxStore } from '../domain';

/** Tax facts of workers: opening figures, modes with their evidence, and what the tax client gives every month. Appended, never changed. */
@Injectable()
export class TaxRecords {
  constructor(
    private readonly store: TaxStore,
    private readonly centres: Centres,
    private readonly policies: Policies,
    private readonly audit: AuditLog,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Needs `opening:import`. @throws DomainError OPENING_MONTHS, OUT_OF_RANGE, NEGATIVE_AMOUNT, FORBIDDEN */
  async recordOpenings(actor: Actor, centreId: Id, taxYear: number, rows: readonly NewOpening[]): Promise<void> {
    rows.forEach(checkOpening);
    await this.record(actor, centreId, 'opening:import', { what: 'openings', taxYear, count: rows.length }, (stamp) =>
      this.store.addOpenings(stamp, taxYear, rows),
    );
  }

  /** Needs `tax:write` or, with opening data, `opening:import`. @throws DomainError TAX_MODE_EVIDENCE, NO_PARAMETERS, FORBIDDEN */
  async recordProfiles(
    actor: Actor,
    centreId: Id,
    taxYear: number,
    rows: readonly NewProfile[],
    permission: 'tax:write' | 'opening:import' = 'tax:write',
  ): Promise<void> {
    const limit = await this.lowIncomeLimit(centreId, taxYear);
    rows.forEach((row) => checkProfile(row, limit));
    await this.record(actor, centreId, permission, { what: 'profiles', taxYear, count: rows.length }, (stamp) =>
      this.store.addProfiles(stamp, taxYear, rows),
    );
  }

  /** Needs `tax:write`. `month` is the tax month; amounts are year to date. @throws DomainError NEGATIVE_AMOUNT, FORBIDDEN */
  async recordDeductions(actor: Actor, centreId: Id, month: Period, rows: readonly NewDeduction[]): Promise<void> {
    if (rows.some((row) => row.toDate < 0)) throw new DomainError('NEGATIVE_AMOUNT');
    await this.record(actor, centreId, 'tax:write', { what: 'deductions', month, count: rows.length }, (stamp) =>
      this.store.addDeductions(stamp, month, rows),
    );
  }

  /** Last year's gross up to which 60,000 is deducted from January (公告2020年第19号), fen. @throws DomainError NO_PARAMETERS */
  async lowIncomeLimit(centreId: Id, taxYear: number): Promise<number> {
    const { region } = await this.centres.byId(centreId);
    return (await this.policies.now()).parametersFor(region, `${taxYear}-01`).incomeTax.lowIncomeAnnualLimit.value;
  }

  private async record(
    actor: Actor,
    centreId: Id,
    permission: Permission,
    data: Readonly<Record<string, string | number>>,
    write: (stamp: FactStamp) => Promise<void>,
  ): Promise<void> {
    requirePermission(actor, permission, centreId);
    if (data.count === 0) return;
    await this.uow.run(async () => {
      await write({
        centreId,
        recordedAt: this.clock.millis(),
        recordedBy: actor.userId,
        nextId: () => this.ids.next(),
      });
      await this.audit.append({
        actor,
        centreId,
        action: 'tax.recorded',
        subjectType: 'centre',
        subjectId: centreId,
        data,
      });
    });
  }
}

/** @throws DomainError OPENING_MONTHS, OUT_OF_RANGE, NEGATIVE_AMOUNT */
export function checkOpening(row: NewOpening): void {
  const { throughMonth, months } = row;
  if (!Number.isInteger(throughMonth) || throughMonth < 0 || throughMonth > 12) {
    throw new DomainError('OUT_OF_RANGE', { value: String(throughMonth) }, { field: 'throughMonth' });
  }
  if (!Number.isInteger(months) || months < 0 || months > throughMonth) {
    throw new DomainError('OPENING_MONTHS', { months, throughMonth }, { field: 'months' });
  }
  for (const field of ['income', 'exempt', 'special', 'other', 'relief', 'tax'] as const) {
    if (row[field] < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field });
  }
}

/** 公告2020年第19号: the evidence is checked, the mode is never inferred. @throws DomainError TAX_MODE_EVIDENCE */
export function checkProfile(row: NewProfile, limit: number): void {
  if (row.mode !== 'prior_year_60000') return;
  if (row.priorGross === null || row.priorGross > limit || !row.sameUnitEveryMonth) {
    throw new DomainError('TAX_MODE_EVIDENCE', { limit: formatYuan(limit) }, { field: 'mode', workerNo: row.workerNo });
  }
}
