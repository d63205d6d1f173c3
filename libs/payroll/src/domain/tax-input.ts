import { type DateRange, DomainError, type Id, invariant, type LocalDate, overlaps, periodOf, yearOf } from '@gridstaff/kernel';
import type { TaxInput } from '@gridstaff/pay-engine';
import { NO_TAX, type RehireCount, type TaxOpening, type TaxRecord, type WorkerFacts } from './pay-facts';

const employedIn = (facts: WorkerFacts, agencyId: Id, month: DateRange): boolean =>
  facts.engagements.some((e) => e.agencyId === agencyId && overlaps(e, month));

/**
 * Months employed at this agency in the tax year, the tax month included (公告2018年第61号 art.6): those of the opening figures, then
 * every month touched by an engagement there. A month between two engagements is no month employed; a month without pay inside one is. Where
 * somebody came back in the same year a recorded choice may count otherwise.
 * @param taxMonths January to the tax month
 */
export function monthsEmployed(
  facts: WorkerFacts,
  agencyId: Id,
  taxMonths: readonly DateRange[],
  opening?: TaxOpening,
  rehire: RehireCount = 'touched',
): number {
  if (rehire === 'from_rehire') return monthsSince(lastJoined(facts, agencyId, taxMonths), facts, agencyId, taxMonths);
  let months = opening?.months ?? 0;
  for (let i = opening?.throughMonth ?? 0; i < taxMonths.length; i++) {
    if (employedIn(facts, agencyId, taxMonths[i] as DateRange)) months += 1;
  }
  return rehire === 'continuous' ? months + gapMonths(facts, agencyId, taxMonths, opening) : months;
}

/** Months between two engagements there: after one that is employed, or counted by the opening figures, and before another. */
function gapMonths(facts: WorkerFacts, agencyId: Id, taxMonths: readonly DateRange[], opening?: TaxOpening): number {
  const employed = taxMonths.map((month) => employedIn(facts, agencyId, month));
  const last = employed.lastIndexOf(true);
  const since = opening?.throughMonth ?? 0;
  const first = (opening?.months ?? 0) > 0 ? since : employed.indexOf(true, since);
  return first < 0 ? 0 : employed.slice(first, Math.max(last, first)).filter((held) => !held).length;
}

/** First day of the engagement there that began last, up to the tax month. */
const lastJoined = (facts: WorkerFacts, agencyId: Id, taxMonths: readonly DateRange[]): LocalDate | undefined =>
  facts.engagements.findLast((e) => e.agencyId === agencyId && e.from < (taxMonths.at(-1) as DateRange).to)?.joinedOn;

const monthsSince = (
  joined: LocalDate | undefined,
  facts: WorkerFacts,
  agencyId: Id,
  taxMonths: readonly DateRange[],
): number =>
  joined === undefined
    ? 0
    : taxMonths.filter((month) => month.to > joined && employedIn(facts, agencyId, month)).length;

/**
 * What cumulative withholding needs of the tax year before this slip. Only this agency's payments count: with another agency everything
 * starts at zero, the special additional deductions that were declared to the earlier one included.
 * @throws DomainError TAX_MODE_NOT_QUALIFIED
 */
export function taxInput(
  facts: WorkerFacts,
  record: TaxRecord,
  agencyId: Id,
  taxMonths: readonly DateRange[],
): TaxInput {
  const january = taxMonths[0];
  invariant(january, 'a tax year has a January');
  const opening = record.openings.find((o) => o.agencyId === agencyId);
  const paid = record.paid.find((p) => p.agencyId === agencyId) ?? NO_TAX;
  const before = opening ?? NO_TAX;
  const { mode = 'normal', rehire = 'touched' } = record.profiles.find((p) => p.agencyId === agencyId) ?? {};
  const startedBefore = (opening?.months ?? 0) > 0 && opening?.months === opening?.throughMonth;
  if (mode === 'prior_year_60000' && !startedBefore && !employedIn(facts, agencyId, january)) {
    throw new DomainError('TAX_MODE_NOT_QUALIFIED', { mode, year: yearOf(january.from) });
  }
  return {
    mode,
    monthsEmployed: monthsEmployed(facts, agencyId, taxMonths, opening, rehire),
    ...(rehire !== 'touched' && { rehire }),
    before: {
      income: before.income + paid.income,
      exempt: before.exempt + paid.exempt,
      special: before.special + paid.special,
      other: before.other + paid.other,
      relief: before.relief + paid.relief,
      tax: before.tax + paid.tax,
    },
    additionalToDate: deductionToDate(facts, record, agencyId, taxMonths),
  };
}

/** The latest amount given for a month of this tax year up to the tax month, and not before the first month at this agency. */
function deductionToDate(facts: WorkerFacts, record: TaxRecord, agencyId: Id, taxMonths: readonly DateRange[]): number {
  if (record.deductions.length === 0) return 0;
  const joined = facts.engagements.find((e) => e.agencyId === agencyId)?.joinedOn;
  let latest = { month: '', toDate: 0 };
  for (const { from } of taxMonths) {
    const month = periodOf(from);
    if (joined !== undefined && month < periodOf(joined)) continue;
    const given = record.deductions.find((d) => d.month === month);
    if (given) latest = given;
  }
  return latest.toDate;
}
