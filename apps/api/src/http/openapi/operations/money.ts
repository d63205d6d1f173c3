import { ID, list, pageOf, ref, shape } from '../../common/values';
import type { Operations } from '../operation';

const SETTLEMENTS = shape({ settlements: list(ref('Settlement')) });

export const MONEY_OPERATIONS: Operations = {
  'funds.list': {
    summary:
      'Funds of a year (left out: the last that has any) in the order of the budget, with balances and progress.',
    answer: shape({ funds: list(ref('Fund')) }),
  },
  'funds.budget': { summary: 'The budget of a year as published.', answer: ref('Budget') },
  'funds.load': {
    summary: 'Loads the published budget of a year: every line becomes a fund.',
    answer: ref('LoadedBudget'),
    errors: ['BUDGET_INVALID', 'BUDGET_EXISTS'],
  },
  'funds.appropriations': {
    summary: 'What was granted to the fund, by document.',
    answer: pageOf('appropriations', ref('Appropriation')),
  },
  'funds.appropriate': { summary: '追加, 追减 or 结转 of a fund.', answer: shape({ id: ID }), errors: ['FUND_SHORT'] },
  'funds.adjust': {
    summary: '调剂 between two funds of one year.',
    answer: shape({ transferId: ID }),
    errors: ['FUND_SHORT'],
  },
  'funds.movements': {
    summary: 'The fund’s ledger.',
    answer: pageOf('entries', ref('LedgerEntry')),
  },
  'fundSplits.list': {
    summary: 'Which funds bear what the worker costs, in date order; without shares it is the fund of the run.',
    answer: shape({ splits: list(ref('FundSplit')) }),
    errors: ['UNKNOWN_WORKER'],
  },
  'fundSplits.record': {
    summary: 'Another split from a day to the next change that is recorded.',
    errors: [
      ...['FUND_SPLIT_SUM', 'FUND_SPLIT_TWICE', 'FUND_NOT_IN_YEAR', 'FUND_ZERO_LINE', 'FUND_NOT_GRANTED'],
      ...['OUT_OF_RANGE', 'NOT_A_NUMBER', 'UNKNOWN_WORKER'],
    ],
  },
  'settlements.list': {
    summary: 'Settlements of the centre, of one month when asked.',
    answer: pageOf('settlements', ref('Settlement')),
  },
  'settlements.prepare': {
    summary: 'Makes one settlement per agency of the run; asked again, it answers with what exists.',
    answer: SETTLEMENTS,
    errors: ['WRONG_STEP', 'STALE'],
  },
  'settlements.get': {
    summary: 'One settlement with its lines and payments.',
    answer: ref('SettlementDetail'),
    versioned: true,
  },
  'settlements.confirm': { summary: 'The agency agrees.', errors: ['WRONG_STEP', 'STALE'] },
  'settlements.pay': {
    summary: 'Posts a payment to the fund: in transit → paid.',
    answer: ref('Payment'),
    errors: ['WRONG_STEP', 'STALE', 'OUT_OF_RANGE', 'PAYMENT_NAMES_FUND'],
  },
};
