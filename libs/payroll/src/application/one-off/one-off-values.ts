import { DomainError, type Fen, formatYuan, parseYuan, ratio } from '@gridstaff/kernel';
import { runCalculators } from '@gridstaff/pay-engine';
import type { RegionParameters } from '@gridstaff/policy';
import { checkOneOff, type OneOff, type OneOffKind } from '../../domain';

/** What somebody enters, fen; what is absent is worked out where that is possible. */
export interface OneOffEntry {
  workerNo: number;
  kind: OneOffKind;
  /** Of annual leave. */
  days?: number;
  amount?: Fen;
  averageWage?: Fen;
  localAverage?: Fen;
  /** Of severance without an amount: years and months of service. */
  years?: number;
  months?: number;
  evidence?: string;
}

const TENTHS = ratio.rational(10);
/** Fields of the calculator by those of an entry. */
const FIELDS: Readonly<Record<string, string>> = { average_wage: 'averageWage', years: 'years', months: 'months' };

/**
 * The fact that an entry says. Severance without an amount is years of service × average wage by the same rule as the calculator's; the local
 * average wage comes from the policy pack where nobody gives it.
 * @throws DomainError MISSING_FIELD, OUT_OF_RANGE, NEGATIVE_AMOUNT, ONE_OFF_LEAVE_DAYS
 */
export function oneOffOf(entry: OneOffEntry, labour: RegionParameters['labour']): OneOff {
  const { workerNo, kind, evidence } = entry;
  const averageWage = entry.averageWage ?? null;
  const localAverage = kind === 'severance' ? (entry.localAverage ?? labour.localAverageAnnualWage?.value ?? null) : null;
  const text = evidence?.trim().slice(0, 300) || null;
  const said = { workerNo, kind, averageWage, localAverage, months: null, evidence: text };
  const given = kind === 'annual_leave' ? entry.days : entry.amount;
  if (given !== undefined) return checked({ ...said, quantity: given });
  if (kind !== 'severance' || entry.years === undefined) {
    const field = kind === 'annual_leave' ? 'days' : 'amount';
    throw new DomainError('MISSING_FIELD', { name: field }, { field });
  }
  checked({ ...said, quantity: 0 });
  if (averageWage === null) throw new DomainError('MISSING_FIELD', { name: 'averageWage' }, { field: 'averageWage' });
  if (localAverage === null)
    throw new DomainError('MISSING_FIELD', { name: 'localAverage' }, { field: 'localAverage' });
  const input = {
    years: entry.years,
    months: entry.months ?? 0,
    average_wage: formatYuan(averageWage),
    local_average_monthly_wage: formatYuan(Math.round(localAverage / 12)),
    minimum_wage: formatYuan(labour.minimumWage.value),
  };
  const [answer] = runCalculators([{ id: '1', op: 'severance_pay', input }]);
  if (!answer?.output) throw wrong(answer?.error?.path ?? '', entry);
  const months = ratio.multiply(ratio.parseDecimal(String(answer.output.n)), TENTHS);
  return checked({ ...said, quantity: parseYuan(String(answer.output.pay)), months: Number(months.n) });
}

function checked(one: OneOff): OneOff {
  checkOneOff(one);
  return one;
}

function wrong(path: string, entry: OneOffEntry): DomainError {
  const field = FIELDS[path.split('.').at(-1) ?? ''] ?? 'years';
  return new DomainError('OUT_OF_RANGE', { value: String(entry[field as 'years'] ?? '') }, { field });
}
