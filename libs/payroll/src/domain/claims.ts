import type { Id, Period } from '@gridstaff/kernel';

/** What a slip pays: a worker's item source of a month. Whoever submits a run claims these, each once in the store. */
export interface SlipClaim {
  readonly period: Period;
  readonly source: string;
}

/** A month's own pay at one agency; two agencies in a month are two claims, paid by two slips. */
export const REGULAR_CLAIM = 'regular:';

export const regularClaim = (agencyId: Id): string => REGULAR_CLAIM + agencyId;
