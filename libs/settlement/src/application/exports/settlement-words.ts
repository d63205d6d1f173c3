import type { Language } from '@gridstaff/contracts';
import type { Settlement, SettlementLine } from '../../domain/settlement';

interface Head {
  centre: string;
  agency: string;
  runNo: number;
  payDate: string;
  people: number;
  status: string;
}

/** What a settlement sheet says by itself. */
export interface SheetWords {
  title: string;
  items: Readonly<Record<SettlementLine['item'], string>>;
  status: Readonly<Record<Settlement['status'], string>>;
  run: (no: number) => string;
  heading: (centre: string, period: string) => string;
  parties: (head: Head) => string;
  columns: readonly [string, string, string, string];
  ofWhich: (item: string) => string;
  passedOn: string;
  use: string;
  passThrough: string;
  service: string;
  total: string;
  people: (count: number) => string;
  /** `words` is the amount in capital numerals (大写). */
  totalInWords: (words: string) => string;
  /** Each fund with what it bears. */
  funds: (parts: readonly string[]) => string;
  proof: (tail: string) => string;
  agencySeal: string;
}

export const SHEET_WORDS: Readonly<Record<Language, SheetWords>> = {
  zh: {
    title: '派遣结算单',
    items: {
      gross: '应发工资',
      employerInsurance: '社会保险（单位部分）',
      employerFund: '住房公积金（单位部分）',
      fee: '派遣管理费',
      net: '实发工资',
      employeeInsurance: '代扣社会保险（个人部分）',
      employeeFund: '代扣住房公积金（个人部分）',
      tax: '代扣个人所得税',
      otherDeductions: '其他扣款',
      receivable: '个人应补缴（冲减）',
      carried: '以前批次多付抵扣（少付补足）',
    },
    status: { prepared: '待确认', confirmed: '已确认', paid: '已支付' },
    run: (no) => `批次${no}`,
    heading: (centre, period) => `${centre} ${period.slice(0, 4)}年${period.slice(5, 7)}月 派遣结算单`,
    parties: ({ centre, agency, runNo, payDate, people, status }) =>
      [
        ...[`甲方：${centre}`, `乙方：${agency}`, `批次：${runNo}`, `发放日期：${payDate}`],
        ...[`人数：${people}`, `状态：${status}`, '金额单位：元'],
      ].join('　　'),
    columns: ['序号', '项目', '金额', '说明'],
    ofWhich: (item) => `　　其中：${item}`,
    passedOn: '代收代付',
    use: '应发工资的去向',
    passThrough: '代收代付小计',
    service: '服务费用',
    total: '结算合计',
    people: (count) => `${count} 人`,
    totalInWords: (words) => `结算合计（大写）：人民币${words}`,
    funds: (parts) => `资金来源：${parts.join('；')}`,
    proof: (tail) => `校验码：${tail}`,
    agencySeal: '派遣公司盖章：',
  },
  en: {
    title: 'Settlement sheet',
    items: {
      gross: 'Gross pay',
      employerInsurance: 'Social insurance (employer)',
      employerFund: 'Housing fund (employer)',
      fee: 'Management fee',
      net: 'net pay',
      employeeInsurance: 'social insurance withheld (employee)',
      employeeFund: 'housing fund withheld (employee)',
      tax: 'income tax withheld',
      otherDeductions: 'other deductions',
      receivable: 'owed by workers (set off)',
      carried: 'Left over from earlier runs',
    },
    status: { prepared: 'to be confirmed', confirmed: 'confirmed', paid: 'paid' },
    run: (no) => `run ${no}`,
    heading: (centre, period) => `${centre} ${period} Settlement sheet`,
    parties: ({ centre, agency, runNo, payDate, people, status }) =>
      [
        ...[`Centre: ${centre}`, `Agency: ${agency}`, `Run: ${runNo}`, `Pay day: ${payDate}`],
        ...[`People: ${people}`, `Status: ${status}`, 'Amounts in yuan'],
      ].join('   '),
    columns: ['No', 'Item', 'Amount', 'Remark'],
    ofWhich: (item) => `　　of which ${item}`,
    passedOn: 'passed on',
    use: 'where gross pay goes',
    passThrough: 'Passed on in total',
    service: 'fee for the service',
    total: 'Settlement total',
    people: (count) => `${count} people`,
    totalInWords: (words) => `Settlement total (in capital numerals): 人民币${words}`,
    funds: (parts) => `Out of: ${parts.join('; ')}`,
    proof: (tail) => `Check code: ${tail}`,
    agencySeal: 'Seal of the agency:',
  },
};
