import { defineErrors } from './catalogue';

export const fundErrors = defineErrors({});
