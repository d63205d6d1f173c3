import {
  FACT_KINDS,
  type FactKind,
  PAID_KEYS,
  type PaidFact,
  type PaidKind,
  VALUE_KEYS,
  type WorkerFact,
} from '../domain/worker-facts';
import { FACT_PROPERTIES, Rows } from './rows';

const TABLES: Readonly<Record<FactKind, string>> = {
  engagement: 'engagement_fact',
  assignment: 'assignment_fact',
  grade: 'grade_fact',
  certificate: 'certificate_fact',
  contribution: 'contribution_fact',
  bankCard: 'bank_card_fact',
  phone: 'phone_fact',
  contract: 'contract_fact',
  protection: 'protection_fact',
  identityCard: 'identity_card_fact',
  retirement: 'retirement_fact',
  education: 'education_fact',
  political: 'political_fact',
  address: 'address_fact',
  contact: 'contact_fact',
  otherPhone: 'other_phone_fact',
  tag: 'worker_tag_fact',
  customField: 'worker_field_fact',
};
const FLAGS = new Set<string>(['covering', 'insured', 'fundMember', 'fullTime', 'held']);

function rowsOf<K extends FactKind>(kind: K): Rows<WorkerFact<K>> {
  type Property = keyof WorkerFact<K> & string;
  const own: readonly string[] = VALUE_KEYS[kind];
  const properties = [...FACT_PROPERTIES, 'workerNo', 'reason', ...own] as Property[];
  return new Rows<WorkerFact<K>>(TABLES[kind], properties, [
    'retracted',
    ...own.filter((key) => FLAGS.has(key)),
  ] as Property[]);
}

/** One table per kind of fact, all of one shape: the fact columns, the worker's number, the reason and the values. */
export const FACT_TABLES = Object.fromEntries(FACT_KINDS.map((kind) => [kind, rowsOf(kind)])) as {
  readonly [K in FactKind]: Rows<WorkerFact<K>>;
};

function paidRowsOf<K extends PaidKind>(kind: K): Rows<PaidFact<K>> {
  type Property = keyof PaidFact<K> & string;
  const own: readonly string[] = PAID_KEYS[kind];
  const properties = ['workerNo', 'validFrom', 'validTo', 'id', 'recordedAt', 'retracted', ...own] as Property[];
  return new Rows<PaidFact<K>>(TABLES[kind], properties, [
    'retracted',
    ...own.filter((key) => FLAGS.has(key)),
  ] as Property[]);
}

/** The same rows by what pay reads of them: a run reads every fact of everybody, and each value costs. */
export const PAID_TABLES: { readonly [K in PaidKind]: Rows<PaidFact<K>> } = {
  engagement: paidRowsOf('engagement'),
  assignment: paidRowsOf('assignment'),
  grade: paidRowsOf('grade'),
  certificate: paidRowsOf('certificate'),
  contribution: paidRowsOf('contribution'),
  bankCard: paidRowsOf('bankCard'),
};
