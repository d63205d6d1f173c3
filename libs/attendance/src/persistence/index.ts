export { attendanceEntities } from './attendance.entities';
export { SqlAttendanceStore } from './attendance.store';
export { SqlMonthFacts } from './month-facts.reader';
