import type { Fen, LocalDate, Period, RoundingMode } from '@gridstaff/kernel';

/** Raised whenever the same inputs could yield other figures; slips name it, recomputing is byte-identical within it. */
export const ENGINE_VERSION = '2';

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

/** What is taken off labour pay before tax, fen: `fixed` up to and including `fixedUpTo`, `ratio` of the pay above it. */
export interface LabourCost {
  fixed: Fen;
  fixedUpTo: Fen;
  ratio: string;
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
  incomeTax: {
    annualTable: Sourced<readonly Bracket[]>;
    basicDeductionPerMonth: Sourced<Fen>;
    /** Row found by a twelfth of an annual bonus that is taxed separately. */
    bonusMonthlyTable: Sourced<readonly Bracket[]>;
    /** Last day of payment on which a bonus may be taxed separately. */
    bonusSeparateUntil: Sourced<LocalDate>;
    /** Withholding on labour remuneration (劳务报酬), and the cost that is taken off first. */
    labourTable: Sourced<readonly Bracket[]>;
    labourCost: Sourced<LabourCost>;
    /** Severance up to this many local average annual wages is exempt. */
    severanceExemptMultiple: Sourced<string>;
    /** Tax of a payment below this amount is not withheld now, fen; zero: always withheld. */
    ignoredBelow: Sourced<Fen>;
  };
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
    /** What is taken from wages for a loss or a debt is at most this share of the month's wage. */
    lossDeductionMaxRatio: Sourced<string>;
    /** Whether the worker's own contributions are part of the wage that is compared with the minimum wage. */
    minimumWageIncludesContributions: Sourced<boolean>;
    /** Share of the contract wage, or of the lowest wage of the same post, that probation must pay. */
    probationRatio: Sourced<string>;
    /** Times the day's pay that is due on top for a day of annual leave not taken. */
    annualLeaveExtraRatio: Sourced<string>;
    /** Only where a pack states it. */
    heatAllowance?: Sourced<HeatAllowance>;
  };
}

export interface HeatAllowance {
  /** Months of the year, 1…12. */
  months: readonly number[];
  /** Fen a month. */
  amount: Fen;
}

// ── Scheme: pay items as data ───────────────────────────────────────────────────────────────────────────────────────────

export type ItemKind = 'earning' | 'deduction' | 'employer_cost' | 'information';

/**
 * How an item treats a month that a dated change splits:
 * segment: its formula runs on each segment's values, weighted by scheduled days, shared by largest remainder;
 * calendar: the same by calendar days;
 * last: the last segment's value holds for all days in post of the month, weighted by scheduled days;
 * once: runs once on the month's inputs and the last segment's values, whatever the days;
 * rule: computed by a statutory rule of the engine named in `rule`.
 */
export type ItemBehaviour = 'segment' | 'calendar' | 'last' | 'once' | 'rule';

/** Differences of earlier months that are paid or taken back with this slip, by what becomes of them. */
export const RETRO_CATEGORIES = [
  'taxable',
  'nonTaxable',
  'employeeInsurance',
  'employeeInsuranceNotDeductible',
  'employeeFund',
  'otherDeductions',
  'employerInsurance',
  'employerFund',
  'fee',
] as const;
export type RetroCategory = (typeof RETRO_CATEGORIES)[number];

export type RuleName =
  | 'absence'
  | 'overtime.weekday'
  | 'overtime.restday'
  | 'overtime.holiday'
  | 'probation_floor'
  | 'minimum_wage'
  | 'heat_allowance'
  | 'annual_leave_payout'
  | `insurance.employee.${InsuranceName}`
  | `insurance.employer.${InsuranceName}`
  | 'housing_fund.employee'
  | 'housing_fund.employer'
  | 'income_tax'
  | 'agency_fee'
  | `retro.${RetroCategory}`
  | 'bonus.separate'
  | 'bonus.together'
  | 'bonus.tax'
  | 'labour.pay'
  | 'labour.tax'
  | 'severance.pay'
  | 'severance.tax'
  | 'loss_deduction'
  | 'recovery';

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
  /** Part of the wage that the declared contribution base is averaged from; by default every earning. */
  inInsuranceBase?: boolean;
  /** Compared with the minimum wage; by default every earning but overtime, differences of earlier months and bonuses (最低工资规定 art.12). */
  countsForMinimumWage?: boolean;
  /** Code of the fund it is charged to; by default the fund of the run. */
  fund?: string;
}

export type AbsenceMethod = 'actual_workdays' | 'positive_21_75' | 'negative_21_75';
/** A day of maternity leave keeps nothing here: its allowance comes from the insurance fund, contributions go on. */
export type AbsenceKind = 'unpaid' | 'sick' | 'absent_without_leave' | 'paid' | 'maternity';

/** What an input of formulas means; money values are given in fen. */
export interface InputDescription {
  nameZh: string;
  nameEn: string;
  unit: 'money' | 'number';
}

/** A version of a table in force from a date on; a row holds up to and including `upTo`, the last one is open (null). */
export interface TableVersion {
  from: LocalDate;
  /** Whole numbers or exact decimal text; money in fen. `upTo` ascends. */
  rows: readonly { upTo: number | string | null; value: number | string }[];
}

