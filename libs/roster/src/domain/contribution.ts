import { DomainError, type Fen } from '@gridstaff/kernel';
import { parseAmount, parseRate } from './texts';
import type { FactValues } from './worker-facts';

/** What changes; what is absent stays. Bases in fen a month, rates as decimal text. */
export interface ContributionPatch {
  insured?: boolean;
  insuranceBase?: Fen;
  fundMember?: boolean;
  fundBase?: Fen;
  fundEmployerRate?: string;
  fundEmployeeRate?: string;
}

/** Insured at the lowest base (0 is lifted to the floor when calculated), no housing fund. */
const UNSET: FactValues['contribution'] = {
  insured: true,
  insuranceBase: 0,
  fundMember: false,
  fundBase: 0,
  fundEmployerRate: '0',
  fundEmployeeRate: '0',
};

const isZeroRate = (rate: string): boolean => rate === '0';

/**
 * The contribution terms after a change. A member of the housing fund has a base and both rates; for others they are nought.
 * @throws DomainError NOT_A_NUMBER, NEGATIVE_AMOUNT, RATE_INVALID, MISSING_FIELD
 */
export function mergeContribution(
  current: FactValues['contribution'] = UNSET,
  patch: ContributionPatch,
): FactValues['contribution'] {
  const merged = {
    insured: patch.insured ?? current.insured,
    insuranceBase: parseAmount(patch.insuranceBase ?? current.insuranceBase, 'insuranceBase'),
    fundMember: patch.fundMember ?? current.fundMember,
    fundBase: parseAmount(patch.fundBase ?? current.fundBase, 'fundBase'),
    fundEmployerRate: parseRate(patch.fundEmployerRate ?? current.fundEmployerRate, 'fundEmployerRate'),
    fundEmployeeRate: parseRate(patch.fundEmployeeRate ?? current.fundEmployeeRate, 'fundEmployeeRate'),
  };
  if (!merged.fundMember) return { ...merged, fundBase: 0, fundEmployerRate: '0', fundEmployeeRate: '0' };
  const missing =
    merged.fundBase === 0
      ? 'fundBase'
      : isZeroRate(merged.fundEmployerRate)
        ? 'fundEmployerRate'
        : isZeroRate(merged.fundEmployeeRate)
          ? 'fundEmployeeRate'
          : undefined;
  if (missing) throw new DomainError('MISSING_FIELD', { name: missing }, { field: missing });
  return merged;
}
