import type { Fact, Fen, Id, LocalDate } from '@gridstaff/kernel';
import type { ContractValues, ProtectionValues, RetirementCategory } from './contract';
import type { RecordedFact } from './fact-change';
import type { PersonalFactValues } from './personal-facts';

export type EngagementStatus = 'probation' | 'in_post' | 'suspended';
export const END_REASONS = ['left', 'returned_to_agency', 'contract_ended', 'retired', 'deceased'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Why somebody is suspended: pay stops, so it is never left unsaid. */
export const SUSPENSION_REASONS = [
  'discipline',
  'investigation',
  'detention',
  'unpaid_leave',
  'military',
  'other',
] as const;
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number];

/** What the wage in probation is compared with (劳动合同法 art. 20), fen a month; null where nobody has said. */
export type ProbationWages = {
  /** Of the contract, after probation. */
  contractWage: Fen | null;
  /** The lowest of the same post. */
  lowestSamePost: Fen | null;
};

export const NO_PROBATION_WAGES: ProbationWages = { contractWage: null, lowestSamePost: null };

/** What each kind of fact about a worker says; one table each. Personal values are ciphers with a blind index beside them. */
export type FactValues = {
  /** In post at an agency. `joinedOn` is the first day of this engagement; `endReason` stands on the piece that ends it. */
  engagement: {
    agencyId: Id;
    status: EngagementStatus;
    /** Of a suspension; null in rows of before. */
    statusReason: SuspensionReason | null;
    joinedOn: LocalDate;
    endReason: EndReason | null;
  } & ProbationWages;
  /** On a grid; one main assignment at a time, beside any number of covered grids. */
  assignment: { orgUnitId: Id; covering: boolean };
  grade: { gradeCode: string; postCode: string };
  certificate: { code: string; number: string | null; issuedOn: LocalDate | null };
  /** Bases in fen a month (0: the lowest base), rates as decimal text. */
  contribution: {
    insured: boolean;
    insuranceBase: Fen;
    fundMember: boolean;
    fundBase: Fen;
    fundEmployerRate: string;
    fundEmployeeRate: string;
  };
  bankCard: { cardCipher: string; cardIndex: string; bankName: string | null };
  /** The written contract with the agency; the range is its term. A renewal is a further one. */
  contract: ContractValues;
  /** Why the worker must not be returned for now (劳动合同法 art. 42); one row per ground. */
  protection: ProtectionValues;
  /** Last day of the ID card itself, which is renewed while the number stays. */
  identityCard: { validUntil: LocalDate };
  /** Which retirement age applies. */
  retirement: { category: RetirementCategory };
  /** Whether a tag of the centre is borne; one row per tag. */
  tag: { tagCode: string; held: boolean };
  /** What is known under a field of the centre; one row per field. Sealed ones are a cipher; all null: nothing any more. */
  customField: { fieldCode: string; fieldValue: string | null; fieldCipher: string | null; fieldIndex: string | null };
  /** `phoneTailIndex` is the blind index of the last four digits; null in rows of before until they are filled. */
  phone: { phoneCipher: string; phoneIndex: string; phoneTailIndex: string | null };
} & PersonalFactValues;

export type FactKind = keyof FactValues;

export interface WorkerFactColumns extends RecordedFact {
  workerNo: number;
  reason: string | null;
}
export type WorkerFact<K extends FactKind> = WorkerFactColumns & FactValues[K];
export type WorkerFactLists = { [K in FactKind]: WorkerFact<K>[] };

