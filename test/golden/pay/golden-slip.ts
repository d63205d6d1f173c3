import { parseYuan, type Fen } from '@gridstaff/kernel';
import type {
  AbsenceKind,
  AbsenceMethod,
  BonusMethod,
  RetroCategory,
  SegmentInput,
  SlipTotals,
  TaxInput,
  WorkerInput,
} from '@gridstaff/pay-engine';

/** One slip as a payroll expert writes it: yuan, days and hours as text. */
export interface GoldenInput {
  segments: readonly GoldenSegment[];
  coefficient: string;
  years: number;
  award: string;
  overtime: Partial<Record<'weekday' | 'restday' | 'holiday' | 'restday_time_off', string>>;
  insurance_base: string | null;
  fund: { base: string; employer: string; employee: string } | null;
  tax: { mode: TaxInput['mode']; months: number; income: string; special: string; tax: string; additional: string };
  fee: { per_head: string } | { rate: string };
  retro?: Partial<Record<RetroCategory, string>>;
  receivable_before?: string;
  bonus?: { amount: string; method: BonusMethod };
  annual_leave?: { days: number; average_wage: string };
  loss?: string;
  labour?: string;
  severance?: { amount: string; local_average: string };
}

interface GoldenSegment {
  /** First and last day of the month, "11-31". */
  days: string;
  scheduled: number;
  base: string;
  post: string;
  certificate: string;
  performance: string;
  phone?: string;
  elsewhere?: true;
  probation?: { contract: string; lowest?: string };
  outdoor?: boolean;
  heat_days?: string;
  absence?: Partial<Record<AbsenceKind, string>>;
}

export interface GoldenSlip extends Partial<GoldenInput> {
  id: string;
  method?: AbsenceMethod;
  /** Parameters other than the usual ones. */
  with?: { heat_months?: number[]; minimum_wage_includes_contributions?: boolean; tax_ignored_below?: string };
  /** By item code, earnings and tax; what is not listed is zero. */
  lines: Record<string, string>;
  shares?: Record<string, string[]>;
  totals: Partial<Record<keyof SlipTotals, string>>;
  /** Codes of the lines that are there although nothing is paid: something was given for them. */
  zero?: string[];
  /** The year to date with this slip. */
  after: { income: string; special: string; tax: string };
  worked: string;
}

const hundredths = (text = '0'): number => parseYuan(text);
const day = (n: number): string => (n === 32 ? '2025-04-01' : `2025-03-${String(n).padStart(2, '0')}`);

function segment(golden: GoldenSegment): SegmentInput {
  const { days, scheduled, base, post, certificate, performance, phone = '0', absence = {} } = golden;
  const { elsewhere, probation, outdoor, heat_days: heatDays } = golden;
  const [first, last] = days.split('-').map(Number) as [number, number];
  return {
    from: day(first),
    to: day(last + 1),
    scheduledDays: scheduled,
    calendarDays: last - first + 1,
    values: {
      base_standard: parseYuan(base),
      post_standard: parseYuan(post),
      certificate_standard: parseYuan(certificate),
      performance_standard: parseYuan(performance),
      phone_standard: parseYuan(phone),
    },
    ...(elsewhere && { elsewhere }),
    ...(outdoor !== undefined && { outdoor }),
    ...(heatDays !== undefined && { heatDays: hundredths(heatDays) }),
    ...(probation && {
      probation: {
        contractWage: parseYuan(probation.contract),
        ...(probation.lowest !== undefined && { lowestSamePost: parseYuan(probation.lowest) }),
      },
    }),
    absences: Object.entries(absence).map(([kind, text]) => ({ kind: kind as AbsenceKind, days: hundredths(text) })),
  };
}

/** What a slip may have beyond the month. */
function beyond({ bonus, annual_leave: leave, loss, labour, severance }: GoldenInput): Partial<WorkerInput> {
  return {
    ...(bonus && { bonus: { amount: parseYuan(bonus.amount), method: bonus.method } }),
    ...(leave && { annualLeave: { days: leave.days, averageWage: parseYuan(leave.average_wage) } }),
    ...(loss !== undefined && { loss: parseYuan(loss) }),
    ...(labour !== undefined && { labour: { amount: parseYuan(labour) } }),
    ...(severance && {
      severance: {
        amount: parseYuan(severance.amount),
        localAverageAnnualWage: parseYuan(severance.local_average),
      },
    }),
  };
}

export function workerInput(golden: GoldenInput, workerNo = 1): WorkerInput {
  const { tax, fund, fee, overtime, retro, receivable_before: owed } = golden;
  return {
    workerNo,
    scheduledDays: 21,
    calendarDays: 31,
    segments: golden.segments.map(segment),
    values: { coefficient: golden.coefficient, years: golden.years, award_amount: parseYuan(golden.award) },
    overtimeHours: {
      weekday: hundredths(overtime.weekday),
      restday: hundredths(overtime.restday),
      holiday: hundredths(overtime.holiday),
      ...(overtime.restday_time_off !== undefined && { restdayTimeOff: hundredths(overtime.restday_time_off) }),
    },
    insurance: golden.insurance_base === null ? null : { base: parseYuan(golden.insurance_base) },
    housingFund: fund && { base: parseYuan(fund.base), employerRate: fund.employer, employeeRate: fund.employee },
    tax: {
      mode: tax.mode,
      monthsEmployed: tax.months,
      before: {
        income: parseYuan(tax.income),
        exempt: 0,
        special: parseYuan(tax.special),
        other: 0,
        relief: 0,
        tax: parseYuan(tax.tax),
      },
      additionalToDate: parseYuan(tax.additional),
    },
    fee: 'rate' in fee ? { kind: 'rate', rate: fee.rate } : { kind: 'per_head', amount: parseYuan(fee.per_head) },
    ...(retro && { retro: Object.fromEntries(Object.entries(retro).map(([name, text]) => [name, parseYuan(text)])) }),
    ...(owed !== undefined && { receivableBefore: parseYuan(owed) }),
    ...beyond(golden),
  };
}

export const fenOf = (text: string | undefined): Fen => (text === undefined ? 0 : parseYuan(text));
