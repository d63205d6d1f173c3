import { DomainError } from '@gridstaff/kernel';

const MAX_PURPOSE = 200;

/** One line of text, at most 200 characters. @throws DomainError TEXT_TOO_LONG */
export function cleanPurpose(text = ''): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length > MAX_PURPOSE)
    throw new DomainError('TEXT_TOO_LONG', { length: line.length, limit: MAX_PURPOSE }, { field: 'purpose' });
  return line;
}
