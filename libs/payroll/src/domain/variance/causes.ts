import type { WorkerInput } from '@gridstaff/pay-engine';

/**
 * Why somebody's slip differs from last month's, in the order in which the causes are told apart: each is what replacing its group of
 * inputs adds when the groups before it are already of this month. The order is part of the meaning and never changes silently.
 */
export const INPUT_CAUSES = [
  'days_in_post',
  'calendar',
  'policy',
  'scheme',
  'grade',
  'certificate',
  'seniority',
  'probation',
  'absence',
  'overtime',
  'heat',
  'performance',
  'award',
  'one_off_item',
  'other_input',
  'contribution',
  'tax_year',
  'fee',
  'retro',
  'receivable',
] as const;

export type InputCause = (typeof INPUT_CAUSES)[number];

/** Causes of a whole slip: there is none in one of the two months, so nothing can be told apart. */
export const WHOLE_CAUSES = [
  'first_month',
  'one_off',
  'joined',
  'left',
  'excluded_before',
  'excluded_now',
  'second_slip',
  'engine',
] as const;

export type Cause = InputCause | (typeof WHOLE_CAUSES)[number];

export const CAUSES: readonly Cause[] = [...WHOLE_CAUSES, ...INPUT_CAUSES];

interface Name {
  readonly zh: string;
  readonly en: string;
}

export const CAUSE_NAMES: Readonly<Record<Cause, Name>> = {
  first_month: { zh: '上月没有工资批次', en: 'no run last month' },
  one_off: { zh: '一次性发放，不与上月比较', en: 'one-off pay, not compared with last month' },
  joined: { zh: '新入职', en: 'joined' },
  left: { zh: '已离职', en: 'left' },
  excluded_before: { zh: '上月未列入', en: 'excluded last month' },
  excluded_now: { zh: '本月未列入', en: 'excluded this month' },
  second_slip: { zh: '同月的另一张工资条', en: 'another slip of the same month' },
  engine: { zh: '计算程序版本', en: 'version of the calculation' },
  days_in_post: { zh: '在岗天数', en: 'days in post' },
  calendar: { zh: '当月工作日', en: 'working days of the month' },
  policy: { zh: '政策参数', en: 'policy parameters' },
  scheme: { zh: '薪酬方案', en: 'pay scheme' },
  grade: { zh: '岗级与标准', en: 'grade and its standards' },
  certificate: { zh: '持证津贴', en: 'certificates' },
  seniority: { zh: '工龄', en: 'years of service' },
  probation: { zh: '试用期', en: 'probation' },
  absence: { zh: '考勤缺勤', en: 'absence' },
  overtime: { zh: '加班', en: 'overtime' },
  heat: { zh: '高温户外', en: 'work in heat' },
  performance: { zh: '绩效系数', en: 'performance coefficient' },
  award: { zh: '奖励', en: 'awards' },
  one_off_item: { zh: '一次性项目', en: 'one-off items' },
  other_input: { zh: '其他计薪数据', en: 'other pay data' },
  contribution: { zh: '社保公积金基数', en: 'contribution bases' },
  tax_year: { zh: '本年累计与专项附加扣除', en: 'tax year to date and special deductions' },
  fee: { zh: '派遣公司与管理费', en: 'agency and its fee' },
  retro: { zh: '补发补扣', en: 'retro pay' },
  receivable: { zh: '应收款', en: 'receivables' },
};

/** Month and segment values of formulas, and the cause that each belongs to; any other value is `other_input`. */
const VALUE_CAUSE: Readonly<Record<string, InputCause>> = {
  grade_base: 'grade',
  grade_post: 'grade',
  grade_performance: 'grade',
  certificate_allowance: 'certificate',
  years_of_service: 'seniority',
  coefficient: 'performance',
  award: 'award',
};

export const causeOfValue = (name: string): InputCause => VALUE_CAUSE[name] ?? 'other_input';

/** Members of an input that make up the month itself; they are mixed day by day. */
const FRAME = [
  'workerNo',
  'scheduledDays',
  'calendarDays',
  'segments',
  'values',
] as const satisfies readonly (keyof WorkerInput)[];

const MEMBER_CAUSE: Readonly<Record<string, InputCause>> = {
  overtimeHours: 'overtime',
  insurance: 'contribution',
  housingFund: 'contribution',
  tax: 'tax_year',
  fee: 'fee',
  retro: 'retro',
  receivableBefore: 'receivable',
  bonus: 'award',
  annualLeave: 'one_off_item',
  severance: 'one_off_item',
  loss: 'one_off_item',
  labour: 'one_off_item',
};

/** The cause of each member of an input beside those of its frame; one that is not listed is `other_input`, so nothing is left out. */
export function causesOfMembers(...inputs: readonly WorkerInput[]): Map<string, InputCause> {
  const names = new Set(inputs.flatMap((input) => Object.keys(input)));
  for (const name of FRAME) names.delete(name);
  return new Map([...names].map((name) => [name, MEMBER_CAUSE[name] ?? 'other_input']));
}
