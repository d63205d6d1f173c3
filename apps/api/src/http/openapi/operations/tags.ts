import type { Schema } from '../../common/field-schema';
import { choice, COUNT, FLAG, list, ref, shape, TEXT } from '../../common/values';
import type { Operations } from '../operation';

export const TAG_OPERATIONS: Operations = {
  'tags.list': {
    summary: 'Words that the centre marks people with, those out of use last.',
    answer: shape({ tags: list(ref('Tag')) }),
  },
  'tags.define': {
    summary: 'A tag from a date on, or out of use.',
    answer: shape({ changed: FLAG }),
    errors: ['CODE_INVALID', 'TEXT_INVALID', 'OUT_OF_RANGE'],
  },
  'tags.mark': {
    summary: 'Marks people with a tag from a date on, or takes it away; all of them or none.',
    answer: shape({ changed: { ...COUNT, description: 'People for whom it says something new' } }),
    errors: ['TAG_UNKNOWN', 'BEFORE_ENGAGEMENT', 'OUT_OF_RANGE', 'TEXT_INVALID', 'NOT_FOUND'],
  },
};

export const TAG_SCHEMAS = {
  Tag: shape({
    ...{ code: TEXT, name_zh: TEXT, name_en: TEXT, order: COUNT, inUse: FLAG },
    tone: { ...choice('plain', 'info', 'work', 'good', 'warn', 'bad'), description: 'What it is shown in' },
  }),
} as const satisfies Readonly<Record<string, Schema>>;
