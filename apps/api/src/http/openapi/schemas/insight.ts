import { CAUSE_NAMES, DIFFERENCE_CLASSES, VARIANCE_FLAGS, VERDICTS } from '@gridstaff/payroll';
import type { Schema } from '../../common/field-schema';
import {
  choice,
  COUNT,
  DATE,
  FLAG,
  HASH,
  ID,
  INTEGER,
  list,
  NEXT,
  NUMBER,
  orNull,
  PERIOD,
  ref,
  shape,
  TEXT,
  YUAN,
} from '../../common/values';

const FIGURES = { net: YUAN, gross: YUAN, cost: YUAN };
const CAUSE = { cause: choice(...Object.keys(CAUSE_NAMES)), name_zh: TEXT, name_en: TEXT };
const FLAGS = list(choice(...VARIANCE_FLAGS));
const COST = { gross: YUAN, employer: YUAN, fee: YUAN, total: YUAN };
const TARGET = { ...TEXT, description: 'workerNo, idNumber, name, a total, or item:<number>' };
const DIFFERENCE = { class: choice(...DIFFERENCE_CLASSES), name_zh: TEXT, name_en: TEXT };
const ROW = {
  ...{ workerNo: NUMBER, flags: FLAGS, excludedBefore: orNull(TEXT), excludedNow: orNull(TEXT) },
  ...{ before: orNull(ref('PayFigures')), after: orNull(ref('PayFigures')), difference: ref('PayFigures') },
  ...{ rest: ref('PayFigures'), causes: list(ref('CauseEffect')) },
};

export const INSIGHT_SCHEMAS = {
  PayFigures: shape(FIGURES),
  CauseEffect: shape({ ...CAUSE, ...FIGURES }),
  Variance: shape({
    ...{ runId: ID, period: PERIOD, baseRuns: list(NUMBER), people: COUNT },
    ...{ before: ref('PayFigures'), after: ref('PayFigures'), rest: ref('PayFigures') },
    bridge: list(shape({ ...CAUSE, people: COUNT, ...FIGURES })),
    flagged: shape(Object.fromEntries(VARIANCE_FLAGS.map((flag): [string, Schema] => [flag, COUNT]))),
    rows: list(ref('VarianceRow')),
    next: NEXT,
  }),
  VarianceRow: shape(ROW),
  WorkerVariance: shape({
    ...ROW,
    items: list(
      shape({
        ...{ itemNo: NUMBER, code: TEXT, nameZh: TEXT, nameEn: TEXT, before: YUAN, after: YUAN, difference: YUAN },
        causes: list(shape({ ...CAUSE, amount: YUAN })),
      }),
    ),
    facts: list(
      shape({
        ...{ ...CAUSE, fact: TEXT, fact_zh: TEXT, fact_en: TEXT, unit: choice('money', 'days', 'hours', 'number') },
        ...{ before: orNull(TEXT), after: orNull(TEXT) },
      }),
    ),
  }),
  CostFigures: shape(COST),
  AdoptedScenario: shape({
    ...{ workers: COUNT, gradeStandards: COUNT, certificateStandards: COUNT, agencyFees: COUNT, hired: COUNT },
    scheme: FLAG,
  }),
  WhatIf: shape({
    ...{ from: PERIOD, fiscalYear: INTEGER, now: ref('CostFigures'), then: ref('CostFigures') },
    changesHash: { ...HASH, description: 'Names what would be recorded; adopting asks for it' },
    difference: ref('CostFigures'),
    leftOut: list(shape({ period: PERIOD, workerNo: NUMBER, code: TEXT })),
    months: list(
      shape({
        ...{
          period: PERIOD,
          payDate: DATE,
          now: shape({ people: COUNT, ...COST }),
          then: shape({ people: COUNT, ...COST }),
        },
        difference: ref('CostFigures'),
      }),
    ),
    fund: shape({
      ...{ id: ID, name: TEXT, timeProgressPct: TEXT, balances: ref('Balances') },
      leftNow: { ...YUAN, description: 'Available when every month is paid, as things are' },
      leftThen: { ...YUAN, description: 'The same in the scenario; negative: so much is missing' },
    }),
    funds: {
      ...list(shape({ fundId: ID, name: TEXT, available: YUAN, now: YUAN, then: YUAN, leftNow: YUAN, leftThen: YUAN })),
      description: 'Every fund that bears a part of the months, the asked one first',
    },
    changes: shape({
      grades: list(shape({ code: TEXT, from: DATE, base: YUAN, post: YUAN, performance: YUAN })),
      ...{ leaving: list(shape({ workerNo: NUMBER, lastDay: DATE })), bases: COUNT, hires: COUNT },
      scheme: orNull(shape({ from: PERIOD, nameZh: TEXT, nameEn: TEXT })),
      statutory: { ...FLAG, description: 'Holds statutory values, which come as a policy pack and are not adopted' },
    }),
  }),
  ParallelSketch: shape({
    ...{ sheet: TEXT, headerRow: NUMBER, rows: COUNT },
    columns: list(shape({ column: NUMBER, header: TEXT, target: orNull(TARGET), said: FLAG, sample: TEXT })),
    targets: list(shape({ target: TARGET, zh: TEXT, en: TEXT })),
  }),
  ParallelAnswer: shape({
    ...{ period: PERIOD, sheet: TEXT, verdict: choice(...VERDICTS), unread: list(TEXT) },
    people: shape({ ours: COUNT, theirs: COUNT, matched: COUNT, equal: COUNT }),
    classes: list(shape({ ...DIFFERENCE, count: COUNT, people: COUNT, amount: YUAN })),
    columns: list(shape({ column: NUMBER, header: TEXT, target: TARGET, nameZh: TEXT, nameEn: TEXT })),
    notInSheet: list(shape({ target: TARGET, zh: TEXT, en: TEXT })),
    differences: list(
      shape({
        ...{ ...DIFFERENCE, workerNo: orNull(NUMBER), name: TEXT, row: orNull(NUMBER), column: orNull(NUMBER) },
        ...{ target: orNull(TARGET), theirs: orNull(YUAN), ours: orNull(YUAN), method: orNull(TEXT) },
      }),
    ),
    more: { ...COUNT, description: 'Differences beyond those listed' },
  }),
} as const satisfies Readonly<Record<string, Schema>>;
