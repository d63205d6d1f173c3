import { defineErrors } from './catalogue';

export const calendarErrors = defineErrors({
  CALENDAR_INVALID: {
    kind: 'user',
    status: 422,
    zh: '日历文件 {file} 有 {count} 处错误，未作任何更改；请按所列位置逐一修改后重新导入。',
    en: 'The calendar file {file} has {count} errors and nothing was changed; mend the places listed and load it again.',
  },
  CALENDAR_DATE_OTHER_YEAR: {
    kind: 'user',
    status: 422,
    zh: '{date} 不属于 {year} 年；请移到该年份的日历文件。',
    en: '{date} is not in {year}; move it to the file of its own year.',
  },
  CALENDAR_DATE_TWICE: {
    kind: 'user',
    status: 422,
    zh: '{date} 重复列出；每个日期只能列在休息日、调休上班日、法定节假日之一。',
    en: '{date} is listed twice; a date is either off, worked by swap or statutory.',
  },
  CALENDAR_NOT_A_WEEKEND: {
    kind: 'user',
    status: 422,
    zh: '{date} 本来就是工作日，不能列为调休上班日；请核对放假通知。',
    en: '{date} is a plain workday and cannot be worked by swap; check the holiday notice.',
  },
  CALENDAR_WRONG_TYPE: {
    kind: 'user',
    status: 422,
    zh: '此处应为 {expected} 类型；请参照现有年份的日历文件。',
    en: 'Expected a value of type {expected} here; compare with the calendar file of another year.',
  },
});
