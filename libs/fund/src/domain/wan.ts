import { DomainError, type Fen, ratio } from '@gridstaff/kernel';

const FEN_PER_WAN = ratio.rational(1_000_000);

/**
 * Reads 万元 as decimal text into fen, exactly: "1633.80" → 1633800000. Six decimals are a fen.
 * @throws DomainError NOT_A_NUMBER, TOO_MANY_DECIMALS, NEGATIVE_AMOUNT
 */
export function parseWan(text: string, field?: string): Fen {
  const fen = ratio.multiply(ratio.parseDecimal(text, field), FEN_PER_WAN);
  if (ratio.isNegative(fen)) throw new DomainError('NEGATIVE_AMOUNT', { value: text }, { field });
  if (fen.d !== 1 && fen.d !== 1n) throw new DomainError('TOO_MANY_DECIMALS', { value: text }, { field });
  return ratio.round(fen);
}