export const VALUE_KEYS: { readonly [K in FactKind]: readonly (keyof FactValues[K] & string)[] } = {
  engagement: ['agencyId', 'status', 'statusReason', 'joinedOn', 'endReason', 'contractWage', 'lowestSamePost'],
  assignment: ['orgUnitId', 'covering'],
  grade: ['gradeCode', 'postCode'],
  certificate: ['code', 'number', 'issuedOn'],
  contribution: ['insured', 'insuranceBase', 'fundMember', 'fundBase', 'fundEmployerRate', 'fundEmployeeRate'],
  bankCard: ['cardCipher', 'cardIndex', 'bankName'],
  contract: [
    ...(['agencyId', 'contractNo', 'postKind', 'fullTime', 'startsOn', 'endsOn', 'probationEndsOn', 'signedOn'] as const),
  ],
  protection: ['ground', 'evidenceCipher'],
  identityCard: ['validUntil'],
  retirement: ['category'],
  phone: ['phoneCipher', 'phoneIndex', 'phoneTailIndex'],
  education: ['level', 'school', 'graduatedOn'],
  political: ['politicalStatus'],
  address: ['addressUse', 'addressCipher', 'addressIndex'],
  contact: ['position', 'relation', 'contactNameCipher', 'contactPhoneCipher', 'contactIndex'],
  otherPhone: ['phoneUse', 'otherPhoneCipher', 'otherPhoneIndex'],
  tag: ['tagCode', 'held'],
  customField: ['fieldCode', 'fieldValue', 'fieldCipher', 'fieldIndex'],
};

/** Of the kinds that pay reads: what it reads of each. */
export const PAID_KEYS = {
  engagement: ['agencyId', 'status', 'joinedOn', 'contractWage', 'lowestSamePost'],
  assignment: ['orgUnitId', 'covering'],
  grade: ['gradeCode', 'postCode'],
  certificate: ['code'],
  contribution: VALUE_KEYS.contribution,
  bankCard: ['cardIndex'],
} as const satisfies { readonly [K in FactKind]?: readonly (keyof FactValues[K])[] };
export type PaidKind = keyof typeof PAID_KEYS;
export type PaidFact<K extends PaidKind> = Fact & { workerNo: number } & Pick<
    FactValues[K],
    (typeof PAID_KEYS)[K][number] & keyof FactValues[K]
  >;
export type PaidFactLists = { [K in PaidKind]: PaidFact<K>[] };

export const FACT_KINDS = Object.keys(VALUE_KEYS) as readonly FactKind[];
export const isFactKind = (text: string): text is FactKind => Object.hasOwn(VALUE_KEYS, text);

/** Kinds that hold only while the worker is engaged; they end with the engagement. */
export const BOUND_KINDS = ['assignment', 'grade', 'contribution', 'contract'] as const satisfies readonly FactKind[];

export const emptyLists = (): WorkerFactLists => ({
  engagement: [],
  assignment: [],
  grade: [],
  certificate: [],
  contribution: [],
  bankCard: [],
  phone: [],
  contract: [],
  protection: [],
  identityCard: [],
  retirement: [],
  education: [],
  political: [],
  address: [],
  contact: [],
  otherPhone: [],
  tag: [],
  customField: [],
});

const EMPTY = emptyLists();

/** Lists of nothing yet that are replaced, never filled: they share one set of empty lists. */
export const sharedLists = (): WorkerFactLists => ({ ...EMPTY });

type Slots = { readonly [K in FactKind]?: (values: FactValues[K]) => string };

const SLOTS: Slots = {
  assignment: ({ covering, orgUnitId }) => (covering ? orgUnitId : 'main'),
  certificate: ({ code }) => code,
  protection: ({ ground }) => ground,
  address: ({ addressUse }) => addressUse,
  contact: ({ position }) => String(position),
  otherPhone: ({ phoneUse }) => phoneUse,
  tag: ({ tagCode }) => tagCode,
  customField: ({ fieldCode }) => fieldCode,
};

/**
 * Facts of one kind and slot exclude each other in time: one main assignment, one covering per grid, one row per certificate, ground, use of an
 * address or phone, place of a contact, tag, field.
 */
export const slotOf = <K extends FactKind>(kind: K, values: FactValues[K]): string => SLOTS[kind]?.(values) ?? '';

export function valuesOf<K extends FactKind>(kind: K, fact: FactValues[K]): FactValues[K] {
  const values = {} as FactValues[K];
  for (const key of VALUE_KEYS[kind]) values[key] = fact[key];
  return values;
}

/** Ciphers differ at each encryption, and rows of before have no index of the tail; the blind index beside them tells whether the value is the same. */
export const sameValues = <K extends FactKind>(kind: K, a: FactValues[K], b: FactValues[K]): boolean =>
  VALUE_KEYS[kind].every((key) => /(?:Cipher|TailIndex)$/.test(key) || a[key] === b[key]);
