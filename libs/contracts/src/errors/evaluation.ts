import { defineErrors } from './catalogue';

export const evaluationErrors = defineErrors({});
