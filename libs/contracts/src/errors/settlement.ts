import { defineErrors } from './catalogue';

export const settlementErrors = defineErrors({});
