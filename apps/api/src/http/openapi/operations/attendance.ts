import {
  choice,
  COUNT,
  DATE,
  DECIMAL,
  INTEGER,
  list,
  NUMBER,
  orNull,
  pageOf,
  shape,
  TEXT,
} from '../../common/values';
import type { Operations } from '../operation';

const PER = choice('year', 'case', 'child_year', 'service', 'earned', 'workday');

/** Leave, month sheets and the close of a month. */
export const ATTENDANCE_OPERATIONS: Operations = {
  'leave.kinds': {
    summary: 'Kinds of leave with their limits, each with its source and how sure it is.',
    answer: shape({
      kinds: list(
        shape({
          ...{ code: TEXT, zh: TEXT, en: TEXT, mark: TEXT, over: choice('finding', 'refuse') },
          pay: choice('unpaid', 'sick', 'absent_without_leave', 'paid', 'maternity'),
          leave: orNull(TEXT),
          limits: list(
            shape({
              ...{ from: DATE, per: PER, days: orNull(INTEGER), hours: orNull(INTEGER), months: orNull(INTEGER) },
              steps: list(shape({ years: INTEGER, days: INTEGER })),
              extra: list(shape({ what: TEXT, days: INTEGER })),
              ...{ source: TEXT, confidence: choice('confirmed', 'unconfirmed') },
            }),
          ),
        }),
      ),
    }),
  },
  'leave.year': {
    summary: 'What everybody in post in a year has of each leave: accrued, taken, left, and why.',
    answer: pageOf(
      'workers',
      shape({
        ...{ workerNo: NUMBER, name: TEXT },
        prior: orNull(shape({ months: COUNT, continuousFrom: orNull(DATE), evidence: TEXT })),
        standings: list(
          shape({
            ...{ code: TEXT, per: PER, opening: orNull(DECIMAL), accrued: DECIMAL, taken: DECIMAL },
            ...{ lapsed: DECIMAL, left: DECIMAL },
            annual: orNull(
              shape({
                eligibleFrom: orNull(DATE),
                tiers: list(shape({ from: DATE, to: DATE, days: COUNT, perYear: COUNT })),
                accrued: COUNT,
                excluded: orNull(choice('paid_personal', 'sick')),
              }),
            ),
          }),
        ),
      }),
    ),
  },
  'leave.takeOver': {
    summary: 'Records leave left in a year as taken over from elsewhere, all or none.',
    answer: { type: 'object', additionalProperties: COUNT },
    errors: ['UNKNOWN_WORKER', 'DUPLICATE_ROW', 'OUT_OF_RANGE', 'ATTENDANCE_INVALID'],
  },
  'leave.recordPrior': {
    summary: 'Records service at other employers with its evidence, all or none.',
    answer: shape({ recorded: COUNT }),
    errors: ['UNKNOWN_WORKER', 'DUPLICATE_ROW', 'OUT_OF_RANGE', 'MISSING_FIELD', 'ATTENDANCE_INVALID'],
  },
};
