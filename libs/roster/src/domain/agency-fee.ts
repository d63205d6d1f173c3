import { DomainError, type Fen, type Id, type LocalDate } from '@gridstaff/kernel';
import { afterAll, placeOfChange, recorded, type Stamp } from './fact-change';
import type { AgencyFeeFact, AgencyFeeValues } from './organisation';
import { parseAmount, parseRate } from './texts';

/** A price from so many heads on: fen a head and month, or a share of what passes through; the other one is 0. */
export interface FeeStep {
  from: number;
  amount: Fen;
  rate: string;
}

/**
 * 阶梯: the price depends on how many heads the agency has in the month. `whole` (全额): everybody at the price of the step that the whole count
 * reaches; `slices` (分段): each head at the price of the step that its own place in the count reaches.
 */
export interface FeeTiers {
  mode: 'whole' | 'slices';
  steps: readonly FeeStep[];
}

export interface FeeTiersInput {
  mode: FeeTiers['mode'];
  steps: readonly { from: number; amount?: Fen; rate?: string }[];
}

/** Fen a head a month, or a share of what passes through; with tiers by the head count, whose first price goes before the other. */
export type AgencyFeeInput = ({ kind: 'per_head'; amount: Fen } | { kind: 'rate'; rate: string }) & { tiers?: FeeTiersInput };

const MOST_STEPS = 20;
const MOST_HEADS = 1_000_000;

/** @throws DomainError FEE_TIERS_INVALID, NEGATIVE_AMOUNT, RATE_INVALID */
function parseTiers(kind: AgencyFeeValues['kind'], { mode, steps }: FeeTiersInput): FeeTiers {
  const wrong = (): DomainError => new DomainError('FEE_TIERS_INVALID', { most: MOST_STEPS }, { field: 'tiers' });
  if (mode !== 'whole' && (mode !== 'slices' || kind !== 'per_head')) throw wrong();
  if (steps.length === 0 || steps.length > MOST_STEPS || steps[0]?.from !== 1) throw wrong();
  const rising = steps.every(({ from }, i) => Number.isSafeInteger(from) && from <= MOST_HEADS && (i === 0 || from > (steps[i - 1]?.from ?? 0)));
  if (!rising) throw wrong();
  return {
    mode,
    steps: steps.map(({ from, amount, rate }) => {
      if (kind === 'per_head' ? amount === undefined || rate !== undefined : rate === undefined || amount !== undefined) throw wrong();
      return { from, amount: amount === undefined ? 0 : parseAmount(amount, 'tiers'), rate: rate === undefined ? '0' : parseRate(rate, 'tiers') };
    }),
  };
}

/** What is stored of a fee; a card with tiers also says the first price, which holds for one head. */
function valuesOf(input: AgencyFeeInput): AgencyFeeValues {
  const tiers = input.tiers && parseTiers(input.kind, input.tiers);
  const first = tiers?.steps[0];
  const text = tiers ? JSON.stringify(tiers) : null;
  return input.kind === 'per_head'
    ? { kind: 'per_head', amount: first?.amount ?? parseAmount(input.amount, 'amount'), rate: '0', tiers: text }
    : { kind: 'rate', amount: 0, rate: first?.rate ?? parseRate(input.rate, 'rate'), tiers: text };
}

export const tiersOf = ({ tiers }: Pick<AgencyFeeValues, 'tiers'>): FeeTiers | undefined =>
  tiers === null ? undefined : (JSON.parse(tiers) as FeeTiers);

/**
 * The row by which an agency's fee changes from a date on, up to the next change that is already known; undefined when it is so anyway.
 * @throws DomainError NEGATIVE_AMOUNT, RATE_INVALID, FEE_TIERS_INVALID
 */
export function feeChange(
  agencyId: Id,
  from: LocalDate,
  input: AgencyFeeInput,
  facts: readonly AgencyFeeFact[],
  stamp: Stamp,
): AgencyFeeFact | undefined {
  const values = valuesOf(input);
  const { to, held } = placeOfChange(facts, from);
  const same = (key: keyof AgencyFeeValues): boolean => held?.[key] === values[key];
  if (held && same('kind') && same('amount') && same('rate') && same('tiers')) return undefined;
  return { ...recorded(afterAll(stamp, facts), { from, to }, held?.id ?? null), agencyId, ...values };
}
