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
  CALENDAR_DIR_UNREADABLE: {
    kind: 'operational',
    status: 500,
    zh: '无法读取日历文件夹 {dir}（{reason}）；请检查安装是否完整、是否有读取权限。',
    en: 'The calendar folder {dir} cannot be read ({reason}); check the installation and the rights to read it.',
  },
  CALENDAR_CHANGED: {
    kind: 'user',
    status: 409,
    zh: '{year} 年的日历已载入且内容不同，未作更改；请核对放假通知，确需更换时选择“替换”。',
    en: 'The calendar of {year} is loaded with other content and was left alone; check the holiday notice and choose to replace it if it is wrong.',
  },
  PERIOD_LOCKED: {
    kind: 'user',
    status: 409,
    zh: '{period} 已锁定，不能再登记或更改；如确需更正，请先说明原因解锁，或在下个月补发补扣。',
    en: '{period} is locked and takes no changes; unlock it with a reason, or correct it in a later month.',
  },
});
