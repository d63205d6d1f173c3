import { ratio } from '@gridstaff/kernel';
import type { LineBuilder } from '../../program/builder';
import type { Ref } from '../../program/table';
import { fail, Fields } from '../fields';
import { NATIONAL } from '../national';
import { NAMED, Sheet } from '../sheet';
import { answer, PATH, type Operation } from './context';

const VAT = ['none', 'differential_5', 'full_6'] as const;

/** What the agency invoices: pass-through and fee; VAT is inside the fee (differential) or inside the invoice (full). */
export const agencySettlement: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['headcount', 'pass_through'], ['fee_per_head', 'fee_rate', 'vat']);
  const perHead = f.has('fee_per_head');
  if (perHead && f.has('fee_rate')) throw fail('UNKNOWN_FIELD', f.at('fee_rate'), { name: 'fee_rate' });
  if (!perHead && !f.has('fee_rate')) f.need('fee_per_head');
  const vat = f.choice('vat', VAT, 'none');
  const names = f.amounts('pass_through');
  const sheet = new Sheet(context);
  sheet.line('pass_through', (b) =>
    names.length > 0 ? b.add(names.map(([name]) => b.take(NAMED + name))) : b.number(0),
  );
  const passThrough = (b: LineBuilder): Ref => b.line(sheet.no('pass_through'));
  sheet.line('management_fee', (b) =>
    perHead
      ? b.multiply(b.take('fee_per_head'), b.take('headcount'))
      : b.round(b.multiply(passThrough(b), b.take('fee_rate'))),
  );
  sheet.line('invoice_total', (b) => b.add([passThrough(b), b.line(sheet.no('management_fee'))]));
  sheet.line('vat', (b) => {
    if (vat === 'none') return b.number(0);
    const taxed = b.line(sheet.no(vat === 'full_6' ? 'invoice_total' : 'management_fee'));
    const rate = b.decimal(vat === 'full_6' ? NATIONAL.vatFull : NATIONAL.vatDifferential, 'parameter.vat_rate');
    return b.round(b.multiply(b.divide(taxed, b.add([b.number(1), rate])), rate));
  });
  sheet.run({
    headcount: f.count('headcount'),
    fee_per_head: f.money('fee_per_head'),
    fee_rate: f.has('fee_rate') ? ratio.parseDecimal(f.rate('fee_rate')) : ratio.ZERO,
    ...Object.fromEntries(names.map(([name, amount]) => [NAMED + name, amount])),
  });
  const codes = ['pass_through', 'management_fee', 'invoice_total', 'vat'];
  return answer(sheet, Object.fromEntries(codes.map((code) => [code, sheet.yuan(code)])), false);
};

/** Execution of a budget against time, with the self-evaluation's points for it (财预〔2020〕10号). */
export const budgetProgress: Operation = (input, context) => {
  const f = new Fields(input, PATH, ['budget', 'spent', 'month']);
  const budget = f.money('budget');
  if (budget === 0) throw f.outOfRange('budget');
  const sheet = new Sheet(context);
  const executed = (b: LineBuilder): Ref => b.divide(b.take('spent'), b.take('budget'));
  sheet.line('execution_rate_pct', (b) => b.multiply(executed(b), b.number(100)));
  sheet.line('time_progress_pct', (b) => b.multiply(b.divide(b.take('month'), b.number(12)), b.number(100)));
  sheet.line('balance', (b) => b.add([b.take('budget')], [b.take('spent')]));
  sheet.line('self_evaluation_points_of_10', (b) => {
    const points = b.decimal(NATIONAL.evaluationPoints, 'parameter.points');
    return b.atMost(b.multiply(executed(b), points), points);
  });
  sheet.run({ budget, spent: f.money('spent'), month: f.month('month', 0) });
  const decimals = (code: string): string => ratio.formatDecimal(sheet.exact(code), 2);
  const output = {
    execution_rate_pct: decimals('execution_rate_pct'),
    time_progress_pct: decimals('time_progress_pct'),
    balance: sheet.yuan('balance'),
    self_evaluation_points_of_10: decimals('self_evaluation_points_of_10'),
  };
  return answer(sheet, output, false);
};
