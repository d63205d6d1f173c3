import { defineErrors } from './catalogue';

/** Pay runs, and why a worker cannot be calculated (the codes of exclusions, beside those of the engine). */
export const payrollErrors = defineErrors({
  ALL_SUSPENDED: {
    kind: 'user',
    status: 422,
    zh: '该人员本月的在岗日全部停职（{days}），没有可计薪的日子；如不应停职，请更正花名册。',
    en: 'All days in post of the month are suspended ({days}), so no day is paid; correct the roster if that is wrong.',
  },
  NO_ASSIGNMENT: {
    kind: 'user',
    status: 422,
    zh: '{days} 在岗但没有分配网格；没有分配不发薪，请在花名册中补录。',
    en: 'In post without a grid on {days}; nobody is paid without an assignment, add it to the roster.',
  },
  NO_GRADE: {
    kind: 'user',
    status: 422,
    zh: '{from} 至 {to}（不含）没有岗级；请在花名册中补录。',
    en: 'No pay grade from {from} to {to} (exclusive); add it to the roster.',
  },
  NO_GRADE_STANDARD: {
    kind: 'user',
    status: 422,
    zh: '岗级 {grade} 在 {on} 没有薪酬标准；请补录该岗级自该日起的标准。',
    en: 'The grade {grade} has no pay standard on {on}; enter one from that day.',
  },
  NO_COEFFICIENT: {
    kind: 'user',
    status: 422,
    zh: '岗级含绩效工资，但本月没有绩效系数；请先登记考核结果。',
    en: 'The grade has performance pay but no coefficient was given for the month; enter the evaluation first.',
  },
  NO_CONTRIBUTION: {
    kind: 'user',
    status: 422,
    zh: '{on} 没有社会保险和公积金参保信息；请补录（不参保也须登记）。',
    en: 'Nothing is known of insurance and housing fund on {on}; enter it, also for someone who is not insured.',
  },
  NO_AGENCY_FEE: {
    kind: 'user',
    status: 422,
    zh: '派遣公司在 {on} 没有管理费标准；请在派遣协议中补录（免费也须登记为 0）。',
    en: 'The agency has no fee on {on}; enter it, 0 where there is none.',
  },
  TAX_MODE_NOT_QUALIFIED: {
    kind: 'user',
    status: 422,
    zh: '登记了 {year} 年一次扣除 6 万元，但该人员 1 月起并未在该派遣公司任职；请更正计税方式。',
    en: 'The deduction of 60,000 at once is registered for {year}, but the worker was not with this agency from January on; correct the tax mode.',
  },
  RUN_KIND: {
    kind: 'user',
    status: 422,
    zh: '不能建立“{kind}”类批次；请使用正常（regular）或补发（supplementary）批次。',
    en: 'A run of the kind “{kind}” cannot be opened; use regular or supplementary.',
  },
  PAY_DATE_RANGE: {
    kind: 'user',
    status: 422,
    zh: '发薪日 {payDate} 不合理：{period} 的工资不能在该月之前或两年之后发放；请检查日期。',
    en: 'Pay for {period} cannot be paid on {payDate}: not before the month and not two years after it; check the date.',
  },
  PAY_DATE_ORDER: {
    kind: 'user',
    status: 409,
    zh: '发薪日 {payDate} 早于已提交的批次 {run} 的发薪月份，累计计税的顺序会错；请改用不早于该批次的发薪月份。',
    en: 'The pay date {payDate} is in an earlier month than that of run {run}, already submitted, so cumulative tax would be out of order; pay in that month or later.',
  },
  FUND_YEAR: {
    kind: 'user',
    status: 422,
    zh: '资金“{fund}”属于 {year} 年，而发薪日为 {payDate}；请选用发薪当年的资金。',
    en: 'The fund “{fund}” is of {year}, but the pay date is {payDate}; choose a fund of the year of payment.',
  },
  REPLACES_LIVE_RUN: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 状态为“{status}”，只有已作废的批次才能由新批次替代。',
    en: 'Run {run} is {status}: only a cancelled run can be replaced by a new one.',
  },
  NO_PAY_SCHEME: {
    kind: 'user',
    status: 422,
    zh: '{period} 没有可用的薪酬方案；请先采用一个从该月或更早开始的方案。',
    en: 'No pay scheme is in force in {period}; adopt one that begins in that month or before.',
  },
  SCHEME_FILE: {
    kind: 'user',
    status: 422,
    zh: '薪酬方案文件有误：{reason}；请改正后重试。',
    en: 'The file of the pay scheme is not valid: {reason}; correct it and try again.',
  },
  CALCULATION_RUNNING: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 正在核算（{done}/{total}）；请等待完成，或先停止。',
    en: 'Run {run} is being calculated ({done} of {total}); wait for it or stop it first.',
  },
  RUN_OUTDATED: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 核算之后，作为累计依据的其他批次、薪酬方案或政策参数已变；请重新核算。',
    en: 'Since run {run} was calculated, the earlier runs it builds on, the scheme or the parameters have changed; calculate it again.',
  },
  RUN_EMPTY: {
    kind: 'user',
    status: 422,
    zh: '批次 {run} 没有工资条；请先处理被排除的人员，或作废该批次。',
    en: 'Run {run} has no payslip; deal with the exclusions first, or cancel the run.',
  },
  EXCLUSIONS_OPEN: {
    kind: 'user',
    status: 422,
    zh: '批次 {run} 还有 {count} 名被排除的人员未处理；请补齐数据后重新核算，或逐一说明原因后提交。',
    en: 'Run {run} leaves out {count} workers that nobody has dealt with; mend their data and calculate again, or acknowledge each with a reason.',
  },
  ALREADY_CLAIMED: {
    kind: 'user',
    status: 409,
    zh: '{period} 的工资中有 {people} 人已由批次 {run} 发放；同一人同一月同一项目只发一次，请改用补发批次、重新核算或作废其中一个。',
    en: 'Run {run} already pays {people} of these workers for {period}; an item of a month is paid once, use a supplementary run, calculate again or cancel one of them.',
  },
  LATER_RUN_COUNTS: {
    kind: 'user',
    status: 409,
    zh: '批次 {later} 的累计计税已包含批次 {run}；请先退回或作废批次 {later}。',
    en: 'Run {later} counts run {run} in its cumulative tax; return or cancel run {later} first.',
  },
  TAX_MODE_EVIDENCE: {
    kind: 'user',
    status: 422,
    zh: '一次扣除 6 万元须同时满足：上年收入不超过 {limit} 元，且上年各月均由本单位申报；请核对证据或改用普通方式。',
    en: 'Deducting 60,000 at once needs last year’s income of at most {limit} yuan and every month of it declared by this unit; check the evidence or use the normal mode.',
  },
  OPENING_MONTHS: {
    kind: 'user',
    status: 422,
    zh: '任职月数 {months} 不能多于截止月份 {throughMonth}。',
    en: 'The months employed {months} cannot exceed the last month {throughMonth}.',
  },
  NOT_EMPLOYED: {
    kind: 'user',
    status: 422,
    zh: '该人员在 {year} 年没有在岗经历，无法确定派遣公司；请先导入花名册。',
    en: 'The worker has no engagement in {year}, so the agency is not known; import the roster first.',
  },
});
