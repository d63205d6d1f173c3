import type { Fen, Id, LocalDate } from '@gridstaff/kernel';
import type { RecordedFact } from './fact-change';

/** Settings of a centre that other rooms read. */
export interface CentreSettings {
  /** Months from the work month to the month of its pay day: 0 pays within the month itself, 1 in the next. */
  payMonthOffset: 0 | 1;
  /** Day of the month on which pay is due; a shorter month pays on its last day. */
  payDay: number;
  /** Whole calendar years before the current one in which differences of months already paid are looked for: 1 looks back to January of last year. */
  retroYears: number;
  /** How an annual bonus is taxed where its sheet leaves that open (公告2023年第30号): apart, or with the wages of the year. */
  bonusMethod: 'separate' | 'together';
}

export const DEFAULT_CENTRE_SETTINGS: CentreSettings = {
  payMonthOffset: 0,
  payDay: 28,
  retroYears: 1,
  bonusMethod: 'separate',
};

export interface Centre {
  id: Id;
  code: string;
  name: string;
  /** Code of the policy region, e.g. 430200. */
  region: string;
  settings: CentreSettings;
}

export type UnitKind = 'street' | 'community' | 'grid';
/** What a unit may hang under: a street under the centre, a grid under a community or, where there is none, a street. */
export const PARENT_KINDS: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  street: [],
  community: ['street'],
  grid: ['community', 'street'],
};

export interface OrgUnit {
  id: Id;
  code: string;
}

export interface OrgUnitValues {
  name: string;
  kind: UnitKind;
  parentId: Id | null;
  households: number | null;
  population: number | null;
  /** Seats. */
  quota: number | null;
}
export type OrgUnitFact = RecordedFact & { orgUnitId: Id } & OrgUnitValues;

export interface Agency {
  id: Id;
  centreId: Id;
  code: string;
  name: string;
  licenceNo: string | null;
  licenceUntil: LocalDate | null;
  taxNo: string | null;
  bankName: string | null;
  bankAccount: string | null;
}

/** Fen a head for `per_head`; decimal text for `rate`; the other one is 0. */
export interface AgencyFeeValues {
  kind: 'per_head' | 'rate';
  amount: Fen;
  rate: string;
  /** JSON of `FeeTiers`; null where the price does not depend on the head count. */
  tiers: string | null;
}
export type AgencyFeeFact = RecordedFact & { agencyId: Id } & AgencyFeeValues;

export interface PayGrade {
  id: Id;
  code: string;
  name: string;
  postCode: string;
}

/** Fen a month. */
export interface GradeStandardValues {
  base: Fen;
  post: Fen;
  performance: Fen;
}
export type GradeStandardFact = RecordedFact & { gradeCode: string } & GradeStandardValues;

/** Fen a month for whoever holds the certificate. */
export type CertificateStandardFact = RecordedFact & { code: string; amount: Fen };
