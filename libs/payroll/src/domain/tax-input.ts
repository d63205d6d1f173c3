import {
  addMonths,
  DomainError,
  endOfPeriod,
  firstDay,
  type Id,
  monthOf,
  type Period,
  yearOf,
} from '@gridstaff/kernel';
import type { TaxInput } from '@gridstaff/pay-engine';
import { NO_TAX, type TaxOpening, type TaxRecord, type WorkerFacts } from './pay-facts';

const employedIn = (facts: WorkerFacts, agencyId: Id, month: Period): boolean => {
  const [from, to] = [firstDay(month), endOfPeriod(month)];
  return facts.engagements.some((e) => e.agencyId === agencyId && e.from < to && from < e.to);
};

/**
 * Months employed at this agency in the tax year, the tax month included (公告2018年第61号 art.6): those of the opening figures, then
 * every month touched by an engagement there. A month between two engagements is no month employed; a month without pay inside one is.
 */
export function monthsEmployed(facts: WorkerFacts, agencyId: Id, taxMonth: Period, opening?: TaxOpening): number {
  const first = (opening?.throughMonth ?? 0) + 1;
  const months = opening?.months ?? 0;
  let counted = 0;
  for (let m = first; m <= monthOf(taxMonth); m++) {
    if (employedIn(facts, agencyId, monthIn(taxMonth, m))) counted += 1;
  }
  return months + counted;
}

const monthIn = (taxMonth: Period, month: number): Period => addMonths(`${yearOf(taxMonth)}-01`, month - 1);

/**
 * What cumulative withholding needs of the tax year before this slip. Only this agency's payments count: with another agency everything
 * starts at zero, the special additional deductions that were declared to the earlier one included.
 * @throws DomainError TAX_MODE_NOT_QUALIFIED
 */
export function taxInput(facts: WorkerFacts, record: TaxRecord, agencyId: Id, taxMonth: Period): TaxInput {
  const opening = record.openings.find((o) => o.agencyId === agencyId);
  const paid = record.paid.find((p) => p.agencyId === agencyId) ?? NO_TAX;
  const before = opening ?? NO_TAX;
  const mode = record.profiles.find((p) => p.agencyId === agencyId)?.mode ?? 'normal';
  const startedBefore = (opening?.months ?? 0) > 0 && opening?.months === opening?.throughMonth;
  const january = monthIn(taxMonth, 1);
  if (mode === 'prior_year_60000' && !startedBefore && !employedIn(facts, agencyId, january)) {
    throw new DomainError('TAX_MODE_NOT_QUALIFIED', { mode, year: yearOf(taxMonth) });
  }
  return {
    mode,
    monthsEmployed: monthsEmployed(facts, agencyId, taxMonth, opening),
    before: {
      income: before.income + paid.income,
      exempt: before.exempt + paid.exempt,
      special: before.special + paid.special,
      other: before.other + paid.other,
      relief: before.relief + paid.relief,
      tax: before.tax + paid.tax,
    },
    additionalToDate: deductionToDate(facts, record, agencyId, taxMonth),
  };
}

/** The latest amount given for a month of this tax year up to the tax month, and not before the first month at this agency. */
function deductionToDate(facts: WorkerFacts, record: TaxRecord, agencyId: Id, taxMonth: Period): number {
  if (record.deductions.length === 0) return 0;
  const since = facts.engagements.find((e) => e.agencyId === agencyId)?.joinedOn.slice(0, 7) ?? taxMonth;
  const january = monthIn(taxMonth, 1);
  let latest = { month: '', toDate: 0 };
  for (const deduction of record.deductions) {
    const { month } = deduction;
    if (month >= january && month >= since && month <= taxMonth && month > latest.month) latest = { ...deduction };
  }
  return latest.toDate;
}
