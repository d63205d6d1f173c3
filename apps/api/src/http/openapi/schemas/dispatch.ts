import type { Schema } from '../../common/field-schema';
import { choice, COUNT, DATE, FLAG, ID, INSTANT, INTEGER, list, orNull, NUMBER, ref, shape, TEXT } from '../../common/values';

const SUBJECT = {
  subjectType: choice('worker', 'agency', 'centre'),
  ...{ name: TEXT, workerNo: orNull(NUMBER), agencyId: orNull(ID) },
};
const DECIDED = {
  decision: { anyOf: [ref('MatterDecision'), { type: 'null' }], description: 'The latest' },
  closed: { ...FLAG, description: 'That decision keeps it off the desk' },
} as const;

export const DISPATCH_SCHEMAS = {
  MatterDecision: shape({
    ...{ act: choice('accept', 'done', 'postpone', 'reopen'), reason: TEXT, until: orNull(DATE) },
    ...{ decidedBy: ID, decidedAt: INSTANT },
  }),
  DispatchFinding: shape({
    ...{ key: TEXT, code: TEXT, severity: choice('block', 'warning'), ...SUBJECT },
    ...{ law_zh: TEXT, law_en: TEXT, text_zh: TEXT, text_en: TEXT, ...DECIDED },
  }),
  DispatchExpiry: shape({
    ...{ key: TEXT, kind: choice('contract', 'probation', 'certificate', 'document', 'id_card', 'retirement', 'licence', 'agreement') },
    ...{ ...SUBJECT, date: { ...DATE, description: 'Last day; of a retirement the day the age is reached' } },
    ...{ daysLeft: INTEGER, stage: choice('overdue', 'd7', 'd30', 'd60'), label: orNull(TEXT), ...DECIDED },
  }),
  MatterCounts: shape({ blocks: COUNT, warnings: COUNT, overdue: COUNT, d7: COUNT, d30: COUNT, d60: COUNT }),
  DispatchAgreement: shape({
    factId: { ...ID, description: 'What documents about it name' },
    ...{ agencyId: ID, from: DATE, to: { ...DATE, description: 'Exclusive' }, recordedAt: INSTANT, recordedBy: ID },
    ...{ number: orNull(TEXT), posts: orNull(TEXT), headcount: orNull(NUMBER), pay: orNull(TEXT) },
    ...{ insurance: orNull(TEXT), payment: orNull(TEXT), fee: orNull(TEXT) },
    ...{ severance: orNull(choice('agency', 'centre')), tax: orNull(choice('difference_5', 'general_6', 'simple_3')) },
  }),
  EvidenceKind: shape({ kind: TEXT, name_zh: TEXT, name_en: TEXT }),
  ReturnGround: shape({
    ...{ code: TEXT, law_zh: TEXT, law_en: TEXT },
    steps: {
      ...list({ ...list(ref('EvidenceKind')), description: 'Any of these' }),
      description: 'What must be shown, in this order of days',
    },
  }),
  ReturnEvidence: shape({
    ...{ id: ID, kind: TEXT, name_zh: TEXT, name_en: TEXT, happenedOn: DATE, document: TEXT, recordedAt: INSTANT },
    ...{ recordedBy: ID, withdrawnAt: orNull(INSTANT), withdrawnReason: orNull(TEXT) },
  }),
} as const satisfies Readonly<Record<string, Schema>>;
