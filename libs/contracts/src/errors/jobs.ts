import { defineErrors } from './catalogue';

export const jobsErrors = defineErrors({});
