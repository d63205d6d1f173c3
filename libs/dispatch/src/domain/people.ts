import type { DateRange, Id, LocalDate } from '@gridstaff/kernel';

/** What the checks look at, in the shape in which the roster gives it; pieces of time are half-open. */
export type RetirementCategory = 'male_60' | 'female_55' | 'female_50';

export interface EmploymentStay extends DateRange {
  agencyId: Id;
  joinedOn: LocalDate;
  endReason: string | null;
  statuses: readonly (DateRange & { status: string })[];
}

export interface Contract extends DateRange {
  agencyId: Id;
  contractNo: string | null;
  postKind: 'temporary' | 'auxiliary' | 'substitute';
  fullTime: boolean;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
  probationEndsOn: LocalDate | null;
  signedOn: LocalDate | null;
}

export interface Employment {
  workerNo: number;
  name: string;
  sex: 'male' | 'female';
  birthDate: LocalDate | null;
  stays: readonly EmploymentStay[];
  contracts: readonly Contract[];
  protections: readonly (DateRange & { ground: string })[];
  certificates: readonly (DateRange & { code: string })[];
  documents: readonly { kind: string; until: LocalDate }[];
  identityCardUntil: LocalDate | null;
  retirement: RetirementCategory | null;
}

export interface Agency {
  id: Id;
  name: string;
  licenceNo: string | null;
  licenceUntil: LocalDate | null;
}
