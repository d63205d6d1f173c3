import { ref } from '../../common/values';
import type { Operations } from '../operation';

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
};
