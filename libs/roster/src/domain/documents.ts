import { asOf, type Id, type LocalDate } from '@gridstaff/kernel';
import type { RecordedFact } from './fact-change';

/** What a kind of document belongs to. */
export type DocumentSubject = 'worker' | 'agency';

/** A kind as it holds on a day. */
export interface DocumentKind {
  code: string;
  subject: DocumentSubject;
  nameZh: string;
  nameEn: string;
  /** Tells of health or conduct: listed for those alone who may change the roster. */
  sensitive: boolean;
  order: number;
  /** Comes with the product; a centre adds kinds of its own and takes those out of use, but not these. */
  builtIn: boolean;
}

const builtIn = (
  subject: DocumentSubject,
  order: number,
  code: string,
  nameZh: string,
  nameEn: string,
  sensitive = false,
): DocumentKind => ({
  ...{ code, subject, nameZh, nameEn, sensitive, order, builtIn: true },
});

/** The face in the head of a person's page; shown like the name, to whoever reads the roster. */
export const PHOTO = 'photo';
/** What proves the ground of a return; recorded from there alone. */
export const RETURN_EVIDENCE = 'return_evidence';

export const BUILT_IN_KINDS: readonly DocumentKind[] = [
  builtIn('worker', 10, PHOTO, '照片', 'photo'),
  builtIn('worker', 20, 'id_card_front', '身份证正面（人像）', 'ID card, side with the face'),
  builtIn('worker', 30, 'id_card_back', '身份证反面（国徽）', 'ID card, side with the emblem'),
  builtIn('worker', 40, 'education_certificate', '学历证书', 'certificate of education'),
  builtIn('worker', 50, 'labour_contract', '劳动合同', 'labour contract'),
  builtIn('worker', 60, 'skill_certificate', '职业资格证书', 'certificate of qualification'),
  builtIn('worker', 70, 'veteran_certificate', '退役证', 'certificate of discharge from service'),
  builtIn('worker', 80, 'medical_check', '体检报告', 'medical check', true),
  builtIn('worker', 90, 'state_change', '离岗、停职等手续材料', 'papers of leaving, suspension and the like', true),
  builtIn('worker', 100, RETURN_EVIDENCE, '退回证据', 'evidence of a return', true),
  builtIn('worker', 990, 'other', '其他', 'other'),
  builtIn('agency', 10, 'dispatch_agreement', '劳务派遣协议', 'dispatch agreement'),
  builtIn('agency', 20, 'dispatch_licence', '劳务派遣经营许可证', 'dispatch licence'),
  builtIn('agency', 30, 'business_licence', '营业执照', 'business licence'),
  builtIn('agency', 990, 'other', '其他', 'other'),
];

/** A kind of the centre's own from a date on; `inUse` false takes it out of use, documents that have it keep it. */
export interface DocumentKindFact extends RecordedFact {
  subject: DocumentSubject;
  code: string;
  nameZh: string;
  nameEn: string;
  sensitive: boolean;
  sortOrder: number;
  inUse: boolean;
}

export const keyOfKind = ({ subject, code }: Pick<DocumentKind, 'subject' | 'code'>): string => `${subject}/${code}`;

/** What may be chosen on a day, in order. @param facts of the centre, retracted ones too */
export function kindsOn(facts: readonly DocumentKindFact[], on: LocalDate): DocumentKind[] {
  const held = [...new Set(facts.map(keyOfKind))].flatMap((key): DocumentKind[] => {
    const fact = asOf(
      facts.filter((one) => keyOfKind(one) === key),
      on,
    );
    if (!fact?.inUse) return [];
    const { code, subject, nameZh, nameEn, sensitive, sortOrder } = fact;
    return [{ ...{ code, subject, nameZh, nameEn, sensitive }, order: sortOrder, builtIn: false }];
  });
  return [...BUILT_IN_KINDS, ...held].sort((a, b) => a.order - b.order || (a.code < b.code ? -1 : 1));
}

/** Every kind that there ever was, as last known: for the names of what is kept. */
export function kindsEver(facts: readonly DocumentKindFact[]): DocumentKind[] {
  const last = new Map<string, DocumentKindFact>();
  for (const fact of facts) {
    const before = last.get(keyOfKind(fact));
    if (!fact.retracted && (!before || before.recordedAt <= fact.recordedAt)) last.set(keyOfKind(fact), fact);
  }
  const own = [...last.values()].map(({ sortOrder, ...fact }): DocumentKind => ({
    ...fact,
    order: sortOrder,
    builtIn: false,
  }));
  return [...BUILT_IN_KINDS, ...own];
}

/** Long numbers in a file's name are as telling as those in the file. */
export const maskedFileName = (name: string): string => name.replaceAll(/\d[\dXx]{5,}/g, '***');

/** Where a document stands in lists. */
export interface DocumentView {
  id: Id;
  kind: string;
  /** The fact or record that it proves. */
  aboutId: Id | null;
  type: string;
  size: number;
  /** Long numbers masked; null once the content is erased. */
  name: string | null;
  expiresOn: LocalDate | null;
  recordedAt: number;
  recordedBy: Id;
  withdrawnAt: number | null;
  withdrawnReason: string | null;
  erasedAt: number | null;
}
