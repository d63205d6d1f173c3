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

/** A month's bonus: paid once, whatever the method. */
export const BONUS_CLAIM = 'bonus';

/**
 * The election to have a bonus taxed apart, once per person and tax year (国税发〔2005〕9号 art.3, 公告2023年第30号). It is held by the year's
 * first month, so that a second one in any month meets the same key.
 */
export const separateBonusClaim = (taxYear: number): SlipClaim => ({
  period: `${taxYear}-01`,
  source: `${BONUS_CLAIM}:${taxYear}`,
});
