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

const STATUS = choice('proposed', 'activated', 'returned', 'withdrawn');
const PACK = {
  ...{ id: ID, centreId: ID, layer: TEXT, hash: HASH, reason: TEXT, proposedBy: ID, proposedAt: INSTANT },
  ...{ status: STATUS, seq: orNull(NUMBER), decidedBy: orNull(ID), decidedAt: orNull(INSTANT), opinion: orNull(TEXT) },
};

export const POLICY_SCHEMAS = {
  ParameterInForce: shape(
    {
      ...{ key: TEXT, layer: TEXT, value: { description: 'Amounts in yuan as text' }, validFrom: DATE },
      ...{ validTo: orNull(DATE), source: TEXT, confidence: choice('confirmed', 'unconfirmed'), note: TEXT },
    },
    ['note'],
  ),
  PolicyPack: shape(PACK),
  PolicyPackText: shape({ ...PACK, text: TEXT }),
  PackCheck: shape({
    ...{ hash: HASH, layer: orNull(TEXT), basis: HASH },
    findings: list(shape({ code: TEXT, path: TEXT, message_zh: TEXT, message_en: TEXT })),
    changes: list(
      shape({
        ...{ region: TEXT, key: TEXT, from: PERIOD, to: PERIOD, what: choice('value', 'origin') },
        ...{ before: orNull(ref('ParameterInForce')), after: orNull(ref('ParameterInForce')) },
      }),
    ),
  }),
  ImpactAmounts: shape({
    ...{ gross: YUAN, employeeInsurance: YUAN, employeeFund: YUAN, tax: YUAN, otherDeductions: YUAN, net: YUAN },
    ...{ receivable: YUAN, employerInsurance: YUAN, employerFund: YUAN, fee: YUAN, cost: YUAN },
  }),
  PeriodImpact: shape({
    ...{ period: PERIOD, taxMonth: PERIOD, payDate: DATE, state: choice('paid', 'open', 'ahead') },
    ...{ runs: list(shape({ no: NUMBER, status: TEXT })), people: COUNT, affected: COUNT, fundId: orNull(ID) },
    ...{ before: ref('ImpactAmounts'), after: ref('ImpactAmounts'), difference: ref('ImpactAmounts') },
    unknown: list(shape({ code: TEXT, people: COUNT, message: TEXT })),
    persons: list(
      shape({ workerNo: NUMBER, name: orNull(TEXT), excluded: orNull(TEXT), difference: ref('ImpactAmounts') }),
    ),
  }),
  PackEffectProgress: shape({
    id: ID,
    job: shape({
      state: choice('queued', 'running', 'done', 'failed', 'cancelled'),
      total: { ...COUNT, description: 'Parts planned; 0 before that' },
      ...{ done: COUNT, stopRequested: FLAG },
      error: orNull(shape({ code: TEXT, detail_zh: TEXT, detail_en: TEXT })),
    }),
    effect: orNull(ref('PackEffect')),
  }),
  PackEffect: shape({
    ...{ hash: HASH, basis: HASH, hiddenCentres: COUNT },
    centres: list(
      shape({
        ...{ centreId: ID, centreName: TEXT, periods: list(ref('PeriodImpact')) },
        skipped: list(shape({ period: PERIOD, code: TEXT, message: TEXT })),
        funds: list(
          shape({ fundId: ID, name: TEXT, fiscalYear: INTEGER, available: YUAN, difference: YUAN, short: YUAN }),
        ),
      }),
    ),
  }),
};
