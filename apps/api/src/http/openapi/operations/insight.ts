import { ref } from '../../common/values';
import type { Operations } from '../operation';

/** What recording the supposed facts would be refused with. */
const SUPPOSED = [
  ...['ROSTER_INVALID', 'UNKNOWN_GRADE', 'UNKNOWN_GRID', 'UNKNOWN_AGENCY', 'UNKNOWN_CERTIFICATE', 'NOT_A_GRID'],
  ...['GRID_NOT_VALID', 'NOT_ENGAGED', 'ENGAGEMENT_ENDED', 'BEFORE_ENGAGEMENT', 'NEGATIVE_AMOUNT', 'OUT_OF_RANGE'],
  ...['NO_PARAMETERS', 'NO_CALENDAR', 'NO_PAY_SCHEME', 'NOT_A_NUMBER', 'INVALID_INPUT'],
];

/** Of a workbook that people made themselves. */
const SHEET = [
  ...[
    'FILE_MISSING',
    'FREE_TABLE_NO_HEAD',
    'IMPORT_EMPTY',
    'IMPORT_TOO_MANY_ROWS',
    'IMPORT_TOO_LARGE',
    'IMPORT_NOT_XLSX',
  ],
  ...['IMPORT_DAMAGED', 'IMPORT_DOCTYPE', 'IMPORT_ZIP_BOMB', 'IMPORT_IS_CSV', 'IMPORT_IS_XLS', 'IMPORT_MACROS'],
  ...['IMPORT_EMBEDDED', 'IMPORT_EXTERNAL_LINK'],
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
  'whatIf.adopt': {
    summary:
      'Records what the scenario supposes, all or nothing: exactly what was looked at, with a name and ID number for each hire. Statutory bounds are not adopted but come as a policy pack.',
    answer: ref('AdoptedScenario'),
    errors: [
      ...SUPPOSED,
      ...['FUND_YEAR', 'SCENARIO_STALE', 'SCENARIO_NOTHING', 'SCENARIO_NOT_FACTS', 'SCENARIO_PEOPLE', 'REASON_MISSING'],
    ],
  },
  'whatIf.preview': {
    summary:
      'Calculates a month with changes as if they had been recorded; hires have worker numbers from 2000000001 on.',
    answer: ref('PayPreview'),
    errors: SUPPOSED,
  },
  'parallel.sketch': {
    summary: 'How a pay sheet of any layout (XLSX) is understood: its head, and what each column is taken for.',
    answer: ref('ParallelSketch'),
    upload: ['file'],
    errors: [...SHEET, 'WRONG_STEP'],
  },
  'parallel.remember': {
    summary:
      'Says what headers mean, for every later sheet of the centre; an empty target says that one means nothing.',
    errors: ['PARALLEL_TARGET', 'NO_PAY_SCHEME'],
  },
  'parallel.compare': {
    summary:
      'The sheet against the run, person by person and item by item; every difference has a class. The sheet is not kept.',
    answer: ref('ParallelAnswer'),
    upload: ['file'],
    errors: [...SHEET, 'WRONG_STEP', 'PARALLEL_NO_PERSON', 'PARALLEL_NO_AMOUNT'],
  },
  'parallel.marked': {
    summary: 'The same workbook with every difference marked, and its summary.',
    answer: { type: 'string', format: 'binary' },
    media: 'application/octet-stream',
    upload: ['file'],
    errors: [...SHEET, 'WRONG_STEP', 'PARALLEL_NO_PERSON', 'PARALLEL_NO_AMOUNT'],
  },
};
