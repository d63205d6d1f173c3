import { DomainError } from '@gridstaff/kernel';
import type { Language } from '../program/expression';
import { fail } from './fields';
import type { Operation } from './operations/context';
import { bonusSeparate, internLabour, labourSingle, severanceTax, wageCumulative } from './operations/income-tax';
import { hfMonth, siMonth, siRetro } from './operations/insurance';
import {
  lossDeduction,
  minimumWageCheck,
  overtimePay,
  proration,
  retirementAge,
  severancePay,
  sickLeave,
} from './operations/labour';
import { annualLeaveEntitlement, annualLeavePayout, probation } from './operations/leave';
import { agencySettlement, budgetProgress } from './operations/money';
import type { CalculatorAnswer, Describe, ParameterLookup } from './types';

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['wage_cumulative', wageCumulative],
  ['bonus_separate', bonusSeparate],
  ['labour_single', labourSingle],
  ['intern_labour', internLabour],
  ['severance_iit', severanceTax],
  ['si_month', siMonth],
  ['si_retro', siRetro],
  ['hf_month', hfMonth],
  ['overtime', overtimePay],
  ['proration', proration],
  ['sick_leave', sickLeave],
  ['annual_leave_entitlement', annualLeaveEntitlement],
  ['annual_leave_payout', annualLeavePayout],
  ['probation', probation],
  ['severance_pay', severancePay],
  ['minimum_wage', minimumWageCheck],
  ['loss_deduction', lossDeduction],
  ['retirement_age', retirementAge],
  ['agency_settlement', agencySettlement],
  ['budget_progress', budgetProgress],
]);

export const calculatorNames = (): string[] => [...OPERATIONS.keys()];

export interface CalculatorOptions {
  packs?: ParameterLookup;
  /** Language of `because`; Chinese when left out. */
  language?: Language;
  /** Writes the message of an error; the code alone when left out. */
  describe?: Describe;
}

/** Answers each case in order by the published contract; a bad case becomes an `error` of its own and never spoils the others. */
export function runCalculators(cases: readonly unknown[], options: CalculatorOptions = {}): CalculatorAnswer[] {
  return Array.from(cases, (one) => answerCase(one, options));
}

function answerCase(
  one: unknown,
  { packs, language = 'zh', describe = (error) => error.code }: CalculatorOptions,
): CalculatorAnswer {
  const id = member(one, 'id') ?? null;
  const op = member(one, 'op') ?? null;
  try {
    const operation = typeof op === 'string' ? OPERATIONS.get(op) : undefined;
    if (op === null) throw fail('MISSING_FIELD', 'op', { name: 'op' });
    if (!operation)
      throw fail('UNKNOWN_OP', 'op', { name: String(typeof op === 'string' ? op : typeof op).slice(0, 40) });
    const { input } = checkEnvelope(one);
    const { output, because } = operation(input, { packs, language });
    return { id, op, output, because };
  } catch (error) {
    const known = located(error);
    return { id, op, error: { code: known.code, message: describe(known), path: known.place.path ?? 'input' } };
  }
}

/** Figures that leave the exact range during the calculation have no field of their own. */
function located(error: unknown): DomainError {
  if (!(error instanceof DomainError)) return new DomainError('BUG');
  return error.place.path === undefined && error.code !== 'BUG' ? fail('OUT_OF_RANGE', 'input', { value: '…' }) : error;
}

function checkEnvelope(one: unknown): { input: unknown } {
  const record = one as Record<string, unknown>;
  for (const name of Object.keys(record)) {
    if (name !== 'id' && name !== 'op' && name !== 'input')
      throw fail('UNKNOWN_FIELD', name.slice(0, 40), { name: name.slice(0, 40) });
  }
  for (const name of ['id', 'input']) if (record[name] === undefined) throw fail('MISSING_FIELD', name, { name });
  return { input: record.input };
}

/** Own member of whatever was sent; nothing for anything that is no object. */
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
