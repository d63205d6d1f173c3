import { attendanceEntities as factEntities } from './attendance.entities';
import { scheduleEntities } from './schedule.entities';
import { sheetEntities } from './sheet.entities';

export { SqlAttendanceStore } from './attendance.store';
export { SqlMonthFacts } from './month-facts.reader';
export { SqlScheduleStore } from './schedule.store';
export { SqlSheetStore } from './sheet.store';
export const attendanceEntities = [...factEntities, ...sheetEntities, ...scheduleEntities];
