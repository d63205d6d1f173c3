import { column, type SheetSpec } from '@gridstaff/exchange';
import { WORKER_COLUMNS } from './row-workers';
import { MODE_COLUMNS } from './tax-mode';

const REQUIRED = { required: true };
const TO_DATE = [
  '元；本年在本派遣公司至截止月份的累计数。',
  'Yuan; this year at this agency up to that month.',
] as const;

/** Year to date at the agency before the system took over, and how the basic deduction is counted. */
export const TAX_SHEET: SheetSpec = {
  zh: '计税期初',
  en: 'Tax to date',
  optional: true,
  columns: [
    ...WORKER_COLUMNS,
    column('taxYear', ['计税年度', 'Tax year'], 'int', '2023', ['按发薪月份。', 'By month of payment.'], REQUIRED),
    column(
      'throughMonth',
      ['截止月份', 'Through month'],
      'int',
      '0',
      ['累计数含到几月；0 为没有。', 'Last month in the figures; 0: none.'],
      REQUIRED,
    ),
    column(
      'months',
      ['任职月数', 'Months employed'],
      'int',
      '0',
      ['截止月份前在本公司任职的月数。', 'Months at this agency up to then.'],
      REQUIRED,
    ),
    column('income', ['累计收入', 'Income'], 'yuan', '0.00', TO_DATE),
    column('exempt', ['累计免税收入', 'Exempt income'], 'yuan', '', TO_DATE),
    column('special', ['累计专项扣除', 'Special deductions'], 'yuan', '', TO_DATE),
    column('other', ['累计其他扣除', 'Other deductions'], 'yuan', '', TO_DATE),
    column('relief', ['累计减免税额', 'Relief'], 'yuan', '', TO_DATE),
    column('tax', ['累计已扣税额', 'Tax withheld'], 'yuan', '', TO_DATE),
    ...MODE_COLUMNS,
  ],
};

export const LEAVE_SHEET: SheetSpec = {
  zh: '假期余额',
  en: 'Leave balances',
  optional: true,
  columns: [
    ...WORKER_COLUMNS,
    column('year', ['年度', 'Year'], 'int', '2023', ['余额所属年度。', 'Year of the balance.'], REQUIRED),
    column(
      'days',
      ['年休假余额', 'Annual leave left'],
      'decimal',
      '5',
      ['天，最多两位小数。', 'Days, at most two decimals.'],
      REQUIRED,
    ),
  ],
};

export const SPENT_SHEET: SheetSpec = {
  zh: '资金已支出',
  en: 'Fund spent',
  optional: true,
  columns: [
    column('fiscalYear', ['预算年度', 'Fiscal year'], 'int', '2023', ['资金所属年度。', 'Year of the fund.'], REQUIRED),
    column('fund', ['资金名称', 'Fund'], 'text', '基层社会治理专项', ['与预算一致。', 'As in the budget.'], { ...REQUIRED, list: 'fund' }),
    column(
      'amount',
      ['已支出', 'Spent'],
      'yuan',
      '1361500.00',
      ['元；启用系统前已支付的金额。', 'Yuan paid before the system was in use.'],
      REQUIRED,
    ),
    column('documentNo', ['凭证号', 'Document'], 'text', '', ['可空。', 'May be empty.']),
    column(
      'spentUntil',
      ['截止日期', 'Spent until'],
      'date',
      '2023-01-31',
      ['支出统计到哪一天。', 'Last day that is counted.'],
      REQUIRED,
    ),
  ],
};
