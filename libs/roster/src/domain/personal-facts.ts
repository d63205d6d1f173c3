import { DomainError, type LocalDate, parseText } from '@gridstaff/kernel';
import { parsePhone } from './personal';
import { parseFactDate } from './texts';

/** Levels of GB/T 4658 (学历代码), highest first. */
export const EDUCATION_LEVELS = [
  ...(['postgraduate', 'bachelor', 'college', 'vocational', 'senior_high', 'junior_high', 'primary', 'other'] as const),
] as const;
export type EducationLevel = (typeof EDUCATION_LEVELS)[number];

/** GB/T 4762 (政治面貌代码); the eight democratic parties are one. */
export const POLITICAL_STATUSES = [
  ...(['party_member', 'probationary_member', 'league_member', 'democratic_party', 'no_party', 'masses'] as const),
] as const;
export type PoliticalStatus = (typeof POLITICAL_STATUSES)[number];

export const ADDRESS_USES = ['household', 'residence'] as const;
/** 户籍地址, 现住址 */
export type AddressUse = (typeof ADDRESS_USES)[number];

export const PHONE_USES = ['second', 'home', 'work'] as const;
export type PhoneUse = (typeof PHONE_USES)[number];

export const RELATIONS = ['spouse', 'parent', 'child', 'sibling', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Family contacts of one person, in the order in which they are called. */
export const MOST_CONTACTS = 3;

export interface EducationValues {
  level: EducationLevel;
  school: string | null;
  graduatedOn: LocalDate | null;
}

/** What is known of a person beside pay and post; each only where the centre needs it. */
export interface PersonalFactValues {
  education: EducationValues;
  political: { politicalStatus: PoliticalStatus };
  address: { addressUse: AddressUse; addressCipher: string; addressIndex: string };
  contact: {
    position: number;
    relation: Relation;
    contactNameCipher: string;
    contactPhoneCipher: string;
    contactIndex: string;
  };
  /** Beside the mobile phone that people are reached and found by. */
  otherPhone: { phoneUse: PhoneUse; otherPhoneCipher: string; otherPhoneIndex: string };
}

/** @throws DomainError INVALID_INPUT with what there is */
export function oneOf<T extends string>(value: string, choices: readonly T[], field: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new DomainError('INVALID_INPUT', { reason: choices.join(', ') }, { field });
  return found;
}

/** @throws DomainError INVALID_INPUT, MISSING_FIELD, TEXT_INVALID, NOT_A_DATE, OUT_OF_RANGE */
export const parseEducation = (input: {
  level: string;
  school?: string;
  graduatedOn?: LocalDate;
}): EducationValues => ({
  level: oneOf(input.level, EDUCATION_LEVELS, 'level'),
  school: input.school === undefined ? null : parseText(input.school, 'school', 80),
  graduatedOn: input.graduatedOn === undefined ? null : parseFactDate(input.graduatedOn, 'graduatedOn'),
});

/** A mobile number, or one of a fixed line with its area code; an extension is refused. @throws DomainError PHONE_INVALID */
export function parseAnyPhone(input: string, field: string): string {
  const digits = input.normalize('NFKC').replace(/[\s()-]/g, '');
  return /^0\d{9,11}$/.test(digits) ? digits : parsePhone(input, field);
}

export const parseAddress = (input: string, field: string): string => parseText(input, field, 120);
export const parseContactName = (input: string, field: string): string => parseText(input, field, 40);
