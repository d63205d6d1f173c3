import type { Fen, LocalDate, Period, RoundingMode } from '@gridstaff/kernel';

/** Raised whenever the same inputs could yield other figures; slips name it, recomputing is byte-identical within it. */
export const ENGINE_VERSION = '1';

// ── Parameters of a month ───────────────────────────────────────────────────────────────────────────────────────────────

/** A dated statutory value with the document it comes from; `unconfirmed` values are shown as such wherever they are used. */
export interface Sourced<T> {
  key: string;
  value: T;
  source: string;
  confidence: 'confirmed' | 'unconfirmed';
}

/** Half-open from below: applies up to and including `upTo` fen; null is the last row. */
export interface Bracket {
  upTo: Fen | null;
  /** Decimal text, "0.03". */
  rate: string;
  quick: Fen;
}

export type InsuranceName = 'pension' | 'medical' | 'maternity' | 'unemployment' | 'injury' | 'large_medical';

export interface InsuranceScheme {
  name: InsuranceName;
  /** Decimal texts; an absent side pays nothing. */
  employerRate?: string;
  employeeRate?: string;
  /** Fen a month, whatever the base. */
  employeeFixed?: Fen;
  /** Whether the employee's share is deducted before income tax. */
  deductible: boolean;
}

export interface PeriodParameters {
  region: string;
  /** Work month: insurance, fund, minimum wage and labour rules. */
  period: Period;
  /** Month of payment: income tax. */
  taxMonth: Period;
  /** Hash of everything below; stored with the run. */
  fingerprint: string;
  incomeTax: { annualTable: Sourced<readonly Bracket[]>; basicDeductionPerMonth: Sourced<Fen> };
  insurance: { floor: Sourced<Fen>; ceiling: Sourced<Fen>; schemes: readonly Sourced<InsuranceScheme>[] };
  housingFund: {
    floor: Sourced<Fen>;
    ceiling: Sourced<Fen>;
    unit: Sourced<'yuan' | 'jiao' | 'fen'>;
    mode: Sourced<RoundingMode>;
  };
  labour: {
    /** Decimal texts. */
    paidDaysPerMonth: Sourced<string>;
    hoursPerDay: Sourced<string>;
    overtimeRates: Sourced<{ weekday: string; restday: string; holiday: string }>;
    minimumWage: Sourced<Fen>;
    /** Sick pay is at least this share of the minimum wage. */
    sickPayFloorRatio: Sourced<string>;
  };
}

// ── Scheme: pay items as data ───────────────────────────────────────────────────────────────────────────────────────────

export type ItemKind = 'earning' | 'deduction' | 'employer_cost' | 'information';

/**
 * How an item treats a month that a dated change splits:
 * segment: its formula runs on each segment's values, weighted by scheduled days, shared by largest remainder;
 * calendar: the same by calendar days; once: runs once on the month's inputs and the last segment's values;
 * rule: computed by a statutory rule of the engine named in `rule`.
 */
export type ItemBehaviour = 'segment' | 'calendar' | 'once' | 'rule';

export type RuleName =
  | 'absence'
  | 'overtime.weekday'
  | 'overtime.restday'
  | 'overtime.holiday'
  | `insurance.employee.${InsuranceName}`
  | `insurance.employer.${InsuranceName}`
  | 'housing_fund.employee'
  | 'housing_fund.employer'
  | 'income_tax'
  | 'agency_fee';

export interface PayItemDefinition {
  /** 1…999, unique in the scheme; with run and worker the key of a slip line, so it never changes its meaning. */
  no: number;
  /** Stable code such as `base`; formulas may name it. */
  code: string;
  nameZh: string;
  nameEn: string;
  kind: ItemKind;
  behaviour: ItemBehaviour;
  /** Formula over named inputs and other items (formula language, README); absent for `rule`. */
  formula?: string;
  rule?: RuleName;
  taxable: boolean;
  /** Reduced by absence inside each segment. */
  reducedByAbsence: boolean;
  /** Base of overtime pay. */
  inOvertimeBase: boolean;
}

