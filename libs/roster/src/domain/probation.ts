import { DomainError } from '@gridstaff/kernel';
import { parseAmount } from './texts';
import type { ProbationWages } from './worker-facts';

/** What is given of the wages of probation; what is absent stays. Fen a month. */
export interface ProbationPatch {
  contractWage?: number;
  lowestSamePost?: number;
}

/**
 * The lowest wage of the post limits what the wage of the contract says, so it is nothing without one.
 * @throws DomainError NOT_A_NUMBER, NEGATIVE_AMOUNT, MISSING_FIELD
 */
export function probationWages(
  { contractWage, lowestSamePost }: ProbationPatch,
  held?: ProbationWages,
): Partial<ProbationWages> {
  const wages: Partial<ProbationWages> = {
    ...(contractWage !== undefined && { contractWage: parseAmount(contractWage, 'contractWage') }),
    ...(lowestSamePost !== undefined && { lowestSamePost: parseAmount(lowestSamePost, 'lowestSamePost') }),
  };
  if (lowestSamePost !== undefined && contractWage === undefined && (held?.contractWage ?? null) === null)
    throw new DomainError('MISSING_FIELD', { name: 'contractWage' }, { field: 'contractWage' });
  return wages;
}
