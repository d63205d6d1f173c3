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

const PERCENT: Schema = { type: 'string', description: 'Per cent with two decimals', examples: ['41.37'] };

const SETTLEMENT = {
  ...{ id: ID, centreId: ID, runId: ID, runNo: NUMBER, period: PERIOD, agencyId: ID },
  ...{ runHash: HASH, people: COUNT, passThrough: YUAN, fee: YUAN, total: YUAN, paid: YUAN },
  ...{ status: choice('prepared', 'confirmed', 'paid'), preparedBy: ID, confirmedBy: orNull(ID) },
  ...{ preparedAt: INSTANT, confirmedAt: orNull(INSTANT) },
  funds: list(
    shape({
      ...{ fundId: ID, name: TEXT, reservationId: orNull(ID), amount: YUAN, paid: YUAN },
      ended: { ...FLAG, description: 'Nothing more is paid out of it' },
    }),
  ),
};

export const MONEY_SCHEMAS = {
  Balances: shape({ granted: YUAN, available: YUAN, reserved: YUAN, paid: YUAN }),
  Fund: shape({
    ...{
      id: ID,
      centreId: ID,
      fiscalYear: INTEGER,
      no: NUMBER,
      name: TEXT,
      code: TEXT,
      kind: choice('basic', 'project', 'zero'),
    },
    ...{ purpose: orNull(TEXT), functionCode: orNull(TEXT), economicCode: orNull(TEXT) },
    ...{ balances: ref('Balances'), progressPct: PERCENT, timeProgressPct: PERCENT },
  }),
  FundSplit: shape({
    ...{ from: DATE, to: { ...DATE, description: 'Exclusive; 9999-12-31 while open' } },
    shares: list(shape({ fund: { ...TEXT, description: 'Code of the fund' }, percent: TEXT })),
  }),
  Budget: shape({
    ...{ id: ID, centreId: ID, fiscalYear: INTEGER, unitName: orNull(TEXT), region: orNull(TEXT), source: TEXT },
    ...{ excludes: orNull(TEXT), status: choice('open', 'closed'), total: orNull(YUAN), previousTotal: orNull(YUAN) },
    ...{ posts: orNull(COUNT), filled: orNull(COUNT), loadedAt: INSTANT, loadedBy: ID },
    info: list(
      shape({
        section: choice('income', 'function', 'procurement', 'performance', 'unit_section'),
        no: NUMBER,
        name: TEXT,
        amount: orNull(YUAN),
      }),
    ),
  }),
  LoadedBudget: shape({
    budgetId: ID,
    fiscalYear: INTEGER,
    funds: list(shape({ id: ID, no: NUMBER, name: TEXT })),
  }),
  Appropriation: shape({
    ...{ id: ID, centreId: ID, fundId: ID, amount: YUAN, documentNo: TEXT, effectiveOn: DATE, reason: orNull(TEXT) },
    kind: choice('initial', 'supplement', 'reduction', 'adjustment', 'carry_over'),
    ...{ transferId: orNull(ID), recordedAt: INSTANT, recordedBy: ID },
  }),
  LedgerEntry: shape({
    ...{ id: ID, centreId: ID, fundId: ID, no: NUMBER, kind: TEXT, sourceType: TEXT, sourceId: ID },
    ...{ sourcePart: INTEGER, reservationId: orNull(ID), documentNo: orNull(TEXT), businessDate: DATE },
    ...{ availableAfter: YUAN, recordedAt: INSTANT, recordedBy: ID },
    legs: list(shape({ no: NUMBER, account: choice('granted', 'available', 'reserved', 'paid'), amount: YUAN })),
  }),
  Settlement: shape(SETTLEMENT),
  SettlementDetail: shape({
    ...SETTLEMENT,
    lines: list(shape({ no: NUMBER, side: choice('cost', 'use'), item: TEXT, amount: YUAN })),
    payments: list(
      shape({
        ...{ id: ID, centreId: ID, settlementId: ID, reservationId: ID, transactionId: ID, attempt: NUMBER },
        ...{ amount: YUAN, documentNo: TEXT, paidOn: DATE, recordedAt: INSTANT, recordedBy: ID },
      }),
    ),
  }),
  Payment: shape({ paymentId: ID, fundId: ID, attempt: NUMBER, amount: YUAN, status: SETTLEMENT.status }),
} as const satisfies Readonly<Record<string, Schema>>;
