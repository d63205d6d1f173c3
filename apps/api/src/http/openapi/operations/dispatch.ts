import { COUNT, DATE, list, pageOf, ref, shape } from '../../common/values';
import type { Operations } from '../operation';

export const DISPATCH_OPERATIONS: Operations = {
  'dispatch.findings': {
    summary: 'What is not as the law of dispatch wants it, each with its article; blocks and open warnings.',
    answer: pageOf('findings', ref('DispatchFinding')),
  },
  'dispatch.expiries': {
    summary: 'What ended or ends within sixty days: contracts, probations, certificates, ID cards, licences, agreements, retirement.',
    answer: pageOf('expiries', ref('DispatchExpiry')),
  },
  'dispatch.counts': { summary: 'How many findings and expiries wait.', answer: ref('MatterCounts') },
  'dispatch.decide': {
    summary: 'Accepts a warning, or does, postpones or reopens, with a reason that is kept.',
    errors: ['FINDING_BLOCKS', 'DECISION_NOT_FOR_IT', 'NOT_FOUND', 'OUT_OF_RANGE'],
  },
  'dispatch.list': {
    summary: 'Agreements with the agencies, as they hold.',
    answer: shape({ agreements: list(ref('DispatchAgreement')) }),
  },
  'dispatch.record': { summary: 'An agreement with an agency for its term.', errors: ['EMPTY_RANGE'] },
  'dispatch.ownStaff': {
    summary: 'How many people the centre has of its own, by date.',
    answer: shape({ ownStaff: list(shape({ from: DATE, people: COUNT })) }),
  },
  'dispatch.setOwnStaff': { summary: 'The number of the centre’s own people from a date on.' },
};
