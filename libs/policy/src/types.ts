import type { Fen, LocalDate, Period, RoundingMode } from '@gridstaff/kernel';

export type Confidence = 'confirmed' | 'unconfirmed';

/** A parameter in force, with where it comes from. `unconfirmed` is shown wherever the value is used. */
export interface Sourced<T> {
  readonly key: string;
  readonly value: T;
  /** The document it is taken from. */
  readonly source: string;
  readonly confidence: Confidence;
  /** Code of the layer that gave it: CN, 430000, 430200. */
  readonly layer: string;
  readonly validFrom: LocalDate;
  readonly note?: string;
}

/** Amount × rate − quick is the tax of an amount inside the bracket. */
export interface Bracket {
  /** Inclusive upper edge in fen; null for the last. */
  readonly upTo: Fen | null;
  readonly rate: string;
  readonly quick: Fen;
}

/** What is taken off labour pay before tax: `fixed` up to `fixedUpTo` (inclusive), `ratio` of the pay above it. */
export interface LabourCost {
  readonly fixed: Fen;
  readonly fixedUpTo: Fen;
  readonly ratio: string;
}

/** In the order in which they are shown. */
export const INSURANCE_NAMES = ['pension', 'medical', 'maternity', 'unemployment', 'injury', 'large_medical'] as const;
export type InsuranceName = (typeof INSURANCE_NAMES)[number];

export interface InsuranceScheme {
  readonly name: InsuranceName;
  /** Decimal text, of the contribution base. */
  readonly employerRate?: string;
  readonly employeeRate?: string;
  /** Fen a month, whatever the base. */
  readonly employeeFixed?: Fen;
  /** Whether the worker's own share is taken off taxable income (三险). */
  readonly deductible: boolean;
}

export interface OvertimeRates {
  readonly weekday: string;
  readonly restday: string;
  readonly holiday: string;
}

export interface HeatAllowance {
  /** Months of the year in which it is paid, 1…12, ascending. */
  readonly months: readonly number[];
  /** Fen a month. */
  readonly amount: Fen;
}

export const HOUSING_FUND_UNITS = ['yuan', 'jiao', 'fen'] as const;
export type HousingFundUnit = (typeof HOUSING_FUND_UNITS)[number];

/**
 * Everything the law of one region says for one month: those values that are in force on the first day of the month. Amounts are fen,
 * rates, ratios, hours and days decimal text. A plain frozen object: it can be stored, sent to a worker thread and shared.
 */
export interface RegionParameters {
  readonly region: string;
  readonly period: Period;
  /** SHA-256 (hex) of the values with their origin: equal for months in which nothing differs. */
  readonly fingerprint: string;
  readonly incomeTax: {
    readonly annualTable: Sourced<readonly Bracket[]>;
    readonly bonusMonthlyTable: Sourced<readonly Bracket[]>;
    /** Last day on which a bonus may be taxed separately. */
    readonly bonusSeparateUntil: Sourced<LocalDate>;
    readonly basicDeductionPerMonth: Sourced<Fen>;
    readonly lowIncomeAnnualLimit: Sourced<Fen>;
    readonly labourTable: Sourced<readonly Bracket[]>;
    readonly labourCost: Sourced<LabourCost>;
    readonly authorRate: Sourced<string>;
    readonly authorIncomeRatio: Sourced<string>;
    readonly severanceExemptMultiple: Sourced<string>;
    /** Tax of a payment below this amount is not withheld now; zero: always withheld. */
    readonly ignoredBelow: Sourced<Fen>;
  };
  readonly insurance: {
    readonly floor: Sourced<Fen>;
    readonly ceiling: Sourced<Fen>;
    /** Those in force, in the order of INSURANCE_NAMES. */
    readonly schemes: readonly Sourced<InsuranceScheme>[];
    readonly contributesInJoiningMonth: Sourced<boolean>;
    readonly contributesInLeavingMonth: Sourced<boolean>;
  };
  readonly housingFund: {
    readonly floor: Sourced<Fen>;
    readonly ceiling: Sourced<Fen>;
    readonly minRate: Sourced<string>;
    readonly maxRate: Sourced<string>;
    readonly unit: Sourced<HousingFundUnit>;
    readonly mode: Sourced<RoundingMode>;
  };
  readonly labour: {
    readonly paidDaysPerMonth: Sourced<string>;
    readonly hoursPerDay: Sourced<string>;
    readonly overtimeRates: Sourced<OvertimeRates>;
    readonly minimumWage: Sourced<Fen>;
    readonly sickPayFloorRatio: Sourced<string>;
    readonly lossDeductionMaxRatio: Sourced<string>;
    readonly probationRatio: Sourced<string>;
    /** Times the day's pay that is due on top for a day of annual leave not taken. */
    readonly annualLeaveExtraRatio: Sourced<string>;
    /** Whether the worker's own contributions are part of the wage that is compared with the minimum wage. */
    readonly minimumWageIncludesContributions: Sourced<boolean>;
    /** Only where a pack states it. */
    readonly heatAllowance?: Sourced<HeatAllowance>;
    /** Only where a pack states it. */
    readonly localAverageAnnualWage?: Sourced<Fen>;
  };
}
