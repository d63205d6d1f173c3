import { DomainError } from '@gridstaff/kernel';

const compact = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');

/** A mobile number of mainland China, eleven digits; a leading +86 falls away. @throws DomainError PHONE_INVALID */
export function parsePhone(input: string, field = 'phone'): string {
  const text = compact(input).replace(/^\+?86(?=1\d{10}$)/, '');
  if (!/^1[3-9]\d{9}$/.test(text)) throw new DomainError('PHONE_INVALID', {}, { field });
  return text;
}

/** Check digit of ISO/IEC 7812 (Luhn). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * A card or passbook number of 12 to 19 digits. The check digit is looked at only for UnionPay cards (62…): passbook numbers have none.
 * @throws DomainError BANK_CARD_INVALID
 */
export function parseBankCard(input: string, field = 'bankCard'): string {
  const text = compact(input);
  const wrong = !/^\d{12,19}$/.test(text) || (text.startsWith('62') && (text.length < 16 || !passesLuhn(text)));
  if (wrong) throw new DomainError('BANK_CARD_INVALID', {}, { field });
  return text;
}
