import type { Schema } from '../../common/field-schema';
import { choice, COUNT, ID, list, NUMBER, orNull, pageOf, ref, shape, TEXT, YUAN } from '../../common/values';
import type { Operations } from '../operation';

const RUN = ref('Run');
const FILE: Schema = { type: 'string', format: 'binary' };
const STEP = ['WRONG_STEP', 'STALE'];

export const RUN_OPERATIONS: Operations = {
  'runs.list': { summary: 'Pay runs that the caller may read.', answer: pageOf('runs', RUN) },
  'runs.create': {
    summary: 'Opens a pay run of a work month.',
    answer: RUN,
    errors: ['PERIOD_LOCKED', 'DUPLICATE', 'FUND_NOT_IN_YEAR', 'FUND_ZERO_LINE'],
  },
  'runs.get': {
    summary: 'One pay run with its totals, and what each fund bears.',
    answer: ref('RunDetail'),
    versioned: true,
  },
  'runJob.calculate': {
    summary: 'Has the run calculated in the background.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'PERIOD_LOCKED', 'FUND_NOT_IN_YEAR', 'FUND_ZERO_LINE'],
  },
  'runJob.stop': { summary: 'Stops the calculation before its next part.', errors: STEP },
  'runJob.progress': { summary: 'How far the calculation is.', answer: ref('RunProgress') },
  'runJob.events': {
    summary:
      'The same as server-sent events: `progress` at each change (data: RunProgress), `end` when the calculation is over; a comment every 15 s keeps the connection. Open it again when it closes without `end`.',
    media: 'text/event-stream',
    answer: { type: 'string' },
  },
  'runs.history': { summary: 'Every step the run took.', answer: shape({ events: list(ref('RunEvent')) }) },
  'runs.agencies': { summary: 'The run per dispatch agency.', answer: shape({ agencies: list(ref('RunAgency')) }) },
  'runs.trail': {
    summary: 'Every round of check and approval, with opinions.',
    answer: shape({ steps: list(ref('ApprovalStep')) }),
  },
  'runs.submit': {
    summary: 'Submits the calculated run for check.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'PERIOD_LOCKED'],
  },
  'runs.check': {
    summary: 'Passes the check of exactly the hash that was seen.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'APPROVAL_STALE', 'SEPARATION_OF_DUTIES'],
  },
  'runs.approve': {
    summary: 'Approves exactly this hash and reserves the fund for it, or refuses.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'APPROVAL_STALE', 'SEPARATION_OF_DUTIES', 'FUND_SHORT'],
  },
  'runs.return': {
    summary: 'Sends the run back, with a reason; the permission depends on the step it is at.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'REASON_MISSING', 'LATER_RUN_COUNTS', 'SEPARATION_OF_DUTIES'],
  },
  'runs.cancel': {
    summary: 'Cancels the run and gives back what was reserved.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'REASON_MISSING', 'LATER_RUN_COUNTS', 'RESERVATION_USED'],
  },
  'runs.close': { summary: 'Closes a run that is paid.', answer: RUN, versioned: true, errors: STEP },
  'slips.slips': { summary: 'Payslips of the run by worker number.', answer: pageOf('slips', ref('Slip')) },
  'slips.slip': { summary: 'One payslip with its lines.', answer: ref('SlipDetail') },
  'slips.explain': {
    summary: 'Why each line of the payslip is what it is.',
    answer: shape({
      lines: list(ref('ExplainedLine')),
      feeTier: orNull(
        shape({
          mode: choice('whole', 'slices'),
          ...{ heads: { ...COUNT, description: 'Of the agency in the month' }, from: COUNT, to: orNull(NUMBER) },
          place: { ...orNull(NUMBER), description: 'Of the worker in the count; with slices' },
          ...{ amount: orNull(YUAN), rate: orNull(TEXT) },
        }),
      ),
    }),
  },
  'slips.exclusions': {
    summary: 'Who is not paid by the run, and why.',
    answer: pageOf('exclusions', ref('Exclusion')),
  },
  'slips.notes': {
    summary:
      'What the run cannot pay itself: a part of the month at another agency, earlier months that cannot be recalculated.',
    answer: pageOf('notes', ref('RunNote')),
  },
  'slips.choices': {
    summary:
      'Of a bonus run: tax of the year with the bonus taxed separately or with the wages, and which leaves each worker more.',
    answer: pageOf('choices', ref('BonusChoice')),
    errors: ['BONUS_RUN_ONLY'],
  },
  'slips.choose': {
    summary: 'Has bonuses of the run taxed the other way and calculates it anew; before it is submitted.',
    answer: RUN,
    versioned: true,
    errors: [...STEP, 'BONUS_RUN_ONLY', 'PERIOD_LOCKED'],
  },
  'slips.acknowledge': { summary: 'Says that an exclusion is meant.' },
  'payRules.scheme': {
    summary: 'The pay scheme of a work month.',
    answer: ref('PayScheme'),
    errors: ['NO_PAY_SCHEME'],
  },
  'payRules.adopt': { summary: 'Adopts a pay scheme from a work month on.', answer: shape({ id: ID }) },
  'payRules.preview': {
    summary: 'Calculates a month without saving anything.',
    answer: ref('PayPreview'),
    errors: ['NO_PAY_SCHEME'],
  },
  'payRules.readiness': {
    summary: 'What is still missing before a month can be calculated.',
    answer: ref('Readiness'),
  },
  'lateChanges.list': {
    summary: 'Facts recorded after the cut-off of a month they touch, with what was decided about them.',
    answer: pageOf('changes', ref('LateChange')),
  },
  'lateChanges.count': { summary: 'How many late changes wait for a decision.', answer: shape({ undecided: NUMBER }) },
  'lateChanges.decide': {
    summary: 'Decides about late changes: differences (retro), from the open month on, or not at all.',
    errors: ['REASON_MISSING', 'LATE_NO_LATER_MONTH'],
  },
  'ownPayslips.list': {
    summary: 'The caller’s own payslips.',
    answer: pageOf('payslips', ref('OwnPayslip')),
  },
  'ownPayslips.get': {
    summary: 'One of the caller’s own payslips with every line and why it is what it is.',
    answer: ref('OwnPayslipDetail'),
  },
  'ownPayslips.pdf': {
    summary: 'The same as a PDF file.',
    media: 'application/pdf',
    answer: FILE,
  },
  'exports.make': {
    summary:
      'A file of the run: payroll, payslip, payslips, bank, tax, insurance or settlement. Files with ID or card numbers also need `worker:reveal`. `X-Rows`, `X-Left-Out` and `X-Sha256` say what the audit log keeps of it.',
    media: 'application/octet-stream',
    answer: FILE,
    errors: [
      ...['EXPORT_KIND_UNKNOWN', 'EXPORT_FORMAT_UNKNOWN', 'EXPORT_PURPOSE_NEEDED', 'EXPORT_RUN_STATUS'],
      ...['EXPORT_AGENCY_UNKNOWN', 'EXPORT_NOTHING', 'EXPORT_NO_SETTLEMENT', 'EXPORT_LAYOUT_UNKNOWN', 'EXPORT_OPTION'],
      'EXPORT_TOTALS',
    ],
  },
  'approvals.todos': { summary: 'What waits for the caller’s decision.', answer: pageOf('todos', ref('Todo')) },
  'approvals.delegate': { summary: 'Lends one of the caller’s own permissions.', answer: shape({ id: ID }) },
  'approvals.revoke': { summary: 'Takes a lent permission back.', errors: ['STALE'] },
  'policy.regions': { summary: 'Regions with statutory parameters.', answer: shape({ regions: list(TEXT) }) },
  'policy.values': {
    summary: 'Statutory values with sources and confidence; amounts are fen.',
    answer: shape({ values: list(ref('PolicyValue')) }),
  },
  'policy.parameters': {
    summary: 'What holds in a region in a month; amounts are fen.',
    answer: { type: 'object', additionalProperties: true },
    errors: ['NO_PARAMETERS'],
  },
  'calculators.run': {
    summary: 'Answers each case by itself; a bad case spoils no other.',
    answer: shape({ cases: list({ type: 'object', additionalProperties: true }) }),
  },
  'audit.page': { summary: 'The audit log.', answer: pageOf('entries', ref('AuditEntry')) },
  'audit.verifyCentre': {
    summary: 'Checks every invariant of the centre’s data.',
    answer: { type: 'object', additionalProperties: true },
  },
};
