import { defineErrors } from './catalogue';

export const approvalErrors = defineErrors({});
