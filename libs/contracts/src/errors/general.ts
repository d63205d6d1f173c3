import { defineErrors } from './catalogue';

/** Codes of the kernel and of input checking; the calculators' codes are those of the published contract. */
export const generalErrors = defineErrors({
  BUG: {
    kind: 'bug',
    status: 500,
    zh: '系统内部错误，请把编号告知管理员。',
    en: 'Internal error; please give the number to your administrator.',
  },
  NOT_FOUND: {
    kind: 'user',
    status: 404,
    zh: '找不到{what}；请检查编号，或确认您有权查看。',
    en: '{what} not found; check the number, or whether you may see it.',
  },
  FORBIDDEN: {
    kind: 'user',
    status: 403,
    zh: '您没有“{permission}”权限；请联系管理员授权。',
    en: 'You lack the permission “{permission}”; ask your administrator for it.',
  },
  STALE: {
    kind: 'user',
    status: 409,
    zh: '{what}已被他人修改或状态已变；请刷新后重试。',
    en: '{what} was changed by someone else or is in another state; reload and try again.',
  },
  DUPLICATE: {
    kind: 'user',
    status: 409,
    zh: '{what}已存在；请勿重复登记。',
    en: '{what} exists already; do not enter it twice.',
  },
  WRONG_STEP: {
    kind: 'user',
    status: 409,
    zh: '{what}当前状态为“{status}”，不能执行“{step}”；请先完成前面的步骤。',
    en: '{what} is {status}: {step} is not possible now; finish the earlier steps first.',
  },
  NOT_A_NUMBER: {
    kind: 'user',
    status: 400,
    zh: '“{value}”不是有效数字；请填写如 3285.60 的数字。',
    en: '“{value}” is not a number; write it like 3285.60.',
  },
  TOO_MANY_DECIMALS: {
    kind: 'user',
    status: 400,
    zh: '“{value}”小数位数过多；金额最多两位小数。',
    en: '“{value}” has too many decimals; amounts have at most two.',
  },
  NEGATIVE_AMOUNT: { kind: 'user', status: 400, zh: '此处不能为负数。', en: 'A negative value is not possible here.' },
  OUT_OF_RANGE: { kind: 'user', status: 400, zh: '“{value}”超出允许范围。', en: '“{value}” is out of range.' },
  MISSING_FIELD: { kind: 'user', status: 400, zh: '缺少必填项“{name}”。', en: 'The field “{name}” is missing.' },
  UNKNOWN_FIELD: {
    kind: 'user',
    status: 400,
    zh: '未知的字段“{name}”；请删除或检查拼写。',
    en: 'Unknown field “{name}”; remove it or check its spelling.',
  },
  UNKNOWN_OP: { kind: 'user', status: 400, zh: '没有名为“{name}”的试算。', en: 'There is no calculator “{name}”.' },
  NOT_QUALIFIED: {
    kind: 'user',
    status: 422,
    zh: '所给证据不符合该计税方式的条件：{reason}。',
    en: 'The evidence does not qualify for this mode: {reason}.',
  },
  NO_PARAMETERS: {
    kind: 'user',
    status: 422,
    zh: '地区 {region} 没有 {period} 的政策参数；请先导入该月份的政策包。',
    en: 'No policy parameters for region {region} in {period}; load a pack that covers the month.',
  },
  NOT_A_DATE: {
    kind: 'user',
    status: 400,
    zh: '“{value}”不是存在的日期；请按 2026-11-23 的格式填写。',
    en: '“{value}” is not a date of the calendar; write it like 2026-11-23.',
  },
  NOT_A_PERIOD: {
    kind: 'user',
    status: 400,
    zh: '“{value}”不是月份；请按 2026-11 的格式填写。',
    en: '“{value}” is not a month; write it like 2026-11.',
  },
  EMPTY_RANGE: {
    kind: 'user',
    status: 400,
    zh: '结束日期 {to} 必须晚于开始日期 {from}。',
    en: 'The end {to} must be after the start {from}.',
  },
  DIVIDE_BY_ZERO: {
    kind: 'user',
    status: 422,
    zh: '计算中出现除以零；请检查公式与输入。',
    en: 'A division by zero; check the formula and its inputs.',
  },
  INVALID_INPUT: { kind: 'user', status: 400, zh: '输入有误：{reason}。', en: 'Invalid input: {reason}.' },
  NO_CALENDAR: {
    kind: 'user',
    status: 422,
    zh: '日历没有覆盖 {year} 年；请先导入该年的放假安排。',
    en: 'No calendar covers {year}; load that year’s holiday schedule first.',
  },
});
