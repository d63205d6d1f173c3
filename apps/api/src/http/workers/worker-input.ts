import { DomainError, parseYuan } from '@gridstaff/kernel';
import type { Corrections, FactKind, ProbationPatch, RosterPerson } from '@gridstaff/roster';
import type { ContributionBody, CorrectionBody, HireBody } from './worker.dto';

type Contribution = Corrections['contribution'];

const fenOf = (text: string | undefined, field: string): number | undefined =>
  text === undefined ? undefined : parseYuan(text, field);

/** Only what was sent: a value left out stays as it is. */
const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

export const contributionOf = (body: ContributionBody): Contribution =>
  given({
    insured: body.insured,
    insuranceBase: fenOf(body.insuranceBase, 'insuranceBase'),
    fundMember: body.fundMember,
    fundBase: fenOf(body.fundBase, 'fundBase'),
    fundEmployerRate: body.fundEmployerRate,
    fundEmployeeRate: body.fundEmployeeRate,
  });

/** Amounts of the wages of probation. */
export const probationOf = (body: { contractWage?: string; lowestSamePost?: string }): ProbationPatch =>
  given({
    contractWage: fenOf(body.contractWage, 'contractWage'),
    lowestSamePost: fenOf(body.lowestSamePost, 'lowestSamePost'),
  });

export function personOf(body: HireBody): RosterPerson {
  const {
    insured,
    insuranceBase,
    fundMember,
    fundBase,
    fundEmployerRate,
    fundEmployeeRate,
    engagementStatus,
    contractWage,
    lowestSamePost,
    ...person
  } = body;
  const contribution = contributionOf({
    insured,
    insuranceBase,
    fundMember,
    fundBase,
    fundEmployerRate,
    fundEmployeeRate,
  });
  return { ...person, ...contribution, ...probationOf({ contractWage, lowestSamePost }), status: engagementStatus };
}

const FIELDS: Readonly<Record<FactKind, readonly (keyof CorrectionBody)[]>> = {
  engagement: ['agency', 'engagementStatus', 'endReason', 'contractWage', 'lowestSamePost'],
  assignment: ['gridCode'],
  grade: ['gradeCode', 'postCode'],
  certificate: ['number', 'issuedOn'],
  contribution: ['insured', 'insuranceBase', 'fundMember', 'fundBase', 'fundEmployerRate', 'fundEmployeeRate'],
  bankCard: [],
  phone: [],
  contract: ['contractNo', 'postKind', 'fullTime', 'signedOn'],
  protection: [],
  identityCard: ['validUntil'],
  retirement: ['category'],
  education: [],
  political: [],
  address: [],
  contact: [],
  otherPhone: [],
  tag: [],
  customField: [],
};

/** @throws DomainError UNKNOWN_FIELD for a value that facts of this kind do not have */
export function correctionOf(kind: FactKind, body: CorrectionBody | undefined): Corrections[FactKind] | undefined {
  if (!body) return undefined;
  const sent = given({ ...body });
  for (const name of Object.keys(sent)) {
    if (!(FIELDS[kind] as readonly string[]).includes(name)) {
      throw new DomainError('UNKNOWN_FIELD', { name }, { field: name, path: `values.${name}` });
    }
  }
  if (kind === 'contribution') return contributionOf(sent);
  const { engagementStatus, contractWage, lowestSamePost, ...rest } = sent;
  const values = { ...rest, ...probationOf({ contractWage, lowestSamePost }) };
  return (engagementStatus === undefined ? values : { ...values, status: engagementStatus }) as Corrections[FactKind];
}
