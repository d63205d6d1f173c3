import { DomainError, type LocalDate } from '@gridstaff/kernel';
import {
  EDUCATION_LEVELS,
  type EducationLevel,
  oneOf,
  parseAddress,
  parseAnyPhone,
  parseContactName,
  parseEducation,
  POLITICAL_STATUSES,
  type PersonalFactValues,
  type PoliticalStatus,
  type Relation,
  RELATIONS,
} from '../domain/personal-facts';
import type { Worker } from '../domain/worker';
import type { WorkerRecord } from '../domain/worker-record';
import type { PersonalData } from './personal-data';

/** Of a person's row: what is known beside pay and post. What is absent is left as it is. */
export interface PersonalInput {
  education?: EducationLevel;
  school?: string;
  graduatedOn?: LocalDate;
  politicalStatus?: PoliticalStatus;
  householdAddress?: string;
  residenceAddress?: string;
  /** A second mobile phone. */
  otherPhone?: string;
  /** The first family contact: name and phone belong together, the relation is `other` where it is not given. */
  contactName?: string;
  contactPhone?: string;
  contactRelation?: Relation;
}

export interface ParsedPersonal {
  education: { level: EducationLevel; school?: string; graduatedOn?: LocalDate } | undefined;
  politicalStatus: PoliticalStatus | undefined;
  householdAddress: string | undefined;
  residenceAddress: string | undefined;
  otherPhone: string | undefined;
  contact: { position: number; relation: Relation; name: string; phone: string } | undefined;
}

type Read = <T>(field: string, check: () => T) => T | undefined;

/** Reads every personal field and reports every wrong one. */
export function parsePersonal(input: PersonalInput, read: Read): ParsedPersonal {
  const optional = <T>(value: string | undefined, field: string, check: (value: string, field: string) => T) =>
    value === undefined ? undefined : read(field, () => check(value, field));
  const level = optional(input.education, 'education', (value, field) => oneOf(value, EDUCATION_LEVELS, field));
  const { school, graduatedOn } = input;
  if (level !== undefined) read('school', () => parseEducation({ level, school, graduatedOn }));
  const name = optional(input.contactName, 'contactName', parseContactName);
  const phone = optional(input.contactPhone, 'contactPhone', parseAnyPhone);
  const relation = optional(input.contactRelation, 'contactRelation', (value, field) => oneOf(value, RELATIONS, field));
  const needs = (field: string, wanted: boolean, value: string | undefined): void => {
    if (!wanted || value !== undefined) return;
    read(field, () => {
      throw new DomainError('MISSING_FIELD', { name: field }, { field });
    });
  };
  needs('education', (school ?? graduatedOn) !== undefined, input.education);
  needs('contactName', (input.contactPhone ?? input.contactRelation) !== undefined, input.contactName);
  needs('contactPhone', (input.contactName ?? input.contactRelation) !== undefined, input.contactPhone);
  return {
    education: level === undefined ? undefined : { level, school, graduatedOn },
    politicalStatus: optional(input.politicalStatus, 'politicalStatus', (value, field) =>
      oneOf(value, POLITICAL_STATUSES, field),
    ),
    householdAddress: optional(input.householdAddress, 'householdAddress', parseAddress),
    residenceAddress: optional(input.residenceAddress, 'residenceAddress', parseAddress),
    otherPhone: optional(input.otherPhone, 'otherPhone', parseAnyPhone),
    contact: name && phone ? { position: 1, relation: relation ?? 'other', name, phone } : undefined,
  };
}

type Wanted = { [K in keyof PersonalFactValues]: { kind: K; values: PersonalFactValues[K] } }[keyof PersonalFactValues];

/** The facts that a row wants, completed by what holds on the date where the row is silent. */
export function personalWanted(
  person: ParsedPersonal,
  worker: Worker,
  record: WorkerRecord,
  at: LocalDate,
  data: PersonalData,
): Wanted[] {
  const wanted: Wanted[] = [];
  if (person.education) {
    const { level, school, graduatedOn } = person.education;
    const held = record.on('education', at);
    const same = held?.level === level;
    const values = parseEducation({ level, school, graduatedOn });
    wanted.push({
      kind: 'education',
      values: {
        level,
        school: values.school ?? (same ? held.school : null),
        graduatedOn: values.graduatedOn ?? (same ? held.graduatedOn : null),
      },
    });
  }
  const { politicalStatus, householdAddress, residenceAddress, otherPhone, contact } = person;
  if (politicalStatus) wanted.push({ kind: 'political', values: { politicalStatus } });
  if (householdAddress)
    wanted.push({ kind: 'address', values: data.sealAddress(worker, 'household', householdAddress) });
  if (residenceAddress)
    wanted.push({ kind: 'address', values: data.sealAddress(worker, 'residence', residenceAddress) });
  if (otherPhone) wanted.push({ kind: 'otherPhone', values: data.sealOtherPhone(worker, 'second', otherPhone) });
  if (contact) wanted.push({ kind: 'contact', values: data.sealContact(worker, contact) });
  return wanted;
}
