import type { Schema } from './field-schema';

/** The values that cross HTTP, each with an example from which those of whole bodies and answers are made. */
export const ID: Schema = { type: 'string', format: 'uuid', examples: ['01854f6e-8a3c-7b21-9d10-5e2f8c7a4b90'] };
export const YUAN: Schema = {
  type: 'string',
  pattern: '^-?\\d+(\\.\\d{1,2})?$',
  description: 'Decimal yuan as text',
  examples: ['3285.60'],
};
export const DECIMAL: Schema = { type: 'string', pattern: '^-?\\d+(\\.\\d{1,2})?$', examples: ['0.5'] };
export const DATE: Schema = { type: 'string', format: 'date', examples: ['2026-11-23'] };
export const PERIOD: Schema = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}$',
  description: 'Month',
  examples: ['2026-11'],
};
export const INSTANT: Schema = {
  type: 'string',
  format: 'date-time',
  description: 'UTC',
  examples: ['2026-11-23T01:30:00.000Z'],
};
export const HASH: Schema = {
  type: 'string',
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of exactly what was calculated',
  examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
};
export const COUNT: Schema = { type: 'integer', minimum: 0, examples: [12] };
export const NUMBER: Schema = { type: 'integer', minimum: 1, examples: [17] };
export const INTEGER: Schema = { type: 'integer', examples: [1] };
export const TEXT: Schema = { type: 'string', examples: ['text'] };
export const FLAG: Schema = { type: 'boolean', examples: [false] };
export const FREE: Schema = { type: 'object', additionalProperties: true };

export const choice = (...values: readonly string[]): Schema => ({ type: 'string', enum: values });
export const list = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const orNull = (schema: Schema): Schema =>
  typeof schema.type === 'string' && !schema.enum
    ? { ...schema, type: [schema.type, 'null'] }
    : { anyOf: [schema, { type: 'null' }] };

/** An object with exactly these properties, each always there unless it is named as optional. */
export const shape = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

/** What to give as `after`, as it is, to get the next page. */
export const NEXT: Schema = {
  type: ['string', 'null'],
  description: 'Cursor of the next page; null at the end',
  examples: ['WyJ3b3JrZXJObyIsMTcsMTdd'],
};

/** Part of a list, with the cursor of the next. */
export const pageOf = (name: string, items: Schema): Schema => shape({ [name]: list(items), after: NEXT });
