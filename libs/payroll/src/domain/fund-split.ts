import { DomainError, type LocalDate, ratio } from '@gridstaff/kernel';
import type { Piece } from './pay-facts';

/** 100 % in hundredths of a per cent. */
export const WHOLE = 10_000;

/** Part of a fund, named by code, in what a worker costs; hundredths of a per cent. */
export interface FundShare {
  readonly fund: string;
  readonly points: number;
}

/** A piece of time in which a worker's cost is shared in this way; without shares the fund of the run bears it all. */
export interface FundSplitPiece extends Piece {
  readonly shares: readonly FundShare[];
}

/** What is recorded of a worker: from a day on, until the next split that is known. */
export interface NewFundSplit {
  readonly workerNo: number;
  readonly from: LocalDate;
  /** Exclusive. */
  readonly to: LocalDate;
  readonly shares: readonly FundShare[];
}

/** Funds in one split; more is a slip of the pen. */
const MOST_SHARES = 10;

/** Per cent with at most two decimals as points. @throws DomainError NOT_A_NUMBER, OUT_OF_RANGE */
export function parsePoints(percent: string, field = 'percent'): number {
  const points = ratio.multiply(ratio.parseDecimal(percent, field), ratio.rational(100));
  const whole = ratio.round(points);
  if (ratio.compare(points, ratio.rational(whole)) !== 0 || whole <= 0 || whole > WHOLE)
    throw new DomainError('OUT_OF_RANGE', { value: percent.slice(0, 40) }, { field });
  return whole;
}

/** "60" or "33.33". */
export const formatPoints = (points: number): string => String(points / 100);

/** @throws DomainError FUND_SPLIT_SUM, FUND_SPLIT_TWICE, OUT_OF_RANGE */
export function checkShares(shares: readonly FundShare[]): void {
  if (shares.length === 0) return;
  if (shares.length > MOST_SHARES)
    throw new DomainError('OUT_OF_RANGE', { value: String(shares.length) }, { field: 'percent' });
  const codes = shares.map((share) => share.fund);
  const twice = codes.find((code, i) => codes.indexOf(code) !== i);
  if (twice !== undefined) throw new DomainError('FUND_SPLIT_TWICE', { code: twice }, { field: 'percent' });
  const sum = shares.reduce((total, { points }) => total + points, 0);
  if (sum !== WHOLE) throw new DomainError('FUND_SPLIT_SUM', { sum: formatPoints(sum) }, { field: 'percent' });
}
