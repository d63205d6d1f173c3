import type { Schema } from '../../common/field-schema';
import {
  choice,
  COUNT,
  DATE,
  FLAG,
  HASH,
  ID,
  INSTANT,
  INTEGER,
  list,
  NUMBER,
  orNull,
  PERIOD,
  ref,
  shape,
  TEXT,
  YUAN,
} from '../../common/values';

export const RUN_STATUS = choice(
  ...['draft', 'calculated', 'submitted', 'checked', 'approved', 'settled', 'paid', 'closed', 'cancelled'],
);
const ITEM_KIND = choice('earning', 'deduction', 'employer_cost', 'information');
const BONUS_METHOD = choice('separate', 'together');
const RUN_KIND = choice('regular', 'supplementary', 'correction', 'bonus');

const TOTALS = {
  gross: YUAN,
  employeeInsurance: YUAN,
  employeeFund: YUAN,
  tax: YUAN,
  otherDeductions: YUAN,
  net: YUAN,
  receivable: YUAN,
  employerInsurance: YUAN,
  employerFund: YUAN,
  fee: YUAN,
};

const SLIP = { workerNo: NUMBER, agencyId: ID, ...TOTALS, hash: HASH };
const OF_RUN = { runNo: NUMBER, period: PERIOD, kind: RUN_KIND, payDate: DATE };
const WHY = { workerNo: NUMBER, code: TEXT, message: TEXT, message_zh: TEXT, message_en: TEXT };

const FUND_PART = {
  ...{ fundId: ID, name: TEXT, cost: YUAN },
  due: { ...YUAN, description: 'What is reserved and paid: the cost, with what earlier runs left over' },
  people: { ...COUNT, description: 'Slips that the fund bears a part of' },
};

const RUN = {
  ...{ id: ID, no: NUMBER, centreId: ID, period: PERIOD, kind: RUN_KIND, seq: NUMBER, payDate: DATE },
  ...{
    taxMonth: PERIOD,
    fiscalYear: INTEGER,
    fundId: ID,
    replacesRunId: orNull(ID),
    correctsRunId: orNull(ID),
    status: RUN_STATUS,
  },
  ...{ people: COUNT, excluded: COUNT, ...TOTALS, hash: orNull(HASH), engineVersion: orNull(TEXT) },
  ...{ schemeId: orNull(ID), parametersHash: orNull(HASH), preparedBy: ID, submittedBy: orNull(ID) },
  ...{ checkedBy: orNull(ID), approvedBy: orNull(ID), createdAt: INSTANT, knownAt: orNull(INSTANT) },
};

