import { ref } from '../../common/values';
import type { Operations } from '../operation';

/** What recording the supposed facts would be refused with. */
const SUPPOSED = [
  ...['ROSTER_INVALID', 'UNKNOWN_GRADE', 'UNKNOWN_GRID', 'UNKNOWN_AGENCY', 'UNKNOWN_CERTIFICATE', 'NOT_A_GRID'],
  ...['GRID_NOT_VALID', 'NOT_ENGAGED', 'ENGAGEMENT_ENDED', 'BEFORE_ENGAGEMENT', 'NEGATIVE_AMOUNT', 'OUT_OF_RANGE'],
  ...['NO_PARAMETERS', 'NO_CALENDAR', 'NO_PAY_SCHEME', 'NOT_A_NUMBER', 'INVALID_INPUT'],
];

/** What explains and forecasts pay, beside the runs themselves. */
export const INSIGHT_OPERATIONS: Operations = {
  'variance.ofRun': {
    summary:
      'What changed from last month: the bridge from its totals to those of the run by cause, and everybody by the size of the change. The causes sum to each difference; `rest` is what none explains.',
    answer: ref('Variance'),
    errors: ['WRONG_STEP'],
  },
  'variance.ofWorker': {
    summary: 'The same of one worker, by item, with the inputs behind each cause.',
    answer: ref('WorkerVariance'),
    errors: ['WRONG_STEP'],
  },
  'whatIf.calculate': {
    summary:
      'The rest of the year in a scenario (raise, hires, leavers, leaving rate, base, bounds, a further item), beside how it is, against the fund. Nothing is kept.',
    answer: ref('WhatIf'),
    errors: [...SUPPOSED, 'FUND_YEAR'],
  },
  'whatIf.preview': {
    summary:
      'Calculates a month with changes as if they had been recorded; hires have worker numbers from 2000000001 on.',
    answer: ref('PayPreview'),
    errors: SUPPOSED,
  },
};
