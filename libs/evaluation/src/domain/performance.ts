import { DomainError, type Fact, type Fen, type Id, type Period, ratio } from '@gridstaff/kernel';

/** Result of one worker's evaluation in one month, as far as pay needs it. */
export interface Performance {
  workerNo: number;
  period: Period;
  /** Hundredths of a point; null when only the coefficient was decided. */
  score: number | null;
  /** Ten-thousandths: 0.9 is 9000. Multiplies the performance pay of the grade. */
  coefficient: number;
  /** Fen, on top of the coefficient. */
  award: Fen;
}

export interface PerformanceFact extends Fact, Performance {
  centreId: Id;
  recordedBy: Id;
  supersedes: Id | null;
}

const HIGHEST_COEFFICIENT = 20_000;
const HIGHEST_SCORE = 100_000;

export const performanceKey = ({ workerNo, period }: Pick<Performance, 'workerNo' | 'period'>): string => `${workerNo}|${period}`;

export const samePerformance = (a: Performance, b: Performance): boolean =>
  a.score === b.score && a.coefficient === b.coefficient && a.award === b.award;

/** Decimal text → ten-thousandths. @throws DomainError COEFFICIENT_INVALID */
export function parseCoefficient(text: string): number {
  const match = /^(\d)(?:\.(\d{1,4}))?$/.exec(text);
  const value = match ? Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0')) : Number.NaN;
  if (!(value <= HIGHEST_COEFFICIENT)) throw new DomainError('COEFFICIENT_INVALID', { value: text.slice(0, 40) }, { field: 'coefficient' });
  return value;
}

/** 9000 → "0.9". */
export const coefficientText = (tenThousandths: number): string => {
  const text = ratio.formatDecimal(ratio.rational(tenThousandths, 10_000), 4);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** Decimal text → hundredths of a point. @throws DomainError SCORE_INVALID */
export function parseScore(text: string): number {
  const match = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(text);
  const value = match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : Number.NaN;
  if (!(value <= HIGHEST_SCORE)) throw new DomainError('SCORE_INVALID', { value: text.slice(0, 40) }, { field: 'score' });
  return value;
}

/** @throws DomainError COEFFICIENT_INVALID, SCORE_INVALID, NEGATIVE_AMOUNT, NOT_A_NUMBER */
export function checkPerformance({ score, coefficient, award }: Performance): void {
  if (!Number.isInteger(coefficient) || coefficient < 0 || coefficient > HIGHEST_COEFFICIENT) {
    throw new DomainError('COEFFICIENT_INVALID', { value: String(coefficient / 10_000) }, { field: 'coefficient' });
  }
  if (score !== null && (!Number.isInteger(score) || score < 0 || score > HIGHEST_SCORE)) {
    throw new DomainError('SCORE_INVALID', { value: String(score / 100) }, { field: 'score' });
  }
  if (!Number.isSafeInteger(award)) throw new DomainError('NOT_A_NUMBER', { value: String(award) }, { field: 'award' });
  if (award < 0) throw new DomainError('NEGATIVE_AMOUNT', {}, { field: 'award' });
}
