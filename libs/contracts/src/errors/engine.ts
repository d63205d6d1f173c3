import { defineErrors } from './catalogue';

/** Pay schemes, formulas and the calculation of one worker. `item` is the item's code, `position` counts characters from 1. */
export const engineErrors = defineErrors({
  FORMULA_SYNTAX: { kind: 'user', status: 400, zh: '项目“{item}”的公式第 {position} 个字符处不能出现“{found}”；请检查公式写法。', en: 'The formula of item “{item}” cannot have “{found}” at character {position}; check how it is written.' },
  FORMULA_TYPE: { kind: 'user', status: 400, zh: '项目“{item}”的公式第 {position} 个字符处：比较只能且必须写在“如果”的第一个参数中。', en: 'The formula of item “{item}”, character {position}: a comparison belongs into the first argument of IF, and only there.' },
  FORMULA_LIMIT: { kind: 'user', status: 400, zh: '项目“{item}”的公式在第 {position} 个字符处超过上限 {limit}；请缩短或拆成几个项目。', en: 'The formula of item “{item}” exceeds the limit of {limit} at character {position}; shorten it or split it into several items.' },
  FORMULA_UNKNOWN_NAME: { kind: 'user', status: 400, zh: '项目“{item}”的公式第 {position} 个字符处的“{name}”既不是薪酬项目也不是输入；请检查名称。', en: 'The formula of item “{item}” names “{name}” at character {position}, which is neither an item nor an input; check the name.' },
  SCHEME_CYCLE: { kind: 'user', status: 400, zh: '薪酬项目循环引用：{items}；请修改其中一个公式。', en: 'Pay items refer to each other in a circle: {items}; change one of the formulas.' },
  SCHEME_DUPLICATE: { kind: 'user', status: 400, zh: '薪酬方案中“{value}”重复；编号、代码、名称和规则各只能使用一次。', en: '“{value}” stands twice in the pay scheme; a number, code, name or rule may be used once only.' },
  SCHEME_TOO_MANY_ITEMS: { kind: 'user', status: 400, zh: '薪酬方案最多 {limit} 个项目；请删去不用的项目。', en: 'A pay scheme has at most {limit} items; remove those not used.' },
  SCHEME_EMPTY: { kind: 'user', status: 400, zh: '薪酬方案没有项目；请至少添加一个。', en: 'The pay scheme has no items; add at least one.' },
  SCHEME_ITEM_NUMBER: { kind: 'user', status: 400, zh: '项目“{item}”的编号 {value} 无效；请使用 1 到 999 的整数。', en: 'Item “{item}” has the number {value}; use a whole number from 1 to 999.' },
  SCHEME_ITEM_CODE: { kind: 'user', status: 400, zh: '“{value}”不能作为项目代码或输入名称；请用字母或汉字开头，仅含字母、数字、下划线和汉字，且不与函数同名。', en: '“{value}” cannot be an item code or input name; begin with a letter, use letters, digits, underscores and Chinese characters only, and no function name.' },
  SCHEME_FORMULA_MISSING: { kind: 'user', status: 400, zh: '项目“{item}”没有公式；请填写公式，或选择法定规则。', en: 'Item “{item}” has no formula; write one or choose a statutory rule.' },
  SCHEME_RULE_MISSING: { kind: 'user', status: 400, zh: '项目“{item}”没有有效的法定规则“{rule}”；请选择一个，且不要同时填写公式。', en: 'Item “{item}” names no valid statutory rule (“{rule}”); choose one, and write no formula with it.' },
  SCHEME_RULE_KIND: { kind: 'user', status: 400, zh: '项目“{item}”的种类应为“{expected}”。', en: 'Item “{item}” must be of the kind “{expected}”.' },
  SCHEME_EMPLOYER_COST: { kind: 'user', status: 400, zh: '单位成本项目“{item}”必须使用法定规则；请改为信息项或选择规则。', en: 'The employer cost item “{item}” needs a statutory rule; make it an information item or choose a rule.' },
  SCHEME_RATIO: { kind: 'user', status: 400, zh: '“{name}”的比例“{value}”无效；请填写 0 到 1 之间的小数。', en: 'The ratio “{value}” of “{name}” is not valid; write a decimal from 0 to 1.' },
  PAY_NO_SEGMENTS: { kind: 'user', status: 422, zh: '该人员本月没有在岗时段；请检查其在岗经历，或将其移出本批次。', en: 'The worker has no days in post in this month; check the engagement or leave the worker out of the run.' },
  PAY_SEGMENT_DATES: { kind: 'user', status: 422, zh: '时段 {from} 至 {to} 不在本月内、次序有误或天数不符；请检查变动日期。', en: 'The segment {from} to {to} is outside the month, out of order, or its days do not fit; check the dates of the changes.' },
  PAY_SCHEDULED_DAYS: { kind: 'user', status: 422, zh: '应出勤天数 {days} 超过全月的 {limit} 天；请检查日历与排班。', en: 'The scheduled days {days} exceed the month’s {limit}; check the calendar and the schedule.' },
  PAY_ABSENCE_TOO_LONG: { kind: 'user', status: 422, zh: '{from} 至 {to} 的缺勤 {days} 天超过应出勤 {limit} 天；请更正考勤。', en: 'The absence of {days} days from {from} to {to} exceeds the {limit} scheduled days; correct the attendance.' },
  PAY_INPUT_MISSING: { kind: 'user', status: 422, zh: '项目“{item}”需要的输入“{name}”缺失；请补录后重新计算。', en: 'The input “{name}” that item “{item}” needs is missing; enter it and calculate again.' },
  PAY_INPUT_INVALID: { kind: 'user', status: 422, zh: '输入“{name}”的值“{value}”无效；请更正后重新计算。', en: 'The input “{name}” has the invalid value “{value}”; correct it and calculate again.' },
  PAY_DIVIDE_BY_ZERO: { kind: 'user', status: 422, zh: '项目“{item}”（编号 {itemNo}）的计算出现除以零；请检查公式与输入。', en: 'Item “{item}” (number {itemNo}) divides by zero; check its formula and inputs.' },
  PAY_AMOUNT_TOO_LARGE: { kind: 'user', status: 422, zh: '项目“{item}”（编号 {itemNo}）的金额超出可计算范围；请检查公式与输入。', en: 'The amount of item “{item}” (number {itemNo}) is too large to calculate; check its formula and inputs.' },
  PAY_TAX_MONTHS: { kind: 'user', status: 422, zh: '在本单位任职月数 {months} 不在 0 到 {limit} 之间；请检查入职日期与期初数据。', en: 'The months employed {months} are not between 0 and {limit}; check the hiring date and the opening data.' },
});
