import { defineErrors } from './catalogue';

export const identityErrors = defineErrors({});
