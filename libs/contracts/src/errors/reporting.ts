import { defineErrors } from './catalogue';

export const reportingErrors = defineErrors({});
