import { defineErrors } from './catalogue';

/** Files out: pay sheets, payslips, bank, tax, insurance and settlement files. Amounts are yuan with two decimals. */
export const exportsErrors = defineErrors({
  EXPORT_KIND_UNKNOWN: {
    kind: 'user',
    status: 404,
    zh: '没有名为“{kind}”的导出；可用的有：{kinds}。',
    en: 'There is no export “{kind}”; the kinds are: {kinds}.',
  },
  EXPORT_FORMAT_UNKNOWN: {
    kind: 'user',
    status: 400,
    zh: '“{kind}”不能导出为 {format}；可用的格式有：{formats}。',
    en: '{kind} cannot be exported as {format}; the formats are: {formats}.',
  },
  EXPORT_PURPOSE_NEEDED: {
    kind: 'user',
    status: 400,
    zh: '文件含 {people} 人的证件号或银行卡号（超过 {limit} 人）；请填写用途后再导出，用途会印在文件上并记入审计。',
    en: 'The file holds ID or card numbers of {people} people, more than {limit}; state what it is for. The purpose is printed on the file and kept in the audit log.',
  },
  EXPORT_RUN_STATUS: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 的状态是 {status}，还不能导出“{kind}”；请先办理到：{needed}。',
    en: 'Run {run} is {status}, too early or too late for the file “{kind}”; it can be made when the run is: {needed}.',
  },
  EXPORT_AGENCY_UNKNOWN: {
    kind: 'user',
    status: 404,
    zh: '批次 {run} 中没有派遣公司“{agency}”的人员；本批次的公司有：{agencies}。',
    en: 'Run {run} has nobody of the agency “{agency}”; its agencies are: {agencies}.',
  },
  EXPORT_NOTHING: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 没有可写入“{kind}”的内容；请核对批次与所选派遣公司。',
    en: 'Run {run} holds nothing for the file “{kind}”; check the run and the agency chosen.',
  },
  EXPORT_NO_SETTLEMENT: {
    kind: 'user',
    status: 409,
    zh: '批次 {run} 还没有结算单；请先在批次审批后办理结算。',
    en: 'Run {run} has no settlement yet; settle it with the agencies after approval.',
  },
  EXPORT_TOTALS: {
    kind: 'bug',
    status: 500,
    zh: '导出“{item}”合计与批次 {run} 不符：{left} 元与 {right} 元；文件未生成，请联系管理员对账。',
    en: '“{item}” of the export does not tie with run {run}: {left} against {right} yuan; no file was made. Have it reconciled.',
  },
  EXPORT_LAYOUT_UNKNOWN: {
    kind: 'user',
    status: 404,
    zh: '没有版式“{layout}”；可用的有：{layouts}。',
    en: 'There is no layout “{layout}”; the layouts are: {layouts}.',
  },
  EXPORT_LAYOUT_FILE: {
    kind: 'operational',
    status: 500,
    zh: '版式文件有误：{reason}；请更正 config/layouts 下的文件。',
    en: 'The layout file is wrong: {reason}; mend the file under config/layouts.',
  },
  EXPORT_OPTION: {
    kind: 'user',
    status: 400,
    zh: '选项“{name}”的值“{value}”无效；可用的有：{choices}。',
    en: 'The option “{name}” cannot be “{value}”; it can be: {choices}.',
  },
  EXPORT_TEMPLATE_COLUMNS: {
    kind: 'user',
    status: 400,
    zh: '上传的模板中没有含“{columns}”列的表头；请上传税务客户端的“正常工资薪金收入”模板（.xlsx）。',
    en: 'The uploaded template has no header row with the columns {columns}; upload the tax client’s template of normal wages as .xlsx.',
  },
  EXPORT_TEMPLATE_UNFIT: {
    kind: 'user',
    status: 400,
    zh: '模板缺少列“{column}”，而有人员在该列有金额；请使用更新版本的模板。',
    en: 'The template lacks the column “{column}”, for which somebody has an amount; use a newer version of the template.',
  },
  EXPORT_REASON_NEEDED: {
    kind: 'user',
    status: 400,
    zh: '所选列含有个人信息；请填写用途后再导出，用途会印在文件上并记入审计。',
    en: 'The chosen columns say something of people; state what the file is for. The purpose is printed on it and kept in the audit log.',
  },
  EXPORT_EMPTY: {
    kind: 'user',
    status: 409,
    zh: '按当前条件没有可导出的数据；请放宽查询条件后再导出。',
    en: 'Nothing meets the present conditions; widen the search, then export.',
  },
  EXPORT_TOO_MANY: {
    kind: 'user',
    status: 429,
    zh: '您已有 {limit} 个导出任务尚未完成；请在导出中心等待或停止其中一些。',
    en: '{limit} of your exports are not finished; wait for some of them in the export centre, or stop them.',
  },
  EXPORT_OVER: {
    kind: 'user',
    status: 409,
    zh: '该导出任务已结束（{status}），无需停止。',
    en: 'This export is over ({status}); there is nothing to stop.',
  },
  EXPORT_NOT_READY: {
    kind: 'user',
    status: 409,
    zh: '文件还没有生成（{status}）；请在导出中心查看进度，完成后再下载。',
    en: 'The file is not there yet ({status}); look at the export centre and download it when it is done.',
  },
  EXPORT_EXPIRED: {
    kind: 'user',
    status: 410,
    zh: '文件已超过 24 小时保存期，已删除；如仍需要，请重新导出。',
    en: 'The file was kept for 24 hours and is gone; export again if it is still needed.',
  },
  EXPORT_GIVEN_UP: {
    kind: 'operational',
    status: 500,
    zh: '导出长时间没有完成，已放弃；请重新导出，仍不成功时联系管理员。',
    en: 'The export did not finish for a long time and was given up; try again, and tell an administrator if that fails too.',
  },
});
