import type { InputDescription } from '@gridstaff/pay-engine';

const money = (nameZh: string, nameEn: string): InputDescription => ({ nameZh, nameEn, unit: 'money' });

/** What formulas of a pay scheme may name beside other items; any other name is refused when a scheme is adopted. */
export const FORMULA_INPUTS: Readonly<Record<string, InputDescription>> = {
  grade_base: money('岗级基本工资标准', 'base pay of the grade'),
  grade_post: money('岗级岗位工资标准', 'post pay of the grade'),
  grade_performance: money('岗级绩效工资标准', 'performance pay of the grade'),
  certificate_allowance: money('持证津贴标准', 'allowance of the certificates held'),
  coefficient: { nameZh: '绩效系数', nameEn: 'performance coefficient', unit: 'number' },
  years_of_service: { nameZh: '本单位工龄（年）', nameEn: 'whole years of service', unit: 'number' },
  award: money('当月奖励', 'award of the month'),
};
