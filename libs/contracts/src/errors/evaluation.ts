import { defineErrors } from './catalogue';

export const evaluationErrors = defineErrors({
  COEFFICIENT_INVALID: { kind: 'user', status: 422, zh: '绩效系数“{value}”无效；请填写 0 至 2 之间、最多四位小数的数。', en: 'The coefficient “{value}” is not valid; give a number from 0 to 2 with at most four decimals.' },
  SCORE_INVALID: { kind: 'user', status: 422, zh: '得分“{value}”无效；请填写 0 至 1000 之间、最多两位小数的数。', en: 'The score “{value}” is not valid; give a number from 0 to 1000 with at most two decimals.' },
  EVALUATION_INVALID: { kind: 'user', status: 422, zh: '有 {count} 处错误，未登记任何数据；请逐项更正。', en: '{count} errors, nothing was recorded; correct each of them.' },
});
