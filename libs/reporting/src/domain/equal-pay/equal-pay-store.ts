import type { Id, LocalDate, Period } from '@gridstaff/kernel';
import type { EqualPaySide, PaidAmount } from './equal-pay';

export interface PaidMonth {
  period: Period;
  /** Regular run of the month. */
  runNo: number;
  schemeId: Id;
}

export interface StandardItem {
  code: string;
  nameZh: string;
  nameEn: string;
}

/** What paid slips say of the standard items of pay; counts and amounts, nobody's number. */
export abstract class EqualPayStore {
  /** Months whose regular run is paid, the newest first. */
  abstract paidMonths(centreId: Id): Promise<PaidMonth[]>;
  /** Items that are due by the standard of post, grade, service and certificate: those that a month splits by its segments. */
  abstract items(month: PaidMonth): Promise<StandardItem[]>;
  /** Of people in one post and grade from the first to the last day, after probation and not suspended: `*` is the sum of the items. */
  abstract amounts(
    centreId: Id,
    month: PaidMonth,
    days: { first: LocalDate; last: LocalDate },
    by: EqualPaySide,
  ): Promise<PaidAmount[]>;
  /** Slips of the run. */
  abstract slips(month: PaidMonth): Promise<number>;
  abstract fundNames(centreId: Id): Promise<Map<Id, string>>;
}
