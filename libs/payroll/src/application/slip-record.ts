import { ERRORS } from '@gridstaff/contracts';
import { DomainError } from '@gridstaff/kernel';
import type { PayslipResult, TaxInput, WorkerInput } from '@gridstaff/pay-engine';
import type { ExclusionRecord, FundPart, RetroDelta, SlipRecord, TaxSums } from '../domain';
import { slipHash } from './slip-hash';

/** The slip as it is stored and hashed. */
export function recordOf(
  agencyId: string,
  input: WorkerInput,
  slip: PayslipResult,
  deltas: readonly RetroDelta[] = [],
  funds: readonly FundPart[] = [],
): Omit<SlipRecord, 'claims' | 'oneOffs'> {
  const { workerNo, totals, lines, derivation } = slip;
  const { recovered } = totals;
  const added = taxAdded(input.tax, slip);
  const record = { workerNo, agencyId, totals, taxAdded: added, lines, derivation, deltas, funds, recovered };
  // `buildInput` always gives the members in the same order, so equal inputs are equal texts.
  return { ...record, input: JSON.stringify(input), hash: slipHash(record) };
}

/** What this slip adds to the year to date: after less before. */
export function taxAdded({ before }: TaxInput, { taxAfter }: PayslipResult): TaxSums {
  return {
    income: taxAfter.income - before.income,
    exempt: taxAfter.exempt - before.exempt,
    special: taxAfter.special - before.special,
    other: taxAfter.other - before.other,
    relief: taxAfter.relief - before.relief,
    tax: taxAfter.tax - before.tax,
  };
}

/** An error that users can mend is a reason to leave the worker out; any other is thrown on. */
export function exclusionOf(workerNo: number, work: () => void): ExclusionRecord | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError) || ERRORS[error.code]?.kind !== 'user') throw error;
    return { workerNo, code: error.code, params: error.params };
  }
}
