import type { Language } from '@gridstaff/contracts';
import type { RunStatus } from '../../domain';

/** What a pay sheet says by itself; items, people and agencies have their own names. */
export interface PaySheetWords {
  title: string;
  no: string;
  worker: string;
  name: string;
  gross: string;
  deductions: string;
  owed: string;
  net: string;
  received: string;
  total: string;
  agency: string;
  street: string;
  noStreet: string;
  employer: string;
  employerTitle: string;
  employerTotal: string;
  named: (label: string, name: string) => string;
  status: (text: string) => string;
  /** `words` is the amount in capital numerals (大写), which vouchers need in either language. */
  netTotal: (words: string) => string;
  employerSum: (words: string) => string;
  unfinished: Readonly<Partial<Record<RunStatus, string>>>;
}

export const PAY_SHEET_WORDS: Readonly<Record<Language, PaySheetWords>> = {
  zh: {
    ...{ title: '工资表', no: '序号', worker: '工号', name: '姓名', gross: '应发合计', deductions: '扣款合计' },
    ...{ owed: '个人应补缴', net: '实发金额', received: '签收', total: '合计', agency: '派遣公司', street: '街道' },
    ...{ noStreet: '未分配街道', employer: '单位承担', employerTitle: '单位承担部分', employerTotal: '单位承担合计' },
    named: (label, name) => `${label}：${name}`,
    status: (text) => `状态：${text}`,
    netTotal: (words) => `实发合计（大写）：人民币${words}`,
    employerSum: (words) => `单位承担合计（大写）：人民币${words}`,
    unfinished: {
      calculated: '已核算，未提交，不作发放依据',
      submitted: '待复核，不作发放依据',
      checked: '待审批，不作发放依据',
    },
  },
  en: {
    ...{ title: 'Pay sheet', no: 'No', worker: 'Worker', name: 'Name', gross: 'Gross pay', deductions: 'Deductions' },
    ...{ owed: 'Owed by worker', net: 'Net pay', received: 'Received', total: 'Total', agency: 'Agency' },
    ...{ street: 'Street', noStreet: 'No street', employer: 'Employer', employerTitle: 'paid by the employer' },
    employerTotal: 'Employer total',
    named: (label, name) => `${label}: ${name}`,
    status: (text) => `Status: ${text}`,
    netTotal: (words) => `Total net pay (in capital numerals): 人民币${words}`,
    employerSum: (words) => `Total paid by the employer (in capital numerals): 人民币${words}`,
    unfinished: {
      calculated: 'calculated, not submitted; not to be paid by',
      submitted: 'waits for the check; not to be paid by',
      checked: 'waits for approval; not to be paid by',
    },
  },
};