export const RUN_SCHEMAS = {
  Run: shape(RUN),
  RunDetail: shape({
    ...RUN,
    funds: {
      ...list(shape(FUND_PART)),
      description: 'What each fund bears of the whole run; empty before it is calculated',
    },
  }),
  RunProgress: shape({
    status: RUN_STATUS,
    job: orNull(ref('RunJob')),
  }),
  RunJob: shape({
    state: choice('queued', 'running', 'done', 'failed', 'cancelled'),
    total: { ...COUNT, description: 'Parts planned; 0 before that' },
    done: COUNT,
    stopRequested: FLAG,
    startedAt: orNull(INSTANT),
    finishedAt: orNull(INSTANT),
    error: orNull(shape({ code: TEXT, detail_zh: TEXT, detail_en: TEXT })),
  }),
  RunEvent: shape({
    seq: NUMBER,
    step: choice(
      ...['create', 'calculate', 'calculated', 'submit', 'check', 'approve'],
      ...['settle', 'pay', 'close', 'return', 'cancel'],
    ),
    fromStatus: RUN_STATUS,
    toStatus: RUN_STATUS,
    userId: ID,
    reason: orNull(TEXT),
    at: INSTANT,
  }),
  RunAgency: shape({ agencyId: ID, people: COUNT, ...TOTALS, funds: list(shape(FUND_PART)) }),
  ApprovalStep: shape({
    round: NUMBER,
    roundStatus: TEXT,
    hash: HASH,
    kind: TEXT,
    decision: orNull(choice('pass', 'return')),
    decidedBy: orNull(ID),
    onBehalfOf: orNull(ID),
    opinion: orNull(TEXT),
    decidedAt: orNull(INSTANT),
  }),
  Slip: shape(SLIP),
  SlipLine: shape({
    itemNo: NUMBER,
    code: TEXT,
    nameZh: TEXT,
    nameEn: TEXT,
    kind: ITEM_KIND,
    amount: YUAN,
  }),
  SlipDelta: shape({
    ...{ period: PERIOD, itemNo: NUMBER, code: TEXT, nameZh: TEXT, nameEn: TEXT, kind: ITEM_KIND },
    amount: { ...YUAN, description: 'What was given too little (or, negative, too much) for the item in that month' },
  }),
  SlipOneOff: shape({
    ...{ period: PERIOD, kind: choice('annual_leave', 'severance', 'loss', 'labour') },
    ...{ days: orNull(COUNT), amount: orNull(YUAN) },
  }),
  SlipDetail: shape({
    ...{ ...SLIP, lines: list(ref('SlipLine')), retro: list(ref('SlipDelta')) },
    oneOffs: list(ref('SlipOneOff')),
    funds: {
      ...list(shape({ fundId: ID, name: TEXT, amount: YUAN })),
      description: 'Which fund bears which part of what the slip costs',
    },
  }),
  ExplainedLine: shape({ itemNo: NUMBER, name: TEXT, amount: YUAN, steps: list(ref('ExplainedStep')) }),
  ExplainedStep: shape(
    {
      rule: TEXT,
      label: TEXT,
      formula: TEXT,
      values: { type: 'object', additionalProperties: TEXT },
      result: TEXT,
      source: TEXT,
      confidence: choice('confirmed', 'unconfirmed'),
      segment: NUMBER,
    },
    ['segment'],
  ),
  Exclusion: shape({ ...WHY, acknowledgedBy: orNull(ID), reason: orNull(TEXT), acknowledgedAt: orNull(INSTANT) }),
  RunNote: shape({ ...WHY, period: PERIOD }),
  BonusChoice: shape({
    ...{ workerNo: NUMBER, amount: YUAN, method: BONUS_METHOD },
    yearTaxable: {
      ...YUAN,
      description:
        'What the year’s wages are expected to leave taxable without the bonus; below zero when allowances are left over',
    },
    ...{ separateTax: YUAN, togetherTax: YUAN, better: BONUS_METHOD, saves: YUAN },
  }),
  PayPreview: shape({
    period: PERIOD,
    payDate: DATE,
    slips: list(shape({ workerNo: NUMBER, agencyId: ID, ...TOTALS, lines: list(ref('SlipLine')) })),
    exclusions: list(shape(WHY)),
  }),
  PayScheme: shape({
    ...{ id: ID, centreId: ID, version: NUMBER, validFrom: PERIOD, nameZh: TEXT, nameEn: TEXT, hash: HASH },
    ...{ adoptedBy: ID, adoptedAt: INSTANT, definition: ref('PaySchemeDefinition') },
  }),
  PaySchemeDefinition: {
    type: 'object',
    properties: { items: list(ref('PayItem')) },
    required: ['items'],
    additionalProperties: true,
    description: 'As the engine compiles it',
  },
  PayItem: shape(
    {
      ...{ no: NUMBER, code: TEXT, nameZh: TEXT, nameEn: TEXT },
      kind: choice('earning', 'deduction', 'employer_cost', 'information'),
      ...{ behaviour: TEXT, formula: TEXT, rule: TEXT, taxable: FLAG, reducedByAbsence: FLAG, inOvertimeBase: FLAG },
    },
    ['formula', 'rule'],
  ),
  PolicyValue: shape(
    {
      ...{ key: TEXT, layer: TEXT, value: { description: 'Amounts in fen' }, validFrom: DATE, validTo: orNull(DATE) },
      ...{ source: TEXT, confidence: choice('confirmed', 'unconfirmed'), note: TEXT },
    },
    ['note'],
  ),
  Readiness: shape({
    period: PERIOD,
    payDate: DATE,
    taxMonth: PERIOD,
    people: COUNT,
    items: list(ref('ReadinessItem')),
  }),
  ReadinessItem: shape({
    check: choice(
      ...[
        'rules',
        'period',
        'people',
        'facts',
        'attendance',
        'attendance_close',
        'deductions',
        'cards',
        'shared_cards',
        'changed_cards',
        'waiting_cards',
        'licences',
        'late_changes',
        'one_offs',
      ],
    ),
    level: { ...choice('block', 'left_out', 'warn', 'ok'), description: 'left_out: these people would be excluded' },
    code: { ...orNull(TEXT), description: 'Error code that the run would answer with' },
    count: {
      ...COUNT,
      description: 'People (agencies) it is about; for attendance and deductions those with something recorded',
    },
    who: {
      ...list(shape({ no: orNull(NUMBER), name: TEXT })),
      description: 'The first 100 of them; agencies have no number',
    },
  }),
  LateChange: shape({
    ...{ factId: ID, kind: TEXT, kind_zh: TEXT, kind_en: TEXT, workerNo: orNull(NUMBER) },
    key: {
      ...orNull(TEXT),
      description: 'Code of the grade or certificate, or id of the agency, of a standard or fee',
    },
    ...{ validFrom: DATE, validTo: DATE, retracted: FLAG },
    values: { type: 'object', additionalProperties: true, description: 'What the fact says; amounts in fen' },
    periods: { ...list(PERIOD), description: 'Months that were cut off before and that nothing has put right since' },
    ...{ recordedBy: ID, recordedAt: INSTANT },
    decision: orNull(
      shape({
        ...{ decision: choice('retro', 'next_month', 'refuse'), fromPeriod: orNull(PERIOD), reason: orNull(TEXT) },
        ...{ decidedBy: ID, decidedAt: INSTANT },
      }),
    ),
  }),
  OwnPayslip: shape({ ...OF_RUN, ...SLIP }),
  OwnPayslipDetail: shape({
    ...OF_RUN,
    ...SLIP,
    lines: list(ref('SlipLine')),
    retro: list(ref('SlipDelta')),
    oneOffs: list(ref('SlipOneOff')),
    explanation: list(ref('ExplainedLine')),
  }),
} as const satisfies Readonly<Record<string, Schema>>;
