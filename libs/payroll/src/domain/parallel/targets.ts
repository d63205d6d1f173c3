import type { PayItemDefinition } from '@gridstaff/pay-engine';
import type { Totals } from '../run';

/** What a column of somebody's pay sheet says: who, a total, or an item of the scheme by number. */
export type Target = PersonTarget | keyof Totals | `item:${number}`;
export type PersonTarget = 'workerNo' | 'idNumber' | 'name';

export const PERSON_TARGETS: readonly PersonTarget[] = ['workerNo', 'idNumber', 'name'];

/** Headers in use for each, the usual one first; compared without spaces, width and case. */
const SYNONYMS: readonly (readonly [
  target: PersonTarget | keyof Totals,
  zh: readonly string[],
  en: readonly string[],
])[] = [
  ['workerNo', ['工号', '编号', '人员编号', '员工编号', '职工编号'], ['worker no', 'no', 'employee no']],
  [
    'idNumber',
    ['身份证号', '身份证', '身份证号码', '证件号码', '公民身份号码', '身份证件号码'],
    ['id number', 'id no'],
  ],
  ['name', ['姓名', '员工姓名', '职工姓名', '人员姓名'], ['name', 'employee']],
  ['gross', ['应发合计', '应发工资', '应发', '应发金额', '应发小计', '工资合计', '应发总额'], ['gross', 'gross pay']],
  [
    'employeeInsurance',
    ['社保个人合计', '个人社保', '社保个人部分', '社保扣款', '代扣社保', '社保（个人）'],
    ['employee insurance'],
  ],
  [
    'employeeFund',
    ['公积金个人', '个人公积金', '代扣公积金', '住房公积金', '公积金（个人）'],
    ['employee housing fund'],
  ],
  ['tax', ['个税', '个人所得税', '代扣个税', '代扣所得税', '个调税'], ['tax', 'income tax']],
  ['otherDeductions', ['其他扣款', '其他代扣', '其它扣款'], ['other deductions']],
  ['net', ['实发合计', '实发工资', '实发', '实发金额', '实发数', '实领工资'], ['net', 'net pay']],
  ['employerInsurance', ['社保单位合计', '单位社保', '社保单位部分', '社保（单位）'], ['employer insurance']],
  ['employerFund', ['公积金单位', '单位公积金', '公积金（单位）'], ['employer housing fund']],
  ['fee', ['管理费', '派遣管理费', '服务费', '劳务管理费'], ['fee', 'agency fee']],
];

/** Items that sheets call by shorter names. */
const ITEM_SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  base: ['基本工资', '基础工资', '基本'],
  post: ['岗位工资', '岗位津贴', '岗位'],
  seniority: ['工龄工资', '工龄', '工龄补贴'],
  certificate: ['持证津贴', '证书补贴', '职业资格补贴', '社工证补贴'],
  performance: ['绩效工资', '绩效', '绩效奖金', '考核工资'],
  absence: ['缺勤扣款', '考勤扣款', '事假扣款', '病事假扣款', '缺勤'],
  award_pay: ['奖励', '奖金'],
  pension: ['养老', '养老保险', '养老个人', '养老保险个人'],
  medical: ['医疗', '医疗保险', '医保', '医疗个人', '医保个人'],
  unemployment: ['失业', '失业保险', '失业个人'],
  large_medical: ['大病', '大病医疗', '大额医疗', '大病互助'],
  housing_fund: ['公积金', '住房公积金个人'],
  employer_pension: ['单位养老', '养老单位'],
  employer_medical: ['单位医疗', '医疗单位'],
  employer_maternity: ['生育', '生育保险', '单位生育'],
  employer_unemployment: ['单位失业', '失业单位'],
  employer_injury: ['工伤', '工伤保险', '单位工伤'],
};

export interface NamedTarget {
  target: Target;
  zh: string;
  en: string;
}

type KeyOf = (header: string) => string;

/** Every target of a scheme with its names, and the headers by which each is known. */
export class Targets {
  readonly list: readonly NamedTarget[];
  private readonly known = new Map<string, Target>();

  /** @param keyOf how headers are compared */
  constructor(
    items: readonly PayItemDefinition[],
    private readonly keyOf: KeyOf,
  ) {
    const named = items.map(({ no, nameZh, nameEn }): NamedTarget => ({
      target: `item:${no}`,
      zh: nameZh,
      en: nameEn,
    }));
    this.list = [...SYNONYMS.map(([target, [zh = ''], [en = '']]) => ({ target, zh, en })), ...named];
    // The scheme's own names win over what is usual elsewhere.
    for (const { no, code } of items) this.learn(`item:${no}`, ITEM_SYNONYMS[code] ?? []);
    for (const [target, zh, en] of SYNONYMS) this.learn(target, [...zh, ...en]);
    for (const { no, code, nameZh, nameEn } of items) this.learn(`item:${no}`, [nameZh, nameEn, code]);
  }

  isTarget(text: string): text is Target {
    return this.list.some(({ target }) => target === text);
  }

  propose(header: string): Target | undefined {
    return this.known.get(this.keyOf(header));
  }

  private learn(target: Target, names: readonly string[]): void {
    for (const name of names) this.known.set(this.keyOf(name), target);
  }
}
