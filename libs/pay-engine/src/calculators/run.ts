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

/** Each with the rule that its steps follow where they name none of their own. */
const OPERATIONS: ReadonlyMap<string, { answer: Operation; source: string }> = new Map([
  ['wage_cumulative', { answer: wageCumulative, source: '国家税务总局公告2018年第61号 art.6' }],
  ['bonus_separate', { answer: bonusSeparate, source: '财政部 税务总局公告2023年第30号' }],
  ['labour_single', { answer: labourSingle, source: '国家税务总局公告2018年第61号 art.8' }],
  ['intern_labour', { answer: internLabour, source: '国家税务总局公告2020年第13号 art.2' }],
  ['severance_iit', { answer: severanceTax, source: '财税〔2018〕164号 item 5' }],
  ['si_month', { answer: siMonth, source: '社会保险法 art.60' }],
  ['si_retro', { answer: siRetro, source: '社会保险法 art.60' }],
  ['hf_month', { answer: hfMonth, source: '住房公积金管理条例 arts.16-18' }],
  ['overtime', { answer: overtimePay, source: '劳动法 art.44; 工资支付暂行规定 art.13' }],
  ['proration', { answer: proration, source: '劳社部发〔2008〕3号' }],
  ['sick_leave', { answer: sickLeave, source: '劳部发〔1995〕309号 art.59' }],
  ['annual_leave_entitlement', { answer: annualLeaveEntitlement, source: '职工带薪年休假条例 arts.2-3' }],
  ['annual_leave_payout', { answer: annualLeavePayout, source: '企业职工带薪年休假实施办法 arts.10-12' }],
  ['probation', { answer: probation, source: '劳动合同法 art.20' }],
  ['severance_pay', { answer: severancePay, source: '劳动合同法 art.47' }],
  ['minimum_wage', { answer: minimumWageCheck, source: '最低工资规定 art.12' }],
  ['loss_deduction', { answer: lossDeduction, source: '工资支付暂行规定 art.16' }],
  [
    'retirement_age',
    { answer: retirementAge, source: '全国人大常委会关于实施渐进式延迟法定退休年龄的决定 (2024-09-13)' },
  ],
  ['agency_settlement', { answer: agencySettlement, source: '劳动合同法 art.59 (劳务派遣协议)' }],
  ['budget_progress', { answer: budgetProgress, source: '财预〔2020〕10号' }],
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
    const { output, because } = operation.answer(input, { packs, language, source: operation.source });
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
