import { type Fen, type Id, splitByLargestRemainder } from '@gridstaff/kernel';

/** What a fund bears of a run for one agency, and what it has paid the agency too much (or, negative, too little) so far; fen. */
export interface FundDue {
  readonly fundId: Id;
  readonly cost: Fen;
  readonly credit: Fen;
}

/**
 * What is to be paid out of each fund: what it bears, less what it has paid too much before. No fund pays less than nothing: where more comes
 * back to a fund than it has to pay, its rest stays a credit for the agency's next run, and the other funds pay so much less (shared by largest
 * remainder, in the order given) as the agency has it already. Where the whole comes to less than nothing, nothing is paid.
 */
export function duesOf(parts: readonly FundDue[]): Fen[] {
  const wanted = parts.map(({ cost, credit }) => cost - credit);
  const total = wanted.reduce((sum, fen) => sum + fen, 0);
  if (total <= 0) return wanted.map(() => 0);
  const positive = wanted.map((fen) => Math.max(fen, 0));
  const missing = wanted.reduce((sum, fen) => sum - Math.min(fen, 0), 0);
  const less = splitByLargestRemainder(missing, positive);
  return positive.map((fen, i) => fen - (less[i] ?? 0));
}
