import { defineErrors } from './catalogue';

export const rosterErrors = defineErrors({});
