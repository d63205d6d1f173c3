import type { LocalDate } from '@gridstaff/kernel';
import type { Agency } from '../../shared/api';
import type { FeeInput } from '../../shared/api/people-calls';

interface StepForm {
  from?: number | null;
  amount?: string;
  rate?: string;
}

/** A fee as it is typed: one price, or prices by the head count. */
export interface FeeForm {
  from: LocalDate;
  kind: 'per_head' | 'rate';
  mode: 'one' | 'whole' | 'slices';
  amount?: string;
  rate?: string;
  steps?: StepForm[];
}

/** The form of another change begins with what holds. */
export function feeFormOf(fee: Agency['fee']): Omit<FeeForm, 'from'> {
  if (fee === null) return { kind: 'per_head', mode: 'one', steps: [{ from: 1 }] };
  const steps = fee.tiers?.steps.map(({ from, amount, rate }) => ({ from, amount: amount ?? undefined, rate: rate ?? undefined }));
  return { kind: fee.kind, mode: fee.tiers?.mode ?? 'one', steps: steps ?? [{ from: 1 }] };
}

/** As the API reads it: of each step the one kind of price alone. */
export function feeInputOf({ from, kind, mode, amount, rate, steps = [] }: FeeForm): FeeInput {
  const price = (of: StepForm): StepForm => (kind === 'per_head' ? { amount: of.amount } : { rate: of.rate });
  if (mode === 'one') return { from, kind, ...price({ amount, rate }) } as FeeInput;
  // Slices count heads; a share has none.
  const sliced = kind === 'rate' ? 'whole' : mode;
  return { from, kind, tiers: { mode: sliced, steps: steps.map((step) => ({ from: step.from ?? 0, ...price(step) })) } } as FeeInput;
}
