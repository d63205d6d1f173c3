import type { DifferenceClass } from '../../domain/parallel/compare';

export const CLASS_NAMES: Readonly<Record<DifferenceClass, { zh: string; en: string }>> = {
  missing_person: { zh: '原表缺人', en: 'person missing in the sheet' },
  extra_person: { zh: '原表多人或认不出', en: 'person not in the run, or not recognised' },
  unreadable: { zh: '单元格不是金额', en: 'cell is no amount' },
  item_missing: { zh: '系统没有此项', en: 'item missing in the run' },
  other: { zh: '其他差异', en: 'other difference' },
  base: { zh: '社保公积金基数或比例不同', en: 'contribution base or rate differs' },
  proration: { zh: '计薪折算方法不同', en: 'method of sharing the month differs' },
  tax: { zh: '个税不同', en: 'tax differs' },
  follows: { zh: '由明细差异引起', en: 'follows from the items' },
  rounding: { zh: '尾差', en: 'rounding' },
};

export const METHOD_NAMES: Readonly<Record<string, string>> = {
  actual_workdays: '按当月应出勤天数',
  positive_21_75: '21.75 正算',
  negative_21_75: '21.75 倒扣',
  calendar: '按日历天数',
};

/** The workbook goes back to the office that made it. */
export const sheetText = {
  reasons: '差异说明',
  summary: '核对汇总',
  missing: '原表缺少的人员',
  missingHead: ['工号', '说明'],
  ours: '系统为',
  verdict: '结论',
  verdicts: {
    same: '除尾差外完全一致，可以切换',
    explained: '差异都有明确原因，逐项确认后可以切换',
    open: '还有缺人、缺项或原因不明的差异，先处理再切换',
  },
  people: '系统人数 / 原表人数',
  equal: '完全一致人数 / 匹配人数',
  classHead: ['差异类型', '处数', '人数', '金额合计（元）'],
  unread: '没有对应的列',
  notInSheet: '原表没有的项目',
} as const;