export interface PaySchemeDefinition {
  code: string;
  items: readonly PayItemDefinition[];
  /** The inputs that formulas may name. When given, any other name is refused at save; when absent, every name that is no item is an input. */
  inputs?: Readonly<Record<string, InputDescription>>;
  /** Tables that formulas look up, by name, versions in order of their dates. */
  tables?: Readonly<Record<string, readonly TableVersion[]>>;
  absenceMethod: AbsenceMethod;
  /** Share of the day's pay that each kind of absence keeps (decimal text); sick pay also has its statutory floor. */
  absencePayRatio: Readonly<Record<Exclude<AbsenceKind, 'maternity'>, string>>;
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
  /**
   * Its days count in the split of the month, but another slip pays them (the worker changed agency inside the month). Both slips name
   * all segments with the same values and absences; together their lines are exactly those of the undivided month.
   */
  elsewhere?: true;
  /** In probation: the wage of the contract and, where one is known, the lowest of the same post, fen a month. */
  probation?: { contractWage: Fen; lowestSamePost?: Fen };
  /** False: no work outdoors, so no heat allowance. */
  outdoor?: boolean;
  /** Days with work outdoors in heat, hundredths of a scheduled day: the heat allowance is paid for these; absent: for all days. */
  heatDays?: number;
}

export interface TaxInput {
  mode: 'normal' | 'first_job' | 'prior_year_60000';
  /** Months employed at this agency in the tax year, the tax month included (not after leaving); first_job and prior_year_60000 have their own rule. */
  monthsEmployed: number;
  /** Recorded choice of how these months were counted after somebody came back in the same year; absent: as the rule says. */
  rehire?: 'continuous' | 'from_rehire';
  /** Paid by this agency in this tax year before this slip (same tax month included), fen. */
  before: { income: Fen; exempt: Fen; special: Fen; other: Fen; relief: Fen; tax: Fen };
  /** Special additional deductions (专项附加扣除) year to date as the tax client gives them, fen. */
  additionalToDate: Fen;
}

/** Why the fee of the agency is priced as it is, where its card has prices by head count; the engine takes the price as it is. */
export interface FeeTier {
  /** `whole`: everybody at the price that the whole count reaches; `slices`: each head at the price that its place reaches. */
  mode: 'whole' | 'slices';
  /** Of the agency in the month. */
  heads: number;
  /** Heads from … to of the step; the last one has no end. */
  from: number;
  to?: number;
  /** Of this worker in the count, with `slices`. */
  place?: number;
}

export interface WorkerInput {
  workerNo: number;
  /** Of the whole month, employed or not. */
  scheduledDays: number;
  calendarDays: number;
  /**
   * In date order, inside the month, only days in post. Empty for a slip without wages of the month: of a bonus or correction run, or
   * pay after leaving; such a slip needs something else to pay, and no item with a formula has a line.
   */
  segments: readonly SegmentInput[];
  /** Month-level values: performance coefficient, overtime hours, years of service, award … */
  values: InputValues;
  /** Hundredths of an hour. Rest-day hours may be offset by time off (劳动法 art.44), the others may not. */
  overtimeHours: { weekday: number; restday: number; holiday: number; restdayTimeOff?: number };
  /** Declared base, fen; null: not insured here. */
  insurance: { base: Fen } | null;
  housingFund: { base: Fen; employerRate: string; employeeRate: string } | null;
  tax: TaxInput;
  fee: { kind: 'per_head'; amount: Fen; tier?: FeeTier } | { kind: 'rate'; rate: string; tier?: FeeTier } | { kind: 'none' };
  /** Signed sums of the differences of earlier months, fen; a category left out is zero. They are taxed in the month of payment. */
  retro?: Readonly<Partial<Record<RetroCategory, Fen>>>;
  /** What the worker owes from earlier slips, fen: Σ receivable − Σ recovered. */
  receivableBefore?: Fen;
  /** Annual bonus (全年一次性奖金), fen; `separate` at most once per person and tax year, which the caller checks. */
  bonus?: { amount: Fen; method: BonusMethod };
  /** Whole days of annual leave that could not be taken, and the average monthly wage of twelve months without overtime, fen. */
  annualLeave?: { days: number; averageWage: Fen };
  /** Loss that the worker has to make good, fen; what this slip may not take is left to the next. */
  loss?: Fen;
  /** Labour remuneration (劳务报酬) instead of wages, fen: taxed by itself, no contributions. */
  labour?: { amount: Fen };
  /** Severance pay (经济补偿), fen, and the local average annual wage of last year that its exemption is counted by. */
  severance?: { amount: Fen; localAverageAnnualWage: Fen };
}

export type BonusMethod = 'separate' | 'together';

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
  /** What the deductions of this slip exceed the gross by: newly owed by the worker, shown and recovered later. */
  receivable: Fen;
  /** Of `otherDeductions`: what this slip took of the debt of earlier ones. Still owed: before − recovered + receivable. */
  recovered: Fen;
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
