import { DomainError, type Fen, type LocalDate, wholeYears, parseText } from '@gridstaff/kernel';
import type { ContributionPatch } from '../domain/contribution';
import { IdNumber } from '../domain/id-number';
import type { Agency, OrgUnit } from '../domain/organisation';
import { parseBankCard, parsePhone } from '../domain/personal';
import { probationWages } from '../domain/probation';
import type { Reference } from '../domain/reference';
import { parseFactDate, parseName } from '../domain/texts';
import { END_REASONS, type EndReason, type ProbationWages } from '../domain/worker-facts';
import type { Problems } from './problems';
import { type ParsedPersonal, parsePersonal, type PersonalInput } from './roster-personal';

/** A person as a file, a form or the demo gives it. What is absent is left as it is, or takes its default for a new person. */
export interface RosterPerson extends ContributionPatch, PersonalInput {
  name: string;
  /** The natural key. */
  idNumber: string;
  /** Only to name an existing worker; must be of the same person. */
  workerNo?: number;
  phone?: string;
  /** Code or full name. */
  agency: string;
  joinedOn: LocalDate;
  /** Last day in post; the engagement ends with it. */
  lastDay?: LocalDate;
  endReason?: EndReason;
  reason?: string;
  /** Default for a new engagement: in_post. */
  status?: 'probation' | 'in_post';
  /** Last day of probation: from the next day on the engagement is in post. Of a new engagement in probation. */
  probationLastDay?: LocalDate;
  /** Wage of the contract after probation and the lowest one of the same post, fen a month: floors of the pay in probation. */
  contractWage?: Fen;
  lowestSamePost?: Fen;
  gridCode: string;
  gradeCode: string;
  /** Default: the grade's post. */
  postCode?: string;
  certificate?: string;
  certificateNo?: string;
  certificateIssuedOn?: LocalDate;
  bankCard?: string;
  bankName?: string;
  /** From when changes hold; required when an existing person's facts differ. */
  effectiveFrom?: LocalDate;
}

/** The same after every field has been read and every name resolved. */
export interface ParsedPerson {
  index: number;
  name: string;
  id: IdNumber;
  workerNo: number | undefined;
  phone: string | undefined;
  agency: Agency;
  joinedOn: LocalDate;
  end: { lastDay: LocalDate; endReason: EndReason } | undefined;
  reason: string | null;
  status: 'probation' | 'in_post' | undefined;
  probationLastDay: LocalDate | undefined;
  wages: Partial<ProbationWages>;
  grid: OrgUnit;
  grade: { gradeCode: string; postCode: string };
  contribution: ContributionPatch;
  certificate: { code: string; number: string | undefined; issuedOn: LocalDate | undefined } | undefined;
  bankCard: string | undefined;
  bankName: string | undefined;
  effectiveFrom: LocalDate | undefined;
  personal: ParsedPersonal;
}

const MIN_AGE = 16;

/** Employing under sixteens is forbidden: 劳动法 art. 15. @throws DomainError WORKER_TOO_YOUNG */
function refuseMinor(id: IdNumber, joinedOn: LocalDate): void {
  if (wholeYears(id.birthDate, joinedOn) < MIN_AGE)
    throw new DomainError('WORKER_TOO_YOUNG', { date: joinedOn }, { field: 'joinedOn' });
}

/** Reads every field of a person and reports every wrong one; undefined when there is any. */
export function parsePerson(
  input: RosterPerson,
  index: number,
  reference: Reference,
  problems: Problems,
): ParsedPerson | undefined {
  const read = <T>(field: string, check: () => T): T | undefined => problems.attempt(index, field, check);
  const optional = <I, T>(value: I | undefined, field: string, check: (value: I, field: string) => T): T | undefined =>
    value === undefined ? undefined : read(field, () => check(value, field));
  const text = (max: number) => (value: string, field: string) => parseText(value, field, max);

  const name = read('name', () => parseName(input.name));
  const id = read('idNumber', () => IdNumber.parse(input.idNumber));
  const phone = optional(input.phone, 'phone', parsePhone);
  const agency = read('agency', () => reference.requireAgency(input.agency.trim(), 'agency'));
  const joinedOn = read('joinedOn', () => parseFactDate(input.joinedOn, 'joinedOn'));
  const lastDay = optional(input.lastDay, 'lastDay', parseFactDate);
  const probationLastDay = optional(input.probationLastDay, 'probationLastDay', (value, field) => {
    const day = parseFactDate(value, field);
    if (input.status !== 'probation') throw new DomainError('PROBATION_STATUS', {}, { field });
    if (joinedOn && day < joinedOn) throw new DomainError('EMPTY_RANGE', { from: joinedOn, to: day }, { field });
    if (lastDay && day >= lastDay) throw new DomainError('EMPTY_RANGE', { from: day, to: lastDay }, { field });
    return day;
  });
  const wages = read('contractWage', () => probationWages(input));
  const reason = optional(input.reason, 'reason', text(200));
  const grid = read('gridCode', () => reference.requireUnit(input.gridCode.trim(), 'gridCode'));
  const grade = read('gradeCode', () => reference.requireGrade(input.gradeCode.trim(), 'gradeCode'));
  const postCode = optional(input.postCode, 'postCode', text(32));
  const certificate = optional(input.certificate, 'certificate', (code, field) => {
    reference.requireCertificate(code.trim(), field);
    return code.trim();
  });
  const certificateNo = optional(input.certificateNo, 'certificateNo', text(60));
  const issuedOn = optional(input.certificateIssuedOn, 'certificateIssuedOn', parseFactDate);
  const bankCard = optional(input.bankCard, 'bankCard', parseBankCard);
  const bankName = optional(input.bankName, 'bankName', text(80));
  const personal = parsePersonal(input, read);
  const effectiveFrom = optional(input.effectiveFrom, 'effectiveFrom', parseFactDate);
  const endReason = optional(input.endReason, 'endReason', (value, field) => {
    if (END_REASONS.includes(value)) return value;
    throw new DomainError('INVALID_INPUT', { reason: END_REASONS.join(', ') }, { field });
  });
  if (id && joinedOn) read('joinedOn', () => refuseMinor(id, joinedOn));
  if (problems.has(index) || !name || !id || !agency || !joinedOn || !grid || !grade) return undefined;
  const { insured, insuranceBase, fundMember, fundBase, fundEmployerRate, fundEmployeeRate } = input;
  return {
    ...{
      index,
      name,
      id,
      workerNo: input.workerNo,
      phone,
      agency,
      joinedOn,
      status: input.status,
      probationLastDay,
      wages: wages ?? {},
      grid,
      bankCard,
      bankName,
      effectiveFrom,
      personal,
    },
    end: lastDay === undefined ? undefined : { lastDay, endReason: endReason ?? 'left' },
    reason: reason ?? null,
    grade: { gradeCode: grade.code, postCode: postCode ?? grade.postCode },
    contribution: { insured, insuranceBase, fundMember, fundBase, fundEmployerRate, fundEmployeeRate },
    certificate: certificate === undefined ? undefined : { code: certificate, number: certificateNo, issuedOn },
  };
}
