import type { Schema } from '../../common/field-schema';
import { choice, COUNT, FLAG, list, ref, shape, TEXT } from '../../common/values';
import type { Operations } from '../operation';

export const CUSTOM_FIELD_OPERATIONS: Operations = {
  'customFields.list': {
    summary: 'Fields of the centre’s own, those out of use last.',
    answer: shape({ fields: list(ref('CustomField')) }),
  },
  'customFields.define': {
    summary: 'A field from a date on, or out of use; its type never changes.',
    answer: shape({ changed: FLAG }),
    errors: ['FIELD_TYPE_FIXED', 'CODE_INVALID', 'TEXT_INVALID', 'INVALID_INPUT', 'OUT_OF_RANGE', 'MISSING_FIELD'],
  },
  'customFields.set': {
    summary: 'What is known of a worker under a field from a date on; left out: nothing any more.',
    answer: shape({ changed: FLAG }),
    errors: [
      'CUSTOM_FIELD_UNKNOWN',
      'BEFORE_ENGAGEMENT',
      'NOT_A_NUMBER',
      'NOT_A_DATE',
      'NOT_A_CHOICE',
      'OUT_OF_RANGE',
      'TEXT_INVALID',
      'NOT_FOUND',
    ],
  },
};

export const CUSTOM_FIELD_SCHEMAS = {
  CustomField: shape({
    ...{ code: TEXT, name_zh: TEXT, name_en: TEXT, order: COUNT, inUse: FLAG },
    type: choice('text', 'number', 'money', 'date', 'choice', 'yes_no', 'sealed'),
    choices: list(TEXT),
  }),
} as const satisfies Readonly<Record<string, Schema>>;
