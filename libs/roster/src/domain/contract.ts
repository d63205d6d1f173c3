import { addDays, type DateRange, DomainError, type Id, type LocalDate, OPEN_END, parseText } from '@gridstaff/kernel';
import { parseFactDate } from './texts';

/** The only posts that may be filled by dispatch (劳动合同法 art. 66). */
export const POST_KINDS = ['temporary', 'auxiliary', 'substitute'] as const;
export type PostKind = (typeof POST_KINDS)[number];

/** Who must not be returned (劳动合同法 art. 42, 劳务派遣暂行规定 art. 13). */
export const PROTECTION_GROUNDS = [
  'pregnancy',
  'maternity',
  'nursing',
  'medical_period',
  'occupational_disease',
  'work_injury',
  'near_retirement',
] as const;
export type ProtectionGround = (typeof PROTECTION_GROUNDS)[number];

/** The age before the delay of 2025: men 60; women 55 as managers and technicians, else 50. */
export const RETIREMENT_CATEGORIES = ['male_60', 'female_55', 'female_50'] as const;
export type RetirementCategory = (typeof RETIREMENT_CATEGORIES)[number];

/** What a dispatch contract says; days inclusive. */
export type ContractValues = {
  agencyId: Id;
  contractNo: string | null;
  postKind: PostKind;
  /** Part-time is not for dispatch (劳动合同法实施条例 art. 30). */
  fullTime: boolean;
  startsOn: LocalDate;
  /** Last day; null for a contract without a fixed term. */
  endsOn: LocalDate | null;
  probationEndsOn: LocalDate | null;
  signedOn: LocalDate | null;
};

export type ProtectionValues = {
  ground: ProtectionGround;
  /** What proves it (the certificate, its number, who issued it), sealed: it tells of somebody's health. */
  evidenceCipher: string;
};

export interface ContractInput {
  contractNo?: string;
  postKind: PostKind;
  fullTime?: boolean;
  startsOn: LocalDate;
  endsOn?: LocalDate;
  probationEndsOn?: LocalDate;
  signedOn?: LocalDate;
}

const dateOr = (value: LocalDate | undefined, field: string): LocalDate | null =>
  value === undefined ? null : parseFactDate(value, field);

/** @throws DomainError NOT_A_DATE, OUT_OF_RANGE, EMPTY_RANGE, TEXT_INVALID, INVALID_INPUT, PROBATION_OUTSIDE_CONTRACT */
export function parseContract(input: ContractInput): Omit<ContractValues, 'agencyId'> {
  if (!POST_KINDS.includes(input.postKind))
    throw new DomainError('INVALID_INPUT', { reason: POST_KINDS.join(', ') }, { field: 'postKind' });
  const startsOn = parseFactDate(input.startsOn, 'startsOn');
  const endsOn = dateOr(input.endsOn, 'endsOn');
  const probationEndsOn = dateOr(input.probationEndsOn, 'probationEndsOn');
  if (endsOn !== null && endsOn < startsOn)
    throw new DomainError('EMPTY_RANGE', { from: startsOn, to: endsOn }, { field: 'endsOn' });
  if (probationEndsOn !== null && (probationEndsOn < startsOn || (endsOn !== null && probationEndsOn > endsOn)))
    throw new DomainError('PROBATION_OUTSIDE_CONTRACT', { date: probationEndsOn }, { field: 'probationEndsOn' });
  return {
    contractNo: input.contractNo === undefined ? null : parseText(input.contractNo, 'contractNo', 64),
    postKind: input.postKind,
    fullTime: input.fullTime ?? true,
    startsOn,
    endsOn,
    probationEndsOn,
    signedOn: dateOr(input.signedOn, 'signedOn'),
  };
}

/** What a contract says after its dates have been put right; days inclusive, the range is half-open. */
export const withTerm = (values: ContractValues, { from, to }: DateRange): ContractValues => ({
  ...values,
  startsOn: from,
  endsOn: to === OPEN_END ? null : addDays(to, -1),
});
