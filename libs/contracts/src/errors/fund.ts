import { defineErrors } from './catalogue';

/** Amounts in these texts are yuan with two decimals. */
export const fundErrors = defineErrors({
  FUND_SHORT: {
    kind: 'user',
    status: 409,
    zh: '资金“{fund}”不足：需要 {needed} 元，可用 {available} 元，缺口 {short} 元，未作任何保留；请核减批次，或先办理追加、调剂。',
    en: 'Fund “{fund}” is short: {needed} yuan needed, {available} available, {short} missing; nothing was reserved. Reduce the run, or enter a supplement or an adjustment first.',
  },
  FUND_ZERO_LINE: {
    kind: 'user',
    status: 409,
    zh: '“{fund}”在 {year} 年预算中为零，不得安排任何支出；请改用有预算的项目。',
    en: '“{fund}” is a zero line of the {year} budget and takes no spending at all; use a line that has a budget.',
  },
  FUND_BELOW_ZERO: {
    kind: 'user',
    status: 409,
    zh: '资金“{fund}”可用 {available} 元，减少 {amount} 元后将低于零；请减小金额，或先释放在途。',
    en: 'Fund “{fund}” has {available} yuan available; taking {amount} would leave less than zero. Take less, or release what is in transit first.',
  },
  FUND_ADJUST_SAME: {
    kind: 'user',
    status: 400,
    zh: '调剂的调出与调入不能是同一资金“{fund}”；请另选一个。',
    en: 'An adjustment cannot move money from “{fund}” to itself; choose another fund.',
  },
  FUND_ADJUST_ACROSS: {
    kind: 'user',
    status: 400,
    zh: '调剂只能在同一中心、同一年度之内办理；请选择 {year} 年的资金。',
    en: 'An adjustment stays within one centre and one fiscal year; choose a fund of {year}.',
  },
  APPROPRIATION_SIGN: {
    kind: 'user',
    status: 400,
    zh: '金额 {amount} 元的正负号不符合“{kind}”：年初数不能为负，追加、调剂、结转须大于零，追减须小于零；请更正。',
    en: 'The sign of {amount} yuan does not suit “{kind}”: an initial amount is not below zero, supplement, adjustment and carry-over are above zero, a reduction is below; correct it.',
  },
  APPROPRIATION_DATE: {
    kind: 'user',
    status: 400,
    zh: '指标日期 {date} 须在 {year} 年度内且不晚于今天（{today}）；请按文件日期填写。',
    en: 'The date {date} must lie in fiscal year {year} and not after today ({today}); enter the date of the document.',
  },
  RESERVATION_EXISTS: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 在资金“{fund}”上对该派遣公司已有保留；请勿重复审批。',
    en: 'Run {run} already holds a reservation on fund “{fund}” for this agency; do not approve it twice.',
  },
  RESERVATION_CLOSED: {
    kind: 'user',
    status: 409,
    zh: '该笔在途已为“{status}”状态，不能再支付、释放或作废；请刷新后核对。',
    en: 'This reservation is {status} and can no longer be paid, released or voided; reload and check.',
  },
  RESERVATION_USED: {
    kind: 'user',
    status: 409,
    zh: '该笔在途已支付 {paid} 元，不能作废；请改为支付完毕后释放余额。',
    en: '{paid} yuan of this reservation have been paid, so it cannot be voided; release its rest after the last payment.',
  },
  RESERVATION_EXCEEDED: {
    kind: 'user',
    status: 409,
    zh: '支付 {amount} 元超过该笔在途余额 {remaining} 元，未入账；超出部分须另行审批保留。',
    en: 'Paying {amount} yuan exceeds the {remaining} left of the reservation and was not posted; the excess needs a further approved reservation.',
  },
  PAYMENT_WRONG_YEAR: {
    kind: 'user',
    status: 422,
    zh: '支付日期 {date} 不在资金“{fund}”的 {year} 年度；请核对日期，或使用付款当年的资金。',
    en: 'The payment date {date} is not in {year}, the fiscal year of fund “{fund}”; check the date or use a fund of the year of payment.',
  },
  BUDGET_INVALID: {
    kind: 'user',
    status: 422,
    zh: '预算文件有 {count} 处错误，未导入任何内容；请按所列位置逐一修改。',
    en: 'The budget file has {count} errors and nothing was loaded; mend the places listed.',
  },
  BUDGET_SUM: {
    kind: 'user',
    status: 422,
    zh: '{what}：所列合计 {stated} 元，分项之和 {summed} 元，两者不符；请核对原文。',
    en: '{what}: the stated total {stated} differs from the sum of its parts {summed} (yuan); check the source.',
  },
  BUDGET_EXISTS: {
    kind: 'user',
    status: 409,
    zh: '{year} 年预算已经导入；之后的变动请用追加、追减、调剂或结转登记。',
    en: 'The budget of {year} is loaded already; enter later changes as supplement, reduction, adjustment or carry-over.',
  },
  BUDGET_LINE_TWICE: {
    kind: 'user',
    status: 422,
    zh: '预算项目“{name}”在同一年度出现两次；请合并或更名。',
    en: 'The budget line “{name}” stands twice in one year; merge or rename it.',
  },
  BUDGET_CODE_TWICE: {
    kind: 'user',
    status: 422,
    zh: '资金编码“{code}”在同一年度已是“{name}”的编码或名称；请另取编码。',
    en: 'The code “{code}” is code or name of “{name}” in the same year already; choose another.',
  },
  FUND_NOT_IN_YEAR: {
    kind: 'user',
    status: 422,
    zh: '{year} 年没有编码或名称为“{code}”的资金；请在该年度预算中为相应科目填写此编码，或更正资金分摊、薪酬项目。',
    en: 'No fund of {year} has the code or name “{code}”; give the line of that year this code in the budget, or correct the split or the pay item.',
  },
  FUND_NOT_GRANTED: {
    kind: 'user',
    status: 422,
    zh: '资金“{fund}”在 {year} 年没有下达指标，不能承担人员费用；请先下达指标，或改用其他资金。',
    en: 'Nothing was granted to fund “{fund}” in {year}, so it cannot bear pay; grant it first or use another.',
  },
  BUDGET_LINE_FIXED: {
    kind: 'user',
    status: 409,
    zh: '“{name}”年初数已登记为 {known} 元，不能经导入改为 {value} 元；请用追加或追减登记变动。',
    en: 'The initial amount of “{name}” is on record as {known} yuan and cannot be imported as {value}; enter the change as a supplement or reduction.',
  },
  BUDGET_LINE_KIND: {
    kind: 'user',
    status: 409,
    zh: '“{name}”已登记为另一类别（{known}），不能经导入改变类别；请核对名称。',
    en: '“{name}” is on record with another category ({known}) and an import cannot change it; check the name.',
  },
  BUDGET_ZERO_AMOUNT: {
    kind: 'user',
    status: 422,
    zh: '零预算项目“{name}”的金额必须为 0；请更正金额或类别。',
    en: 'The zero line “{name}” must have the amount 0; correct its amount or category.',
  },
});
