import { defineErrors } from './catalogue';

export const exchangeErrors = defineErrors({});
