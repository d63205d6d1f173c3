import type { AbsenceKind } from '@gridstaff/pay-engine';
import type { Fen, Id, LocalDate, Period } from '@gridstaff/kernel';

/** A piece of time in which something held, [from, to). */
export interface Piece {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What the roster knows of one worker over the window of a run; every list is disjoint, in date order. */
export interface WorkerFacts {
  readonly workerNo: number;
  readonly engagements: readonly (Piece & {
    agencyId: Id;
    status: 'probation' | 'in_post' | 'suspended';
    /** First day of this engagement. */
    joinedOn: LocalDate;
    /** In probation, where the wage of the contract is known; fen a month. */
    probation?: { contractWage: Fen; lowestSamePost?: Fen };
  })[];
  readonly assignments: readonly Piece[];
  readonly grades: readonly (Piece & { gradeCode: string })[];
  readonly certificates: readonly (Piece & { code: string })[];
  readonly contributions: readonly (Piece & {
    insured: boolean;
    insuranceBase: Fen;
    fundMember: boolean;
    fundBase: Fen;
    fundEmployerRate: string;
    fundEmployeeRate: string;
  })[];
}

/** Pay standard of a grade, fen a month. */
export interface GradeRate extends Piece {
  readonly gradeCode: string;
  readonly base: Fen;
  readonly post: Fen;
  readonly performance: Fen;
}

/** Allowance of a kind of certificate, fen a month. */
export interface CertificateRate extends Piece {
  readonly code: string;
  readonly amount: Fen;
}

export interface FeeRate extends Piece {
  readonly agencyId: Id;
  readonly kind: 'per_head' | 'rate';
  readonly amount: Fen;
  readonly rate: string;
  /** Prices by head count, which go before the other two. */
  readonly tiers?: { readonly mode: 'whole' | 'slices'; readonly steps: readonly { readonly from: number; readonly amount: Fen; readonly rate: string }[] };
}

/** Heads of the agencies in a month, see `FeeHeads`. */
export interface HeadCount {
  heads(agencyId: Id): number;
  /** Of the worker in the count; undefined for whoever is no head of the agency. */
  place(agencyId: Id, workerNo: number): number | undefined;
}

/** What attendance and evaluation recorded for the month. */
export interface MonthRecord {
  /** Within the month; days in hundredths of a scheduled day. */
  readonly absences: readonly (Piece & { readonly kind: AbsenceKind; readonly days: number })[];
  /** Hundredths of an hour. */
  readonly overtime: { readonly weekday: number; readonly restday: number; readonly holiday: number; /** Of the rest-day hours those taken as time off. */ readonly restdayOff: number };
  /** Days with work outdoors in heat, hundredths of a scheduled day. */
  readonly heatDays: number;
  /** Performance coefficient as exact text; null when nobody gave one. */
  readonly coefficient: string | null;
  /** One-off award of the month, fen. */
  readonly award: Fen;
}

/** Sums of a tax year at one agency, fen. */
export interface TaxSums {
  readonly income: Fen;
  readonly exempt: Fen;
  readonly special: Fen;
  readonly other: Fen;
  readonly relief: Fen;
  readonly tax: Fen;
}

export const NO_TAX: TaxSums = { income: 0, exempt: 0, special: 0, other: 0, relief: 0, tax: 0 };

/** What the agency had paid and withheld in the year before the system took over. */
export interface TaxOpening extends TaxSums {
  readonly agencyId: Id;
  /** Last month (1…12) that the figures contain; 0: none. */
  readonly throughMonth: number;
  /** Months employed at the agency up to that month. */
  readonly months: number;
}

export const TAX_MODE_NAMES = ['normal', 'first_job', 'prior_year_60000'] as const;
export type TaxMode = (typeof TAX_MODE_NAMES)[number];

/**
 * How months employed are counted when somebody comes back to the same agency in the same year, which no rule says: `touched` months with an
 * engagement (what holds without a choice), `continuous` from the first to the last of them, `from_rehire` those of the last engagement.
 */
export const REHIRE_COUNTS = ['touched', 'continuous', 'from_rehire'] as const;
export type RehireCount = (typeof REHIRE_COUNTS)[number];

/** Registered per worker, agency and tax year with its evidence, never inferred. */
export interface TaxProfile {
  readonly agencyId: Id;
  readonly mode: TaxMode;
  readonly rehire?: RehireCount;
}

/** 专项附加扣除 as the tax client gave it for one month: year to date, fen. */
export interface SpecialDeduction {
  readonly month: Period;
  readonly toDate: Fen;
}

/** Tax facts of one worker in the tax year of the run. */
export interface TaxRecord {
  readonly openings: readonly TaxOpening[];
  readonly profiles: readonly TaxProfile[];
  readonly deductions: readonly SpecialDeduction[];
  /** Paid by runs before this one, by agency. */
  readonly paid: readonly (TaxSums & { readonly agencyId: Id })[];
}

export const NO_TAX_RECORD: TaxRecord = { openings: [], profiles: [], deductions: [], paid: [] };
