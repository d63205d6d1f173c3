import { defineErrors } from './catalogue';

export const payrollErrors = defineErrors({});
