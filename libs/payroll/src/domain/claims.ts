import type { Id, Period } from '@gridstaff/kernel';

/** What a slip pays: a worker's item source of a month. Whoever submits a run claims these, each once in the store. */
export interface SlipClaim {
  readonly period: Period;
  readonly source: string;
}

/** A month's own pay at one agency; two agencies in a month are two claims, paid by two slips. */
export const REGULAR_CLAIM = 'regular:';

/** The n-th time that a month is put right at an agency: two runs that found the same difference cannot both pay it. */
export const retroClaim = (agencyId: Id, n: number): string => `retro:${agencyId}:${n}`;

export const regularClaim = (agencyId: Id): string => REGULAR_CLAIM + agencyId;
