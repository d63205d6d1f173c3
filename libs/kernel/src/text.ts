import { DomainError } from './errors';

/**
 * A text a person wrote: composed, trimmed, blanks joined. What a spreadsheet would run as a formula is refused at the door.
 * @throws DomainError MISSING_FIELD, TEXT_INVALID
 */
export function parseText(input: string, field: string, max: number): string {
  const text = input.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') throw new DomainError('MISSING_FIELD', { name: field }, { field });
  if (text.length > max || /^[=+\-@]/.test(text) || /\p{Cc}/u.test(text)) {
    throw new DomainError('TEXT_INVALID', { max }, { field });
  }
  return text;
}
