import { type ErrorParams, isId, isLocalDate, isPeriod, parseYuan } from '@gridstaff/kernel';
import { Transform, Type } from 'class-transformer';
import { registerDecorator, ValidateIf, ValidateNested } from 'class-validator';
import { type DtoClass, noteField, type Schema } from './field-schema';
import { DATE, DECIMAL, ID, PERIOD, YUAN } from './values';

/**
 * The fields a DTO may have. Each decorator knows its error code, so that a refusal reads the same in both languages, and what the API's
 * document says of it; a field is demanded unless it is `@Optional()`.
 */
export interface FieldContext {
  code: string;
  params: ErrorParams;
}

function field(
  code: string,
  check: (value: unknown) => boolean,
  schema: Schema,
  params: ErrorParams = {},
): PropertyDecorator {
  return (target, property) => {
    noteField(target, property, { schema });
    registerDecorator({
      name: code,
      target: target.constructor,
      propertyName: String(property),
      // The library hands the context on only beside a message.
      options: { message: code, context: { code, params } satisfies FieldContext },
      validator: { validate: check },
    });
  };
}

const both =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

/** May be left out; null counts as given. */
export const Optional = (): PropertyDecorator =>
  both(
    ValidateIf((_, value) => value !== undefined),
    (target, property) => noteField(target, property, { optional: true }),
  );

/** C0 and C1 control characters; a text long enough to be a document may hold tabs and line ends. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_BUT_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const DOCUMENT_LENGTH = 1000;

/** Half of a surrogate pair: no text that anybody typed. */
export const LONE_SURROGATE = /\p{Surrogate}/u;

function isText(value: unknown, min: number, max: number): boolean {
  if (typeof value !== 'string' || value.length > max * 2 || LONE_SURROGATE.test(value)) return false;
  if ((max < DOCUMENT_LENGTH ? CONTROL : CONTROL_BUT_LINES).test(value)) return false;
  const length = [...value].length;
  return length >= min && length <= max;
}

/** A text of so many characters (code points); blank ones do not count as given. */
export const IsText = (max: number, min = 1): PropertyDecorator =>
  field(
    'FIELD_TEXT',
    (value) => isText(value, min, max) && (min === 0 || (value as string).trim() !== ''),
    { type: 'string', minLength: min, maxLength: max },
    { min, max },
  );

/** A secret: taken as it is typed, any script, spaces and emoji included. */
export const IsSecret = (): PropertyDecorator =>
  field(
    'FIELD_TEXT',
    (value) => typeof value === 'string' && value !== '' && value.length <= 2000,
    { type: 'string', format: 'password', minLength: 1, maxLength: 1000 },
    { min: 1, max: 1000 },
  );

/** Decimal yuan as text ("3285.60"): a JSON number would have passed through a float. Read it with `parseYuan`. */
export const IsFenText = (): PropertyDecorator => field('FIELD_AMOUNT', isFenText, YUAN);

/** Exactly as the document of the API has it; `parseYuan` also reads what people type. */
const AMOUNT = new RegExp(YUAN.pattern as string);

function isFenText(value: unknown): boolean {
  if (typeof value !== 'string' || !AMOUNT.test(value)) return false;
  try {
    parseYuan(value);
    return true;
  } catch {
    return false;
  }
}

/** Days or hours as decimal text with at most two places ("0.5"). */
export const IsDecimalText = (): PropertyDecorator => field('FIELD_DECIMAL', isFenText, DECIMAL);
export const IsLocalDate = (): PropertyDecorator => field('FIELD_DATE', isLocalDate, DATE);
export const IsPeriod = (): PropertyDecorator => field('FIELD_PERIOD', isPeriod, PERIOD);
export const IsId = (): PropertyDecorator => field('FIELD_ID', isId, ID);
/** A centre's id, or `*` for the installation. */
export const IsScope = (): PropertyDecorator =>
  field('FIELD_ID', (value) => value === '*' || isId(value), { type: 'string', examples: ['*'] });
export const IsFlag = (): PropertyDecorator =>
  field('FIELD_FLAG', (value) => typeof value === 'boolean', { type: 'boolean' });
export const IsChoice = (choices: readonly string[]): PropertyDecorator =>
  field(
    'FIELD_CHOICE',
    (value) => typeof value === 'string' && choices.includes(value),
    { type: 'string', enum: choices },
    { choices: choices.join(', ') },
  );
export const IsWhole = (min: number, max: number): PropertyDecorator =>
  field(
    'FIELD_WHOLE',
    (value) => Number.isSafeInteger(value) && (value as number) >= min && (value as number) <= max,
    { type: 'integer', minimum: min, maximum: max },
    { min, max },
  );

/** The same, from a query, where everything is text. */
export const IsQueryWhole = (min: number, max: number): PropertyDecorator =>
  both(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IsWhole(min, max),
  );

export const IsQueryFlag = (): PropertyDecorator =>
  both(
    Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsFlag(),
  );

const isPlain = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isListOf = (check: (item: unknown) => boolean, max: number) => (value: unknown) =>
  Array.isArray(value) && value.length <= max && value.every(check);

export const IsListOfIds = (max: number): PropertyDecorator =>
  field('FIELD_SHAPE', isListOf(isId, max), { type: 'array', items: ID, maxItems: max });
export const IsListOfWhole = (max: number): PropertyDecorator =>
  field(
    'FIELD_SHAPE',
    isListOf((item) => Number.isSafeInteger(item) && (item as number) > 0, max),
    { type: 'array', items: { type: 'integer', minimum: 1 }, maxItems: max },
  );
/** Texts of so many characters each, blank ones included: what somebody pasted. */
export const IsListOfTexts = (max: number, longest: number): PropertyDecorator =>
  field(
    'FIELD_SHAPE',
    isListOf((item) => isText(item, 0, longest), max),
    { type: 'array', items: { type: 'string', maxLength: longest }, maxItems: max },
  );
/** Objects whose inside is checked elsewhere (the calculators answer each case by itself). */
export const IsFreeList = (max: number): PropertyDecorator =>
  field(
    'FIELD_SHAPE',
    isListOf(() => true, max),
    { type: 'array', items: {}, maxItems: max },
  );
/** A JSON object whose inside is checked elsewhere (a pay scheme has its own compiler). */
export const IsFreeObject = (): PropertyDecorator =>
  field('FIELD_SHAPE', isPlain, { type: 'object', additionalProperties: true });

/** Objects of a class with fields of its own. */
export const IsListOf = (item: () => DtoClass, max: number): PropertyDecorator =>
  both(
    field('FIELD_SHAPE', isListOf(isPlain, max), { type: 'array', maxItems: max }),
    (target, property) => noteField(target, property, { of: item, many: true }),
    ValidateNested({ each: true }),
    Type(item),
  );
export const IsObjectOf = (item: () => DtoClass): PropertyDecorator =>
  both(
    field('FIELD_SHAPE', isPlain, {}),
    (target, property) => noteField(target, property, { of: item }),
    ValidateNested(),
    Type(item),
  );
