import {
  RETRO_CATEGORIES,
  type AbsenceMethod,
  type InsuranceName,
  type PayItemDefinition,
  type PaySchemeDefinition,
} from '@gridstaff/pay-engine';

type Flags = Partial<Pick<PayItemDefinition, 'taxable' | 'reducedByAbsence' | 'inOvertimeBase'>>;
const PLAIN = { taxable: true, reducedByAbsence: false, inOvertimeBase: false };
const STANDING: Flags = { reducedByAbsence: true, inOvertimeBase: true };

const earning = (
  no: number,
  code: string,
  nameZh: string,
  behaviour: 'segment' | 'last' | 'once',
  formula: string,
  flags: Flags = {},
): PayItemDefinition => ({
  ...{ no, code, nameZh, nameEn: code, kind: 'earning', behaviour, formula },
  ...PLAIN,
  ...flags,
});
const rule = (
  no: number,
  code: string,
  nameZh: string,
  kind: PayItemDefinition['kind'],
  name: PayItemDefinition['rule'],
): PayItemDefinition => ({
  ...{ no, code, nameZh, nameEn: code, kind, behaviour: 'rule', rule: name },
  ...PLAIN,
});
const EMPLOYEE: readonly InsuranceName[] = ['pension', 'medical', 'unemployment', 'large_medical'];
const EMPLOYER: readonly InsuranceName[] = ['pension', 'medical', 'maternity', 'unemployment', 'injury'];

const RETRO_KINDS: readonly PayItemDefinition['kind'][] = ['earning', 'deduction', 'employer_cost'];
/** Two earnings, four deductions, three costs of the employer. */
const retro = RETRO_CATEGORIES.map((category, i) => {
  const kind = i < 2 ? 0 : i < 6 ? 1 : 2;
  return rule(
    90 + 100 * kind + (i % 9),
    `retro_${category}`,
    `补差 ${category}`,
    RETRO_KINDS[kind] ?? 'earning',
    `retro.${category}`,
  );
});

/** A centre's usual scheme: what the golden slips and the property tests calculate. */
export const gridScheme = (absenceMethod: AbsenceMethod = 'actual_workdays'): PaySchemeDefinition => ({
  code: 'grid',
  absenceMethod,
  absencePayRatio: { unpaid: '0', sick: '0.7', absent_without_leave: '0', paid: '1' },
  inputs: {
    base_standard: { nameZh: '基本工资标准', nameEn: 'base standard', unit: 'money' },
    post_standard: { nameZh: '岗位工资标准', nameEn: 'post standard', unit: 'money' },
    certificate_standard: { nameZh: '证书津贴标准', nameEn: 'certificate standard', unit: 'money' },
    phone_standard: { nameZh: '通讯补贴标准', nameEn: 'phone standard', unit: 'money' },
    performance_standard: { nameZh: '绩效标准', nameEn: 'performance standard', unit: 'money' },
    coefficient: { nameZh: '绩效系数', nameEn: 'performance coefficient', unit: 'number' },
    years: { nameZh: '工龄', nameEn: 'years of service', unit: 'number' },
    award_amount: { nameZh: '奖励', nameEn: 'award', unit: 'money' },
  },
  items: [
    earning(10, 'base', '基本工资', 'segment', 'base_standard', STANDING),
    earning(20, 'post', '岗位工资', 'segment', 'post_standard', STANDING),
    earning(30, 'seniority', '工龄工资', 'once', '最小(years, 20) × 50元'),
    earning(40, 'certificate', '证书津贴', 'segment', 'certificate_standard'),
    earning(45, 'phone', '通讯补贴', 'last', 'phone_standard'),
    earning(50, 'performance', '绩效工资', 'segment', 'performance_standard × coefficient'),
    rule(60, 'absence', '缺勤扣款', 'earning', 'absence'),
    rule(71, 'overtime_weekday', '工作日加班', 'earning', 'overtime.weekday'),
    rule(72, 'overtime_restday', '休息日加班', 'earning', 'overtime.restday'),
    rule(73, 'overtime_holiday', '法定节假日加班', 'earning', 'overtime.holiday'),
    earning(80, 'award', '奖励金', 'once', 'award_amount'),
    ...EMPLOYEE.map((name, i) =>
      rule(101 + i, `employee_${name}`, `个人 ${name}`, 'deduction', `insurance.employee.${name}`),
    ),
    rule(110, 'employee_fund', '个人公积金', 'deduction', 'housing_fund.employee'),
    rule(120, 'tax', '个人所得税', 'deduction', 'income_tax'),
    ...EMPLOYER.map((name, i) =>
      rule(201 + i, `employer_${name}`, `单位 ${name}`, 'employer_cost', `insurance.employer.${name}`),
    ),
    rule(210, 'employer_fund', '单位公积金', 'employer_cost', 'housing_fund.employer'),
    rule(61, 'probation_floor', '试用期补足', 'earning', 'probation_floor'),
    rule(62, 'minimum_wage', '最低工资补足', 'earning', 'minimum_wage'),
    rule(74, 'heat', '高温津贴', 'earning', 'heat_allowance'),
    rule(75, 'leave_payout', '未休年休假工资', 'earning', 'annual_leave_payout'),
    rule(87, 'labour_pay', '劳务报酬', 'earning', 'labour.pay'),
    rule(88, 'severance', '经济补偿', 'earning', 'severance.pay'),
    rule(122, 'labour_tax', '劳务报酬个人所得税', 'deduction', 'labour.tax'),
    rule(123, 'severance_tax', '经济补偿个人所得税', 'deduction', 'severance.tax'),
    rule(139, 'loss', '赔偿扣款', 'deduction', 'loss_deduction'),
    rule(85, 'bonus_separate', '年终奖（单独计税）', 'earning', 'bonus.separate'),
    rule(86, 'bonus_together', '年终奖（并入）', 'earning', 'bonus.together'),
    rule(121, 'bonus_tax', '年终奖个人所得税', 'deduction', 'bonus.tax'),
    rule(140, 'recovery', '扣回前期应收', 'deduction', 'recovery'),
    ...retro,
    rule(220, 'fee', '管理费', 'employer_cost', 'agency_fee'),
  ],
});
