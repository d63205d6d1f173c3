import { DomainError, isLocalDate, type LocalDate } from '@gridstaff/kernel';

export type IdKind = 'resident_id' | 'residence_permit';
export type Sex = 'male' | 'female';

/** Weights and check characters of GB 11643-1999 (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** Province codes of GB/T 2260. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
);
/** First digits of the residence permits for people of Hong Kong, Macao and Taiwan (港澳台居民居住证). */
const PERMITS = new Set(['81', '82', '83']);

/** Full-width characters become half-width, blanks fall away, the check letter is upper case. */
export const normaliseIdNumber = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();

export function checkDigitOf(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (WEIGHTS[i] as number) * Number(first17[i]);
  return CHECK[sum % 11] as string;
}

/** A citizen identity number or residence permit number of 18 characters (GB 11643); what it says of the person is derived. */
export class IdNumber {
  private constructor(readonly text: string) {}

  /**
   * @throws DomainError ID_FIFTEEN_DIGITS (first-generation numbers ended with 2012), ID_LENGTH, ID_CHARACTERS, ID_REGION, ID_BIRTH_DATE,
   * ID_CHECK_DIGIT; none of them repeats the number
   */
  static parse(input: string, field = 'idNumber'): IdNumber {
    const text = normaliseIdNumber(input);
    const refuse = (code: string, params = {}): never => {
      throw new DomainError(code, params, { field });
    };
    if (/^\d{15}$/.test(text)) refuse('ID_FIFTEEN_DIGITS');
    if (text.length !== 18) refuse('ID_LENGTH', { length: text.length });
    if (!/^\d{17}[\dX]$/.test(text)) refuse('ID_CHARACTERS');
    const region = text.slice(0, 2);
    if (!PROVINCES.has(region) && !PERMITS.has(region)) refuse('ID_REGION', { region });
    const id = new IdNumber(text);
    if (!isLocalDate(id.birthDate) || id.birthDate < '1900-01-01') refuse('ID_BIRTH_DATE');
    if (text[17] !== checkDigitOf(text)) refuse('ID_CHECK_DIGIT');
    return id;
  }

  get kind(): IdKind {
    return PERMITS.has(this.text.slice(0, 2)) ? 'residence_permit' : 'resident_id';
  }

  get birthDate(): LocalDate {
    return `${this.text.slice(6, 10)}-${this.text.slice(10, 12)}-${this.text.slice(12, 14)}`;
  }

  get birthYear(): number {
    return Number(this.text.slice(6, 10));
  }

  get sex(): Sex {
    return Number(this.text[16]) % 2 === 1 ? 'male' : 'female';
  }
}