export type AbsenceMethod = 'actual_workdays' | 'positive_21_75' | 'negative_21_75';
export type AbsenceKind = 'unpaid' | 'sick' | 'absent_without_leave' | 'paid';

/** What an input of formulas means; money values are given in fen. */
export interface InputDescription {
  nameZh: string;
  nameEn: string;
  unit: 'money' | 'number';
}

export interface PaySchemeDefinition {
  code: string;
  items: readonly PayItemDefinition[];
  /** The inputs that formulas may name. When given, any other name is refused at save; when absent, every name that is no item is an input. */
  inputs?: Readonly<Record<string, InputDescription>>;
  absenceMethod: AbsenceMethod;
  /** Share of the day's pay that each kind of absence keeps (decimal text); sick pay also has its statutory floor. */
  absencePayRatio: Readonly<Record<AbsenceKind, string>>;
}

// ── Inputs of one worker ────────────────────────────────────────────────────────────────────────────────────────────────

/** Values a formula may name: fen, counts, or exact text ("0.9", "7/3"). */
export type InputValues = Readonly<Record<string, number | string>>;

export interface SegmentInput {
  from: LocalDate;
  /** Exclusive. */
  to: LocalDate;
  /** Workdays plus paid statutory holidays inside the segment. */
  scheduledDays: number;
  calendarDays: number;
  values: InputValues;
  absences: readonly { kind: AbsenceKind; /** Hundredths of a day. */ days: number }[];
}

export interface TaxInput {
  mode: 'normal' | 'first_job' | 'prior_year_60000';
  /** Months employed at this agency in the tax year, the tax month included (not after leaving); first_job and prior_year_60000 have their own rule. */
  monthsEmployed: number;
  /** Paid by this agency in this tax year before this slip (same tax month included), fen. */
  before: { income: Fen; exempt: Fen; special: Fen; other: Fen; relief: Fen; tax: Fen };
  /** Special additional deductions (专项附加扣除) year to date as the tax client gives them, fen. */
  additionalToDate: Fen;
}

export interface WorkerInput {
  workerNo: number;
  /** Of the whole month, employed or not. */
  scheduledDays: number;
  calendarDays: number;
  /** In date order, inside the month, only days in post; never empty. */
  segments: readonly SegmentInput[];
  /** Month-level values: performance coefficient, overtime hours, years of service, award … */
  values: InputValues;
  overtimeHours: { /** Hundredths of an hour. */ weekday: number; restday: number; holiday: number };
  /** Declared base, fen; null: not insured here. */
  insurance: { base: Fen } | null;
  housingFund: { base: Fen; employerRate: string; employeeRate: string } | null;
  tax: TaxInput;
  fee: { kind: 'per_head'; amount: Fen } | { kind: 'rate'; rate: string } | { kind: 'none' };
}

// ── Result ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface PayLine {
  itemNo: number;
  /** Fen; deductions and employer costs are positive amounts of their kind, an absence is a negative earning. */
  amount: Fen;
}

export interface SlipTotals {
  /** 应发: all earnings after absence. */
  gross: Fen;
  employeeInsurance: Fen;
  employeeFund: Fen;
  tax: Fen;
  otherDeductions: Fen;
  /** gross − the four above; never below zero. */
  net: Fen;
  /** What the deductions exceed the gross by: owed by the worker, shown and recovered later. */
  receivable: Fen;
  employerInsurance: Fen;
  employerFund: Fen;
  fee: Fen;
}

/** Year-to-date tax figures after this slip: the `before` of the next one. */
export interface TaxAfter {
  income: Fen;
  exempt: Fen;
  special: Fen;
  other: Fen;
  relief: Fen;
  tax: Fen;
}

export interface PayslipResult {
  workerNo: number;
  /** Lines of non-zero amount and of every item that had an input other than zero; ascending item number. */
  lines: PayLine[];
  totals: SlipTotals;
  taxAfter: TaxAfter;
  /** Values taken (JSON text, about 150 bytes); with the run's `programs()` it is expanded by `explain` and re-checked by libs/verifier. */
  derivation: string;
}
