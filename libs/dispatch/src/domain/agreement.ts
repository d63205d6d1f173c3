import { DomainError, type Fact, type Id, type LocalDate, parseText } from '@gridstaff/kernel';

export const SEVERANCE_BEARERS = ['agency', 'centre'] as const;
/** How the agency is taxed on what it invoices: an option of the agreement; amounts are those of the invoice. */
export const TAX_TREATMENTS = ['difference_5', 'general_6', 'simple_3'] as const;

/** What an agreement says beside its term; null where it is silent. */
export interface AgreementTerms {
  number: string | null;
  posts: string | null;
  headcount: number | null;
  pay: string | null;
  insurance: string | null;
  payment: string | null;
  severance: (typeof SEVERANCE_BEARERS)[number] | null;
  fee: string | null;
  tax: (typeof TAX_TREATMENTS)[number] | null;
}

/** Agreement between centre and agency (派遣协议), a fact: a later recorded one wins where two overlap. */
export type AgreementFact = Fact & {
  centreId: Id;
  agencyId: Id;
  recordedBy: Id;
  reason: string | null;
  /** Of a row that takes another one back: that one. */
  supersedes?: Id | null;
} & AgreementTerms;

/** Without those that were taken back and the rows that took them back: what is left says on every day what all of them say. */
export function standing(facts: readonly AgreementFact[]): AgreementFact[] {
  const taken = new Set(facts.flatMap(({ supersedes }) => supersedes ?? []));
  return facts.filter(({ id, supersedes }) => !taken.has(id) && (supersedes ?? null) === null);
}

export interface AgreementInput extends Partial<{ [K in keyof AgreementTerms]: NonNullable<AgreementTerms[K]> }> {
  from: LocalDate;
  /** Last day. */
  lastDay: LocalDate;
  reason?: string;
}

/** What an agreement must say (劳动合同法 art. 59). */
export const REQUIRED_TERMS = ['posts', 'headcount', 'pay', 'insurance', 'payment'] as const;
export const TERM_NAMES: Readonly<Record<(typeof REQUIRED_TERMS)[number], { zh: string; en: string }>> = {
  posts: { zh: '派遣岗位', en: 'posts' },
  headcount: { zh: '人员数量', en: 'headcount' },
  pay: { zh: '劳动报酬', en: 'pay' },
  insurance: { zh: '社会保险数额', en: 'insurance' },
  payment: { zh: '支付方式', en: 'way of payment' },
};

const text = (value: string | undefined, field: string, max: number): string | null =>
  value === undefined ? null : parseText(value, field, max);

/** @throws DomainError MISSING_FIELD, TEXT_INVALID, OUT_OF_RANGE */
export function agreementTerms(input: Omit<AgreementInput, 'from' | 'lastDay' | 'reason'>): AgreementTerms {
  const { headcount } = input;
  if (headcount !== undefined && (!Number.isSafeInteger(headcount) || headcount < 1 || headcount > 1_000_000))
    throw new DomainError('OUT_OF_RANGE', { value: String(headcount) }, { field: 'headcount' });
  return {
    number: text(input.number, 'number', 64),
    posts: text(input.posts, 'posts', 200),
    headcount: headcount ?? null,
    pay: text(input.pay, 'pay', 200),
    insurance: text(input.insurance, 'insurance', 200),
    payment: text(input.payment, 'payment', 200),
    severance: input.severance ?? null,
    fee: text(input.fee, 'fee', 200),
    tax: input.tax ?? null,
  };
}
