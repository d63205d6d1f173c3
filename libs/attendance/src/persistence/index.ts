import { attendanceEntities as factEntities } from './attendance.entities';
import { sheetEntities } from './sheet.entities';

export { SqlAttendanceStore } from './attendance.store';
export { SqlMonthFacts } from './month-facts.reader';
export { SqlSheetStore } from './sheet.store';
export const attendanceEntities = [...factEntities, ...sheetEntities];
