import { defineErrors } from './catalogue';

export const attendanceErrors = defineErrors({});
