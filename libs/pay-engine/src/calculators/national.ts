import type { Bracket, Sourced } from '../model';

const TAX_LAW = '个人所得税法 table 1; 国家税务总局公告2018年第61号';
const brackets = (rows: readonly (readonly [number | null, string, number])[]): readonly Bracket[] =>
  rows.map(([upTo, rate, quick]) => ({ upTo: upTo === null ? null : upTo * 100, rate, quick: quick * 100 }));
const confirmed = <T>(key: string, value: T, source: string): Sourced<T> => ({
  key,
  value,
  source,
  confidence: 'confirmed',
});
const unconfirmed = <T>(key: string, value: T, source: string): Sourced<T> => ({
  ...confirmed(key, value, source),
  confidence: 'unconfirmed',
});
const ANNOUNCEMENT_8 = '国家税务总局公告2018年第61号 art.8';

/**
 * National values that a calculator uses when it is asked without a region. A pay run never reads them: it takes dated parameters
 * from the policy packs. Money in fen, rates as decimal text; tables in yuan here, in fen once built.
 */
export const NATIONAL = {
  incomeTax: {
    annualTable: confirmed(
      'national.iit.annual_table',
      brackets([
        [36_000, '0.03', 0],
        [144_000, '0.1', 2_520],
        [300_000, '0.2', 16_920],
        [420_000, '0.25', 31_920],
        [660_000, '0.3', 52_920],
        [960_000, '0.35', 85_920],
        [null, '0.45', 181_920],
      ]),
      TAX_LAW,
    ),
    basicDeductionPerMonth: confirmed(
      'national.iit.basic_deduction',
      500_000,
      '个人所得税法 art.6; 公告2018年第61号 art.6',
    ),
    lowIncomeAnnualLimit: confirmed('national.iit.low_income_annual_limit', 6_000_000, '国家税务总局公告2020年第19号'),
    bonusMonthlyTable: confirmed(
      'national.iit.bonus_monthly_table',
      brackets([
        [3_000, '0.03', 0],
        [12_000, '0.1', 210],
        [25_000, '0.2', 1_410],
        [35_000, '0.25', 2_660],
        [55_000, '0.3', 4_410],
        [80_000, '0.35', 7_160],
        [null, '0.45', 15_160],
      ]),
      '财政部 税务总局公告2023年第30号 (to 2027-12-31)',
    ),
    bonusSeparateUntil: confirmed('national.iit.bonus_separate_until', '2027-12-31', '财政部 税务总局公告2023年第30号'),
    labourTable: confirmed(
      'national.iit.labour_table',
      brackets([
        [20_000, '0.2', 0],
        [50_000, '0.3', 2_000],
        [null, '0.4', 7_000],
      ]),
      ANNOUNCEMENT_8,
    ),
    labourCost: confirmed(
      'national.iit.labour_cost',
      { fixed: 80_000, fixedUpTo: 400_000, ratio: '0.2' },
      ANNOUNCEMENT_8,
    ),
    ignoredBelow: unconfirmed('national.iit.ignored_below', 0, '国家税务总局公告2012年第25号'),
    authorRate: unconfirmed('national.iit.author_rate', '0.2', ANNOUNCEMENT_8),
    authorIncomeRatio: unconfirmed('national.iit.author_income_ratio', '0.7', ANNOUNCEMENT_8),
    severanceExemptMultiple: confirmed('national.iit.severance_exempt_multiple', '3', '财税〔2018〕164号 item 5'),
  },
  labour: {
    paidDaysPerMonth: confirmed(
      'national.labour.paid_days_per_month',
      '21.75',
      '人社部发〔2025〕2号; 劳社部发〔2008〕3号',
    ),
    hoursPerDay: confirmed('national.labour.hours_per_day', '8', '劳社部发〔2008〕3号'),
    overtimeRates: confirmed(
      'national.labour.overtime_rates',
      { weekday: '1.5', restday: '2', holiday: '3' },
      '劳动法 art.44; 工资支付暂行规定 art.13',
    ),
    sickPayFloorRatio: unconfirmed('national.labour.sick_pay_floor_ratio', '0.8', '劳部发〔1995〕309号 art.59'),
    lossDeductionMaxRatio: confirmed('national.labour.loss_deduction_max_ratio', '0.2', '工资支付暂行规定 art.16'),
    minimumWageIncludesContributions: unconfirmed(
      'national.labour.minimum_wage_includes_contributions',
      true,
      '最低工资规定 art.12',
    ),
    annualLeaveExtraRatio: confirmed(
      'national.labour.annual_leave_extra_ratio',
      '2',
      '企业职工带薪年休假实施办法 art.10',
    ),
    probationRatio: confirmed('national.labour.probation_ratio', '0.8', '劳动合同法 art.20; 实施条例 art.15'),
  },
  internShare: confirmed('national.iit.intern_share', '0.8', '国家税务总局公告2020年第13号 art.2'),
  annualLeaveYear: confirmed('national.labour.annual_leave_year', '365', '企业职工带薪年休假实施办法 arts.5, 12'),
  severanceWageMultiple: confirmed('national.labour.severance_wage_multiple', '3', '劳动合同法 art.47'),
  severanceYears: confirmed('national.labour.severance_years', '12', '劳动合同法 art.47'),
  vatDifferential: confirmed('national.vat.differential', '0.05', '财税〔2016〕47号'),
  vatFull: confirmed('national.vat.full', '0.06', '增值税法 (2026) services; 财税〔2016〕36号'),
  evaluationPoints: unconfirmed('national.budget.execution_points', '10', '财预〔2020〕10号'),
  /** First birth month that is delayed, birth months per month of delay, longest delay in months, age in months before the reform. */
  retirement: confirmed(
    'national.retirement.delay',
    {
      male60: { from: '1965-01', step: 4, most: 36, age: 720 },
      female55: { from: '1970-01', step: 4, most: 36, age: 660 },
      female50: { from: '1975-01', step: 2, most: 60, age: 600 },
    },
    '全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13)',
  ),
} as const;
