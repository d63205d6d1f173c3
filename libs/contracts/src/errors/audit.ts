import { defineErrors } from './catalogue';

export const auditErrors = defineErrors({});
