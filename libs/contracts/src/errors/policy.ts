import { defineErrors } from './catalogue';

export const policyErrors = defineErrors({
  POLICY_INVALID: {
    kind: 'user',
    status: 422,
    zh: '政策包有 {count} 处错误，未被采用；请按所列文件和位置逐一修改。',
    en: 'The policy packs have {count} errors and were not taken; mend the files and places listed.',
  },
  POLICY_DIR_UNREADABLE: {
    kind: 'operational',
    status: 503,
    zh: '无法读取政策包目录 {dir}（{reason}）；请检查目录是否存在、是否有读取权限。',
    en: 'The policy folder {dir} cannot be read ({reason}); check that it exists and may be read.',
  },
  POLICY_NOT_YAML: {
    kind: 'user',
    status: 422,
    zh: '不是有效的 YAML：{reason}；请改正该行。',
    en: 'Not valid YAML: {reason}; correct that line.',
  },
  POLICY_WRONG_TYPE: {
    kind: 'user',
    status: 422,
    zh: '此处应为 {expected} 类型；请参照同目录其他政策包。',
    en: 'Expected a value of type {expected} here; compare with the other packs.',
  },
  POLICY_UNQUOTED: {
    kind: 'user',
    status: 422,
    zh: '数字 {value} 未加引号；金额和比例须写成带引号的文本，以免失真。',
    en: 'The number {value} is not quoted; write amounts and rates as quoted text, so that no digit is lost.',
  },
  POLICY_UNKNOWN_PARAMETER: {
    kind: 'user',
    status: 422,
    zh: '没有名为“{key}”的政策参数；请检查拼写。',
    en: 'There is no policy parameter “{key}”; check its spelling.',
  },
  POLICY_UNKNOWN_LAYER: {
    kind: 'user',
    status: 422,
    zh: '“{layer}”不是政策层级；目录应为 CN 或六位行政区划代码。',
    en: '“{layer}” is no policy layer; the folder is CN or a six-digit region code.',
  },
  POLICY_OTHER_LAYER: {
    kind: 'user',
    status: 422,
    zh: '文件声明的层级为“{layer}”，却放在“{folder}”目录；请更正其一。',
    en: 'The file says layer “{layer}” but lies in the folder “{folder}”; correct one of them.',
  },
  POLICY_OVERLAP: {
    kind: 'user',
    status: 422,
    zh: '参数“{key}”自 {from} 起与同层另一取值的有效期重叠；请调整起止日期。',
    en: 'The value of “{key}” from {from} overlaps another one of the same layer; adjust their dates.',
  },
  POLICY_GAP: {
    kind: 'user',
    status: 422,
    zh: '地区 {region} 声明的月份中，参数“{key}”在 {from} 至 {to} 没有取值；请补充或缩短声明的月份。',
    en: 'Within the months declared for region {region}, “{key}” has no value from {from} to {to}; add one or declare fewer months.',
  },
  POLICY_NO_COVERAGE: {
    kind: 'user',
    status: 422,
    zh: '没有任何政策包声明地区和覆盖月份；请在地区目录中添加 coverage。',
    en: 'No pack declares a region and its months; add a coverage to the region’s folder.',
  },
  POLICY_NOT_ASCENDING: {
    kind: 'user',
    status: 422,
    zh: '级距须逐级递增，最后一级（且仅最后一级）的上限为 null；此处为“{value}”。',
    en: 'Brackets must rise from row to row, and only the last has up_to null; found “{value}”.',
  },
  POLICY_QUICK_DEDUCTION: {
    kind: 'user',
    status: 422,
    zh: '速算扣除数 {value} 与级距不符，应为 {expected}；请核对税率表。',
    en: 'The quick deduction {value} does not fit the brackets, which give {expected}; check the table.',
  },
  POLICY_BOUNDS_CROSSED: {
    kind: 'user',
    status: 422,
    zh: '{period} 的下限 {low} 高于上限 {high}；请核对两个参数。',
    en: 'In {period} the lower bound {low} is above the upper bound {high}; check both parameters.',
  },
});
