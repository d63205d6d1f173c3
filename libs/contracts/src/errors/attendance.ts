import { defineErrors } from './catalogue';

export const attendanceErrors = defineErrors({
  WORKER_NOT_NAMED: { kind: 'user', status: 422, zh: '没有写明人员；请填写工号或证件号码。', en: 'No person is named; give the worker number or the ID number.' },
  WORKER_NAME_WRONG: { kind: 'user', status: 422, zh: '姓名与花名册不一致；请核对工号、证件号码和姓名。', en: 'The name is not the one in the roster; check number and name.' },
  ABSENCE_OUTSIDE_PERIOD: { kind: 'user', status: 422, zh: '日期 {date} 不在 {period} 内；请核对日期，或按所属月份分别导入。', en: '{date} is not in {period}; check it, or import each month by itself.' },
  ABSENCE_CROSSES_MONTH: { kind: 'user', status: 422, zh: '缺勤跨越月末；请在 {lastDay} 处分成两条，各自填写天数。', en: 'The absence runs past the end of the month; split it at {lastDay} and give the days of each part.' },
  ABSENCE_TOO_LONG: { kind: 'user', status: 422, zh: '缺勤 {days} 天，但这段日期只有 {scheduled} 个应出勤日（含法定节假日）；请核对天数或日期。', en: '{days} days of absence in a range of {scheduled} scheduled days (statutory holidays included); check the days or the dates.' },
  ABSENCE_OVERLAP: { kind: 'user', status: 422, zh: '{from} 至 {to} 的缺勤合计 {days} 天，超过 {scheduled} 个应出勤日；请核对重叠的记录。', en: 'Absences from {from} to {to} add up to {days} days, more than the {scheduled} scheduled ones; check the entries that overlap.' },
  LEAVE_KIND_WRONG: { kind: 'user', status: 422, zh: '只有带薪假需要（且必须）写明假别；请更正。', en: 'Paid leave, and nothing else, says what the leave is for; correct the entry.' },
  OVERTIME_TOO_LONG: { kind: 'user', status: 422, zh: '加班 {hours} 小时不可能：{period} 这类日子只有 {days} 天；请核对小时数和加班类别。', en: '{hours} hours of overtime are not possible: {period} has {days} days of that kind; check hours and kind.' },
  TIME_OFF_TOO_LONG: { kind: 'user', status: 422, zh: '已调休 {hours} 小时超过休息日加班 {restday} 小时；请核对。', en: '{hours} hours were taken as time off, more than the {restday} rest-day hours; check both.' },
  HEAT_DAYS_TOO_MANY: { kind: 'user', status: 422, zh: '高温户外 {days} 天超过本人 {period} 在岗的 {scheduled} 个应出勤日；请核对天数。', en: '{days} days in heat are more than the {scheduled} scheduled days in post in {period}; check the days.' },
  LEAVE_KINDS_INVALID: { kind: 'operational', status: 500, zh: '假别文件 {file} 的 {path} 不正确；请更正后重新启动。', en: 'The file of leave kinds {file} is wrong at {path}; correct it and start again.' },
  LEAVE_BALANCE_EXCEEDED: { kind: 'user', status: 422, zh: '{leave}超过可用余额 {over} 天（可休 {available} 天，已休 {taken} 天）；请核对天数，或先登记可补休的休息日加班。', en: '{leave} is {over} days above what there is ({available} to take, {taken} taken); check the days, or record the rest-day overtime that it makes up for first.' },
  ATTENDANCE_INVALID: { kind: 'user', status: 422, zh: '有 {count} 处错误，未登记任何数据；请逐项更正。', en: '{count} errors, nothing was recorded; correct each of them.' },
});
