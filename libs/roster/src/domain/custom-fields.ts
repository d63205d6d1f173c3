import {
  asOf,
  DomainError,
  formatYuan,
  type Id,
  type LocalDate,
  parseText,
  parseYuan,
  timelineOf,
} from '@gridstaff/kernel';
import type { RecordedFact } from './fact-change';
import { parseFactDate } from './texts';

/** `sealed`: a number or text as telling as an ID number, kept and shown like one. */
export const FIELD_TYPES = ['text', 'number', 'money', 'date', 'choice', 'yes_no', 'sealed'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Something that a centre wants to know of each person beside what the product knows. */
export interface CustomField {
  code: string;
  nameZh: string;
  nameEn: string;
  type: FieldType;
  /** Of a choice; empty of everything else. */
  choices: readonly string[];
  order: number;
}

/** From a date on; `inUse` false: nothing new is entered, what was stays. The type of a field never changes. */
export interface CustomFieldFact extends RecordedFact {
  code: string;
  nameZh: string;
  nameEn: string;
  fieldType: FieldType;
  /** JSON. */
  choices: string;
  sortOrder: number;
  inUse: boolean;
}

const LONGEST_VALUE = 200;
const MOST_CHOICES = 50;
const LONGEST_CHOICE = 40;

/** Every field of the centre with what is known of it on a day, those out of use or still to come last. */
export function fieldsOn(facts: readonly CustomFieldFact[], on: LocalDate): (CustomField & { inUse: boolean })[] {
  return [...new Set(facts.map(({ code }) => code))]
    .flatMap((code) => {
      const own = facts.filter((one) => one.code === code);
      const held = asOf(own, on);
      const fact = held ?? timelineOf(own)[0]?.fact;
      if (!fact) return [];
      const { nameZh, nameEn, fieldType, sortOrder } = fact;
      const choices = JSON.parse(fact.choices) as string[];
      return [{ code, nameZh, nameEn, type: fieldType, choices, order: sortOrder, inUse: held?.inUse ?? false }];
    })
    .sort((a, b) => Number(b.inUse) - Number(a.inUse) || a.order - b.order || (a.code < b.code ? -1 : 1));
}

/** @throws DomainError INVALID_INPUT for a choice without choices, or choices of anything else; TEXT_INVALID, OUT_OF_RANGE */
export function parseChoices(type: FieldType, choices: readonly string[]): string[] {
  const parsed = [...new Set(choices.map((choice) => parseText(choice, 'choices', LONGEST_CHOICE)))];
  if ((type === 'choice') !== parsed.length > 0)
    throw new DomainError('INVALID_INPUT', { reason: 'choices' }, { field: 'choices' });
  if (parsed.length > MOST_CHOICES)
    throw new DomainError('OUT_OF_RANGE', { value: String(parsed.length) }, { field: 'choices' });
  return parsed;
}

/**
 * What was entered, in the one form in which it is kept.
 * @throws DomainError NOT_A_NUMBER, NOT_A_DATE, OUT_OF_RANGE, NOT_A_CHOICE, TEXT_INVALID, MISSING_FIELD
 */
export function parseFieldValue({ type, choices }: Pick<CustomField, 'type' | 'choices'>, input: string): string {
  const text = input.normalize('NFKC').trim();
  const oneOf = (all: readonly string[]): string => {
    if (!all.includes(text))
      throw new DomainError('NOT_A_CHOICE', { value: text.slice(0, 40), choices: all.join(', ') }, { field: 'value' });
    return text;
  };
  switch (type) {
    case 'number':
      if (!/^-?\d{1,12}(?:\.\d{1,6})?$/.test(text))
        throw new DomainError('NOT_A_NUMBER', { value: text.slice(0, 40) }, { field: 'value' });
      return text
        .replace(/^(-?)0+(?=\d)/, '$1')
        .replace(/(\.\d*?)0+$/, '$1')
        .replace(/\.$/, '');
    case 'money':
      return formatYuan(parseYuan(text));
    case 'date':
      return parseFactDate(text, 'value');
    case 'choice':
      return oneOf(choices);
    case 'yes_no':
      return oneOf(['yes', 'no']);
    default:
      return parseText(input, 'value', LONGEST_VALUE);
  }
}

/** @throws DomainError INVALID_INPUT */
export function parseFieldType(input: string): FieldType {
  const type = FIELD_TYPES.find((one) => one === input);
  if (!type) throw new DomainError('INVALID_INPUT', { reason: FIELD_TYPES.join(', ') }, { field: 'type' });
  return type;
}

export abstract class CustomFieldStore {
  /** Every recorded row of the centre. */
  abstract facts(centreId: Id): Promise<CustomFieldFact[]>;
  abstract insert(facts: readonly CustomFieldFact[]): Promise<void>;
}
