import type { Fen, Id, LocalDate } from '@gridstaff/kernel';
import { afterAll, placeOfChange, recorded, type Stamp } from './fact-change';
import type { AgencyFeeFact, AgencyFeeValues } from './organisation';
import { parseAmount, parseRate } from './texts';

/** Fen a head a month, or a share of what passes through. */
export type AgencyFeeInput = { kind: 'per_head'; amount: Fen } | { kind: 'rate'; rate: string };

/**
 * The row by which an agency's fee changes from a date on, up to the next change that is already known; undefined when it is so anyway.
 * @throws DomainError NEGATIVE_AMOUNT, RATE_INVALID
 */
export function feeChange(
  agencyId: Id,
  from: LocalDate,
  input: AgencyFeeInput,
  facts: readonly AgencyFeeFact[],
  stamp: Stamp,
): AgencyFeeFact | undefined {
  const values: AgencyFeeValues =
    input.kind === 'per_head'
      ? { kind: 'per_head', amount: parseAmount(input.amount, 'amount'), rate: '0' }
      : { kind: 'rate', amount: 0, rate: parseRate(input.rate, 'rate') };
  const { to, held } = placeOfChange(facts, from);
  if (held && held.kind === values.kind && held.amount === values.amount && held.rate === values.rate) return undefined;
  return { ...recorded(afterAll(stamp, facts), { from, to }, held?.id ?? null), agencyId, ...values };
}
