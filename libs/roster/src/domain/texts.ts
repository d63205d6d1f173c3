import { DomainError, type Fen, assertFen, type LocalDate, parseDate, parseText } from '@gridstaff/kernel';

/** Dates outside are slips of the pen (2203 for 2023), not facts of a roster. */
const EARLIEST: LocalDate = '1950-01-01';
const LATEST: LocalDate = '2099-12-31';

/** Valid-from of structure that "was always there" when a centre begins with the product. */
export const BEGINNING: LocalDate = EARLIEST;

/** A person's name; the middle dot of minority names has one form. @throws DomainError MISSING_FIELD, TEXT_INVALID */
export const parseName = (input: string, field = 'name'): string =>
  parseText(input, field, 60)
    .replace(/[•・‧∙⋅．]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu, '·')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

/** A code of the centre's own: letters, digits, dot, dash, underline; at most 32. @throws DomainError CODE_INVALID */
export function parseCode(input: string, field: string): string {
  const text = input.normalize('NFKC').trim();
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,31}$/u.test(text))
    throw new DomainError('CODE_INVALID', { value: text.slice(0, 40) }, { field });
  return text;
}

/** A share between 0 and 1 as decimal text without trailing zeros: "0.050" → "0.05". @throws DomainError RATE_INVALID */
export function parseRate(input: string, field: string): string {
  const text = input.normalize('NFKC').trim();
  if (!/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(text))
    throw new DomainError('RATE_INVALID', { value: text.slice(0, 40) }, { field });
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A civil date that a roster can mean. @throws DomainError NOT_A_DATE, OUT_OF_RANGE */
export function parseFactDate(input: string, field: string): LocalDate {
  const date = parseDate(input, field);
  if (date < EARLIEST || date > LATEST) throw new DomainError('OUT_OF_RANGE', { value: date }, { field });
  return date;
}

/** @throws DomainError NOT_A_NUMBER, NEGATIVE_AMOUNT */
export function parseAmount(value: Fen, field: string): Fen {
  if (assertFen(value, field) < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field });
  return value;
}

/** A place in a short list, from 1. @throws DomainError OUT_OF_RANGE */
export function parsePosition(value: number, field: string, last: number): number {
  if (!Number.isSafeInteger(value) || value < 1 || value > last)
    throw new DomainError('OUT_OF_RANGE', { value: String(value) }, { field });
  return value;
}

/** Households, people, seats: 0 to ten million. @throws DomainError OUT_OF_RANGE */
export function parseCount(value: number, field: string): number {
  if (!Number.isSafeInteger(value) || value < 0 || value > 10_000_000) {
    throw new DomainError('OUT_OF_RANGE', { value: String(value) }, { field });
  }
  return value;
}
