import { COUNT, DATE, ID, list, pageOf, ref, shape } from '../../common/values';
import { FILE_REFUSALS } from './documents';
import { LIST_EXPORT_REFUSED } from './people';
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
  'dispatch.exportFindings': { summary: 'The list that the same query shows, as a file in the export centre.', answer: ref('ExportTask'), errors: LIST_EXPORT_REFUSED },
  'dispatch.exportExpiries': { summary: 'The list that the same query shows, as a file in the export centre.', answer: ref('ExportTask'), errors: LIST_EXPORT_REFUSED },
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
  'dispatch.takeBack': {
    summary: 'Takes an agreement back under which nobody has been in post; what it had covered holds again.',
    errors: ['NOT_FOUND', 'AGREEMENT_USED', 'AGREEMENT_REPLACED', 'TEXT_INVALID'],
  },
  'returns.grounds': {
    summary: 'The grounds on which a worker may be returned, and what each needs shown.',
    answer: shape({ grounds: list(ref('ReturnGround')) }),
  },
  'returns.evidence': {
    summary: 'What is recorded in evidence about a worker, withdrawn entries too.',
    answer: shape({ evidence: list(ref('ReturnEvidence')) }),
    errors: ['NOT_FOUND'],
  },
  'returns.add': { summary: 'Records a piece of evidence.', answer: shape({ id: ID }), errors: ['OUT_OF_RANGE', 'TEXT_INVALID'] },
  'returns.addPaper': {
    summary: 'Keeps the paper of a piece of evidence; it is listed and opened with the worker’s documents.',
    answer: shape({ id: ID }),
    upload: ['file'],
    errors: [...FILE_REFUSALS, 'NOT_FOUND'],
  },
  'returns.withdraw': { summary: 'Withdraws evidence that was wrong.', errors: ['NOT_FOUND', 'TEXT_INVALID'] },
  'returns.give': {
    summary: 'Returns the worker to the agency on a ground of the law.',
    errors: [
      ...['RETURN_PROTECTED', 'RETURN_NOT_IN_PROBATION', 'RETURN_EVIDENCE_MISSING', 'NOT_ENGAGED', 'ENGAGEMENT_ENDED'],
      ...['TEXT_INVALID', 'PERIOD_LOCKED'],
    ],
  },
  'dispatch.ownStaff': {
    summary: 'How many people the centre has of its own, by date.',
    answer: shape({ ownStaff: list(shape({ from: DATE, people: COUNT })) }),
  },
  'dispatch.setOwnStaff': { summary: 'The number of the centre’s own people from a date on.' },
};
